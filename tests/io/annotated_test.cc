// Tests of the readers of annotated corpora.

#include "io/annotated.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onym {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string SpanText(const AnnotatedDocument& document, size_t i) {
  const AnnotatedEntity& entity = document.entities[i];
  return document.text.substr(entity.begin, entity.end - entity.begin);
}

// Expects that `json` is refused for a reason that holds `reason`.
void ExpectRefused(std::string_view json, const std::string& reason) {
  const absl::StatusOr<AnnotatedDocument> document = ParseAnnotatedJson(json);
  EXPECT_EQ(document.status().code(), absl::StatusCode::kInvalidArgument)
      << json;
  const std::string message(document.status().message());
  EXPECT_THAT(message, HasSubstr(reason)) << json;
  EXPECT_EQ(message.find('\n'), std::string::npos) << message;
}

// A document of one text with the given array of entities.
std::string WithEntities(const std::string& text, const std::string& entities) {
  return R"({"id": "d", "text": ")" + text + R"(", "entities": )" + entities +
         "}";
}

TEST(ParseAnnotatedJsonTest, ReadsOneText) {
  const auto document = ParseAnnotatedJson(
      R"({"id": "W1", "date": "2021-01-26", "text": "Ann met Bo.", "x": [1],
          "entities": [{"begin": 0, "end": 3, "type": "PERSON"},
                       {"begin": 8, "end": 10, "type": "DOG", "value": 2}]})");
  ASSERT_TRUE(document.ok()) << document.status();
  EXPECT_EQ(document->id, "W1");
  EXPECT_EQ(document->date, "2021-01-26");
  EXPECT_EQ(document->text, "Ann met Bo.");
  ASSERT_EQ(document->entities.size(), 2u);
  EXPECT_EQ(SpanText(*document, 0), "Ann");
  EXPECT_EQ(document->entities[0].type, "PERSON");
  EXPECT_EQ(SpanText(*document, 1), "Bo");
  EXPECT_EQ(document->entities[1].type, "DOG");
}

TEST(ParseAnnotatedJsonTest, JoinsParagraphsByABlankLine) {
  const auto document = ParseAnnotatedJson(
      R"({"id": "p", "date": null, "paragraphs": [
          {"text": "Zoé", "entities": [{"begin": 0, "end": 3, "type": "A"}]},
          {"text": "", "entities": []},
          {"text": "in Köln", "entities": [{"begin": 3, "end": 7, "type": "B"}]}
          ]})");
  ASSERT_TRUE(document.ok()) << document.status();
  EXPECT_EQ(document->date, "");
  EXPECT_EQ(document->text, "Zoé\n\n\n\nin Köln");
  ASSERT_EQ(document->entities.size(), 2u);
  EXPECT_EQ(SpanText(*document, 0), "Zoé");
  EXPECT_EQ(SpanText(*document, 1), "Köln");
}

TEST(ParseAnnotatedJsonTest, OffsetsCountCodePoints) {
  // One, two, three and four bytes of UTF-8; the last is two units of UTF-16.
  const auto document = ParseAnnotatedJson(
      WithEntities("a é € 😀 z", R"([{"begin": 2, "end": 3, "type": "T"},
                        {"begin": 4, "end": 5, "type": "T"},
                        {"begin": 6, "end": 7, "type": "T", "text": "😀"},
                        {"begin": 8, "end": 9, "type": "T"}])"));
  ASSERT_TRUE(document.ok()) << document.status();
  ASSERT_EQ(document->entities.size(), 4u);
  EXPECT_EQ(SpanText(*document, 0), "é");
  EXPECT_EQ(SpanText(*document, 1), "€");
  EXPECT_EQ(SpanText(*document, 2), "😀");
  EXPECT_EQ(SpanText(*document, 3), "z");
}

TEST(ParseAnnotatedJsonTest, DecodesEscapes) {
  const auto document = ParseAnnotatedJson(
      WithEntities(R"(\u20ac\ud83d\ude00\n\"\u0000x)",
                   R"([{"begin": 1, "end": 2, "type": "T"}])"));
  ASSERT_TRUE(document.ok()) << document.status();
  EXPECT_EQ(document->text, std::string("€😀\n\"\0x", 11));
  EXPECT_EQ(SpanText(*document, 0), "😀");
}

TEST(ParseAnnotatedJsonTest, RefusesWhatIsNoSuchObject) {
  ExpectRefused("", "invalid JSON at byte 1");
  ExpectRefused("{", "invalid JSON at byte 2");
  ExpectRefused("{} {}", "invalid JSON at byte 4");
  ExpectRefused("{\"id\": \"\xFF\"}", "ill-formed UTF-8");
  ExpectRefused(R"({"id": "\ud800"})", "surrogate");
  ExpectRefused("1e999", "invalid JSON");
  ExpectRefused("[]", "not a JSON object");
  ExpectRefused("null", "not a JSON object");
  ExpectRefused("{}", "no \"text\"");
  ExpectRefused(R"({"id": 1})", "\"id\" is not a string");
  ExpectRefused(R"({"id": "a"})", "no \"text\"");
  ExpectRefused(R"({"id": "a", "text": 1})", "\"text\" is not a string");
  ExpectRefused(R"({"id": "a", "date": 1, "text": ""})", "\"date\"");
  ExpectRefused(R"({"id": "a", "text": ""})", "no \"entities\"");
  ExpectRefused(WithEntities("a", "{}"), "\"entities\" is not an array");
  ExpectRefused(R"({"id": "a", "paragraphs": {}})", "not an array");
  ExpectRefused(R"({"id": "a", "paragraphs": [1]})", "paragraph 1");
  ExpectRefused(R"({"id": "a", "paragraphs": [{"text": "", "entities": []},
                {"text": ""}]})",
                "paragraph 2: no \"entities\"");
}

TEST(ParseAnnotatedJsonTest, RefusesWrongEntities) {
  const auto refuse = [](const std::string& entities,
                         const std::string& reason) {
    ExpectRefused(WithEntities("né d", entities), reason);
  };
  refuse("[1]", "entity 1: is not an object");
  refuse(R"([{"end": 1, "type": "T"}])", "no \"begin\"");
  refuse(R"([{"begin": 0, "type": "T"}])", "no \"end\"");
  refuse(R"([{"begin": 0, "end": 1}])", "no \"type\"");
  refuse(R"([{"begin": 0, "end": 1, "type": ""}])", "empty type");
  refuse(R"([{"begin": -1, "end": 1, "type": "T"}])", "not a count");
  refuse(R"([{"begin": 0.5, "end": 1, "type": "T"}])", "not a count");
  refuse(R"([{"begin": "0", "end": 1, "type": "T"}])", "not a count");
  refuse(R"([{"begin": 1, "end": 1, "type": "T"}])", "[1, 1)");
  // The text has four code points in five bytes.
  refuse(R"([{"begin": 0, "end": 5, "type": "T"}])", "4 code points");
  refuse(R"([{"begin": 0, "end": 18446744073709551615, "type": "T"}])",
         "4 code points");
  refuse(R"([{"begin": 1, "end": 3, "type": "T"},
             {"begin": 2, "end": 4, "type": "T"}])",
         "entity 2: begins before");
  refuse(R"([{"begin": 3, "end": 4, "type": "T"},
             {"begin": 0, "end": 1, "type": "T"}])",
         "entity 2: begins before");
  refuse(R"([{"begin": 0, "end": 2, "type": "T", "text": "n"}])",
         "is not what stands between");
}

TEST(ParseAnnotatedJsonTest, DeepNestingIsNoTrouble) {
  const std::string deep(1000000, '[');
  EXPECT_FALSE(ParseAnnotatedJson(deep).ok());
  EXPECT_FALSE(ParseAnnotatedJson(deep + std::string(1000000, ']')).ok());
}

TEST(ParseBioTest, ReadsSentences) {
  const auto sentences =
      ParseBio("\n\nAnn\tB-PERSON\nLee\tI-PERSON\n\n\nin\tO\nBonn\tB-x-y\n");
  ASSERT_TRUE(sentences.ok()) << sentences.status();
  ASSERT_EQ(sentences->size(), 2u);
  EXPECT_THAT((*sentences)[0].tokens, ElementsAre("Ann", "Lee"));
  EXPECT_THAT((*sentences)[0].tags, ElementsAre("B-PERSON", "I-PERSON"));
  EXPECT_THAT((*sentences)[1].tokens, ElementsAre("in", "Bonn"));
  EXPECT_THAT((*sentences)[1].tags, ElementsAre("O", "B-x-y"));
}

TEST(ParseBioTest, AcceptsWhatCorporaHold) {
  // Line ends of another system, no line end at the end, the tag B-O, a token
  // with a space, a column in between, and a line that has lost its token.
  const auto sentences =
      ParseBio("a\tB-O\r\n\r\nb c\tO\r\nd\te\tO\r\n\tO\r\nf\tO");
  ASSERT_TRUE(sentences.ok()) << sentences.status();
  ASSERT_EQ(sentences->size(), 2u);
  EXPECT_THAT((*sentences)[0].tags, ElementsAre("B-O"));
  EXPECT_THAT((*sentences)[1].tokens, ElementsAre("b c", "d", "f"));
}

TEST(ParseBioTest, ReadsTheFilesOfConll2003) {
  const auto sentences = ParseBio(
      "-DOCSTART- -X- -X- O\n\nEU NNP B-NP I-ORG\nrejects VBZ B-VP O\n\n"
      "Bonn NNP B-NP B-LOC\n\n-DOCSTART- -X- -X- O\n\nHi UH B-INTJ O\n");
  ASSERT_TRUE(sentences.ok()) << sentences.status();
  ASSERT_EQ(sentences->size(), 3u);
  EXPECT_THAT((*sentences)[0].tokens, ElementsAre("EU", "rejects"));
  EXPECT_THAT((*sentences)[0].tags, ElementsAre("I-ORG", "O"));
  EXPECT_TRUE((*sentences)[0].begins_document);
  EXPECT_FALSE((*sentences)[1].begins_document);
  EXPECT_TRUE((*sentences)[2].begins_document);
}

TEST(ParseBioTest, ReadsBioes) {
  const auto sentences =
      ParseBio("Ann\tB-PER\nvan\tI-PER\nLee\tE-PER\nBonn\tS-LOC\n");
  ASSERT_TRUE(sentences.ok()) << sentences.status();
  EXPECT_THAT((*sentences)[0].tags,
              ElementsAre("B-PER", "I-PER", "I-PER", "B-LOC"));
}

TEST(ParseBioTest, NothingIsNoSentence) {
  for (const char* content : {"", "\n", "\r\n\n"}) {
    const auto sentences = ParseBio(content);
    ASSERT_TRUE(sentences.ok());
    EXPECT_THAT(*sentences, IsEmpty());
  }
}

TEST(ParseBioTest, NamesTheLineThatIsWrong) {
  for (const char* line : {"a", "a X", "a\t", "a\tB", "a\tB-", "a\tI", "a\tX-Y",
                           "a\to", "a\tOO", "a\tBPERSON"}) {
    const auto sentences = ParseBio(std::string("ok\tO\n\n") + line + "\n");
    EXPECT_EQ(sentences.status().code(), absl::StatusCode::kInvalidArgument)
        << line;
    EXPECT_THAT(std::string(sentences.status().message()), HasSubstr("line 3:"))
        << line;
  }
}

}  // namespace
}  // namespace onym
