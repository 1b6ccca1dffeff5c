// Labels of the tagger: BIOES with types.
//
// A label is type * 4 + place. Type 0 is "outside", whose only label is 0; the
// others begin (B), are inside (I), end (E) or are alone (S: single).

#ifndef ONYM_LIB_MODEL_LABELS_H_
#define ONYM_LIB_MODEL_LABELS_H_

#include <cstddef>
#include <cstdint>

namespace onym {

enum Place : uint32_t { kBegin = 0, kInside = 1, kEnd = 2, kSingle = 3 };

inline constexpr uint32_t kOutside = 0;

inline constexpr uint32_t LabelOf(uint32_t type, Place place) {
  return type * 4 + place;
}

// The length of an array with a number for each label of `types` types, made
// whole vectors long.
inline constexpr size_t LabelStride(uint32_t types) {
  return (4 * (size_t{types} + 1) + 15) / 16 * 16;
}

}  // namespace onym

#endif  // ONYM_LIB_MODEL_LABELS_H_
