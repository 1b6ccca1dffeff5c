// The course of a fit, with and without patience.

#include "train/schedule.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace onym {
namespace {

// What becomes of each epoch: '.' nothing, '|' the end of the first half, '+'
// in the average. The scores after the last one given are 0.
std::string CourseOf(int epochs, int patience,
                     const std::vector<double>& scores) {
  Schedule schedule(epochs, patience);
  std::string course;
  while (!schedule.done()) {
    schedule.EndEpoch(course.size() < scores.size() ? scores[course.size()]
                                                    : 0.0);
    EXPECT_FALSE(schedule.is_middle() && schedule.averages());
    course += schedule.is_middle() ? '|' : schedule.averages() ? '+' : '.';
    EXPECT_EQ(schedule.epoch(), static_cast<int>(course.size()));
  }
  return course;
}

TEST(ScheduleTest, WithoutPatienceScoresDoNotMatter) {
  EXPECT_EQ(CourseOf(1, 0, {}), "+");
  EXPECT_EQ(CourseOf(2, 0, {}), "|+");
  EXPECT_EQ(CourseOf(5, 0, {9, 8, 7}), ".|+++");
  EXPECT_EQ(CourseOf(6, 0, {1, 2, 3}), "..|+++");
}

TEST(ScheduleTest, RisingScoresTakeAllEpochs) {
  EXPECT_EQ(CourseOf(6, 1, {1, 2, 3, 4, 5, 6}), "..|+++");
}

TEST(ScheduleTest, PatienceBeyondTheEpochsNeverEnds) {
  EXPECT_EQ(CourseOf(7, 100, {}), CourseOf(7, 0, {}));
}

TEST(ScheduleTest, BothHalvesEndEarly) {
  // An equal score is no better one.
  EXPECT_EQ(CourseOf(20, 2, {5, 5, 5}), "..|++");
  EXPECT_EQ(CourseOf(20, 1, {5}), ".|+");
  EXPECT_EQ(CourseOf(20, 2, {5, 6, 1, 7, 1, 1}), ".....|++");
}

TEST(ScheduleTest, TheSecondHalfLastsAsLongAsScoresRise) {
  EXPECT_EQ(CourseOf(20, 2, {5, 4, 4, 6, 7, 7, 8, 8, 8}), "..|++++++");
}

TEST(ScheduleTest, TheMiddleGivesNewPatience) {
  EXPECT_EQ(CourseOf(8, 3, {5, 6}), "...|+++");
}

}  // namespace
}  // namespace onym
