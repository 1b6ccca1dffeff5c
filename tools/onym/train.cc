// `onym train`: trains a model.

#include <cerrno>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/onym/commands.h"
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
  int epochs = 0;  // 0: as configured
  std::string output;
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
  return config;
}

int Train(const Options& options) {
  absl::StatusOr<TrainConfig> config = ConfigOf(options);
  if (!Report(config.status())) return kExitTrouble;
  // Better now than after the training.
  if (!Report(CheckWritable(options.output))) return kExitTrouble;
  absl::StatusOr<std::string> model =
      TrainModel(*config, [](std::string_view line) {
        std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()),
                     line.data());
      });
  if (!Report(model.status())) return kExitTrouble;
  return Report(WriteFile(options.output, *model)) ? kExitOk : kExitTrouble;
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
                      "Corpora to score after each epoch");
  command->add_option("--base", options->base,
                      "Model whose word clusters and name lists to use");
  command->add_option("--name", options->name, "Name of the model")
      ->capture_default_str();
  command->add_option("--epochs", options->epochs, "Passes over the corpora")
      ->check(CLI::PositiveNumber);
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
