// The versions of the library and of its binary interface.

#include "guard.h"
#include "onym/onym.h"

using onym::capi::GuardValue;

extern "C" {

const char* onym_version() noexcept {
  return GuardValue<const char*>("", [] { return ONYM_VERSION_STRING; });
}

uint32_t onym_version_number() noexcept {
  return GuardValue<uint32_t>(0, []() -> uint32_t {
    return ONYM_VERSION_MAJOR * 1000000u + ONYM_VERSION_MINOR * 1000u +
           ONYM_VERSION_PATCH;
  });
}

int32_t onym_abi_version() noexcept {
  return GuardValue<int32_t>(0, []() -> int32_t { return ONYM_ABI_VERSION; });
}

}  // extern "C"
