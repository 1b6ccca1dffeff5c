// Gradient steps on sentences made by hand.

#include "train/optimizer.h"

#include <cmath>
#include <vector>

#include "gtest/gtest.h"
#include "model/labels.h"

namespace onym {
namespace {

// A sentence whose token i has the feature i alone.
EncodedSentence Sentence(const std::vector<LabelSet>& labels) {
  EncodedSentence sentence = {};
  for (uint32_t i = 0; i < labels.size(); ++i) {
    sentence.rows.push_back(i);
    sentence.ends.push_back(i + 1);
  }
  sentence.labels = labels;
  return sentence;
}

LabelSet Only(uint32_t label) {
  LabelSet labels;
  labels.set(label);
  return labels;
}

Parameters MakeParameters(uint64_t keys) {
  FeatureCounts counts;
  for (uint64_t key = 0; key < keys; ++key) counts.Add(key, 1);
  return Parameters(counts, 1, 1, 1);
}

TEST(OptimizerTest, StepsRaiseTheGoldLabels) {
  Parameters parameters = MakeParameters(3);
  Optimizer optimizer(1, 0.1f, 0.0f, 1, &parameters);
  const EncodedSentence sentence =
      Sentence({Only(LabelOf(1, kBegin)), Only(LabelOf(1, kEnd)), Only(0)});
  for (int i = 0; i < 50; ++i) optimizer.Step(sentence);
  std::vector<float> scores;
  optimizer.Score(sentence, &scores);
  const size_t stride = LabelStride(1);
  EXPECT_GT(scores[LabelOf(1, kBegin)], scores[kOutside] + 1);
  EXPECT_GT(scores[stride + LabelOf(1, kEnd)], scores[stride] + 1);
  EXPECT_GT(scores[2 * stride], scores[2 * stride + LabelOf(1, kSingle)] + 1);
}

TEST(OptimizerTest, NothingIsLearnedWhereAnythingMayStand) {
  Parameters parameters = MakeParameters(2);
  Optimizer optimizer(1, 0.1f, 0.0f, 1, &parameters);
  const EncodedSentence sentence =
      Sentence({LabelSet().set(), LabelSet().set()});
  optimizer.Step(sentence);
  std::vector<float> scores;
  optimizer.Score(sentence, &scores);
  for (float score : scores) EXPECT_EQ(score, 0.0f);
  for (float weight : optimizer.transitions()) EXPECT_EQ(weight, 0.0f);
}

// A sentence that is cut inside an entity has no path; it must not spoil the
// others.
TEST(OptimizerTest, SentencesWithoutAPathAreLeftOut) {
  Parameters parameters = MakeParameters(3);
  Optimizer optimizer(1, 0.1f, 0.5f, 1, &parameters);
  for (int i = 0; i < 5; ++i) {
    optimizer.Step(
        Sentence({Only(LabelOf(1, kInside)), Only(LabelOf(1, kEnd)), Only(0)}));
    optimizer.Step(Sentence({Only(0), Only(LabelOf(1, kBegin))}));
  }
  std::vector<float> scores;
  optimizer.Score(Sentence({Only(0), Only(0), Only(0)}), &scores);
  for (float score : scores) EXPECT_EQ(score, 0.0f);
  for (float weight : optimizer.transitions()) EXPECT_EQ(weight, 0.0f);
}

TEST(OptimizerTest, AverageLiesBetween) {
  Parameters parameters = MakeParameters(1);
  Optimizer optimizer(1, 0.1f, 0.0f, 1, &parameters);
  const EncodedSentence sentence = Sentence({Only(LabelOf(1, kSingle))});
  const auto score = [&] {
    std::vector<float> scores;
    optimizer.Score(sentence, &scores);
    return scores[LabelOf(1, kSingle)];
  };
  optimizer.Step(sentence);
  optimizer.AddToAverage();
  const float first = score();
  const float transition = optimizer.transitions()[0];
  optimizer.Step(sentence);
  optimizer.AddToAverage();
  const float second = score();
  const float second_transition = optimizer.transitions()[0];
  optimizer.UseAverage();
  EXPECT_FLOAT_EQ(score(), (first + second) / 2);
  EXPECT_FLOAT_EQ(optimizer.transitions()[0],
                  (transition + second_transition) / 2);
}

TEST(OptimizerTest, FixedTransitionsStay) {
  Parameters parameters = MakeParameters(2);
  Optimizer optimizer(1, 0.1f, 0.0f, 1, &parameters);
  const std::vector<float> transitions(optimizer.transitions().size(), 0.5f);
  optimizer.FixTransitions(transitions);
  optimizer.Step(Sentence({Only(LabelOf(1, kSingle)), Only(0)}));
  optimizer.AddToAverage();
  optimizer.UseAverage();
  EXPECT_EQ(optimizer.transitions(), transitions);
  std::vector<float> scores;
  optimizer.Score(Sentence({Only(0), Only(0)}), &scores);
  EXPECT_GT(scores[LabelOf(1, kSingle)], 0.0f);
}

// Where the fixed scores are right already there is nothing to learn.
TEST(OptimizerTest, FixedScoresAreAddedAndLearnedUpon) {
  const size_t stride = LabelStride(1);
  EncodedSentence sentence = Sentence({Only(LabelOf(1, kSingle)), Only(0)});
  sentence.fixed_scores.assign(2 * stride, 0.0f);
  sentence.fixed_scores[LabelOf(1, kSingle)] = 20.0f;
  sentence.fixed_scores[stride] = 20.0f;
  Parameters parameters = MakeParameters(2);
  Optimizer optimizer(1, 0.1f, 0.0f, 1, &parameters);
  optimizer.Step(sentence);
  std::vector<float> scores;
  optimizer.Score(sentence, &scores);
  EXPECT_EQ(scores, sentence.fixed_scores);
  sentence.fixed_scores.assign(2 * stride, 0.0f);
  optimizer.Step(sentence);
  optimizer.Score(sentence, &scores);
  EXPECT_GT(scores[LabelOf(1, kSingle)], 0.0f);
}

}  // namespace
}  // namespace onym
