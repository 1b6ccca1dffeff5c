// Corpora as the trainer reads them.

#include "train/corpus.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "model/labels.h"
#include "tests/base/temp_folder.h"

namespace onym {
namespace {

using internal::TempFolder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

const std::vector<std::string> kTypes = {"PERSON", "GPE", "DATE"};

// A set as the list of its labels; "*" for all, "O" for outside.
std::string Shown(const LabelSet& labels) {
  if (labels.count() == 4 * kTypes.size() + 1) return "*";
  std::string shown;
  for (uint32_t label = 0; label < labels.size(); ++label) {
    if (!labels.test(label)) continue;
    if (!shown.empty()) shown += '|';
    shown += label == kOutside
                 ? "O"
                 : std::string(1, "BIES"[label % 4]) + kTypes[label / 4 - 1][0];
  }
  return shown;
}

std::vector<std::string> Shown(const TrainingDocument& document) {
  std::vector<std::string> shown;
  for (size_t i = 0; i < document.tokens.size(); ++i) {
    const Token& token = document.tokens[i];
    shown.push_back(document.text.substr(token.begin, token.end - token.begin) +
                    "/" + Shown(document.labels[i]));
  }
  return shown;
}

class CorpusTest : public testing::Test {
 protected:
  absl::StatusOr<Corpus> TryRead(const std::string& name,
                                 std::string_view content) {
    config_.path = folder_.Write(name, content);
    return ReadCorpus(config_, kTypes);
  }
  Corpus Read(const std::string& name, std::string_view content) {
    auto corpus = TryRead(name, content);
    EXPECT_TRUE(corpus.ok()) << corpus.status();
    return corpus.ok() ? *std::move(corpus) : Corpus();
  }
  // The reason why a file is not read, which must name it.
  std::string Error(const std::string& name, std::string_view content) {
    const absl::Status status = TryRead(name, content).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(status.message()), HasSubstr(config_.path));
    return std::string(status.message());
  }

  TempFolder folder_;
  CorpusConfig config_;
};

TEST_F(CorpusTest, Bio) {
  config_.document_sentences = 1;
  const Corpus corpus = Read(
      "a.bio",
      "Anna\tB-PERSON\nMarie\tI-PERSON\nBerg\tI-PERSON\nleft\tO\nOslo\tB-GPE\n"
      "Rome\tB-GPE\n\nBye\tO\n");
  ASSERT_EQ(corpus.documents.size(), 2u);
  EXPECT_EQ(corpus.token_count, 7u);
  EXPECT_EQ(corpus.entity_count, 3u);
  EXPECT_EQ(corpus.unaligned, 0u);
  EXPECT_THAT(Shown(corpus.documents[0]),
              ElementsAre("Anna/BP", "Marie/IP", "Berg/EP", "left/O", "Oslo/SG",
                          "Rome/SG"));
  EXPECT_EQ(corpus.documents[0].gold.size(), 3u);
  EXPECT_EQ(corpus.documents[0].gold[0].end_token, 3u);
  EXPECT_EQ(corpus.documents[0].gold[2].type, 1u);
  EXPECT_THAT(Shown(corpus.documents[1]), ElementsAre("Bye/O"));
}

TEST_F(CorpusTest, StrayInsideTagsBeginAnEntity) {
  const Corpus corpus =
      Read("a.bio", "a\tI-GPE\nb\tI-GPE\nc\tI-DATE\nd\tO\ne\tI-GPE\n");
  EXPECT_THAT(Shown(corpus.documents[0]),
              ElementsAre("a/BG", "b/EG", "c/SD", "d/O", "e/SG"));
}

// Published corpora have such tags where an annotator changed their mind.
TEST_F(CorpusTest, EntitiesOfTypeOAreNone) {
  const Corpus corpus = Read("a.bio", "a\tB-O\nb\tI-O\nc\tB-GPE\n");
  EXPECT_THAT(Shown(corpus.documents[0]), ElementsAre("a/O", "b/O", "c/SG"));
}

TEST_F(CorpusTest, SentencesMakeUpDocuments) {
  config_.document_sentences = 2;
  const Corpus corpus = Read("a.bio", "a\tO\n\nb\tO\n\n\n\nc\tO\nd\tO\n");
  ASSERT_EQ(corpus.documents.size(), 2u);
  ASSERT_EQ(corpus.documents[0].sentences.size(), 2u);
  EXPECT_EQ(corpus.documents[0].text, "a b");
  EXPECT_EQ(corpus.documents[0].sentences[1].first_token, 1u);
  EXPECT_EQ(corpus.documents[0].sentences[1].end_token, 2u);
  EXPECT_EQ(corpus.documents[1].text, "c d");
}

TEST_F(CorpusTest, AFileMayTellWhereDocumentsBegin) {
  const Corpus corpus = Read("a.conll",
                             "-DOCSTART- O\n\na O\n\nb O\n\n"
                             "-DOCSTART- O\n\nc O\nd O\n");
  ASSERT_EQ(corpus.documents.size(), 2u);
  EXPECT_EQ(corpus.documents[0].text, "a b");
  EXPECT_EQ(corpus.documents[1].text, "c d");
}

TEST_F(CorpusTest, LineWithoutATagIsAnError) {
  EXPECT_THAT(Error("a.bio", "a\tO\nb\tO\nc\n"), HasSubstr("line 3"));
  EXPECT_THAT(Error("a.bio", "a\tO\nb\tPERSON\n"),
              AllOf(HasSubstr("line 2"), HasSubstr("tag")));
  EXPECT_THAT(Error("a.bio", "a\tB-\n"), HasSubstr("line 1"));
}

TEST_F(CorpusTest, MissingFileIsNotFound) {
  config_.path = folder_.PathOf("missing.bio");
  const absl::Status status = ReadCorpus(config_, kTypes).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(status.message()), HasSubstr("missing.bio"));
}

TEST_F(CorpusTest, FolderIsAnError) {
  config_.path = folder_.path();
  EXPECT_FALSE(ReadCorpus(config_, kTypes).ok());
}

TEST_F(CorpusTest, UnlabeledTypesMayStandWhereNothingIsMarked) {
  config_.unlabeled = {"DATE"};
  const Corpus corpus = Read("a.bio", "Anna\tB-PERSON\non\tO\n");
  EXPECT_THAT(Shown(corpus.documents[0]),
              ElementsAre("Anna/SP", "on/O|BD|ID|ED|SD"));
}

TEST_F(CorpusTest, NamesOfTypesAreMapped) {
  config_.types = {{"PER", {"PERSON"}}, {"LOC", {"GPE", "DATE"}}};
  const Corpus corpus = Read(
      "a.bio", "a\tB-PER\nb\tB-LOC\nc\tI-LOC\nd\tB-MISC\ne\tI-MISC\nf\tO\n");
  EXPECT_THAT(Shown(corpus.documents[0]),
              ElementsAre("a/SP", "b/BG|BD", "c/EG|ED", "d/*", "e/*", "f/O"));
  // Only what is certain is gold.
  EXPECT_EQ(corpus.documents[0].gold.size(), 1u);
}

TEST_F(CorpusTest, UnknownTypesOfTheModelAreErrors) {
  config_.types = {{"PER", {"HUMAN"}}};
  EXPECT_THAT(Error("a.bio", "a\tO\n"), HasSubstr("HUMAN"));
  config_.types.clear();
  config_.unlabeled = {"PLANET"};
  EXPECT_THAT(Error("a.bio", "a\tO\n"), HasSubstr("PLANET"));
}

TEST_F(CorpusTest, Jsonl) {
  const Corpus corpus = Read(
      "a.jsonl",
      R"({"id":"1","text":"\u00c5se left Oslo.","entities":[)"
      R"({"begin":0,"end":3,"type":"PERSON"},{"begin":9,"end":13,"type":"GPE"}]})"
      "\n\n"
      R"({"id":"2","text":"Bye.","entities":[]})"
      "\n");
  ASSERT_EQ(corpus.documents.size(), 2u);
  EXPECT_THAT(Shown(corpus.documents[0]),
              ElementsAre("\u00C5se/SP", "left/O", "Oslo/SG", "./O"));
  EXPECT_EQ(corpus.token_count, 6u);
}

TEST_F(CorpusTest, BadJsonIsAnErrorWithItsLine) {
  EXPECT_THAT(
      Error("a.jsonl", "{\"id\":\"1\",\"text\":\"a\",\"entities\":[]}\n{"),
      HasSubstr("line 2"));
}

TEST_F(CorpusTest, EntitiesBetweenTokensAreCounted) {
  const Corpus corpus =
      Read("a.jsonl", R"({"id":"1","text":"In Oslofjord again","entities":[)"
                      R"({"begin":3,"end":7,"type":"GPE"}]})");
  EXPECT_EQ(corpus.unaligned, 1u);
  EXPECT_THAT(Shown(corpus.documents[0]),
              ElementsAre("In/O", "Oslofjord/*", "again/O"));
  // It is there to be missed.
  ASSERT_EQ(corpus.documents[0].gold.size(), 1u);
  EXPECT_EQ(corpus.documents[0].gold[0].first_token,
            corpus.documents[0].gold[0].end_token);
}

TEST_F(CorpusTest, EntitiesJoinSentences) {
  const std::string text = "He left. Anna stayed. She slept.";
  const auto with = [&](const std::string& entities) {
    return Read("a.jsonl", R"({"id":"1","text":")" + text +
                               R"(","entities":[)" + entities + "]}")
        .documents[0];
  };
  EXPECT_EQ(with("").sentences.size(), 3u);
  const TrainingDocument joined = with(R"({"begin":3,"end":13,"type":"GPE"})");
  ASSERT_EQ(joined.sentences.size(), 2u);
  EXPECT_EQ(joined.sentences[0].first_token, 0u);
  EXPECT_EQ(joined.sentences[0].end_token, 6u);
  EXPECT_EQ(joined.sentences[0].end, 21u);
  EXPECT_EQ(joined.sentences[1].first_token, 6u);
  EXPECT_EQ(with(R"({"begin":3,"end":25,"type":"GPE"})").sentences.size(), 1u);
}

TEST_F(CorpusTest, TypesOfCorpora) {
  CorpusConfig bio, jsonl;
  bio.path = folder_.Write("a.bio", "a\tB-X\nb\tI-Y\nc\tO\nd\tB-O\n");
  jsonl.path = folder_.Write(
      "b.jsonl",
      R"({"id":"1","text":"a b","entities":[{"begin":0,"end":1,"type":"A"}]})");
  const auto types = TypesOf({bio, jsonl});
  ASSERT_TRUE(types.ok()) << types.status();
  EXPECT_THAT(*types, ElementsAre("A", "X", "Y"));
}

TEST(WithoutCaseTest, OffsetsStay) {
  TrainingDocument document;
  // Capitals whose small form is as long, shorter, and none; half a letter.
  document.text = "OSLO \u00C5SE \u0130 \u1E9E \xC3 \u4E2D";
  document.tokens = {{0, 4, TokenKind::kWord, 0}};
  const TrainingDocument lower = WithoutCase(document);
  EXPECT_EQ(lower.text.size(), document.text.size());
  EXPECT_EQ(lower.text.substr(0, 9), "oslo \u00E5se");
  EXPECT_EQ(lower.tokens.size(), 1u);
}

}  // namespace
}  // namespace onym
