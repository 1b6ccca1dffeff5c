// Hashing of 64-bit identities. The values are part of the model format: words,
// phrases and features are stored under them, so they never change within a
// format version.

#ifndef ONYM_LIB_BASE_HASH_H_
#define ONYM_LIB_BASE_HASH_H_

#include <cstdint>

namespace onym {

// Spreads the bits of `x` over the whole word (the finaliser of
// SplittableRandom; Steele, Lea and Flood 2014).
inline constexpr uint64_t Mix(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

// A cheaper step for sequences: folds `value` into `state`. Order matters.
inline constexpr uint64_t HashStep(uint64_t state, uint64_t value) {
  const uint64_t x = (state ^ value) * 0x9E3779B97F4A7C15u;
  return x ^ (x >> 29);
}

}  // namespace onym

#endif  // ONYM_LIB_BASE_HASH_H_
