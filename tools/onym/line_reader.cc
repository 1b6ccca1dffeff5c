// One buffer that grows to the longest line; each byte is scanned once.

#include "tools/onym/line_reader.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include "tools/onym/input_file.h"

namespace onym::tool {
namespace {

constexpr size_t kReadBytes = size_t{256} << 10;

}  // namespace

LineReader::LineReader(int descriptor, size_t max_line,
                       std::function<void()> before_wait)
    : descriptor_(descriptor),
      max_line_(max_line),
      before_wait_(std::move(before_wait)) {}

LineReader::Fill LineReader::FillBuffer() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    scanned_ -= begin_;
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == buffer_.size()) {
    buffer_.resize(buffer_.empty() ? kReadBytes : 2 * buffer_.size());
  }
  const ptrdiff_t count = ReadSome(descriptor_, &buffer_[end_],
                                   buffer_.size() - end_, before_wait_);
  if (count < 0) {
    error_ = errno;
    return Fill::kError;
  }
  end_ += static_cast<size_t>(count);
  bytes_read_ += static_cast<uint64_t>(count);
  return count == 0 ? Fill::kEnd : Fill::kMore;
}

LineReader::Result LineReader::Next(std::string_view* line) {
  bool too_long = false;
  while (true) {
    const char* start = buffer_.data() + scanned_;
    const void* found =
        scanned_ == end_ ? nullptr : std::memchr(start, '\n', end_ - scanned_);
    size_t stop = end_;
    bool complete = found != nullptr;
    if (complete) {
      stop = scanned_ +
             static_cast<size_t>(static_cast<const char*>(found) - start);
    }
    if (stop - begin_ > max_line_) too_long = true;
    scanned_ = stop;
    if (!complete) {
      // What is too long is dropped as it comes, to bound the memory.
      if (too_long) begin_ = end_;
      const Fill fill = FillBuffer();
      if (fill == Fill::kMore) continue;
      if (fill == Fill::kError) return Result::kError;
      if (begin_ == end_ && !too_long) return Result::kEnd;
      stop = end_;
    }
    *line = std::string_view(buffer_.data() + begin_, stop - begin_);
    begin_ = scanned_ = complete ? stop + 1 : stop;
    return too_long ? Result::kTooLong : Result::kLine;
  }
}

}  // namespace onym::tool
