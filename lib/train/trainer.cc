// The course of a training run.

#include "train/trainer.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>
#include <random>

#include "absl/strings/str_format.h"
#include "model/labels.h"
#include "model/model.h"
#include "model/writer.h"
#include "tag/decoder.h"
#include "train/clusters.h"
#include "train/corpus.h"
#include "train/encoder.h"
#include "train/exporter.h"
#include "train/files.h"
#include "train/lists.h"
#include "train/optimizer.h"
#include "train/parameters.h"

namespace onym {
namespace {

using Log = std::function<void(std::string_view)>;

// Bytes at an address that a model may have.
class AlignedBytes final {
 public:
  explicit AlignedBytes(std::string_view bytes) : storage_(bytes.size() + 64) {
    const auto address = reinterpret_cast<uintptr_t>(storage_.data());
    char* start = storage_.data() + (64 - address % 64) % 64;
    std::copy(bytes.begin(), bytes.end(), start);
    bytes_ = std::string_view(start, bytes.size());
  }
  std::string_view bytes() const { return bytes_; }

 private:
  std::vector<char> storage_;
  std::string_view bytes_;
};

// A document with what the run does to it.
struct Task {
  TrainingDocument document;
  uint32_t domain;
  bool alone;
  int repeat;
};

class Run final {
 public:
  Run(const TrainConfig& config, const Log& log) : config_(config), log_(log) {}

  absl::StatusOr<std::string> Train() {
    absl::Status status = Prepare();
    if (!status.ok()) return status;
    Encode();
    Optimize();
    return Export();
  }

 private:
  uint32_t types() const { return static_cast<uint32_t>(config_.types.size()); }

  template <typename... Args>
  void Say(const absl::FormatSpec<Args...>& format, const Args&... args) {
    const std::chrono::duration<double> time =
        std::chrono::steady_clock::now() - start_;
    log_(absl::StrFormat("[%6.1f s] ", time.count()) +
         absl::StrFormat(format, args...));
  }

  absl::Status Prepare() {
    absl::Status status = CheckTrainConfig(config_);
    if (!status.ok()) return status;
    if (config_.types.empty()) {
      auto types = TypesOf(config_.corpora);
      if (!types.ok()) return types.status();
      config_.types = *std::move(types);
    }
    content_.info.name = config_.name;
    content_.info.version = config_.version;
    content_.info.license = config_.license;
    content_.info.language = config_.language;
    content_.info.description = config_.description;
    content_.info.types = config_.types;
    content_.scale = config_.scale;
    content_.temperature = config_.temperature;
    content_.transitions.resize(TransitionLayout(types()).size());
    status = config_.base.empty() ? MakeResources() : TakeResources();
    return status.ok() ? ReadCorpora() : status;
  }

  // Compiles clusters and name lists.
  absl::Status MakeResources() {
    if (!config_.embeddings.empty()) {
      auto words = ClusterWords(config_.embeddings, config_.embedding_words);
      if (!words.ok()) return words.status();
      content_.words = *std::move(words);
    }
    Say("%d words in clusters", content_.words.size());
    auto phrases = CompileLists(config_.lists);
    if (!phrases.ok()) return phrases.status();
    content_.phrases = *std::move(phrases);
    content_.list_count = static_cast<uint32_t>(config_.lists.size());
    Say("%d phrases of name lists", content_.phrases.size());
    // A model without weights serves as a store of clusters and lists.
    auto bytes = SerializeModel(content_);
    if (!bytes.ok()) return bytes.status();
    return OpenResources(*bytes);
  }

  // Takes them from another model.
  absl::Status TakeResources() {
    if (!config_.embeddings.empty() || !config_.lists.empty()) {
      return absl::InvalidArgumentError(
          "\"base\" goes with neither \"embeddings\" nor \"lists\"");
    }
    auto bytes = ReadFile(config_.base);
    if (!bytes.ok()) return bytes.status();
    const absl::Status status = OpenResources(*bytes);
    content_.base = resources_.get();
    return status;
  }

  absl::Status OpenResources(std::string_view bytes) {
    resource_bytes_ = std::make_unique<AlignedBytes>(bytes);
    auto resources = Model::Parse(resource_bytes_->bytes());
    if (!resources.ok()) return resources.status();
    resources_ = *std::move(resources);
    return absl::OkStatus();
  }

  absl::Status ReadCorpora() {
    std::mt19937 random(config_.seed);
    std::map<std::string, uint32_t> domains;
    for (const CorpusConfig& corpus_config : config_.corpora) {
      auto corpus = ReadCorpus(corpus_config, config_.types);
      if (!corpus.ok()) return corpus.status();
      Say("%s: %d tokens, %d documents, %d entities between tokens",
          corpus_config.path, corpus->token_count, corpus->documents.size(),
          corpus->unaligned);
      const uint32_t domain =
          domains
              .emplace(corpus_config.domain,
                       static_cast<uint32_t>(domains.size() + 1))
              .first->second;
      for (TrainingDocument& document : corpus->documents) {
        const bool alone = static_cast<float>(random() % 1000) <
                           config_.lone_sentences * 1000.0f;
        if (corpus_config.caseless) {
          tasks_.push_back({WithoutCase(document), domain, alone, 1});
        }
        tasks_.push_back(
            {std::move(document), domain, alone, corpus_config.repeat});
      }
    }
    domain_count_ = static_cast<uint32_t>(domains.size());
    if (tasks_.empty()) {
      return absl::InvalidArgumentError("nothing to train on");
    }
    for (const std::string& path : config_.dev) {
      CorpusConfig dev_config;
      dev_config.path = path;
      auto corpus = ReadCorpus(dev_config, config_.types);
      if (!corpus.ok()) return corpus.status();
      dev_.push_back(*std::move(corpus));
    }
    return absl::OkStatus();
  }

  void Encode() {
    FeatureEncoder encoder(*resources_);
    {
      FeatureCounts counts;
      for (const Task& task : tasks_) {
        encoder.Count(task.document, task.alone, task.domain, &counts);
      }
      parameters_ = std::make_unique<Parameters>(
          counts, static_cast<uint32_t>(config_.min_count),
          static_cast<uint32_t>(config_.dense_count), types());
    }
    Say("%d features, %d weights", parameters_->row_count(),
        parameters_->weight_count());
    for (Task& task : tasks_) {
      const size_t first = sentences_.size();
      encoder.Encode(task.document, task.alone, task.domain, *parameters_,
                     &sentences_);
      for (size_t i = first; i < sentences_.size(); ++i) {
        for (int k = 0; k < task.repeat; ++k) {
          order_.push_back(static_cast<uint32_t>(i));
        }
      }
      task = Task();
    }
    for (const Corpus& corpus : dev_) {
      auto& encoded = encoded_dev_.emplace_back();
      for (const TrainingDocument& document : corpus.documents) {
        encoder.Encode(document, false, 1, *parameters_,
                       &encoded.emplace_back());
      }
    }
    Say("%d sentences", sentences_.size());
  }

  void Optimize() {
    optimizer_ = std::make_unique<Optimizer>(types(), config_.learning_rate,
                                             config_.dropout, config_.seed,
                                             parameters_.get());
    std::mt19937 random(config_.seed);
    for (int epoch = 1; epoch <= config_.epochs; ++epoch) {
      for (size_t i = order_.size(); i > 1; --i) {
        std::swap(order_[i - 1], order_[random() % i]);
      }
      for (uint32_t sentence : order_) optimizer_->Step(sentences_[sentence]);
      if (epoch > config_.epochs / 2) optimizer_->AddToAverage();
      Say("epoch %d of %d%s", epoch, config_.epochs, DevScores());
    }
    optimizer_->UseAverage();
    Say("average%s", DevScores());
  }

  // F1 on each development corpus under the current weights.
  std::string DevScores() {
    std::string scores;
    Decoder decoder(ExportTransitions(optimizer_->transitions(), kFineScale),
                    types(), BestKernels());
    for (size_t i = 0; i < dev_.size(); ++i) {
      size_t gold = 0, found = 0, right = 0;
      for (size_t j = 0; j < dev_[i].documents.size(); ++j) {
        Compare(dev_[i].documents[j], encoded_dev_[i][j], &decoder, &gold,
                &found, &right);
      }
      absl::StrAppendFormat(
          &scores, ", F1 %.2f",
          200.0 * static_cast<double>(right) /
              static_cast<double>(std::max<size_t>(gold + found, 1)));
    }
    return scores;
  }

  void Compare(const TrainingDocument& document,
               const std::vector<EncodedSentence>& sentences, Decoder* decoder,
               size_t* gold, size_t* found, size_t* right) {
    *gold += document.gold.size();
    std::map<std::pair<uint32_t, uint32_t>, uint32_t> spans;
    for (const Entity& entity : document.gold) {
      if (entity.end_token > entity.first_token) {
        spans[{entity.first_token, entity.end_token}] = entity.type;
      }
    }
    std::vector<float> scores;
    std::vector<uint8_t> labels;
    uint32_t token = 0, first = 0;
    for (const EncodedSentence& sentence : sentences) {
      optimizer_->Score(sentence, &scores);
      std::vector<int16_t> rounded;
      for (float score : scores) {
        rounded.push_back(static_cast<int16_t>(std::lround(
            std::min(std::max(score * kFineScale, -30000.0f), 30000.0f))));
      }
      decoder->Decode(rounded, &labels);
      for (uint8_t label : labels) {
        if (label % 4 == kBegin || label % 4 == kSingle) first = token;
        ++token;
        if (label == kOutside || label % 4 == kBegin || label % 4 == kInside) {
          continue;
        }
        ++*found;
        const auto match = spans.find({first, token});
        *right += match != spans.end() && match->second == label / 4u - 1;
      }
    }
  }

  absl::StatusOr<std::string> Export() {
    content_.features =
        ExportFeatures(*parameters_, 1, domain_count_, config_.scale,
                       static_cast<size_t>(config_.max_rows));
    content_.transitions =
        ExportTransitions(optimizer_->transitions(), config_.scale);
    auto bytes = SerializeModel(content_);
    if (bytes.ok()) {
      Say("%d features kept, %d bytes", content_.features.size(),
          bytes->size());
    }
    return bytes;
  }

  // Finer than a model's, so that nothing is lost while training.
  static constexpr float kFineScale = 48.0f;

  TrainConfig config_;
  const Log& log_;
  const std::chrono::steady_clock::time_point start_ =
      std::chrono::steady_clock::now();
  ModelContent content_;
  std::unique_ptr<AlignedBytes> resource_bytes_;
  std::unique_ptr<const Model> resources_;
  std::vector<Task> tasks_;
  uint32_t domain_count_ = 0;
  std::vector<Corpus> dev_;
  std::unique_ptr<Parameters> parameters_;
  std::vector<EncodedSentence> sentences_;
  std::vector<uint32_t> order_;  // indexes of sentences
  std::vector<std::vector<std::vector<EncodedSentence>>> encoded_dev_;
  std::unique_ptr<Optimizer> optimizer_;
};

}  // namespace

absl::StatusOr<std::string> TrainModel(
    const TrainConfig& config,
    const std::function<void(std::string_view)>& log) {
  return Run(config, log).Train();
}

}  // namespace onym
