// Properties of Unicode characters, from tables generated out of the Unicode
// Character Database; independent of the C locale.

#ifndef ONYM_LIB_TEXT_UNICODE_H_
#define ONYM_LIB_TEXT_UNICODE_H_

#include <cstdint>

namespace onym {

// General_Category, in the order of tools/unicode/generate.py.
enum class GeneralCategory : uint8_t {
  kCn,
  kLu,
  kLl,
  kLt,
  kLm,
  kLo,
  kMn,
  kMc,
  kMe,
  kNd,
  kNl,
  kNo,
  kPc,
  kPd,
  kPs,
  kPe,
  kPi,
  kPf,
  kPo,
  kSm,
  kSc,
  kSk,
  kSo,
  kZs,
  kZl,
  kZp,
  kCc,
  kCf,
  kCs,
  kCo
};

// Bits of CharacterProperties::flags.
enum CharacterFlag : uint8_t {
  kCharSpace = 1,        // White_Space
  kCharUnspaced = 2,     // of a script written without spaces (Han, Kana, Thai)
  kCharExtend = 4,       // continues the grapheme cluster before it, ZWJ too
  kCharPrepend = 8,      // begins a grapheme cluster that goes on after it
  kCharRegional = 16,    // regional indicator: two of them are a flag
  kCharPictograph = 32,  // Extended_Pictographic
  kCharEmoji = 64,       // Emoji_Presentation
};

struct CharacterProperties {
  GeneralCategory category;
  uint8_t flags;  // CharacterFlag bits
};

// Values above 0x10FFFF count as unassigned characters.
CharacterProperties PropertiesOf(char32_t c);

// The version of the database, such as "15.0.0".
const char* UnicodeVersion();

// Simple case mappings; characters without one map to themselves.
char32_t ToLower(char32_t c);
char32_t ToUpper(char32_t c);
bool IsUpper(char32_t c);        // Lu, Lt
bool IsLower(char32_t c);        // Ll
bool IsLetter(char32_t c);       // L*
bool IsMark(char32_t c);         // M*
bool IsDigit(char32_t c);        // Nd
bool IsPunctuation(char32_t c);  // P*
bool IsSymbol(char32_t c);       // S*
bool IsSpace(char32_t c);        // White_Space

}  // namespace onym

#endif  // ONYM_LIB_TEXT_UNICODE_H_
