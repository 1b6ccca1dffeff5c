// Bins, and a sort by confidence.

#include "tools/onym/calibration.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace onym::tool {

double Calibration::Error() const {
  constexpr size_t kBins = 15;
  std::array<double, kBins> confidence = {}, right = {};
  for (const Judged& entity : entities_) {
    const auto bin = std::min(
        static_cast<size_t>(entity.confidence * float{kBins}), kBins - 1);
    confidence[bin] += static_cast<double>(entity.confidence);
    right[bin] += entity.right ? 1.0 : 0.0;
  }
  double error = 0.0;
  for (size_t bin = 0; bin < kBins; ++bin) {
    error += std::abs(confidence[bin] - right[bin]);
  }
  return entities_.empty() ? 0.0
                           : error / static_cast<double>(entities_.size());
}

double Calibration::PrecisionAt(double coverage) const {
  std::vector<Judged> sorted = entities_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Judged& a, const Judged& b) {
                     return a.confidence > b.confidence;
                   });
  const auto count = static_cast<size_t>(
      std::lround(coverage * static_cast<double>(sorted.size())));
  if (count == 0) return 0.0;
  const auto right = std::count_if(
      sorted.begin(), sorted.begin() + static_cast<ptrdiff_t>(count),
      [](const Judged& entity) { return entity.right; });
  return 100.0 * static_cast<double>(right) / static_cast<double>(count);
}

std::string Calibration::Table() const {
  std::string table =
      absl::StrFormat("calibration error (15 bins): %.4f\n", Error());
  absl::StrAppend(&table, "most confident   precision\n");
  for (int percent : {10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 100}) {
    absl::StrAppendFormat(&table, "%13d%% %11.2f\n", percent,
                          PrecisionAt(percent / 100.0));
  }
  return table;
}

}  // namespace onym::tool
