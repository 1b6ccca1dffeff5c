// `onym train`: trains a model.

#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "base/mapped_file.h"
#include "model/model.h"
#include "tools/onym/commands.h"
#include "tools/onym/corpus_score.h"
#include "tools/onym/model_card.h"
#include "tools/onym/output.h"
#include "train/config.h"
#include "train/files.h"
#include "train/trainer.h"

namespace onym::tool {
namespace {

struct Options {
  std::string config;
  std::vector<std::string> definitions;  // NAME=VALUE
  std::vector<std::string> train;
  std::vector<std::string> dev;
  std::string base;
  std::string name = "model";
  int epochs = 0;    // 0: as configured
  int patience = 0;  // 0: as configured
  std::string output;
  std::string card;  // empty: none
};

bool Report(const absl::Status& status) {
  if (!status.ok()) {
    PrintError(std::string(status.message().data(), status.message().size()));
  }
  return status.ok();
}

absl::StatusOr<TrainConfig> ConfigOf(const Options& options) {
  std::map<std::string, std::string> variables;
  for (const std::string& definition : options.definitions) {
    const size_t equals = definition.find('=');
    if (equals == std::string::npos) {
      return absl::InvalidArgumentError(
          absl::StrCat("--define ", definition, ": not NAME=VALUE"));
    }
    variables[definition.substr(0, equals)] = definition.substr(equals + 1);
  }
  TrainConfig config;
  if (!options.config.empty()) {
    absl::StatusOr<TrainConfig> read =
        ReadTrainConfig(options.config, variables);
    if (!read.ok()) return read;
    config = *std::move(read);
  }
  if (config.name.empty()) config.name = options.name;
  for (const std::string& path : options.train) {
    config.corpora.emplace_back().path = path;
  }
  for (const std::string& path : options.dev) config.dev.push_back(path);
  if (!options.base.empty()) config.base = options.base;
  if (options.epochs > 0) config.epochs = options.epochs;
  if (options.patience > 0) config.patience = options.patience;
  return config;
}

void Log(std::string_view line) {
  std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
}

// Better now than after the training.
absl::Status CheckOutputs(const Options& options) {
  absl::Status status = CheckWritable(options.output);
  if (status.ok() && !options.card.empty()) {
    status = CheckWritable(options.card);
  }
  return status;
}

absl::StatusOr<std::vector<CorpusScore>> ScoreDev(const TrainConfig& config,
                                                  const Model& model) {
  std::vector<CorpusScore> scores;
  for (const std::string& path : config.dev) {
    absl::StatusOr<CorpusScore> score = ScoreCorpus(path, model);
    if (!score.ok()) return score.status();
    Log(absl::StrCat("\n", path, ", its tokens as they are:\n",
                     score->score.Table()));
    scores.push_back(*std::move(score));
  }
  return scores;
}

absl::Status WriteCard(const TrainConfig& config, const ModelInfo& info,
                       const std::vector<CorpusScore>& dev,
                       const std::string& path) {
  std::vector<CorpusSize> corpora;
  for (const CorpusConfig& corpus : config.corpora) {
    absl::StatusOr<CorpusSize> size = MeasureCorpus(corpus, info.types);
    if (!size.ok()) return size.status();
    corpora.push_back(*std::move(size));
  }
  return WriteFile(path, ModelCard(config, info, corpora, dev));
}

// Scores the model that was written, as its users will read it.
absl::Status Describe(const TrainConfig& config, const Options& options) {
  absl::StatusOr<std::unique_ptr<MappedFile>> file =
      MappedFile::Open(options.output);
  if (!file.ok()) return file.status();
  const auto model = Model::Parse((*file)->bytes());
  if (!model.ok()) return model.status();
  const auto dev = ScoreDev(config, **model);
  if (!dev.ok()) return dev.status();
  if (options.card.empty()) return absl::OkStatus();
  return WriteCard(config, (*model)->info(), *dev, options.card);
}

int Train(const Options& options) {
  absl::StatusOr<TrainConfig> config = ConfigOf(options);
  if (!Report(config.status())) return kExitTrouble;
  if (!Report(CheckOutputs(options))) return kExitTrouble;
  absl::StatusOr<std::string> model = TrainModel(*config, Log);
  if (!Report(model.status())) return kExitTrouble;
  if (!Report(WriteFile(options.output, *model))) return kExitTrouble;
  return Report(Describe(*config, options)) ? kExitOk : kExitTrouble;
}

}  // namespace

void AddTrainCommand(CLI::App* app, Run* run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app->add_subcommand(
      "train", "Train a model on annotated texts (.jsonl) or columns (.bio)");
  command->add_option("--config", options->config,
                      "JSON file of settings; see docs/training.md");
  command->add_option("--define", options->definitions,
                      "NAME=VALUE for ${NAME} in the paths of --config");
  command->add_option("--train", options->train, "Corpora to train on");
  command->add_option("--dev", options->dev,
                      "Corpora to score after each epoch, and in the end");
  command->add_option("--base", options->base,
                      "Model whose word clusters and name lists to use");
  command->add_option("--name", options->name, "Name of the model")
      ->capture_default_str();
  command->add_option("--epochs", options->epochs, "Passes over the corpora")
      ->check(CLI::PositiveNumber);
  command
      ->add_option(
          "--patience", options->patience,
          "End early after so many epochs without a better F1 on --dev")
      ->check(CLI::PositiveNumber);
  command->add_option("--card", options->card,
                      "Page about the model to write, in Markdown");
  command->add_option("--output", options->output, "Model file to write")
      ->required();
  command->callback([options, run] {
    if (options->config.empty() && options->train.empty()) {
      throw CLI::RequiredError("--config or --train");
    }
    *run = [options] { return Train(*options); };
  });
}

}  // namespace onym::tool
