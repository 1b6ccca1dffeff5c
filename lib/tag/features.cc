// The feature templates.

#include "tag/features.h"

#include <algorithm>

#include "base/hash.h"

namespace onym {
namespace {

// The numbers are part of the model format: a template keeps its own for ever.
enum Template : uint64_t {
  kLower = 1,
  kShape,
  kCluster6,
  kCluster8,
  kCluster10,
  kCluster12,
  kCased,
  kSuffix3,
  kLongShape,
  kPrefix,
  kSuffix,
  kCluster8Shape,
  kCluster10Shape,
  kCapitalsSuffix,
  kBigramLeft,
  kBigramRight,
  kBigramAround,
  kLeftShape,
  kRightShape,
  kClusterBigramLeft,
  kClusterBigramRight,
  kFirstShape,
  kHeadlineShape,
  kListHere,
  kListLeft,
  kListRight,
  kListPair,
  kContextCounts,
};

uint64_t Key(uint64_t kind, uint64_t a) { return HashStep(kind << 40, a); }
uint64_t Key(uint64_t kind, uint64_t a, uint64_t b) {
  return HashStep(HashStep(kind << 40, a), b);
}
uint64_t Key(uint64_t kind, uint64_t a, uint64_t b, uint64_t c) {
  return HashStep(HashStep(HashStep(kind << 40, a), b), c);
}

// A cluster's id at `bits` bits of 12, with the case mode.
uint64_t ClusterId(const Word& word, int bits) {
  const uint64_t id = word.cluster == WordTable::kNoCluster
                          ? 0xFFFFu
                          : word.cluster >> (12 - bits);
  return id | static_cast<uint64_t>(word.mode) << 16;
}

uint64_t CapitalsId(const Word& word) {
  return static_cast<uint64_t>(word.capitals) | static_cast<uint64_t>(word.mode)
                                                    << 8;
}

void AddPairs(const Word* w, FeatureKeys* keys) {
  keys->Add(Key(kBigramLeft, w[-1].lower, w[0].lower));
  keys->Add(Key(kBigramRight, w[0].lower, w[1].lower));
  keys->Add(Key(kBigramAround, w[-1].lower, w[1].lower));
  keys->Add(Key(kLeftShape, w[-1].lower, w[0].shape));
  keys->Add(Key(kRightShape, w[1].lower, w[0].shape));
  keys->Add(Key(kClusterBigramLeft, ClusterId(w[-1], 8), ClusterId(w[0], 8)));
  keys->Add(Key(kClusterBigramRight, ClusterId(w[0], 8), ClusterId(w[1], 8)));
}

// Calls visit(list, place) for each mark; place is 0 to 3 for B, I, E, S.
template <typename Visit>
void ForEachMark(const ListMarks& marks, Visit visit) {
  const uint32_t places[4] = {marks.begin, marks.inside, marks.end,
                              marks.single};
  for (uint64_t place = 0; place < 4; ++place) {
    for (uint32_t lists = places[place]; lists != 0; lists &= lists - 1) {
      visit(static_cast<uint64_t>(__builtin_ctz(lists)), place);
    }
  }
}

void AddLists(const SentenceView& sentence, size_t index, FeatureKeys* keys) {
  const Word& word = sentence.words[index];
  const ListMarks& here = sentence.marks[index];
  const uint64_t capitals = CapitalsId(word);
  ForEachMark(here, [&](uint64_t list, uint64_t place) {
    keys->Add(Key(kListHere, list * 4 + place, capitals));
  });
  const uint64_t any_here = here.begin | here.inside | here.end | here.single;
  if (any_here != 0) keys->Add(Key(kListPair, any_here, capitals));
  const uint64_t mode = static_cast<uint64_t>(word.mode);
  if (index > 0) {
    ForEachMark(sentence.marks[index - 1], [&](uint64_t list, uint64_t place) {
      keys->Add(Key(kListLeft, list * 4 + place, mode));
    });
  }
  if (index + 1 < sentence.size) {
    ForEachMark(sentence.marks[index + 1], [&](uint64_t list, uint64_t place) {
      keys->Add(Key(kListRight, list * 4 + place, mode));
    });
  }
}

void AddDocumentContext(const SentenceView& sentence, size_t index,
                        FeatureKeys* keys) {
  const Word& word = sentence.words[index];
  if (word.mode == CaseMode::kCaseless || word.capitals < Capitals::kInitial) {
    return;
  }
  const WordCounts& counts =
      sentence.context->CountsOf(sentence.first_word + index);
  const bool first = index == 0;
  // The token itself does not tell anything about the others.
  const uint32_t others =
      counts.capitalized - (first || counts.capitalized == 0 ? 0 : 1);
  keys->Add(Key(kContextCounts,
                std::min(others, 3u) * 4 + std::min(counts.lower, 3u),
                CapitalsId(word), first));
}

}  // namespace

void AddUnaryFeatures(const DetailedWord& word, int offset, FeatureKeys* keys) {
  // Offsets become 0 to 4.
  const uint64_t at = static_cast<uint64_t>(offset + kWindow);
  keys->Add(Key(kLower, at, word.lower));
  keys->Add(Key(kShape, at, word.shape));
  if (word.cluster != WordTable::kNoCluster) {
    keys->Add(Key(kCluster6, at, ClusterId(word, 6)));
    keys->Add(Key(kCluster8, at, ClusterId(word, 8)));
    keys->Add(Key(kCluster10, at, ClusterId(word, 10)));
    keys->Add(Key(kCluster12, at, ClusterId(word, 12)));
  }
  if (offset < -1 || offset > 1) return;
  keys->Add(Key(kCased, at, word.cased));
  keys->Add(Key(kSuffix3, at, word.suffixes[2]));
  if (offset != 0) return;
  keys->Add(Key(kLongShape, word.long_shape));
  for (uint64_t i = 0; i < 4; ++i) {
    keys->Add(Key(kPrefix, i, word.prefixes[i]));
    if (i != 2) keys->Add(Key(kSuffix, i, word.suffixes[i]));
  }
  keys->Add(Key(kCluster8Shape, ClusterId(word, 8), word.shape));
  keys->Add(Key(kCluster10Shape, ClusterId(word, 10), word.shape));
  keys->Add(Key(kCapitalsSuffix, CapitalsId(word), word.suffixes[2]));
}

void AddContextFeatures(const SentenceView& sentence, size_t index,
                        FeatureKeys* keys) {
  const Word& word = sentence.words[index];
  AddPairs(sentence.words + index, keys);
  if (index == 0) keys->Add(Key(kFirstShape, word.shape));
  if (sentence.is_headline) keys->Add(Key(kHeadlineShape, word.shape));
  AddLists(sentence, index, keys);
  AddDocumentContext(sentence, index, keys);
}

}  // namespace onym
