// One pass over the document's words.

#include "tag/document_context.h"

namespace onym {

void DocumentContext::Build(absl::Span<const Word> words) {
  ids_.assign(words.size(), HashIndex::kCrowded);
  index_.Reset(words.size());
  counts_.assign(1, WordCounts());
  for (size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.capitals <= Capitals::kNoLetters) continue;
    ids_[i] = index_.IdOf(word.phrase);
    // Words that share the number of the crowded count nothing.
    if (ids_[i] == HashIndex::kCrowded) continue;
    if (ids_[i] == counts_.size()) counts_.emplace_back();
    WordCounts& counts = counts_[ids_[i]];
    if (word.capitals == Capitals::kLower) {
      ++counts.lower;
    } else if (words[i - 1].capitals != Capitals::kBoundary) {
      ++counts.capitalized;
    }
  }
}

}  // namespace onym
