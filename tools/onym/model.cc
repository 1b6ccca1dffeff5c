// `onym model info`: what a model file says of itself.

#include <unistd.h>

#include <memory>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "onym/tagger.h"
#include "tools/onym/commands.h"
#include "tools/onym/open_tagger.h"
#include "tools/onym/output.h"

namespace onym::tool {
namespace {

int RunInfo(const std::string& path) {
  const std::optional<Tagger> tagger = OpenTagger(path);
  if (!tagger.has_value()) return kExitTrouble;
  const ModelInfo& info = tagger->info();
  Output output(STDOUT_FILENO);
  output.Write(absl::StrCat(
      "name:      ", info.name,        //
      "\nversion:   ", info.version,   //
      "\nlanguage:  ", info.language,  //
      "\nlicense:   ", info.license,   //
      "\nformat:    ", info.format_version, "\nsize:      ", info.file_size,
      " bytes\ntypes:     ", absl::StrJoin(info.types, " "), "\n"));
  if (!info.description.empty()) {
    output.Write(absl::StrCat("\n", info.description, "\n"));
  }
  return output.Close() ? kExitOk : kExitTrouble;
}

}  // namespace

void AddModelCommand(CLI::App* app, Run* run) {
  auto path = std::make_shared<std::string>();
  CLI::App* model = app->add_subcommand("model", "Look at model files");
  model->require_subcommand(1);
  CLI::App* info = model->add_subcommand(
      "info", "Show name, version, licence and types of a model");
  info->add_option("FILE", *path, "Model file [the one inside the program]")
      ->option_text(" ");
  info->callback([path, run] { *run = [path] { return RunInfo(*path); }; });
}

}  // namespace onym::tool
