// Reading and checking of training settings.

#include "train/config.h"

#include <filesystem>
#include <limits>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "nlohmann/json.hpp"
#include "train/files.h"

namespace onym {
namespace {

using Json = nlohmann::json;

// Takes the settings of one JSON object one by one; what is left is unknown.
class Settings final {
 public:
  Settings(const Json& json, std::string where)
      : json_(json), where_(std::move(where)) {
    if (!json_.is_object()) Fail("", "is not an object");
  }

  template <typename T>
  void Take(const char* name, T* value) {
    seen_.insert(name);
    if (!json_.is_object() || !json_.contains(name)) return;
    if (!Convert(json_[name], value)) Fail(name, "has a wrong type");
  }

  absl::Status Finish() {
    if (json_.is_object()) {
      for (const auto& item : json_.items()) {
        if (seen_.count(item.key()) == 0) Fail(item.key(), "is not known");
      }
    }
    return status_;
  }

  const Json* Child(const char* name) {
    seen_.insert(name);
    return json_.is_object() && json_.contains(name) ? &json_[name] : nullptr;
  }

  void Fail(const std::string& name, const char* what) {
    if (status_.ok()) {
      status_ = absl::InvalidArgumentError(
          absl::StrCat(where_, ": \"", name, "\" ", what));
    }
  }

 private:
  static bool Convert(const Json& json, std::string* value) {
    if (json.is_string()) *value = json.get<std::string>();
    return json.is_string();
  }
  static bool Convert(const Json& json, bool* value) {
    if (json.is_boolean()) *value = json.get<bool>();
    return json.is_boolean();
  }
  static bool Convert(const Json& json, int* value) {
    return ConvertInteger(json, value);
  }
  static bool Convert(const Json& json, uint32_t* value) {
    return ConvertInteger(json, value);
  }
  template <typename T>
  static bool ConvertInteger(const Json& json, T* value) {
    if (!json.is_number_integer()) return false;
    // Holds all integers of 32 bits, and larger ones at least as large.
    const double number = json.get<double>();
    if (number < static_cast<double>(std::numeric_limits<T>::min()) ||
        number > static_cast<double>(std::numeric_limits<T>::max())) {
      return false;
    }
    *value = static_cast<T>(number);
    return true;
  }
  static bool Convert(const Json& json, float* value) {
    if (json.is_number()) *value = json.get<float>();
    return json.is_number();
  }
  template <typename T>
  static bool Convert(const Json& json, std::vector<T>* values) {
    if (!json.is_array()) return false;
    values->clear();
    for (const Json& element : json) {
      if (!Convert(element, &values->emplace_back())) return false;
    }
    return true;
  }
  template <typename T>
  static bool Convert(const Json& json, std::map<std::string, T>* values) {
    if (!json.is_object()) return false;
    for (const auto& item : json.items()) {
      if (!Convert(item.value(), &(*values)[item.key()])) return false;
    }
    return true;
  }

  const Json& json_;
  std::string where_;
  std::set<std::string> seen_;
  absl::Status status_;
};

absl::Status TakeCorpora(const Json* json, const std::string& where,
                         std::vector<CorpusConfig>* corpora) {
  if (json == nullptr || !json->is_array()) {
    return absl::InvalidArgumentError(
        absl::StrCat(where, ": \"corpora\" is not an array"));
  }
  for (const Json& element : *json) {
    CorpusConfig& corpus = corpora->emplace_back();
    Settings settings(element, where);
    settings.Take("path", &corpus.path);
    settings.Take("domain", &corpus.domain);
    settings.Take("types", &corpus.types);
    settings.Take("unlabeled", &corpus.unlabeled);
    settings.Take("document_sentences", &corpus.document_sentences);
    settings.Take("caseless", &corpus.caseless);
    settings.Take("repeat", &corpus.repeat);
    const absl::Status status = settings.Finish();
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status TakeLists(const Json* json, const std::string& where,
                       std::vector<ListConfig>* lists) {
  if (json == nullptr) return absl::OkStatus();
  if (!json->is_array()) {
    return absl::InvalidArgumentError(
        absl::StrCat(where, ": \"lists\" is not an array"));
  }
  for (const Json& element : *json) {
    ListConfig& list = lists->emplace_back();
    Settings settings(element, where);
    settings.Take("name", &list.name);
    settings.Take("paths", &list.paths);
    const absl::Status status = settings.Finish();
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

void ResolvePaths(const std::string& config_path,
                  const std::map<std::string, std::string>& variables,
                  TrainConfig* config) {
  const std::filesystem::path folder =
      std::filesystem::path(config_path).parent_path();
  const auto resolve = [&](std::string* path) {
    if (path->empty()) return;
    for (const auto& [name, value] : variables) {
      absl::StrReplaceAll({{absl::StrCat("${", name, "}"), value}}, path);
    }
    *path = (folder / *path).string();
  };
  for (CorpusConfig& corpus : config->corpora) resolve(&corpus.path);
  for (ListConfig& list : config->lists) {
    for (std::string& path : list.paths) resolve(&path);
  }
  for (std::string& path : config->dev) resolve(&path);
  resolve(&config->base);
  resolve(&config->embeddings);
}

}  // namespace

absl::Status CheckTrainConfig(const TrainConfig& config) {
  // What is not a number is in no range.
  struct Rule {
    const char* name;
    bool holds;
  };
  std::vector<Rule> rules = {
      {"epochs", config.epochs >= 1},
      {"patience", config.patience >= 0},
      {"folds", config.folds == 0 || config.folds >= 2},
      {"fold_epochs", config.fold_epochs >= 1},
      {"learning_rate", config.learning_rate > 0.0f},
      {"dropout", config.dropout >= 0.0f && config.dropout < 1.0f},
      {"lone_sentences",
       config.lone_sentences >= 0.0f && config.lone_sentences <= 1.0f},
      {"embedding_words", config.embedding_words >= 0},
      {"min_count", config.min_count >= 1},
      {"dense_count", config.dense_count >= 1},
      {"max_rows", config.max_rows >= 0},
      {"scale", config.scale >= 1.0f && config.scale <= 1024.0f},
      {"temperature",
       config.temperature >= 0.1f && config.temperature <= 100.0f}};
  for (const CorpusConfig& corpus : config.corpora) {
    rules.push_back({"document_sentences", corpus.document_sentences >= 1});
    rules.push_back({"repeat", corpus.repeat >= 0});
  }
  for (const Rule& rule : rules) {
    if (!rule.holds) {
      return absl::InvalidArgumentError(
          absl::StrCat("\"", rule.name, "\" is out of its range"));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<TrainConfig> ReadTrainConfig(
    const std::string& path,
    const std::map<std::string, std::string>& variables) {
  absl::StatusOr<std::string> content = ReadFile(path);
  if (!content.ok()) return content.status();
  const Json json = Json::parse(*content, nullptr, /*allow_exceptions=*/false,
                                /*ignore_comments=*/true);
  if (json.is_discarded()) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": not JSON"));
  }
  TrainConfig config;
  Settings settings(json, path);
  settings.Take("name", &config.name);
  settings.Take("version", &config.version);
  settings.Take("license", &config.license);
  settings.Take("language", &config.language);
  settings.Take("description", &config.description);
  settings.Take("types", &config.types);
  settings.Take("dev", &config.dev);
  settings.Take("base", &config.base);
  settings.Take("embeddings", &config.embeddings);
  settings.Take("embedding_words", &config.embedding_words);
  settings.Take("epochs", &config.epochs);
  settings.Take("patience", &config.patience);
  settings.Take("folds", &config.folds);
  settings.Take("fold_epochs", &config.fold_epochs);
  settings.Take("learning_rate", &config.learning_rate);
  settings.Take("dropout", &config.dropout);
  settings.Take("lone_sentences", &config.lone_sentences);
  settings.Take("min_count", &config.min_count);
  settings.Take("dense_count", &config.dense_count);
  settings.Take("max_rows", &config.max_rows);
  settings.Take("scale", &config.scale);
  settings.Take("temperature", &config.temperature);
  settings.Take("seed", &config.seed);
  absl::Status status =
      TakeCorpora(settings.Child("corpora"), path, &config.corpora);
  if (!status.ok()) return status;
  status = TakeLists(settings.Child("lists"), path, &config.lists);
  if (!status.ok()) return status;
  status = settings.Finish();
  if (!status.ok()) return status;
  status = CheckTrainConfig(config);
  if (!status.ok()) {
    return absl::InvalidArgumentError(
        absl::StrCat(path, ": ", status.message()));
  }
  ResolvePaths(path, variables, &config);
  return config;
}

}  // namespace onym
