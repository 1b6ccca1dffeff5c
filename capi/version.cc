// The versions of the library and of its binary interface, and what the build
// has.

#include "guard.h"
#include "onym/onym.h"

namespace onym::capi {
namespace {

bool HasFeature(int32_t feature) {
  switch (feature) {
    case ONYM_FEATURE_DEFAULT_MODEL:
      return ONYM_HAS_DEFAULT_MODEL;  // set by the build
    case ONYM_FEATURE_THREADS:
#if defined(__EMSCRIPTEN__) && !defined(__EMSCRIPTEN_PTHREADS__)
      return false;
#else
      return true;
#endif
    default:
      return false;
  }
}

}  // namespace
}  // namespace onym::capi

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

int32_t onym_has_feature(int32_t feature) noexcept {
  return GuardValue<int32_t>(
      0, [&]() -> int32_t { return onym::capi::HasFeature(feature) ? 1 : 0; });
}

}  // extern "C"
