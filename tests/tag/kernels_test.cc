// The kernels of every processor must find the same bits.

#include "tag/kernels.h"

#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "base/exp.h"
#include "gtest/gtest.h"
#include "model/format.h"
#include "model/labels.h"
#include "model/model.h"
#include "model/tables.h"
#include "tag/transitions.h"

namespace onym {
namespace {

// The kernels to compare with the baseline's.
std::vector<const Kernels*> OtherKernels() {
  std::vector<const Kernels*> kernels = {&BestKernels()};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) kernels.push_back(&Avx2Kernels());
#endif
  return kernels;
}

// Random scores whose size differs from one round to the next.
std::vector<int16_t> RandomScores(size_t count, std::mt19937* random) {
  const uint32_t limit = 1u << (*random)() % 15;
  std::vector<int16_t> scores(count);
  for (int16_t& score : scores) {
    score = static_cast<int16_t>(static_cast<int>((*random)() % (2 * limit)) -
                                 static_cast<int>(limit));
  }
  return scores;
}

template <typename T>
bool SameBits(const std::vector<T>& a, const std::vector<T>& b) {
  return a.size() == b.size() &&
         std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0;
}

// Rows as they stand in a model: of `types` types, sparse and dense.
std::vector<std::string> RandomRows(uint32_t types, std::mt19937* random) {
  std::vector<std::string> rows;
  for (size_t i = 0; i < (*random)() % 40; ++i) {
    std::string row;
    size_t weights = LabelStride(types);
    if ((*random)() % 2 == 0) {
      row.assign(4, '\0');
      row[0] = static_cast<char>(FeatureTable::kDense);
    } else {
      const size_t count = (*random)() % (size_t{types} + 2);
      row.push_back(static_cast<char>(count));
      for (size_t type = 0; type < count; ++type) {
        row.push_back(static_cast<char>(type));
      }
      row.resize(FeatureTable::HeadSize(count));
      weights = 4 * count;
    }
    for (size_t j = 0; j < weights; ++j) {
      row.push_back(static_cast<char>((*random)() % 255 + 1));
    }
    rows.push_back(row);
  }
  return rows;
}

// The sums of rows, label by label.
std::vector<int16_t> SlowSums(const std::vector<std::string>& rows,
                              std::vector<int16_t> scores) {
  for (const std::string& row : rows) {
    const auto count = static_cast<uint8_t>(row[0]);
    const auto weight = [&](size_t at) { return static_cast<int8_t>(row[at]); };
    if (count == FeatureTable::kDense) {
      for (size_t i = 0; i < scores.size(); ++i) {
        scores[i] = static_cast<int16_t>(scores[i] + weight(4 + i));
      }
      continue;
    }
    for (size_t i = 0; i < 4 * size_t{count}; ++i) {
      int16_t& score = scores[4 * static_cast<size_t>(row[1 + i / 4]) + i % 4];
      score = static_cast<int16_t>(score +
                                   weight(FeatureTable::HeadSize(count) + i));
    }
  }
  return scores;
}

TEST(KernelsTest, AddFeatures) {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    const uint32_t types = 1 + random() % kMaxTypes;
    const size_t stride = LabelStride(types);
    const std::vector<std::string> rows = RandomRows(types, &random);
    std::vector<const uint8_t*> pointers;
    for (const std::string& row : rows) {
      pointers.push_back(reinterpret_cast<const uint8_t*>(row.data()));
    }
    std::vector<int16_t> start(stride);
    for (int16_t& score : start) {
      score = static_cast<int16_t>(static_cast<int>(random() % 2000) - 1000);
    }
    const std::vector<int16_t> right = SlowSums(rows, start);
    std::vector<int16_t> sums = start;
    BaselineKernels().add_features(pointers.data(), pointers.size(), stride,
                                   sums.data());
    ASSERT_EQ(sums, right) << types;
    for (const Kernels* kernels : OtherKernels()) {
      sums = start;
      kernels->add_features(pointers.data(), pointers.size(), stride,
                            sums.data());
      ASSERT_EQ(sums, right) << types;
    }
  }
}

TEST(KernelsTest, AddScores) {
  std::mt19937 random(2);
  for (size_t stride = 16; stride <= 128; stride += 16) {
    const std::vector<int16_t> row = RandomScores(stride, &random);
    const std::vector<int16_t> start = RandomScores(stride, &random);
    std::vector<int16_t> right = start;
    for (size_t i = 0; i < stride; ++i) {
      right[i] = static_cast<int16_t>(right[i] + row[i]);
    }
    std::vector<int16_t> sums = start;
    BaselineKernels().add_scores(row.data(), stride, sums.data());
    EXPECT_EQ(sums, right);
    for (const Kernels* kernels : OtherKernels()) {
      sums = start;
      kernels->add_scores(row.data(), stride, sums.data());
      EXPECT_EQ(sums, right);
    }
  }
}

TEST(KernelsTest, ViterbiIsTheSameOnEveryProcessor) {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    const uint32_t types = 1 + random() % kMaxTypes;
    const size_t stride = LabelStride(types);
    const size_t tokens = 1 + random() % 30;
    const std::vector<int16_t> scores = RandomScores(tokens * stride, &random);
    const auto transitions = SpreadTransitions(
        RandomScores(TransitionLayout(types).size(), &random), types);
    const auto run = [&](const Kernels& kernels) {
      std::vector<int16_t> values(scores.size());
      std::vector<PathEnds> ends(tokens);
      kernels.viterbi(transitions, scores.data(), tokens, stride, values.data(),
                      ends.data());
      for (const PathEnds& end : ends) {
        values.push_back(end.outside);
        values.push_back(end.end);
      }
      return values;
    };
    const std::vector<int16_t> baseline = run(BaselineKernels());
    for (const Kernels* kernels : OtherKernels()) {
      ASSERT_EQ(run(*kernels), baseline);
    }
  }
}

// The values of Viterbi are relative to each token's best label.
TEST(KernelsTest, ViterbiValuesStayInTheirRange) {
  std::mt19937 random(4);
  for (int round = 0; round < 300; ++round) {
    const uint32_t types = 1 + random() % 5;
    const size_t stride = LabelStride(types);
    const size_t tokens = 1 + random() % 10;
    std::vector<int16_t> scores(tokens * stride);
    for (int16_t& score : scores) score = static_cast<int16_t>(random());
    std::vector<int16_t> weights(TransitionLayout(types).size());
    for (int16_t& weight : weights) weight = static_cast<int16_t>(random());
    const auto transitions = SpreadTransitions(weights, types);
    std::vector<int16_t> values(scores.size());
    std::vector<PathEnds> ends(tokens);
    BaselineKernels().viterbi(transitions, scores.data(), tokens, stride,
                              values.data(), ends.data());
    for (int16_t value : values) {
      ASSERT_GE(value, kViterbiFloor);
      ASSERT_LE(value, 0);
    }
  }
}

struct Sums {
  std::vector<float> potentials, forward, norms, end_backward;
};

Sums RunForwardBackward(const Kernels& kernels,
                        const LabelTransitions<float>& transitions,
                        const std::vector<int16_t>& scores, size_t stride,
                        float factor) {
  const size_t tokens = scores.size() / stride;
  Sums sums;
  sums.potentials.resize(scores.size());
  sums.forward.resize(scores.size());
  sums.norms.resize(tokens);
  sums.end_backward.resize(tokens);
  kernels.forward_backward({&transitions, tokens, stride, scores.data(), factor,
                            sums.potentials.data(), sums.forward.data(),
                            sums.norms.data(), sums.end_backward.data()});
  return sums;
}

TEST(KernelsTest, ForwardBackwardIsTheSameOnEveryProcessor) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const uint32_t types = 1 + random() % kMaxTypes;
    const size_t stride = LabelStride(types);
    const std::vector<int16_t> scores =
        RandomScores((1 + random() % 30) * stride, &random);
    const float factor = 1.0f / static_cast<float>(1 + random() % 40);
    const auto transitions = SpreadPotentials(
        RandomScores(TransitionLayout(types).size(), &random), types, factor);
    const Sums baseline = RunForwardBackward(BaselineKernels(), transitions,
                                             scores, stride, factor);
    for (const Kernels* kernels : OtherKernels()) {
      const Sums other =
          RunForwardBackward(*kernels, transitions, scores, stride, factor);
      ASSERT_TRUE(SameBits(other.potentials, baseline.potentials));
      ASSERT_TRUE(SameBits(other.forward, baseline.forward));
      ASSERT_TRUE(SameBits(other.norms, baseline.norms));
      ASSERT_TRUE(SameBits(other.end_backward, baseline.end_backward));
    }
  }
}

// The kernels' own exponential function is that of base/exp.h.
TEST(KernelsTest, PotentialsAreExponentials) {
  const size_t stride = LabelStride(3);
  const auto transitions = SpreadPotentials(
      std::vector<int16_t>(TransitionLayout(3).size()), 3, 1.0f);
  std::vector<int16_t> scores(stride);
  for (float factor : {1.0f, 0.1f, 1.0f / 24.0f}) {
    for (int score = 0; score <= 4000; score += 7) {
      scores[4] = static_cast<int16_t>(-score);
      const Sums sums = RunForwardBackward(BaselineKernels(), transitions,
                                           scores, stride, factor);
      ASSERT_EQ(sums.potentials[4], Exp(static_cast<float>(-score) * factor));
      ASSERT_EQ(sums.potentials[0], 1.0f);
    }
  }
}

}  // namespace
}  // namespace onym
