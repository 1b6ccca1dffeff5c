// The weights in training: which features have some, for which types, and how
// they move.

#ifndef ONYM_LIB_TRAIN_PARAMETERS_H_
#define ONYM_LIB_TRAIN_PARAMETERS_H_

#include <array>
#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "model/writer.h"

namespace onym {

// A set of types, outside (0) included, one bit each.
using TypeSet = uint32_t;

// The key under which the feature `key` has weights of its own for a domain
// ("feature augmentation", Daume 2007). Domain 0 is the common one.
uint64_t DomainKey(uint64_t key, uint32_t domain);

// Counts features, then decides which get weights.
class FeatureCounts final {
 public:
  // Notes that a token has the feature and one of `types`; none if unknown.
  void Add(uint64_t key, TypeSet types) {
    Count& count = counts_[key];
    ++count.tokens;
    count.types |= types;
  }

 private:
  friend class Parameters;
  struct Count {
    uint32_t tokens = 0;
    TypeSet types = 0;
  };
  absl::flat_hash_map<uint64_t, Count> counts_;
};

// Four weights (B, I, E, S) for each feature and type, trained by AdaGrad
// (Duchi et al. 2011).
class Parameters final {
 public:
  static constexpr uint32_t kNoRow = 0xFFFFFFFFu;

  // Features of at least `min_count` tokens get weights for the types they were
  // seen with; those of at least `dense_count`, for all of `types`.
  Parameters(const FeatureCounts& counts, uint32_t min_count,
             uint32_t dense_count, uint32_t types);

  // kNoRow if the feature has no weights.
  uint32_t RowOf(uint64_t key) const {
    const auto found = rows_by_key_.find(key);
    return found == rows_by_key_.end() ? kNoRow : found->second;
  }

  // Adds `factor` times the row's weights to `scores`, one for each label.
  void Score(uint32_t row, float factor, float* scores) const;

  // Moves the row's weights along `gradient`, one for each label.
  void Update(uint32_t row, float rate, const float* gradient);

  // Remembers the weights as they are now, for the average.
  void AddToAverage();
  // Sets the weights to the mean of those remembered.
  void UseAverage();

  size_t row_count() const { return rows_.size(); }
  size_t weight_count() const { return 4 * blocks_.size(); }

  // Calls visit(key, type, weights) for each feature and type it has weights
  // for; features in ascending order of keys.
  template <typename Visit>
  void ForEach(Visit visit) const {
    for (const auto& row : rows_) {
      uint32_t block = row.first_block;
      for (TypeSet types = row.types; types != 0; types &= types - 1) {
        visit(row.key, static_cast<uint8_t>(__builtin_ctz(types)),
              blocks_[block++].weights);
      }
    }
  }

  // Forgets the weights for which keep(key, type, weights) is false: they are 0
  // and stay so. Not once AddToAverage has been called.
  template <typename Keep>
  void Retain(Keep keep) {
    uint32_t kept = 0;
    for (Row& row : rows_) {
      uint32_t block = row.first_block;
      row.first_block = kept;
      for (TypeSet types = row.types; types != 0; types &= types - 1) {
        const auto type = static_cast<uint8_t>(__builtin_ctz(types));
        if (keep(row.key, type, blocks_[block].weights)) {
          blocks_[kept++] = blocks_[block];
        } else {
          row.types &= ~(TypeSet{1} << type);
        }
        ++block;
      }
    }
    blocks_.resize(kept);
  }

 private:
  struct Row {
    uint64_t key;
    TypeSet types;
    uint32_t first_block;
  };
  struct Block {
    std::array<float, 4> weights;
    std::array<float, 4> squares;  // sums of squared gradients
  };

  absl::flat_hash_map<uint64_t, uint32_t> rows_by_key_;
  std::vector<Row> rows_;
  std::vector<Block> blocks_;
  std::vector<std::array<float, 4>> sums_;
  int summed_ = 0;
};

}  // namespace onym

#endif  // ONYM_LIB_TRAIN_PARAMETERS_H_
