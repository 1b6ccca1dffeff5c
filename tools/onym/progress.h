// A line on standard error that tells how far long work has come.

#ifndef ONYM_TOOLS_ONYM_PROGRESS_H_
#define ONYM_TOOLS_ONYM_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <string>

namespace onym::tool {

// Shows nothing unless `enabled`, nothing in the first second, and never more
// than a few lines a second.
class Progress final {
 public:
  // `total` is the number of bytes to read, 0 if unknown.
  Progress(bool enabled, uint64_t total);
  ~Progress() { Clear(); }

  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Says that `done` bytes have been read.
  void Update(uint64_t done);

  // Takes the line away, for instance before another message.
  void Clear();

 private:
  using Clock = std::chrono::steady_clock;

  const bool enabled_;
  const uint64_t total_;
  const Clock::time_point start_;
  Clock::time_point next_;  // when the next line is due
  bool shown_ = false;
};

// The line for `done` of `total` bytes after `seconds`, such as "120 of 480 MB,
// 25 %, 60 MB/s, 6 s left"; without a total, "120 MB, 60 MB/s".
std::string ProgressLine(uint64_t done, uint64_t total, double seconds);

}  // namespace onym::tool

#endif  // ONYM_TOOLS_ONYM_PROGRESS_H_
