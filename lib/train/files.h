// Reading and writing of whole files.

#ifndef ONYM_LIB_TRAIN_FILES_H_
#define ONYM_LIB_TRAIN_FILES_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace onym {

// Both fail with the operating system's reason and the path.
absl::StatusOr<std::string> ReadFile(const std::string& path);
absl::Status WriteFile(const std::string& path, std::string_view content);

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_FILES_H_
