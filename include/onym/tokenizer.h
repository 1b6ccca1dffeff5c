// Tokens and sentences of raw text.
//
//   std::vector<onym::Token> tokens;
//   std::vector<onym::Sentence> sentences;
//   absl::Status status = onym::Tokenizer().Tokenize(text, &tokens);
//   if (status.ok()) onym::SentenceSplitter().Split(text, tokens, &sentences);
//
// Any bytes are accepted. Well-formed UTF-8 is read as such; each maximal
// subpart of an ill-formed sequence (Unicode Standard, section 3.9) counts as
// one unknown character, and no offset moves. Both classes are stateless and
// safe to use from any number of threads.

#ifndef ONYM_TOKENIZER_H_
#define ONYM_TOKENIZER_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "onym/document.h"

namespace onym {

// Splits text into tokens as the Universal Dependencies treebanks of English
// (EWT, GUM) do: do|n't, Navalny|'s, U.S., 26th, $|5, well|-|known, one URL or
// e-mail address, one emoji sequence. Characters of scripts that are written
// without spaces (Han, Kana, Thai, Lao, Khmer, Burmese) are one token each.
// White space belongs to no token; every other byte to exactly one.
class Tokenizer final {
 public:
  // Replaces *tokens by the tokens of `text`, in order. Linear in the length of
  // `text`; allocates only to grow *tokens. Fails with kInvalidArgument if
  // `text` has 2^32 - 1 or more bytes.
  absl::Status Tokenize(std::string_view text,
                        std::vector<Token>* tokens) const;
};

// Groups tokens into sentences. A blank line, or a line that looks like a
// headline or caption, ends a sentence; quotes and brackets that close after
// the full stop stay with it.
class SentenceSplitter final {
 public:
  // Replaces *sentences by the sentences of `tokens`, which must be
  // Tokenizer's for the same `text`. Linear; allocates only to grow *sentences.
  void Split(std::string_view text, absl::Span<const Token> tokens,
             std::vector<Sentence>* sentences) const;
};

// Appends the characters that `token` stands for to *out: its bytes, with each
// HTML character reference replaced by the UTF-8 of what it names.
void AppendDecodedToken(std::string_view text, const Token& token,
                        std::string* out);

}  // namespace onym

#endif  // ONYM_TOKENIZER_H_
