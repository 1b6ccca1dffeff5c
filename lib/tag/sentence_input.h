// From tokens to the words and case mode that the tagger sees.

#ifndef ONYM_LIB_TAG_SENTENCE_INPUT_H_
#define ONYM_LIB_TAG_SENTENCE_INPUT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "onym/document.h"
#include "tag/features.h"
#include "tag/word.h"

namespace onym {

// Letters of a stretch of text, counted by case.
struct LetterCount {
  size_t upper = 0;
  size_t lower = 0;
  size_t words = 0;  // tokens with a letter
};

LetterCount CountLetters(std::string_view text, absl::Span<const Token> tokens);

// The case mode of a sentence: caseless if the whole document has next to no
// capitals, or the sentence no small letters.
CaseMode CaseModeOf(const LetterCount& document, const LetterCount& sentence);

// Sentences longer than this are tagged in pieces of this many tokens.
inline constexpr size_t kLongestSentence = 1024;

// Replaces *pieces by `sentences`, over-long ones cut.
void CutSentences(absl::Span<const Token> tokens,
                  absl::Span<const Sentence> sentences,
                  std::vector<Sentence>* pieces);

// Whether a sentence is a headline or caption: no mark ends it.
bool IsHeadline(std::string_view text, absl::Span<const Token> sentence);

// Replaces *padded by the words of a sentence with kWindow boundary words before
// and after them.
void PadWords(absl::Span<const Word> words, CaseMode mode,
              std::vector<Word>* padded);

// The characters of a token, decoded into *buffer if it has references.
std::string_view TokenCharacters(std::string_view text, const Token& token,
                                 std::string* buffer);

}  // namespace onym

#endif  // ONYM_LIB_TAG_SENTENCE_INPUT_H_
