// Weights and their updates.

#include "train/parameters.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"

namespace onym {
namespace {

// Keeps the first steps of AdaGrad from being as long as the rate.
constexpr float kDamping = 1e-2f;

}  // namespace

uint64_t DomainKey(uint64_t key, uint32_t domain) {
  return domain == 0 ? key : Mix(HashStep(key, domain));
}

Parameters::Parameters(const FeatureCounts& counts, uint32_t min_count,
                       uint32_t dense_count, uint32_t types) {
  const TypeSet all = static_cast<TypeSet>((uint64_t{1} << (types + 1)) - 1);
  for (const auto& [key, count] : counts.counts_) {
    const TypeSet of_row = count.tokens >= dense_count ? all : count.types;
    if (count.tokens >= min_count && of_row != 0) {
      rows_.push_back({key, of_row, 0});
    }
  }
  std::sort(rows_.begin(), rows_.end(),
            [](const Row& a, const Row& b) { return a.key < b.key; });
  uint32_t blocks = 0;
  rows_by_key_.reserve(rows_.size());
  for (Row& row : rows_) {
    rows_by_key_.emplace(row.key, static_cast<uint32_t>(rows_by_key_.size()));
    row.first_block = blocks;
    blocks += static_cast<uint32_t>(__builtin_popcount(row.types));
  }
  blocks_.resize(blocks);
}

void Parameters::Score(uint32_t row, float factor, float* scores) const {
  const Block* block = blocks_.data() + rows_[row].first_block;
  for (TypeSet types = rows_[row].types; types != 0; types &= types - 1) {
    float* of_type = scores + 4 * __builtin_ctz(types);
    for (size_t place = 0; place < 4; ++place) {
      of_type[place] += factor * block->weights[place];
    }
    ++block;
  }
}

void Parameters::Update(uint32_t row, float rate, const float* gradient) {
  Block* block = blocks_.data() + rows_[row].first_block;
  for (TypeSet types = rows_[row].types; types != 0; types &= types - 1) {
    const float* of_type = gradient + 4 * __builtin_ctz(types);
    for (size_t place = 0; place < 4; ++place) {
      const float g = of_type[place];
      block->squares[place] += g * g;
      block->weights[place] +=
          rate * g / (std::sqrt(block->squares[place]) + kDamping);
    }
    ++block;
  }
}

void Parameters::AddToAverage() {
  sums_.resize(blocks_.size(), {});
  for (size_t i = 0; i < blocks_.size(); ++i) {
    for (size_t place = 0; place < 4; ++place) {
      sums_[i][place] += blocks_[i].weights[place];
    }
  }
  ++summed_;
}

void Parameters::UseAverage() {
  if (summed_ == 0) return;
  const float factor = 1.0f / static_cast<float>(summed_);
  for (size_t i = 0; i < blocks_.size(); ++i) {
    for (size_t place = 0; place < 4; ++place) {
      blocks_[i].weights[place] = sums_[i][place] * factor;
    }
  }
}

}  // namespace onym
