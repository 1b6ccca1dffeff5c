// What must hold for any bytes: see invariants.h.

#include <random>
#include <string>
#include <string_view>

#include "gtest/gtest.h"
#include "tests/segment/invariants.h"
#include "tests/segment/segmentation.h"
#include "text/utf8.h"

namespace onym {
namespace {

using internal::CheckText;

// Pieces whose meeting is hard on a tokenizer.
constexpr std::string_view kPieces[] = {
    "a",          "B",          "word",    "don't",   "'",       "\u2019",
    "s",          " ",          "\n",      "\n\n",    "\t",      "\u00A0",
    ".",          "...",        ",",       "!",       "?",       "-",
    "--",         "\u2014",     "/",       "@",       "#",       "&",
    "&amp;",      "&rsquo;",    "&nbsp;",  "&eacute", "&#8217;", "&#x",
    "http://",    "www.",       "x@y.org", ".com",    ".pdf",    "1",
    "26th",       "1,000",      "$",       "%",       "(",       ")",
    "[",          "\u201C",     "\u201D",  "\u0301",  "\u200D",  "\uFE0F",
    "\U0001F44D", "\U0001F1EB", "\u4E2D",  "\u0E33",  "\u0600",  "\u00AD",
    "\xE2\x82",   "\xFF",       "Mr.",     "U.S.",    "e-",      "_",
    "*",          ":",          ":)",      "non-",    "\u2022",  "p.m.",
};

std::string RandomPieces(std::mt19937* random, int count) {
  constexpr size_t kCount = sizeof(kPieces) / sizeof(kPieces[0]);
  std::string text;
  for (int i = 0; i < count; ++i) text += kPieces[(*random)() % kCount];
  return text;
}

TEST(SegmentPropertyTest, RandomBytes) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 80, ' ');
    for (char& c : text) c = static_cast<char>(random());
    ASSERT_EQ(CheckText(text), "") << testing::PrintToString(text);
  }
}

TEST(SegmentPropertyTest, RandomCodePoints) {
  std::mt19937 random(12);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) {
      const char32_t limit = random() % 2 == 0 ? 0x3100 : 0x20000;
      AppendUtf8(random() % limit, &text);
    }
    ASSERT_EQ(CheckText(text), "") << testing::PrintToString(text);
  }
}

TEST(SegmentPropertyTest, RandomPieces) {
  std::mt19937 random(13);
  for (int round = 0; round < 5000; ++round) {
    const std::string text = RandomPieces(&random, 12);
    ASSERT_EQ(CheckText(text), "") << testing::PrintToString(text);
  }
}

TEST(SegmentPropertyTest, EveryCodePointBetweenLetters) {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 7) {
    std::string text = "a";
    AppendUtf8(c, &text);
    text += "b";
    ASSERT_EQ(CheckText(text), "") << static_cast<uint32_t>(c);
  }
}

// A million of one thing: no stack that overflows, no time that explodes.
TEST(SegmentPropertyTest, LongRuns) {
  for (std::string_view piece :
       {"(", "&", "@", ".", "a'", "a.", "&amp;", "a..", "1-", "1/", "re-",
        "http://)", "a@", "x*", "\u200D", "\u4E2D", "A\n", "1. ", "\u0600"}) {
    std::string text;
    while (text.size() < 300000) text += piece;
    EXPECT_EQ(CheckText(text), "") << piece;
  }
}

TEST(SegmentPropertyTest, AWordWithoutEnd) {
  const std::string text(10'000'000, 'x');
  const std::vector<Token> tokens = internal::Tokenized(text);
  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0].end, text.size());
}

TEST(SegmentPropertyTest, TheSameBytesGiveTheSameTokens) {
  std::mt19937 random(14);
  for (int round = 0; round < 200; ++round) {
    const std::string text = RandomPieces(&random, 40);
    const std::string copy = "x" + text;  // another address and alignment
    EXPECT_EQ(internal::Tokens(text),
              internal::Tokens(std::string_view(copy).substr(1)));
  }
}

}  // namespace
}  // namespace onym
