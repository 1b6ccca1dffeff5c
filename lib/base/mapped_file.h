// A file mapped read-only into memory.

#ifndef ONYM_LIB_BASE_MAPPED_FILE_H_
#define ONYM_LIB_BASE_MAPPED_FILE_H_

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace onym {

// The bytes stay valid as long as the object. Immutable and thread-safe; if
// another process truncates the file, reading what it cut off is fatal, as with
// any mapping.
class MappedFile final {
 public:
  // Fails with the operating system's reason, or kInvalidArgument if `path` is
  // no regular file.
  static absl::StatusOr<std::unique_ptr<MappedFile>> Open(
      const std::string& path);

  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}
  std::string_view bytes_;
};

}  // namespace onym

#endif  // ONYM_LIB_BASE_MAPPED_FILE_H_
