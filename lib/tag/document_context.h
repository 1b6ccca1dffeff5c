// What the rest of a document tells of a word: how it is written elsewhere, and
// between which words it stands.

#ifndef ONYM_LIB_TAG_DOCUMENT_CONTEXT_H_
#define ONYM_LIB_TAG_DOCUMENT_CONTEXT_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "onym/document.h"
#include "tag/word.h"

namespace onym {

// Reusable; Build allocates only to grow.
class DocumentContext final {
 public:
  // Occurrences of a word beyond this many are counted but not kept.
  static constexpr size_t kKept = 6;
  static constexpr uint32_t kNone = 0xFFFFFFFFu;

  struct Entry {
    uint64_t word = 0;        // Word::phrase
    uint32_t capitalized = 0;  // in mid-sentence
    uint32_t lower = 0;
    uint32_t kept = 0;
    std::array<uint32_t, kKept> tokens;  // the first occurrences
  };

  // `words` are all tokens of the document, grouped into `sentences`.
  void Build(absl::Span<const Word> words,
             absl::Span<const Sentence> sentences);

  // What is known of the word of `token`; nullptr if it is not tracked.
  const Entry* Find(size_t token) const {
    return ids_[token] == kNone ? nullptr : &entries_[ids_[token]];
  }

  // The words next to `token` within its sentence, as Word::lower; 0 at the
  // sentence's edge.
  uint64_t Left(size_t token) const {
    return starts_[token] ? 0 : words_[token - 1].lower;
  }
  uint64_t Right(size_t token) const {
    return token + 1 == words_.size() || starts_[token + 1]
               ? 0
               : words_[token + 1].lower;
  }
  bool LeftIsCapitalized(size_t token) const {
    return !starts_[token] && words_[token - 1].capitals >= Capitals::kInitial;
  }

 private:
  uint32_t IdOf(uint64_t word);

  absl::Span<const Word> words_;
  std::vector<uint8_t> starts_;   // 1 for the first token of a sentence
  std::vector<uint32_t> ids_;     // token -> entry
  std::vector<Entry> entries_;
  std::vector<uint32_t> places_;  // open-addressing hash table of entries
};

}  // namespace onym

#endif  // ONYM_LIB_TAG_DOCUMENT_CONTEXT_H_
