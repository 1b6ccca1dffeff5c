// Scores of the sample model on corpora.

#include "tools/onym/corpus_score.h"

#include <memory>
#include <string>

#include "gtest/gtest.h"
#include "model/writer.h"
#include "tests/base/temp_folder.h"
#include "tests/model/model_bytes.h"
#include "tests/model/sample_model.h"

namespace onym::tool {
namespace {

using internal::AlignedBytes;
using internal::TempFolder;

// The sample text with its entities, one of them marked as another type and one
// not marked at all.
constexpr char kColumns[] =
    "Anna\tB-PERSON\nBerg\tI-PERSON\ncame\tO\nto\tO\nOslo\tB-PERSON\non\tO\n"
    "5\tB-DATE\nMay\tI-DATE\n.\tO\n\n"
    "\"\tO\nIt\tO\nis\tO\ncold\tO\n,\tO\n\"\tO\nsaid\tO\nAnna\tO\n.\tO\n";

class CorpusScoreTest : public testing::Test {
 protected:
  CorpusScoreTest()
      : bytes_(*SerializeModel(internal::SampleContent())),
        model_(*Model::Parse(bytes_.bytes())) {}

  const TempFolder folder_;
  const AlignedBytes bytes_;
  const std::unique_ptr<const Model> model_;
};

TEST_F(CorpusScoreTest, CountsByType) {
  const auto result = ScoreCorpus(folder_.Write("a.bio", kColumns), *model_);
  ASSERT_TRUE(result.ok()) << result.status();
  EXPECT_EQ(result->size.path, folder_.PathOf("a.bio"));
  EXPECT_EQ(result->size.documents, 1u);
  EXPECT_EQ(result->size.tokens, 18u);
  EXPECT_EQ(result->size.entities, 3u);
  const Counts& total = result->score.total();
  EXPECT_EQ(total.gold, 3u);
  EXPECT_EQ(total.found, 4u);
  EXPECT_EQ(total.right, 2u);
  const Counts& people = result->score.types().at("PERSON");
  EXPECT_EQ(people.gold, 2u);
  EXPECT_EQ(people.found, 2u);
  EXPECT_EQ(people.right, 1u);
  EXPECT_EQ(result->score.types().at("GPE").found, 1u);
}

// Entities that no tokens make up come before the others in a corpus.
TEST_F(CorpusScoreTest, EntitiesBetweenTokensAreMissed) {
  const auto result = ScoreCorpus(
      folder_.Write("a.jsonl",
                    R"({"text": "Anna Berg came to Oslo.", "entities": [)"
                    R"({"begin": 0, "end": 9, "type": "PERSON"},)"
                    R"({"begin": 18, "end": 21, "type": "GPE"}]})"),
      *model_);
  ASSERT_TRUE(result.ok()) << result.status();
  EXPECT_EQ(result->size.entities, 2u);
  EXPECT_EQ(result->score.total().gold, 2u);
  EXPECT_EQ(result->score.total().found, 2u);
  EXPECT_EQ(result->score.total().right, 1u);
}

TEST_F(CorpusScoreTest, MeasuresCorporaOfOtherTypes) {
  CorpusConfig config;
  config.path = folder_.Write("a.bio", "a\tB-X\nb\tB-Y\nc\tO\n\nd\tB-Z\n");
  config.types = {{"X", {"PERSON", "GPE"}}};
  config.document_sentences = 1;
  const auto size = MeasureCorpus(config, model_->info().types);
  ASSERT_TRUE(size.ok()) << size.status();
  EXPECT_EQ(size->documents, 2u);
  EXPECT_EQ(size->tokens, 4u);
  EXPECT_EQ(size->entities, 3u);
}

TEST_F(CorpusScoreTest, MissingFilesAreErrors) {
  const std::string path = folder_.PathOf("missing");
  CorpusConfig config;
  config.path = path;
  EXPECT_EQ(ScoreCorpus(path, *model_).status().code(),
            absl::StatusCode::kNotFound);
  EXPECT_EQ(MeasureCorpus(config, {}).status().code(),
            absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace onym::tool
