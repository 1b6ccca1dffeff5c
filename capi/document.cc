// The arrays of a document. They are those of the C++ document, whose structs
// have the layout of the C ones, so that nothing is copied.

#include "document.h"

#include <cstddef>
#include <string_view>
#include <type_traits>

#include "absl/types/span.h"
#include "guard.h"
#include "onym/offsets.h"
#include "onym/onym.h"

namespace onym::capi {
namespace {

static_assert(std::is_standard_layout_v<Token> &&
              std::is_trivially_copyable_v<Token>);
static_assert(sizeof(Token) == sizeof(onym_token) &&
              alignof(Token) == alignof(onym_token));
static_assert(offsetof(Token, begin) == offsetof(onym_token, begin) &&
              offsetof(Token, end) == offsetof(onym_token, end) &&
              offsetof(Token, kind) == offsetof(onym_token, kind) &&
              offsetof(Token, flags) == offsetof(onym_token, flags));

static_assert(std::is_standard_layout_v<Sentence> &&
              std::is_trivially_copyable_v<Sentence>);
static_assert(sizeof(Sentence) == sizeof(onym_sentence) &&
              alignof(Sentence) == alignof(onym_sentence));
static_assert(offsetof(Sentence, begin) == offsetof(onym_sentence, begin) &&
              offsetof(Sentence, end) == offsetof(onym_sentence, end) &&
              offsetof(Sentence, first_token) ==
                  offsetof(onym_sentence, first_token) &&
              offsetof(Sentence, end_token) ==
                  offsetof(onym_sentence, end_token) &&
              offsetof(Sentence, flags) == offsetof(onym_sentence, flags));

static_assert(std::is_standard_layout_v<Entity> &&
              std::is_trivially_copyable_v<Entity>);
static_assert(sizeof(Entity) == sizeof(onym_entity) &&
              alignof(Entity) == alignof(onym_entity));
static_assert(offsetof(Entity, begin) == offsetof(onym_entity, begin) &&
              offsetof(Entity, end) == offsetof(onym_entity, end) &&
              offsetof(Entity, first_token) ==
                  offsetof(onym_entity, first_token) &&
              offsetof(Entity, end_token) == offsetof(onym_entity, end_token) &&
              offsetof(Entity, type) == offsetof(onym_entity, type) &&
              offsetof(Entity, confidence) ==
                  offsetof(onym_entity, confidence) &&
              offsetof(Entity, group) == offsetof(onym_entity, group) &&
              offsetof(Entity, flags) == offsetof(onym_entity, flags));

static_assert(static_cast<int>(TokenKind::kWord) == ONYM_TOKEN_WORD &&
              static_cast<int>(TokenKind::kNumber) == ONYM_TOKEN_NUMBER &&
              static_cast<int>(TokenKind::kPunctuation) ==
                  ONYM_TOKEN_PUNCTUATION &&
              static_cast<int>(TokenKind::kSymbol) == ONYM_TOKEN_SYMBOL &&
              static_cast<int>(TokenKind::kUrl) == ONYM_TOKEN_URL &&
              static_cast<int>(TokenKind::kEmail) == ONYM_TOKEN_EMAIL &&
              static_cast<int>(TokenKind::kHashtag) == ONYM_TOKEN_HASHTAG &&
              static_cast<int>(TokenKind::kMention) == ONYM_TOKEN_MENTION &&
              static_cast<int>(TokenKind::kEmoji) == ONYM_TOKEN_EMOJI &&
              static_cast<int>(TokenKind::kOther) == ONYM_TOKEN_OTHER);
static_assert(int{kTokenSpaceBefore} == ONYM_TOKEN_SPACE_BEFORE &&
              int{kTokenHasReference} == ONYM_TOKEN_HAS_REFERENCE);

// The C array that `span` is, and its length in *count.
template <typename To, typename From>
const To* ArrayOf(absl::Span<const From> span, size_t* count) {
  if (count != nullptr) *count = span.size();
  return reinterpret_cast<const To*>(span.data());
}

// The elements of an array of a document that belongs to us: they are not
// const, only the way to them is.
template <typename T>
absl::Span<T> Mutable(absl::Span<const T> span) {
  return absl::Span<T>(const_cast<T*>(span.data()), span.size());
}

// Takes the place of a span from its first and last token.
template <typename T>
void CopyOffsets(absl::Span<const Token> tokens, absl::Span<T> spans) {
  for (T& span : spans) {
    span.begin = tokens[span.first_token].begin;
    span.end = tokens[span.end_token - 1].end;
  }
}

}  // namespace

void ConvertOffsets(std::string_view text, OffsetUnit unit,
                    onym_document* document) {
  if (unit == OffsetUnit::kByte) return;
  OffsetMap map(text);
  const absl::Span<const Token> tokens = document->document.tokens();
  for (Token& token : Mutable(tokens)) {
    token.begin = static_cast<uint32_t>(
        map.Convert(token.begin, OffsetUnit::kByte, unit));
    token.end =
        static_cast<uint32_t>(map.Convert(token.end, OffsetUnit::kByte, unit));
  }
  CopyOffsets(tokens, Mutable(document->document.sentences()));
  CopyOffsets(tokens, Mutable(document->document.entities()));
}

}  // namespace onym::capi

using onym::capi::ArrayOf;
using onym::capi::GuardFree;
using onym::capi::GuardValue;

extern "C" {

const onym_token* onym_document_tokens(const onym_document* document,
                                       size_t* count) noexcept {
  return GuardValue<const onym_token*>(nullptr, [&] {
    return ArrayOf<onym_token>(document != nullptr
                                   ? document->document.tokens()
                                   : absl::Span<const onym::Token>(),
                               count);
  });
}

const onym_sentence* onym_document_sentences(const onym_document* document,
                                             size_t* count) noexcept {
  return GuardValue<const onym_sentence*>(nullptr, [&] {
    return ArrayOf<onym_sentence>(document != nullptr
                                      ? document->document.sentences()
                                      : absl::Span<const onym::Sentence>(),
                                  count);
  });
}

const onym_entity* onym_document_entities(const onym_document* document,
                                          size_t* count) noexcept {
  return GuardValue<const onym_entity*>(nullptr, [&] {
    return ArrayOf<onym_entity>(document != nullptr
                                    ? document->document.entities()
                                    : absl::Span<const onym::Entity>(),
                                count);
  });
}

const char* onym_document_type_name(const onym_document* document,
                                    uint32_t type, size_t* size) noexcept {
  return GuardValue<const char*>(nullptr, [&] {
    const std::string_view name = document != nullptr
                                      ? document->document.type_name(type)
                                      : std::string_view();
    if (size != nullptr) *size = name.size();
    return name.data();
  });
}

void onym_document_free(onym_document* document) noexcept {
  GuardFree(document);
}

}  // extern "C"
