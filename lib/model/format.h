// The model file: what lies where.
//
// A file is a header, a section table and sections, each aligned to 64 bytes so
// that it can be used where it is mapped. All numbers are little-endian.
//
//   kInfo      pairs of NUL-terminated strings: key, value
//   kTypes     NUL-terminated type names; type 0, "outside", has none
//   kTagger    TaggerHeader, then the transition weights as int16
//   kWords     WordSlot[]: word hash -> cluster
//   kPhrases   PhraseSlot[]: hash of a token sequence -> list set, may go on
//   kListSets  uint32[]: the name lists of each list set, one bit a list
//   kFeatures, kRows   the feature weights (see tables.h)

#ifndef ONYM_LIB_MODEL_FORMAT_H_
#define ONYM_LIB_MODEL_FORMAT_H_

#include <cstddef>
#include <cstdint>

namespace onym {

inline constexpr char kModelMagic[8] = {'O', 'N', 'Y', 'M', 'M', 'D', 'L', 0};
inline constexpr uint32_t kModelFormatVersion = 1;
inline constexpr uint32_t kModelOldestReadable = 1;
inline constexpr size_t kModelAlignment = 64;

// The most entity types a model may have; with "outside", types are 5 bits.
inline constexpr uint32_t kMaxTypes = 31;
// The most name lists.
inline constexpr uint32_t kMaxLists = 32;

enum class SectionId : uint32_t {
  kInfo = 1,
  kTypes = 2,
  kTagger = 3,
  kWords = 4,
  kPhrases = 5,
  kListSets = 6,
  kFeatures = 7,
  kRows = 8,
};
inline constexpr uint32_t kSectionCount = 8;

struct ModelHeader {
  char magic[8];
  uint32_t format_version;
  uint32_t section_count;
  uint64_t file_size;
  uint64_t checksum;  // of all bytes after the header
};
static_assert(sizeof(ModelHeader) == 32);

struct SectionEntry {
  uint32_t id;
  uint32_t reserved;
  uint64_t offset;  // from the start of the file, a multiple of 64
  uint64_t size;
};
static_assert(sizeof(SectionEntry) == 24);

struct TaggerHeader {
  float scale;        // a stored weight w stands for w / scale nats
  float temperature;  // log-probabilities are divided by it for confidences
  uint32_t type_count;
  uint32_t list_count;
  uint32_t
      has_second_stage;  // 1 if features of mention_evidence.h have weights
  uint32_t reserved[3];
};
static_assert(sizeof(TaggerHeader) == 32);

// Words under the low 20 bits of their hash; the high half picks the place.
struct WordSlot {
  uint32_t bits;  // fingerprint << 12 | cluster; all ones: empty
};

// Phrases under 20 bits of their hash.
struct PhraseSlot {
  uint32_t bits;  // fingerprint << 12 | list set << 1 | longer; all ones: empty
};

}  // namespace onym

#endif  // ONYM_LIB_MODEL_FORMAT_H_
