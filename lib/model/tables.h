// Look-up in the tables of an opened model. The tables have been validated
// (model.cc), so nothing here checks bounds.

#ifndef ONYM_LIB_MODEL_TABLES_H_
#define ONYM_LIB_MODEL_TABLES_H_

#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace onym {

// Maps `hash` to [0, count) by its high 32 bits, without a division.
inline size_t PlaceOf(uint64_t hash, size_t count) {
  return static_cast<size_t>(((hash >> 32) * count) >> 32);
}

// Hash tables hold at most kMaxProbes slots (or buckets) between an entry's
// home and its place; the writer enlarges the table until that is so.
inline constexpr size_t kMaxProbes = 32;

// Word hash -> cluster, by linear probing.
class WordTable final {
 public:
  static constexpr uint32_t kEmpty = 0xFFFFFFFFu;
  static constexpr uint32_t kNoCluster = 0xFFFu;

  WordTable() = default;
  WordTable(const uint32_t* slots, size_t count)
      : slots_(slots), count_(count) {}

  // kNoCluster if the word is unknown.
  uint32_t Find(uint64_t hash) const {
    if (count_ == 0) return kNoCluster;
    size_t place = PlaceOf(hash, count_);
    for (size_t probe = 0; probe < kMaxProbes; ++probe) {
      const uint32_t bits = slots_[place];
      if (bits == kEmpty) break;
      if (bits >> 12 == Fingerprint(hash)) return bits & 0xFFFu;
      if (++place == count_) place = 0;
    }
    return kNoCluster;
  }
  static uint32_t Fingerprint(uint64_t hash) { return hash & 0xFFFFFu; }

 private:
  const uint32_t* slots_ = nullptr;
  size_t count_ = 0;
};

// Phrase hash -> list set, and whether a longer phrase begins with this one.
class PhraseTable final {
 public:
  static constexpr uint32_t kEmpty = 0xFFFFFFFFu;
  struct Entry {
    bool found;
    bool longer;
    uint16_t list_set;
  };

  PhraseTable() = default;
  PhraseTable(const uint32_t* slots, size_t count)
      : slots_(slots), count_(count) {}

  // Asks for the memory that Find will read first.
  void Prefetch(uint64_t hash) const {
    __builtin_prefetch(slots_ + PlaceOf(hash, count_));
  }

  Entry Find(uint64_t hash) const {
    if (count_ == 0) return {false, false, 0};
    size_t place = PlaceOf(hash, count_);
    for (size_t probe = 0; probe < kMaxProbes; ++probe) {
      const uint32_t bits = slots_[place];
      if (bits == kEmpty) break;
      if (bits >> 12 == Fingerprint(hash)) {
        return {true, (bits & 1u) != 0,
                static_cast<uint16_t>(bits >> 1 & 0x7FFu)};
      }
      if (++place == count_) place = 0;
    }
    return {false, false, 0};
  }
  static uint32_t Fingerprint(uint64_t hash) { return hash & 0xFFFFFu; }

 private:
  const uint32_t* slots_ = nullptr;
  size_t count_ = 0;
};

// Feature key -> weights, in buckets of eight slots: eight 16-bit fingerprints
// are compared at once, and a feature that the model lacks costs one cache
// line. A slot's reference holds eight more fingerprint bits, and the row's
// place in units of four bytes. A row is
//
//   count, types[count], padding to 4 bytes, int8 weights[count][4]
//
// with the weights of B-, I-, E- and S- of each type; "outside" is type 0 and
// uses the first of its four. A dense row has kDense as its count, three bytes
// of padding and the weights of all types, LabelStride long.
class FeatureTable final {
 public:
  static constexpr size_t kBucket = 8;
  static constexpr uint8_t kDense = 0xFF;

  FeatureTable() = default;
  FeatureTable(const uint16_t* fingerprints, const uint32_t* refs,
               size_t buckets, const uint8_t* rows)
      : fingerprints_(fingerprints),
        refs_(refs),
        buckets_(buckets),
        rows_(rows) {}

  // Asks for the memory that Find will read first.
  void Prefetch(uint64_t key) const {
    const size_t slot = PlaceOf(key, buckets_) * kBucket;
    __builtin_prefetch(fingerprints_ + slot);
    __builtin_prefetch(refs_ + slot);
  }

  // The row of `key`, or nullptr.
  const uint8_t* Find(uint64_t key) const {
    if (buckets_ == 0) return nullptr;
    size_t bucket = PlaceOf(key, buckets_);
    for (size_t probe = 0; probe < kMaxProbes; ++probe) {
      const uint16_t* slots = fingerprints_ + bucket * kBucket;
      uint32_t matches = Matches(slots, Fingerprint(key));
      while (matches != 0) {
        const size_t slot = static_cast<size_t>(__builtin_ctz(matches));
        const uint32_t ref = refs_[bucket * kBucket + slot];
        if (ref >> 24 == Check(key)) {
          return rows_ + size_t{4} * (ref & 0xFFFFFFu);
        }
        matches &= matches - 1;
      }
      // Buckets fill from the front, so an empty last slot ends the search.
      if (slots[kBucket - 1] == 0) return nullptr;
      if (++bucket == buckets_) bucket = 0;
    }
    return nullptr;
  }

  // Zero marks an empty slot.
  static uint16_t Fingerprint(uint64_t key) {
    const uint16_t bits = static_cast<uint16_t>(key);
    return bits == 0 ? 1 : bits;
  }
  static uint32_t Check(uint64_t key) { return (key >> 16) & 0xFFu; }
  // Bytes of a row's types, count and padding included.
  static size_t HeadSize(size_t count) { return (1 + count + 3) / 4 * 4; }

 private:
  // One bit for each of the eight slots that hold `fingerprint`.
  static uint32_t Matches(const uint16_t* slots, uint16_t fingerprint) {
#if defined(__SSE2__)
    const __m128i found = _mm_cmpeq_epi16(
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(slots)),
        _mm_set1_epi16(static_cast<int16_t>(fingerprint)));
    return static_cast<uint32_t>(
        _mm_movemask_epi8(_mm_packs_epi16(found, _mm_setzero_si128())));
#else
    uint32_t bits = 0;
    for (size_t i = 0; i < kBucket; ++i) {
      bits |= static_cast<uint32_t>(slots[i] == fingerprint) << i;
    }
    return bits;
#endif
  }

  const uint16_t* fingerprints_ = nullptr;
  const uint32_t* refs_ = nullptr;
  size_t buckets_ = 0;
  const uint8_t* rows_ = nullptr;
};

}  // namespace onym

#endif  // ONYM_LIB_MODEL_TABLES_H_
