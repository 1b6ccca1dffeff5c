// Tests of the reader of documents to analyse.

#include "io/input_document.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onym {
namespace {

using ::testing::HasSubstr;

void ExpectRefused(std::string_view json, const std::string& reason) {
  const absl::StatusOr<InputDocument> document = ParseInputJson(json);
  EXPECT_EQ(document.status().code(), absl::StatusCode::kInvalidArgument)
      << json;
  EXPECT_THAT(std::string(document.status().message()), HasSubstr(reason))
      << json;
}

TEST(ParseInputJsonTest, ReadsThreeFields) {
  const auto document = ParseInputJson(
      R"({"id": "n-1", "date": "2021-01-26", "text": "Caf\u00e9 \ud83d\ude00"})");
  ASSERT_TRUE(document.ok()) << document.status();
  EXPECT_EQ(document->id, "n-1");
  EXPECT_EQ(document->date, "2021-01-26");
  EXPECT_EQ(document->text, "Café 😀");
}

TEST(ParseInputJsonTest, IdAndDateMayBeAbsent) {
  for (const char* json :
       {R"({"text": "a"})", R"( {"id":null,"text":"a","date":null} )"}) {
    const auto document = ParseInputJson(json);
    ASSERT_TRUE(document.ok()) << document.status();
    EXPECT_EQ(document->id, "");
    EXPECT_EQ(document->date, "");
    EXPECT_EQ(document->text, "a");
  }
}

TEST(ParseInputJsonTest, IdMayBeAnInteger) {
  EXPECT_EQ(ParseInputJson(R"({"id": 17, "text": ""})")->id, "17");
  EXPECT_EQ(ParseInputJson(R"({"id": -3, "text": ""})")->id, "-3");
  EXPECT_EQ(ParseInputJson(R"({"id": 18446744073709551615, "text": ""})")->id,
            "18446744073709551615");
}

TEST(ParseInputJsonTest, FieldsOfNestedValuesAreOthers) {
  const auto document = ParseInputJson(
      R"({"meta": {"text": "no", "id": {"id": [["no"]]}}, "l": [{"id": "no"}],
          "text": "yes", "n": 1.5, "b": true, "z": null, "s": "no"})");
  ASSERT_TRUE(document.ok()) << document.status();
  EXPECT_EQ(document->text, "yes");
  EXPECT_EQ(document->id, "");
}

TEST(ParseInputJsonTest, TheLastOfEqualKeysCounts) {
  EXPECT_EQ(ParseInputJson(R"({"text": "a", "text": "b"})")->text, "b");
}

TEST(ParseInputJsonTest, KeepsEveryCharacter) {
  const auto document = ParseInputJson(R"({"text": "a\u0000b\n\ufeff\uffff"})");
  ASSERT_TRUE(document.ok()) << document.status();
  EXPECT_EQ(document->text, std::string("a\0b\n\uFEFF\uFFFF", 10));
}

TEST(ParseInputJsonTest, RefusesAnythingElse) {
  ExpectRefused("", "invalid JSON at byte 1");
  ExpectRefused("text", "invalid JSON at byte 2: ");
  ExpectRefused(R"({"text": "a")", "unexpected end of input");
  ExpectRefused(R"({"text": "a"} x)", "invalid JSON at byte 15");
  ExpectRefused("{\"text\": \"\xC3\"}", "ill-formed UTF-8");
  ExpectRefused(R"({"text": "\udc00"})", "surrogate");
  ExpectRefused(R"({"id": "a"})", "no \"text\"");
  ExpectRefused(R"(["text", "a"])", "not a JSON object");
  ExpectRefused(R"("text")", "not a JSON object");
  ExpectRefused("1", "not a JSON object");
  ExpectRefused("null", "not a JSON object");
  for (const char* value : {"1", "-1", "1.5", "true", "null", "[]", "{}"}) {
    ExpectRefused(std::string(R"({"text": )") + value + "}",
                  "\"text\" is not a string");
  }
  for (const char* value : {"1", "true", "[\"a\"]", "{}"}) {
    ExpectRefused(std::string(R"({"text": "", "date": )") + value + "}",
                  "\"date\" is not a string");
  }
  for (const char* value : {"1.5", "false", "[1]", "{\"id\": 1}"}) {
    ExpectRefused(std::string(R"({"text": "", "id": )") + value + "}",
                  "\"id\" is neither");
  }
}

TEST(ParseInputJsonTest, ErrorsAreShortWhateverTheInput) {
  const std::string long_string(100000, 'x');
  for (const std::string& json :
       {"{\"text\": \"" + long_string, "{\"text\": " + long_string,
        "{\"n\": 1" + std::string(100000, '0') + "e999}"}) {
    const auto document = ParseInputJson(json);
    ASSERT_FALSE(document.ok());
    EXPECT_LT(document.status().message().size(), 200u);
  }
}

TEST(ParseInputJsonTest, DeepNestingIsNoTrouble) {
  const std::string json = R"({"text": "a", "deep": )" +
                           std::string(1000000, '[') +
                           std::string(1000000, ']') + "}";
  EXPECT_TRUE(ParseInputJson(json).ok());
}

}  // namespace
}  // namespace onym
