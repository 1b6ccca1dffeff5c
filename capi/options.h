// What an options object holds.

#ifndef ONYM_CAPI_OPTIONS_H_
#define ONYM_CAPI_OPTIONS_H_

#include "onym/offsets.h"
#include "onym/onym.h"
#include "onym/tagger.h"

struct onym_options {
  onym::TagOptions tag;
  onym::OffsetUnit unit = onym::OffsetUnit::kByte;
  int threads = 1;  // 0: as many as there are processors
  onym_progress progress = nullptr;
  void* progress_context = nullptr;
};

namespace onym::capi {

// The options that a call follows: the defaults if the caller passed NULL.
inline onym_options OptionsOf(const onym_options* options) {
  return options != nullptr ? *options : onym_options();
}

}  // namespace onym::capi

#endif  // ONYM_CAPI_OPTIONS_H_
