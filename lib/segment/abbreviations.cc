// The abbreviations of English news and letters, by how they behave. The
// treebanks give the last full stop of a sentence a token of its own even after
// an abbreviation, so both questions have one answer.

#include "segment/abbreviations.h"

#include <algorithm>

#include "segment/ascii.h"
#include "text/references.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace onym::internal {
namespace {

struct Abbreviation {
  std::string_view word;
  AbbreviationClass kind;
};

constexpr AbbreviationClass kTitle = AbbreviationClass::kTitle;
constexpr AbbreviationClass kDate = AbbreviationClass::kDate;
constexpr AbbreviationClass kNumber = AbbreviationClass::kNumber;
constexpr AbbreviationClass kCompany = AbbreviationClass::kCompany;
constexpr AbbreviationClass kFinal = AbbreviationClass::kFinal;
constexpr AbbreviationClass kMiddle = AbbreviationClass::kMiddle;
constexpr AbbreviationClass kBefore = AbbreviationClass::kBefore;

constexpr Abbreviation kAbbreviations[] = {
    {"abbr", kMiddle}, {"abt", kMiddle},    {"acct", kFinal},
    {"adj", kMiddle},  {"adm", kTitle},     {"admin", kBefore},
    {"al", kMiddle},   {"ala", kMiddle},    {"alt", kBefore},
    {"amb", kTitle},   {"approx", kMiddle}, {"apr", kDate},
    {"apt", kNumber},  {"ariz", kMiddle},   {"ark", kBefore},
    {"arr", kMiddle},  {"arrv", kMiddle},   {"art", kNumber},
    {"assn", kMiddle}, {"assoc", kMiddle},  {"asst", kTitle},
    {"attn", kMiddle}, {"atty", kTitle},    {"aug", kDate},
    {"ave", kMiddle},  {"bldg", kMiddle},   {"blvd", kMiddle},
    {"brig", kTitle},  {"bro", kBefore},    {"bros", kCompany},
    {"ca", kNumber},   {"calif", kMiddle},  {"capt", kTitle},
    {"cf", kMiddle},   {"ch", kNumber},     {"cir", kMiddle},
    {"cmdr", kTitle},  {"co", kCompany},    {"col", kBefore},
    {"colo", kMiddle}, {"comdr", kTitle},   {"conf", kBefore},
    {"conn", kMiddle}, {"corp", kCompany},  {"cpl", kTitle},
    {"cres", kMiddle}, {"ct", kBefore},     {"dec", kDate},
    {"del", kBefore},  {"dept", kMiddle},   {"dist", kMiddle},
    {"div", kBefore},  {"dr", kTitle},      {"ed", kBefore},
    {"eds", kBefore},  {"eg", kMiddle},     {"esp", kMiddle},
    {"esq", kCompany}, {"est", kNumber},    {"et", kMiddle},
    {"etc", kFinal},   {"ext", kNumber},    {"feb", kDate},
    {"ff", kMiddle},   {"fig", kNumber},    {"figs", kNumber},
    {"fla", kMiddle},  {"fr", kTitle},      {"fri", kDate},
    {"ft", kMiddle},   {"ga", kBefore},     {"gen", kBefore},
    {"gov", kBefore},  {"govt", kMiddle},   {"hon", kBefore},
    {"hosp", kMiddle}, {"hr", kFinal},      {"hrs", kFinal},
    {"hwy", kMiddle},  {"ie", kMiddle},     {"ill", kBefore},
    {"inc", kCompany}, {"ind", kBefore},    {"insp", kTitle},
    {"inst", kBefore}, {"intl", kMiddle},   {"jan", kDate},
    {"jr", kMiddle},   {"jul", kDate},      {"jun", kDate},
    {"kan", kMiddle},  {"kans", kMiddle},   {"ky", kMiddle},
    {"la", kBefore},   {"lb", kFinal},      {"lbs", kFinal},
    {"lieut", kTitle}, {"lt", kTitle},      {"ltd", kCompany},
    {"lv", kMiddle},   {"maj", kTitle},     {"mar", kDate},
    {"mass", kBefore}, {"md", kMiddle},     {"messrs", kTitle},
    {"mfg", kMiddle},  {"mgr", kTitle},     {"mich", kMiddle},
    {"minn", kMiddle}, {"misc", kMiddle},   {"miss", kBefore},
    {"mlle", kTitle},  {"mme", kTitle},     {"mo", kBefore},
    {"mon", kDate},    {"mont", kMiddle},   {"mr", kTitle},
    {"mrs", kTitle},   {"ms", kTitle},      {"msgr", kTitle},
    {"mt", kTitle},    {"mtn", kMiddle},    {"natl", kMiddle},
    {"neb", kMiddle},  {"nev", kMiddle},    {"no", kNumber},
    {"nos", kNumber},  {"nov", kDate},      {"nr", kNumber},
    {"oct", kDate},    {"okla", kMiddle},   {"op", kNumber},
    {"ore", kBefore},  {"oz", kFinal},      {"pa", kBefore},
    {"para", kNumber}, {"penn", kBefore},   {"pfc", kTitle},
    {"ph", kNumber},   {"pl", kBefore},     {"plc", kCompany},
    {"pp", kNumber},   {"pres", kTitle},    {"prof", kTitle},
    {"ps", kMiddle},   {"pseud", kMiddle},  {"pt", kBefore},
    {"pte", kTitle},   {"pty", kMiddle},    {"pvt", kTitle},
    {"rd", kMiddle},   {"ref", kNumber},    {"rep", kBefore},
    {"repr", kMiddle}, {"reps", kBefore},   {"rev", kTitle},
    {"rm", kNumber},   {"rt", kTitle},      {"rte", kNumber},
    {"sat", kDate},    {"sen", kTitle},     {"sens", kTitle},
    {"sep", kDate},    {"sept", kDate},     {"sgt", kTitle},
    {"soc", kBefore},  {"spec", kBefore},   {"sq", kMiddle},
    {"sr", kMiddle},   {"st", kTitle},      {"sta", kTitle},
    {"ste", kTitle},   {"sun", kDate},      {"supt", kTitle},
    {"tel", kNumber},  {"tenn", kMiddle},   {"tex", kBefore},
    {"thu", kDate},    {"thur", kDate},     {"thurs", kDate},
    {"tue", kDate},    {"tues", kDate},     {"univ", kMiddle},
    {"va", kMiddle},   {"viz", kMiddle},    {"vol", kNumber},
    {"vols", kNumber}, {"vs", kMiddle},     {"vt", kMiddle},
    {"wash", kBefore}, {"wed", kDate},      {"wis", kMiddle},
    {"wyo", kMiddle},  {"yr", kFinal},      {"yrs", kFinal},
};

constexpr size_t kLongestAbbreviation = 6;

constexpr size_t kAbbreviationCount =
    sizeof(kAbbreviations) / sizeof(kAbbreviations[0]);

// Where the abbreviations of each first letter begin in the sorted list; the
// last entry is its end.
struct FirstLetters {
  uint16_t begin[27] = {};
  bool sorted = true;
};

constexpr FirstLetters MakeFirstLetters() {
  FirstLetters letters;
  for (size_t i = 0; i < kAbbreviationCount; ++i) {
    const std::string_view word = kAbbreviations[i].word;
    for (size_t next = static_cast<size_t>(word[0] - 'a') + 1; next < 27;
         ++next) {
      letters.begin[next] = static_cast<uint16_t>(i + 1);
    }
    if (word.size() > kLongestAbbreviation ||
        (i > 0 && kAbbreviations[i - 1].word.compare(word) >= 0)) {
      letters.sorted = false;
    }
  }
  return letters;
}

constexpr FirstLetters kFirstLetters = MakeFirstLetters();
static_assert(kFirstLetters.sorted, "looked up by first letter");

// Words that, with a capital after an abbreviation, show a new sentence.
constexpr std::string_view kStarters[] = {
    "a",       "about",  "according", "after",   "all",       "although",
    "among",   "an",     "and",       "another", "any",       "anyone",
    "are",     "as",     "at",        "because", "before",    "both",
    "but",     "by",     "can",       "despite", "did",       "do",
    "does",    "during", "each",      "earlier", "even",      "every",
    "for",     "from",   "has",       "have",    "he",        "her",
    "here",    "his",    "how",       "however", "i",         "if",
    "in",      "is",     "it",        "its",     "just",      "last",
    "later",   "let",    "many",      "maybe",   "meanwhile", "more",
    "most",    "my",     "next",      "nor",     "not",       "nothing",
    "now",     "of",     "on",        "once",    "only",      "or",
    "other",   "others", "our",       "over",    "perhaps",   "please",
    "she",     "since",  "so",        "some",    "still",     "such",
    "than",    "thanks", "that",      "the",     "their",     "then",
    "there",   "these",  "they",      "this",    "those",     "though",
    "through", "thus",   "to",        "today",   "under",     "until",
    "was",     "we",     "were",      "what",    "when",      "where",
    "whether", "which",  "while",     "who",     "whose",     "why",
    "will",    "with",   "without",   "would",   "yes",       "yet",
    "you",     "your"};
static_assert(IsSorted(kStarters), "binary search");

// Legal forms and offices that go on after a company's name, days, months and
// zones that follow an hour or a day.
constexpr std::string_view kPosts[] = {
    "analyst",  "apr",      "april",    "aug",       "august",    "cdt",
    "ceo",      "cet",      "cfo",      "chair",     "chairman",  "chief",
    "corp",     "cst",      "ct",       "cto",       "dec",       "december",
    "director", "eastern",  "edt",      "est",       "et",        "executive",
    "feb",      "february", "founder",  "friday",    "general",   "gmt",
    "group",    "holdings", "inc",      "jan",       "january",   "july",
    "june",     "kg",       "limited",  "llc",       "llp",       "ltd",
    "march",    "monday",   "mountain", "nov",       "november",  "oct",
    "october",  "pacific",  "pdt",      "plc",       "president", "pst",
    "pt",       "saturday", "sept",     "september", "sunday",    "thursday",
    "tuesday",  "utc",      "vice",     "wednesday"};
static_assert(IsSorted(kPosts), "binary search");

Following FollowingWord(std::string_view text, size_t begin) {
  size_t end = begin;
  while (end < text.size() && IsByte(text[end], kAlphaByte) &&
         end - begin <= LowerWord::kCapacity) {
    ++end;
  }
  const LowerWord word(text.substr(begin, end - begin));
  if (ListHolds(kStarters, word.view())) {
    // A single capital with a full stop is somebody's initial.
    return end - begin == 1 && ByteAt(text, end) == '.' ? Following::kCapital
                                                        : Following::kStarter;
  }
  return ListHolds(kPosts, word.view()) ? Following::kPost
                                        : Following::kCapital;
}

Following FollowingCharacter(char32_t c) {
  if (IsUpper(c)) return Following::kCapital;
  if (IsLetter(c) || IsMark(c)) return Following::kLower;
  if (IsDigit(c)) return Following::kDigit;
  switch (PropertiesOf(c).category) {
    case GeneralCategory::kPi:
    case GeneralCategory::kPs:
      return Following::kOpening;
    default:
      return Following::kMark;
  }
}

}  // namespace

AbbreviationClass ClassOfAbbreviation(std::string_view word) {
  if (word.empty() || word.size() > kLongestAbbreviation ||
      !IsByte(word[0], kAlphaByte)) {
    return AbbreviationClass::kNone;
  }
  const LowerWord lower(word);
  const size_t letter = static_cast<size_t>(lower.view()[0] - 'a');
  for (size_t i = kFirstLetters.begin[letter];
       i < kFirstLetters.begin[letter + 1]; ++i) {
    if (kAbbreviations[i].word == lower.view()) return kAbbreviations[i].kind;
  }
  return AbbreviationClass::kNone;
}

Following FollowingAt(std::string_view text, size_t offset) {
  int lines = 0;
  size_t at = offset;
  while (at < text.size() && IsByte(text[at], kSpaceByte)) {
    if (text[at] == '\n' && ++lines == 2) return Following::kEnd;
    ++at;
  }
  if (at >= text.size()) return Following::kEnd;
  const char c = text[at];
  if (IsByte(c, kUpperByte)) return FollowingWord(text, at);
  if (IsByte(c, kLowerByte)) return Following::kLower;
  if (IsByte(c, kDigitByte)) return Following::kDigit;
  if (c == '&') {
    const CharacterReference reference = ReadCharacterReference(text, at);
    if (reference.length != 0) return FollowingCharacter(reference.first);
  }
  if (IsByte(c, kHighByte))
    return FollowingCharacter(DecodeUtf8(text, at).value);
  if (at > offset && (c == '"' || c == '\'' || c == '`')) {
    return Following::kOpening;
  }
  return c == '(' || c == '[' ? Following::kOpening : Following::kMark;
}

bool OwnsStop(std::string_view word, AbbreviationClass kind,
              Following following) {
  if (following == Following::kEnd) return false;
  switch (kind) {
    case AbbreviationClass::kNone:
      return false;
    case AbbreviationClass::kAlways:
      return true;
    case AbbreviationClass::kTitle:
      return following != Following::kStarter;
    case AbbreviationClass::kDate:
      return IsByte(word[0], kUpperByte) && following != Following::kCapital &&
             following != Following::kStarter;
    case AbbreviationClass::kNumber:
      return following == Following::kDigit;
    case AbbreviationClass::kCompany:
    case AbbreviationClass::kFinal:
      return following != Following::kCapital &&
             following != Following::kStarter;
    case AbbreviationClass::kMiddle:
      return following != Following::kStarter;
    case AbbreviationClass::kBefore:
      return IsByte(word[0], kUpperByte) && following != Following::kStarter;
  }
  return false;
}

}  // namespace onym::internal
