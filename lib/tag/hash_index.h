// Small numbers for the words and names of a document.

#ifndef ONYM_LIB_TAG_HASH_INDEX_H_
#define ONYM_LIB_TAG_HASH_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/tables.h"

namespace onym {

// Numbers hashes in the order in which they come, from 1 on. If memory runs out
// in Reset, it can be reset again; nothing else allocates more than an element
// of a vector.
class HashIndex final {
 public:
  // The number of hashes that somebody made to collide with too many others:
  // the cost of a text must not depend on who wrote it.
  static constexpr uint32_t kCrowded = 0;

  // Forgets all hashes and makes room for `most` different ones.
  void Reset(size_t most) {
    hashes_.assign(1, 0);
    places_.assign(most * 2 + 1, kNone);
  }

  // The number of `hash`, a new one if it is new. The table is at most half
  // full, so a search ends soon unless hashes collide on purpose.
  uint32_t IdOf(uint64_t hash) {
    size_t place = PlaceOf(hash, places_.size());
    for (int probe = 0; probe < kMostProbes; ++probe) {
      if (places_[place] == kNone) {
        hashes_.push_back(hash);
        places_[place] = static_cast<uint32_t>(hashes_.size() - 1);
      }
      if (hashes_[places_[place]] == hash) return places_[place];
      if (++place == places_.size()) place = 0;
    }
    return kCrowded;
  }

  // One more than the largest number given.
  size_t id_count() const { return hashes_.size(); }

 private:
  static constexpr uint32_t kNone = 0xFFFFFFFFu;
  static constexpr int kMostProbes = 64;

  std::vector<uint64_t> hashes_;
  std::vector<uint32_t> places_;
};

}  // namespace onym

#endif  // ONYM_LIB_TAG_HASH_INDEX_H_
