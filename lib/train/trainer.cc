// The course of a training run.

#include "train/trainer.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <thread>

#include "absl/strings/str_format.h"
#include "model/model.h"
#include "model/writer.h"
#include "train/clusters.h"
#include "train/corpus.h"
#include "train/dev_set.h"
#include "train/encoder.h"
#include "train/exporter.h"
#include "train/files.h"
#include "train/lists.h"
#include "train/optimizer.h"
#include "train/parameters.h"
#include "train/schedule.h"
#include "train/second_stage.h"
#include "train/time_left.h"

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
  int epochs;                   // at most
  std::vector<uint32_t> order;  // of its sentences, another one each epoch
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

  // Since the run began.
  double Seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() -
                                         start_)
        .count();
  }

  template <typename... Args>
  void Say(const absl::FormatSpec<Args...>& format, const Args&... args) {
    const std::string line = absl::StrFormat("[%6.1f s] ", Seconds()) +
                             absl::StrFormat(format, args...);
    const std::lock_guard<std::mutex> lock(log_mutex_);
    log_(line);
  }

  absl::Status Prepare() {
    absl::Status status = CheckTrainConfig(config_);
    if (!status.ok()) return status;
    if (config_.patience > 0 && config_.dev.empty()) {
      return absl::InvalidArgumentError("\"patience\" needs \"dev\"");
    }
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
      dev_.Add(*std::move(corpus));
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
    dev_.Encode(*parameters_, &encoder);
    Say("%d sentences", sentences_.size());
  }

  // Sets up the fit of all sentences but those of `fold`; -1: of all.
  void MakeFit(int fold, Fit* fit) {
    fit->epochs = fold < 0 ? config_.epochs : config_.fold_epochs;
    for (uint32_t sentence : order_) {
      if (fold < 0 || fold_of_[sentence] != fold) {
        fit->order.push_back(sentence);
      }
    }
    fit->parameters = std::make_unique<Parameters>(*parameters_);
    fit->optimizer = std::make_unique<Optimizer>(types(), config_.learning_rate,
                                                 config_.dropout, config_.seed,
                                                 fit->parameters.get());
  }

  // Trains the model's first stage, and those of the folds, side by side.
  void Optimize() {
    fits_.resize(1 + static_cast<size_t>(config_.folds));
    uint64_t steps = 0;
    for (size_t i = 0; i < fits_.size(); ++i) {
      MakeFit(static_cast<int>(i) - 1, &fits_[i]);
      steps += static_cast<uint64_t>(fits_[i].epochs) * fits_[i].order.size();
    }
    time_left_.emplace(steps);
    start_of_steps_ = Seconds();
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

  void RunEpochs(int fold, Fit* fit) {
    Optimizer* optimizer = fit->optimizer.get();
    const bool is_model = fold < 0;
    Schedule schedule(fit->epochs, is_model ? config_.patience : 0);
    std::mt19937 random(config_.seed);
    while (!schedule.done()) {
      std::vector<uint32_t>& order = fit->order;
      for (size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[random() % i]);
      }
      for (uint32_t sentence : order) {
        optimizer->Step(sentences_[sentence]);
        time_left_->Step();
      }
      std::vector<Tally> dev;
      if (is_model) dev = dev_.Score(types(), optimizer);
      schedule.EndEpoch(Sum(dev).F1());
      // What the model has no room for goes early, so that the rest learns to
      // do without.
      if (schedule.is_middle()) {
        Prune(1, domain_count_, config_.scale,
              static_cast<size_t>(config_.max_rows), fit->parameters.get());
      }
      if (schedule.averages()) optimizer->AddToAverage();
      SayEpoch(fold, schedule.epoch(), fit->epochs, dev);
    }
    optimizer->UseAverage();
    const int left_out = fit->epochs - schedule.epoch();
    time_left_->Skip(static_cast<uint64_t>(left_out) * fit->order.size());
    if (left_out > 0) Say("stopped early: F1 is no better than it was");
    if (is_model) Say("average%s", Describe(dev_.Score(types(), optimizer)));
  }

  void SayEpoch(int fold, int epoch, int epochs,
                const std::vector<Tally>& dev) {
    const std::string of_fold =
        fold < 0 ? ""
                 : absl::StrFormat("fold %d of %d, ", fold + 1, config_.folds);
    Say("%sepoch %d of %d%s, %s", of_fold, epoch, epochs, Describe(dev),
        time_left_->After(Seconds() - start_of_steps_));
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
  DevSet dev_;
  std::unique_ptr<Parameters> parameters_;
  std::vector<EncodedSentence> sentences_;
  std::vector<uint32_t> order_;  // indexes of sentences
  std::vector<int> fold_of_;     // of each sentence
  std::vector<StackedDocument> stacked_;
  std::vector<Fit> fits_;  // the model's, then those of the folds
  std::optional<TimeLeft> time_left_;
  double start_of_steps_ = 0;
};

}  // namespace

absl::StatusOr<std::string> TrainModel(
    const TrainConfig& config,
    const std::function<void(std::string_view)>& log) {
  return Run(config, log).Train();
}

}  // namespace onym
