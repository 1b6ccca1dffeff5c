// Options by key. A value is checked when it is set, so that the calls that
// follow an options object need not doubt it.

#include "options.h"

#include <optional>

#include "absl/status/status.h"
#include "arguments.h"
#include "guard.h"
#include "onym/onym.h"

namespace onym::capi {
namespace {

constexpr int64_t kMaxThreads = 1024;

absl::Status SetInt(onym_options* options, int32_t key, int64_t value) {
  if (options == nullptr) {
    return absl::InvalidArgumentError("options is NULL");
  }
  switch (key) {
    case ONYM_OPTION_OFFSET_UNIT: {
      const std::optional<OffsetUnit> unit = UnitOf(value);
      if (!unit.has_value()) {
        return absl::InvalidArgumentError(
            "the offset unit is none of onym_unit");
      }
      options->unit = *unit;
      return absl::OkStatus();
    }
    case ONYM_OPTION_THREADS:
      if (value < 0 || value > kMaxThreads) {
        return absl::InvalidArgumentError(
            "the number of threads is not between 0 and 1024");
      }
      options->threads = static_cast<int>(value);
      return absl::OkStatus();
    default:
      return absl::InvalidArgumentError(
          "no option of whole numbers has the key");
  }
}

absl::Status SetDouble(onym_options* options, int32_t key, double value) {
  if (options == nullptr) {
    return absl::InvalidArgumentError("options is NULL");
  }
  switch (key) {
    case ONYM_OPTION_MIN_CONFIDENCE:
      // The comparison is false for a NaN.
      if (!(value >= 0.0 && value <= 1.0)) {
        return absl::InvalidArgumentError(
            "the minimal confidence is not between 0 and 1");
      }
      options->tag.min_confidence = static_cast<float>(value);
      return absl::OkStatus();
    default:
      return absl::InvalidArgumentError(
          "no option of real numbers has the key");
  }
}

absl::Status SetProgress(onym_options* options, onym_progress progress,
                         void* context) {
  if (options == nullptr) {
    return absl::InvalidArgumentError("options is NULL");
  }
  options->progress = progress;
  options->progress_context = context;
  return absl::OkStatus();
}

}  // namespace
}  // namespace onym::capi

using onym::capi::Guard;
using onym::capi::GuardFree;

extern "C" {

onym_status onym_options_new(onym_options** options,
                             onym_error** error) noexcept {
  return Guard(error, [&] {
    absl::Status status = onym::capi::ClearResult(options);
    if (status.ok()) *options = new onym_options();
    return status;
  });
}

onym_status onym_options_set_int(onym_options* options, int32_t key,
                                 int64_t value, onym_error** error) noexcept {
  return Guard(error, [&] { return onym::capi::SetInt(options, key, value); });
}

onym_status onym_options_set_double(onym_options* options, int32_t key,
                                    double value, onym_error** error) noexcept {
  return Guard(error,
               [&] { return onym::capi::SetDouble(options, key, value); });
}

onym_status onym_options_set_progress(onym_options* options,
                                      onym_progress progress, void* context,
                                      onym_error** error) noexcept {
  return Guard(error, [&] {
    return onym::capi::SetProgress(options, progress, context);
  });
}

void onym_options_free(onym_options* options) noexcept { GuardFree(options); }

}  // extern "C"
