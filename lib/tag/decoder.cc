// Viterbi over BIOES labels: the kernel goes forward, and the way back finds
// again which of a label's predecessors was best.

#include "tag/decoder.h"

#include "base/grow.h"
#include "model/labels.h"
#include "tag/transitions.h"

namespace onym {

Decoder::Decoder(absl::Span<const int16_t> transitions, uint32_t types,
                 const Kernels& kernels)
    : kernels_(kernels),
      types_(types),
      stride_(LabelStride(types)),
      transitions_(SpreadTransitions(transitions, types)) {}

uint32_t Decoder::BestEnd(size_t token) const {
  const int16_t* values = values_.data() + token * stride_;
  uint32_t best = LabelOf(1, kEnd);
  for (uint32_t type = 1; type <= types_; ++type) {
    for (uint32_t label : {LabelOf(type, kEnd), LabelOf(type, kSingle)}) {
      if (values[label] > values[best]) best = label;
    }
  }
  return best;
}

// The best predecessor of `label` at `token`, which is not the first one.
uint32_t Decoder::Before(size_t token, uint32_t label) const {
  const uint32_t place = label % 4;
  if (label != kOutside && (place == kInside || place == kEnd)) {
    const int16_t* values = values_.data() + (token - 1) * stride_;
    const uint32_t begin = LabelOf(label / 4, kBegin);
    const uint32_t inside = LabelOf(label / 4, kInside);
    return values[inside] + transitions_.from_inside[label] >
                   values[begin] + transitions_.from_begin[label]
               ? inside
               : begin;
  }
  const PathEnds& ends = ends_[token - 1];
  return ends.end + transitions_.from_end[label] >
                 ends.outside + transitions_.from_outside[label]
             ? BestEnd(token - 1)
             : kOutside;
}

void Decoder::Decode(absl::Span<const int16_t> scores,
                     absl::Span<uint8_t> labels) {
  const size_t tokens = scores.size() / stride_;
  if (tokens == 0) return;
  GrowTo(scores.size(), &values_);
  GrowTo(tokens, &ends_);
  kernels_.viterbi(transitions_, scores.data(), tokens, stride_, values_.data(),
                   ends_.data());
  const PathEnds& last = ends_[tokens - 1];
  uint32_t label = last.end > last.outside ? BestEnd(tokens - 1) : kOutside;
  for (size_t i = tokens - 1; i > 0; --i) {
    labels[i] = static_cast<uint8_t>(label);
    label = Before(i, label);
  }
  // Extreme weights could lead to an entity that began before the sentence.
  if (label != kOutside && label % 4 == kInside) --label;
  if (label != kOutside && label % 4 == kEnd) ++label;
  labels[0] = static_cast<uint8_t>(label);
}

}  // namespace onym
