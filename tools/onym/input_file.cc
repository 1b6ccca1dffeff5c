// Reads by plain system calls, which tell what went wrong.

#include "tools/onym/input_file.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace onym::tool {
namespace {

// Whether a read would return at once.
bool IsReady(int descriptor) {
  pollfd ready = {descriptor, POLLIN, 0};
  return poll(&ready, 1, 0) > 0;
}

}  // namespace

InputFile::InputFile(const std::string& path)
    : standard_(path == "-"),
      descriptor_(standard_ ? STDIN_FILENO
                            : open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

InputFile::~InputFile() {
  if (!standard_ && descriptor_ >= 0) close(descriptor_);
}

ptrdiff_t ReadSome(int descriptor, char* buffer, size_t size,
                   const std::function<void()>& before_wait) {
  if (before_wait && !IsReady(descriptor)) before_wait();
  while (true) {
    const ssize_t count = read(descriptor, buffer, size);
    if (count >= 0) return count;
    if (errno == EAGAIN || errno == EWOULDBLOCK) {
      pollfd wait = {descriptor, POLLIN, 0};
      poll(&wait, 1, -1);
    } else if (errno != EINTR) {
      return -1;
    }
  }
}

}  // namespace onym::tool
