// What a corpus holds, and how well a model does on it.

#ifndef ONYM_TOOLS_ONYM_CORPUS_SCORE_H_
#define ONYM_TOOLS_ONYM_CORPUS_SCORE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "model/model.h"
#include "tools/onym/score.h"
#include "train/config.h"

namespace onym::tool {

struct CorpusSize {
  std::string path;
  size_t documents = 0;
  size_t tokens = 0;
  size_t entities = 0;
};

struct CorpusScore {
  CorpusSize size;
  Score score;
};

// `types` are the model's. Fails as ReadCorpus does.
absl::StatusOr<CorpusSize> MeasureCorpus(const CorpusConfig& config,
                                         const std::vector<std::string>& types);

// Tags the tokens of the corpus as they are: those of the file if it has
// columns, so that the scores tell of names alone and not of tokens. Fails as
// ReadCorpus does.
absl::StatusOr<CorpusScore> ScoreCorpus(const std::string& path,
                                        const Model& model);

}  // namespace onym::tool

#endif  // ONYM_TOOLS_ONYM_CORPUS_SCORE_H_
