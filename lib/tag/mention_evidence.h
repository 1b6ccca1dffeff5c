// What the rest of a document tells of a token once all of it has been tagged:
// which types its word and its mention got elsewhere. The features of the
// second stage (as in Krishnan and Manning 2006), whose weights are added to
// the scores of the first before the sentence is decoded again.

#ifndef ONYM_LIB_TAG_MENTION_EVIDENCE_H_
#define ONYM_LIB_TAG_MENTION_EVIDENCE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "tag/features.h"
#include "tag/hash_index.h"

namespace onym {

// How sure the first stage is of a token's type, 0 (not at all) to 4: how far
// the score of the best label of the token's type lies above that of any other
// type. `scores` holds LabelStride(types) numbers, `scale` of which are a nat.
uint8_t MarginOf(const int16_t* scores, uint32_t types, uint32_t label,
                 float scale);

// The first stage's result for one sentence.
struct TaggedSentence {
  SentenceView view;
  absl::Span<const uint8_t> labels;   // one for each token
  absl::Span<const uint8_t> margins;  // MarginOf each token
};

// Whole numbers only, so that every machine finds the same features. One
// document at a time; allocates only to grow.
class MentionEvidence final {
 public:
  // Forgets the document before. `context` is that of the new document.
  void Reset(const DocumentContext& context);

  // Takes note of the mentions of a sentence.
  void Add(const TaggedSentence& sentence);

  // Looks up what the other places of the document tell of the sentence's
  // tokens; must have been added. Returns whether they tell anything.
  bool Compare(const TaggedSentence& sentence);

  // Adds the keys of the token `index` of the sentence that was last compared;
  // none if the others tell nothing of it.
  void AddFeatures(const TaggedSentence& sentence, size_t index,
                   FeatureKeys* keys) const;

 private:
  // How often, how surely and in which places of mentions of one type.
  struct TypeTally {
    uint8_t type = 0;
    uint8_t places = 0;  // one bit for each of B, I, E, S
    uint16_t count = 0;  // 0: free
    uint32_t mass = 0;   // sum of margins + 1
  };
  struct Tally {
    uint32_t seen = 0;
    std::array<TypeTally, 3> types;  // a fourth type is not counted

    void Add(uint32_t type, uint32_t place, uint32_t mass);
  };
  // What remains of a tally without one occurrence.
  struct Verdict {
    uint8_t type = 0;  // the one with most mass; 0: none
    uint8_t places = 0;
    uint8_t share = 0;      // of the occurrences that have the type, 0 to 4
    uint8_t strength = 0;   // of the mass, 0 to 3
    uint8_t dominance = 0;  // over the second type, 0 to 2
  };
  struct Mention {
    size_t first, end;
    uint32_t type;
    uint32_t mass;
    uint32_t name;  // number of its words' hash
  };

  static Verdict WithoutOne(const Tally& tally, uint32_t type, uint32_t mass);
  // Fills mentions_ with those of the sentence.
  void FindMentions(const TaggedSentence& sentence);
  // The number of a token's word; see DocumentContext::IdAt.
  uint32_t IdOf(const SentenceView& view, size_t index) const;

  const DocumentContext* context_ = nullptr;
  std::vector<Tally> words_;  // by the context's ids
  HashIndex name_ids_;
  std::vector<Tally> names_;  // by the numbers of name_ids_

  // Of the sentence.
  std::vector<Mention> mentions_;
  std::vector<Verdict> of_word_, of_name_;  // of each token
};

}  // namespace onym

#endif  // ONYM_LIB_TAG_MENTION_EVIDENCE_H_
