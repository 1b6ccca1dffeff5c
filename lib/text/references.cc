// Named references are found by binary search in a sorted table; numeric ones
// follow the repairs of the HTML standard, section 13.2.5.80.

#include "text/references.h"

#include <algorithm>
#include <cstdint>

#include "text/unicode.h"
#include "text/utf8.h"

namespace onym {
namespace {

struct NamedReference {
  uint16_t name_begin;
  uint16_t second;
  uint32_t first;
};

#include "text/references_table.inc"

constexpr size_t kNameCount =
    sizeof(kReferences) / sizeof(kReferences[0]) - 1;  // the last is a guard

// What pages mean by the C1 controls: the characters of windows-1252.
constexpr uint16_t kWindows1252[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

constexpr int kMostDigits = 8;

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

bool IsAsciiAlnum(char c) {
  return IsAsciiDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int HexValue(char c) {
  if (IsAsciiDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string_view NameOf(const NamedReference& reference) {
  const NamedReference& next = (&reference)[1];
  return std::string_view(kNames + reference.name_begin,
                          next.name_begin - reference.name_begin);
}

const NamedReference* FindName(std::string_view name) {
  const NamedReference* const end = kReferences + kNameCount;
  const NamedReference* found = std::lower_bound(
      kReferences, end, name,
      [](const NamedReference& reference, std::string_view wanted) {
        return NameOf(reference) < wanted;
      });
  return found != end && NameOf(*found) == name ? found : nullptr;
}

// Without a semicolon an English word after '&' (image, part, female) must not
// become a sign; letters and text punctuation are what pages leave open.
bool MayLackSemicolon(const NamedReference& reference) {
  const char32_t c = reference.first;
  if (reference.second != 0) return false;
  if (c < 0x80) return c == U'&' || c == U'<' || c == U'>' || c == U'"';
  if (c <= 0xFF) return true;
  const bool is_latin_or_greek =
      (c < 0x250 || (c >= 0x370 && c < 0x400)) && IsLetter(c);
  return (c >= 0x2010 && c < 0x205F) ||
         (is_latin_or_greek && NameOf(reference).size() > 3);
}

CharacterReference ReadNamed(std::string_view text, size_t offset) {
  const size_t begin = offset + 1;
  size_t end = begin;
  const size_t limit = std::min(text.size(), begin + kLongestName + 1);
  while (end < limit && IsAsciiAlnum(text[end])) ++end;
  if (end == begin || end - begin > kLongestName) return {};
  const NamedReference* found = FindName(text.substr(begin, end - begin));
  if (found == nullptr) return {};
  const bool closed = end < text.size() && text[end] == ';';
  if (!closed && !MayLackSemicolon(*found)) return {};
  return {end - offset + (closed ? 1 : 0), found->first, found->second};
}

char32_t RepairNumeric(uint32_t value) {
  if (value >= 0x80 && value < 0xA0) return kWindows1252[value - 0x80];
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
    return kReplacementCharacter;
  }
  return value;
}

CharacterReference ReadNumeric(std::string_view text, size_t offset) {
  size_t at = offset + 2;
  const bool hex = at < text.size() && (text[at] == 'x' || text[at] == 'X');
  if (hex) ++at;
  const size_t digits_begin = at;
  while (at < text.size() && text[at] == '0') ++at;
  const size_t value_begin = at;
  uint32_t value = 0;
  for (; at < text.size(); ++at) {
    const int digit = HexValue(text[at]);
    if (digit < 0 || (!hex && digit > 9)) break;
    if (at - value_begin == kMostDigits) return {};
    value = value * (hex ? 16 : 10) + static_cast<uint32_t>(digit);
  }
  const size_t digits = at - digits_begin;
  if (digits == 0) return {};
  const bool closed = at < text.size() && text[at] == ';';
  if (!closed) {
    if (digits < 2 || value < 0x20) return {};
    if (at < text.size() && IsAsciiAlnum(text[at])) return {};
  }
  return {at - offset + (closed ? 1 : 0), RepairNumeric(value), 0};
}

}  // namespace

CharacterReference ReadCharacterReference(std::string_view text,
                                          size_t offset) {
  if (offset + 2 >= text.size()) return {};
  return text[offset + 1] == '#' ? ReadNumeric(text, offset)
                                 : ReadNamed(text, offset);
}

void AppendDecodedReferences(std::string_view text, std::string* out) {
  size_t at = 0;
  while (at < text.size()) {
    const size_t ampersand = std::min(text.find('&', at), text.size());
    out->append(text.data() + at, ampersand - at);
    at = ampersand;
    if (at == text.size()) return;
    const CharacterReference reference = ReadCharacterReference(text, at);
    if (reference.length == 0) {
      out->push_back('&');
      ++at;
      continue;
    }
    AppendUtf8(reference.first, out);
    if (reference.second != 0) AppendUtf8(reference.second, out);
    at += reference.length;
  }
}

}  // namespace onym
