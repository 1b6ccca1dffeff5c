// The cache of words.

#include "tag/word_memo.h"

#include <algorithm>
#include <cstring>

#include "base/hash.h"
#include "model/labels.h"
#include "tag/feature_scores.h"

namespace onym {
namespace {

uint64_t HashBytes(std::string_view bytes, CaseMode mode) {
  uint64_t hash = bytes.size() << 1 | static_cast<uint64_t>(mode);
  while (bytes.size() >= 8) {
    uint64_t word;
    std::memcpy(&word, bytes.data(), 8);
    hash = HashStep(hash, word);
    bytes.remove_prefix(8);
  }
  uint64_t word = 0;
  std::memcpy(&word, bytes.data(), bytes.size());
  return Mix(HashStep(hash, word));
}

}  // namespace

WordMemo::WordMemo(const Model& model, const Kernels& kernels)
    : model_(model),
      kernels_(kernels),
      stride_(LabelStride(model.type_count())),
      slots_(kEntries),
      rows_(new int16_t[kEntries * kRows * stride_]),
      long_rows_(kRows * stride_) {}

Word WordMemo::Compute(std::string_view characters, CaseMode mode,
                       int16_t* rows) const {
  DetailedWord word = AnalyzeWord(characters, mode, model_.words());
  word.as_phrase = model_.phrases().Find(ExtendPhrase(0, word.phrase));
  std::fill(rows, rows + kRows * stride_, int16_t{0});
  FeatureScores sums(model_.features(), kernels_, stride_);
  for (int offset = -kWindow; offset <= kWindow; ++offset) {
    AddUnaryFeatures(word, offset, sums.NextKeys());
    sums.Submit(rows + static_cast<size_t>(offset + kWindow) * stride_);
  }
  sums.Finish();
  return word;
}

void WordMemo::Prefetch(Handle handle) const {
  if (handle.slot == kNoSlot) return;
  const int16_t* rows = rows_.get() + handle.slot * kRows * stride_;
  __builtin_prefetch(&slots_[handle.slot].filling);
  for (size_t i = 0; i < kRows * stride_; i += 32) __builtin_prefetch(rows + i);
}

WordMemo::Entry WordMemo::Find(std::string_view characters, CaseMode mode) {
  if (characters.size() > kLongest) {
    long_word_ = Compute(characters, mode, long_rows_.data());
    return {long_word_, long_rows_.data(), {kNoSlot, 0}};
  }
  const auto holds = [&](const Slot& slot) {
    return slot.length == characters.size() && slot.mode == mode &&
           std::memcmp(slot.characters.data(), characters.data(),
                       characters.size()) == 0;
  };
  // A word may lie in one of two slots, which are filled in turn.
  size_t index = HashBytes(characters, mode) % kEntries & ~size_t{1};
  bool found = holds(slots_[index]);
  if (!found && holds(slots_[index + 1])) {
    found = true;
    ++index;
  } else if (!found && slots_[index + 1].filling < slots_[index].filling) {
    ++index;
  }
  Slot& slot = slots_[index];
  int16_t* rows = rows_.get() + index * kRows * stride_;
  if (!found) {
    slot.word = Compute(characters, mode, rows);
    std::memcpy(slot.characters.data(), characters.data(), characters.size());
    slot.length = static_cast<uint8_t>(characters.size());
    slot.mode = mode;
    ++slot.filling;
  }
  return {slot.word, rows, {static_cast<uint32_t>(index), slot.filling}};
}

}  // namespace onym
