// From tokens to the words and case mode that the tagger sees.

#ifndef ONYM_LIB_TAG_SENTENCE_INPUT_H_
#define ONYM_LIB_TAG_SENTENCE_INPUT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "onym/document.h"
#include "tag/word.h"

namespace onym {

// The case mode of each of `sentences`: caseless if the whole document has next
// to no capitals, or the sentence next to nothing else, or if it is titled Like
// This. Replaces *modes.
void FindCaseModes(std::string_view text, absl::Span<const Token> tokens,
                   absl::Span<const Sentence> sentences,
                   std::vector<CaseMode>* modes);

// Sentences longer than this are tagged in pieces of this many tokens.
inline constexpr size_t kLongestSentence = 1024;

// Replaces *pieces by `sentences`, over-long ones cut.
void CutSentences(absl::Span<const Token> tokens,
                  absl::Span<const Sentence> sentences,
                  std::vector<Sentence>* pieces);

// Whether a sentence is a headline or caption: no mark ends it.
bool IsHeadline(std::string_view text, absl::Span<const Token> sentence);

// The characters of a token, decoded into *buffer if it has references.
std::string_view TokenCharacters(std::string_view text, const Token& token,
                                 std::string* buffer);

}  // namespace onym

#endif  // ONYM_LIB_TAG_SENTENCE_INPUT_H_
