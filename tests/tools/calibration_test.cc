// The measures of confidences.

#include "tools/onym/calibration.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onym::tool {
namespace {

using testing::HasSubstr;

TEST(CalibrationTest, NothingIsNoError) {
  const Calibration calibration;
  EXPECT_EQ(calibration.Error(), 0.0);
  EXPECT_EQ(calibration.PrecisionAt(1.0), 0.0);
}

TEST(CalibrationTest, HonestConfidencesHaveNoError) {
  Calibration calibration;
  for (int i = 0; i < 4; ++i) calibration.Add(0.75f, i != 0);
  for (int i = 0; i < 4; ++i) calibration.Add(0.25f, i == 0);
  EXPECT_NEAR(calibration.Error(), 0.0, 1e-6);
}

TEST(CalibrationTest, WeighsBinsByTheirEntities) {
  Calibration calibration;
  // Three at 1.0, of which one is wrong, and one at 0.5 that is right.
  calibration.Add(1.0f, true);
  calibration.Add(1.0f, true);
  calibration.Add(1.0f, false);
  calibration.Add(0.5f, true);
  EXPECT_NEAR(calibration.Error(), (1.0 + 0.5) / 4, 1e-6);
}

TEST(CalibrationTest, TheMostConfidentComeFirst) {
  Calibration calibration;
  calibration.Add(0.2f, false);
  calibration.Add(0.9f, true);
  calibration.Add(0.5f, false);
  calibration.Add(0.8f, true);
  EXPECT_DOUBLE_EQ(calibration.PrecisionAt(0.5), 100.0);
  EXPECT_DOUBLE_EQ(calibration.PrecisionAt(0.75), 200.0 / 3);
  EXPECT_DOUBLE_EQ(calibration.PrecisionAt(1.0), 50.0);
  EXPECT_THAT(calibration.Table(), HasSubstr("calibration error"));
}

}  // namespace
}  // namespace onym::tool
