// AdaGrad steps.

#include "train/optimizer.h"

#include <algorithm>
#include <cmath>

#include "model/labels.h"
#include "model/model.h"

namespace onym {
namespace {

// Gradients below this move nothing; most tokens are soon learned.
constexpr float kNegligible = 1e-3f;

}  // namespace

Optimizer::Optimizer(uint32_t types, float rate, float dropout, uint32_t seed,
                     Parameters* parameters)
    : stride_(LabelStride(types)),
      rate_(rate),
      keep_(1.0f - dropout),
      random_(seed),
      parameters_(*parameters),
      lattice_(types),
      transitions_(TransitionLayout(types).size(), 0.0f),
      squares_(transitions_.size(), 0.0f),
      sums_(transitions_.size(), 0.0f) {}

void Optimizer::FixTransitions(const std::vector<float>& transitions) {
  transitions_ = transitions;
  transitions_are_fixed_ = true;
}

void Optimizer::SetFixedScores(const EncodedSentence& sentence,
                               std::vector<float>* scores) const {
  *scores = sentence.fixed_scores;
  scores->resize(sentence.ends.size() * stride_, 0.0f);
}

void Optimizer::Score(const EncodedSentence& sentence,
                      std::vector<float>* scores) {
  SetFixedScores(sentence, scores);
  size_t row = 0;
  for (size_t i = 0; i < sentence.ends.size(); ++i) {
    for (; row < sentence.ends[i]; ++row) {
      parameters_.Score(sentence.rows[row], 1.0f, scores->data() + i * stride_);
    }
  }
}

void Optimizer::ScoreWithDropout(const EncodedSentence& sentence) {
  const auto threshold = static_cast<uint32_t>(keep_ * 255.0f);
  dropped_.resize(sentence.rows.size());
  uint32_t bits = 0;
  for (size_t row = 0; row < dropped_.size(); ++row) {
    // One draw serves four rows.
    bits = row % 4 == 0 ? static_cast<uint32_t>(random_()) : bits >> 8;
    dropped_[row] = (bits & 0xFFu) > threshold;
  }
  SetFixedScores(sentence, &scores_);
  size_t row = 0;
  for (size_t i = 0; i < sentence.ends.size(); ++i) {
    for (; row < sentence.ends[i]; ++row) {
      if (dropped_[row] != 0) continue;
      parameters_.Score(sentence.rows[row], 1.0f / keep_,
                        scores_.data() + i * stride_);
    }
  }
}

void Optimizer::UpdateWeights(const EncodedSentence& sentence) {
  size_t row = 0;
  for (size_t i = 0; i < sentence.ends.size(); ++i) {
    // The gradient takes the place of the free expectations.
    float* gradient = free_.labels.data() + i * stride_;
    const float* bound = bound_.labels.data() + i * stride_;
    float largest = 0.0f;
    for (size_t label = 0; label < stride_; ++label) {
      gradient[label] = bound[label] - gradient[label];
      largest = std::max(largest, std::abs(gradient[label]));
    }
    if (largest < kNegligible) {
      row = sentence.ends[i];
      continue;
    }
    for (; row < sentence.ends[i]; ++row) {
      if (dropped_[row] == 0) {
        parameters_.Update(sentence.rows[row], rate_, gradient);
      }
    }
  }
}

void Optimizer::UpdateTransitions() {
  for (size_t i = 0; i < transitions_.size(); ++i) {
    const float gradient = bound_.transitions[i] - free_.transitions[i];
    squares_[i] += gradient * gradient;
    transitions_[i] += rate_ * gradient / (std::sqrt(squares_[i]) + 1e-2f);
  }
}

void Optimizer::Step(const EncodedSentence& sentence) {
  ScoreWithDropout(sentence);
  lattice_.Compute(scores_, transitions_, {}, &free_);
  // An entity that was cut with its over-long sentence leaves no path.
  if (!lattice_.Compute(scores_, transitions_, sentence.labels, &bound_)) {
    return;
  }
  UpdateWeights(sentence);
  if (!transitions_are_fixed_) UpdateTransitions();
}

void Optimizer::AddToAverage() {
  parameters_.AddToAverage();
  for (size_t i = 0; i < sums_.size(); ++i) sums_[i] += transitions_[i];
  ++summed_;
}

void Optimizer::UseAverage() {
  if (summed_ == 0) return;
  parameters_.UseAverage();
  if (transitions_are_fixed_) return;
  for (size_t i = 0; i < sums_.size(); ++i) {
    transitions_[i] = sums_[i] / static_cast<float>(summed_);
  }
}

}  // namespace onym
