// Statuses and errors. An error is one block of memory: a header, then the
// message. The error that tells of missing memory is a constant.

#include <cstring>
#include <new>
#include <string_view>

#include "guard.h"
#include "onym/onym.h"

struct onym_error {
  onym_status status;
  const char* message;  // NUL-terminated
  size_t size;          // bytes of the message without the NUL
};

namespace onym::capi {
namespace {

constexpr std::string_view kNoMemory = "memory ran out";
constexpr onym_error kOutOfMemory = {ONYM_RESOURCE_EXHAUSTED, kNoMemory.data(),
                                     kNoMemory.size()};

constexpr const char* kStatusNames[] = {
    "OK",
    "CANCELLED",
    "UNKNOWN",
    "INVALID_ARGUMENT",
    "DEADLINE_EXCEEDED",
    "NOT_FOUND",
    "ALREADY_EXISTS",
    "PERMISSION_DENIED",
    "RESOURCE_EXHAUSTED",
    "FAILED_PRECONDITION",
    "ABORTED",
    "OUT_OF_RANGE",
    "UNIMPLEMENTED",
    "INTERNAL",
    "UNAVAILABLE",
    "DATA_LOSS",
    "UNAUTHENTICATED",
};
constexpr onym_status kStatusCount =
    sizeof(kStatusNames) / sizeof(kStatusNames[0]);
static_assert(kStatusCount == ONYM_UNAUTHENTICATED + 1);

}  // namespace

onym_status FailOutOfMemory(onym_error** error) noexcept {
  // Nobody writes to an error, and onym_error_free knows this one.
  if (error != nullptr) *error = const_cast<onym_error*>(&kOutOfMemory);
  return ONYM_RESOURCE_EXHAUSTED;
}

onym_status Fail(onym_status status, std::string_view message,
                 onym_error** error) noexcept {
  if (error == nullptr) return status;
  void* block =
      ::operator new(sizeof(onym_error) + message.size() + 1, std::nothrow);
  if (block == nullptr) return FailOutOfMemory(error);
  char* text = static_cast<char*>(block) + sizeof(onym_error);
  if (!message.empty()) std::memcpy(text, message.data(), message.size());
  text[message.size()] = '\0';
  *error = new (block) onym_error{status, text, message.size()};
  return status;
}

}  // namespace onym::capi

using onym::capi::GuardValue;

extern "C" {

const char* onym_status_name(onym_status status) noexcept {
  return GuardValue<const char*>("", [&] {
    return status >= 0 && status < onym::capi::kStatusCount
               ? onym::capi::kStatusNames[status]
               : "UNRECOGNIZED";
  });
}

onym_status onym_error_status(const onym_error* error) noexcept {
  return GuardValue<onym_status>(ONYM_INTERNAL, [&]() -> onym_status {
    return error != nullptr ? error->status : ONYM_OK;
  });
}

const char* onym_error_message(const onym_error* error, size_t* size) noexcept {
  return GuardValue<const char*>("", [&] {
    if (size != nullptr) *size = error != nullptr ? error->size : 0;
    return error != nullptr ? error->message : "";
  });
}

void onym_error_free(onym_error* error) noexcept {
  GuardValue(0, [&] {
    if (error != &onym::capi::kOutOfMemory) ::operator delete(error);
    return 0;
  });
}

}  // extern "C"
