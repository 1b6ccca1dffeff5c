// `onym eval`: scores the tagger against annotated texts.

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "io/annotated.h"
#include "io/escape.h"
#include "onym/tagger.h"
#include "tools/onym/calibration.h"
#include "tools/onym/case_variant.h"
#include "tools/onym/commands.h"
#include "tools/onym/input_file.h"
#include "tools/onym/line_reader.h"
#include "tools/onym/open_tagger.h"
#include "tools/onym/output.h"
#include "tools/onym/score.h"

namespace onym::tool {
namespace {

struct Options {
  std::string model;
  std::string types;  // separated by commas; empty: all
  std::string text_case = "keep";
  TagOptions tag;
  bool errors = false;
  bool calibration = false;
  std::vector<std::string> files;
};

TextCase CaseOf(const std::string& name) {
  return name == "lower"   ? TextCase::kLower
         : name == "upper" ? TextCase::kUpper
         : name == "title" ? TextCase::kTitle
                           : TextCase::kKeep;
}

// One run over all gold files.
class Evaluator final {
 public:
  Evaluator(const Options& options, const Tagger& tagger)
      : options_(options),
        tagger_(tagger),
        types_(absl::StrSplit(options.types, ',', absl::SkipEmpty())) {}

  void ReadFile(const std::string& file) {
    const InputFile input(file);
    if (input.descriptor() < 0) {
      Complain(absl::StrCat(file, ": ", ErrorText(errno)));
      return;
    }
    ReadLines(input.descriptor(), file);
  }

  bool trouble() const { return trouble_; }
  // The table, and what else was asked for.
  std::string Report() const {
    return score_.Table() +
           (options_.calibration ? "\n" + calibration_.Table() : "") + errors_;
  }

 private:
  void Complain(const std::string& message) {
    trouble_ = true;
    PrintError(message);
  }

  void ReadLines(int descriptor, const std::string& file) {
    LineReader reader(descriptor, std::numeric_limits<uint32_t>::max(),
                      /*before_wait=*/nullptr);
    bool blank = true;
    for (uint64_t number = 1;; ++number) {
      std::string_view line;
      const LineReader::Result result = reader.Next(&line);
      const std::string place = absl::StrCat(file, ":", number);
      if (result == LineReader::Result::kEnd) break;
      if (result == LineReader::Result::kError) {
        Complain(absl::StrCat(file, ": ", ErrorText(reader.error())));
        return;
      }
      if (result == LineReader::Result::kTooLong) {
        Complain(absl::StrCat(place, ": the line is too long"));
        blank = false;
        continue;
      }
      if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      blank = false;
      const absl::StatusOr<AnnotatedDocument> gold = ParseAnnotatedJson(line);
      absl::Status status = gold.status();
      if (status.ok()) status = AddDocument(*gold);
      if (!status.ok()) Complain(absl::StrCat(place, ": ", status.message()));
    }
    if (blank) Complain(absl::StrCat(file, ": no documents"));
  }

  bool IsWanted(std::string_view type) const {
    return types_.empty() ||
           std::find(types_.begin(), types_.end(), type) != types_.end();
  }

  absl::Status AddDocument(const AnnotatedDocument& gold) {
    const std::string text = InCase(gold.text, CaseOf(options_.text_case));
    absl::Status status =
        tagger_.Tag(text, options_.tag, &scratch_, &document_);
    if (!status.ok()) return status;
    std::vector<TypedSpan> wanted;
    for (const AnnotatedEntity& entity : gold.entities) {
      if (!IsWanted(entity.type)) continue;
      wanted.push_back({entity.begin, entity.end, entity.type});
    }
    std::vector<TypedSpan> found;
    for (const Entity& entity : document_.entities()) {
      const std::string_view type = document_.type_name(entity.type);
      if (IsWanted(type)) found.push_back({entity.begin, entity.end, type});
    }
    const Difference difference = score_.Add(wanted, found);
    AddConfidences(difference.spurious);
    if (!options_.errors) return status;
    ListErrors("missed", gold.id, text, difference.missed);
    ListErrors("false", gold.id, text, difference.spurious);
    return status;
  }

  // `wrong` are the entities of the document that gold lacks, in order.
  void AddConfidences(const std::vector<TypedSpan>& wrong) {
    size_t next = 0;
    for (const Entity& entity : document_.entities()) {
      if (!IsWanted(document_.type_name(entity.type))) continue;
      const bool is_wrong =
          next < wrong.size() && wrong[next].begin == entity.begin;
      next += is_wrong ? 1 : 0;
      calibration_.Add(entity.confidence, !is_wrong);
    }
  }

  void AppendErrorField(std::string_view field) {
    errors_.push_back('\t');
    internal::AppendField(field, &errors_);
  }

  void ListErrors(const char* what, const std::string& id,
                  std::string_view text, const std::vector<TypedSpan>& spans) {
    for (const TypedSpan& span : spans) {
      errors_ += what;
      AppendErrorField(id);
      AppendErrorField(span.type);
      AppendErrorField(text.substr(span.begin, span.end - span.begin));
      absl::StrAppend(&errors_, "\t", span.begin, "\t", span.end, "\n");
    }
  }

  const Options& options_;
  const Tagger& tagger_;
  const std::vector<std::string> types_;  // to be scored; none: all
  TagScratch scratch_;
  Document document_;
  Score score_;
  Calibration calibration_;
  std::string errors_;
  bool trouble_ = false;
};

int RunEval(const Options& options) {
  const std::optional<Tagger> tagger = OpenTagger(options.model);
  if (!tagger.has_value()) return kExitTrouble;
  Evaluator evaluator(options, *tagger);
  for (const std::string& file : options.files) evaluator.ReadFile(file);
  Output output(STDOUT_FILENO);
  output.Write(evaluator.Report());
  if (!output.Close()) return kExitTrouble;
  return evaluator.trouble() ? kExitTrouble : kExitOk;
}

}  // namespace

void AddEvalCommand(CLI::App* app, Run* run) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app->add_subcommand("eval", "Score the tagger on annotated texts");
  AddModelOption(command, &options->model);
  command->add_option("--types", options->types, "Score these types only")
      ->option_text("A,B,... [all]");
  command
      ->add_option("--case", options->text_case,
                   "Tag the texts in this case instead")
      ->option_text("keep|lower|upper|title [keep]")
      ->check(CLI::IsMember({"keep", "lower", "upper", "title"}));
  AddMinConfidenceOption(command, &options->tag);
  command->add_flag("--calibration", options->calibration,
                    "Tell how well confidences predict what is right");
  command->add_flag("--errors", options->errors,
                    "List missed and false entities after the table:\n"
                    "which, id, type, text, begin, end");
  command
      ->add_option("GOLD", options->files,
                   "Annotated JSON lines; - for standard input")
      ->option_text("...")
      ->required();
  command->callback(
      [options, run] { *run = [options] { return RunEval(*options); }; });
}

}  // namespace onym::tool
