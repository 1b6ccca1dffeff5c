// The probability of entities, by the forward-backward algorithm (Baum 1972)
// constrained to a span as in Culotta and McCallum 2004.

#ifndef ONYM_LIB_TAG_CONFIDENCE_H_
#define ONYM_LIB_TAG_CONFIDENCE_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "model/model.h"
#include "tag/kernels.h"

namespace onym {

// Keep one per thread; allocates only to grow. All arithmetic is in a fixed
// order of IEEE single precision, so every machine finds the same numbers.
class SpanPosterior final {
 public:
  // `transitions` are those of TransitionLayout(types), copied; a score is
  // `factor` times as many nats.
  SpanPosterior(absl::Span<const int16_t> transitions, uint32_t types,
                float factor, const Kernels& kernels);
  // With the factor that makes the model's confidences.
  SpanPosterior(const Model& model, const Kernels& kernels)
      : SpanPosterior(model.transitions(), model.type_count(),
                      1.0f / (model.scale() * model.temperature()), kernels) {}

  // Prepares the sentence whose `scores` Decoder::Decode got; they must stay
  // until the last call of Of.
  void SetSentence(absl::Span<const int16_t> scores);

  // The probability that the tokens [first, end) are one entity of `type` (not
  // outside), in [0, 1].
  float Of(size_t first, size_t end, uint32_t type) const;

 private:
  const Kernels& kernels_;
  size_t stride_;
  float factor_;  // stored weights to nats, cooled
  LabelTransitions<float> transitions_;
  std::vector<float> potentials_, forward_, norms_, end_backward_;
};

}  // namespace onym

#endif  // ONYM_LIB_TAG_CONFIDENCE_H_
