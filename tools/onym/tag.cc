// `onym tag`: named entities.

#include <memory>
#include <optional>
#include <string>

#include "onym/tagger.h"
#include "tools/onym/annotate.h"
#include "tools/onym/commands.h"
#include "tools/onym/open_tagger.h"

namespace onym::tool {
namespace {

struct Options {
  AnnotateOptions annotate;
  std::string model;
  TagOptions tag;
};

int RunTag(const Options& options) {
  const std::optional<Tagger> tagger = OpenTagger(options.model);
  if (!tagger.has_value()) return kExitTrouble;
  return Annotate(options.annotate, Show::kEntities, tagger->info().types,
                  [&tagger, &options]() -> Analyze {
                    auto scratch = std::make_shared<TagScratch>();
                    return [&tagger, &options, scratch](std::string_view text,
                                                        Document* document) {
                      return tagger->Tag(text, options.tag, scratch.get(),
                                         document);
                    };
                  });
}

}  // namespace

void AddTagCommand(CLI::App* app, Run* run) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app->add_subcommand("tag", "Find tokens, sentences and named entities");
  AddAnnotateOptions(command, &options->annotate);
  AddModelOption(command, &options->model);
  AddMinConfidenceOption(command, &options->tag);
  command->callback(
      [options, run] { *run = [options] { return RunTag(*options); }; });
}

}  // namespace onym::tool
