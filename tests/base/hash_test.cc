// The hashes' values, under which model files store words and features: they
// must never change.

#include "base/hash.h"

#include <cstdint>

#include "gtest/gtest.h"

namespace onym {
namespace {

constexpr uint64_t kOnes = 0xFFFFFFFFFFFFFFFFu;

TEST(HashTest, MixIsStable) {
  EXPECT_EQ(Mix(0), 0u);
  EXPECT_EQ(Mix(1), 0x5692161D100B05E5u);
  EXPECT_EQ(Mix(0x0123456789ABCDEFu), 0xB2C058E4EBB5112Cu);
  EXPECT_EQ(Mix(kOnes), 0xB4D055FCF2CBBD7Bu);
}

TEST(HashTest, HashStepIsStable) {
  EXPECT_EQ(HashStep(0, 0), 0u);
  EXPECT_EQ(HashStep(0, 1), 0x9E3779BD8EF1B1DEu);
  EXPECT_EQ(HashStep(0x11, 'a'), HashStep('a', 0x11));
  EXPECT_EQ(HashStep(0x11, 0x61), 0x3845412672BC400Du);
  EXPECT_EQ(HashStep(kOnes, 0x0123456789ABCDEFu), 0x5534DE8C4C612F27u);
}

TEST(HashTest, OrderOfStepsMatters) {
  EXPECT_NE(HashStep(HashStep(7, 1), 2), HashStep(HashStep(7, 2), 1));
}

// Words are spread over a table by the high half of Mix.
TEST(HashTest, MixSpreadsSmallNumbersEvenly) {
  constexpr int kPlaces = 64;
  constexpr int kNumbers = 64000;
  int counts[kPlaces] = {};
  for (uint64_t i = 0; i < kNumbers; ++i) ++counts[Mix(i) >> 58];
  for (int count : counts) {
    EXPECT_GT(count, 850);
    EXPECT_LT(count, 1150);
  }
}

}  // namespace
}  // namespace onym
