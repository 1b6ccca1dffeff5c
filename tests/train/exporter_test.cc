// Pruning and rounding of weights.

#include "train/exporter.h"

#include <algorithm>
#include <array>
#include <vector>

#include "gtest/gtest.h"
#include "train/parameters.h"

namespace onym {
namespace {

// Parameters with given weights. A weight is set by one step of AdaGrad, whose
// length is nearly the rate.
class Weights final {
 public:
  explicit Weights(const std::vector<uint64_t>& keys, TypeSet types)
      : parameters_(CountsOf(keys, types), 1, 1000, 2) {}

  // Sets the weight of B- of a type to about `weight`.
  void Set(uint64_t key, uint32_t type, float weight) {
    std::vector<float> gradient(16, 0.0f);
    gradient[size_t{4} * type] = weight < 0 ? -100.0f : 100.0f;
    parameters_.Update(parameters_.RowOf(key), weight < 0 ? -weight : weight,
                       gradient.data());
  }
  Parameters& operator*() { return parameters_; }

 private:
  static FeatureCounts CountsOf(const std::vector<uint64_t>& keys,
                                TypeSet types) {
    FeatureCounts counts;
    for (uint64_t key : keys) counts.Add(key, types);
    return counts;
  }
  Parameters parameters_;
};

std::vector<uint64_t> KeysOf(const std::vector<FeatureRow>& rows) {
  std::vector<uint64_t> keys;
  for (const FeatureRow& row : rows) keys.push_back(row.key);
  return keys;
}

TEST(ExportFeaturesTest, WeightsAreScaledAndRounded) {
  Weights weights({7}, 1u << 1 | 1u << 2);
  weights.Set(7, 1, 1.26f);
  weights.Set(7, 2, -2.0f);
  const auto rows = ExportFeatures(*weights, 1, 1, 10.0f, 100);
  ASSERT_EQ(rows.size(), 1u);
  ASSERT_EQ(rows[0].blocks.size(), 2u);
  EXPECT_EQ(rows[0].blocks[0].type, 1);
  EXPECT_EQ(rows[0].blocks[0].weights, (std::array<int8_t, 4>{13, 0, 0, 0}));
  EXPECT_EQ(rows[0].blocks[1].type, 2);
  EXPECT_EQ(rows[0].blocks[1].weights, (std::array<int8_t, 4>{-20, 0, 0, 0}));
}

TEST(ExportFeaturesTest, LargeWeightsAreCutOff) {
  Weights weights({7}, 1u << 1 | 1u << 2);
  weights.Set(7, 1, 500.0f);
  weights.Set(7, 2, -500.0f);
  const auto rows = ExportFeatures(*weights, 1, 1, 24.0f, 100);
  EXPECT_EQ(rows[0].blocks[0].weights[0], 127);
  EXPECT_EQ(rows[0].blocks[1].weights[0], -127);
}

TEST(ExportFeaturesTest, SmallWeightsAreDropped) {
  Weights weights({7, 8}, 1u << 1 | 1u << 2);
  weights.Set(7, 1, 0.1f);
  weights.Set(8, 1, 0.1f);
  weights.Set(8, 2, 5.0f);
  const auto rows = ExportFeatures(*weights, 1, 1, 10.0f, 100);
  ASSERT_EQ(KeysOf(rows), std::vector<uint64_t>({8}));
  ASSERT_EQ(rows[0].blocks.size(), 1u);
  EXPECT_EQ(rows[0].blocks[0].type, 2);
}

TEST(ExportFeaturesTest, TheLargestRowsAreKept) {
  Weights weights({1, 2, 3, 4}, 1u << 1);
  weights.Set(1, 1, 1.0f);
  weights.Set(2, 1, -3.0f);
  weights.Set(3, 1, 2.0f);
  weights.Set(4, 1, 1.0f);
  EXPECT_EQ(KeysOf(ExportFeatures(*weights, 1, 1, 10.0f, 3)),
            std::vector<uint64_t>({2, 3, 1}));
  EXPECT_EQ(KeysOf(ExportFeatures(*weights, 1, 1, 10.0f, 9)).size(), 4u);
  EXPECT_TRUE(ExportFeatures(*weights, 1, 1, 10.0f, 0).empty());
}

// A domain's copy is added to the common weights; what other domains have of
// their own, and the copies as such, no tagger would ever look up.
TEST(ExportFeaturesTest, CopiesOfTheDomainAreMerged) {
  const uint64_t first = DomainKey(7, 1);
  const uint64_t second = DomainKey(7, 2);
  Weights weights({7, first, second}, 1u << 1);
  weights.Set(7, 1, 2.0f);
  weights.Set(first, 1, 1.0f);
  weights.Set(second, 1, 4.0f);
  const auto rows = ExportFeatures(*weights, 1, 2, 10.0f, 100);
  ASSERT_EQ(KeysOf(rows), std::vector<uint64_t>({7}));
  EXPECT_EQ(rows[0].blocks[0].weights[0], 30);
  const auto common = ExportFeatures(*weights, 0, 2, 10.0f, 100);
  ASSERT_EQ(KeysOf(common), std::vector<uint64_t>({7}));
  EXPECT_EQ(common[0].blocks[0].weights[0], 20);
}

TEST(ExportTransitionsTest, WeightsAreRoundedAndCutOff) {
  EXPECT_EQ(ExportTransitions({0.24f, -0.26f, 1e6f, -1e6f}, 10.0f),
            std::vector<int16_t>({2, -3, 4000, -4000}));
}

TEST(PruneTest, LeavesWhatTheExportKeeps) {
  const uint64_t own = DomainKey(7, 1), other = DomainKey(8, 2);
  Weights weights({7, 8, 9, own, other}, 1u << 1 | 1u << 2);
  weights.Set(7, 1, 1.0f);
  weights.Set(own, 1, 2.0f);
  weights.Set(8, 2, 2.0f);
  weights.Set(other, 2, 4.0f);
  weights.Set(9, 1, 1.5f);
  const auto before = ExportFeatures(*weights, 1, 2, 10.0f, 2);
  ASSERT_EQ(KeysOf(before), std::vector<uint64_t>({7, 8}));
  Prune(1, 2, 10.0f, 2, &*weights);
  const auto after = ExportFeatures(*weights, 1, 2, 10.0f, 100);
  ASSERT_EQ(KeysOf(after), KeysOf(before));
  for (size_t i = 0; i < after.size(); ++i) {
    ASSERT_EQ(after[i].blocks.size(), 1u);
    EXPECT_EQ(after[i].blocks[0].type, before[i].blocks[0].type);
    EXPECT_EQ(after[i].blocks[0].weights, before[i].blocks[0].weights);
  }
  // The other domain keeps its own.
  float kept = 0.0f;
  (*weights).ForEach([&](uint64_t key, uint8_t, const auto& of_type) {
    if (key == other) kept = std::max(kept, of_type[0]);
  });
  EXPECT_NEAR(kept, 4.0f, 0.1f);
}

}  // namespace
}  // namespace onym
