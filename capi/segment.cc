// Segmentation without a model, and the characters behind a token's bytes.

#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "arguments.h"
#include "document.h"
#include "guard.h"
#include "onym/document.h"
#include "onym/onym.h"
#include "onym/tokenizer.h"
#include "options.h"

namespace onym::capi {
namespace {

absl::Status Segment(std::string_view text, const onym_options& options,
                     onym_document** result) {
  std::vector<Token> tokens;
  absl::Status status = Tokenizer().Tokenize(text, &tokens);
  if (!status.ok()) return status;
  std::vector<Sentence> sentences;
  SentenceSplitter().Split(text, tokens, &sentences);
  auto document = std::make_unique<onym_document>();
  document->document =
      Document(std::move(tokens), std::move(sentences), {}, nullptr);
  ConvertOffsets(text, options.unit, document.get());
  *result = document.release();
  return absl::OkStatus();
}

// The characters of `text`, read as one token.
std::string Decode(std::string_view text) {
  Token token = {};
  token.end = static_cast<uint32_t>(text.size());
  token.flags = kTokenHasReference;
  std::string decoded;
  AppendDecodedToken(text, token, &decoded);
  return decoded;
}

}  // namespace
}  // namespace onym::capi

using onym::capi::Guard;

extern "C" {

onym_status onym_segment(const char* text, size_t text_size,
                         const onym_options* options, onym_document** document,
                         onym_error** error) noexcept {
  return Guard(error, [&] {
    absl::Status status = onym::capi::ClearResult(document);
    if (status.ok()) status = onym::capi::CheckBytes(text, text_size);
    if (!status.ok()) return status;
    return onym::capi::Segment(std::string_view(text, text_size),
                               onym::capi::OptionsOf(options), document);
  });
}

onym_status onym_decode_references(const char* text, size_t text_size,
                                   char* buffer, size_t capacity, size_t* size,
                                   onym_error** error) noexcept {
  return Guard(error, [&] {
    if (size == nullptr) return absl::InvalidArgumentError("size is NULL");
    *size = 0;
    absl::Status status = onym::capi::CheckBytes(text, text_size);
    if (!status.ok()) return status;
    if (buffer == nullptr && capacity > 0) {
      return absl::InvalidArgumentError("buffer is NULL, capacity is not 0");
    }
    const std::string decoded =
        onym::capi::Decode(std::string_view(text, text_size));
    if (!decoded.empty() && decoded.size() <= capacity) {
      std::memcpy(buffer, decoded.data(), decoded.size());
    }
    *size = decoded.size();
    return status;
  });
}

}  // extern "C"
