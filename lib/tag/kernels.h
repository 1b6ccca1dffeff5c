// The loops over labels where the tagger spends its time, built once for every
// x86-64 processor and once more for those with AVX2. Whole numbers and a fixed
// order of operations make the results the same on both.

#ifndef ONYM_LIB_TAG_KERNELS_H_
#define ONYM_LIB_TAG_KERNELS_H_

#include <cstddef>
#include <cstdint>

namespace onym {

// All arrays below hold one number for each label of a token, LabelStride long:
// groups of four, B I E S of a type, the first group's first being outside.

// Transition weights spread over the labels that a transition leads to; those
// that it cannot lead to have a weight that rules them out.
template <typename T>
struct LabelTransitions {
  static constexpr size_t kMaxStride = 128;
  alignas(64) T from_outside[kMaxStride];
  alignas(64) T from_end[kMaxStride];
  alignas(64) T from_begin[kMaxStride];   // of the same type
  alignas(64) T from_inside[kMaxStride];  // of the same type
};

// Best scores relative to the best label of a token never fall below this.
// Label scores are cut off at kLargestScore, transitions at 4000, so that even
// the difference of a token's best and worst label fits into 16 bits.
inline constexpr int16_t kViterbiFloor = -16000;
inline constexpr int16_t kLargestScore = 6000;

// What Viterbi leaves for each token: the best scores of paths that end in
// outside and in any entity end.
struct PathEnds {
  int16_t outside;
  int16_t end;
};

// What Forward and Backward work on; all of `tokens` * `stride` numbers.
struct ForwardBackward {
  const LabelTransitions<float>* transitions;
  size_t tokens;
  size_t stride;
  const int16_t* scores;
  float factor;  // from scores to nats
  // Out: e^(score * factor), 1 for a token's highest number. Numbers that stand
  // for no label count, too, and are 0: the best label's is not far below.
  float* potentials;
  float* forward;       // out: probability given the tokens so far
  float* norms;         // out: for each token, what made `forward` sum up to 1
  float* end_backward;  // out: for each token, the backward weight of an end
};

struct Kernels {
  // Adds `count` rows of the feature table to `scores`, and leaves `rows` in
  // another order.
  void (*add_features)(const uint8_t** rows, size_t count, size_t stride,
                       int16_t* scores);
  // Adds `row` to `scores`.
  void (*add_scores)(const int16_t* row, size_t stride, int16_t* scores);
  // Fills `values` with the score of the best path to each label of each token,
  // relative to the token's best, and `ends`.
  void (*viterbi)(const LabelTransitions<int16_t>& transitions,
                  const int16_t* scores, size_t tokens, size_t stride,
                  int16_t* values, PathEnds* ends);
  void (*forward_backward)(const ForwardBackward& work);
};

// Those for this processor.
const Kernels& BestKernels();

// Those that every processor has, and those with AVX2 (do not call them without
// it).
const Kernels& BaselineKernels();
const Kernels& Avx2Kernels();

}  // namespace onym

#endif  // ONYM_LIB_TAG_KERNELS_H_
