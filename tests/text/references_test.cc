// HTML character references in plain text.

#include "text/references.h"

#include <string>
#include <string_view>

#include "gtest/gtest.h"

namespace onym {
namespace {

std::string Decode(std::string_view text) {
  std::string out;
  AppendDecodedReferences(text, &out);
  return out;
}

size_t LengthOf(std::string_view text) {
  return ReadCharacterReference(text, 0).length;
}

TEST(ReferencesTest, Named) {
  EXPECT_EQ(Decode("&ldquo;caf&eacute;&rdquo;"), "\u201Ccaf\u00E9\u201D");
  EXPECT_EQ(Decode("AT&amp;T &lt;b&gt;"), "AT&T <b>");
  EXPECT_EQ(Decode("&CounterClockwiseContourIntegral;"), "\u2233");
  EXPECT_EQ(Decode("&zwnj;"), "\u200C");
}

TEST(ReferencesTest, ANameMayStandForTwoCharacters) {
  const CharacterReference reference =
      ReadCharacterReference("&NotEqualTilde;", 0);
  EXPECT_EQ(reference.length, 15u);
  EXPECT_EQ(reference.first, U'\u2242');
  EXPECT_EQ(reference.second, U'\u0338');
}

TEST(ReferencesTest, NamesAreCaseSensitive) {
  EXPECT_EQ(Decode("&Eacute;&eacute;"), "\u00C9\u00E9");
  EXPECT_EQ(LengthOf("&RDQUO;"), 0u);
}

TEST(ReferencesTest, Numeric) {
  EXPECT_EQ(Decode("&#8217;&#x2019;&#X2019;"), "\u2019\u2019\u2019");
  EXPECT_EQ(Decode("&#128512;"), "\U0001F600");
  EXPECT_EQ(Decode("&#00000065;"), "A");
  EXPECT_EQ(Decode("&#00000000000065;&#x0000000000041;"), "AA");
}

TEST(ReferencesTest, NumericRepairs) {
  EXPECT_EQ(Decode("&#146;"), "\u2019");  // windows-1252
  EXPECT_EQ(Decode("&#0;"), "\uFFFD");
  EXPECT_EQ(Decode("&#xD800;"), "\uFFFD");
  EXPECT_EQ(Decode("&#x110000;"), "\uFFFD");
}

TEST(ReferencesTest, TheSemicolonMayBeMissing) {
  EXPECT_EQ(Decode("Utopia &rdquo."), "Utopia \u201D.");
  EXPECT_EQ(Decode("&eacute"), "\u00E9");
  EXPECT_EQ(Decode("&#8217 "), "\u2019 ");
  EXPECT_EQ(LengthOf("&rdquos"), 0u);
  EXPECT_EQ(LengthOf("&rdquo1"), 0u);
}

TEST(ReferencesTest, EnglishWordsAfterAnAmpersandStay) {
  for (std::string_view text :
       {"&image", "&part", "&female", "&phone ", "&order.", "&it", "&D"}) {
    EXPECT_EQ(LengthOf(text), 0u) << text;
  }
}

TEST(ReferencesTest, WhatIsNoReferenceStays) {
  for (std::string_view text :
       {"&", "&&", "& amp;", "&;", "&#;", "&#x;", "&#xG;", "&bogus;", "&#",
        "&#999999999999;", "R&D", "&\xC3\xA9;",
        "&CounterClockwiseContourIntegrals;"}) {
    EXPECT_EQ(Decode(text), text);
  }
}

}  // namespace
}  // namespace onym
