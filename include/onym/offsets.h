// Conversion between offsets in bytes, code points and UTF-16 code units.

#ifndef ONYM_OFFSETS_H_
#define ONYM_OFFSETS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace onym {

// A unit in which a place in a text is counted. Each maximal subpart of an
// ill-formed sequence counts as U+FFFD: one code point, one unit.
enum class OffsetUnit : uint8_t { kByte = 0, kCodePoint = 1, kUtf16 = 2 };

// Maps offsets of one text from one unit to another. The map is built on the
// first conversion (linear in the text; 24 bytes of memory for each 256 of
// text, none if the text is ASCII). After that a conversion searches the map
// and scans at most some 260 bytes, and queries in ascending order continue
// where the last one ended, so that a sorted array costs one pass. Not
// thread-safe: one map a thread.
class OffsetMap final {
 public:
  // `text` is borrowed and must outlive the map.
  explicit OffsetMap(std::string_view text) : text_(text) {}

  // Converts `offset`, counted in `from`, to `to`. An offset inside a code
  // point counts as the code point's start; one past the end as the end.
  size_t Convert(size_t offset, OffsetUnit from, OffsetUnit to);

 private:
  struct Place {
    size_t byte = 0;
    size_t code_point = 0;
    size_t utf16 = 0;
  };

  // The place behind the code point at `place`.
  static Place After(std::string_view text, Place place);
  void Build();

  std::string_view text_;
  bool built_ = false;
  std::vector<Place> blocks_;
  Place last_;
};

}  // namespace onym

#endif  // ONYM_OFFSETS_H_
