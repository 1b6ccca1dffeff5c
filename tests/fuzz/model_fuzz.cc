// Any bytes are opened as a model, with length and checksum put right so that
// the parser sees the rest; what opens must tag a text and keep the rules of
// tests/tag/document_invariants.h.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "../model/model_bytes.h"
#include "../tag/document_invariants.h"
#include "onym/tagger.h"

namespace {

// Words that the sample models know, in sentences of several lengths.
constexpr std::string_view kText =
    "Anna Berg came to Oslo on 5 May. \"It is cold,\" said Anna.\n\n"
    "ANNA BERG CAME TO OSLO\n\nOslo. Berg came to Anna &amp; \xFF on 5.";

void Require(bool condition, const std::string& reason) {
  if (condition) return;
  std::fprintf(stderr, "%s\n", reason.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string model(reinterpret_cast<const char*>(data), size);
  onym::internal::SealModel(&model);
  const onym::internal::AlignedBytes bytes(model);
  const auto tagger = onym::Tagger::FromBytes(bytes.bytes());
  if (!tagger.ok()) {
    const absl::StatusCode code = tagger.status().code();
    Require(code == absl::StatusCode::kDataLoss ||
                code == absl::StatusCode::kFailedPrecondition,
            tagger.status().ToString());
    return 0;
  }
  const auto document = tagger->Tag(kText);
  Require(document.ok(), "a text is not tagged");
  // A type may be called "", as far as the format goes.
  onym::Document named(
      {document->tokens().begin(), document->tokens().end()},
      {document->sentences().begin(), document->sentences().end()},
      {document->entities().begin(), document->entities().end()},
      std::make_shared<std::vector<std::string>>(tagger->info().types.size(),
                                                 "type"));
  const std::string broken = onym::internal::CheckDocument(kText, named);
  Require(broken.empty(), broken);
  return 0;
}
