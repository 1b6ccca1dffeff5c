// The decoder against a search through all paths.

#include "tag/decoder.h"

#include <algorithm>
#include <random>
#include <vector>

#include "absl/types/span.h"
#include "gtest/gtest.h"
#include "model/format.h"
#include "tests/tag/crf_brute_force.h"

namespace onym {
namespace {

using internal::Path;
using internal::PathScore;

// Random numbers for a sentence.
struct Problem {
  Problem(uint32_t types, size_t tokens, int scale, std::mt19937* random)
      : types(types),
        tokens(tokens),
        scores(tokens * LabelStride(types)),
        transitions(TransitionLayout(types).size()) {
    const auto draw = [&](int limit) {
      return static_cast<int16_t>(
          static_cast<int>((*random)() % static_cast<uint32_t>(2 * limit + 1)) -
          limit);
    };
    for (size_t i = 0; i < scores.size(); ++i) {
      const size_t label = i % LabelStride(types);
      if (label == kOutside || (label >= 4 && label < 4 * (types + 1))) {
        scores[i] = draw(scale);
      }
    }
    for (int16_t& weight : transitions) weight = draw(std::min(scale, 800));
  }

  Path Decode() const {
    Path labels(tokens);
    Decoder(transitions, types, BestKernels())
        .Decode(scores, absl::MakeSpan(labels));
    return labels;
  }
  double Best() const {
    double best = -1e30;
    internal::ForEachPath(types, tokens, [&](const Path& path) {
      best = std::max(best, PathScore(types, path, scores, transitions));
    });
    return best;
  }

  uint32_t types;
  size_t tokens;
  std::vector<int16_t> scores, transitions;
};

TEST(DecoderTest, FindsTheBestPath) {
  std::mt19937 random(1);
  for (uint32_t types = 1; types <= 3; ++types) {
    for (size_t tokens = 1; tokens <= (types == 3 ? 5u : 6u); ++tokens) {
      for (int round = 0; round < 40; ++round) {
        // Few values make many ties.
        const Problem problem(types, tokens, round % 2 == 0 ? 500 : 2, &random);
        const Path labels = problem.Decode();
        ASSERT_EQ(labels.size(), tokens);
        ASSERT_TRUE(internal::IsWellFormed(labels));
        ASSERT_EQ(PathScore(types, labels, problem.scores, problem.transitions),
                  problem.Best())
            << types << " types, " << tokens << " tokens, round " << round;
      }
    }
  }
}

// A label so bad that its path drops out must not come back by overflow.
TEST(DecoderTest, LargeScoresDoNotOverflow) {
  std::mt19937 random(2);
  for (int round = 0; round < 300; ++round) {
    Problem problem(1 + random() % 3, 1, kLargestScore, &random);
    problem.scores[0] = kLargestScore;
    for (size_t label = 4; label < 4 * (problem.types + 1); ++label) {
      problem.scores[label] = -kLargestScore;
    }
    std::fill(problem.transitions.begin(), problem.transitions.end(),
              int16_t{4000});
    ASSERT_EQ(problem.Decode(), Path({kOutside}));
  }
}

TEST(DecoderTest, ExtremeNumbersGiveWellFormedPaths) {
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    Problem problem(1 + random() % kMaxTypes, 1 + random() % 8, 30000, &random);
    for (int16_t& weight : problem.transitions) {
      weight = static_cast<int16_t>(random());
    }
    const Path labels = problem.Decode();
    ASSERT_EQ(labels.size(), problem.tokens);
    ASSERT_TRUE(internal::IsWellFormed(labels));
    for (uint8_t label : labels) ASSERT_LT(label, 4 * (problem.types + 1));
  }
}

TEST(DecoderTest, MemoryOfOneSentenceDoesNotChangeTheNext) {
  std::mt19937 random(4);
  const Problem first(2, 6, 300, &random);
  Decoder decoder(first.transitions, 2, BestKernels());
  for (int round = 0; round < 100; ++round) {
    Problem next(2, 1 + random() % 6, 300, &random);
    next.transitions = first.transitions;
    Path labels(next.tokens);
    decoder.Decode(next.scores, absl::MakeSpan(labels));
    ASSERT_EQ(labels, next.Decode());
  }
}

TEST(DecoderTest, NoTokensNeedNoLabels) {
  Decoder decoder(std::vector<int16_t>(TransitionLayout(2).size()), 2,
                  BestKernels());
  decoder.Decode({}, {});
  Path labels(1);
  decoder.Decode(std::vector<int16_t>(LabelStride(2)), absl::MakeSpan(labels));
  EXPECT_LT(labels[0], 4 * 3);
}

}  // namespace
}  // namespace onym
