// The features of the tagger: which properties of a token and its surroundings
// carry weights. Training and tagging share this file, so that they agree.
//
// A feature is a 64-bit key. Those of one word alone ("unary") are summed once
// per word and kept; see word_memo.h.

#ifndef ONYM_LIB_TAG_FEATURES_H_
#define ONYM_LIB_TAG_FEATURES_H_

#include <array>
#include <cstddef>
#include <cstdint>

#include "absl/types/span.h"
#include "tag/document_context.h"
#include "tag/gazetteer.h"
#include "tag/word.h"

namespace onym {

// Words up to this far from a token are its context.
inline constexpr int kWindow = 2;

// A list of keys of bounded length, kept on the stack.
class FeatureKeys final {
 public:
  static constexpr size_t kCapacity = 192;

  void Clear() { size_ = 0; }
  // Keys past the capacity are dropped. The templates stay below it but for
  // tokens that are in dozens of name lists at once.
  void Add(uint64_t key) {
    if (size_ < kCapacity) keys_[size_++] = key;
  }
  const uint64_t* begin() const { return keys_.data(); }
  const uint64_t* end() const { return keys_.data() + size_; }
  size_t size() const { return size_; }

 private:
  std::array<uint64_t, kCapacity> keys_;
  size_t size_ = 0;
};

// Adds the keys that `word` gives to the token that stands `offset` tokens
// before it: a word's own keys have offset 0, those of the next word 1.
void AddUnaryFeatures(const DetailedWord& word, int offset, FeatureKeys* keys);

// The tokens of one sentence as the tagger sees them. words[-kWindow] to
// words[size + kWindow - 1] are valid: boundary words stand around.
struct SentenceView {
  const Word* words;
  size_t size;
  size_t first_word;                  // index of words[0] in the context
  absl::Span<const ListMarks> marks;  // one for each token
  const DocumentContext* context;
  bool is_headline;  // no full stop at the end
};

// Adds all other keys of the token `index`.
void AddContextFeatures(const SentenceView& sentence, size_t index,
                        FeatureKeys* keys);

}  // namespace onym

#endif  // ONYM_LIB_TAG_FEATURES_H_
