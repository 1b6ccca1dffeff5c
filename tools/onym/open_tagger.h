// The options --model and --min-confidence, which several commands have.

#ifndef ONYM_TOOLS_ONYM_OPEN_TAGGER_H_
#define ONYM_TOOLS_ONYM_OPEN_TAGGER_H_

#include <optional>
#include <string>

#include "CLI/CLI.hpp"
#include "onym/tagger.h"

namespace onym::tool {

void AddModelOption(CLI::App* command, std::string* path);
void AddMinConfidenceOption(CLI::App* command, TagOptions* options);

// Opens the model file `path`, or the model inside the program if that is
// empty. Says on standard error what is wrong if there is no such model.
std::optional<Tagger> OpenTagger(const std::string& path);

}  // namespace onym::tool

#endif  // ONYM_TOOLS_ONYM_OPEN_TAGGER_H_
