// Hierarchical k-means (Lloyd 1982) on unit vectors.

#include "train/clusters.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <random>
#include <unordered_set>

#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "model/tables.h"
#include "tag/word.h"

namespace onym {
namespace {

struct Vectors {
  size_t width = 0;
  std::vector<uint64_t> words;
  std::vector<float> values;  // words.size() x width, each of length 1

  const float* Of(uint32_t word) const { return values.data() + word * width; }
};

// Appends the numbers of `line`, which follow its first word.
void ParseNumbers(const std::string& line, size_t at,
                  std::vector<float>* values) {
  const char* cursor = line.c_str() + at;
  for (;;) {
    char* end = nullptr;
    const float value = std::strtof(cursor, &end);
    if (end == cursor) return;
    values->push_back(value);
    cursor = end;
  }
}

void Normalize(float* vector, size_t width) {
  float sum = 0;
  for (size_t i = 0; i < width; ++i) sum += vector[i] * vector[i];
  const float inverse = sum > 0 ? 1.0f / std::sqrt(sum) : 0.0f;
  for (size_t i = 0; i < width; ++i) vector[i] *= inverse;
}

absl::StatusOr<Vectors> ReadVectors(const std::string& path, int limit) {
  std::ifstream file(path);
  if (!file) return absl::NotFoundError(absl::StrCat(path, ": cannot read"));
  Vectors vectors;
  std::unordered_set<uint64_t> seen;
  std::string line;
  for (int number = 1; number <= limit && std::getline(file, line); ++number) {
    const size_t space = line.find(' ');
    if (space == std::string::npos) continue;
    const uint64_t word = PhraseHash(std::string_view(line).substr(0, space));
    const size_t before = vectors.values.size();
    ParseNumbers(line, space, &vectors.values);
    const size_t width = vectors.values.size() - before;
    if (vectors.width == 0) vectors.width = width;
    if (width != vectors.width || width == 0) {
      return absl::InvalidArgumentError(
          absl::StrCat(path, ":", number, ": ", width, " numbers"));
    }
    // Words that differ only in what a word's identity leaves out.
    if (!seen.insert(word).second) {
      vectors.values.resize(before);
      continue;
    }
    Normalize(vectors.values.data() + before, width);
    vectors.words.push_back(word);
  }
  // A folder opens, but does not read.
  if (file.bad())
    return absl::UnknownError(absl::StrCat(path, ": cannot read"));
  return vectors;
}

// Parts `members` into `count` clusters by k-means; returns each member's.
class KMeans final {
 public:
  KMeans(const Vectors& vectors, absl::Span<const uint32_t> members,
         size_t count)
      : vectors_(vectors), members_(members), count_(count) {}

  std::vector<uint32_t> Run(int rounds) {
    // A member for each cluster, drawn without repetition; the engine's
    // sequence is fixed by the standard, unlike that of a distribution.
    std::mt19937_64 random(members_.size());
    std::vector<uint32_t> order(members_.begin(), members_.end());
    for (size_t i = 0; i < count_; ++i) {
      std::swap(order[i], order[i + random() % (order.size() - i)]);
    }
    centers_.resize(count_ * vectors_.width);
    for (size_t i = 0; i < count_; ++i) {
      std::copy_n(vectors_.Of(order[i]), vectors_.width, Center(i));
    }
    std::vector<uint32_t> assigned(members_.size());
    for (int round = 0; round < rounds; ++round) {
      for (size_t i = 0; i < members_.size(); ++i) {
        assigned[i] = Nearest(vectors_.Of(members_[i]));
      }
      Recenter(assigned);
    }
    return assigned;
  }

 private:
  float* Center(size_t cluster) {
    return centers_.data() + cluster * vectors_.width;
  }

  uint32_t Nearest(const float* vector) {
    uint32_t best = 0;
    float best_product = -2.0f;
    for (size_t cluster = 0; cluster < count_; ++cluster) {
      const float* center = Center(cluster);
      // Sixteen sums side by side, which the compiler can keep in vectors.
      float sums[16] = {};
      size_t i = 0;
      for (; i + 16 <= vectors_.width; i += 16) {
        for (size_t j = 0; j < 16; ++j) {
          sums[j] += vector[i + j] * center[i + j];
        }
      }
      float product = 0;
      for (; i < vectors_.width; ++i) product += vector[i] * center[i];
      for (float sum : sums) product += sum;
      if (product > best_product) {
        best_product = product;
        best = static_cast<uint32_t>(cluster);
      }
    }
    return best;
  }

  void Recenter(const std::vector<uint32_t>& assigned) {
    std::vector<float> sums(centers_.size(), 0.0f);
    for (size_t i = 0; i < members_.size(); ++i) {
      float* sum = sums.data() + assigned[i] * vectors_.width;
      const float* vector = vectors_.Of(members_[i]);
      for (size_t j = 0; j < vectors_.width; ++j) sum[j] += vector[j];
    }
    for (size_t cluster = 0; cluster < count_; ++cluster) {
      float* sum = sums.data() + cluster * vectors_.width;
      Normalize(sum, vectors_.width);
      // A cluster that lost all members keeps its place.
      if (std::any_of(sum, sum + vectors_.width,
                      [](float x) { return x != 0.0f; })) {
        std::copy_n(sum, vectors_.width, Center(cluster));
      }
    }
  }

  const Vectors& vectors_;
  absl::Span<const uint32_t> members_;
  size_t count_;
  std::vector<float> centers_;
};

// Splits each of the groups in `clusters` into `count` and appends the choice
// to the members' cluster ids.
void Split(const Vectors& vectors, size_t groups, size_t count,
           std::vector<uint32_t>* clusters) {
  constexpr int kRounds = 15;
  std::vector<std::vector<uint32_t>> members(groups);
  for (uint32_t i = 0; i < clusters->size(); ++i) {
    members[(*clusters)[i]].push_back(i);
  }
  for (const std::vector<uint32_t>& group : members) {
    std::vector<uint32_t> parts(group.size(), 0);
    if (group.size() > count) {
      parts = KMeans(vectors, group, count).Run(kRounds);
    }
    for (size_t i = 0; i < group.size(); ++i) {
      uint32_t& cluster = (*clusters)[group[i]];
      cluster = cluster * static_cast<uint32_t>(count) + parts[i];
    }
  }
}

}  // namespace

absl::StatusOr<std::vector<std::pair<uint64_t, uint32_t>>> ClusterWords(
    const std::string& path, int limit) {
  absl::StatusOr<Vectors> vectors = ReadVectors(path, limit);
  if (!vectors.ok()) return vectors.status();
  std::vector<uint32_t> clusters(vectors->words.size(), 0);
  size_t groups = 1;
  for (size_t count : {64, 4, 4, 4}) {
    Split(*vectors, groups, count, &clusters);
    groups *= count;
  }
  std::vector<std::pair<uint64_t, uint32_t>> words;
  for (size_t i = 0; i < clusters.size(); ++i) {
    // The last id means "no cluster".
    words.emplace_back(vectors->words[i],
                       std::min(clusters[i], WordTable::kNoCluster - 1));
  }
  return words;
}

}  // namespace onym
