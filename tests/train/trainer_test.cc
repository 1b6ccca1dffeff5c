// A whole training run on a toy corpus.

#include "train/trainer.h"

#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "onym/tagger.h"
#include "tests/base/temp_folder.h"
#include "tests/model/model_bytes.h"

namespace onym {
namespace {

using internal::AlignedBytes;
using internal::TempFolder;
using testing::HasSubstr;
using testing::Not;

// An entity: begin, end, type.
using Span = std::tuple<size_t, size_t, std::string>;

// Sentences put together from parts, with their entities.
class ToyCorpus final {
 public:
  ToyCorpus() {
    const char* const people[] = {"Anna Berg", "Tom Hale", "Mira",
                                  "Jon de Vos"};
    const char* const places[] = {"Oslo", "New Kirk", "Lima", "Port Said"};
    const char* const days[] = {"Monday", "5 May", "last week"};
    for (const char* person : people) {
      for (const char* place : places) {
        for (const char* day : days) {
          Begin();
          Add(person, "PERSON");
          Add(" flew to ", "");
          Add(place, "GPE");
          Add(" on ", "");
          Add(day, "DATE");
          Add(". The train was late, said ", "");
          Add(person, "PERSON");
          Add(".", "");
        }
      }
    }
  }

  const std::vector<std::string>& texts() const { return texts_; }
  const std::vector<std::vector<Span>>& spans() const { return spans_; }

  // One JSON object a line.
  std::string Jsonl() const {
    std::string jsonl;
    for (size_t i = 0; i < texts_.size(); ++i) {
      jsonl += R"({"id":")" + std::to_string(i) + R"(","text":")" + texts_[i] +
               R"(","entities":[)";
      for (size_t j = 0; j < spans_[i].size(); ++j) {
        const auto& [begin, end, type] = spans_[i][j];
        jsonl += std::string(j > 0 ? "," : "") + R"({"begin":)" +
                 std::to_string(begin) + R"(,"end":)" + std::to_string(end) +
                 R"(,"type":")" + type + R"("})";
      }
      jsonl += "]}\n";
    }
    return jsonl;
  }

 private:
  void Begin() {
    texts_.emplace_back();
    spans_.emplace_back();
  }
  void Add(const std::string& part, const std::string& type) {
    const size_t begin = texts_.back().size();
    texts_.back() += part;
    if (!type.empty()) {
      spans_.back().emplace_back(begin, begin + part.size(), type);
    }
  }
  std::vector<std::string> texts_;
  std::vector<std::vector<Span>> spans_;
};

class TrainerTest : public testing::Test {
 protected:
  TrainerTest() {
    config_.name = "toy";
    config_.types = {"PERSON", "GPE", "DATE"};
    config_.corpora.emplace_back();
    config_.corpora[0].path = folder_.Write("toy.jsonl", corpus_.Jsonl());
    config_.dev = {config_.corpora[0].path};
    config_.epochs = 4;
    config_.dropout = 0.2f;
    config_.learning_rate = 0.1f;
  }

  absl::StatusOr<std::string> Train() {
    return TrainModel(config_, [this](std::string_view line) {
      log_ += line;
      log_ += '\n';
    });
  }

  // Expects the model to find exactly the spans of the corpus.
  void ExpectLearned(const std::string& model) {
    const AlignedBytes bytes(model);
    const auto tagger = Tagger::FromBytes(bytes.bytes());
    ASSERT_TRUE(tagger.ok()) << tagger.status();
    for (size_t i = 0; i < corpus_.texts().size(); ++i) {
      const auto document = tagger->Tag(corpus_.texts()[i]);
      ASSERT_TRUE(document.ok());
      std::vector<Span> found;
      for (const Entity& entity : document->entities()) {
        found.emplace_back(entity.begin, entity.end,
                           document->type_name(entity.type));
      }
      ASSERT_EQ(found, corpus_.spans()[i]) << corpus_.texts()[i];
    }
  }

  const ToyCorpus corpus_;
  const TempFolder folder_;
  TrainConfig config_;
  std::string log_;
};

TEST_F(TrainerTest, LearnsItsTrainingText) {
  const auto model = Train();
  ASSERT_TRUE(model.ok()) << model.status();
  ExpectLearned(*model);
  EXPECT_THAT(log_, HasSubstr("F1 100.00"));
  const AlignedBytes bytes(*model);
  EXPECT_EQ(Tagger::FromBytes(bytes.bytes())->info().name, "toy");
}

TEST_F(TrainerTest, SameInputGivesTheSameBytes) {
  config_.lists = {{"places", {folder_.Write("places", "Oslo\nNew Kirk\n")}}};
  config_.embeddings = folder_.Write(
      "vectors", "oslo 1 0 0\nlima 0.9 0.1 0\nanna 0 1 0\ntom 0 0.9 0.2\n");
  config_.corpora[0].caseless = true;
  const auto first = Train();
  const auto second = Train();
  ASSERT_TRUE(first.ok()) << first.status();
  EXPECT_TRUE(*first == *second);
  ExpectLearned(*first);
  config_.seed = 2;
  EXPECT_FALSE(*Train() == *first);
}

// "We saw Ruvo" tells no type, but another sentence of the document does.
TEST_F(TrainerTest, TheSecondStageLooksAtTheWholeDocument) {
  std::string jsonl;
  for (int i = 0; i < 150; ++i) {
    const bool is_person = i % 2 == 0;
    const std::string name = {'R', "aeiou"[i % 5], "lmnrtv"[i / 5 % 6],
                              "aeiou"[i / 30], 's'};
    const std::string text =
        is_person ? "We saw " + name + ". Then " + name + " said hello."
                  : "We saw " + name + ". We live near " + name + " now.";
    const std::string type = is_person ? "PERSON" : "GPE";
    jsonl += R"({"text":")" + text + R"(","entities":[)";
    for (size_t at = text.find(name); at != std::string::npos;
         at = text.find(name, at + 1)) {
      jsonl += std::string(jsonl.back() == '[' ? "" : ",") + R"({"begin":)" +
               std::to_string(at) + R"(,"end":)" + std::to_string(at + 5) +
               R"(,"type":")" + type + R"("})";
    }
    jsonl += "]}\n";
  }
  config_.corpora[0].path = folder_.Write("names.jsonl", jsonl);
  config_.dev.clear();
  config_.epochs = 8;
  config_.fold_epochs = 8;
  config_.lone_sentences = 0.0f;
  const auto types_in = [&](const std::string& text) {
    const auto model = Train();
    EXPECT_TRUE(model.ok()) << model.status();
    const AlignedBytes bytes(*model);
    const auto tagger = Tagger::FromBytes(bytes.bytes());
    const auto document = tagger->Tag(text);
    std::vector<std::string> types;
    for (const Entity& entity : document->entities()) {
      types.emplace_back(document->type_name(entity.type));
    }
    return types;
  };
  const std::string person = "We saw Ruvo. Then Ruvo said hello.";
  const std::string place = "We saw Ruvo. We live near Ruvo now.";
  EXPECT_EQ(types_in(person), std::vector<std::string>(2, "PERSON"));
  EXPECT_EQ(types_in(place), std::vector<std::string>(2, "GPE"));
  config_.folds = 0;
  EXPECT_EQ(types_in(person)[0], types_in(place)[0]);
}

TEST_F(TrainerTest, EpochsOfAllFitsTellTheTimeLeft) {
  config_.folds = 2;
  config_.fold_epochs = 1;
  ASSERT_TRUE(Train().ok());
  for (const std::string epoch :
       {"] epoch 1 of 4, F1 ", "] epoch 4 of 4, F1 ",
        "] fold 1 of 2, epoch 1 of 1", "] fold 2 of 2, epoch 1 of 1"}) {
    const size_t at = log_.find(epoch);
    ASSERT_NE(at, std::string::npos) << log_;
    EXPECT_THAT(log_.substr(at, log_.find('\n', at) - at),
                HasSubstr(" s left"));
  }
}

TEST_F(TrainerTest, PatienceEndsTrainingThatHelpsNoMore) {
  config_.epochs = 1000;
  config_.patience = 2;
  const auto model = Train();
  ASSERT_TRUE(model.ok()) << model.status();
  ExpectLearned(*model);
  EXPECT_THAT(log_, HasSubstr("stopped early"));
  EXPECT_THAT(log_, Not(HasSubstr("epoch 100 of 1000")));
}

TEST_F(TrainerTest, PatienceThatIsNotTriedChangesNothing) {
  const auto without = Train();
  ASSERT_TRUE(without.ok()) << without.status();
  config_.patience = config_.epochs;
  const auto with = Train();
  ASSERT_TRUE(with.ok()) << with.status();
  EXPECT_TRUE(*without == *with);
  EXPECT_THAT(log_, Not(HasSubstr("stopped early")));
}

TEST_F(TrainerTest, TypesMayBeLeftToTheCorpora) {
  config_.types.clear();
  const auto model = Train();
  ASSERT_TRUE(model.ok()) << model.status();
  ExpectLearned(*model);
}

// The weights of other domains are in no model, nor do they count among the
// rows that are kept.
TEST_F(TrainerTest, OtherDomainsTakeNoPlace) {
  const auto alone = Train();
  ASSERT_TRUE(alone.ok()) << alone.status();
  config_.corpora.push_back(config_.corpora[0]);
  config_.corpora[0].domain = "one";
  config_.corpora[1].domain = "two";
  const auto both = Train();
  ASSERT_TRUE(both.ok()) << both.status();
  ExpectLearned(*both);
  EXPECT_LT(both->size(), alone->size() * 5 / 4);
}

TEST_F(TrainerTest, TakesOverListsAndClustersOfABase) {
  config_.lists = {{"places", {folder_.Write("places", "Oslo\nNew Kirk\n")}}};
  const auto base = Train();
  ASSERT_TRUE(base.ok()) << base.status();
  config_.base = folder_.Write("base.onym", *base);
  EXPECT_EQ(Train().status().code(), absl::StatusCode::kInvalidArgument);
  config_.lists.clear();
  const auto model = Train();
  ASSERT_TRUE(model.ok()) << model.status();
  EXPECT_TRUE(*model == *base);
  config_.base = folder_.Write("cut.onym", base->substr(0, 1000));
  EXPECT_EQ(Train().status().code(), absl::StatusCode::kDataLoss);
}

TEST_F(TrainerTest, EntitiesAcrossTheCutOfALongSentenceDoNoHarm) {
  // No mark ends the sentence, which is cut after 1024 tokens.
  std::string bio;
  for (int i = 0; i < 1022; ++i) bio += "and\tO\n";
  bio += "Oslo\tB-GPE\nOslo\tI-GPE\nOslo\tI-GPE\nOslo\tI-GPE\nand\tO\n";
  config_.corpora.emplace_back();
  config_.corpora[1].path = folder_.Write("long.bio", bio);
  const auto model = Train();
  ASSERT_TRUE(model.ok()) << model.status();
  ExpectLearned(*model);
}

TEST_F(TrainerTest, BadSettingsAreErrors) {
  const auto expect_error = [&](const std::string& setting) {
    const absl::Status status = Train().status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(status.message()), HasSubstr(setting));
  };
  const TrainConfig good = config_;
  config_.scale = 0.0f;
  expect_error("scale");
  config_ = good;
  config_.dropout = 1.0f;
  expect_error("dropout");
  config_ = good;
  config_.folds = 1;
  expect_error("folds");
  config_ = good;
  config_.fold_epochs = 0;
  expect_error("fold_epochs");
  config_ = good;
  config_.types.assign(32, "T");
  expect_error("types");
  config_ = good;
  config_.patience = 1;
  config_.dev.clear();
  expect_error("dev");
  config_ = good;
  config_.corpora.clear();
  expect_error("nothing to train on");
}

TEST_F(TrainerTest, MissingFilesAreErrors) {
  const auto expect_missing = [&](const std::string& name) {
    const absl::Status status = Train().status();
    EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
    EXPECT_THAT(std::string(status.message()), HasSubstr(name));
  };
  const TrainConfig good = config_;
  config_.corpora[0].path = folder_.PathOf("no_corpus.bio");
  expect_missing("no_corpus.bio");
  config_ = good;
  config_.dev = {folder_.PathOf("no_dev.jsonl")};
  expect_missing("no_dev.jsonl");
  config_ = good;
  config_.embeddings = folder_.PathOf("no_vectors");
  expect_missing("no_vectors");
  config_ = good;
  config_.lists = {{"l", {folder_.PathOf("no_list")}}};
  expect_missing("no_list");
  config_ = good;
  config_.base = folder_.PathOf("no_base");
  expect_missing("no_base");
}

}  // namespace
}  // namespace onym
