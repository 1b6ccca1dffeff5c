// The public face of the scanner.

#include "onym/tokenizer.h"

#include <cassert>
#include <limits>

#include "absl/status/status.h"
#include "segment/scanner.h"
#include "text/references.h"

namespace onym {
namespace {

// Debug builds check what callers rely on; the tests check the rest.
[[maybe_unused]] bool AreOrdered(std::string_view text,
                                 const std::vector<Token>& tokens) {
  uint32_t end = 0;
  for (const Token& token : tokens) {
    if (token.begin < end || token.end <= token.begin) return false;
    end = token.end;
  }
  return end <= text.size();
}

}  // namespace

absl::Status Tokenizer::Tokenize(std::string_view text,
                                 std::vector<Token>* tokens) const {
  tokens->clear();
  if (text.size() >= std::numeric_limits<uint32_t>::max()) {
    return absl::InvalidArgumentError(
        "the text has 2^32 - 1 bytes or more; offsets have 32 bits");
  }
  internal::Scanner(text, tokens).Run();
  assert(AreOrdered(text, *tokens));
  return absl::OkStatus();
}

void AppendDecodedToken(std::string_view text, const Token& token,
                        std::string* out) {
  assert(token.begin <= token.end && token.end <= text.size());
  const std::string_view bytes =
      text.substr(token.begin, token.end - token.begin);
  if ((token.flags & kTokenHasReference) == 0) {
    out->append(bytes.data(), bytes.size());
  } else {
    AppendDecodedReferences(bytes, out);
  }
}

}  // namespace onym
