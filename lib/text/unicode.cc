// Look-up in the two-stage table of character properties: a code point's block
// gives a leaf, the leaf a record that many code points share.

#include "text/unicode.h"

#include <cstdint>

namespace onym {
namespace {

struct CharacterRecord {
  int32_t to_lower;  // differences between code points
  int32_t to_upper;
  uint8_t category;
  uint8_t flags;
};

#include "text/unicode_table.inc"

constexpr char32_t kLastCodePoint = 0x10FFFF;
constexpr CharacterRecord kUnassigned = {0, 0, 0, 0};

const CharacterRecord& RecordOf(char32_t c) {
  if (c > kLastCodePoint) return kUnassigned;
  return kRecords[kLeaves[kBlocks[c / kBlockSize] * kBlockSize +
                          c % kBlockSize]];
}

bool IsBetween(char32_t c, GeneralCategory first, GeneralCategory last) {
  const uint8_t category = RecordOf(c).category;
  return category >= static_cast<uint8_t>(first) &&
         category <= static_cast<uint8_t>(last);
}

}  // namespace

CharacterProperties PropertiesOf(char32_t c) {
  const CharacterRecord& record = RecordOf(c);
  return {static_cast<GeneralCategory>(record.category), record.flags};
}

const char* UnicodeVersion() { return kUnicodeVersion; }

char32_t ToLower(char32_t c) { return c + RecordOf(c).to_lower; }
char32_t ToUpper(char32_t c) { return c + RecordOf(c).to_upper; }

bool IsUpper(char32_t c) {
  const CharacterProperties properties = PropertiesOf(c);
  return properties.category == GeneralCategory::kLu ||
         properties.category == GeneralCategory::kLt;
}

bool IsLower(char32_t c) {
  return PropertiesOf(c).category == GeneralCategory::kLl;
}

bool IsLetter(char32_t c) {
  return IsBetween(c, GeneralCategory::kLu, GeneralCategory::kLo);
}

bool IsMark(char32_t c) {
  return IsBetween(c, GeneralCategory::kMn, GeneralCategory::kMe);
}

bool IsDigit(char32_t c) {
  return PropertiesOf(c).category == GeneralCategory::kNd;
}

bool IsPunctuation(char32_t c) {
  return IsBetween(c, GeneralCategory::kPc, GeneralCategory::kPo);
}

bool IsSymbol(char32_t c) {
  return IsBetween(c, GeneralCategory::kSm, GeneralCategory::kSo);
}

bool IsSpace(char32_t c) { return (RecordOf(c).flags & kCharSpace) != 0; }

}  // namespace onym
