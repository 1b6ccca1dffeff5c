// Tests of the case variants: letters change, offsets never.

#include "tools/onym/case_variant.h"

#include <random>
#include <string>

#include "gtest/gtest.h"
#include "text/utf8.h"

namespace onym::tool {
namespace {

TEST(InCaseTest, Golden) {
  constexpr char kText[] =
      "don't STOP: Ann-Marie O\u2019Neil's 26th café, 'ok'";
  EXPECT_EQ(InCase(kText, TextCase::kKeep), kText);
  EXPECT_EQ(InCase(kText, TextCase::kLower),
            "don't stop: ann-marie o\u2019neil's 26th café, 'ok'");
  EXPECT_EQ(InCase(kText, TextCase::kUpper),
            "DON'T STOP: ANN-MARIE O\u2019NEIL'S 26TH CAFÉ, 'OK'");
  EXPECT_EQ(InCase(kText, TextCase::kTitle),
            "Don't STOP: Ann-Marie O\u2019Neil's 26th Café, 'Ok'");
}

TEST(InCaseTest, OtherAlphabets) {
  EXPECT_EQ(InCase("Πούτιν Путин Ångström", TextCase::kUpper),
            "ΠΟΎΤΙΝ ПУТИН ÅNGSTRÖM");
  EXPECT_EQ(InCase("ПУТИН", TextCase::kLower), "путин");
  EXPECT_EQ(InCase("普京", TextCase::kUpper), "普京");
}

TEST(InCaseTest, KeepsWhatWouldChangeInLength) {
  // İ (two bytes) has the lower case i (one), ı (two) the upper case I (one).
  EXPECT_EQ(InCase("İI", TextCase::kLower), "İi");
  EXPECT_EQ(InCase("ıi", TextCase::kUpper), "ıI");
  EXPECT_EQ(InCase("ßs", TextCase::kUpper), "ßS");
}

TEST(InCaseTest, KeepsIllFormedBytes) {
  const std::string text(
      "\xFF"
      "a\0\xF0\x9F"
      "b\xED\xA0\x80",
      10);
  EXPECT_EQ(InCase(text, TextCase::kUpper), std::string("\xFF"
                                                        "A\0\xF0\x9F"
                                                        "B\xED\xA0\x80",
                                                        10));
}

TEST(InCaseTest, CodePointsStayWhereTheyAre) {
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (size_t n = random() % 60; n > 0; --n) {
      if (random() % 3 == 0) {
        text.push_back(static_cast<char>(random() % 256));
      } else {
        AppendUtf8(random() % 0x2100, &text);
      }
    }
    for (const TextCase text_case : {TextCase::kKeep, TextCase::kLower,
                                     TextCase::kUpper, TextCase::kTitle}) {
      const std::string variant = InCase(text, text_case);
      ASSERT_EQ(variant.size(), text.size());
      for (size_t at = 0; at < text.size();) {
        const DecodedCodePoint before = DecodeUtf8(text, at);
        const DecodedCodePoint after = DecodeUtf8(variant, at);
        ASSERT_EQ(after.length, before.length);
        ASSERT_EQ(after.well_formed, before.well_formed);
        at += before.length;
      }
    }
  }
}

}  // namespace
}  // namespace onym::tool
