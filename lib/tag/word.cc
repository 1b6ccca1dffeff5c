// Analysis of words, one pass over the characters and no copy of them.

#include "tag/word.h"

#include <algorithm>

#include "base/hash.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace onym {
namespace {

// Starting states, so that equal strings under different views differ.
enum Seed : uint64_t {
  kLowerSeed = 0x11,
  kPhraseSeed = 0x22,
  kCasedSeed = 0x33,
  kShapeSeed = 0x44,
  kLongShapeSeed = 0x55,
  kPrefixSeed = 0x66,
  kSuffixSeed = 0x77,
  kBoundarySeed = 0x88,
};

char32_t FoldQuote(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
      return U'\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
      return U'"';
    case 0x2010:
    case 0x2011:
      return U'-';
    default:
      return c;
  }
}

struct Character {
  char32_t cased;
  char32_t lower;   // digits kept
  char32_t masked;  // lower, digits as 0
  char shape;       // X x 0 or the character itself, if ASCII; else '?'
};

Character Classify(char32_t c) {
  c = FoldQuote(c);
  if (c < 0x80) {
    if (c >= 'a' && c <= 'z') return {c, c, c, 'x'};
    if (c >= 'A' && c <= 'Z') return {c, c + 32, c + 32, 'X'};
    if (c >= '0' && c <= '9') return {c, c, U'0', '0'};
    return {c, c, c, static_cast<char>(c)};
  }
  if (IsUpper(c)) return {c, ToLower(c), ToLower(c), 'X'};
  if (IsLetter(c) || IsMark(c)) return {c, c, c, 'x'};
  if (IsDigit(c)) return {c, c, U'0', '0'};
  return {c, c, c, '?'};
}

// Counts that tell the kind of capitals.
struct CaseCount {
  size_t upper = 0;
  size_t lower = 0;
  bool first_is_upper = false;

  void Add(char shape) {
    if (upper + lower == 0) first_is_upper = shape == 'X';
    upper += shape == 'X';
    lower += shape == 'x';
  }
  Capitals Kind() const {
    if (upper + lower == 0) return Capitals::kNoLetters;
    if (upper == 0) return Capitals::kLower;
    if (upper == 1 && first_is_upper) return Capitals::kInitial;
    return lower == 0 ? Capitals::kAll : Capitals::kMixed;
  }
};

// The last four characters, for suffixes and the end of the shape.
struct Tail {
  std::array<char32_t, 4> masked = {};
  std::array<char, 4> shape = {};
  size_t count = 0;

  void Add(const Character& c) {
    masked[count % 4] = c.masked;
    shape[count % 4] = c.shape;
    ++count;
  }
};

}  // namespace

DetailedWord AnalyzeWord(std::string_view characters, CaseMode mode,
                         const WordTable& clusters) {
  const uint64_t salt = static_cast<uint64_t>(mode) << 32;
  DetailedWord word;
  word.lower = kLowerSeed + salt;
  word.phrase = kPhraseSeed;
  word.cased = kCasedSeed + salt;
  word.shape = kShapeSeed + salt;
  word.long_shape = kLongShapeSeed + salt;
  word.mode = mode;
  uint64_t prefix = kPrefixSeed + salt;
  CaseCount count;
  Tail tail;
  char last_shape = 0;
  for (size_t at = 0; at < characters.size();) {
    const DecodedCodePoint decoded = DecodeUtf8(characters, at);
    at += decoded.length;
    Character c = Classify(decoded.value);
    if (mode == CaseMode::kCaseless) {
      c.cased = c.lower;
      if (c.shape == 'X') c.shape = 'x';
    }
    word.lower = HashStep(word.lower, c.masked);
    word.phrase = HashStep(word.phrase, c.lower);
    word.cased = HashStep(word.cased, c.cased);
    if (c.shape != last_shape) {
      word.shape = HashStep(word.shape, static_cast<uint8_t>(c.shape));
      last_shape = c.shape;
    }
    if (tail.count < 4) {
      prefix = HashStep(prefix, c.masked);
      word.prefixes[tail.count] = prefix;
      word.long_shape =
          HashStep(word.long_shape, static_cast<uint8_t>(c.shape));
    }
    count.Add(c.shape);
    tail.Add(c);
  }
  for (size_t i = tail.count; i < 4; ++i) word.prefixes[i] = prefix;
  uint64_t suffix = kSuffixSeed + salt;
  for (size_t i = 0; i < 4; ++i) {
    if (i < tail.count) {
      const size_t at = (tail.count - 1 - i) % 4;
      suffix = HashStep(suffix, tail.masked[at]);
      word.long_shape =
          HashStep(word.long_shape, static_cast<uint8_t>(tail.shape[at]));
    }
    word.suffixes[i] = suffix;
  }
  word.capitals = count.Kind();
  word.phrase = Mix(word.phrase);
  word.cluster = static_cast<uint16_t>(clusters.Find(word.phrase));
  return word;
}

uint64_t PhraseHash(std::string_view characters) {
  return AnalyzeWord(characters, CaseMode::kCased, WordTable()).phrase;
}

uint64_t ExtendPhrase(uint64_t phrase, uint64_t word) {
  return Mix(HashStep(phrase, word));
}

DetailedWord BoundaryWord(bool after, int place, CaseMode mode) {
  const uint64_t id =
      HashStep(kBoundarySeed, (after ? 2u : 0u) + static_cast<uint64_t>(place) +
                                  (static_cast<uint64_t>(mode) << 32));
  DetailedWord word;
  word.lower = word.cased = word.shape = word.long_shape = id;
  word.phrase = id;
  word.prefixes.fill(id);
  word.suffixes.fill(id);
  word.cluster = WordTable::kNoCluster;
  word.capitals = Capitals::kBoundary;
  word.mode = mode;
  return word;
}

}  // namespace onym
