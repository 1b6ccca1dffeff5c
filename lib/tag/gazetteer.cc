// Longest match of phrases by hashing one token after the other.

#include "tag/gazetteer.h"

#include <algorithm>
#include <array>

#include "model/format.h"

namespace onym {
namespace {

// Calls visit(list) for each bit of `lists`.
template <typename Visit>
void ForEachList(uint32_t lists, Visit visit) {
  for (; lists != 0; lists &= lists - 1) {
    visit(static_cast<size_t>(__builtin_ctz(lists)));
  }
}

// The lists that have a name from the first of `words` on, and for each the
// length of the longest.
uint32_t LongestMatches(const Model& model, absl::Span<const Word> words,
                        std::array<uint8_t, kMaxLists>* lengths) {
  uint32_t found = 0;
  PhraseTable::Entry entry = words[0].as_phrase;
  if (entry.list_set != PhraseTable::kUnknownSet && !entry.found) return found;
  uint64_t phrase = ExtendPhrase(0, words[0].phrase);
  if (entry.list_set == PhraseTable::kUnknownSet) {
    entry = model.phrases().Find(phrase);
  }
  const size_t limit = std::min(words.size(), kMaxPhraseTokens);
  for (size_t length = 1; entry.found; ++length) {
    const uint32_t lists = model.list_sets()[entry.list_set];
    found |= lists;
    ForEachList(lists, [&](size_t list) {
      (*lengths)[list] = static_cast<uint8_t>(length);
    });
    if (!entry.longer || length == limit) break;
    phrase = ExtendPhrase(phrase, words[length].phrase);
    entry = model.phrases().Find(phrase);
  }
  return found;
}

void Mark(size_t first, size_t length, uint32_t bit,
          std::vector<ListMarks>* marks) {
  if (length == 1) {
    (*marks)[first].single |= bit;
    return;
  }
  (*marks)[first].begin |= bit;
  (*marks)[first + length - 1].end |= bit;
  for (size_t i = first + 1; i + 1 < first + length; ++i) {
    (*marks)[i].inside |= bit;
  }
}

}  // namespace

void MarkLists(const Model& model, absl::Span<const Word> words,
               std::vector<ListMarks>* marks) {
  marks->assign(words.size(), ListMarks());
  // Where the last match of each list ends.
  std::array<size_t, kMaxLists> ends = {};
  std::array<uint8_t, kMaxLists> lengths;
  // Most names that go on after the first word have no second one here.
  constexpr size_t kAhead = 6;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i + kAhead + 1 < words.size() && words[i + kAhead].as_phrase.longer) {
      model.phrases().Prefetch(
          ExtendPhrase(ExtendPhrase(0, words[i + kAhead].phrase),
                       words[i + kAhead + 1].phrase));
    }
    ForEachList(LongestMatches(model, words.subspan(i), &lengths),
                [&](size_t list) {
                  if (ends[list] > i) return;
                  Mark(i, lengths[list], uint32_t{1} << list, marks);
                  ends[list] = i + lengths[list];
                });
  }
}

}  // namespace onym
