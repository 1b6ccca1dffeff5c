// Tests of the output for terminals.

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "io/writer.h"
#include "tests/io/sample_document.h"

namespace onym {
namespace {

TEST(AnsiWriterTest, Golden) {
  constexpr char kText[] = "Ann met Bo";
  const auto writer = NewAnsiWriter({});
  EXPECT_EQ(Written(*writer, "1", kText,
                    SampleDocument(kText, {{0, 1, 0, 1.f}, {2, 3, 1, 1.f}})),
            "\x1B[38;5;16;48;5;153mAnn \x1B[1mPERSON\x1B[0m met "
            "\x1B[38;5;16;48;5;216mBo \x1B[1mORG\x1B[0m\n");
}

TEST(AnsiWriterTest, WithoutColors) {
  constexpr char kText[] = "Ann met Bo\n";
  AnsiOptions options;
  options.colors = false;
  options.ids = true;
  EXPECT_EQ(Written(*NewAnsiWriter(options), "a\nb", kText,
                    SampleDocument(kText, {{0, 1, 0, 1.f}, {2, 3, 1, 1.f}})),
            "==> a b <==\n[Ann PERSON] met [Bo ORG]\n");
}

TEST(AnsiWriterTest, ALineFeedInAnEntityStaysUncoloured) {
  constexpr char kText[] = "Ann\nLee";
  EXPECT_EQ(Written(*NewAnsiWriter({}), "1", kText,
                    SampleDocument(kText, {{0, 2, 0, 1.f}})),
            "\x1B[38;5;16;48;5;153mAnn\x1B[0m\n"
            "\x1B[38;5;16;48;5;153mLee \x1B[1mPERSON\x1B[0m\n");
}

TEST(AnsiWriterTest, TextCannotControlTheTerminal) {
  constexpr char kText[] = "\x1B[2J \x1B]0;x\a \xC2\x9B";
  AnsiOptions options;
  options.colors = false;
  EXPECT_EQ(Written(*NewAnsiWriter(options), "\x1B", kText,
                    SampleDocument(kText, {{0, 1, 2, 1.f}})),
            "[␛[2J a<b] ␛]0;x␇ \uFFFD\n");
}

TEST(AnsiWriterTest, Tokens) {
  constexpr char kText[] = "Don't  go\nNow";
  // "Do" and "n't" with no space between.
  const Document document({{0, 2, TokenKind::kWord, kTokenSpaceBefore},
                           {2, 5, TokenKind::kWord, 0},
                           {7, 9, TokenKind::kWord, kTokenSpaceBefore},
                           {10, 13, TokenKind::kWord, kTokenSpaceBefore}},
                          {{0, 9, 0, 3}, {10, 13, 3, 4}}, {}, nullptr);
  AnsiOptions options;
  options.show = Show::kTokens;
  EXPECT_EQ(Written(*NewAnsiWriter(options), "1", kText, document),
            "Do\x1B[2m·\x1B[0mn't go\nNow\n");
  options.colors = false;
  EXPECT_EQ(Written(*NewAnsiWriter(options), "1", kText, document),
            "Do·n't go\nNow\n");
}

TEST(AnsiWriterTest, EmptyDocumentIsAnEmptyLine) {
  EXPECT_EQ(Written(*NewAnsiWriter({}), "1", "", Document()), "\n");
}

}  // namespace
}  // namespace onym
