// Training of the second stage: weights of what the rest of a document tells
// (mention_evidence.h), on top of the first stage's scores.

#ifndef ONYM_LIB_TRAIN_SECOND_STAGE_H_
#define ONYM_LIB_TRAIN_SECOND_STAGE_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/types/span.h"
#include "model/model.h"
#include "tag/decoder.h"
#include "tag/mention_evidence.h"
#include "train/config.h"
#include "train/corpus.h"
#include "train/encoder.h"
#include "train/parameters.h"

namespace onym {

// A document with scores of a first stage that was not trained on it ("stacked"
// learning, Wolpert 1992): only such scores err as they will on new text.
struct HeldOutDocument {
  const TrainingDocument* document;
  // Of the sentences as FeatureEncoder has them, LabelStride numbers a token.
  std::vector<std::vector<float>> scores;
  // The transitions that go with them.
  const std::vector<float>* transitions;
};

struct SecondStage {
  std::vector<FeatureRow> features;
  // What makes the confidences of entities fit how often they are right (Guo et
  // al. 2017); see ModelContent::temperature.
  float temperature;
};

// `transitions` are those of the model. `resources` has its words.
SecondStage TrainSecondStage(const TrainConfig& config, const Model& resources,
                             const std::vector<float>& transitions,
                             absl::Span<const HeldOutDocument> documents);

// Scores as whole numbers in units of a model's weights.
std::vector<int16_t> RoundScores(absl::Span<const float> scores, float scale);

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_SECOND_STAGE_H_
