// Marginal probabilities of labels in a sentence, for the gradient.

#ifndef ONYM_LIB_TRAIN_LATTICE_H_
#define ONYM_LIB_TRAIN_LATTICE_H_

#include <array>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "model/format.h"
#include "train/corpus.h"

namespace onym {

// What a linear-chain CRF (Lafferty et al. 2001) expects of a sentence: the
// probability of each label of each token, and how often each transition
// (TransitionLayout) is taken.
struct Expectations {
  std::vector<float> labels;  // LabelStride(types) for each token
  std::vector<float> transitions;
};

// Keep one per thread; allocates only to grow.
class Lattice final {
 public:
  explicit Lattice(uint32_t types);

  // `scores` holds LabelStride(types) log-potentials for each token. With
  // `allowed` not empty, only paths through its labels count (Tsuboi et al.
  // 2008). Returns false, with zero expectations, if there is no such path.
  bool Compute(absl::Span<const float> scores,
               absl::Span<const float> transitions,
               absl::Span<const LabelSet> allowed, Expectations* expectations);

 private:
  using ByType = std::array<float, kMaxTypes + 1>;

  void SetTransitions(absl::Span<const float> transitions);
  void SetPotentials(absl::Span<const float> scores,
                     absl::Span<const LabelSet> allowed);
  // Whether there is a path.
  bool Forward();
  void Backward(Expectations* expectations);

  uint32_t types_;
  size_t stride_;
  size_t tokens_ = 0;
  std::array<float, 2> to_outside_;
  std::array<ByType, 2> to_begin_, to_single_, to_inside_, to_end_;
  std::vector<float> potentials_, forward_, norms_;
};

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_LATTICE_H_
