// Decoding of the development corpora with weights that are not rounded.

#include "train/dev_set.h"

#include <map>

#include "absl/strings/str_format.h"
#include "model/labels.h"
#include "tag/decoder.h"
#include "train/exporter.h"
#include "train/second_stage.h"

namespace onym {
namespace {

// Finer than a model's, so that nothing is lost while training.
constexpr float kFineScale = 48.0f;

void Compare(const TrainingDocument& document,
             const std::vector<EncodedSentence>& sentences,
             Optimizer* optimizer, Decoder* decoder, Tally* tally) {
  tally->gold += document.gold.size();
  std::map<std::pair<uint32_t, uint32_t>, uint32_t> spans;
  for (const Entity& entity : document.gold) {
    if (entity.end_token > entity.first_token) {
      spans[{entity.first_token, entity.end_token}] = entity.type;
    }
  }
  std::vector<float> scores;
  std::vector<uint8_t> labels;
  uint32_t token = 0;
  for (const EncodedSentence& sentence : sentences) {
    optimizer->Score(sentence, &scores);
    labels.resize(sentence.ends.size());
    decoder->Decode(RoundScores(scores, kFineScale), absl::MakeSpan(labels));
    ForEachEntity(labels, [&](size_t first, size_t end, uint32_t type) {
      ++tally->found;
      const auto match = spans.find({token + static_cast<uint32_t>(first),
                                     token + static_cast<uint32_t>(end)});
      tally->right += match != spans.end() && match->second == type - 1;
    });
    token += static_cast<uint32_t>(labels.size());
  }
}

}  // namespace

Tally Sum(absl::Span<const Tally> tallies) {
  Tally sum;
  for (const Tally& tally : tallies) {
    sum.gold += tally.gold;
    sum.found += tally.found;
    sum.right += tally.right;
  }
  return sum;
}

std::string Describe(absl::Span<const Tally> tallies) {
  std::string scores;
  for (const Tally& tally : tallies) {
    absl::StrAppendFormat(&scores, ", F1 %.2f", tally.F1());
  }
  return scores;
}

void DevSet::Encode(const Parameters& parameters, FeatureEncoder* encoder) {
  for (EncodedCorpus& corpus : corpora_) {
    for (const TrainingDocument& document : corpus.corpus.documents) {
      encoder->Encode(document, false, 1, parameters,
                      &corpus.documents.emplace_back());
    }
  }
}

std::vector<Tally> DevSet::Score(uint32_t types, Optimizer* optimizer) const {
  std::vector<Tally> tallies(corpora_.size());
  Decoder decoder(ExportTransitions(optimizer->transitions(), kFineScale),
                  types, BestKernels());
  for (size_t i = 0; i < corpora_.size(); ++i) {
    const EncodedCorpus& corpus = corpora_[i];
    for (size_t j = 0; j < corpus.documents.size(); ++j) {
      Compare(corpus.corpus.documents[j], corpus.documents[j], optimizer,
              &decoder, &tallies[i]);
    }
  }
  return tallies;
}

}  // namespace onym
