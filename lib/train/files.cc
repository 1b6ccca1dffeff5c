// Whole files through stdio, which keeps errno.

#include "train/files.h"

#include <cerrno>
#include <cstdio>
#include <memory>

namespace onym {
namespace {

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

}  // namespace

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  File file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) return absl::ErrnoToStatus(errno, path);
  std::string content;
  char buffer[1 << 16];
  size_t read;
  while ((read = std::fread(buffer, 1, sizeof(buffer), file.get())) > 0) {
    content.append(buffer, read);
  }
  if (std::ferror(file.get()) != 0) return absl::ErrnoToStatus(errno, path);
  return content;
}

absl::Status WriteFile(const std::string& path, std::string_view content) {
  // A reader that has the old file mapped keeps it, and a full disk harms
  // nothing.
  const std::string part = path + ".part";
  File file(std::fopen(part.c_str(), "wb"));
  if (file == nullptr ||
      std::fwrite(content.data(), 1, content.size(), file.get()) !=
          content.size() ||
      std::fflush(file.get()) != 0 ||
      std::rename(part.c_str(), path.c_str()) != 0) {
    return absl::ErrnoToStatus(errno, path);
  }
  return absl::OkStatus();
}

absl::Status CheckWritable(const std::string& path) {
  const std::string part = path + ".part";
  if (File(std::fopen(part.c_str(), "wb")) == nullptr) {
    return absl::ErrnoToStatus(errno, path);
  }
  std::remove(part.c_str());
  return absl::OkStatus();
}

}  // namespace onym
