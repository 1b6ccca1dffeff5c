// A file that the command line names, or standard input.

#ifndef ONYM_TOOLS_ONYM_INPUT_FILE_H_
#define ONYM_TOOLS_ONYM_INPUT_FILE_H_

#include <cstddef>
#include <functional>
#include <string>

namespace onym::tool {

// Open from construction to destruction; standard input is left open.
class InputFile final {
 public:
  // Opens `path` for reading; "-" is standard input.
  explicit InputFile(const std::string& path);
  ~InputFile();

  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  // Negative if the file could not be opened; errno then tells why.
  int descriptor() const { return descriptor_; }

 private:
  const bool standard_;
  const int descriptor_;
};

// Reads up to `size` bytes into `buffer`, again if a signal interrupts. Returns
// the count, 0 at the end, or -1 with errno set. Calls `before_wait`, if there
// is one, before a read that would have to wait for the other end of a pipe or
// terminal.
ptrdiff_t ReadSome(int descriptor, char* buffer, size_t size,
                   const std::function<void()>& before_wait);

}  // namespace onym::tool

#endif  // ONYM_TOOLS_ONYM_INPUT_FILE_H_
