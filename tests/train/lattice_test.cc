// Expectations of the CRF against sums over all paths.

#include "train/lattice.h"

#include <cmath>
#include <random>
#include <vector>

#include "gtest/gtest.h"
#include "model/labels.h"
#include "model/model.h"
#include "tests/tag/crf_brute_force.h"

namespace onym {
namespace {

using internal::Path;

struct Problem {
  Problem(uint32_t of_types, size_t of_tokens, std::mt19937* random)
      : types(of_types),
        tokens(of_tokens),
        scores(of_tokens * LabelStride(of_types)),
        transitions(TransitionLayout(of_types).size()) {
    std::normal_distribution<float> normal(0.0f, 1.5f);
    for (float& score : scores) score = normal(*random);
    for (float& weight : transitions) weight = normal(*random);
  }

  uint32_t types;
  size_t tokens;
  std::vector<float> scores, transitions;
};

bool IsAllowed(const Path& path, const std::vector<LabelSet>& allowed) {
  for (size_t i = 0; i < allowed.size(); ++i) {
    if (!allowed[i].test(path[i])) return false;
  }
  return true;
}

Expectations SlowExpectations(const Problem& problem,
                              const std::vector<LabelSet>& allowed) {
  const size_t stride = LabelStride(problem.types);
  const TransitionLayout layout(problem.types);
  std::vector<double> labels(problem.scores.size());
  std::vector<double> transitions(problem.transitions.size());
  double sum = 0;
  internal::ForEachPath(problem.types, problem.tokens, [&](const Path& path) {
    if (!IsAllowed(path, allowed)) return;
    const double weight = std::exp(internal::PathScore(
        problem.types, path, problem.scores, problem.transitions));
    sum += weight;
    uint32_t before = kOutside;
    for (size_t i = 0; i < path.size(); ++i) {
      labels[i * stride + path[i]] += weight;
      transitions[internal::TransitionIndex(layout, before, path[i])] += weight;
      before = path[i];
    }
  });
  Expectations expectations;
  for (double label : labels) {
    expectations.labels.push_back(static_cast<float>(label / sum));
  }
  for (double transition : transitions) {
    expectations.transitions.push_back(static_cast<float>(transition / sum));
  }
  return expectations;
}

void ExpectNear(const std::vector<float>& found,
                const std::vector<float>& right) {
  ASSERT_EQ(found.size(), right.size());
  for (size_t i = 0; i < found.size(); ++i) {
    ASSERT_NEAR(found[i], right[i], 2e-5) << i;
  }
}

void ExpectRight(const Problem& problem, const std::vector<LabelSet>& allowed,
                 Lattice* lattice) {
  Expectations found;
  ASSERT_TRUE(
      lattice->Compute(problem.scores, problem.transitions, allowed, &found));
  const Expectations right = SlowExpectations(problem, allowed);
  ExpectNear(found.labels, right.labels);
  ExpectNear(found.transitions, right.transitions);
}

// The labels of a random path and some more.
std::vector<LabelSet> RandomSets(const Problem& problem, std::mt19937* random) {
  std::vector<Path> paths;
  internal::ForEachPath(problem.types, problem.tokens,
                        [&](const Path& path) { paths.push_back(path); });
  const Path& path = paths[(*random)() % paths.size()];
  std::vector<LabelSet> allowed(problem.tokens);
  for (size_t i = 0; i < allowed.size(); ++i) {
    allowed[i].set(path[i]);
    for (uint32_t k = 0; k < (*random)() % 4; ++k) {
      allowed[i].set((*random)() % (4 * (problem.types + 1)));
    }
  }
  return allowed;
}

TEST(LatticeTest, AllPaths) {
  std::mt19937 random(1);
  for (uint32_t types = 1; types <= 2; ++types) {
    Lattice lattice(types);
    for (size_t tokens = 1; tokens <= 4; ++tokens) {
      for (int round = 0; round < 10; ++round) {
        ExpectRight(Problem(types, tokens, &random), {}, &lattice);
      }
    }
  }
}

TEST(LatticeTest, AllowedPaths) {
  std::mt19937 random(2);
  for (uint32_t types = 1; types <= 2; ++types) {
    Lattice lattice(types);
    for (size_t tokens = 1; tokens <= 4; ++tokens) {
      for (int round = 0; round < 20; ++round) {
        const Problem problem(types, tokens, &random);
        ExpectRight(problem, RandomSets(problem, &random), &lattice);
      }
    }
  }
}

TEST(LatticeTest, OnePathIsCertain) {
  std::mt19937 random(3);
  const Problem problem(2, 3, &random);
  const Path path = {LabelOf(2, kBegin), LabelOf(2, kEnd), LabelOf(1, kSingle)};
  std::vector<LabelSet> allowed(3);
  for (size_t i = 0; i < 3; ++i) allowed[i].set(path[i]);
  Lattice lattice(2);
  Expectations found;
  ASSERT_TRUE(
      lattice.Compute(problem.scores, problem.transitions, allowed, &found));
  for (size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(found.labels[i * LabelStride(2) + path[i]], 1.0f, 1e-6f);
  }
}

TEST(LatticeTest, MarginalsOfLongSentencesSumUpToOne) {
  std::mt19937 random(4);
  const Problem problem(3, 1000, &random);
  Lattice lattice(3);
  Expectations found;
  ASSERT_TRUE(lattice.Compute(problem.scores, problem.transitions, {}, &found));
  for (size_t i = 0; i < problem.tokens; ++i) {
    float sum = 0;
    for (size_t label = 0; label < LabelStride(3); ++label) {
      sum += found.labels[i * LabelStride(3) + label];
    }
    ASSERT_NEAR(sum, 1.0f, 1e-3f) << i;
  }
}

TEST(LatticeTest, NoTokens) {
  Lattice lattice(2);
  Expectations found;
  EXPECT_TRUE(lattice.Compute(
      {}, std::vector<float>(TransitionLayout(2).size()), {}, &found));
  EXPECT_TRUE(found.labels.empty());
}

// Sets that no path goes through, as where an over-long sentence is cut inside
// an entity, must not spoil the weights with what is not a number.
TEST(LatticeTest, NoAllowedPathGivesNothing) {
  std::mt19937 random(5);
  const Problem problem(2, 3, &random);
  const std::vector<Path> impossible = {
      {LabelOf(1, kInside), LabelOf(1, kEnd), kOutside},
      {kOutside, LabelOf(1, kBegin), LabelOf(1, kInside)},
      {LabelOf(1, kBegin), kOutside, kOutside},
      {LabelOf(1, kBegin), LabelOf(2, kEnd), kOutside}};
  for (const Path& path : impossible) {
    std::vector<LabelSet> allowed(3);
    for (size_t i = 0; i < 3; ++i) allowed[i].set(path[i]);
    Lattice lattice(2);
    Expectations found;
    EXPECT_FALSE(
        lattice.Compute(problem.scores, problem.transitions, allowed, &found));
    for (float label : found.labels) EXPECT_EQ(label, 0.0f);
    for (float transition : found.transitions) EXPECT_EQ(transition, 0.0f);
  }
}

}  // namespace
}  // namespace onym
