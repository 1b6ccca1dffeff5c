// A linear-chain CRF over BIOES labels by enumeration of all paths: what the
// fast algorithms are compared with.

#ifndef ONYM_TESTS_TAG_CRF_BRUTE_FORCE_H_
#define ONYM_TESTS_TAG_CRF_BRUTE_FORCE_H_

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "model/labels.h"
#include "model/model.h"

namespace onym::internal {

inline bool IsEnd(uint32_t label) {
  return label != kOutside && (label % 4 == kEnd || label % 4 == kSingle);
}

// Whether `label` may follow `before`; a sentence begins as after outside.
inline bool MayFollow(uint32_t before, uint32_t label) {
  const bool continues =
      label != kOutside && (label % 4 == kInside || label % 4 == kEnd);
  const bool open =
      before != kOutside && (before % 4 == kBegin || before % 4 == kInside);
  return continues ? open && before / 4 == label / 4 : !open;
}

// Where the weight of the step from `before` to `label` lies.
inline size_t TransitionIndex(const TransitionLayout& layout, uint32_t before,
                              uint32_t label) {
  const uint32_t type = label / 4;
  if (label == kOutside) return layout.ToOutside(IsEnd(before));
  switch (label % 4) {
    case kBegin:
      return layout.ToBegin(IsEnd(before), type);
    case kSingle:
      return layout.ToSingle(IsEnd(before), type);
    case kInside:
      return layout.ToInside(before % 4 == kInside, type);
    default:
      return layout.ToEnd(before % 4 == kInside, type);
  }
}

using Path = std::vector<uint8_t>;

// Whether the path follows the rules from begin to end.
inline bool IsWellFormed(const Path& path) {
  uint32_t before = kOutside;
  for (uint8_t label : path) {
    if (!MayFollow(before, label)) return false;
    before = label;
  }
  return path.empty() || before == kOutside || IsEnd(before);
}

// Calls visit(path) for each well-formed path of `tokens` labels.
inline void ForEachPath(uint32_t types, size_t tokens,
                        const std::function<void(const Path&)>& visit) {
  Path path;
  const std::function<void()> extend = [&] {
    const uint32_t before = path.empty() ? kOutside : path.back();
    if (path.size() == tokens) {
      if (before == kOutside || IsEnd(before)) visit(path);
      return;
    }
    for (uint32_t label = 0; label < 4 * (types + 1); ++label) {
      if ((label != kOutside && label < 4) || !MayFollow(before, label)) {
        continue;
      }
      path.push_back(static_cast<uint8_t>(label));
      extend();
      path.pop_back();
    }
  };
  extend();
}

// The sum of a path's scores (LabelStride(types) for each token) and
// transitions.
template <typename T>
double PathScore(uint32_t types, const Path& path, const std::vector<T>& scores,
                 const std::vector<T>& transitions) {
  const TransitionLayout layout(types);
  double score = 0;
  uint32_t before = kOutside;
  for (size_t i = 0; i < path.size(); ++i) {
    score += scores[i * LabelStride(types) + path[i]];
    score += transitions[TransitionIndex(layout, before, path[i])];
    before = path[i];
  }
  return score;
}

}  // namespace onym::internal

#endif  // ONYM_TESTS_TAG_CRF_BRUTE_FORCE_H_
