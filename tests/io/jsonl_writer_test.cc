// Tests of the JSON lines that come out.

#include <cstddef>
#include <iterator>
#include <limits>
#include <random>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "io/writer.h"
#include "nlohmann/json.hpp"
#include "tests/io/sample_document.h"
#include "text/utf8.h"

namespace onym {
namespace {

using nlohmann::json;

// Counts the units before byte `offset`, one code point after the other.
size_t Count(std::string_view text, size_t offset, OffsetUnit unit) {
  if (unit == OffsetUnit::kByte) return offset;
  size_t count = 0;
  for (size_t at = 0; at < offset;) {
    const DecodedCodePoint c = DecodeUtf8(text, at);
    at += c.length;
    count += unit == OffsetUnit::kUtf16 && c.value > 0xFFFF ? 2 : 1;
  }
  return count;
}

TEST(JsonlWriterTest, Golden) {
  constexpr char kText[] = "Zoé met 😀 Ltd\nin Bonn";
  const Document document =
      SampleDocument(kText, {{0, 1, 0, 0.97316f}, {2, 4, 1, 0.5f}});
  EXPECT_EQ(
      Written(*NewJsonlWriter(OffsetUnit::kByte), "a\"b", kText, document),
      R"({"id":"a\"b","tokens":[{"begin":0,"end":4},{"begin":5,"end":8},)"
      R"({"begin":9,"end":13},{"begin":14,"end":17},{"begin":18,"end":20},)"
      R"({"begin":21,"end":25}],"sentences":[{"begin":0,"end":17},)"
      R"({"begin":18,"end":25}],"entities":[{"begin":0,"end":4,)"
      R"("type":"PERSON","text":"Zoé","confidence":0.9732},{"begin":9,)"
      R"("end":17,"type":"ORG","text":"😀 Ltd","confidence":0.5}]})"
      "\n");
  EXPECT_EQ(
      Written(*NewJsonlWriter(OffsetUnit::kCodePoint), "", kText, document),
      R"({"id":"","tokens":[{"begin":0,"end":3},{"begin":4,"end":7},)"
      R"({"begin":8,"end":9},{"begin":10,"end":13},{"begin":14,"end":16},)"
      R"({"begin":17,"end":21}],"sentences":[{"begin":0,"end":13},)"
      R"({"begin":14,"end":21}],"entities":[{"begin":0,"end":3,)"
      R"("type":"PERSON","text":"Zoé","confidence":0.9732},{"begin":8,)"
      R"("end":13,"type":"ORG","text":"😀 Ltd","confidence":0.5}]})"
      "\n");
  const json utf16 = json::parse(
      Written(*NewJsonlWriter(OffsetUnit::kUtf16), "", kText, document));
  EXPECT_EQ(utf16["tokens"][2], (json{{"begin", 8}, {"end", 10}}));
  EXPECT_EQ(utf16["sentences"][1], (json{{"begin", 15}, {"end", 22}}));
  EXPECT_EQ(utf16["entities"][1]["end"], 14);
}

TEST(JsonlWriterTest, EmptyDocument) {
  EXPECT_EQ(Written(*NewJsonlWriter(OffsetUnit::kUtf16), "x", "", Document()),
            R"({"id":"x","tokens":[],"sentences":[],"entities":[]})"
            "\n");
}

TEST(JsonlWriterTest, NeitherHeaderNorFooter) {
  const auto writer = NewJsonlWriter(OffsetUnit::kByte);
  std::string out;
  writer->AppendHeader(&out);
  writer->AppendFooter(&out);
  EXPECT_EQ(out, "");
}

TEST(JsonlWriterTest, Confidences) {
  const auto written = [](float confidence) {
    const std::string line =
        Written(*NewJsonlWriter(OffsetUnit::kByte), "", "a",
                SampleDocument("a", {{0, 1, 0, confidence}}));
    constexpr std::string_view kKey = "\"confidence\":";
    const size_t begin = line.find(kKey) + kKey.size();
    return line.substr(begin, line.find('}', begin) - begin);
  };
  EXPECT_EQ(written(0.0f), "0");
  EXPECT_EQ(written(0.00001f), "0");
  EXPECT_EQ(written(0.0001f), "0.0001");
  EXPECT_EQ(written(0.25f), "0.25");
  EXPECT_EQ(written(0.9f), "0.9");
  EXPECT_EQ(written(0.9999f), "0.9999");
  EXPECT_EQ(written(0.99999f), "1");
  EXPECT_EQ(written(1.0f), "1");
  // What no model should say.
  EXPECT_EQ(written(1.5f), "1");
  EXPECT_EQ(written(-0.5f), "0");
  EXPECT_EQ(written(std::numeric_limits<float>::quiet_NaN()), "0");
}

TEST(JsonlWriterTest, IllFormedBytesCountAsOneCharacter) {
  const std::string text =
      "a\xFF\xF0\x9F"
      "b c";
  const json value =
      json::parse(Written(*NewJsonlWriter(OffsetUnit::kCodePoint), "\xFE", text,
                          SampleDocument(text, {{0, 1, 0, 1.0f}})));
  EXPECT_EQ(value["id"], "\uFFFD");
  EXPECT_EQ(value["tokens"],
            json::parse(R"([{"begin":0,"end":4},{"begin":5,"end":6}])"));
  EXPECT_EQ(value["entities"][0]["text"],
            "a\uFFFD\uFFFD"
            "b");
}

TEST(JsonlWriterTest, OffsetsOfAllUnitsAreRight) {
  std::mt19937 random(3);
  static constexpr std::string_view kPieces[] = {
      "a", "bc", "é", "€", "😀", " ", " ", "\n", "\xFF", "\xF0\x9F\x98"};
  for (int i = 0; i < 200; ++i) {
    std::string text;
    for (size_t n = random() % 600; n > 0; --n) {
      text += kPieces[random() % std::size(kPieces)];
    }
    const Document document = SampleDocument(text);
    for (const OffsetUnit unit :
         {OffsetUnit::kByte, OffsetUnit::kCodePoint, OffsetUnit::kUtf16}) {
      const std::string line =
          Written(*NewJsonlWriter(unit), "", text, document);
      EXPECT_EQ(line.find('\n'), line.size() - 1);
      const json value = json::parse(line);
      ASSERT_EQ(value["tokens"].size(), document.tokens().size());
      for (size_t t = 0; t < document.tokens().size(); ++t) {
        const Token& token = document.tokens()[t];
        EXPECT_EQ(value["tokens"][t]["begin"], Count(text, token.begin, unit));
        EXPECT_EQ(value["tokens"][t]["end"], Count(text, token.end, unit));
      }
      ASSERT_EQ(value["sentences"].size(), document.sentences().size());
      for (size_t s = 0; s < document.sentences().size(); ++s) {
        EXPECT_EQ(value["sentences"][s]["end"],
                  Count(text, document.sentences()[s].end, unit));
      }
    }
  }
}

}  // namespace
}  // namespace onym
