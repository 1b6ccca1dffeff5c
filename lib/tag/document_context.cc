// One pass over the document's words and a hash table of them.

#include "tag/document_context.h"

#include "model/tables.h"

namespace onym {
namespace {

constexpr uint32_t kNone = 0xFFFFFFFFu;

}  // namespace

uint32_t DocumentContext::IdOf(uint64_t word) {
  size_t place = PlaceOf(word, places_.size());
  while (places_[place] != kNone) {
    if (entries_[places_[place]].word == word) return places_[place];
    if (++place == places_.size()) place = 0;
  }
  const uint32_t id = static_cast<uint32_t>(entries_.size());
  places_[place] = id;
  entries_.push_back({word, WordCounts()});
  return id;
}

void DocumentContext::Build(absl::Span<const Word> words) {
  ids_.assign(words.size(), kNone);
  entries_.clear();
  places_.assign(words.size() * 2 + 1, kNone);
  for (size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.capitals <= Capitals::kNoLetters) continue;
    ids_[i] = IdOf(word.phrase);
    WordCounts& counts = entries_[ids_[i]].counts;
    if (word.capitals == Capitals::kLower) {
      ++counts.lower;
    } else if (words[i - 1].capitals != Capitals::kBoundary) {
      ++counts.capitalized;
    }
  }
}

}  // namespace onym
