// Matching of name lists (gazetteers) against the words of a sentence.

#ifndef ONYM_LIB_TAG_GAZETTEER_H_
#define ONYM_LIB_TAG_GAZETTEER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "model/model.h"
#include "tag/word.h"

namespace onym {

// The most tokens of a listed name.
inline constexpr size_t kMaxPhraseTokens = 8;

// For one token, the lists (one bit each) in whose names it stands at the
// beginning, inside, at the end, or alone.
struct ListMarks {
  uint32_t begin = 0;
  uint32_t inside = 0;
  uint32_t end = 0;
  uint32_t single = 0;
};

// Replaces *marks by those of `words`. For each list the longest name from the
// left wins. Linear, as names are short.
void MarkLists(const Model& model, absl::Span<const Word> words,
               std::vector<ListMarks>* marks);

}  // namespace onym

#endif  // ONYM_LIB_TAG_GAZETTEER_H_
