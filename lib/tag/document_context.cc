// One pass over the document's words and a hash table of them.

#include "tag/document_context.h"

#include "model/tables.h"

namespace onym {
namespace {

constexpr uint32_t kNone = 0xFFFFFFFFu;

// The table is at most half full, so a search ends far earlier unless somebody
// made the words to collide. Such words share the entry kCrowded, which counts
// nothing: the cost of a text must not depend on who wrote it.
constexpr int kMostProbes = 64;
}  // namespace

uint32_t DocumentContext::IdOf(uint64_t word) {
  size_t place = PlaceOf(word, places_.size());
  for (int probe = 0; probe < kMostProbes; ++probe) {
    if (places_[place] == kNone) {
      places_[place] = static_cast<uint32_t>(entries_.size());
      entries_.push_back({word, WordCounts()});
    }
    if (entries_[places_[place]].word == word) return places_[place];
    if (++place == places_.size()) place = 0;
  }
  return kCrowded;
}

void DocumentContext::Build(absl::Span<const Word> words) {
  ids_.assign(words.size(), kCrowded);
  // No word has the identity 0 of the first entry.
  entries_.assign(1, {0, WordCounts()});
  places_.assign(words.size() * 2 + 1, kNone);
  for (size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.capitals <= Capitals::kNoLetters) continue;
    ids_[i] = IdOf(word.phrase);
    if (ids_[i] == kCrowded) continue;
    WordCounts& counts = entries_[ids_[i]].counts;
    if (word.capitals == Capitals::kLower) {
      ++counts.lower;
    } else if (words[i - 1].capitals != Capitals::kBoundary) {
      ++counts.capitalized;
    }
  }
}

}  // namespace onym
