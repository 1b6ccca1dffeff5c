// Time left of training, from steps made.

#include "train/time_left.h"

#include "gtest/gtest.h"

namespace onym {
namespace {

void Make(int steps, TimeLeft* time) {
  for (int i = 0; i < steps; ++i) time->Step();
}

TEST(TimeLeftTest, StepsToComeTakeAsLongAsThoseBefore) {
  TimeLeft time(100);
  EXPECT_EQ(time.After(0), "unknown time left");
  Make(25, &time);
  EXPECT_EQ(time.After(10), "30 s left");
  Make(25, &time);
  EXPECT_EQ(time.After(12), "12 s left");
  Make(50, &time);
  EXPECT_EQ(time.After(20), "0 s left");
}

TEST(TimeLeftTest, LongTimesAreInMinutes) {
  TimeLeft time(4);
  Make(1, &time);
  EXPECT_EQ(time.After(39), "117 s left");
  EXPECT_EQ(time.After(40), "2 min left");
  EXPECT_EQ(time.After(3600), "180 min left");
}

TEST(TimeLeftTest, SkippedStepsTakeNoTime) {
  TimeLeft time(100);
  Make(20, &time);
  time.Skip(60);
  EXPECT_EQ(time.After(10), "10 s left");
}

}  // namespace
}  // namespace onym
