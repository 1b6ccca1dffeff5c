// Spreading of transition weights over labels.

#include "tag/transitions.h"

#include <algorithm>
#include <iterator>

#include "base/exp.h"
#include "model/labels.h"

namespace onym {
namespace {

// Larger weights would make sums overflow; a model has none.
constexpr int16_t kLargestTransition = 4000;
constexpr float kLargestExponent = 30.0f;

template <typename T, typename Convert>
LabelTransitions<T> Spread(absl::Span<const int16_t> weights, uint32_t types,
                           T impossible, Convert convert) {
  LabelTransitions<T> spread;
  for (T* labels : {spread.from_outside, spread.from_end, spread.from_begin,
                    spread.from_inside}) {
    std::fill_n(labels, LabelTransitions<T>::kMaxStride, impossible);
  }
  const TransitionLayout layout(types);
  const auto weight = [&](size_t index) { return convert(weights[index]); };
  spread.from_outside[kOutside] = weight(layout.ToOutside(0));
  spread.from_end[kOutside] = weight(layout.ToOutside(1));
  for (uint32_t type = 1; type <= types; ++type) {
    const uint32_t label = LabelOf(type, kBegin);
    spread.from_outside[label + kBegin] = weight(layout.ToBegin(0, type));
    spread.from_end[label + kBegin] = weight(layout.ToBegin(1, type));
    spread.from_outside[label + kSingle] = weight(layout.ToSingle(0, type));
    spread.from_end[label + kSingle] = weight(layout.ToSingle(1, type));
    spread.from_begin[label + kInside] = weight(layout.ToInside(0, type));
    spread.from_inside[label + kInside] = weight(layout.ToInside(1, type));
    spread.from_begin[label + kEnd] = weight(layout.ToEnd(0, type));
    spread.from_inside[label + kEnd] = weight(layout.ToEnd(1, type));
  }
  return spread;
}

}  // namespace

LabelTransitions<int16_t> SpreadTransitions(absl::Span<const int16_t> weights,
                                            uint32_t types) {
  return Spread<int16_t>(weights, types, kViterbiFloor, [](int16_t weight) {
    return std::min(std::max<int16_t>(weight, -kLargestTransition),
                    kLargestTransition);
  });
}

LabelTransitions<float> SpreadPotentials(absl::Span<const int16_t> weights,
                                         uint32_t types, float factor) {
  return Spread<float>(weights, types, 0.0f, [factor](int16_t weight) {
    const float exponent = static_cast<float>(weight) * factor;
    return Exp(
        std::min(std::max(exponent, -kLargestExponent), kLargestExponent));
  });
}

}  // namespace onym
