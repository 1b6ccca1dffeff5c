// The scanner's numbers: separators, dates, times, telephone numbers, ordinals
// and units.

#include <algorithm>
#include <array>

#include "segment/abbreviations.h"
#include "segment/ascii.h"
#include "segment/contractions.h"
#include "segment/scanner.h"

namespace onym::internal {
namespace {

constexpr size_t kMostGroups = 4;
constexpr size_t kMostDigits = 15;

// Units and multipliers that are tokens of their own after a number.
constexpr std::string_view kUnits[] = {
    "am",   "bbl", "bhp", "bn",  "bps",  "cc",    "cm",   "db",   "eur",
    "ft",   "g",   "gb",  "ghz", "h",    "ha",    "hp",   "hr",   "hrs",
    "hz",   "in",  "k",   "kb",  "kbps", "kg",    "khz",  "kj",   "km",
    "kmh",  "kph", "kt",  "kw",  "kwh",  "lb",    "lbs",  "m",    "mb",
    "mbps", "mg",  "mhz", "mi",  "mile", "miles", "min",  "mins", "ml",
    "mm",   "mn",  "mph", "ms",  "mw",   "mwh",   "nm",   "oz",   "persons",
    "pm",   "pp",  "psi", "px",  "rpm",  "sec",   "secs", "sq",   "tb",
    "usd",  "v",   "w",   "x",   "yd",   "yds",   "yr",   "yrs"};

bool IsUnit(std::string_view letters) {
  const LowerWord word(letters);
  return std::find(std::begin(kUnits), std::end(kUnits), word.view()) !=
         std::end(kUnits);
}

bool IsOrdinalSuffix(std::string_view letters) {
  const LowerWord lower(letters);
  const std::string_view word = lower.view();
  return word == "st" || word == "nd" || word == "rd" || word == "th";
}

// Up to kMostGroups groups of digits between one kind of separator.
struct Groups {
  std::array<size_t, kMostGroups> length{};
  size_t count = 0;
  size_t end = 0;  // 0 if there are too many groups or digits
};

Groups ReadGroups(std::string_view text, size_t begin, char separator) {
  Groups groups;
  size_t at = begin;
  for (;;) {
    size_t end = at;
    while (IsByte(ByteAt(text, end), kDigitByte) && end - at <= kMostDigits) {
      ++end;
    }
    if (groups.count == kMostGroups || end - at > kMostDigits) return {};
    groups.length[groups.count++] = end - at;
    groups.end = end;
    if (ByteAt(text, end) != separator ||
        !IsByte(ByteAt(text, end + 1), kDigitByte)) {
      return groups;
    }
    at = end + 1;
  }
}

bool IsDate(const Groups& groups) {
  if (groups.count != 3) return false;
  const auto& length = groups.length;
  const bool day_first =
      length[0] <= 2 && length[1] <= 2 && (length[2] == 2 || length[2] == 4);
  const bool year_first = length[0] == 4 && length[1] <= 2 && length[2] <= 2;
  return day_first || year_first;
}

bool IsTelephone(const Groups& groups) {
  const auto& length = groups.length;
  switch (groups.count) {
    case 2:
      return (length[0] == 1 || length[0] == 3 || length[0] == 5) &&
             length[1] == 4;
    case 3:
      return length[0] == 3 && length[1] == 3 && length[2] == 4;
    case 4:
      return length[0] <= 2 && length[1] == 3 && length[2] == 3 &&
             length[3] == 4;
    default:
      return false;
  }
}

size_t ValueOf(std::string_view digits) {
  size_t value = 0;
  for (char c : digits) value = value * 10 + static_cast<size_t>(c - '0');
  return value;
}

}  // namespace

// Digits are at `begin` and end at `first_end`, where a slash stands.
size_t Scanner::SlashedEnd(size_t begin, size_t first_end) const {
  const Groups groups = ReadGroups(text_, begin, '/');
  if (groups.end == 0) return first_end;
  if (IsDate(groups)) return groups.end;
  if (groups.count != 2) return first_end;
  if (groups.length[0] == 3 && groups.length[1] == 3) {
    const Groups rest = ReadGroups(text_, first_end + 1, '-');
    const bool is_telephone =
        rest.end != 0 && rest.count == 2 && rest.length[1] == 4;
    return is_telephone ? rest.end : first_end;
  }
  if (groups.length[0] > 2 || groups.length[1] > 2) return first_end;
  // 9/11 is a day, 3/4 a fraction, 24/7 a pair.
  const size_t left = ValueOf(text_.substr(begin, first_end - begin));
  const size_t right =
      ValueOf(text_.substr(first_end + 1, groups.end - first_end - 1));
  const bool is_day = left >= 1 && left <= 12 && right >= 1 && right <= 31 &&
                      (right > 4 || left > right);
  return is_day ? groups.end : first_end;
}

// The same with a hyphen.
size_t Scanner::HyphenatedEnd(size_t begin, size_t first_end) const {
  const Groups groups = ReadGroups(text_, begin, '-');
  const bool joins = groups.end != 0 && (IsDate(groups) || IsTelephone(groups));
  return joins ? groups.end : first_end;
}

// The end of the digits at `begin` with their separators.
size_t Scanner::NumberEnd(size_t begin) const {
  size_t end = DigitsEnd(begin);
  const char first = ByteHere(end);
  if (!IsByte(ByteHere(end + 1), kDigitByte)) return end;
  if (first == '/') return SlashedEnd(begin, end);
  if (first == '-') return HyphenatedEnd(begin, end);
  const bool after_comma = begin > 0 && text_[begin - 1] == ',';
  for (;;) {
    const char separator = ByteHere(end);
    if (separator != '.' && separator != ',' && separator != ':') return end;
    if (!IsByte(ByteHere(end + 1), kDigitByte)) return end;
    const size_t next = DigitsEnd(end + 1);
    const size_t digits = next - end - 1;
    if (separator == ',' && digits != 3 &&
        !(digits <= 2 && IsSpaceAt(next) && end - begin <= 3 && !after_comma) &&
        !(digits == 2 && ByteHere(next) == ',')) {
      return end;
    }
    end = next;
  }
}

void Scanner::ScanNumber() {
  const size_t begin = at_;
  size_t end = DigitsEnd(begin);
  const char next = ByteHere(end);
  if (next == ' ' || next == '\n' || next == ')') {
    return Emit(end, TokenKind::kNumber);
  }
  if (next != ',' && ScanLink(end)) return;
  end = NumberEnd(begin);
  end = AfterDigits(end);
  const bool is_word =
      std::any_of(text_.begin() + begin, text_.begin() + end,
                  [](char c) { return IsByte(c, kAlphaByte); });
  const bool is_number = !is_word || IsByte(text_[begin], kDigitByte);
  Emit(end, is_number ? TokenKind::kNumber : TokenKind::kWord);
}

// The end of a number whose digits end at `end`, with letters that belong to
// it: 26th, 1990s, 3143C, but not 5 pm.
size_t Scanner::AfterDigits(size_t end) {
  size_t length = 0;
  if (IsApostropheAt(end, &length)) {
    const size_t after = end + length;
    const bool is_plural =
        ToLowerByte(ByteHere(after)) == 's' && !IsWordAt(after + 1);
    // The 1990's are a plural, 2017's is a possessive.
    if (!is_plural || text_[end - 1] != '0') return end;
    return after + 1;
  }
  // The number of a section, such as 2.d. or 1.c
  if (ByteHere(end) == '.' && IsByte(ByteHere(end + 1), kLowerByte) &&
      !IsWordAt(end + 2)) {
    if (ByteHere(end + 2) != '.' || ByteHere(end + 3) == '.') return end + 2;
    const Following following = FollowingAt(text_, end + 3);
    return OwnsStop("d", AbbreviationClass::kFinal, following) ? end + 3
                                                               : end + 2;
  }
  if (!IsWordAt(end) || ExtendsEnd(end) > end) return end;
  const size_t letters_end = LettersEnd(end);
  const std::string_view letters = text_.substr(end, letters_end - end);
  if (!IsWordAt(letters_end) && letters.size() <= 7) {
    if (IsOrdinalSuffix(letters)) return letters_end;
    if (IsUnit(letters)) return end;
  }
  // 5p.m. is a number and an abbreviation.
  if (letters.size() == 1 && ByteHere(letters_end) == '.' &&
      ToLowerByte(ByteHere(letters_end + 1)) == 'm') {
    return end;
  }
  return WordEnd(end);
}

}  // namespace onym::internal
