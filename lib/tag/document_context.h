// What the rest of a document tells of a word: how it is written elsewhere, and
// between which words it stands.

#ifndef ONYM_LIB_TAG_DOCUMENT_CONTEXT_H_
#define ONYM_LIB_TAG_DOCUMENT_CONTEXT_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "tag/word.h"

namespace onym {

// Reusable; Build allocates only to grow.
class DocumentContext final {
 public:
  // Occurrences of a word beyond this many are counted but not kept.
  static constexpr size_t kKept = 6;
  static constexpr uint32_t kNone = 0xFFFFFFFFu;

  struct Entry {
    uint64_t word = 0;         // Word::phrase
    uint32_t capitalized = 0;  // in mid-sentence
    uint32_t lower = 0;
    uint32_t kept = 0;
    std::array<uint32_t, kKept> words;  // the first occurrences
  };

  // `words` are all words of the document; kWindow boundary words stand before
  // and after each sentence. They are borrowed until the next call.
  void Build(absl::Span<const Word> words);

  // What is known of the word at `index`; nullptr if it is not tracked.
  const Entry* Find(size_t index) const {
    return ids_[index] == kNone ? nullptr : &entries_[ids_[index]];
  }

  // The words next to the one at `index`, as Word::lower.
  uint64_t Left(size_t index) const { return words_[index - 1].lower; }
  uint64_t Right(size_t index) const { return words_[index + 1].lower; }
  bool LeftIsCapitalized(size_t index) const {
    return words_[index - 1].capitals >= Capitals::kInitial;
  }

 private:
  uint32_t IdOf(uint64_t word);

  absl::Span<const Word> words_;
  std::vector<uint32_t> ids_;  // word -> entry
  std::vector<Entry> entries_;
  std::vector<uint32_t> places_;  // open-addressing hash table of entries
};

}  // namespace onym

#endif  // ONYM_LIB_TAG_DOCUMENT_CONTEXT_H_
