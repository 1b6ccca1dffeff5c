// UTF-8 decoding against the Unicode Standard's tables of well-formed and
// ill-formed sequences.

#include "text/utf8.h"

#include <string>
#include <string_view>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onym {
namespace {

using ::testing::ElementsAre;

// The lengths of the pieces that DecodeUtf8 cuts `text` into, ill-formed ones
// negative.
std::vector<int> Pieces(std::string_view text) {
  std::vector<int> pieces;
  for (size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = DecodeUtf8(text, at);
    const int length = static_cast<int>(c.length);
    pieces.push_back(c.well_formed ? length : -length);
    EXPECT_TRUE(c.well_formed || c.value == kReplacementCharacter);
    at += c.length;
  }
  return pieces;
}

TEST(Utf8Test, DecodesTheBoundsOfEachLength) {
  struct Case {
    std::string_view bytes;
    char32_t value;
  };
  for (const Case& c : {Case{std::string_view("\0", 1), 0},
                        {"\x7F", 0x7F},
                        {"\xC2\x80", 0x80},
                        {"\xDF\xBF", 0x7FF},
                        {"\xE0\xA0\x80", 0x800},
                        {"\xED\x9F\xBF", 0xD7FF},
                        {"\xEE\x80\x80", 0xE000},
                        {"\xEF\xBF\xBF", 0xFFFF},
                        {"\xF0\x90\x80\x80", 0x10000},
                        {"\xF4\x8F\xBF\xBF", 0x10FFFF}}) {
    const DecodedCodePoint decoded = DecodeUtf8(c.bytes, 0);
    EXPECT_EQ(decoded.value, c.value);
    EXPECT_EQ(decoded.length, c.bytes.size());
    EXPECT_TRUE(decoded.well_formed);
  }
}

// Tables 3-8 to 3-11 of the Unicode Standard 15.0: non-shortest forms,
// surrogates, other ill-formed sequences, truncated sequences.
TEST(Utf8Test, MaximalSubparts) {
  EXPECT_THAT(Pieces("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"),
              ElementsAre(-1, -1, -1, -1, -1, -1, -1, -1, 1));
  EXPECT_THAT(Pieces("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"),
              ElementsAre(-1, -1, -1, -1, -1, -1, -1, -1, 1));
  EXPECT_THAT(Pieces("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"),
              ElementsAre(-1, -1, -1, -1, -1, 1, -1, -1, 1));
  EXPECT_THAT(Pieces("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"),
              ElementsAre(-2, -1, -3, -2, 1));
}

TEST(Utf8Test, EndOfTextCutsASequence) {
  EXPECT_THAT(Pieces("\xE2\x82"), ElementsAre(-2));
  EXPECT_THAT(Pieces("a\xF0\x9F\x98"), ElementsAre(1, -3));
}

TEST(Utf8Test, EveryCodePointSurvivesARoundTrip) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    AppendUtf8(c, &bytes);
    const DecodedCodePoint decoded = DecodeUtf8(bytes, 0);
    ASSERT_TRUE(decoded.well_formed) << static_cast<uint32_t>(c);
    ASSERT_EQ(decoded.value, c);
    ASSERT_EQ(decoded.length, bytes.size());
  }
}

TEST(Utf8Test, WhatIsNoCodePointIsReplaced) {
  for (char32_t c : {0xD800, 0xDFFF, 0x110000}) {
    std::string bytes;
    AppendUtf8(c, &bytes);
    EXPECT_EQ(bytes, "\xEF\xBF\xBD");
  }
}

TEST(Utf8Test, WellFormedTexts) {
  EXPECT_TRUE(IsWellFormedUtf8(""));
  EXPECT_TRUE(IsWellFormedUtf8("a\u00E9\u20AC\U0001F600"));
  for (const char* text : {"\xFF", "a\xC3", "\xED\xA0\x80", "\xC0\x80 b"}) {
    EXPECT_FALSE(IsWellFormedUtf8(text)) << text;
  }
}

}  // namespace
}  // namespace onym
