// Features of held-out documents, gradient steps on them, and the temperature.

#include "train/second_stage.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "model/labels.h"
#include "tag/confidence.h"
#include "train/exporter.h"
#include "train/optimizer.h"

namespace onym {
namespace {

constexpr int kEpochs = 6;
constexpr uint32_t kMinCount = 3;
constexpr float kDropout = 0.5f;

// The keys of one sentence's tokens, before it is known which get weights.
struct KeyedSentence {
  std::vector<uint64_t> keys;
  std::vector<uint32_t> ends;
  EncodedSentence encoded;
};

class Stage final {
 public:
  Stage(const TrainConfig& config, const Model& resources,
        const std::vector<float>& transitions)
      : config_(config),
        types_(static_cast<uint32_t>(config.types.size())),
        transitions_(transitions),
        encoder_(resources) {}

  void Add(const HeldOutDocument& held_out) {
    Decoder decoder(ExportTransitions(*held_out.transitions, config_.scale),
                    types_, BestKernels());
    const auto views = encoder_.ViewsOf(*held_out.document);
    std::vector<std::vector<uint8_t>> labels(views.size());
    std::vector<std::vector<uint8_t>> margins(views.size());
    std::vector<TaggedSentence> tagged;
    evidence_.Reset(encoder_.context());
    for (size_t i = 0; i < views.size(); ++i) {
      const std::vector<int16_t> scores =
          RoundScores(held_out.scores[i], config_.scale);
      labels[i].resize(views[i].view.size);
      decoder.Decode(scores, absl::MakeSpan(labels[i]));
      for (size_t t = 0; t < labels[i].size(); ++t) {
        margins[i].push_back(MarginOf(scores.data() + t * LabelStride(types_),
                                      types_, labels[i][t], config_.scale));
      }
      tagged.push_back({views[i].view, labels[i], margins[i]});
      evidence_.Add(tagged.back());
    }
    for (size_t i = 0; i < views.size(); ++i) {
      AddSentence(tagged[i], *held_out.document, views[i].sentence,
                  held_out.scores[i]);
    }
  }

  SecondStage Train() {
    Parameters parameters(counts_, kMinCount, /*dense_count=*/0, types_);
    for (KeyedSentence& sentence : sentences_) LookUp(parameters, &sentence);
    Optimizer optimizer(types_, config_.learning_rate, kDropout, config_.seed,
                        &parameters);
    optimizer.FixTransitions(transitions_);
    std::vector<const EncodedSentence*> order;
    for (const KeyedSentence& sentence : sentences_) {
      if (!sentence.encoded.rows.empty()) order.push_back(&sentence.encoded);
    }
    std::mt19937 random(config_.seed);
    for (int epoch = 1; epoch <= kEpochs; ++epoch) {
      for (size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[random() % i]);
      }
      for (const EncodedSentence* sentence : order) optimizer.Step(*sentence);
      if (epoch > kEpochs / 2) optimizer.AddToAverage();
    }
    optimizer.UseAverage();
    SecondStage stage;
    stage.features =
        ExportFeatures(parameters, 0, 0, config_.scale, parameters.row_count());
    stage.temperature = FitTemperature(&optimizer);
    return stage;
  }

 private:
  void AddSentence(const TaggedSentence& tagged,
                   const TrainingDocument& document, const Sentence& sentence,
                   const std::vector<float>& scores) {
    KeyedSentence& keyed = sentences_.emplace_back();
    const bool any = evidence_.Compare(tagged);
    FeatureKeys keys;
    for (size_t t = 0; t < tagged.view.size; ++t) {
      keys.Clear();
      if (any) evidence_.AddFeatures(tagged, t, &keys);
      keyed.keys.insert(keyed.keys.end(), keys.begin(), keys.end());
      keyed.ends.push_back(static_cast<uint32_t>(keyed.keys.size()));
      for (uint64_t key : keys) counts_.Add(key, 1);
    }
    keyed.encoded.labels.assign(document.labels.begin() + sentence.first_token,
                                document.labels.begin() + sentence.end_token);
    keyed.encoded.fixed_scores = scores;
  }

  static void LookUp(const Parameters& parameters, KeyedSentence* sentence) {
    size_t at = 0;
    for (uint32_t end : sentence->ends) {
      for (; at < end; ++at) {
        const uint32_t row = parameters.RowOf(sentence->keys[at]);
        if (row != Parameters::kNoRow) sentence->encoded.rows.push_back(row);
      }
      sentence->encoded.ends.push_back(
          static_cast<uint32_t>(sentence->encoded.rows.size()));
    }
  }

  // The temperature at which the confidences lose least information on whether
  // entities are right.
  float FitTemperature(Optimizer* optimizer) {
    std::vector<std::vector<int16_t>> scores;
    std::vector<float> floats;
    for (const KeyedSentence& sentence : sentences_) {
      optimizer->Score(sentence.encoded, &floats);
      scores.push_back(RoundScores(floats, config_.scale));
    }
    float best = 1.0f;
    double least = -1.0;
    for (int tenths = 8; tenths <= 30; ++tenths) {
      const float temperature = static_cast<float>(tenths) / 10.0f;
      const double loss = LossAt(temperature, scores);
      if (least < 0.0 || loss < least) {
        least = loss;
        best = temperature;
      }
    }
    return best;
  }

  // The log-loss of the confidences of all entities found.
  double LossAt(float temperature,
                const std::vector<std::vector<int16_t>>& scores) const {
    const std::vector<int16_t> transitions =
        ExportTransitions(transitions_, config_.scale);
    Decoder decoder(transitions, types_, BestKernels());
    SpanPosterior posterior(transitions, types_,
                            1.0f / (config_.scale * temperature),
                            BestKernels());
    std::vector<uint8_t> labels;
    double loss = 0.0;
    for (size_t i = 0; i < scores.size(); ++i) {
      const std::vector<LabelSet>& gold = sentences_[i].encoded.labels;
      labels.resize(gold.size());
      decoder.Decode(scores[i], absl::MakeSpan(labels));
      posterior.SetSentence(scores[i]);
      ForEachEntity(labels, [&](size_t first, size_t end, uint32_t type) {
        const double p = std::min(
            std::max(static_cast<double>(posterior.Of(first, end, type)), 1e-4),
            1.0 - 1e-4);
        loss -= std::log(IsRight(gold, labels, first, end) ? p : 1.0 - p);
      });
    }
    return loss;
  }

  static bool IsRight(const std::vector<LabelSet>& gold,
                      const std::vector<uint8_t>& labels, size_t first,
                      size_t end) {
    for (size_t t = first; t < end; ++t) {
      if (!gold[t].test(labels[t])) return false;
    }
    return true;
  }

  const TrainConfig& config_;
  const uint32_t types_;
  const std::vector<float>& transitions_;
  FeatureEncoder encoder_;
  MentionEvidence evidence_;
  FeatureCounts counts_;
  std::vector<KeyedSentence> sentences_;
};

}  // namespace

std::vector<int16_t> RoundScores(absl::Span<const float> scores, float scale) {
  std::vector<int16_t> rounded;
  rounded.reserve(scores.size());
  for (float score : scores) {
    rounded.push_back(static_cast<int16_t>(
        std::lround(std::min(std::max(score * scale, -30000.0f), 30000.0f))));
  }
  return rounded;
}

SecondStage TrainSecondStage(const TrainConfig& config, const Model& resources,
                             const std::vector<float>& transitions,
                             absl::Span<const HeldOutDocument> documents) {
  Stage stage(config, resources, transitions);
  for (const HeldOutDocument& document : documents) stage.Add(document);
  return stage.Train();
}

}  // namespace onym
