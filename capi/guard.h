// The boundary between C callers and C++: every function of onym.h does its
// work inside one of the guards below, which let no exception out.

#ifndef ONYM_CAPI_GUARD_H_
#define ONYM_CAPI_GUARD_H_

#include <exception>
#include <new>
#include <string_view>

#include "absl/status/status.h"
#include "onym/onym.h"

namespace onym::capi {

// Reports a failure: puts an error with `message` into *error, unless `error`
// is NULL, and returns `status`. Should the memory for it be missing, reports
// that instead.
onym_status Fail(onym_status status, std::string_view message,
                 onym_error** error) noexcept;

// Reports that memory ran out; needs none itself.
onym_status FailOutOfMemory(onym_error** error) noexcept;

// Runs `body`, a function () -> absl::Status, and reports its result as C
// callers expect it.
template <typename Body>
onym_status Guard(onym_error** error, const Body& body) noexcept {
  if (error != nullptr) *error = nullptr;
  try {
    const absl::Status status = body();
    if (status.ok()) return ONYM_OK;
    const auto message = status.message();
    return Fail(static_cast<onym_status>(status.code()),
                std::string_view(message.data(), message.size()), error);
  } catch (const std::bad_alloc&) {
    return FailOutOfMemory(error);
  } catch (const std::exception& exception) {
    return Fail(ONYM_INTERNAL, exception.what(), error);
  } catch (...) {
    return Fail(ONYM_INTERNAL, "unknown exception", error);
  }
}

// Returns what `body` returns; `fallback` if it throws. For functions that
// cannot fail.
template <typename Result, typename Body>
Result GuardValue(Result fallback, const Body& body) noexcept {
  try {
    return body();
  } catch (...) {
    return fallback;
  }
}

// Deletes `object`, which may be NULL.
template <typename Object>
void GuardFree(Object* object) noexcept {
  try {
    delete object;
  } catch (...) {
    // A destructor that throws has no one to tell.
  }
}

}  // namespace onym::capi

#endif  // ONYM_CAPI_GUARD_H_
