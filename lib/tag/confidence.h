// The probability of entities, by the forward-backward algorithm (Baum 1972)
// constrained to a span as in Culotta and McCallum 2004.

#ifndef ONYM_LIB_TAG_CONFIDENCE_H_
#define ONYM_LIB_TAG_CONFIDENCE_H_

#include <array>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "model/format.h"
#include "model/model.h"

namespace onym {

// Keep one per thread; allocates only to grow. All arithmetic is in a fixed
// order of IEEE single precision, so every machine finds the same numbers.
class SpanPosterior final {
 public:
  explicit SpanPosterior(const Model& model);

  // Prepares the sentence whose `scores` Decoder::Decode got.
  void SetSentence(absl::Span<const int16_t> scores);

  // The probability that the tokens [first, end) are one entity of `type` (not
  // outside), in [0, 1].
  float Of(size_t first, size_t end, uint32_t type) const;

 private:
  using ByType = std::array<float, kMaxTypes + 1>;

  void Forward();
  void Backward();

  uint32_t types_;
  size_t stride_;
  size_t tokens_ = 0;
  float factor_;  // stored weights to nats, cooled
  std::array<float, 2> to_outside_;
  std::array<ByType, 2> to_begin_, to_single_;  // from outside, from an end
  std::array<ByType, 2> to_inside_, to_end_;    // from B, from I
  std::vector<float> potentials_;  // per token and label
  std::vector<float> forward_;     // the same, scaled to sum up to 1 per token
  std::vector<float> norms_;       // the sums before scaling
  std::vector<float> end_backward_;  // per token, of an E or S there
};

}  // namespace onym

#endif  // ONYM_LIB_TAG_CONFIDENCE_H_
