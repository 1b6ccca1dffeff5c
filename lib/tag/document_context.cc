// One pass over the document's words and a hash table of those that matter.

#include "tag/document_context.h"

#include "model/tables.h"

namespace onym {

uint32_t DocumentContext::IdOf(uint64_t word) {
  size_t place = PlaceOf(word, places_.size());
  while (places_[place] != kNone) {
    if (entries_[places_[place]].word == word) return places_[place];
    if (++place == places_.size()) place = 0;
  }
  const uint32_t id = static_cast<uint32_t>(entries_.size());
  places_[place] = id;
  entries_.emplace_back();
  entries_.back().word = word;
  return id;
}

void DocumentContext::Build(absl::Span<const Word> words) {
  words_ = words;
  ids_.assign(words.size(), kNone);
  entries_.clear();
  places_.assign(words.size() * 2 + 1, kNone);
  for (size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.capitals <= Capitals::kNoLetters) continue;
    ids_[i] = IdOf(word.phrase);
    Entry& entry = entries_[ids_[i]];
    if (word.capitals == Capitals::kLower) {
      ++entry.lower;
    } else if (words[i - 1].capitals != Capitals::kBoundary) {
      ++entry.capitalized;
    }
    if (entry.kept < kKept) {
      entry.words[entry.kept++] = static_cast<uint32_t>(i);
    }
  }
}

}  // namespace onym
