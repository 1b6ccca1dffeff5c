// Tests of the scores.

#include "tools/onym/score.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace onym::tool {
namespace {

TEST(ScoreTest, CountsExactMatchesOnly) {
  Score score;
  const std::vector<TypedSpan> gold = {
      {0, 3, "A"}, {5, 9, "A"}, {10, 12, "B"}, {20, 25, "B"}, {30, 31, "C"}};
  const std::vector<TypedSpan> found = {{0, 3, "A"},     // right
                                        {5, 8, "A"},     // another end
                                        {10, 12, "A"},   // another type
                                        {19, 25, "B"},   // another begin
                                        {30, 31, "C"},   // right
                                        {40, 41, "D"}};  // nothing there
  const Difference difference = score.Add(gold, found);
  EXPECT_EQ(score.total().gold, 5u);
  EXPECT_EQ(score.total().found, 6u);
  EXPECT_EQ(score.total().right, 2u);
  EXPECT_EQ(score.types().at("A").gold, 2u);
  EXPECT_EQ(score.types().at("A").found, 3u);
  EXPECT_EQ(score.types().at("A").right, 1u);
  EXPECT_EQ(score.types().at("B").right, 0u);
  EXPECT_EQ(score.types().at("D").gold, 0u);
  ASSERT_EQ(difference.missed.size(), 3u);
  EXPECT_EQ(difference.missed[0].begin, 5u);
  EXPECT_EQ(difference.missed[1].type, "B");
  EXPECT_EQ(difference.missed[2].end, 25u);
  ASSERT_EQ(difference.spurious.size(), 4u);
  EXPECT_EQ(difference.spurious[1].type, "A");
  EXPECT_EQ(difference.spurious[3].begin, 40u);
}

TEST(ScoreTest, AddsUpDocuments) {
  Score score;
  score.Add({{0, 1, "A"}}, {{0, 1, "A"}});
  score.Add({{0, 1, "A"}}, {});
  score.Add({}, {{0, 1, "B"}});
  score.Add({}, {});
  EXPECT_EQ(score.total().gold, 2u);
  EXPECT_EQ(score.total().found, 2u);
  EXPECT_EQ(score.total().right, 1u);
}

TEST(ScoreTest, Measures) {
  const Counts counts = {/*gold=*/4, /*found=*/5, /*right=*/3};
  EXPECT_DOUBLE_EQ(Precision(counts), 60.0);
  EXPECT_DOUBLE_EQ(Recall(counts), 75.0);
  EXPECT_DOUBLE_EQ(F1(counts), 600.0 / 9.0);
  EXPECT_EQ(Precision({3, 0, 0}), 0.0);
  EXPECT_EQ(Recall({0, 3, 0}), 0.0);
  EXPECT_EQ(F1({0, 0, 0}), 0.0);
}

TEST(ScoreTest, Table) {
  Score score;
  score.Add({{0, 1, "WORK_OF_ART"}, {2, 3, "GPE"}, {4, 5, "GPE"}},
            {{0, 1, "WORK_OF_ART"}, {2, 3, "GPE"}, {4, 6, "GPE"}});
  EXPECT_EQ(score.Table(),
            "type           gold   found   right precision  recall      F1\n"
            "all               3       3       2     66.67   66.67   66.67\n"
            "GPE               2       2       1     50.00   50.00   50.00\n"
            "WORK_OF_ART       1       1       1    100.00  100.00  100.00\n");
}

}  // namespace
}  // namespace onym::tool
