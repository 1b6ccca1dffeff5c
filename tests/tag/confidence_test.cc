// Probabilities of spans against sums over all paths.

#include "tag/confidence.h"

#include <cmath>
#include <memory>
#include <random>
#include <vector>

#include "gtest/gtest.h"
#include "model/writer.h"
#include "tests/model/model_bytes.h"
#include "tests/tag/crf_brute_force.h"

namespace onym {
namespace {

using internal::Path;

// A model of random transitions and nothing else.
struct TransitionModel {
  TransitionModel(uint32_t types, float scale, float temperature, int limit,
                  std::mt19937* random) {
    ModelContent content;
    content.info.types.assign(types, "T");
    content.scale = scale;
    content.temperature = temperature;
    for (size_t i = 0; i < TransitionLayout(types).size(); ++i) {
      content.transitions.push_back(static_cast<int16_t>(
          static_cast<int>((*random)() % static_cast<uint32_t>(2 * limit + 1)) -
          limit));
    }
    transitions = content.transitions;
    bytes = std::make_unique<internal::AlignedBytes>(*SerializeModel(content));
    model = *Model::Parse(bytes->bytes());
  }
  std::vector<int16_t> transitions;
  std::unique_ptr<internal::AlignedBytes> bytes;
  std::unique_ptr<const Model> model;
};

// Scores between `low` and `low + range` for all labels that exist.
std::vector<int16_t> RandomScores(uint32_t types, size_t tokens, int low,
                                  uint32_t range, std::mt19937* random) {
  std::vector<int16_t> scores(tokens * LabelStride(types));
  for (size_t i = 0; i < scores.size(); ++i) {
    const size_t label = i % LabelStride(types);
    if (label == kOutside || (label >= 4 && label < 4 * (types + 1))) {
      scores[i] =
          static_cast<int16_t>(low + static_cast<int>((*random)() % range));
    }
  }
  return scores;
}

bool HasSpan(const Path& path, size_t first, size_t end, uint32_t type) {
  if (end - first == 1) return path[first] == LabelOf(type, kSingle);
  if (path[first] != LabelOf(type, kBegin)) return false;
  for (size_t i = first + 1; i + 1 < end; ++i) {
    if (path[i] != LabelOf(type, kInside)) return false;
  }
  return path[end - 1] == LabelOf(type, kEnd);
}

double SlowProbability(uint32_t types, const std::vector<int16_t>& scores,
                       const TransitionModel& model, size_t first, size_t end,
                       uint32_t type) {
  const double factor = 1.0 / (static_cast<double>(model.model->scale()) *
                               static_cast<double>(model.model->temperature()));
  double sum = 0;
  double with_span = 0;
  internal::ForEachPath(
      types, scores.size() / LabelStride(types), [&](const Path& path) {
        const double weight =
            std::exp(factor * internal::PathScore(types, path, scores,
                                                  model.transitions));
        sum += weight;
        if (HasSpan(path, first, end, type)) with_span += weight;
      });
  return with_span / sum;
}

void ExpectRightProbabilities(uint32_t types, size_t tokens, int low,
                              float scale, float temperature,
                              std::mt19937* random) {
  const TransitionModel model(types, scale, temperature, 30, random);
  const std::vector<int16_t> scores =
      RandomScores(types, tokens, low, 80, random);
  SpanPosterior posterior(*model.model, BestKernels());
  posterior.SetSentence(scores);
  for (size_t first = 0; first < tokens; ++first) {
    for (size_t end = first + 1; end <= tokens; ++end) {
      for (uint32_t type = 1; type <= types; ++type) {
        ASSERT_NEAR(posterior.Of(first, end, type),
                    SlowProbability(types, scores, model, first, end, type),
                    1e-5)
            << types << " types, " << tokens << " tokens, [" << first << ", "
            << end << ")";
      }
    }
  }
}

TEST(SpanPosteriorTest, IsTheSumOverAllPaths) {
  std::mt19937 random(1);
  for (uint32_t types = 1; types <= 3; ++types) {
    for (size_t tokens = 1; tokens <= (types == 1 ? 6u : 4u); ++tokens) {
      for (int round = 0; round < 4; ++round) {
        ExpectRightProbabilities(types, tokens, -40, round < 2 ? 10.0f : 24.0f,
                                 round % 2 == 0 ? 1.0f : 1.7f, &random);
      }
    }
  }
}

// Only differences of scores count, not how high all of them are.
TEST(SpanPosteriorTest, LevelOfTheScoresDoesNotMatter) {
  std::mt19937 random(2);
  for (int low : {-500, 500, 1500}) {
    ExpectRightProbabilities(2, 3, low, 10.0f, 1.0f, &random);
  }
}

// Probabilities of all spans that hold a token sum up to one at most.
TEST(SpanPosteriorTest, StaysAProbabilityWithExtremeNumbers) {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    const uint32_t types = 1 + random() % 31;
    const size_t tokens = 1 + random() % 20;
    const TransitionModel model(types, 1.0f, 0.1f, 32767, &random);
    const std::vector<int16_t> scores =
        RandomScores(types, tokens, -32768, 65536, &random);
    SpanPosterior posterior(*model.model, BestKernels());
    posterior.SetSentence(scores);
    for (size_t first = 0; first < tokens; ++first) {
      for (size_t end = first + 1; end <= tokens; ++end) {
        const float probability =
            posterior.Of(first, end, 1 + random() % types);
        ASSERT_GE(probability, 0.0f);
        ASSERT_LE(probability, 1.0f);
      }
    }
  }
}

TEST(SpanPosteriorTest, LongSentencesDoNotUnderflow) {
  std::mt19937 random(4);
  const TransitionModel model(2, 24.0f, 1.0f, 30, &random);
  const std::vector<int16_t> some = RandomScores(2, 4, -40, 80, &random);
  // Outside is certain but for four tokens far inside.
  std::vector<int16_t> scores(1000 * LabelStride(2));
  for (size_t i = 0; i < 1000; ++i) scores[i * LabelStride(2)] = 1000;
  std::copy(some.begin(), some.end(),
            scores.begin() + 500 * static_cast<long>(LabelStride(2)));
  SpanPosterior posterior(*model.model, BestKernels());
  posterior.SetSentence(scores);
  float total = 0;
  for (uint32_t type = 1; type <= 2; ++type) {
    total += posterior.Of(501, 502, type) + posterior.Of(501, 503, type);
  }
  EXPECT_GT(total, 0.01f);
  EXPECT_LT(total, 1.0f);
}

}  // namespace
}  // namespace onym
