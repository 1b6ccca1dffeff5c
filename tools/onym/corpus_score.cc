// Reading of corpora as the trainer reads them.

#include "tools/onym/corpus_score.h"

#include <algorithm>

#include "tag/document_tagger.h"
#include "train/corpus.h"

namespace onym::tool {
namespace {

CorpusSize SizeOf(const std::string& path, const Corpus& corpus) {
  return {path, corpus.documents.size(), corpus.token_count,
          corpus.entity_count};
}

std::vector<TypedSpan> SpansOf(const std::vector<Entity>& entities,
                               const std::vector<std::string>& types) {
  std::vector<TypedSpan> spans;
  for (const Entity& entity : entities) {
    spans.push_back({entity.begin, entity.end, types[entity.type]});
  }
  std::sort(spans.begin(), spans.end(),
            [](const TypedSpan& left, const TypedSpan& right) {
              return left.begin < right.begin;
            });
  return spans;
}

}  // namespace

absl::StatusOr<CorpusSize> MeasureCorpus(
    const CorpusConfig& config, const std::vector<std::string>& types) {
  const absl::StatusOr<Corpus> corpus = ReadCorpus(config, types);
  if (!corpus.ok()) return corpus.status();
  return SizeOf(config.path, *corpus);
}

absl::StatusOr<CorpusScore> ScoreCorpus(const std::string& path,
                                        const Model& model) {
  CorpusConfig config;
  config.path = path;
  const std::vector<std::string>& types = model.info().types;
  const absl::StatusOr<Corpus> corpus = ReadCorpus(config, types);
  if (!corpus.ok()) return corpus.status();
  CorpusScore result;
  result.size = SizeOf(path, *corpus);
  DocumentTagger tagger(model);
  for (const TrainingDocument& document : corpus->documents) {
    std::vector<Entity> found;
    tagger.Run(document.text, document.tokens, document.sentences, 0.0f,
               &found);
    result.score.Add(SpansOf(document.gold, types), SpansOf(found, types));
  }
  return result;
}

}  // namespace onym::tool
