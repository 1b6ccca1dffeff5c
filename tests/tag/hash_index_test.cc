// Numbers of hashes.

#include "tag/hash_index.h"

#include <set>

#include "base/hash.h"
#include "gtest/gtest.h"

namespace onym {
namespace {

TEST(HashIndexTest, NumbersInTheOrderOfComing) {
  HashIndex index;
  index.Reset(3);
  EXPECT_EQ(index.id_count(), 1u);
  EXPECT_EQ(index.IdOf(Mix(7)), 1u);
  EXPECT_EQ(index.IdOf(Mix(5)), 2u);
  EXPECT_EQ(index.IdOf(Mix(7)), 1u);
  EXPECT_EQ(index.IdOf(Mix(9)), 3u);
  EXPECT_EQ(index.id_count(), 4u);
  index.Reset(3);
  EXPECT_EQ(index.IdOf(Mix(9)), 1u);
}

TEST(HashIndexTest, ManyHashesHaveNumbersOfTheirOwn) {
  HashIndex index;
  index.Reset(100000);
  std::set<uint32_t> ids;
  for (uint64_t i = 1; i <= 100000; ++i) ids.insert(index.IdOf(Mix(i)));
  EXPECT_EQ(ids.size(), 100000u);
  EXPECT_EQ(ids.count(HashIndex::kCrowded), 0u);
}

TEST(HashIndexTest, HashesOfOnePlaceAreCrowdedOut) {
  HashIndex index;
  index.Reset(1000);
  uint32_t given = 0;
  for (uint64_t i = 1; i <= 1000; ++i) given += index.IdOf(i) != 0;
  EXPECT_GT(given, 20u);
  EXPECT_LT(given, 200u);
  // The same ones, whenever they are asked for.
  for (uint64_t i = 1; i <= 1000; ++i) {
    ASSERT_EQ(index.IdOf(i), i <= given ? i : HashIndex::kCrowded);
  }
}

}  // namespace
}  // namespace onym
