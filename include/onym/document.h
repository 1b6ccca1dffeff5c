// The arrays that an analysis gives back: tokens, sentences and entities over
// the caller's bytes.
//
//   absl::StatusOr<onym::Document> document = tagger->Tag(text);
//   for (const onym::Entity& entity : document->entities()) {
//     std::cout << text.substr(entity.begin, entity.end - entity.begin) << '\t'
//               << document->type_name(entity.type) << '\n';
//   }
//
// Every offset is a byte offset into exactly the bytes that were passed;
// `begin` is inclusive, `end` exclusive. Arrays are sorted, their spans do not
// overlap and lie on code-point boundaries. A document holds no pointer into
// the text, so text and document may be freed in any order.
//
// The structs have no padding and the layout of their namesakes in onym.h, so
// that the C interface hands them out without a copy; fields are never changed.

#ifndef ONYM_DOCUMENT_H_
#define ONYM_DOCUMENT_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/types/span.h"

namespace onym {

// What a token looks like; decided by its bytes alone.
enum class TokenKind : uint16_t {
  kWord = 0,         // letters of any script, contractions, abbreviations
  kNumber = 1,       // digits, with their separators, sign or suffix (26th)
  kPunctuation = 2,  // quotes, brackets, stops, dashes, ellipses
  kSymbol = 3,       // currency, percent, mathematical and other signs
  kUrl = 4,
  kEmail = 5,
  kHashtag = 6,
  kMention = 7,  // @name
  kEmoji = 8,    // one emoji sequence, modifiers and joiners included
  kOther = 9,    // control characters, ill-formed UTF-8
};

// Bits of Token::flags.
enum TokenFlag : uint16_t {
  // White space, or the start of the text, stands before the token.
  kTokenSpaceBefore = 1,
  // The token holds an HTML character reference such as &rdquo; and
  // AppendDecodedToken (tokenizer.h) gives the characters it stands for.
  kTokenHasReference = 2,
};

// A token: a word, number, sign or mark. 12 bytes.
struct Token {
  uint32_t begin;
  uint32_t end;
  TokenKind kind;
  uint16_t flags;  // TokenFlag bits
};

// A sentence, headline, caption or other stretch that stands by itself. It
// covers the tokens [first_token, end_token), and the bytes from the first
// one's begin to the last one's end. Each token belongs to one sentence.
struct Sentence {
  uint32_t begin;
  uint32_t end;
  uint32_t first_token;
  uint32_t end_token;
  uint32_t flags = 0;  // none yet
};

// A named entity (a mention of a name, date, number ...). It covers the tokens
// [first_token, end_token), which are at least one and of one sentence.
struct Entity {
  uint32_t begin;
  uint32_t end;
  uint32_t first_token;
  uint32_t end_token;
  uint32_t type;     // index into the type names of the model
  float confidence;  // probability in [0, 1] that span and type are both right
  // Mentions of one thing share a group, counted from 1; 0: not grouped.
  uint32_t group = 0;
  uint32_t flags = 0;  // none yet
};

// The result of one analysis. Thread-compatible: const calls may run
// concurrently.
class Document final {
 public:
  Document() = default;
  // Assembles a document from arrays that keep the order described above.
  Document(std::vector<Token> tokens, std::vector<Sentence> sentences,
           std::vector<Entity> entities,
           std::shared_ptr<const std::vector<std::string>> types)
      : tokens_(std::move(tokens)),
        sentences_(std::move(sentences)),
        entities_(std::move(entities)),
        types_(std::move(types)) {}

  absl::Span<const Token> tokens() const { return tokens_; }
  absl::Span<const Sentence> sentences() const { return sentences_; }
  absl::Span<const Entity> entities() const { return entities_; }

  // The name of an entity's type, such as "PERSON"; "" if `type` is not a type
  // of the model that made this document. Valid as long as the document.
  std::string_view type_name(uint32_t type) const {
    return types_ != nullptr && type < types_->size()
               ? std::string_view((*types_)[type])
               : std::string_view();
  }

 private:
  friend class Tagger;

  std::vector<Token> tokens_;
  std::vector<Sentence> sentences_;
  std::vector<Entity> entities_;
  std::shared_ptr<const std::vector<std::string>> types_;
};

}  // namespace onym

#endif  // ONYM_DOCUMENT_H_
