// Posteriors of spans from scaled forward and backward sums.

#include "tag/confidence.h"

#include <algorithm>

#include "base/grow.h"
#include "model/labels.h"
#include "tag/transitions.h"

namespace onym {

SpanPosterior::SpanPosterior(absl::Span<const int16_t> transitions,
                             uint32_t types, float factor,
                             const Kernels& kernels)
    : kernels_(kernels),
      stride_(LabelStride(types)),
      factor_(factor),
      transitions_(SpreadPotentials(transitions, types, factor)) {}

void SpanPosterior::SetSentence(absl::Span<const int16_t> scores) {
  const size_t tokens = scores.size() / stride_;
  GrowTo(scores.size(), &potentials_);
  GrowTo(scores.size(), &forward_);
  GrowTo(tokens, &norms_);
  GrowTo(tokens, &end_backward_);
  ForwardBackward work;
  work.transitions = &transitions_;
  work.tokens = tokens;
  work.stride = stride_;
  work.scores = scores.data();
  work.factor = factor_;
  work.potentials = potentials_.data();
  work.forward = forward_.data();
  work.norms = norms_.data();
  work.end_backward = end_backward_.data();
  kernels_.forward_backward(work);
}

float SpanPosterior::Of(size_t first, size_t end, uint32_t type) const {
  const size_t last = end - 1;
  const Place start = first == last ? kSingle : kBegin;
  float probability = forward_[first * stride_ + LabelOf(type, start)];
  for (size_t i = first + 1; i <= last; ++i) {
    const uint32_t label = LabelOf(type, i == last ? kEnd : kInside);
    const float transition = i == first + 1 ? transitions_.from_begin[label]
                                            : transitions_.from_inside[label];
    probability *= transition * potentials_[i * stride_ + label] / norms_[i];
  }
  probability *= end_backward_[last];
  // The negation also catches what extreme weights may give: not a number.
  if (!(probability > 0.0f)) return 0.0f;
  return std::min(probability, 1.0f);
}

}  // namespace onym
