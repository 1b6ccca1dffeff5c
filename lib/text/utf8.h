// Reading and writing of UTF-8, one code point at a time.

#ifndef ONYM_LIB_TEXT_UTF8_H_
#define ONYM_LIB_TEXT_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace onym {

// What stands for an ill-formed sequence.
inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// A decoded code point and the number of bytes it took, 1 to 4.
struct DecodedCodePoint {
  char32_t value;
  uint32_t length;
  bool well_formed;
};

// Decodes the code point at text[offset]; `offset` < text.size(). The maximal
// subpart of an ill-formed sequence (Unicode Standard, section 3.9, table 3-8)
// comes back as one kReplacementCharacter.
DecodedCodePoint DecodeUtf8(std::string_view text, size_t offset);

// Whether all of `text` is well-formed.
bool IsWellFormedUtf8(std::string_view text);

// Appends the UTF-8 of `code_point` to *out; surrogates and values above
// 0x10FFFF become kReplacementCharacter.
void AppendUtf8(char32_t code_point, std::string* out);

}  // namespace onym

#endif  // ONYM_LIB_TEXT_UTF8_H_
