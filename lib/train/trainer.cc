// The course of a training run.

#include "train/trainer.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <map>
#include <mutex>
#include <random>
#include <thread>

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
#include "train/second_stage.h"

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
  int fold;  // -1: not for the second stage
};

// A document that the second stage learns from.
struct StackedDocument {
  TrainingDocument document;
  int fold;
  size_t first_sentence, end_sentence;
};

// A first stage in training.
struct Fit {
  std::unique_ptr<Parameters> parameters;
  std::unique_ptr<Optimizer> optimizer;
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
    const std::string line = absl::StrFormat("[%6.1f s] ", time.count()) +
                             absl::StrFormat(format, args...);
    const std::lock_guard<std::mutex> lock(log_mutex_);
    log_(line);
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
    int next_fold = 0;
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
        const bool stacked = config_.folds > 0 && domain == 1;
        const int fold = stacked ? next_fold++ % config_.folds : -1;
        const bool alone = static_cast<float>(random() % 1000) <
                           config_.lone_sentences * 1000.0f;
        if (corpus_config.caseless) {
          tasks_.push_back({WithoutCase(document), domain, alone, 1, fold});
        }
        tasks_.push_back(
            {std::move(document), domain, alone, corpus_config.repeat, fold});
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
      fold_of_.resize(sentences_.size(), task.fold);
      if (task.fold >= 0) {
        stacked_.push_back(
            {std::move(task.document), task.fold, first, sentences_.size()});
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

  // Trains the model's first stage, and those of the folds, side by side.
  void Optimize() {
    fits_.resize(1 + static_cast<size_t>(config_.folds));
    for (Fit& fit : fits_) {
      fit.parameters = std::make_unique<Parameters>(*parameters_);
      fit.optimizer = std::make_unique<Optimizer>(
          types(), config_.learning_rate, config_.dropout, config_.seed,
          fit.parameters.get());
    }
    std::atomic<size_t> next = 0;
    const auto work = [&] {
      for (size_t i = next++; i < fits_.size(); i = next++) {
        RunEpochs(static_cast<int>(i) - 1, &fits_[i]);
      }
    };
    const size_t workers = std::min<size_t>(
        fits_.size(), std::max(1u, std::thread::hardware_concurrency()));
    // Futures wait when they go, and hand on what a worker throws.
    std::vector<std::future<void>> others;
    for (size_t i = 1; i < workers; ++i) {
      others.push_back(std::async(std::launch::async, work));
    }
    work();
    for (std::future<void>& other : others) other.get();
  }

  // Trains on all sentences but those of `fold`; -1: on all.
  void RunEpochs(int fold, Fit* fit) {
    Optimizer* optimizer = fit->optimizer.get();
    std::vector<uint32_t> order;
    for (uint32_t sentence : order_) {
      if (fold < 0 || fold_of_[sentence] != fold) order.push_back(sentence);
    }
    const int epochs = fold < 0 ? config_.epochs : config_.fold_epochs;
    std::mt19937 random(config_.seed);
    for (int epoch = 1; epoch <= epochs; ++epoch) {
      for (size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[random() % i]);
      }
      for (uint32_t sentence : order) optimizer->Step(sentences_[sentence]);
      // What the model has no room for goes early, so that the rest learns to
      // do without.
      if (epoch == epochs / 2) {
        Prune(1, domain_count_, config_.scale,
              static_cast<size_t>(config_.max_rows), fit->parameters.get());
      }
      if (epoch > epochs / 2) optimizer->AddToAverage();
      if (fold < 0) {
        Say("epoch %d of %d%s", epoch, epochs, DevScores(optimizer));
      }
    }
    optimizer->UseAverage();
    if (fold < 0) {
      Say("average%s", DevScores(optimizer));
    } else {
      Say("fold %d of %d", fold + 1, config_.folds);
    }
  }

  // Weights of the second stage, learned where the folds' models were not.
  void AddSecondStage() {
    if (stacked_.empty()) return;
    std::vector<HeldOutDocument> documents;
    for (const StackedDocument& stacked : stacked_) {
      Optimizer* optimizer =
          fits_[1 + static_cast<size_t>(stacked.fold)].optimizer.get();
      HeldOutDocument& held_out = documents.emplace_back();
      held_out.document = &stacked.document;
      held_out.transitions = &optimizer->transitions();
      for (size_t i = stacked.first_sentence; i < stacked.end_sentence; ++i) {
        optimizer->Score(sentences_[i], &held_out.scores.emplace_back());
      }
    }
    SecondStage stage = TrainSecondStage(
        config_, *resources_, fits_[0].optimizer->transitions(), documents);
    Say("second stage: %d features, temperature %.1f", stage.features.size(),
        stage.temperature);
    content_.has_second_stage = true;
    content_.temperature = stage.temperature;
    content_.features.insert(content_.features.end(), stage.features.begin(),
                             stage.features.end());
  }

  // F1 on each development corpus under the current weights.
  std::string DevScores(Optimizer* optimizer) {
    std::string scores;
    Decoder decoder(ExportTransitions(optimizer->transitions(), kFineScale),
                    types(), BestKernels());
    for (size_t i = 0; i < dev_.size(); ++i) {
      size_t gold = 0, found = 0, right = 0;
      for (size_t j = 0; j < dev_[i].documents.size(); ++j) {
        Compare(dev_[i].documents[j], encoded_dev_[i][j], optimizer, &decoder,
                &gold, &found, &right);
      }
      absl::StrAppendFormat(
          &scores, ", F1 %.2f",
          200.0 * static_cast<double>(right) /
              static_cast<double>(std::max<size_t>(gold + found, 1)));
    }
    return scores;
  }

  void Compare(const TrainingDocument& document,
               const std::vector<EncodedSentence>& sentences,
               Optimizer* optimizer, Decoder* decoder, size_t* gold,
               size_t* found, size_t* right) {
    *gold += document.gold.size();
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
        ++*found;
        const auto match = spans.find({token + static_cast<uint32_t>(first),
                                       token + static_cast<uint32_t>(end)});
        *right += match != spans.end() && match->second == type - 1;
      });
      token += static_cast<uint32_t>(labels.size());
    }
  }

  absl::StatusOr<std::string> Export() {
    content_.features =
        ExportFeatures(*fits_[0].parameters, 1, domain_count_, config_.scale,
                       static_cast<size_t>(config_.max_rows));
    content_.transitions =
        ExportTransitions(fits_[0].optimizer->transitions(), config_.scale);
    AddSecondStage();
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
  std::mutex log_mutex_;
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
  std::vector<int> fold_of_;  // of each sentence
  std::vector<StackedDocument> stacked_;
  std::vector<Fit> fits_;  // the model's, then those of the folds
};

}  // namespace

absl::StatusOr<std::string> TrainModel(
    const TrainConfig& config,
    const std::function<void(std::string_view)>& log) {
  return Run(config, log).Train();
}

}  // namespace onym
