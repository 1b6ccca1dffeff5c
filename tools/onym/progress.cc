// Rewrites one line of the terminal.

#include "tools/onym/progress.h"

#include <cstdio>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace onym::tool {
namespace {

constexpr std::chrono::milliseconds kFirst(1000);
constexpr std::chrono::milliseconds kInterval(300);
constexpr char kEraseLine[] = "\r\x1b[K";

}  // namespace

Progress::Progress(bool enabled, uint64_t total)
    : enabled_(enabled),
      total_(total),
      start_(Clock::now()),
      next_(start_ + kFirst) {}

void Progress::Update(uint64_t done) {
  if (!enabled_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + kInterval;
  const std::chrono::duration<double> spent = now - start_;
  const std::string line = absl::StrCat(
      kEraseLine, "onym: ", ProgressLine(done, total_, spent.count()));
  std::fwrite(line.data(), 1, line.size(), stderr);
  shown_ = true;
}

void Progress::Clear() {
  if (!shown_) return;
  std::fputs(kEraseLine, stderr);
  shown_ = false;
}

std::string ProgressLine(uint64_t done, uint64_t total, double seconds) {
  constexpr double kMegabyte = 1e6;
  const double speed = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  if (total == 0 || done > total) {
    return absl::StrFormat("%d MB, %.1f MB/s", done / 1000000,
                           speed / kMegabyte);
  }
  std::string line = absl::StrFormat(
      "%d of %d MB, %d %%, %.1f MB/s", done / 1000000, total / 1000000,
      static_cast<int>(100.0 * static_cast<double>(done) /
                       static_cast<double>(total)),
      speed / kMegabyte);
  if (speed > 0) {
    absl::StrAppendFormat(&line, ", %.0f s left",
                          static_cast<double>(total - done) / speed);
  }
  return line;
}

}  // namespace onym::tool
