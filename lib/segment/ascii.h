// Classes of bytes, for the tokenizer's fast path.

#ifndef ONYM_LIB_SEGMENT_ASCII_H_
#define ONYM_LIB_SEGMENT_ASCII_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace onym::internal {

// Bits of kByteClass.
enum ByteClass : uint8_t {
  kUpperByte = 1,   // A-Z
  kLowerByte = 2,   // a-z
  kDigitByte = 4,   // 0-9
  kSpaceByte = 8,   // ASCII white space
  kHighByte = 16,   // part of a sequence of several bytes, or ill-formed
  kAtomByte = 32,   // may stand in a file name or before the @ of an address
  kLabelByte = 64,  // may stand in a host name: letter, digit, hyphen
  kEndByte = 128,   // never begins or continues a URL
};

constexpr uint8_t kAlphaByte = kUpperByte | kLowerByte;
constexpr uint8_t kAlnumByte = kAlphaByte | kDigitByte;

constexpr uint8_t ClassOfByte(int c) {
  const bool upper = c >= 'A' && c <= 'Z';
  const bool lower = c >= 'a' && c <= 'z';
  const bool digit = c >= '0' && c <= '9';
  const bool label = upper || lower || digit || c == '-';
  const bool atom = label || c == '.' || c == '_' || c == '%' || c == '+' ||
                    c == '~' || c == '#';
  const bool space = c == ' ' || (c >= 9 && c <= 13);
  const bool end = c < 32 || space || c == '<' || c == '>' || c == '"' ||
                   c == '`' || c == '{' || c == '}' || c == '|' || c == '\\' ||
                   c == '^' || c == 127;
  return static_cast<uint8_t>(
      (upper ? kUpperByte : 0) | (lower ? kLowerByte : 0) |
      (digit ? kDigitByte : 0) | (space ? kSpaceByte : 0) |
      (c >= 0x80 ? kHighByte : 0) | (atom ? kAtomByte : 0) |
      (label ? kLabelByte : 0) | (end ? kEndByte : 0));
}

constexpr std::array<uint8_t, 256> MakeByteClasses() {
  std::array<uint8_t, 256> classes{};
  for (int c = 0; c < 256; ++c) classes[c] = ClassOfByte(c);
  return classes;
}

inline constexpr std::array<uint8_t, 256> kByteClass = MakeByteClasses();

inline bool IsByte(char c, uint8_t classes) {
  return (kByteClass[static_cast<uint8_t>(c)] & classes) != 0;
}

// The byte at `offset` or, past the end, a NUL.
inline char ByteAt(std::string_view text, size_t offset) {
  return offset < text.size() ? text[offset] : '\0';
}

// The end of the ASCII letters at `offset`. Eight bytes at once where there are
// as many: words differ in length, and a loop over bytes would mispredict the
// end of each.
inline size_t AsciiLettersEnd(std::string_view text, size_t offset) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  constexpr uint64_t kOnes = 0x0101010101010101;
  constexpr uint64_t kHighBits = kOnes * 0x80;
  while (text.size() - offset >= 8) {
    uint64_t bytes;
    std::memcpy(&bytes, text.data() + offset, 8);
    const uint64_t lower = (bytes | kOnes * 0x20) & ~kHighBits;
    const uint64_t from_a = lower + kOnes * (0x80 - 'a');
    const uint64_t above_z = lower + kOnes * (0x7F - 'z');
    const uint64_t others = ~(from_a & ~above_z & ~bytes) & kHighBits;
    if (others != 0) {
      return offset + static_cast<size_t>(__builtin_ctzll(others)) / 8;
    }
    offset += 8;
  }
#endif
  while (offset < text.size() && IsByte(text[offset], kAlphaByte)) ++offset;
  return offset;
}

inline char ToLowerByte(char c) {
  return IsByte(c, kUpperByte) ? static_cast<char>(c + ('a' - 'A')) : c;
}

// A short word in lower case, as the word lists have it; empty if it is longer
// than any of theirs.
class LowerWord final {
 public:
  static constexpr size_t kCapacity = 16;

  explicit LowerWord(std::string_view word) {
    if (word.size() > kCapacity) return;
    size_ = word.size();
    for (size_t i = 0; i < size_; ++i) bytes_[i] = ToLowerByte(word[i]);
  }
  std::string_view view() const { return std::string_view(bytes_, size_); }

 private:
  char bytes_[kCapacity] = {};
  size_t size_ = 0;
};

// Whether the sorted `list` holds `word`.
template <size_t kSize>
constexpr bool ListHolds(const std::string_view (&list)[kSize],
                         std::string_view word) {
  size_t low = 0;
  size_t high = kSize;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    const int order = list[middle].compare(word);
    if (order == 0) return true;
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return false;
}

// Whether a word list is sorted, for a static_assert beside it.
template <size_t kSize>
constexpr bool IsSorted(const std::string_view (&list)[kSize]) {
  for (size_t i = 1; i < kSize; ++i) {
    if (list[i - 1].compare(list[i]) >= 0) return false;
  }
  return true;
}

}  // namespace onym::internal

#endif  // ONYM_LIB_SEGMENT_ASCII_H_
