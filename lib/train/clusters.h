// Clusters of words by their vectors.

#ifndef ONYM_LIB_TRAIN_CLUSTERS_H_
#define ONYM_LIB_TRAIN_CLUSTERS_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"

namespace onym {

// Words of the first `limit` lines of the text file `path` (`word v1 v2 ...`;
// all vectors equally long) as (PhraseHash, cluster) pairs. A cluster is 12
// bits from coarse to fine: hierarchical k-means with 64, 256, 1024 and 4095
// leaves. The same file gives the same clusters. Fails with kInvalidArgument,
// naming the line, if a vector has another length than the first.
absl::StatusOr<std::vector<std::pair<uint64_t, uint32_t>>> ClusterWords(
    const std::string& path, int limit);

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_CLUSTERS_H_
