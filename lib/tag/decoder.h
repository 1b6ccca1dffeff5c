// The best label sequence of a sentence (Viterbi 1967), in whole numbers, so
// that every machine finds the same one.

#ifndef ONYM_LIB_TAG_DECODER_H_
#define ONYM_LIB_TAG_DECODER_H_

#include <array>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "model/format.h"

namespace onym {

// Only well-formed BIOES sequences are found. Transitions are those of
// TransitionLayout: an entity's first label depends on whether outside or some
// entity's end stands before, not on the type of that, so the cost is linear in
// the number of labels. Keep one decoder per thread; Decode allocates only to
// grow.
class Decoder final {
 public:
  // `transitions` is copied; `types` does not count outside.
  Decoder(absl::Span<const int16_t> transitions, uint32_t types);

  // `scores` holds LabelStride(types) numbers for each token. Replaces *labels
  // by one label a token. At most 2^15 tokens.
  void Decode(absl::Span<const int16_t> scores, std::vector<uint8_t>* labels);

 private:
  // Numbers indexed by type; 0 is not used.
  using ByType = std::array<int32_t, kMaxTypes + 1>;

  // Where a label's best path comes from.
  struct Step {
    // For each type, from an entity's end (not outside) to B: bit 0, to S: bit
    // 1; from I (not B) to I: bit 2, to E: bit 3.
    std::array<uint8_t, kMaxTypes + 1> from;
    bool outside_from_end;
    uint8_t best_end;  // the best label that ends an entity here
  };

  // The state after a token.
  struct State {
    int32_t outside;
    int32_t end;  // the best of all E and S
    ByType begin, inside;
  };

  void Advance(const int16_t* scores, State* state, Step* step) const;
  void Backtrack(bool ends_inside_entity, std::vector<uint8_t>* labels) const;

  uint32_t types_;
  std::array<int32_t, 2> to_outside_;
  std::array<ByType, 2> to_begin_, to_single_;  // from outside, from an end
  std::array<ByType, 2> to_inside_, to_end_;    // from B, from I
  std::vector<Step> steps_;
};

}  // namespace onym

#endif  // ONYM_LIB_TAG_DECODER_H_
