// What the rest of a document tells of a word: how it is written elsewhere.

#ifndef ONYM_LIB_TAG_DOCUMENT_CONTEXT_H_
#define ONYM_LIB_TAG_DOCUMENT_CONTEXT_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
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
  // The id of words that have none of their own: those without letters, and
  // those that somebody made to collide.
  static constexpr uint32_t kCrowded = 0;

  // `words` are all words of the document; boundary words stand before and
  // after each sentence.
  void Build(absl::Span<const Word> words);

  // Those of the word at `index`, which must have letters.
  const WordCounts& CountsOf(size_t index) const {
    return entries_[ids_[index]].counts;
  }

  // Words that differ in more than case have different ids below id_count().
  uint32_t IdAt(size_t index) const { return ids_[index]; }
  size_t id_count() const { return entries_.size(); }

 private:
  struct Entry {
    uint64_t word;  // Word::phrase
    WordCounts counts;
  };

  uint32_t IdOf(uint64_t word);

  std::vector<uint32_t> ids_;  // word -> entry
  std::vector<Entry> entries_;
  std::vector<uint32_t> places_;  // open-addressing hash table of entries
};

}  // namespace onym

#endif  // ONYM_LIB_TAG_DOCUMENT_CONTEXT_H_
