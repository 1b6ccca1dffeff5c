// What `onym tag` and `onym tokenize` share: options, input, batches, output.

#ifndef ONYM_TOOLS_ONYM_ANNOTATE_H_
#define ONYM_TOOLS_ONYM_ANNOTATE_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "io/writer.h"
#include "onym/document.h"

namespace onym::tool {

struct AnnotateOptions {
  std::string input = "text";
  std::string output;  // empty: ansi on a terminal, jsonl otherwise
  std::string offsets = "byte";
  int jobs = 1;
  std::vector<std::string> files;  // none: standard input
};

// Adds the options to a command; *options must outlive it.
void AddAnnotateOptions(CLI::App* command, AnnotateOptions* options);

// Replaces *document by the analysis of `text`.
using Analyze =
    std::function<absl::Status(std::string_view text, Document* document)>;

// Analyses all input and writes what was found. `make_analyze` is called once
// for each thread; `types` are the entity types that may occur. Returns an
// ExitStatus.
int Annotate(const AnnotateOptions& options, Show show,
             const std::vector<std::string>& types,
             const std::function<Analyze()>& make_analyze);

}  // namespace onym::tool

#endif  // ONYM_TOOLS_ONYM_ANNOTATE_H_
