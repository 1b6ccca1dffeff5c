// The steps to come, each as long as the mean of those before.

#include "train/time_left.h"

#include "absl/strings/str_format.h"

namespace onym {

std::string TimeLeft::After(double seconds) const {
  const auto done = static_cast<double>(done_);
  if (done == 0) return "unknown time left";
  const double left = seconds * static_cast<double>(left_) / done;
  return left < 120 ? absl::StrFormat("%.0f s left", left)
                    : absl::StrFormat("%.0f min left", left / 60);
}

}  // namespace onym
