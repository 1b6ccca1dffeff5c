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
  // Stands for an entry that nobody has looked up.
  static constexpr uint16_t kUnknownSet = 0xFFFF;
  static constexpr Entry Unknown() { return {false, false, kUnknownSet}; }

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

// Ten slots of the feature table, in one cache line. A slot's reference holds
// eight more fingerprint bits, and the row's place in units of four bytes.
struct FeatureBucket {
  static constexpr size_t kSlots = 10;

  uint16_t fingerprints[kSlots];  // 0: empty
  uint32_t refs[kSlots];
  // Bit i: some key with OverflowBit i belongs here, but lies further on.
  uint32_t overflow;

  static uint32_t OverflowBit(uint64_t key) {
    return uint32_t{1} << (key >> 24 & 31u);
  }

  // One bit for each slot that holds `fingerprint`.
  uint32_t Matches(uint16_t fingerprint) const {
#if defined(__SSE2__)
    // Eight slots at a time: the first, and the last.
    const __m128i wanted = _mm_set1_epi16(static_cast<int16_t>(fingerprint));
    const auto compare = [&](const uint16_t* from) {
      return _mm_cmpeq_epi16(
          _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)), wanted);
    };
    const auto found = static_cast<uint32_t>(_mm_movemask_epi8(
        _mm_packs_epi16(compare(fingerprints), compare(fingerprints + 2))));
    return (found & 0xFFu) | found >> 8 << 2;
#else
    uint32_t bits = 0;
    for (size_t i = 0; i < kSlots; ++i) {
      bits |= static_cast<uint32_t>(fingerprints[i] == fingerprint) << i;
    }
    return bits;
#endif
  }
};
static_assert(sizeof(FeatureBucket) == 64);

// Feature key -> weights. A feature that the model lacks costs one cache line.
// A row is
//
//   count, types[count], padding to 4 bytes, int8 weights[count][4]
//
// with the weights of B-, I-, E- and S- of each type; "outside" is type 0 and
// uses the first of its four. A dense row has kDense as its count, three bytes
// of padding and the weights of all types, LabelStride long.
class FeatureTable final {
 public:
  static constexpr uint8_t kDense = 0xFF;

  FeatureTable() = default;
  FeatureTable(const FeatureBucket* buckets, size_t count, const uint8_t* rows)
      : buckets_(buckets), count_(count), rows_(rows) {}

  // Asks for the memory that Find will read first.
  void Prefetch(uint64_t key) const {
    __builtin_prefetch(buckets_ + PlaceOf(key, count_));
  }

  // The row of `key`, or nullptr.
  const uint8_t* Find(uint64_t key) const {
    if (count_ == 0) return nullptr;
    size_t place = PlaceOf(key, count_);
    for (size_t probe = 0; probe < kMaxProbes; ++probe) {
      const FeatureBucket& bucket = buckets_[place];
      for (uint32_t matches = bucket.Matches(Fingerprint(key)); matches != 0;
           matches &= matches - 1) {
        const uint32_t ref = bucket.refs[__builtin_ctz(matches)];
        if (ref >> 24 == Check(key)) return RowAt(ref);
      }
      if ((bucket.overflow & FeatureBucket::OverflowBit(key)) == 0) break;
      if (++place == count_) place = 0;
    }
    return nullptr;
  }

  // Writes the rows of `keys` that there are to `rows`, which has room for one
  // for each key, and returns how many. Whether a key has a row is a coin's
  // throw, so nothing here branches on it.
  template <typename Keys>
  size_t FindAll(const Keys& keys, const uint8_t** rows) const {
    if (count_ == 0) return 0;
    size_t found = 0;
    for (uint64_t key : keys) {
      const FeatureBucket& bucket = buckets_[PlaceOf(key, count_)];
      const uint32_t matches = bucket.Matches(Fingerprint(key));
      constexpr uint32_t kLast = 1u << (FeatureBucket::kSlots - 1);
      const uint32_t ref = bucket.refs[__builtin_ctz(matches | kLast)];
      const bool hit = (matches != 0) & (ref >> 24 == Check(key));
      rows[found] = RowAt(ref);
      // Two features may share a fingerprint, or lie in a later bucket.
      const bool elsewhere =
          !hit & ((matches |
                   (bucket.overflow & FeatureBucket::OverflowBit(key))) != 0);
      if (elsewhere) rows[found] = Find(key);
      found += elsewhere ? rows[found] != nullptr : hit;
    }
    return found;
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
  const uint8_t* RowAt(uint32_t ref) const {
    return rows_ + size_t{4} * (ref & 0xFFFFFFu);
  }

  const FeatureBucket* buckets_ = nullptr;
  size_t count_ = 0;
  const uint8_t* rows_ = nullptr;
};

}  // namespace onym

#endif  // ONYM_LIB_MODEL_TABLES_H_
