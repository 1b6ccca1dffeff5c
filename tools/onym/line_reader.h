// Lines of a file descriptor, however long and whatever bytes they hold.

#ifndef ONYM_TOOLS_ONYM_LINE_READER_H_
#define ONYM_TOOLS_ONYM_LINE_READER_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace onym::tool {

class LineReader final {
 public:
  enum class Result {
    kLine,
    kTooLong,  // a line of more than `max_line` bytes, which was skipped
    kEnd,
    kError,  // see error()
  };

  // Reads from `descriptor`, which stays the caller's. `before_wait` is called
  // before each read that would have to wait for the other end of a pipe or
  // terminal: the moment to hand on what has been read so far.
  LineReader(int descriptor, size_t max_line,
             std::function<void()> before_wait);

  // Puts the next line into *line, without its line feed; it is valid until the
  // next call. A last line needs no line feed.
  Result Next(std::string_view* line);

  // The errno of a read that failed.
  int error() const { return error_; }
  // The bytes that were read so far.
  uint64_t bytes_read() const { return bytes_read_; }

 private:
  enum class Fill { kMore, kEnd, kError };

  // Reads on behind the bytes in the buffer.
  Fill FillBuffer();

  const int descriptor_;
  const size_t max_line_;
  const std::function<void()> before_wait_;
  std::string buffer_;
  size_t begin_ = 0;    // of the bytes not yet handed out
  size_t scanned_ = 0;  // no line feed stands in [begin_, scanned_)
  size_t end_ = 0;
  uint64_t bytes_read_ = 0;
  int error_ = 0;
};

}  // namespace onym::tool

#endif  // ONYM_TOOLS_ONYM_LINE_READER_H_
