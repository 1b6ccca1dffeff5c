// Reading and writing of whole files.

#ifndef ONYM_LIB_TRAIN_FILES_H_
#define ONYM_LIB_TRAIN_FILES_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace onym {

// Both fail with the operating system's reason and the path. WriteFile replaces
// the file at once, when all is on the disk as PATH.part; if it fails, the file
// is as it was and nothing else is left.
absl::StatusOr<std::string> ReadFile(const std::string& path);
absl::Status WriteFile(const std::string& path, std::string_view content);

// Whether WriteFile could write `path`; leaves the file as it is.
absl::Status CheckWritable(const std::string& path);

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_FILES_H_
