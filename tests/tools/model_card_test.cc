// Model cards, to the letter.

#include "tools/onym/model_card.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onym::tool {
namespace {

using testing::HasSubstr;
using testing::Not;

TrainConfig Config() {
  TrainConfig config;
  config.epochs = 9;
  config.patience = 2;
  config.lists = {{"ports", {"some/where/ports.txt", "more.txt"}}};
  return config;
}

ModelInfo Info() {
  ModelInfo info;
  info.name = "ships";
  info.version = "3";
  info.license = "MIT";
  info.language = "en";
  info.description = "News of ships.";
  info.types = {"VESSEL", "PORT"};
  info.file_size = 1234;
  return info;
}

std::vector<CorpusScore> Dev() {
  std::vector<CorpusScore> dev(1);
  dev[0].size = {"some/where/dev.bio", 2, 20, 3};
  dev[0].score.Add({{0, 4, "PORT"}, {5, 6, "PORT"}, {7, 8, "VESSEL"}},
                   {{0, 4, "PORT"}, {7, 8, "PORT"}});
  return dev;
}

TEST(ModelCardTest, TellsAll) {
  EXPECT_EQ(
      ModelCard(Config(), Info(), {{"some/where/train.bio", 5, 50, 7}}, Dev()),
      R"(# ships

News of ships.

| | |
|---|---|
| version | 3 |
| licence | MIT |
| language | en |
| types | VESSEL, PORT |
| size | 1234 bytes |

## Scores

In percent, of exact spans and types, on the tokens of the corpora as they are.

dev.bio (2 documents, 20 tokens):

| type | precision | recall | F1 | entities |
|---|---|---|---|---|
| all | 50.00 | 33.33 | 40.00 | 3 |
| PORT | 50.00 | 50.00 | 50.00 | 2 |
| VESSEL | 0.00 | 0.00 | 0.00 | 1 |

## Corpora

| file | documents | tokens | entities |
|---|---|---|---|
| train.bio | 5 | 50 | 7 |

## Name lists

| list | files |
|---|---|
| ports | ports.txt, more.txt |

## Settings

| setting | value |
|---|---|
| epochs | 9 |
| patience | 2 |
| learning_rate | 0.05 |
| dropout | 0.5 |
| folds | 3 |
| fold_epochs | 4 |
| lone_sentences | 0.3 |
| min_count | 2 |
| dense_count | 40 |
| max_rows | 250000 |
| scale | 24 |
| seed | 1 |
)");
}

TEST(ModelCardTest, WhatIsNotThereIsNotTold) {
  ModelInfo info;
  info.name = "ships";
  const std::string card = ModelCard({}, info, {}, {});
  EXPECT_THAT(card, HasSubstr("| licence | not stated |"));
  EXPECT_THAT(card, HasSubstr("no development corpus"));
  EXPECT_THAT(card, Not(HasSubstr("version")));
  EXPECT_THAT(card, Not(HasSubstr("Name lists")));
}

TEST(ModelCardTest, OriginsOfFeaturesAreSettings) {
  TrainConfig config;
  config.base = "some/where/en.onym";
  std::string card = ModelCard(config, Info(), {}, {});
  EXPECT_THAT(card, HasSubstr("| base | en.onym |"));
  EXPECT_THAT(card, Not(HasSubstr("embedding")));
  config.base.clear();
  config.embeddings = "some/where/vectors.txt";
  card = ModelCard(config, Info(), {}, {});
  EXPECT_THAT(card, HasSubstr("| embeddings | vectors.txt |\n"
                              "| embedding_words | 150000 |\n"));
  EXPECT_THAT(card, Not(HasSubstr("some/where")));
}

}  // namespace
}  // namespace onym::tool
