// What the rest of a document tells of a word: how it is written elsewhere.

#ifndef ONYM_LIB_TAG_DOCUMENT_CONTEXT_H_
#define ONYM_LIB_TAG_DOCUMENT_CONTEXT_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "tag/hash_index.h"
#include "tag/word.h"

namespace onym {

// How often a word occurs in a document.
struct WordCounts {
  uint32_t capitalized = 0;  // with a capital, but not first in its sentence
  uint32_t lower = 0;        // without
};

// Reusable; Build allocates only to grow.
class DocumentContext final {
 public:
  // `words` are all words of the document; boundary words stand before and
  // after each sentence.
  void Build(absl::Span<const Word> words);

  // Those of the word at `index`, which must have letters.
  const WordCounts& CountsOf(size_t index) const {
    return counts_[ids_[index]];
  }

  // The number of a word, whatever its case; HashIndex::kCrowded if it has no
  // letters.
  uint32_t IdAt(size_t index) const { return ids_[index]; }
  // One more than the largest number of a word.
  size_t id_count() const { return counts_.size(); }
  size_t word_count() const { return ids_.size(); }

 private:
  HashIndex index_;
  std::vector<uint32_t> ids_;       // of each word
  std::vector<WordCounts> counts_;  // of each id
};

}  // namespace onym

#endif  // ONYM_LIB_TAG_DOCUMENT_CONTEXT_H_
