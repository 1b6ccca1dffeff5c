// An opened, validated model.

#ifndef ONYM_LIB_MODEL_MODEL_H_
#define ONYM_LIB_MODEL_MODEL_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "model/tables.h"
#include "onym/tagger.h"

namespace onym {

// Where the transition weights of `types` types (outside not counted) lie in
// the array of int16. An entity's first label, B or S, and outside follow
// either outside or the end of another entity, whichever type that has: this is
// what makes decoding linear in the number of labels.
struct TransitionLayout {
  explicit TransitionLayout(uint32_t types) : types(types) {}
  uint32_t types;

  // From outside (0) or an entity's end (1) ...
  size_t ToOutside(int from) const { return static_cast<size_t>(from); }
  size_t ToBegin(int from, uint32_t type) const {
    return 2 + (static_cast<size_t>(from) * types + type - 1) * 2;
  }
  size_t ToSingle(int from, uint32_t type) const {
    return ToBegin(from, type) + 1;
  }
  // ... and within an entity, from B (0) or I (1).
  size_t ToInside(int from, uint32_t type) const {
    return 2 + size_t{4} * types +
           (static_cast<size_t>(from) * types + type - 1) * 2;
  }
  size_t ToEnd(int from, uint32_t type) const {
    return ToInside(from, type) + 1;
  }
  size_t size() const { return 2 + size_t{8} * types; }
};

// Views into the bytes of a model. Immutable and thread-safe.
class Model final {
 public:
  // Validates `bytes`, which must be aligned to 64 and outlive the model. Fails
  // with kDataLoss or kFailedPrecondition as Tagger::Open does.
  static absl::StatusOr<std::unique_ptr<const Model>> Parse(
      std::string_view bytes);

  const ModelInfo& info() const { return info_; }
  std::shared_ptr<const std::vector<std::string>> types() const {
    return types_;
  }
  uint32_t type_count() const { return static_cast<uint32_t>(types_->size()); }
  uint32_t list_count() const { return list_count_; }
  // Whether features of mention_evidence.h have weights.
  bool has_second_stage() const { return has_second_stage_; }
  float scale() const { return scale_; }
  float temperature() const { return temperature_; }
  absl::Span<const int16_t> transitions() const { return transitions_; }
  const WordTable& words() const { return words_; }
  const PhraseTable& phrases() const { return phrases_; }
  absl::Span<const uint32_t> list_sets() const { return list_sets_; }
  const FeatureTable& features() const { return features_; }

  // The slots of words() and phrases(), for models that are made from this one.
  absl::Span<const uint32_t> word_slots() const { return word_slots_; }
  absl::Span<const uint32_t> phrase_slots() const { return phrase_slots_; }

 private:
  friend class ModelParser;
  Model() = default;

  ModelInfo info_;
  std::shared_ptr<const std::vector<std::string>> types_;
  uint32_t list_count_ = 0;
  bool has_second_stage_ = false;
  float scale_ = 1;
  float temperature_ = 1;
  absl::Span<const int16_t> transitions_;
  absl::Span<const uint32_t> word_slots_, phrase_slots_;
  WordTable words_;
  PhraseTable phrases_;
  absl::Span<const uint32_t> list_sets_;
  FeatureTable features_;
};

// The checksum that a model file carries of `bytes`.
uint64_t ModelChecksum(std::string_view bytes);

}  // namespace onym

#endif  // ONYM_LIB_MODEL_MODEL_H_
