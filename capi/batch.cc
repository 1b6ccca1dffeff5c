// Many texts in one call: they are shared among threads, and the caller is told
// how far the work is.

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "arguments.h"
#include "guard.h"
#include "onym/onym.h"
#include "options.h"
#include "tagger.h"

namespace onym::capi {
namespace {

// One call. Every thread takes the next text that nobody has taken, until there
// is none or until one of them stops the others.
class Batch {
 public:
  Batch(const Tagger& tagger, absl::Span<const onym_text> texts,
        const onym_options& options, onym_document** documents)
      : tagger_(tagger),
        texts_(texts),
        options_(options),
        documents_(documents) {}

  // Ends the threads whichever way Run ends.
  ~Batch() {
    stop_ = true;
    for (std::thread& thread : threads_) {
      if (thread.joinable()) thread.join();
    }
  }

  // Makes all documents, or fails having made some.
  absl::Status Run() {
    StartThreads();
    TagScratch scratch;
    while (TagNext(&scratch) && ReportProgress()) {
    }
    // Each thread has at most one text in work now.
    for (std::thread& thread : threads_) {
      thread.join();
      ReportProgress();
    }
    if (exception_ != nullptr) std::rethrow_exception(exception_);
    return status_;
  }

 private:
  // Starts the threads beside the calling one, or as many as the system grants.
  void StartThreads() {
    const size_t wanted =
        options_.threads > 0
            ? options_.threads
            : std::max(1u, std::thread::hardware_concurrency());
    const size_t useful = std::min(wanted, texts_.size());
    if (useful < 2) return;
    threads_.reserve(useful - 1);
    try {
      while (threads_.size() < useful - 1) {
        threads_.emplace_back([this] { Work(); });
      }
    } catch (const std::system_error&) {
      // Those that there are do the work.
    }
  }

  // What the threads do beside the calling one, which must not throw.
  void Work() {
    try {
      TagScratch scratch;
      while (TagNext(&scratch)) {
      }
    } catch (...) {
      const std::lock_guard<std::mutex> lock(mutex_);
      exception_ = std::current_exception();
      stop_ = true;
    }
  }

  // Tags one more text; returns false if there is none, or none is wanted.
  bool TagNext(TagScratch* scratch) {
    if (stop_) return false;
    const size_t n = next_++;
    if (n >= texts_.size()) return false;
    const std::string_view text(texts_[n].data, texts_[n].size);
    absl::Status status = Tag(tagger_, text, options_, scratch, &documents_[n]);
    if (!status.ok()) {
      Stop(std::move(status));
      return false;
    }
    ++done_;
    return true;
  }

  // Tells the caller if there is news; returns false if no more is wanted.
  // Called by the calling thread only.
  bool ReportProgress() {
    const size_t done = done_;
    if (options_.progress == nullptr || stop_ || done == reported_) {
      return !stop_;
    }
    reported_ = done;
    if (options_.progress(options_.progress_context, done, texts_.size()) ==
        0) {
      return true;
    }
    Stop(absl::CancelledError("the progress function asked to stop"));
    return false;
  }

  // Makes the first failure the result of the call, and ends the work.
  void Stop(absl::Status status) {
    const std::lock_guard<std::mutex> lock(mutex_);
    status_.Update(std::move(status));
    stop_ = true;
  }

  const Tagger& tagger_;
  const absl::Span<const onym_text> texts_;
  const onym_options& options_;
  onym_document** const documents_;

  std::atomic<size_t> next_{0};  // the first text that nobody has taken
  std::atomic<size_t> done_{0};
  std::atomic<bool> stop_{false};
  size_t reported_ = 0;

  std::mutex mutex_;
  absl::Status status_;           // guarded by mutex_
  std::exception_ptr exception_;  // guarded by mutex_
  std::vector<std::thread> threads_;
};

// Checks every text before work is put into any.
absl::Status CheckTexts(absl::Span<const onym_text> texts) {
  for (size_t i = 0; i < texts.size(); ++i) {
    const absl::Status status = CheckBytes(texts[i].data, texts[i].size);
    if (!status.ok()) {
      return absl::Status(status.code(),
                          absl::StrCat("text ", i, ": ", status.message()));
    }
  }
  return absl::OkStatus();
}

// Takes back the documents of a call that fails in any way.
class Documents {
 public:
  explicit Documents(absl::Span<onym_document*> documents)
      : documents_(documents) {
    std::fill(documents_.begin(), documents_.end(), nullptr);
  }
  ~Documents() {
    for (onym_document*& document : documents_) {
      onym_document_free(document);
      document = nullptr;
    }
  }
  void Keep() { documents_ = {}; }

 private:
  absl::Span<onym_document*> documents_;
};

absl::Status TagBatch(const onym_tagger* tagger, const onym_text* texts,
                      size_t count, const onym_options& options,
                      onym_document** documents) {
  if (count > SIZE_MAX / sizeof(*texts)) {
    return absl::InvalidArgumentError("count is more than memory can hold");
  }
  if (documents == nullptr && count > 0) {
    return absl::InvalidArgumentError("the place for the documents is NULL");
  }
  Documents results(absl::MakeSpan(documents, count));
  if (tagger == nullptr) return absl::InvalidArgumentError("tagger is NULL");
  if (texts == nullptr && count > 0) {
    return absl::InvalidArgumentError("texts is NULL");
  }
  absl::Status status = CheckTexts(absl::MakeSpan(texts, count));
  if (status.ok()) {
    Batch batch(tagger->tagger, absl::MakeSpan(texts, count), options,
                documents);
    status = batch.Run();
  }
  if (status.ok()) results.Keep();
  return status;
}

}  // namespace
}  // namespace onym::capi

using onym::capi::Guard;

extern "C" {

onym_status onym_tagger_tag_batch(const onym_tagger* tagger,
                                  const onym_text* texts, size_t count,
                                  const onym_options* options,
                                  onym_document** documents,
                                  onym_error** error) noexcept {
  return Guard(error, [&] {
    return onym::capi::TagBatch(tagger, texts, count,
                                onym::capi::OptionsOf(options), documents);
  });
}

}  // extern "C"
