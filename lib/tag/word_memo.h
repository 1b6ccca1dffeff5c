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

// A cache of two ways, so that its cost is bounded and forgetting needs no
// bookkeeping. It never changes a result, only the time it takes. One thread.
class WordMemo final {
 public:
  static constexpr size_t kRows = 2 * kWindow + 1;

  // Where a word was found, to find it again faster.
  struct Handle {
    uint32_t slot;
    uint32_t filling;  // of the slot, when the word was there
  };

  struct Entry {
    const Word& word;
    // LabelStride numbers for each offset -kWindow ... kWindow: what the word
    // adds to the token that stands `offset` before it.
    const int16_t* rows;
    Handle handle;
  };

  WordMemo(const Model& model, const Kernels& kernels);

  // The analysis of `characters`; valid until the next call.
  Entry Find(std::string_view characters, CaseMode mode);

  // The rows of the word that was found with `handle`, if it is still there,
  // else nullptr.
  const int16_t* Rows(Handle handle) const {
    return handle.slot != kNoSlot &&
                   slots_[handle.slot].filling == handle.filling
               ? rows_.get() + handle.slot * kRows * stride_
               : nullptr;
  }
  // Asks for the memory that Rows will give.
  void Prefetch(Handle handle) const;

 private:
  // Power of two. With a row of 19 types an entry takes 1 KiB.
  static constexpr size_t kEntries = 16384;
  // Longer words are rare and not kept.
  static constexpr size_t kLongest = 30;
  static constexpr uint32_t kNoSlot = 0xFFFFFFFFu;

  struct Slot {
    std::array<char, kLongest> characters;
    uint8_t length = 0xFF;  // of characters; 0xFF: empty
    CaseMode mode = CaseMode::kCased;
    uint32_t filling = 0;  // how many words the slot has held
    Word word;
  };

  // Returns the analysis and fills `rows`.
  Word Compute(std::string_view characters, CaseMode mode, int16_t* rows) const;

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
