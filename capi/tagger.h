// What a tagger object holds, and how one text is tagged.

#ifndef ONYM_CAPI_TAGGER_H_
#define ONYM_CAPI_TAGGER_H_

#include <memory>
#include <string_view>

#include "absl/status/status.h"
#include "onym/onym.h"
#include "onym/tagger.h"

namespace onym::capi {

struct FreeModel {
  void operator()(char* bytes) const;
};
using ModelBytes = std::unique_ptr<char, FreeModel>;

// Makes *result of `text`, which has at most ONYM_MAX_TEXT_SIZE bytes; leaves
// it as it is on failure.
absl::Status Tag(const Tagger& tagger, std::string_view text,
                 const onym_options& options, TagScratch* scratch,
                 onym_document** result);

}  // namespace onym::capi

struct onym_tagger {
  // Our copy of a model that the caller had in memory. It is declared first,
  // since it must outlive the tagger.
  onym::capi::ModelBytes bytes;
  onym::Tagger tagger;
};

#endif  // ONYM_CAPI_TAGGER_H_
