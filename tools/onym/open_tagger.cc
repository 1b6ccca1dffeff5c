// Opens a model and reports why it cannot be opened.

#include "tools/onym/open_tagger.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "tools/onym/output.h"

namespace onym::tool {

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
