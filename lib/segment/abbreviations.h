// Whether the full stop after a word belongs to the word, as in Mr. or Inc., or
// ends the sentence.

#ifndef ONYM_LIB_SEGMENT_ABBREVIATIONS_H_
#define ONYM_LIB_SEGMENT_ABBREVIATIONS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace onym::internal {

// How words of a kind behave before a full stop.
enum class AbbreviationClass : uint8_t {
  kNone,     // no abbreviation
  kAlways,   // e.g, P.S: only the end of the text or paragraph ends it
  kTitle,    // Mr, Lt, St: a name follows
  kDate,     // Jan, Tues: a number follows, or the sentence ends
  kNumber,   // No, p, vol: an abbreviation only if a number follows
  kCompany,  // Inc, Ltd: a capital after it begins a sentence
  kFinal,    // etc, hrs: the same
  kMiddle,   // vs, Jr, U.S: only a word such as The ends the sentence
  kBefore,   // Gen, Mass and others that are also words: only if written with
             // a capital, unless a word such as The follows
};

// What stands after a full stop and the white space behind it.
enum class Following : uint8_t {
  kEnd,    // the end of the text or of the paragraph
  kLower,  // a letter in lower case or without case
  kDigit,
  kCapital,  // a capitalised word
  kStarter,  // a capitalised word that often begins a sentence: The, But
  kPost,     // a capitalised office or day: President, CEO, Tuesday
  kMark,     // punctuation that goes on: , ; : ) -
  kOpening,  // an opening quote or bracket
};

// `word` is without the full stop, in its own case.
AbbreviationClass ClassOfAbbreviation(std::string_view word);

// What stands at `offset` or behind the white space there.
Following FollowingAt(std::string_view text, size_t offset);

// Whether the full stop after `word` is part of the word.
bool OwnsStop(std::string_view word, AbbreviationClass kind,
              Following following);

}  // namespace onym::internal

#endif  // ONYM_LIB_SEGMENT_ABBREVIATIONS_H_
