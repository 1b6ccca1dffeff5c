// Tallies of types by word and by whole name, and the features made of them.

#include "tag/mention_evidence.h"

#include <algorithm>
#include <limits>

#include "base/hash.h"
#include "model/labels.h"

namespace onym {
namespace {

// The numbers are part of the model format, as those of features.cc, which end
// far below.
enum Template : uint64_t {
  kOwnAgainstWord = 64,
  kLabelAgainstWord,
  kWordAlone,
  kLeftAndLabel,
  kRightAndLabel,
  kOwnAgainstName,
  kWordAndName,
};

// The upper bounds of all margins but the last, in nats.
constexpr std::array<float, 4> kMarginBounds = {0.5f, 1.5f, 3.0f, 5.0f};

template <typename... Values>
uint64_t Key(uint64_t kind, Values... values) {
  uint64_t key = kind << 40;
  ((key = HashStep(key, static_cast<uint64_t>(values))), ...);
  return key;
}

}  // namespace

uint8_t MarginOf(const int16_t* scores, uint32_t types, uint32_t label,
                 float scale) {
  const int16_t* own = scores + label / 4 * 4;
  const int16_t* end = scores + size_t{4} * (types + 1);
  int16_t best_own = scores[0];
  int16_t best_other = std::numeric_limits<int16_t>::min();
  if (own != scores) {
    best_own = *std::max_element(own, own + 4);
    best_other = scores[0];
  }
  // Two plain loops, which compilers turn into vectors.
  for (const int16_t* s = scores + 4; s < own; ++s) {
    best_other = std::max(best_other, *s);
  }
  for (const int16_t* s = own + 4; s < end; ++s) {
    best_other = std::max(best_other, *s);
  }
  const auto margin = static_cast<float>(best_own - best_other);
  uint8_t bucket = 0;
  for (float bound : kMarginBounds) bucket += margin >= bound * scale ? 1 : 0;
  return bucket;
}

void MentionEvidence::Tally::Add(uint32_t type, uint32_t place, uint32_t mass) {
  for (TypeTally& tally : types) {
    if (tally.count != 0 && tally.type != type) continue;
    tally.type = static_cast<uint8_t>(type);
    tally.places |= static_cast<uint8_t>(1u << place);
    tally.count = static_cast<uint16_t>(std::min(tally.count + 1, 0xFFFF));
    tally.mass += mass;
    return;
  }
}

MentionEvidence::Verdict MentionEvidence::WithoutOne(const Tally& tally,
                                                     uint32_t type,
                                                     uint32_t mass) {
  Verdict verdict;
  uint32_t best = 0, second = 0, count = 0;
  for (const TypeTally& of_type : tally.types) {
    const uint32_t own = of_type.type == type && type != 0 ? 1 : 0;
    if (of_type.count <= own) continue;
    const uint32_t rest = of_type.mass - own * mass;
    if (rest > best) {
      second = best;
      best = rest;
      count = of_type.count - own;
      verdict.type = of_type.type;
      verdict.places = of_type.places;
    } else {
      second = std::max(second, rest);
    }
  }
  if (verdict.type == 0) return verdict;
  const uint32_t others = std::max(tally.seen - 1, 1u);
  verdict.share = static_cast<uint8_t>(std::min(count * 4 / others, 4u));
  verdict.strength =
      static_cast<uint8_t>((best > 2) + (best > 5) + (best > 12));
  verdict.dominance = static_cast<uint8_t>((second * 2 < best) + (second == 0));
  return verdict;
}

void MentionEvidence::Reset(const DocumentContext& context) {
  context_ = &context;
  words_.assign(context.id_count(), Tally());
  name_ids_.Reset(context.word_count());
  names_.assign(1, Tally());
}

uint32_t MentionEvidence::IdOf(const SentenceView& view, size_t index) const {
  return context_->IdAt(view.first_word + index);
}

void MentionEvidence::FindMentions(const TaggedSentence& sentence) {
  mentions_.clear();
  ForEachEntity(sentence.labels, [&](size_t first, size_t end, uint32_t type) {
    uint32_t mass = ~0u;
    uint64_t name = 0;
    for (size_t i = first; i < end; ++i) {
      mass = std::min(mass, sentence.margins[i] + 1u);
      name = ExtendPhrase(name, sentence.view.words[i].phrase);
    }
    mentions_.push_back({first, end, type, mass, name_ids_.IdOf(name)});
  });
}

void MentionEvidence::Add(const TaggedSentence& sentence) {
  for (size_t i = 0; i < sentence.labels.size(); ++i) {
    ++words_[IdOf(sentence.view, i)].seen;
  }
  FindMentions(sentence);
  for (const Mention& mention : mentions_) {
    for (size_t i = mention.first; i < mention.end; ++i) {
      words_[IdOf(sentence.view, i)].Add(mention.type, sentence.labels[i] % 4,
                                         mention.mass);
    }
    if (mention.name == names_.size()) names_.emplace_back();
    Tally& name = names_[mention.name];
    ++name.seen;
    name.Add(mention.type, 0, mention.mass);
  }
}

bool MentionEvidence::Compare(const TaggedSentence& sentence) {
  const size_t size = sentence.labels.size();
  of_word_.assign(size, Verdict());
  of_name_.assign(size, Verdict());
  bool any = false;
  const auto compare_word = [&](size_t i, uint32_t type, uint32_t mass) {
    const uint32_t id = IdOf(sentence.view, i);
    if (id == HashIndex::kCrowded) return;
    const Verdict verdict = WithoutOne(words_[id], type, mass);
    // Small words that some name contains tell nothing of other places.
    if (type == 0 && verdict.share == 0) return;
    of_word_[i] = verdict;
    any = any || verdict.type != 0;
  };
  for (size_t i = 0; i < size; ++i) {
    if (sentence.labels[i] == kOutside) compare_word(i, 0, 0);
  }
  FindMentions(sentence);
  for (const Mention& mention : mentions_) {
    const Verdict of_name =
        mention.name == HashIndex::kCrowded
            ? Verdict()
            : WithoutOne(names_[mention.name], mention.type, mention.mass);
    for (size_t i = mention.first; i < mention.end; ++i) {
      of_name_[i] = of_name;
      compare_word(i, mention.type, mention.mass);
    }
  }
  return any;
}

void MentionEvidence::AddFeatures(const TaggedSentence& sentence, size_t index,
                                  FeatureKeys* keys) const {
  const Verdict& word = of_word_[index];
  const Verdict& name = of_name_[index];
  const uint32_t label = sentence.labels[index];
  const uint32_t own = label / 4;
  const uint32_t margin = sentence.margins[index];
  const size_t size = sentence.labels.size();
  const uint32_t left = index > 0 ? of_word_[index - 1].type : 0;
  const uint32_t right = index + 1 < size ? of_word_[index + 1].type : 0;
  if (left != 0) {
    keys->Add(
        Key(kLeftAndLabel, left, of_word_[index - 1].places, word.type, label));
  }
  if (right != 0) {
    keys->Add(Key(kRightAndLabel, right, of_word_[index + 1].places, word.type,
                  label));
  }
  if (word.type == 0) return;
  const auto capitals =
      static_cast<uint32_t>(sentence.view.words[index].capitals);
  keys->Add(
      Key(kOwnAgainstWord, own, margin, word.type, word.share, word.dominance));
  keys->Add(Key(kLabelAgainstWord, label, word.type, word.places));
  keys->Add(Key(kWordAlone, word.type, word.share, word.strength, capitals,
                own == 0));
  if (own == 0) return;
  keys->Add(Key(kOwnAgainstName, own, margin, name.type, name.strength,
                name.dominance, label % 4));
  keys->Add(Key(kWordAndName, own, word.type, name.type, word.strength));
}

}  // namespace onym
