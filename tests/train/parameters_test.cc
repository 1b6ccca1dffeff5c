// Which features get weights, and how the weights move.

#include "train/parameters.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "gtest/gtest.h"

namespace onym {
namespace {

// Counts the feature `key` for `tokens` tokens of `types`.
void Count(uint64_t key, int tokens, TypeSet types, FeatureCounts* counts) {
  for (int i = 0; i < tokens; ++i) counts->Add(key, types);
}

// The types that `key` has weights for.
std::set<uint8_t> TypesOf(const Parameters& parameters, uint64_t of_key) {
  std::set<uint8_t> types;
  parameters.ForEach(
      [&](uint64_t key, uint8_t type, const std::array<float, 4>&) {
        if (key == of_key) types.insert(type);
      });
  return types;
}

std::array<float, 4> WeightsOf(const Parameters& parameters, uint64_t of_key,
                               uint8_t of_type) {
  std::array<float, 4> found = {};
  parameters.ForEach(
      [&](uint64_t key, uint8_t type, const std::array<float, 4>& weights) {
        if (key == of_key && type == of_type) found = weights;
      });
  return found;
}

TEST(ParametersTest, RareFeaturesHaveNoWeights) {
  FeatureCounts counts;
  Count(1, 2, 1u << 1, &counts);
  Count(2, 3, 1u << 1, &counts);
  // Of tokens that may be anything.
  Count(3, 9, 0, &counts);
  const Parameters parameters(counts, 3, 100, 2);
  EXPECT_EQ(parameters.RowOf(1), Parameters::kNoRow);
  EXPECT_NE(parameters.RowOf(2), Parameters::kNoRow);
  EXPECT_EQ(parameters.RowOf(3), Parameters::kNoRow);
  EXPECT_EQ(parameters.RowOf(4), Parameters::kNoRow);
  EXPECT_EQ(parameters.row_count(), 1u);
  EXPECT_EQ(parameters.weight_count(), 4u);
}

TEST(ParametersTest, FrequentFeaturesHaveWeightsOfAllTypes) {
  FeatureCounts counts;
  Count(1, 9, 1u << 2, &counts);
  counts.Add(1, 1u << 0);
  Count(2, 11, 1u << 2, &counts);
  const Parameters parameters(counts, 1, 11, 31);
  EXPECT_EQ(TypesOf(parameters, 1), std::set<uint8_t>({0, 2}));
  EXPECT_EQ(TypesOf(parameters, 2).size(), 32u);
}

TEST(ParametersTest, FeaturesAreVisitedInOrder) {
  FeatureCounts counts;
  for (uint64_t key : {99u, 5u, 70u, 6u}) Count(key, 1, 6u, &counts);
  std::vector<std::pair<uint64_t, uint8_t>> visited;
  Parameters(counts, 1, 100, 2)
      .ForEach([&](uint64_t key, uint8_t type, const std::array<float, 4>&) {
        visited.emplace_back(key, type);
      });
  EXPECT_EQ(visited.size(), 8u);
  EXPECT_TRUE(std::is_sorted(visited.begin(), visited.end()));
}

TEST(ParametersTest, StepsAreThoseOfAdaGrad) {
  FeatureCounts counts;
  Count(1, 1, 1u << 0 | 1u << 2, &counts);
  Parameters parameters(counts, 1, 100, 2);
  const uint32_t row = parameters.RowOf(1);
  // A gradient of each label, of types 0, 1 and 2.
  std::vector<float> gradient(16, 0.0f);
  gradient[4] = 9.0f;  // of a type without weights
  float weight = 0.0f, squares = 0.0f;
  for (float g : {0.5f, -0.25f, 1.0f, 0.0f}) {
    gradient[8 + 2] = g;
    parameters.Update(row, 0.1f, gradient.data());
    squares += g * g;
    weight += 0.1f * g / (std::sqrt(squares) + 0.01f);
    EXPECT_FLOAT_EQ(WeightsOf(parameters, 1, 2)[2], weight);
  }
  EXPECT_EQ(WeightsOf(parameters, 1, 2)[0], 0.0f);
  EXPECT_EQ(WeightsOf(parameters, 1, 0)[0], 0.0f);
  std::vector<float> scores(16, 1.0f);
  parameters.Score(row, 2.0f, scores.data());
  EXPECT_FLOAT_EQ(scores[10], 1.0f + 2.0f * weight);
  EXPECT_EQ(scores[4], 1.0f);
}

TEST(ParametersTest, AverageIsTheMeanOfWhatWasAdded) {
  FeatureCounts counts;
  Count(1, 1, 1u << 1, &counts);
  Parameters parameters(counts, 1, 100, 1);
  const std::vector<float> gradient(8, 1.0f);
  // Nothing was added: the weights stay.
  parameters.Update(0, 0.1f, gradient.data());
  const float first = WeightsOf(parameters, 1, 1)[0];
  parameters.UseAverage();
  EXPECT_EQ(WeightsOf(parameters, 1, 1)[0], first);
  parameters.AddToAverage();
  parameters.Update(0, 0.1f, gradient.data());
  const float second = WeightsOf(parameters, 1, 1)[0];
  parameters.AddToAverage();
  parameters.Update(0, 0.1f, gradient.data());
  parameters.UseAverage();
  EXPECT_FLOAT_EQ(WeightsOf(parameters, 1, 1)[0], (first + second) / 2);
}

TEST(DomainKeyTest, DomainsHaveKeysOfTheirOwn) {
  EXPECT_EQ(DomainKey(42, 0), 42u);
  EXPECT_EQ(std::set<uint64_t>(
                {42, DomainKey(42, 1), DomainKey(42, 2), DomainKey(43, 1)})
                .size(),
            4u);
}

TEST(ParametersTest, WhatIsNotRetainedStaysZero) {
  FeatureCounts counts;
  for (uint64_t key : {1u, 2u, 3u}) {
    Count(key, 1, 1u << 0 | 1u << 1 | 1u << 2, &counts);
  }
  Parameters parameters(counts, 1, 100, 2);
  std::vector<float> gradient(16, 10.0f);
  for (uint64_t key : {1u, 2u, 3u}) {
    parameters.Update(parameters.RowOf(key), static_cast<float>(key),
                      gradient.data());
  }
  parameters.Retain([](uint64_t key, uint8_t type, const auto&) {
    return key == 3 || (key == 1 && type == 2);
  });
  EXPECT_EQ(TypesOf(parameters, 1), std::set<uint8_t>({2}));
  EXPECT_EQ(TypesOf(parameters, 2), std::set<uint8_t>());
  EXPECT_EQ(TypesOf(parameters, 3), std::set<uint8_t>({0, 1, 2}));
  EXPECT_NEAR(WeightsOf(parameters, 1, 2)[0], 1.0f, 0.01f);
  EXPECT_NEAR(WeightsOf(parameters, 3, 1)[3], 3.0f, 0.01f);
  parameters.Update(parameters.RowOf(2), 1.0f, gradient.data());
  std::vector<float> scores(16, 0.0f);
  parameters.Score(parameters.RowOf(2), 1.0f, scores.data());
  EXPECT_EQ(scores, std::vector<float>(16, 0.0f));
}

}  // namespace
}  // namespace onym
