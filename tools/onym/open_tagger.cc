// Opens a model and reports why it cannot be opened.

#include "tools/onym/open_tagger.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "tools/onym/output.h"

namespace onym::tool {

void AddModelOption(CLI::App* command, std::string* path) {
  command
      ->add_option("--model", *path, "Model file [the one inside the program]")
      ->option_text("PATH");
}

void AddMinConfidenceOption(CLI::App* command, TagOptions* options) {
  command
      ->add_option("--min-confidence", options->min_confidence,
                   "Leave out entities of a lower probability")
      ->option_text("X [0]")
      ->check(CLI::Range(0.0, 1.0))
      ->check([](const std::string& text) {
        // A range lets pass what is not a number.
        return text.find_first_of("nN") == std::string::npos
                   ? std::string()
                   : "not a number: " + text;
      });
}

std::optional<Tagger> OpenTagger(const std::string& path) {
  absl::StatusOr<Tagger> tagger =
      path.empty() ? Tagger::Default() : Tagger::Open(path);
  if (tagger.ok()) return *std::move(tagger);
  // The message of a file names it.
  PrintError(absl::StrCat(path.empty() ? "built-in model: " : "",
                          tagger.status().message()));
  return std::nullopt;
}

}  // namespace onym::tool
