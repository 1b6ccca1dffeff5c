// Output by plain system calls: a stream of the C++ library would lose errno.

#include "tools/onym/output.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "absl/strings/str_cat.h"

namespace onym::tool {

void Output::Write(std::string_view bytes) {
  while (!bytes.empty() && error_ == 0) {
    const ssize_t count = write(descriptor_, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<size_t>(count));
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      // Somebody else made the descriptor non-blocking.
      pollfd wait = {descriptor_, POLLOUT, 0};
      poll(&wait, 1, -1);
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
}

bool Output::Close() {
  if (close(descriptor_) != 0 && error_ == 0) error_ = errno;
  if (error_ != 0 && error_ != EPIPE) {
    PrintError(
        absl::StrCat("cannot write standard output: ", ErrorText(error_)));
  }
  return error_ == 0;
}

void PrintError(std::string_view message) {
  // One call, so that lines of several programs do not mix.
  const std::string line = absl::StrCat("onym: ", std::string(message), "\n");
  std::fwrite(line.data(), 1, line.size(), stderr);
}

std::string ErrorText(int error) {
  const char* text = strerrordesc_np(error);
  return text != nullptr ? text : "unknown error";
}

}  // namespace onym::tool
