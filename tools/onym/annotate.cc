// Reads documents into batches, has them analysed, and writes them in order.

#include "tools/onym/annotate.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <limits>
#include <memory>
#include <new>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "io/input_document.h"
#include "tools/onym/batch_pipeline.h"
#include "tools/onym/commands.h"
#include "tools/onym/input_file.h"
#include "tools/onym/line_reader.h"
#include "tools/onym/output.h"
#include "tools/onym/progress.h"

namespace onym::tool {
namespace {

// The longest text that offsets of 32 bits can describe.
constexpr size_t kMaxTextBytes = std::numeric_limits<uint32_t>::max() - 1;
// A JSON line may take more bytes than the text it holds.
constexpr size_t kMaxJsonBytes = 2 * kMaxTextBytes;

// A batch is handed on once it holds this many bytes or documents.
constexpr size_t kBatchBytes = size_t{256} << 10;
constexpr size_t kBatchRecords = 1024;

OffsetUnit UnitOf(const std::string& name) {
  return name == "byte"        ? OffsetUnit::kByte
         : name == "codepoint" ? OffsetUnit::kCodePoint
                               : OffsetUnit::kUtf16;
}

std::unique_ptr<DocumentWriter> MakeWriter(
    const AnnotateOptions& options, Show show,
    const std::vector<std::string>& types) {
  std::string output = options.output;
  if (output.empty()) {
    output = isatty(STDOUT_FILENO) != 0 ? "ansi" : "jsonl";
  }
  if (output == "jsonl") return NewJsonlWriter(UnitOf(options.offsets));
  if (output == "conll") return NewConllWriter(show);
  if (output == "html") return NewHtmlWriter(show, types);
  AnsiOptions ansi;
  ansi.show = show;
  const char* no_color = std::getenv("NO_COLOR");
  ansi.colors = no_color == nullptr || *no_color == '\0';
  ansi.ids = options.input == "jsonl" ||
             (options.input == "text" && options.files.size() > 1);
  return NewAnsiWriter(ansi);
}

// The sum of the sizes of the files; 0 if one of them has no size.
uint64_t TotalBytes(const std::vector<std::string>& files) {
  uint64_t total = 0;
  for (const std::string& file : files) {
    struct stat info = {};
    const int failed =
        file == "-" ? fstat(STDIN_FILENO, &info) : stat(file.c_str(), &info);
    if (failed != 0) continue;
    if (!S_ISREG(info.st_mode)) return 0;
    total += static_cast<uint64_t>(info.st_size);
  }
  return total;
}

// The work of one thread.
class BatchWorker final {
 public:
  BatchWorker(const AnnotateOptions& options, const DocumentWriter& writer,
              Analyze analyze)
      : json_(options.input == "jsonl"),
        many_(options.files.size() > 1),
        writer_(writer),
        analyze_(std::move(analyze)) {}

  void Work(Batch* batch) {
    for (const Record& record : batch->records) {
      // Everything a record needs is let go of if memory runs out, and the next
      // one may be smaller.
      const size_t written = batch->output.size();
      absl::Status status;
      try {
        status = WorkOn(record, batch);
      } catch (const std::bad_alloc&) {
        status = absl::ResourceExhaustedError("out of memory");
      }
      if (status.ok()) continue;
      batch->output.resize(written);
      batch->errors.push_back(
          absl::StrCat(Place(record), ": ", status.message()));
    }
    batch->bytes = std::string();
  }

 private:
  absl::Status WorkOn(const Record& record, Batch* batch) {
    std::string_view text(batch->bytes.data() + record.begin,
                          record.end - record.begin);
    InputDocument input;
    if (json_) {
      absl::StatusOr<InputDocument> parsed = ParseInputJson(text);
      if (!parsed.ok()) return parsed.status();
      input = *std::move(parsed);
      text = input.text;
    }
    if (input.id.empty()) input.id = Id(record);
    absl::Status status = analyze_(text, &document_);
    if (!status.ok()) return status;
    writer_.AppendDocument({input.id, text, document_}, &batch->output);
    return absl::OkStatus();
  }

  // Names a document that has no id of its own.
  std::string Id(const Record& record) const {
    if (record.line == 0) return *record.source;
    if (!many_) return absl::StrCat(record.line);
    return absl::StrCat(*record.source, ":", record.line);
  }

  static std::string Place(const Record& record) {
    if (record.line == 0) return *record.source;
    return absl::StrCat(*record.source, ":", record.line);
  }

  const bool json_;
  const bool many_;
  const DocumentWriter& writer_;
  const Analyze analyze_;
  Document document_;
};

// One run over all input.
class Annotator final {
 public:
  Annotator(const AnnotateOptions& options, const DocumentWriter& writer,
            const std::function<Analyze()>& make_analyze)
      : options_(options),
        output_(STDOUT_FILENO),
        progress_(isatty(STDERR_FILENO) != 0 && isatty(STDOUT_FILENO) == 0,
                  TotalBytes(options.files)),
        pipeline_(
            Jobs(options.jobs),
            [&options, &writer, &make_analyze]() -> BatchPipeline::Worker {
              auto worker = std::make_shared<BatchWorker>(options, writer,
                                                          make_analyze());
              return [worker](Batch* batch) { worker->Work(batch); };
            },
            [this](const Batch& batch) { this->Deliver(batch); }) {
    std::string header;
    writer.AppendHeader(&header);
    output_.Write(header);
  }

  void ReadAll() {
    for (const std::string& file : options_.files) {
      if (output_.failed()) return;
      ReadFile(file);
    }
    HandOn();
    pipeline_.Flush();
  }

  int Finish(const DocumentWriter& writer) {
    progress_.Clear();
    std::string footer;
    writer.AppendFooter(&footer);
    output_.Write(footer);
    if (!output_.Close()) return kExitTrouble;
    return trouble_ ? kExitTrouble : kExitOk;
  }

 private:
  static int Jobs(int wanted) {
    if (wanted > 0) return wanted;
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  }

  void Deliver(const Batch& batch) {
    if (!batch.errors.empty()) {
      trouble_ = true;
      progress_.Clear();
    }
    for (const std::string& error : batch.errors) PrintError(error);
    output_.Write(batch.output);
  }

  // Gives the batch to the workers and begins another one.
  void HandOn() {
    progress_.Update(bytes_before_ + bytes_of_file_);
    if (batch_->records.empty() && batch_->errors.empty()) return;
    pipeline_.Push(std::exchange(batch_, std::make_unique<Batch>()));
  }

  // Hands everything on and writes all results, before a wait for input: who
  // sends us one line may wait for the answer before sending the next.
  void CatchUp() {
    HandOn();
    pipeline_.Flush();
  }

  void Complain(const std::string& place, const std::string& message) {
    batch_->errors.push_back(absl::StrCat(place, ": ", message));
  }

  void AddRecord(size_t begin, uint64_t line, const std::string& source) {
    batch_->records.push_back({begin, batch_->bytes.size(), line, &source});
    if (batch_->bytes.size() >= kBatchBytes ||
        batch_->records.size() >= kBatchRecords) {
      HandOn();
    }
  }

  void ReadFile(const std::string& file) {
    const InputFile input(file);
    if (input.descriptor() < 0) {
      Complain(file, ErrorText(errno));
      return;
    }
    if (options_.input == "text") {
      ReadText(input.descriptor(), file);
    } else {
      ReadLines(input.descriptor(), file);
    }
    bytes_before_ += std::exchange(bytes_of_file_, 0);
  }

  // Adds all of a file as one document.
  void ReadText(int descriptor, const std::string& file) {
    constexpr size_t kStep = size_t{64} << 10;
    std::string& bytes = batch_->bytes;
    const size_t begin = bytes.size();
    struct stat info = {};
    size_t step = kStep;
    if (fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode)) {
      // One byte more than the file has shows its end at once.
      step = std::min(static_cast<size_t>(info.st_size), kMaxTextBytes) + 1;
    }
    while (bytes.size() - begin <= kMaxTextBytes) {
      const size_t end = bytes.size();
      bytes.resize(end + std::max(step, end - begin));
      const ptrdiff_t count =
          ReadSome(descriptor, &bytes[end], bytes.size() - end, nullptr);
      bytes.resize(end + static_cast<size_t>(std::max<ptrdiff_t>(count, 0)));
      if (count < 0) {
        Complain(file, ErrorText(errno));
        bytes.resize(begin);
        return;
      }
      if (count == 0) {
        bytes_of_file_ = bytes.size() - begin;
        AddRecord(begin, 0, file);
        return;
      }
    }
    bytes.resize(begin);
    Complain(file, "longer than 4 GiB, the most that one text may have");
  }

  // Adds each line of a file as a document.
  void ReadLines(int descriptor, const std::string& file) {
    const bool json = options_.input == "jsonl";
    LineReader reader(descriptor, json ? kMaxJsonBytes : kMaxTextBytes,
                      [this] { this->CatchUp(); });
    for (uint64_t number = 1; !output_.failed(); ++number) {
      std::string_view line;
      const LineReader::Result result = reader.Next(&line);
      bytes_of_file_ = reader.bytes_read();
      if (result == LineReader::Result::kEnd) return;
      if (result == LineReader::Result::kError) {
        Complain(file, ErrorText(reader.error()));
        return;
      }
      if (result == LineReader::Result::kTooLong) {
        Complain(absl::StrCat(file, ":", number), "the line is too long");
        continue;
      }
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (json && line.find_first_not_of(" \t") == std::string_view::npos) {
        continue;
      }
      const size_t begin = batch_->bytes.size();
      batch_->bytes.append(line);
      AddRecord(begin, number, file);
    }
  }

  const AnnotateOptions& options_;
  Output output_;
  Progress progress_;
  std::unique_ptr<Batch> batch_ = std::make_unique<Batch>();  // being filled
  uint64_t bytes_before_ = 0;   // read from the files before this one
  uint64_t bytes_of_file_ = 0;  // read from this one
  bool trouble_ = false;
  BatchPipeline pipeline_;  // last: its threads use what stands above
};

}  // namespace

void AddAnnotateOptions(CLI::App* command, AnnotateOptions* options) {
  command
      ->add_option("--input", options->input,
                   "What a document is: a whole file, a line, or the\n"
                   "\"text\" of a JSON line, with \"id\" and \"date\"")
      ->option_text("text|lines|jsonl [text]")
      ->check(CLI::IsMember({"text", "lines", "jsonl"}));
  command
      ->add_option("--output", options->output,
                   "Format [ansi on a terminal, jsonl elsewhere]")
      ->option_text("ansi|jsonl|conll|html")
      ->check(CLI::IsMember({"ansi", "jsonl", "conll", "html"}));
  command
      ->add_option("--offsets", options->offsets,
                   "What offsets in jsonl output count")
      ->option_text("byte|codepoint|utf16 [byte]")
      ->check(CLI::IsMember({"byte", "codepoint", "utf16"}));
  command
      ->add_option("--jobs", options->jobs,
                   "Threads; 0 for one on each processor")
      ->option_text("N [1]")
      ->check(CLI::Range(0, 1024));
  command
      ->add_option("FILE", options->files,
                   "Input; - or none for standard input")
      ->option_text("...");
}

int Annotate(const AnnotateOptions& options, Show show,
             const std::vector<std::string>& types,
             const std::function<Analyze()>& make_analyze) {
  AnnotateOptions complete = options;
  if (complete.files.empty()) complete.files.emplace_back("-");
  const std::unique_ptr<DocumentWriter> writer =
      MakeWriter(complete, show, types);
  Annotator annotator(complete, *writer, make_analyze);
  annotator.ReadAll();
  return annotator.Finish(*writer);
}

}  // namespace onym::tool
