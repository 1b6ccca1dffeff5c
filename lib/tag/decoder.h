// The best label sequence of a sentence (Viterbi 1967), in whole numbers, so
// that every machine finds the same one.

#ifndef ONYM_LIB_TAG_DECODER_H_
#define ONYM_LIB_TAG_DECODER_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "tag/kernels.h"

namespace onym {

// Only well-formed BIOES sequences are found. Transitions are those of
// TransitionLayout: an entity's first label depends on whether outside or some
// entity's end stands before, not on the type of that, so the cost is linear in
// the number of labels. Keep one decoder per thread; Decode allocates only to
// grow.
class Decoder final {
 public:
  // `transitions` is copied; `types` does not count outside.
  Decoder(absl::Span<const int16_t> transitions, uint32_t types,
          const Kernels& kernels);

  // `scores` holds LabelStride(types) numbers for each token, `labels` has room
  // for one label a token.
  void Decode(absl::Span<const int16_t> scores, absl::Span<uint8_t> labels);

 private:
  uint32_t BestEnd(size_t token) const;
  uint32_t Before(size_t token, uint32_t label) const;

  const Kernels& kernels_;
  uint32_t types_;
  size_t stride_;
  LabelTransitions<int16_t> transitions_;
  std::vector<int16_t> values_;  // of the best path to each token and label
  std::vector<PathEnds> ends_;
};

}  // namespace onym

#endif  // ONYM_LIB_TAG_DECODER_H_
