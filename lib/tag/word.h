// What the tagger sees of a word: its identities under several views.

#ifndef ONYM_LIB_TAG_WORD_H_
#define ONYM_LIB_TAG_WORD_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "model/tables.h"

namespace onym {

// Whether the letters' case tells names from other words. It does not in text
// that is all upper or all lower case; there, words are seen without their case
// and under weights of their own.
enum class CaseMode : uint8_t { kCased = 0, kCaseless = 1 };

enum class Capitals : uint8_t {
  kBoundary = 0,  // no word: the edge of a sentence
  kNoLetters = 1,
  kLower = 2,
  kInitial = 3,  // one capital in front
  kAll = 4,
  kMixed = 5,
};

// Identities are 64-bit hashes, with the case mode folded in (phrase apart).
// This is what the words around a token need to know of it.
struct Word {
  uint64_t lower;    // lower case, digits as 0
  uint64_t phrase;   // lower case, digits kept: for clusters and name lists
  uint64_t shape;    // Xx0-, runs compressed
  uint16_t cluster;  // 12 bits, coarse to fine; WordTable::kNoCluster
  Capitals capitals;
  CaseMode mode;
  // What the name lists hold of phrases that begin with the word, where that
  // has been looked up.
  PhraseTable::Entry as_phrase = PhraseTable::Unknown();
};

// A word with the identities that only its own features use.
struct DetailedWord : Word {
  uint64_t cased;       // as written
  uint64_t long_shape;  // the first four and the last four characters' shape
  std::array<uint64_t, 4> prefixes;  // lower, 1 to 4 characters
  std::array<uint64_t, 4> suffixes;
};

// Analyses the characters of one token, references decoded. Linear in its
// length. Typographic apostrophes and quotes count as their ASCII forms.
DetailedWord AnalyzeWord(std::string_view characters, CaseMode mode,
                         const WordTable& clusters);

// The identity that AnalyzeWord gives as Word::phrase.
uint64_t PhraseHash(std::string_view characters);

// Folds the next token into the hash of a phrase; the empty phrase is 0.
uint64_t ExtendPhrase(uint64_t phrase, uint64_t word);

// What stands before the first and after the last word of a sentence: `place`
// is 0 for the nearest, 1 for the next.
DetailedWord BoundaryWord(bool after, int place, CaseMode mode);

}  // namespace onym

#endif  // ONYM_LIB_TAG_WORD_H_
