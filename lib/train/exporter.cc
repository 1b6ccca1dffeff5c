// Pruning and rounding of weights.

#include "train/exporter.h"

#include <algorithm>
#include <cmath>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"

namespace onym {
namespace {

// A type's weights are dropped if none of the four reaches this, after scaling.
constexpr float kSmallest = 2.5f;

float Largest(const std::array<float, 4>& weights) {
  float largest = 0.0f;
  for (float weight : weights) largest = std::max(largest, std::abs(weight));
  return largest;
}

int8_t Round(float weight) {
  return static_cast<int8_t>(
      std::lround(std::min(std::max(weight, -127.0f), 127.0f)));
}

struct WeightRow {
  uint64_t key;
  float importance;
  std::vector<std::pair<uint8_t, std::array<float, 4>>> blocks;
};

// Which rows are a domain's copies of others. Tagging never asks for them.
std::vector<bool> FindCopies(const Parameters& parameters,
                             uint32_t domain_count) {
  std::vector<bool> is_copy(parameters.row_count());
  uint32_t last = Parameters::kNoRow;
  parameters.ForEach([&](uint64_t key, uint8_t, const std::array<float, 4>&) {
    if (parameters.RowOf(key) == last) return;
    last = parameters.RowOf(key);
    for (uint32_t domain = 1; domain <= domain_count; ++domain) {
      const uint32_t copy = parameters.RowOf(DomainKey(key, domain));
      if (copy != Parameters::kNoRow) is_copy[copy] = true;
    }
  });
  return is_copy;
}

// All features' common weights plus the domain's, in units of the scale.
std::vector<WeightRow> CombinedRows(const Parameters& parameters,
                                    uint32_t domain, uint32_t domain_count,
                                    float scale) {
  const std::vector<bool> is_copy = FindCopies(parameters, domain_count);
  std::vector<WeightRow> rows;
  absl::flat_hash_map<uint64_t, std::array<float, 4>> all;
  const auto key_of = [](uint64_t key, uint8_t type) {
    // Keys are hashes; types are few.
    return key + type * 0x9E3779B97F4A7C15u;
  };
  parameters.ForEach(
      [&](uint64_t key, uint8_t type, const std::array<float, 4>& weights) {
        all.emplace(key_of(key, type), weights);
      });
  parameters.ForEach([&](uint64_t key, uint8_t type,
                         std::array<float, 4> weights) {
    if (is_copy[parameters.RowOf(key)]) return;
    const auto own = all.find(key_of(DomainKey(key, domain), type));
    for (size_t place = 0; place < 4; ++place) {
      if (domain != 0 && own != all.end()) weights[place] += own->second[place];
      weights[place] *= scale;
    }
    if (Largest(weights) < kSmallest) return;
    if (rows.empty() || rows.back().key != key) rows.push_back({key, 0, {}});
    rows.back().importance = std::max(rows.back().importance, Largest(weights));
    rows.back().blocks.emplace_back(type, weights);
  });
  return rows;
}

// The `max_rows` rows with the largest weights.
std::vector<WeightRow> LargestRows(const Parameters& parameters,
                                   uint32_t domain, uint32_t domain_count,
                                   float scale, size_t max_rows) {
  std::vector<WeightRow> rows =
      CombinedRows(parameters, domain, domain_count, scale);
  std::sort(rows.begin(), rows.end(),
            [](const WeightRow& a, const WeightRow& b) {
              return a.importance != b.importance ? a.importance > b.importance
                                                  : a.key < b.key;
            });
  if (rows.size() > max_rows) rows.resize(max_rows);
  return rows;
}

}  // namespace

void Prune(uint32_t domain, uint32_t domain_count, float scale, size_t max_rows,
           Parameters* parameters) {
  // The types that each row of the model keeps; the domain's copies keep
  // theirs.
  absl::flat_hash_map<uint64_t, TypeSet> kept;
  for (const WeightRow& row :
       LargestRows(*parameters, domain, domain_count, scale, max_rows)) {
    TypeSet types = 0;
    for (const auto& block : row.blocks) types |= TypeSet{1} << block.first;
    kept[row.key] = types;
    kept[DomainKey(row.key, domain)] = types;
  }
  // Copies of other domains are in no model and take away nothing.
  absl::flat_hash_set<uint64_t> others;
  parameters->ForEach([&](uint64_t key, uint8_t, const std::array<float, 4>&) {
    for (uint32_t other = 1; other <= domain_count; ++other) {
      const uint64_t copy = DomainKey(key, other);
      if (other != domain && parameters->RowOf(copy) != Parameters::kNoRow) {
        others.insert(copy);
      }
    }
  });
  parameters->Retain([&](uint64_t key, uint8_t type, const auto&) {
    if (others.contains(key)) return true;
    const auto row = kept.find(key);
    return row != kept.end() && (row->second >> type & 1u) != 0;
  });
}

std::vector<FeatureRow> ExportFeatures(const Parameters& parameters,
                                       uint32_t domain, uint32_t domain_count,
                                       float scale, size_t max_rows) {
  const std::vector<WeightRow> rows =
      LargestRows(parameters, domain, domain_count, scale, max_rows);
  std::vector<FeatureRow> features;
  features.reserve(rows.size());
  for (const WeightRow& row : rows) {
    FeatureRow& feature = features.emplace_back();
    feature.key = row.key;
    for (const auto& [type, weights] : row.blocks) {
      FeatureRow::Block& block = feature.blocks.emplace_back();
      block.type = type;
      std::transform(weights.begin(), weights.end(), block.weights.begin(),
                     Round);
    }
  }
  return features;
}

std::vector<int16_t> ExportTransitions(const std::vector<float>& transitions,
                                       float scale) {
  std::vector<int16_t> rounded;
  for (float weight : transitions) {
    rounded.push_back(static_cast<int16_t>(
        std::lround(std::min(std::max(weight * scale, -4000.0f), 4000.0f))));
  }
  return rounded;
}

}  // namespace onym
