// Named entities of raw text.
//
//   absl::StatusOr<onym::Tagger> tagger = onym::Tagger::Default();
//   absl::StatusOr<onym::Document> document = tagger->Tag(text);
//
// A Tagger is immutable: open it once and share it among all threads. The same
// bytes give the same document, whatever the thread, batch or processor.

#ifndef ONYM_TAGGER_H_
#define ONYM_TAGGER_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "onym/document.h"

namespace onym {

struct TagOptions {
  // Entities below this confidence are left out. In [0, 1].
  float min_confidence = 0.0f;
};

// What a model file says of itself.
struct ModelInfo {
  std::string name;
  std::string version;      // of the model, such as "2026.11"
  std::string license;      // SPDX expression
  std::string language;     // BCP 47 tag, such as "en"
  std::string description;  // sources, scores; Markdown
  std::vector<std::string> types;
  uint32_t format_version = 0;
  size_t file_size = 0;  // bytes
};

// Working memory of Tag, to be kept between calls: with a warm one a call
// allocates nothing for each token. One thread at a time. One that was moved
// from may only be destroyed or assigned to.
class TagScratch final {
 public:
  TagScratch();
  ~TagScratch();
  TagScratch(TagScratch&&) noexcept;
  TagScratch& operator=(TagScratch&&) noexcept;

 private:
  friend class Tagger;
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

class Tagger final {
 public:
  // The model that is built into the library.
  static absl::StatusOr<Tagger> Default();

  // Opens a model file by mapping it into memory. Fails with the operating
  // system's reason (kNotFound, kPermissionDenied ...), kDataLoss if the file
  // is truncated or altered, kFailedPrecondition if its format is newer or
  // older than this library reads.
  static absl::StatusOr<Tagger> Open(const std::string& path);

  // Opens a model that lies in memory, which must be aligned to 64 bytes and
  // outlive the tagger and all its copies. Fails as Open does.
  static absl::StatusOr<Tagger> FromBytes(std::string_view model);

  // Copies are cheap and share the model.
  Tagger(const Tagger&);
  Tagger& operator=(const Tagger&);
  Tagger(Tagger&&) noexcept;
  Tagger& operator=(Tagger&&) noexcept;
  ~Tagger();

  // Tokenizes `text`, splits it into sentences and tags its entities. Linear in
  // the length of `text`, which may hold any bytes. Fails with kInvalidArgument
  // if `text` has 2^32 - 1 or more bytes or an option is out of its range.
  absl::StatusOr<Document> Tag(std::string_view text,
                               const TagOptions& options = {}) const;

  // The same, with memory kept between calls, which is several times faster for
  // short texts: *document is replaced, or emptied if the call fails.
  absl::Status Tag(std::string_view text, const TagOptions& options,
                   TagScratch* scratch, Document* document) const;

  const ModelInfo& info() const;

 private:
  struct Rep;
  explicit Tagger(std::shared_ptr<const Rep> rep);
  std::shared_ptr<const Rep> rep_;
};

}  // namespace onym

#endif  // ONYM_TAGGER_H_
