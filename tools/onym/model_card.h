// A page about a model, to go with its file.

#ifndef ONYM_TOOLS_ONYM_MODEL_CARD_H_
#define ONYM_TOOLS_ONYM_MODEL_CARD_H_

#include <string>
#include <vector>

#include "onym/tagger.h"
#include "tools/onym/corpus_score.h"
#include "train/config.h"

namespace onym::tool {

// Markdown: what the model is, what it was trained on and how, and how well it
// does on `dev`. Of paths, only the file names are told.
std::string ModelCard(const TrainConfig& config, const ModelInfo& info,
                      const std::vector<CorpusSize>& corpora,
                      const std::vector<CorpusScore>& dev);

}  // namespace onym::tool

#endif  // ONYM_TOOLS_ONYM_MODEL_CARD_H_
