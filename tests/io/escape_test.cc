// Tests of the escapes, with golden strings and with random bytes.

#include "io/escape.h"

#include <iterator>
#include <random>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "text/utf8.h"

namespace onym::internal {
namespace {

using Append = void (*)(std::string_view, std::string*);

std::string Escaped(Append append, std::string_view text) {
  std::string out;
  append(text, &out);
  return out;
}

// `text` with each ill-formed sequence replaced: the slow way.
std::string Repaired(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = DecodeUtf8(text, at);
    AppendUtf8(c.value, &out);
    at += c.length;
  }
  return out;
}

// Random bytes of the kinds that matter here: all ASCII, letters of every
// length of UTF-8, control characters of two bytes, broken sequences.
std::string RandomText(std::mt19937* random) {
  static constexpr std::string_view kPieces[] = {
      "é",        "€",    "😀",        "\u2028",
      "\xC2\x9B", "\xFF", "\xF0\x9F", "\xED\xA0\x80",
      "\xC2",     "\r\n", "<b>",      "\"",
      "\\",       "&amp;"};
  std::string text;
  for (size_t i = (*random)() % 40; i > 0; --i) {
    const size_t choice = (*random)() % (2 * std::size(kPieces));
    if (choice < std::size(kPieces)) {
      text += kPieces[choice];
    } else {
      text.push_back(static_cast<char>((*random)() % 128));
    }
  }
  return text;
}

TEST(EscapeTest, JsonGolden) {
  EXPECT_EQ(Escaped(AppendJsonString, ""), "\"\"");
  EXPECT_EQ(Escaped(AppendJsonString, "a\"b\\c/d"), R"("a\"b\\c/d")");
  EXPECT_EQ(Escaped(AppendJsonString, std::string("\0\x1F\x7F\n\r\t", 6)),
            R"("\u0000\u001f\u007f\n\r\t")");
  EXPECT_EQ(Escaped(AppendJsonString, "é€😀"), "\"é€😀\"");
  EXPECT_EQ(Escaped(AppendJsonString, "a\xFFz\xF0\x9F\x98z\xE2\x82"),
            "\"a\uFFFDz\uFFFDz\uFFFD\"");
}

TEST(EscapeTest, HtmlGolden) {
  EXPECT_EQ(Escaped(AppendHtml, "<a href='x'>\"&amp;\"</a>"),
            "&lt;a href=&#39;x&#39;&gt;&quot;&amp;amp;&quot;&lt;/a&gt;");
  EXPECT_EQ(Escaped(AppendHtml, std::string("\n\t\r\0\x1B\x7F", 6)),
            "\n\t\r\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(Escaped(AppendHtml, "\xC2\x85 é \xC3"), "\uFFFD é \uFFFD");
}

TEST(EscapeTest, TerminalGolden) {
  EXPECT_EQ(Escaped(AppendTerminal, "\x1B[31mred\a\x7F"), "␛[31mred␇␡");
  EXPECT_EQ(Escaped(AppendTerminal, "a\r\nb\rc\td\r"), "a\nb␍c\td␍");
  EXPECT_EQ(Escaped(AppendTerminal,
                    "\xC2\x9B"
                    "31m\x9B"),
            "\uFFFD31m\uFFFD");
}

TEST(EscapeTest, FieldGolden) {
  EXPECT_EQ(Escaped(AppendField, "a\tb\nc\r\nd\u2028\u0085"), "a b c  d  ");
  EXPECT_EQ(Escaped(AppendField, std::string("\0\x1B\xFF", 3)),
            "\uFFFD\uFFFD\uFFFD");
}

TEST(EscapeTest, AppendsToWhatIsThere) {
  for (const Append append :
       {AppendJsonString, AppendHtml, AppendTerminal, AppendField}) {
    std::string out = "<\n";
    append("x", &out);
    EXPECT_THAT(out, ::testing::StartsWith("<\n"));
  }
}

TEST(EscapeTest, JsonSaysTheSameAfterParsing) {
  std::mt19937 random(1);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = RandomText(&random);
    const std::string escaped = Escaped(AppendJsonString, text);
    const auto value = nlohmann::json::parse(escaped, nullptr, false);
    ASSERT_TRUE(value.is_string()) << escaped;
    EXPECT_EQ(value.get<std::string>(), Repaired(text));
  }
}

TEST(EscapeTest, OutputIsWellFormedAndHarmless) {
  std::mt19937 random(2);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = RandomText(&random);
    const std::string html = Escaped(AppendHtml, text);
    EXPECT_EQ(html.find_first_of("<>\"'"), std::string::npos) << html;
    EXPECT_EQ(html, Repaired(html));
    const std::string terminal = Escaped(AppendTerminal, text);
    EXPECT_EQ(terminal, Repaired(terminal));
    for (size_t at = 0; at < terminal.size();) {
      const DecodedCodePoint c = DecodeUtf8(terminal, at);
      EXPECT_TRUE(c.value == '\n' || c.value == '\t' ||
                  (c.value >= 0x20 && c.value < 0x7F) || c.value >= 0xA0);
      at += c.length;
    }
    const std::string field = Escaped(AppendField, text);
    EXPECT_EQ(field, Repaired(field));
    EXPECT_EQ(field.find_first_of("\t\n\r\v\f"), std::string::npos);
  }
}

}  // namespace
}  // namespace onym::internal
