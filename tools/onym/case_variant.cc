// Maps one code point at a time and keeps those that would change in length.

#include "tools/onym/case_variant.h"

#include <cstddef>

#include "text/unicode.h"
#include "text/utf8.h"

namespace onym::tool {
namespace {

// Whether `c` continues a word: the s of "don't" is no first letter.
bool IsInWord(char32_t c) {
  constexpr char32_t kRightSingleQuote = 0x2019;
  return IsLetter(c) || IsMark(c) || IsDigit(c) || c == '\'' ||
         c == kRightSingleQuote;
}

char32_t Map(char32_t c, TextCase text_case, bool in_word) {
  switch (text_case) {
    case TextCase::kLower:
      return ToLower(c);
    case TextCase::kUpper:
      return ToUpper(c);
    case TextCase::kTitle:
      return in_word ? c : ToUpper(c);
    case TextCase::kKeep:
      break;
  }
  return c;
}

}  // namespace

std::string InCase(std::string_view text, TextCase text_case) {
  std::string out;
  out.reserve(text.size());
  bool in_word = false;
  for (size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = DecodeUtf8(text, at);
    const size_t begin = out.size();
    if (c.well_formed) AppendUtf8(Map(c.value, text_case, in_word), &out);
    if (out.size() - begin != c.length) {
      out.resize(begin);
      out.append(text.substr(at, c.length));
    }
    // An opening quote does not begin a word.
    in_word =
        IsLetter(c.value) || IsDigit(c.value) || (in_word && IsInWord(c.value));
    at += c.length;
  }
  return out;
}

}  // namespace onym::tool
