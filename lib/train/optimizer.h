// Gradient steps of the CRF, sentence by sentence.

#ifndef ONYM_LIB_TRAIN_OPTIMIZER_H_
#define ONYM_LIB_TRAIN_OPTIMIZER_H_

#include <cstdint>
#include <random>
#include <vector>

#include "train/encoder.h"
#include "train/lattice.h"
#include "train/parameters.h"

namespace onym {

// Maximises the log-likelihood of the allowed label sequences by AdaGrad, one
// sentence a step, dropping features at random.
class Optimizer final {
 public:
  // `parameters` is borrowed and changed.
  Optimizer(uint32_t types, float rate, float dropout, uint32_t seed,
            Parameters* parameters);

  // Sets the transition weights; from then on they do not change.
  void FixTransitions(const std::vector<float>& transitions);

  void Step(const EncodedSentence& sentence);

  // Scores of all tokens under the current weights, nothing dropped.
  void Score(const EncodedSentence& sentence, std::vector<float>* scores);

  const std::vector<float>& transitions() const { return transitions_; }
  void AddToAverage();
  void UseAverage();

 private:
  void SetFixedScores(const EncodedSentence& sentence,
                      std::vector<float>* scores) const;
  void ScoreWithDropout(const EncodedSentence& sentence);
  void UpdateWeights(const EncodedSentence& sentence);
  void UpdateTransitions();

  size_t stride_;
  float rate_;
  float keep_;  // one minus dropout
  std::mt19937 random_;
  Parameters& parameters_;
  Lattice lattice_;
  std::vector<float> transitions_, squares_, sums_;
  int summed_ = 0;
  bool transitions_are_fixed_ = false;
  std::vector<uint8_t> dropped_;  // one for each row of the sentence
  std::vector<float> scores_;
  Expectations free_, bound_;
};

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_OPTIMIZER_H_
