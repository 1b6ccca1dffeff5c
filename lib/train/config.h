// What to train on, and how: the settings of `onym train`.

#ifndef ONYM_LIB_TRAIN_CONFIG_H_
#define ONYM_LIB_TRAIN_CONFIG_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace onym {

// An annotated corpus.
struct CorpusConfig {
  // JSON lines if it ends in .jsonl or .json, else columns (annotated.h).
  std::string path;
  // Corpora of one domain share feature copies of their own (Daume 2007). The
  // shipped weights are those of the first corpus's domain.
  std::string domain;
  // The corpus's type names and the model's types that each may stand for. A
  // name that is not here is not known to be any type; empty: the names are the
  // model's own.
  std::map<std::string, std::vector<std::string>> types;
  // The model's types that the corpus leaves unmarked.
  std::vector<std::string> unlabeled;
  // Sentences that make up a document, if a file of columns does not tell;
  // neighbours are likely of one.
  int document_sentences = 15;
  // Whether a copy without capitals is added.
  bool caseless = false;
  // Times each sentence is used in an epoch.
  int repeat = 1;
};

struct ListConfig {
  std::string name;
  std::vector<std::string> paths;  // files of one name a line
};

struct TrainConfig {
  std::string name, version, license, language, description;
  std::vector<std::string> types;  // empty: all that the corpora mark
  std::vector<CorpusConfig> corpora;
  std::vector<std::string> dev;  // as CorpusConfig::path
  std::vector<ListConfig> lists;
  // A model file whose clusters and name lists are taken over; `lists` and
  // `embeddings` must be empty then.
  std::string base;
  // Word vectors, `word v1 v2 ...` a line, the most frequent word first; empty:
  // no clusters.
  std::string embeddings;
  int embedding_words = 150000;
  int epochs = 6;
  // A half of the training (schedule.h) ends early once so many epochs in a row
  // brought no better F1 on all of `dev` together. 0: it does not.
  int patience = 0;
  float learning_rate = 0.05f;
  float dropout = 0.5f;
  // Documents of which each sentence is shown alone.
  float lone_sentences = 0.3f;
  // Parts of the first corpus's domain; for each, a model is trained on the
  // rest to give the second stage honest scores. 0: no second stage.
  int folds = 3;
  int fold_epochs = 4;
  int min_count = 2;     // rarer features are left out
  int dense_count = 40;  // features this frequent get weights for every type
  int max_rows = 250000;
  float scale = 24.0f;
  float temperature = 1.0f;
  uint32_t seed = 1;
};

// Fails with kInvalidArgument, naming the setting, if a number is out of its
// range.
absl::Status CheckTrainConfig(const TrainConfig& config);

// Reads the JSON file `path`; relative paths in it count from its folder, and
// ${NAME} in a path is replaced by variables["NAME"]. Fails with
// kInvalidArgument, naming the setting.
absl::StatusOr<TrainConfig> ReadTrainConfig(
    const std::string& path,
    const std::map<std::string, std::string>& variables);

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_CONFIG_H_
