// The exponential function against the C library's in double precision.

#include "base/exp.h"

#include <cmath>
#include <limits>

#include "gtest/gtest.h"

namespace onym {
namespace {

double RelativeError(float x) {
  const double right = std::exp(static_cast<double>(x));
  return std::abs(static_cast<double>(Exp(x)) - right) / right;
}

TEST(ExpTest, IsPreciseNearZero) {
  EXPECT_EQ(Exp(0.0f), 1.0f);
  for (int i = -40000; i <= 40000; ++i) {
    const float x = static_cast<float>(i) * 1e-4f;
    ASSERT_LE(RelativeError(x), 4e-7) << x;
  }
}

// Far from zero, rounding log2(e) * x costs more than the series does.
TEST(ExpTest, IsPreciseEverywhere) {
  for (int i = -800000; i <= 800000; ++i) {
    const float x = static_cast<float>(i) * 1e-4f;
    ASSERT_LE(RelativeError(x), 4e-6) << x;
  }
}

TEST(ExpTest, ClampsItsArgument) {
  EXPECT_EQ(Exp(80.5f), Exp(80.0f));
  EXPECT_EQ(Exp(-1e30f), Exp(-80.0f));
  EXPECT_EQ(Exp(std::numeric_limits<float>::infinity()), Exp(80.0f));
  EXPECT_TRUE(std::isnormal(Exp(-80.0f)));
  EXPECT_TRUE(std::isnormal(Exp(80.0f)));
}

}  // namespace
}  // namespace onym
