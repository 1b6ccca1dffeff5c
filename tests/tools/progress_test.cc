// Tests of what the progress line says.

#include "tools/onym/progress.h"

#include "gtest/gtest.h"

namespace onym::tool {
namespace {

TEST(ProgressLineTest, WithATotal) {
  EXPECT_EQ(ProgressLine(120000000, 480000000, 2.0),
            "120 of 480 MB, 25 %, 60.0 MB/s, 6 s left");
  EXPECT_EQ(ProgressLine(480000000, 480000000, 8.0),
            "480 of 480 MB, 100 %, 60.0 MB/s, 0 s left");
}

TEST(ProgressLineTest, WithoutATotal) {
  EXPECT_EQ(ProgressLine(120000000, 0, 2.0), "120 MB, 60.0 MB/s");
}

TEST(ProgressLineTest, AFileThatHasGrown) {
  EXPECT_EQ(ProgressLine(5000000, 4000000, 1.0), "5 MB, 5.0 MB/s");
}

TEST(ProgressLineTest, AtTheVeryBeginning) {
  EXPECT_EQ(ProgressLine(0, 4000000, 0.0), "0 of 4 MB, 0 %, 0.0 MB/s");
}

TEST(ProgressTest, PrintsNothingWhenDisabledOrShort) {
  ::testing::internal::CaptureStderr();
  {
    Progress disabled(/*enabled=*/false, 10);
    disabled.Update(5);
    Progress brief(/*enabled=*/true, 10);
    brief.Update(5);
    brief.Clear();
  }
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace onym::tool
