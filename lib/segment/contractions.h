// Where English words that were written together come apart: do|n't, it|'s,
// can|not, gon|na.

#ifndef ONYM_LIB_SEGMENT_CONTRACTIONS_H_
#define ONYM_LIB_SEGMENT_CONTRACTIONS_H_

#include <cstddef>
#include <string_view>

namespace onym::internal {

inline constexpr size_t kLongestFused = 8;

// Whether SplitFusedWord or LacksApostrophe need to look at `word` at all.
bool MayBeFused(std::string_view word);

// The length of the first part of `word`, which has no apostrophe; 0 if the
// word stays whole. Cheap for words that do.
size_t SplitFusedWord(std::string_view word);

// Whether `word` is one of its, Its and Lets that may lack an apostrophe, and
// the word after it at text[offset] shows that it does: its | the.
bool LacksApostrophe(std::string_view word, std::string_view text,
                     size_t offset);

// Whether letters after an apostrophe are a clitic: 's 'm 'd 'll 're 've.
bool IsClitic(std::string_view letters);

// Whether a word may begin with an apostrophe in place of letters: 'em, 'til.
bool IsClipped(std::string_view letters);

// Whether a hyphen after `word` joins it to the next word, which begins with
// `next`, as after the prefixes of e-mail and non-profit. A name or number
// stays a token of its own: pro | - | Israel, post | - | 1945, but mid-1945.
bool IsPrefix(std::string_view word, char next);

// Whether a hyphen before `word` joins it to the word before: Pooh-esque.
bool IsSuffix(std::string_view word);

}  // namespace onym::internal

#endif  // ONYM_LIB_SEGMENT_CONTRACTIONS_H_
