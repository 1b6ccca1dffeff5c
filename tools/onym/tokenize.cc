// `onym tokenize`: tokens and sentences, without a model.

#include <memory>
#include <utility>
#include <vector>

#include "onym/tokenizer.h"
#include "tools/onym/annotate.h"
#include "tools/onym/commands.h"

namespace onym::tool {
namespace {

absl::Status Tokenize(std::string_view text, Document* document) {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  absl::Status status = Tokenizer().Tokenize(text, &tokens);
  if (!status.ok()) return status;
  SentenceSplitter().Split(text, tokens, &sentences);
  *document = Document(std::move(tokens), std::move(sentences), /*entities=*/{},
                       /*types=*/nullptr);
  return absl::OkStatus();
}

}  // namespace

void AddTokenizeCommand(CLI::App* app, Run* run) {
  auto options = std::make_shared<AnnotateOptions>();
  CLI::App* command =
      app->add_subcommand("tokenize", "Find tokens and sentences");
  AddAnnotateOptions(command, options.get());
  command->callback([options, run] {
    *run = [options] {
      return Annotate(*options, Show::kTokens, /*types=*/{},
                      [] { return Tokenize; });
    };
  });
}

}  // namespace onym::tool
