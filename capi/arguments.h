// Checks of what C callers pass, before C++ code sees it.

#ifndef ONYM_CAPI_ARGUMENTS_H_
#define ONYM_CAPI_ARGUMENTS_H_

#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/status/status.h"
#include "onym/offsets.h"
#include "onym/onym.h"

namespace onym::capi {

// Sets *result to NULL; fails if there is no place for a result.
template <typename Object>
absl::Status ClearResult(Object** result) {
  if (result == nullptr) {
    return absl::InvalidArgumentError("the place for the result is NULL");
  }
  *result = nullptr;
  return absl::OkStatus();
}

// Fails if `bytes` is NULL although `size` is not 0, or if there are more than
// ONYM_MAX_TEXT_SIZE bytes.
inline absl::Status CheckBytes(const void* bytes, size_t size) {
  if (bytes == nullptr && size > 0) {
    return absl::InvalidArgumentError("the pointer is NULL, the size is not 0");
  }
  if (size > ONYM_MAX_TEXT_SIZE) {
    return absl::InvalidArgumentError("the size is above ONYM_MAX_TEXT_SIZE");
  }
  return absl::OkStatus();
}

// Returns the C++ form of a number of onym_unit, or nothing if it is none.
inline std::optional<OffsetUnit> UnitOf(int64_t unit) {
  switch (unit) {
    case ONYM_UNIT_BYTE:
      return OffsetUnit::kByte;
    case ONYM_UNIT_CODE_POINT:
      return OffsetUnit::kCodePoint;
    case ONYM_UNIT_UTF16:
      return OffsetUnit::kUtf16;
    default:
      return std::nullopt;
  }
}

}  // namespace onym::capi

#endif  // ONYM_CAPI_ARGUMENTS_H_
