// The generated table of character properties.

#include "text/unicode.h"

#include "gtest/gtest.h"

namespace onym {
namespace {

TEST(UnicodeTest, Version) { EXPECT_STREQ(UnicodeVersion(), "15.0.0"); }

TEST(UnicodeTest, AsciiAgreesWithItsDefinition) {
  for (char32_t c = 0; c < 0x80; ++c) {
    const bool upper = c >= U'A' && c <= U'Z';
    const bool lower = c >= U'a' && c <= U'z';
    EXPECT_EQ(IsUpper(c), upper);
    EXPECT_EQ(IsLower(c), lower);
    EXPECT_EQ(IsLetter(c), upper || lower);
    EXPECT_EQ(IsDigit(c), c >= U'0' && c <= U'9');
    EXPECT_EQ(IsSpace(c), c == U' ' || (c >= 9 && c <= 13));
    EXPECT_EQ(ToLower(c), upper ? c + 32 : c);
    EXPECT_EQ(ToUpper(c), lower ? c - 32 : c);
    EXPECT_FALSE(IsMark(c));
  }
}

TEST(UnicodeTest, CategoriesOfOtherScripts) {
  EXPECT_TRUE(IsUpper(U'\u0416'));  // Cyrillic Zhe
  EXPECT_TRUE(IsUpper(U'\u01C5'));  // title case
  EXPECT_TRUE(IsLower(U'\u00E9'));
  EXPECT_TRUE(IsLetter(U'\u4E2D'));
  EXPECT_TRUE(IsLetter(U'\uAC00'));  // inside a range of the database
  EXPECT_TRUE(IsLetter(U'\U0002A6DF'));
  EXPECT_TRUE(IsDigit(U'\u0661'));
  EXPECT_TRUE(IsMark(U'\u0301'));
  EXPECT_TRUE(IsPunctuation(U'\u3002'));
  EXPECT_TRUE(IsPunctuation(U'\u201C'));
  EXPECT_TRUE(IsSymbol(U'\u20AC'));
  EXPECT_TRUE(IsSpace(U'\u00A0'));
  EXPECT_TRUE(IsSpace(U'\u2028'));
  EXPECT_FALSE(IsSpace(U'\u200B'));
}

TEST(UnicodeTest, SimpleCaseMappings) {
  EXPECT_EQ(ToLower(U'\u0416'), U'\u0436');
  EXPECT_EQ(ToUpper(U'\u00FF'), U'\u0178');
  EXPECT_EQ(ToLower(U'\u0130'), U'i');
  EXPECT_EQ(ToUpper(U'\u00DF'), U'\u00DF');  // has no simple mapping
  EXPECT_EQ(ToLower(U'\U00010400'), U'\U00010428');
}

TEST(UnicodeTest, Flags) {
  EXPECT_TRUE(PropertiesOf(U'\u4E2D').flags & kCharUnspaced);
  EXPECT_TRUE(PropertiesOf(U'\u304B').flags & kCharUnspaced);
  EXPECT_TRUE(PropertiesOf(U'\u0E01').flags & kCharUnspaced);
  EXPECT_FALSE(PropertiesOf(U'\uAC00').flags & kCharUnspaced);
  EXPECT_TRUE(PropertiesOf(U'\u200D').flags & kCharExtend);
  EXPECT_TRUE(PropertiesOf(U'\U0001F3FD').flags & kCharExtend);
  EXPECT_TRUE(PropertiesOf(U'\U0001F1EB').flags & kCharRegional);
  EXPECT_TRUE(PropertiesOf(U'\U0001F44D').flags & kCharEmoji);
  EXPECT_TRUE(PropertiesOf(U'\u00A9').flags & kCharPictograph);
  EXPECT_FALSE(PropertiesOf(U'\u00A9').flags & kCharEmoji);
  EXPECT_TRUE(PropertiesOf(U'\u0600').flags & kCharPrepend);
}

TEST(UnicodeTest, ValuesAboveTheLastCodePointAreUnassigned) {
  for (char32_t c : {0x110000u, 0xFFFFFFFFu}) {
    EXPECT_EQ(PropertiesOf(c).category, GeneralCategory::kCn);
    EXPECT_EQ(PropertiesOf(c).flags, 0);
    EXPECT_EQ(ToLower(c), c);
  }
  EXPECT_EQ(PropertiesOf(0x10FFFF).category, GeneralCategory::kCn);
  EXPECT_EQ(PropertiesOf(0xD800).category, GeneralCategory::kCs);
}

}  // namespace
}  // namespace onym
