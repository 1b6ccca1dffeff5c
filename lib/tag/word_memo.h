// A memory of words already met: their analysis, and the summed weights of
// their unary features.

#ifndef ONYM_LIB_TAG_WORD_MEMO_H_
#define ONYM_LIB_TAG_WORD_MEMO_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "tag/features.h"
#include "tag/kernels.h"
#include "tag/word.h"

namespace onym {

// A direct-mapped cache, so that its cost is bounded and forgetting needs no
// bookkeeping. It never changes a result, only the time it takes. One thread.
class WordMemo final {
 public:
  static constexpr size_t kRows = 2 * kWindow + 1;

  struct Entry {
    const Word& word;
    // LabelStride numbers for each offset -kWindow ... kWindow: what the word
    // adds to the token that stands `offset` before it.
    const int16_t* rows;
  };

  WordMemo(const Model& model, const Kernels& kernels);

  // The analysis of `characters`; valid until the next call.
  Entry Find(std::string_view characters, CaseMode mode);

 private:
  // Power of two. With a row of 19 types an entry takes 1 KiB.
  static constexpr size_t kEntries = 4096;
  // Longer words are rare and not kept.
  static constexpr size_t kLongest = 30;

  struct Slot {
    std::array<char, kLongest> characters;
    uint8_t length = 0xFF;  // of characters; 0xFF: empty
    CaseMode mode = CaseMode::kCased;
    Word word;
  };

  // Returns the analysis and fills `rows`.
  Word Compute(std::string_view characters, CaseMode mode,
               int16_t* rows) const;

  const Model& model_;
  const Kernels& kernels_;
  size_t stride_;
  std::vector<Slot> slots_;
  // Those of slot i at i * kRows * stride. Not set until the slot is filled, so
  // that a short text does not pay for clearing megabytes.
  std::unique_ptr<int16_t[]> rows_;
  Word long_word_;
  std::vector<int16_t> long_rows_;
};

}  // namespace onym

#endif  // ONYM_LIB_TAG_WORD_MEMO_H_
