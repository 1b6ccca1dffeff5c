// Sentence ends from the marks, line breaks and words around each token. The
// tokenizer has already told the full stops of abbreviations from the others.

#include <algorithm>
#include <cassert>

#include "onym/tokenizer.h"
#include "segment/abbreviations.h"
#include "segment/ascii.h"
#include "text/references.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace onym {
namespace {

using internal::IsByte;

// What a token is to the splitter.
enum class Role : uint8_t {
  kOther,
  kLower,    // begins with a small letter
  kCapital,  // begins with a capital
  kDigit,
  kStop,      // a full stop
  kCall,      // ! and ? in any number
  kEllipsis,  // ... or the sign for it
  kWideStop,  // a full stop of a script that leaves no space after it
  kQuote,     // a quote that may open or close
  kOpen,      // an opening quote or bracket
  kClose,     // a closing quote or bracket
  kMark,      // , ; : and dashes
};

enum class Gap : uint8_t { kNone, kSpace, kLine, kBlank };

Role RoleOfCharacter(char32_t c) {
  switch (c) {
    case U'.':
      return Role::kStop;
    case U'!':
    case U'?':
    case 0x203C:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x061F:
      return Role::kCall;
    case 0x2026:
      return Role::kEllipsis;
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0xFF61:
      return Role::kWideStop;
    case 0x0964:
    case 0x0965:
    case 0x06D4:
    case 0x1362:
    case 0x0589:
      return Role::kStop;
    case U'"':
    case U'\'':
    case U'`':
      return Role::kQuote;
    default:
      break;
  }
  switch (PropertiesOf(c).category) {
    case GeneralCategory::kPi:
    case GeneralCategory::kPs:
      return Role::kOpen;
    case GeneralCategory::kPf:
    case GeneralCategory::kPe:
      return Role::kClose;
    case GeneralCategory::kPd:
    case GeneralCategory::kPo:
      return Role::kMark;
    default:
      break;
  }
  if (IsUpper(c)) return Role::kCapital;
  if (IsLower(c)) return Role::kLower;
  if (IsDigit(c)) return Role::kDigit;
  return Role::kOther;
}

// Words that close a letter; a name follows.
constexpr std::string_view kValedictions[] = {
    "best", "cheers",    "cordially", "love", "regards", "respectfully",
    "rgds", "sincerely", "thanks",    "thx",  "tks",     "yours"};
static_assert(internal::IsSorted(kValedictions), "binary search");

// Names that end with an exclamation mark.
constexpr std::string_view kCallingNames[] = {"e",        "jeopardy", "joomla",
                                              "oklahoma", "yahoo",    "yum"};
static_assert(internal::IsSorted(kCallingNames), "binary search");

// Walks over the tokens once; every look-ahead is bounded by a constant or by
// the closing marks that it consumes.
class Walker final {
 public:
  Walker(std::string_view text, absl::Span<const Token> tokens,
         std::vector<Sentence>* sentences)
      : text_(text), tokens_(tokens), sentences_(sentences) {}

  void Run();

 private:
  std::string_view TextOf(size_t index) const {
    const Token& token = tokens_[index];
    return text_.substr(token.begin, token.end - token.begin);
  }
  bool IsAscii(size_t index, char c) const {
    const Token& token = tokens_[index];
    return token.end - token.begin == 1 && text_[token.begin] == c;
  }
  Role RoleOf(size_t index) const;
  Gap WideGap(size_t at, size_t end) const;

  // What parts the tokens `index` - 1 and `index`.
  Gap GapBefore(size_t index) const {
    const size_t end = tokens_[index].begin;
    const size_t at = tokens_[index - 1].end;
    if (at == end) return Gap::kNone;
    if (at + 1 == end && text_[at] == ' ') return Gap::kSpace;
    return WideGap(at, end);
  }
  bool IsFace(size_t index) const;
  bool IsStamp(size_t index) const;
  bool IsStarter(size_t index) const;
  bool IsBullet(size_t index) const;
  bool IsListMarker(size_t index) const;
  bool IsNextMarker(size_t index) const;
  size_t AfterClosers(size_t index) const;
  bool EndsAfter(size_t mark, Role role, size_t next) const;
  bool EndsBefore(size_t index) const;
  bool EndsValediction(size_t index) const;
  bool EndsMessageHead(size_t index) const;
  void StartLineOrSentence(size_t index);
  size_t PassMark(size_t index, Role role);
  bool LineEnds(size_t next);
  size_t SpacedDotsEnd(size_t index) const;
  void FindMarker();
  size_t MarkerSize(size_t index) const;
  void Close(size_t end);

  std::string_view text_;
  absl::Span<const Token> tokens_;
  std::vector<Sentence>* sentences_;
  size_t first_ = 0;         // token that begins the sentence
  size_t marker_end_ = 0;    // behind its list marker; first_ if it has none
  size_t line_begin_ = 0;    // of the line that is being read
  size_t column_ = 0;        // length of the longest line of the paragraph
  size_t column_until_ = 0;  // where that paragraph ends
};

Role Walker::RoleOf(size_t index) const {
  const Token& token = tokens_[index];
  const char c = text_[token.begin];
  if (IsByte(c, internal::kLowerByte)) return Role::kLower;
  if (IsByte(c, internal::kUpperByte)) return Role::kCapital;
  if (c == '.' && token.kind == TokenKind::kPunctuation) {
    if (token.end - token.begin == 1) return Role::kStop;
    const char last = text_[token.end - 1];
    return last == '.' ? Role::kEllipsis : Role::kCall;
  }
  if ((token.flags & kTokenHasReference) != 0 && c == '&') {
    const CharacterReference reference =
        ReadCharacterReference(text_, token.begin);
    if (reference.length != 0) return RoleOfCharacter(reference.first);
  }
  return RoleOfCharacter(DecodeUtf8(text_, token.begin).value);
}

Gap Walker::WideGap(size_t at, size_t end) const {
  int lines = 0;
  for (; at < end; ++at) {
    if (text_[at] == '\n' || (text_[at] == '\r' && text_[at + 1] != '\n')) {
      if (++lines == 2) return Gap::kBlank;
    }
  }
  return lines == 1 ? Gap::kLine : Gap::kSpace;
}

void Walker::Close(size_t end) {
  sentences_->push_back({tokens_[first_].begin, tokens_[end - 1].end,
                         static_cast<uint32_t>(first_),
                         static_cast<uint32_t>(end)});
  first_ = end;
  FindMarker();
}

// Sets marker_end_ for the sentence that begins at first_.
void Walker::FindMarker() {
  marker_end_ = first_;
  if (first_ >= tokens_.size() || !IsListMarker(first_)) return;
  marker_end_ += MarkerSize(first_);
  if (IsBullet(first_) && marker_end_ < tokens_.size() &&
      IsListMarker(marker_end_)) {
    marker_end_ += MarkerSize(marker_end_);
  }
}

// The tokens of the list marker at `index`: a bullet, "A." and the like are one
// token, a number or small letter has its mark as a second.
size_t Walker::MarkerSize(size_t index) const {
  return IsBullet(index) || TextOf(index).back() == '.' ? 1 : 2;
}

bool Walker::IsBullet(size_t index) const {
  const std::string_view word = TextOf(index);
  return word == "\u2022" || word == "\u2043" || word == "\u25CF" ||
         word == "\u25AA" || word == "\u00B7";
}

// An emoticon or emoji belongs to the sentence before it.
bool Walker::IsFace(size_t index) const {
  const Token& token = tokens_[index];
  if (token.kind == TokenKind::kEmoji) return true;
  if (token.kind != TokenKind::kSymbol || token.end - token.begin < 2) {
    return false;
  }
  const char c = text_[token.begin];
  return c == ':' || c == ';' || (c == '=' && text_[token.end - 1] == ')');
}

// A date such as 05/25/2001, as it stands in the head of a message.
bool Walker::IsStamp(size_t index) const {
  const Token& token = tokens_[index];
  return token.kind == TokenKind::kNumber && token.end - token.begin >= 6 &&
         std::count(text_.begin() + token.begin, text_.begin() + token.end,
                    '/') == 2;
}

bool Walker::IsStarter(size_t index) const {
  const internal::Following following =
      internal::FollowingAt(text_, tokens_[index].begin);
  return following == internal::Following::kStarter;
}

// A number or letter with a full stop or bracket, or a bullet.
bool Walker::IsListMarker(size_t index) const {
  const std::string_view word = TextOf(index);
  if (IsByte(word[0], internal::kHighByte)) return IsBullet(index);
  if (word.size() > 3) return false;
  if (word.size() == 2 && word[1] == '.') {
    return IsByte(word[0], internal::kAlphaByte);
  }
  const bool is_number = tokens_[index].kind == TokenKind::kNumber;
  if (!is_number &&
      !(word.size() == 1 && IsByte(word[0], internal::kLowerByte))) {
    return false;
  }
  if (index + 1 >= tokens_.size() || GapBefore(index + 1) != Gap::kNone) {
    return false;
  }
  return IsAscii(index + 1, '.') || IsAscii(index + 1, ')');
}

// Whether a marker of the same list as the sentence's own stands at `index`.
bool Walker::IsNextMarker(size_t index) const {
  const std::string_view own = TextOf(first_);
  const std::string_view next = TextOf(index);
  if (!IsListMarker(index)) return false;
  if (IsByte(own[0], internal::kHighByte)) return own == next;
  if (IsByte(own[0], internal::kDigitByte)) {
    const auto value = [](std::string_view digits) {
      int sum = 0;
      for (char c : digits) sum = sum * 10 + (c - '0');
      return sum;
    };
    return IsByte(next[0], internal::kDigitByte) &&
           value(next) == value(own) + 1;
  }
  return next.size() == own.size() && next[0] == own[0] + 1;
}

// The first token from `index` on that does not close what ended there.
size_t Walker::AfterClosers(size_t index) const {
  while (index < tokens_.size()) {
    const Role role = RoleOf(index);
    const Gap gap = GapBefore(index);
    const bool closes = role == Role::kClose || role == Role::kStop ||
                        role == Role::kCall || role == Role::kWideStop ||
                        IsFace(index) ||
                        (gap == Gap::kNone && role == Role::kQuote);
    if (!closes || gap == Gap::kLine || gap == Gap::kBlank) break;
    ++index;
  }
  return index;
}

// Whether the line before the token `next` was ended on purpose, not because it
// was full: its words are no wrapped prose, or the next word had fitted.
bool Walker::LineEnds(size_t next) {
  const size_t begin = tokens_[next].begin;
  if (begin >= column_until_) {
    column_ = 0;
    size_t at = line_begin_;
    for (;;) {
      const size_t end = std::min(text_.find('\n', at), text_.size());
      column_ = std::max(column_, end - at);
      column_until_ = end + 1;
      const size_t blank = text_.find_first_not_of(" \t\r", end + 1);
      if (blank == std::string_view::npos || text_[blank] == '\n') break;
      at = end + 1;
    }
  }
  const Role role = RoleOf(next);
  if (role == Role::kLower || role == Role::kMark) return false;
  constexpr size_t kNarrowest = 55;
  constexpr size_t kWidest = 100;
  if (column_ < kNarrowest || column_ > kWidest) return true;
  size_t word_end = begin;
  while (word_end < text_.size() &&
         !IsByte(text_[word_end], internal::kSpaceByte) &&
         word_end - begin < kWidest) {
    ++word_end;
  }
  const size_t line = tokens_[next - 1].end - line_begin_;
  return line + 1 + (word_end - begin) <= column_;
}

// Whether a sentence ends after the mark `mark` and its closers, before `next`.
bool Walker::EndsAfter(size_t mark, Role role, size_t next) const {
  if (role == Role::kWideStop) return true;
  const Gap gap = GapBefore(next);
  const Role next_role = RoleOf(next);
  const bool is_bare = next == mark + 1;
  if (mark < marker_end_) return false;
  if (role == Role::kEllipsis && mark > first_ && !is_bare &&
      RoleOf(mark - 1) == Role::kOpen) {
    return false;  // words left out of a quotation: [...]
  }
  if (gap == Gap::kNone) {
    return next_role == Role::kCapital ||
           (is_bare && role == Role::kCall && next_role == Role::kLower);
  }
  if (is_bare && next_role == Role::kDigit && mark > first_ &&
      TextOf(mark - 1) == "\u00B0") {
    return false;  // the sign of a number: N°. 5
  }
  if (is_bare && next_role == Role::kMark && IsAscii(next, ',')) return false;
  if (role == Role::kCall && is_bare && mark > first_ && IsAscii(mark, '!') &&
      internal::ListHolds(kCallingNames,
                          internal::LowerWord(TextOf(mark - 1)).view())) {
    return IsStarter(next);
  }
  if (next_role != Role::kLower) return true;
  return is_bare && role != Role::kEllipsis;
}

// Thanks, | Regards | and the like, before the name.
bool Walker::EndsValediction(size_t index) const {
  if (RoleOf(index) != Role::kCapital) return false;
  const bool has_comma = IsAscii(index - 1, ',');
  const size_t last = has_comma ? index - 2 : index - 1;
  if (last < first_ || last - first_ > 2) return false;
  // A mark after the name shows that somebody is spoken to.
  size_t after = index + 1;
  while (after < tokens_.size() && after < index + 3 &&
         RoleOf(after) == Role::kCapital) {
    ++after;
  }
  if (after < tokens_.size() && (IsAscii(after, '.') || IsAscii(after, '?'))) {
    return false;
  }
  const internal::LowerWord word(TextOf(last));
  return internal::ListHolds(kValedictions, word.view()) &&
         (has_comma || word.view() == "regards") && !IsStarter(index);
}

// Whether a sentence begins at the token `index` although no mark ends the one
// before.
bool Walker::EndsBefore(size_t index) const {
  const Token& last = tokens_[index - 1];
  const Token& token = tokens_[index];
  if (marker_end_ > first_ && IsNextMarker(index)) return true;
  if (token.kind == TokenKind::kNumber) {
    const bool after_name = RoleOf(index - 1) == Role::kCapital ||
                            last.kind == TokenKind::kEmail ||
                            IsAscii(index - 1, '>');
    return after_name && IsStamp(index);
  }
  if (last.kind == TokenKind::kUrl) {
    const bool has_scheme =
        TextOf(index - 1).find("://") != std::string_view::npos;
    return has_scheme &&
           (token.kind == TokenKind::kUrl || RoleOf(index) == Role::kCapital);
  }
  if (last.kind == TokenKind::kSymbol) {
    return RoleOf(index) == Role::kCapital &&
           (IsFace(index - 1) || TextOf(index - 1) == ">>");
  }
  if (index - first_ <= 4 && EndsValediction(index)) return true;
  return EndsMessageHead(index);
}

// Whether a date and an hour, as in the head of a message, end before `index`.
bool Walker::EndsMessageHead(size_t index) const {
  const Token& last = tokens_[index - 1];
  const size_t hour = last.kind == TokenKind::kWord ? index - 2 : index - 1;
  return hour > first_ && hour < index &&
         tokens_[hour].kind == TokenKind::kNumber && IsStamp(hour - 1) &&
         TextOf(hour).find(':') != std::string_view::npos &&
         RoleOf(index) == Role::kCapital &&
         (hour == index - 1 ? TextOf(index) != "AM" && TextOf(index) != "PM"
                            : true);
}

// The end of full stops with single spaces between them, from `index` on.
size_t Walker::SpacedDotsEnd(size_t index) const {
  size_t end = index + 1;
  while (end < tokens_.size() && end - index < 5 && IsAscii(end, '.') &&
         GapBefore(end) == Gap::kSpace) {
    ++end;
  }
  return end;
}

// Ends the sentence before the token `index` if the white space, or what stands
// on both sides of it, says so.
void Walker::StartLineOrSentence(size_t index) {
  const Gap gap = GapBefore(index);
  if (gap == Gap::kLine || gap == Gap::kBlank) {
    if (index > first_ && (gap == Gap::kBlank || LineEnds(index))) {
      Close(index);
    }
    line_begin_ = tokens_[index].begin;
  } else if (gap == Gap::kSpace && index > first_ && EndsBefore(index)) {
    Close(index);
  }
}

// Ends the sentence after the mark at `index`, or not; returns the next token
// to look at.
size_t Walker::PassMark(size_t index, Role role) {
  const size_t dots_end = role == Role::kStop ? SpacedDotsEnd(index) : index;
  const bool attached = index == first_ || GapBefore(index) == Gap::kNone;
  if (dots_end - index == 3 && !attached) {  // an ellipsis inside a sentence
    return dots_end;
  }
  if (dots_end - index == 4 && attached && dots_end < tokens_.size() &&
      RoleOf(dots_end) == Role::kCapital) {
    Close(index + 1);  // a sentence, and the next one without its beginning
    return dots_end;
  }
  const size_t next = AfterClosers(index + 1);
  if (next < tokens_.size() && EndsAfter(index, role, next)) Close(next);
  return next;
}

void Walker::Run() {
  FindMarker();
  for (size_t i = 0; i < tokens_.size();) {
    if (i > 0) StartLineOrSentence(i);
    const TokenKind kind = tokens_[i].kind;
    const Role role = kind == TokenKind::kWord || kind == TokenKind::kNumber
                          ? Role::kOther
                          : RoleOf(i);
    const bool is_mark = role == Role::kStop || role == Role::kCall ||
                         role == Role::kEllipsis || role == Role::kWideStop;
    i = is_mark ? PassMark(i, role) : i + 1;
  }
  if (first_ < tokens_.size()) Close(tokens_.size());
}

}  // namespace

void SentenceSplitter::Split(std::string_view text,
                             absl::Span<const Token> tokens,
                             std::vector<Sentence>* sentences) const {
  sentences->clear();
  Walker(text, tokens, sentences).Run();
}

}  // namespace onym
