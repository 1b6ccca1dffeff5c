// Corpora as the trainer sees them: documents of tokens with the labels that
// each token may have.

#ifndef ONYM_LIB_TRAIN_CORPUS_H_
#define ONYM_LIB_TRAIN_CORPUS_H_

#include <bitset>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "io/annotated.h"
#include "model/format.h"
#include "onym/document.h"
#include "tag/word.h"
#include "train/config.h"

namespace onym {

// The labels (labels.h) that a token may have.
using LabelSet = std::bitset<4 * (kMaxTypes + 1)>;

struct TrainingDocument {
  std::string text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<LabelSet> labels;  // of each token
  // Gold entities, for scoring; type is an index of the configured types.
  std::vector<Entity> gold;
};

struct Corpus {
  std::vector<TrainingDocument> documents;
  size_t token_count = 0;
  size_t entity_count = 0;  // whatever type they may be of
  // Entities whose edges are not the edges of tokens; their tokens may have any
  // label.
  size_t unaligned = 0;
};

// Reads the corpus that `config` names. `types` are the model's. Fails with
// the reader's error, or if the file is blank, naming the file.
absl::StatusOr<Corpus> ReadCorpus(const CorpusConfig& config,
                                  const std::vector<std::string>& types);

// The type names that occur in the corpora, sorted. Fails as ReadCorpus does.
absl::StatusOr<std::vector<std::string>> TypesOf(
    const std::vector<CorpusConfig>& corpora);

// The document with all letters small.
TrainingDocument WithoutCase(const TrainingDocument& document);

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_CORPUS_H_
