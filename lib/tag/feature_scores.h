// Sums of the weights of features, for one token after the other.

#ifndef ONYM_LIB_TAG_FEATURE_SCORES_H_
#define ONYM_LIB_TAG_FEATURE_SCORES_H_

#include <array>
#include <cstddef>
#include <cstdint>

#include "model/tables.h"
#include "tag/features.h"
#include "tag/kernels.h"

namespace onym {

// A token's way through here has three steps: its features' buckets are asked
// for, then their rows, then the rows are summed. Three tokens are on the way
// at a time, so that one's arithmetic hides the others' cache misses.
//
//   FeatureScores sums(features, kernels, stride);
//   for (...) {
//     AddSomeFeatures(..., sums.NextKeys());
//     sums.Submit(scores_of_token);
//   }
//   sums.Finish();
class FeatureScores final {
 public:
  FeatureScores(const FeatureTable& features, const Kernels& kernels,
                size_t stride)
      : features_(features), kernels_(kernels), stride_(stride) {}

  // An empty list to fill with the next token's features.
  FeatureKeys* NextKeys() {
    FeatureKeys* keys = &tokens_[next_ % kDepth].keys;
    keys->Clear();
    return keys;
  }

  // Will add the weights of the features in the list to `scores`, one for each
  // label, at the latest in Finish.
  void Submit(int16_t* scores) {
    Token& token = tokens_[next_ % kDepth];
    token.scores = scores;
    for (uint64_t key : token.keys) features_.Prefetch(key);
    Advance();
  }

  // Adds what is still on the way.
  void Finish() {
    for (size_t i = 1; i < kDepth; ++i) {
      tokens_[next_ % kDepth].scores = nullptr;
      Advance();
    }
    next_ = 0;
  }

 private:
  static constexpr size_t kDepth = 3;

  struct Token {
    FeatureKeys keys;
    std::array<const uint8_t*, FeatureKeys::kCapacity> rows;
    size_t row_count = 0;
    int16_t* scores = nullptr;  // null: no token
  };

  void Advance() {
    if (next_ >= 1) FindRows(&tokens_[(next_ - 1) % kDepth]);
    if (next_ >= 2) AddRows(&tokens_[(next_ - 2) % kDepth]);
    ++next_;
  }

  void FindRows(Token* token) const {
    token->row_count = 0;
    if (token->scores == nullptr) return;
    token->row_count = features_.FindAll(token->keys, token->rows.data());
    for (size_t i = 0; i < token->row_count; ++i) {
      __builtin_prefetch(token->rows[i]);
      __builtin_prefetch(token->rows[i] + 64);
    }
  }

  void AddRows(Token* token) const {
    if (token->scores == nullptr) return;
    kernels_.add_features(token->rows.data(), token->row_count, stride_,
                          token->scores);
  }

  const FeatureTable& features_;
  const Kernels& kernels_;
  size_t stride_;
  size_t next_ = 0;
  std::array<Token, kDepth> tokens_;
};

}  // namespace onym

#endif  // ONYM_LIB_TAG_FEATURE_SCORES_H_
