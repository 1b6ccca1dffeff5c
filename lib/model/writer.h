// Writing of model files.

#ifndef ONYM_LIB_MODEL_WRITER_H_
#define ONYM_LIB_MODEL_WRITER_H_

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "onym/tagger.h"

namespace onym {

// The weights of one feature: for each type the four of B, I, E and S.
struct FeatureRow {
  uint64_t key;
  struct Block {
    uint8_t type;
    std::array<int8_t, 4> weights;
  };
  std::vector<Block> blocks;  // ascending types
};

// A phrase of a name list, or a prefix of one (no lists).
struct PhraseEntry {
  uint64_t hash;
  uint32_t lists;  // one bit a list
  bool longer;     // a longer phrase begins with this one
};

class Model;

// Everything that a model file holds.
struct ModelContent {
  // If not null: the model whose words, phrases and lists are taken over;
  // `list_count`, `words` and `phrases` are ignored.
  const Model* base = nullptr;

  ModelInfo info;  // format_version and file_size are ignored
  uint32_t list_count = 0;
  bool has_second_stage = false;  // see Model
  float scale = 1;
  float temperature = 1;
  std::vector<int16_t> transitions;                  // see TransitionLayout
  std::vector<std::pair<uint64_t, uint32_t>> words;  // hash, cluster < 4095
  std::vector<PhraseEntry> phrases;
  std::vector<FeatureRow> features;
};

// The bytes of the model file; the same content gives the same bytes. Fails
// with kInvalidArgument if a limit of the format (format.h) is exceeded, or if
// too many hashes are alike for a table (tables.h).
absl::StatusOr<std::string> SerializeModel(const ModelContent& content);

}  // namespace onym

#endif  // ONYM_LIB_MODEL_WRITER_H_
