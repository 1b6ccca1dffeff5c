// Clusters of words by their vectors.

#include "train/clusters.h"

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "model/tables.h"
#include "tag/word.h"
#include "tests/base/temp_folder.h"

namespace onym {
namespace {

using internal::TempFolder;
using testing::HasSubstr;

// Words a0 a1 ... b0 b1 ...: those of a letter point in nearly one direction.
std::string ToyVectors(int groups, int words) {
  std::mt19937 random(1);
  const auto draw = [&] {
    return static_cast<float>(random() % 2001) / 1000.0f - 1.0f;
  };
  std::string text;
  for (int group = 0; group < groups; ++group) {
    std::vector<float> center(20);
    for (float& x : center) x = draw();
    for (int word = 0; word < words; ++word) {
      text += "g" + std::to_string(group) + "w" + std::to_string(word);
      for (float x : center) text += " " + std::to_string(x + 0.01f * draw());
      text += "\n";
    }
  }
  return text;
}

class ClustersTest : public testing::Test {
 protected:
  std::string Write(const std::string& content) {
    return folder_.Write("vectors.txt", content);
  }
  TempFolder folder_;
};

TEST_F(ClustersTest, LikeWordsShareTheCoarseCluster) {
  // As many groups as the coarsest level has clusters, at most.
  const auto words = ClusterWords(Write(ToyVectors(20, 30)), 100000);
  ASSERT_TRUE(words.ok()) << words.status();
  ASSERT_EQ(words->size(), 600u);
  std::map<uint64_t, uint32_t> clusters(words->begin(), words->end());
  std::map<uint32_t, std::set<int>> groups_by_cluster;
  for (int group = 0; group < 20; ++group) {
    for (int word = 0; word < 30; ++word) {
      const uint64_t hash =
          PhraseHash("g" + std::to_string(group) + "w" + std::to_string(word));
      ASSERT_EQ(clusters.count(hash), 1u);
      ASSERT_LT(clusters[hash], WordTable::kNoCluster);
      groups_by_cluster[clusters[hash] >> 6].insert(group);
    }
  }
  // K-means may start with two groups in one cluster, rarely.
  size_t pure = 0;
  for (const auto& [cluster, groups] : groups_by_cluster) {
    pure += groups.size() == 1;
  }
  EXPECT_GE(pure * 10, groups_by_cluster.size() * 8);
}

TEST_F(ClustersTest, SameFileGivesTheSameClusters) {
  const std::string path = Write(ToyVectors(100, 5));
  const auto first = ClusterWords(path, 1000);
  const auto second = ClusterWords(path, 1000);
  ASSERT_TRUE(first.ok()) << first.status();
  EXPECT_EQ(*first, *second);
}

TEST_F(ClustersTest, FirstLinesAndFirstOfEqualWordsCount) {
  const std::string path =
      Write("the 1 0\nThe 0 1\nof 0.5 0.5\n\nword\nand 0 1\nlast 1 1\n");
  // Empty lines and lines without numbers are passed over, but counted.
  EXPECT_EQ(ClusterWords(path, 6)->size(), 3u);
  EXPECT_EQ(ClusterWords(path, 2)->size(), 1u);
  EXPECT_EQ(ClusterWords(path, 0)->size(), 0u);
  EXPECT_EQ(ClusterWords(path, 100)->size(), 4u);
}

TEST_F(ClustersTest, VectorsOfOtherLengthsAreErrors) {
  for (const char* bad : {"a 1 2\nb 1 2\nc 1\n", "a 1 2\nb 1 2\nc 1 2 3\n",
                          "a 1 2\nb 1 2\nc 1 x\n", "a 1 2\nb 1 2\nc \n"}) {
    const absl::Status status = ClusterWords(Write(bad), 100).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << bad;
    EXPECT_THAT(std::string(status.message()), HasSubstr("vectors.txt:3"));
  }
}

TEST_F(ClustersTest, ZerosAndStrangeNumbersDoNoHarm) {
  std::string text = "zero 0 0 0\nnan nan 1 1\ninf inf 0 0\nbig 1e38 1e38 0\n";
  text += "other 1 2 3\n";
  const auto words = ClusterWords(Write(text), 100);
  ASSERT_TRUE(words.ok());
  for (const auto& [hash, cluster] : *words) {
    EXPECT_LT(cluster, WordTable::kNoCluster);
  }
}

TEST_F(ClustersTest, WhatCannotBeReadIsAnError) {
  EXPECT_EQ(ClusterWords(folder_.PathOf("missing"), 9).status().code(),
            absl::StatusCode::kNotFound);
  EXPECT_FALSE(ClusterWords(folder_.path(), 9).ok());
  EXPECT_EQ(ClusterWords(Write(""), 9)->size(), 0u);
}

}  // namespace
}  // namespace onym
