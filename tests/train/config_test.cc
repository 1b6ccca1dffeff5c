// Settings of a training run: what is read, and what is wrong with them.

#include "train/config.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/base/temp_folder.h"

namespace onym {
namespace {

using internal::TempFolder;
using testing::ElementsAre;
using testing::HasSubstr;

class ConfigTest : public testing::Test {
 protected:
  absl::StatusOr<TrainConfig> Read(const std::string& json) {
    return ReadTrainConfig(folder_.Write("config.json", json),
                           {{"DATA", "/some/data"}});
  }
  void ExpectError(const std::string& json, const std::string& setting) {
    const absl::Status status = Read(json).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << json;
    EXPECT_THAT(std::string(status.message()), HasSubstr(setting));
    EXPECT_THAT(std::string(status.message()), HasSubstr("config.json"));
  }
  // Settings besides the corpora.
  static std::string With(const std::string& settings) {
    return R"({"corpora": [], )" + settings + "}";
  }

  TempFolder folder_;
};

TEST_F(ConfigTest, ReadsSettings) {
  const auto config = Read(R"({
    // Comments are allowed.
    "name": "n", "version": "v", "license": "l", "language": "en",
    "description": "d", "types": ["A", "B"], "epochs": 3, "dropout": 0, "patience": 2,
    "learning_rate": 0.25, "scale": 12.5, "seed": 4294967295,
    "embeddings": "vectors.txt", "dev": ["dev.jsonl"],
    "corpora": [{"path": "${DATA}/a.bio", "domain": "x", "repeat": 2,
                 "types": {"PER": ["A"]}, "unlabeled": ["B"],
                 "document_sentences": 7, "caseless": true},
                {"path": "b.jsonl"}],
    "lists": [{"name": "l", "paths": ["l.txt", "/abs/m.txt"]}]})");
  ASSERT_TRUE(config.ok()) << config.status();
  EXPECT_EQ(config->name, "n");
  EXPECT_THAT(config->types, ElementsAre("A", "B"));
  EXPECT_EQ(config->epochs, 3);
  EXPECT_EQ(config->patience, 2);
  EXPECT_EQ(config->dropout, 0.0f);
  EXPECT_EQ(config->learning_rate, 0.25f);
  EXPECT_EQ(config->scale, 12.5f);
  EXPECT_EQ(config->seed, 4294967295u);
  EXPECT_EQ(config->embeddings, folder_.PathOf("vectors.txt"));
  EXPECT_THAT(config->dev, ElementsAre(folder_.PathOf("dev.jsonl")));
  ASSERT_EQ(config->corpora.size(), 2u);
  EXPECT_EQ(config->corpora[0].path, "/some/data/a.bio");
  EXPECT_EQ(config->corpora[0].document_sentences, 7);
  EXPECT_TRUE(config->corpora[0].caseless);
  EXPECT_EQ(config->corpora[0].repeat, 2);
  EXPECT_THAT(config->corpora[0].types.at("PER"), ElementsAre("A"));
  EXPECT_EQ(config->corpora[1].path, folder_.PathOf("b.jsonl"));
  EXPECT_THAT(config->lists[0].paths,
              ElementsAre(folder_.PathOf("l.txt"), "/abs/m.txt"));
}

TEST_F(ConfigTest, ErrorsNameTheSetting) {
  ExpectError("{}", "corpora");
  ExpectError(R"({"corpora": {}})", "corpora");
  ExpectError(R"({"corpora": [{"pth": "a"}]})", "pth");
  ExpectError(R"({"corpora": [{"path": 5}]})", "path");
  ExpectError(R"({"corpora": [{"types": {"PER": "PERSON"}}]})", "types");
  ExpectError(With(R"("lists": {})"), "lists");
  ExpectError(With(R"("lists": "places.txt")"), "lists");
  ExpectError(With(R"("lists": [{"file": "a"}])"), "file");
  ExpectError(With(R"("epoch": 3)"), "epoch");
  ExpectError(With(R"("name": null)"), "name");
  ExpectError(With(R"("types": ["A", 2])"), "types");
  ExpectError(With(R"("epochs": "3")"), "epochs");
  ExpectError(With(R"("epochs": 2.5)"), "epochs");
  ExpectError(With(R"("epochs": 12345678901)"), "epochs");
  ExpectError(With(R"("seed": -1)"), "seed");
  ExpectError(With(R"("seed": 4294967296)"), "seed");
}

TEST_F(ConfigTest, NumbersHaveRanges) {
  ExpectError(With(R"("epochs": 0)"), "epochs");
  ExpectError(With(R"("patience": -1)"), "patience");
  ExpectError(With(R"("dropout": 1)"), "dropout");
  ExpectError(With(R"("dropout": -0.1)"), "dropout");
  ExpectError(With(R"("learning_rate": 0)"), "learning_rate");
  ExpectError(With(R"("lone_sentences": 1.1)"), "lone_sentences");
  ExpectError(With(R"("embedding_words": -1)"), "embedding_words");
  ExpectError(With(R"("min_count": 0)"), "min_count");
  ExpectError(With(R"("dense_count": -5)"), "dense_count");
  ExpectError(With(R"("max_rows": -1)"), "max_rows");
  ExpectError(With(R"("scale": 0.5)"), "scale");
  ExpectError(With(R"("scale": 1e30)"), "scale");
  ExpectError(With(R"("temperature": 0)"), "temperature");
  ExpectError(R"({"corpora": [{"repeat": -1}]})", "repeat");
  ExpectError(R"({"corpora": [{"document_sentences": 0}]})",
              "document_sentences");
}

TEST_F(ConfigTest, OtherFilesAreErrors) {
  ExpectError("", "JSON");
  ExpectError("[]", "corpora");
  ExpectError(R"({"corpora": [)", "JSON");
  EXPECT_EQ(ReadTrainConfig(folder_.PathOf("missing"), {}).status().code(),
            absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace onym
