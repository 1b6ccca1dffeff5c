// The sum of the weights of a token's features.

#ifndef ONYM_LIB_TAG_FEATURE_SCORES_H_
#define ONYM_LIB_TAG_FEATURE_SCORES_H_

#include <cstddef>
#include <cstdint>

#include "model/tables.h"
#include "tag/features.h"
#include "tag/kernels.h"

namespace onym {

// Adds the weights of all `keys` to `scores`, one for each label. The table's
// cache lines are asked for before they are read, so that their misses overlap.
inline void AddFeatureScores(const FeatureTable& features,
                             const FeatureKeys& keys, const Kernels& kernels,
                             size_t stride, int16_t* scores) {
  size_t buckets[FeatureKeys::kCapacity];
  const uint8_t* rows[FeatureKeys::kCapacity];
  const uint64_t* key = keys.begin();
  for (size_t i = 0; i < keys.size(); ++i) {
    buckets[i] = features.Prefetch(key[i]);
  }
  size_t count = 0;
  for (size_t i = 0; i < keys.size(); ++i) {
    const uint8_t* row = features.FindFrom(buckets[i], key[i]);
    if (row == nullptr) continue;
    __builtin_prefetch(row);
    rows[count++] = row;
  }
  kernels.add_features(rows, count, stride, scores);
}

}  // namespace onym

#endif  // ONYM_LIB_TAG_FEATURE_SCORES_H_
