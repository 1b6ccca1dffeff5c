// Whole files through stdio, which keeps errno.

#include "train/files.h"

#include <unistd.h>

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
  // A reader that has the old file mapped keeps it, and a full disk or a lost
  // machine harms nothing.
  const std::string part = path + ".part";
  std::FILE* file = std::fopen(part.c_str(), "wb");
  if (file == nullptr) return absl::ErrnoToStatus(errno, path);
  const bool written =
      std::fwrite(content.data(), 1, content.size(), file) == content.size() &&
      std::fflush(file) == 0 && fsync(fileno(file)) == 0;
  int error = errno;
  if (std::fclose(file) == 0 && written &&
      std::rename(part.c_str(), path.c_str()) == 0) {
    return absl::OkStatus();
  }
  if (written) error = errno;
  std::remove(part.c_str());
  return absl::ErrnoToStatus(error, path);
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
