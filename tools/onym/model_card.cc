// The sections of a model card.

#include "tools/onym/model_card.h"

#include <filesystem>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"

namespace onym::tool {
namespace {

std::string FileName(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

// A row of a table of two columns; none for an empty value.
std::string Row(const std::string& name, const std::string& value) {
  return value.empty() ? "" : absl::StrCat("| ", name, " | ", value, " |\n");
}

std::string Overview(const ModelInfo& info) {
  std::string text = absl::StrCat("# ", info.name, "\n\n");
  if (!info.description.empty()) {
    absl::StrAppend(&text, info.description, "\n\n");
  }
  absl::StrAppend(
      &text, "| | |\n|---|---|\n", Row("version", info.version),
      Row("licence", info.license.empty() ? "not stated" : info.license),
      Row("language", info.language),
      Row("types", absl::StrJoin(info.types, ", ")),
      Row("size", absl::StrCat(info.file_size, " bytes")));
  return text;
}

std::string ScoreRow(const std::string& type, const Counts& counts) {
  return absl::StrFormat("| %s | %.2f | %.2f | %.2f | %d |\n", type,
                         Precision(counts), Recall(counts), F1(counts),
                         counts.gold);
}

std::string Scores(const std::vector<CorpusScore>& dev) {
  if (dev.empty()) {
    return "\n## Scores\n\nNone: there was no development corpus.\n";
  }
  std::string text =
      "\n## Scores\n\n"
      "In percent, of exact spans and types, on the tokens of the corpora as "
      "they are.\n";
  for (const CorpusScore& corpus : dev) {
    absl::StrAppendFormat(&text,
                          "\n%s (%d documents, %d tokens):\n\n"
                          "| type | precision | recall | F1 | entities |\n"
                          "|---|---|---|---|---|\n",
                          FileName(corpus.size.path), corpus.size.documents,
                          corpus.size.tokens);
    text += ScoreRow("all", corpus.score.total());
    for (const auto& [type, counts] : corpus.score.types()) {
      text += ScoreRow(type, counts);
    }
  }
  return text;
}

std::string Corpora(const std::vector<CorpusSize>& corpora) {
  std::string text =
      "\n## Corpora\n\n"
      "| file | documents | tokens | entities |\n|---|---|---|---|\n";
  for (const CorpusSize& corpus : corpora) {
    absl::StrAppendFormat(&text, "| %s | %d | %d | %d |\n",
                          FileName(corpus.path), corpus.documents,
                          corpus.tokens, corpus.entities);
  }
  return text;
}

std::string Lists(const std::vector<ListConfig>& lists) {
  if (lists.empty()) return "";
  std::string text = "\n## Name lists\n\n| list | files |\n|---|---|\n";
  for (const ListConfig& list : lists) {
    std::vector<std::string> files;
    for (const std::string& path : list.paths) files.push_back(FileName(path));
    text += Row(list.name, absl::StrJoin(files, ", "));
  }
  return text;
}

std::string Settings(const TrainConfig& config) {
  std::string text = "\n## Settings\n\n| setting | value |\n|---|---|\n";
  const auto add = [&](const char* name, auto value) {
    absl::StrAppend(&text, "| ", name, " | ", value, " |\n");
  };
  text += Row("base", FileName(config.base));
  text += Row("embeddings", FileName(config.embeddings));
  if (!config.embeddings.empty()) {
    add("embedding_words", config.embedding_words);
  }
  add("epochs", config.epochs);
  add("patience", config.patience);
  add("learning_rate", config.learning_rate);
  add("dropout", config.dropout);
  add("folds", config.folds);
  add("fold_epochs", config.fold_epochs);
  add("lone_sentences", config.lone_sentences);
  add("min_count", config.min_count);
  add("dense_count", config.dense_count);
  add("max_rows", config.max_rows);
  add("scale", config.scale);
  add("seed", config.seed);
  return text;
}

}  // namespace

std::string ModelCard(const TrainConfig& config, const ModelInfo& info,
                      const std::vector<CorpusSize>& corpora,
                      const std::vector<CorpusScore>& dev) {
  return absl::StrCat(Overview(info), Scores(dev), Corpora(corpora),
                      Lists(config.lists), Settings(config));
}

}  // namespace onym::tool
