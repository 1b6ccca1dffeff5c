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

// Calls visit(first, end, type) for each entity of a well-formed sequence of
// labels: its tokens are [first, end).
template <typename Labels, typename Visit>
void ForEachEntity(const Labels& labels, Visit visit) {
  size_t first = 0;
  for (size_t i = 0; i < labels.size(); ++i) {
    const uint32_t label = labels[i];
    if (label == kOutside) continue;
    const uint32_t place = label % 4;
    if (place == kBegin || place == kSingle) first = i;
    if (place == kEnd || place == kSingle) visit(first, i + 1, label / 4);
  }
}

}  // namespace onym

#endif  // ONYM_LIB_MODEL_LABELS_H_
