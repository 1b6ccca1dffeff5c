// Lists of the contractions and affixes that the English treebanks treat alike.

#include "segment/contractions.h"

#include <algorithm>
#include <cstdint>

#include "segment/ascii.h"

namespace onym::internal {
namespace {

struct FusedWord {
  std::string_view word;
  size_t split;
};

constexpr FusedWord kFusedWords[] = {
    {"aint", 2},     {"arent", 3}, {"arnt", 2},    {"cannot", 3}, {"cant", 2},
    {"couldnt", 5},  {"didnt", 3}, {"doesnt", 4},  {"dont", 2},   {"dunno", 2},
    {"gimme", 3},    {"gonna", 3}, {"gotta", 3},   {"hadnt", 3},  {"hasnt", 3},
    {"havent", 4},   {"heres", 4}, {"hes", 2},     {"hows", 3},   {"im", 1},
    {"isnt", 2},     {"itll", 2},  {"ive", 1},     {"lemme", 3},  {"shes", 3},
    {"shouldnt", 6}, {"thats", 4}, {"theres", 5},  {"theyll", 4}, {"theyre", 4},
    {"theyve", 4},   {"wanna", 3}, {"wasnt", 3},   {"werent", 4}, {"whats", 4},
    {"wheres", 5},   {"wont", 2},  {"wouldnt", 5}, {"youll", 3},  {"youre", 3},
    {"youve", 3},
};

constexpr std::string_view kPrefixes[] = {
    "anti",  "arch",  "bi",      "bio",   "co",    "counter", "cyber", "de",
    "e",     "eco",   "electro", "euro",  "ex",    "extra",   "geo",   "hyper",
    "inter", "intra", "macro",   "mega",  "meta",  "micro",   "mid",   "mini",
    "multi", "neo",   "non",     "over",  "pan",   "para",    "post",  "pre",
    "pro",   "proto", "pseudo",  "quasi", "re",    "semi",    "socio", "sub",
    "super", "trans", "tri",     "u",     "ultra", "un",      "uni"};

constexpr std::string_view kSuffixes[] = {"esque", "fold", "ish", "wise"};

constexpr std::string_view kClipped[] = {"bout", "cause", "cos",   "cuz",
                                         "em",   "n",     "round", "til",
                                         "till", "tis",   "twas"};

// For each length, which letters the fused words of it begin and end with: most
// words of a text are told from them by these bits alone.
struct LetterMasks {
  uint32_t first[kLongestFused + 1] = {};
  uint32_t last[kLongestFused + 1] = {};
};

constexpr uint32_t BitOf(char letter) { return 1u << (letter & 31); }

constexpr LetterMasks MakeLetterMasks() {
  LetterMasks masks;
  for (const FusedWord& fused : kFusedWords) {
    const size_t size = fused.word.size();
    masks.first[size] |= BitOf(fused.word[0]);
    masks.last[size] |= BitOf(fused.word[size - 1]);
  }
  masks.first[3] |= BitOf('i');  // its
  masks.last[3] |= BitOf('s');
  return masks;
}

constexpr LetterMasks kLetterMasks = MakeLetterMasks();

// Words that cannot follow the possessive its.
constexpr std::string_view kAfterVerb[] = {
    "a",     "about",  "also",     "always", "an",     "because", "been",
    "being", "going",  "gonna",    "her",    "here",   "his",     "in",
    "just",  "like",   "my",       "never",  "not",    "on",      "only",
    "our",   "pretty", "probably", "really", "simply", "so",      "still",
    "that",  "the",    "their",    "there",  "this",   "to",      "too",
    "very",  "what",   "you",      "your"};

template <size_t kSize>
bool Contains(const std::string_view (&list)[kSize], std::string_view word) {
  return std::find(list, list + kSize, word) != list + kSize;
}

}  // namespace

bool MayBeFused(std::string_view word) {
  const size_t size = word.size();
  return size <= kLongestFused && size >= 2 &&
         (kLetterMasks.last[size] & BitOf(word[size - 1])) != 0 &&
         (kLetterMasks.first[size] & BitOf(word[0])) != 0;
}

size_t SplitFusedWord(std::string_view word) {
  if (!MayBeFused(word)) return 0;
  // A capital I is part of the names IM and IVE.
  if (word.size() <= 3 && IsByte(word[1], kUpperByte)) return 0;
  const LowerWord lower(word);
  for (const FusedWord& fused : kFusedWords) {
    if (fused.word[0] == lower.view()[0] && fused.word == lower.view()) {
      return fused.split;
    }
  }
  return 0;
}

bool LacksApostrophe(std::string_view word, std::string_view text,
                     size_t offset) {
  if (word.size() != 3 || (word != "its" && word != "Its")) return false;
  if (ByteAt(text, offset) != ' ') return false;
  const size_t begin = offset + 1;
  size_t end = begin;
  while (IsByte(ByteAt(text, end), kAlphaByte) &&
         end - begin <= LowerWord::kCapacity) {
    ++end;
  }
  return Contains(kAfterVerb,
                  LowerWord(text.substr(begin, end - begin)).view());
}

bool IsClitic(std::string_view letters) {
  if (letters.empty() || letters.size() > 2) return false;
  const LowerWord lower(letters);
  const std::string_view word = lower.view();
  if (word.size() == 1) return word == "s" || word == "m" || word == "d";
  return word == "ll" || word == "re" || word == "ve";
}

bool IsClipped(std::string_view letters) {
  return Contains(kClipped, LowerWord(letters).view());
}

bool IsPrefix(std::string_view word, char next) {
  if (word.size() > 1 && IsByte(word[1], kUpperByte)) return false;
  const LowerWord lower(word);
  if (!Contains(kPrefixes, lower.view())) return false;
  if (IsByte(next, kLowerByte | kHighByte)) return true;
  return lower.view() == "mid" ||
         (word.size() == 1 && IsByte(next, kUpperByte));
}

bool IsSuffix(std::string_view word) {
  return Contains(kSuffixes, LowerWord(word).view());
}

}  // namespace onym::internal
