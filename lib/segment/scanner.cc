// Dispatch on the first byte of each token, and the tokens that are neither
// words nor numbers. Every loop either moves at_ or is bounded by a constant.

#include "segment/scanner.h"

#include <algorithm>

#include "segment/ascii.h"
#include "segment/contractions.h"
#include "text/references.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace onym::internal {
namespace {

constexpr char32_t kZeroWidthJoiner = 0x200D;
constexpr char32_t kEmojiPresentation = 0xFE0F;

TokenKind KindOf(GeneralCategory category) {
  switch (category) {
    case GeneralCategory::kPc:
    case GeneralCategory::kPd:
    case GeneralCategory::kPs:
    case GeneralCategory::kPe:
    case GeneralCategory::kPi:
    case GeneralCategory::kPf:
    case GeneralCategory::kPo:
      return TokenKind::kPunctuation;
    case GeneralCategory::kSm:
    case GeneralCategory::kSc:
    case GeneralCategory::kSk:
    case GeneralCategory::kSo:
      return TokenKind::kSymbol;
    case GeneralCategory::kNd:
    case GeneralCategory::kNl:
    case GeneralCategory::kNo:
      return TokenKind::kNumber;
    case GeneralCategory::kLu:
    case GeneralCategory::kLl:
    case GeneralCategory::kLt:
    case GeneralCategory::kLm:
    case GeneralCategory::kLo:
      return TokenKind::kWord;
    default:
      return TokenKind::kOther;
  }
}

bool IsSymbolByte(char c) {
  return c == '$' || c == '%' || c == '+' || c == '<' || c == '=' || c == '>' ||
         c == '^' || c == '|' || c == '~' || c == '#' || c == '*' || c == '&' ||
         c == '@' || c == '`';
}

bool MayEndEmoticon(char c) {
  return c == ')' || c == '(' || c == 'D' || c == 'P' || c == 'p' || c == 'O' ||
         c == 'o' || c == '/' || c == '|' || c == '3' || c == '*' ||
         c == '\\' || c == ']' || c == '[' || c == 'S';
}

}  // namespace

void Scanner::Run() {
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (IsByte(c, kAlphaByte)) {
      ScanWord();
    } else if (IsByte(c, kSpaceByte)) {
      space_before_ = true;
      ++at_;
    } else if (IsByte(c, kDigitByte)) {
      ScanNumber();
    } else if (IsByte(c, kHighByte)) {
      ScanCharacter();
    } else {
      ScanByte(c);
    }
  }
}

Scanner::Character Scanner::CharacterAt(size_t offset) const {
  const char c = text_[offset];
  if (c == '&') {
    const CharacterReference reference = ReadCharacterReference(text_, offset);
    if (reference.length != 0) {
      return {reference.first, static_cast<uint32_t>(reference.length), true,
              true};
    }
  }
  const DecodedCodePoint decoded = DecodeUtf8(text_, offset);
  return {decoded.value, decoded.length, false, decoded.well_formed};
}

bool Scanner::IsWordCharacterAt(size_t offset) const {
  const Character c = CharacterAt(offset);
  return IsLetter(c.value) || IsDigit(c.value) ||
         (PropertiesOf(c.value).flags & kCharExtend) != 0;
}

bool Scanner::IsSpaceAt(size_t offset) const {
  if (offset >= text_.size() || IsByte(text_[offset], kSpaceByte)) return true;
  if (!IsByte(text_[offset], kHighByte)) return false;
  return IsSpace(CharacterAt(offset).value);
}

// Whether the token that begins at `offset` does not follow a word directly.
bool Scanner::IsBoundaryBefore(size_t offset) const {
  return space_before_ || offset == 0 ||
         !IsByte(text_[offset - 1], kAlnumByte | kHighByte);
}

bool Scanner::IsApostropheAt(size_t offset, size_t* length) const {
  const char c = ByteHere(offset);
  *length = 1;
  if (c == '\'') return true;
  if (c != '&' && c != '\xE2') return false;
  const Character character = CharacterAt(offset);
  *length = character.length;
  return character.value == U'\u2019' || character.value == U'\'';
}

// The end of the combining marks, joiners and variation selectors at `offset`,
// which belong to the character before them.
size_t Scanner::ExtendsEnd(size_t offset) const {
  while (offset < text_.size() && IsByte(text_[offset], kHighByte)) {
    const DecodedCodePoint c = DecodeUtf8(text_, offset);
    if ((PropertiesOf(c.value).flags & kCharExtend) == 0) break;
    offset += c.length;
  }
  return offset;
}

// Whether the token is a digit or sign on a key, such as 1\uFE0F\u20E3.
bool Scanner::IsKeycap(size_t begin, size_t end) const {
  constexpr std::string_view kKeycap = "\u20E3";
  return end - begin > kKeycap.size() && end - begin <= 7 &&
         text_.substr(end - kKeycap.size(), kKeycap.size()) == kKeycap;
}

bool Scanner::HoldsReference(size_t begin, size_t end) const {
  const std::string_view token = text_.substr(begin, end - begin);
  for (size_t at = token.find('&'); at != std::string_view::npos;
       at = token.find('&', at + 1)) {
    if (ReadCharacterReference(token, at).length != 0) return true;
  }
  return false;
}

void Scanner::ScanByte(char c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
      return ScanStops();
    case '\'':
      return ScanApostrophe(1);
    case ':':
    case ';':
    case '=':
    case '<':
    case '>':
    case '^':
    case '-':
    case '*':
    case '_':
    case '~':
    case '|':
    case '`':
      if (ScanEmoticon()) return;
      return ScanRun();
    case '#':
      return ScanHash();
    case '@':
      return ScanAt();
    case '&':
      return ScanCharacter();
    case '+':
      if (space_before_ && IsByte(ByteHere(at_ + 1), kDigitByte)) {
        return Emit(NumberEnd(at_ + 1), TokenKind::kNumber);
      }
      return ScanRun();
    case '$':
      return ScanRun();
    case '%':
      return Emit(at_ + 1, TokenKind::kSymbol);
    default:
      return Emit(at_ + 1, c < ' ' || c == '\x7F' ? TokenKind::kOther
                                                  : TokenKind::kPunctuation);
  }
}

// A run of one sign, such as --, ***, >> or ``, is one token; of : and ; each
// stands alone.
void Scanner::ScanRun() {
  const char c = text_[at_];
  size_t end = at_ + 1;
  if (c != ':' && c != ';') {
    while (ByteHere(end) == c) ++end;
  }
  if (c == '<' && ByteHere(end) == '-') ++end;
  if (c == '-' && ByteHere(end) == '>') ++end;
  Emit(end, IsSymbolByte(c) ? TokenKind::kSymbol : TokenKind::kPunctuation);
}

// Full stops, ellipses and mixed marks such as ?! and ...!
void Scanner::ScanStops() {
  const size_t begin = at_;
  if (text_[begin] == '.') {
    if (IsByte(ByteHere(begin + 1), kDigitByte) && IsBoundaryBefore(begin)) {
      return Emit(NumberEnd(begin + 1), TokenKind::kNumber);
    }
    if (IsByte(ByteHere(begin + 1), kAlphaByte) && space_before_) {
      const size_t end = LettersEnd(begin + 1);
      if (!IsWordAt(end)) return Emit(end, TokenKind::kWord);
    }
  }
  size_t end = begin + 1;
  while (ByteHere(end) == '.' || ByteHere(end) == '!' || ByteHere(end) == '?') {
    ++end;
  }
  Emit(end, TokenKind::kPunctuation);
}

void Scanner::ScanHash() {
  size_t end = at_ + 1;
  if (IsBoundaryBefore(at_) && IsWordAt(end) && ExtendsEnd(end) == end) {
    const size_t digits = DigitsEnd(end);
    if (digits == end || IsByte(ByteHere(digits), kAlphaByte)) {
      const size_t word_end = WordEnd(end);
      if (word_end > end) return Emit(word_end, TokenKind::kHashtag);
    }
  }
  ScanRun();
}

void Scanner::ScanAt() {
  size_t end = at_ + 1;
  if (IsBoundaryBefore(at_) && IsByte(ByteHere(end), kAlphaByte)) {
    while (IsByte(ByteHere(end), kAlnumByte) || ByteHere(end) == '_') ++end;
    return Emit(end, TokenKind::kMention);
  }
  Emit(end, TokenKind::kSymbol);
}

// The few faces that are written with ASCII signs: eyes, a nose, a mouth.
bool Scanner::ScanEmoticon() {
  const char eyes = text_[at_];
  size_t end = at_ + 1;
  if (eyes == '<') {
    if (!space_before_ || ByteHere(end) != '3' || IsWordAt(end + 1)) {
      return false;
    }
    Emit(end + 1, TokenKind::kSymbol);
    return true;
  }
  if (eyes == '^' || eyes == '-') {
    if (ByteHere(end) != '_' || ByteHere(end + 1) != eyes) return false;
    Emit(end + 2, TokenKind::kSymbol);
    return true;
  }
  if (eyes != ':' && eyes != ';' && eyes != '=') return false;
  const char nose = ByteHere(end);
  const bool has_nose = nose == '-' || nose == '\'' || nose == '^';
  if (has_nose) ++end;
  const char mouth = ByteHere(end);
  if (!MayEndEmoticon(mouth)) return false;
  ++end;
  const bool is_round = mouth == ')' || mouth == '(';
  if (!is_round && !space_before_) return false;
  if (!has_nose && !space_before_ && !IsSpaceAt(end)) return false;
  while (is_round && ByteHere(end) == mouth) ++end;
  if (IsWordAt(end)) return false;
  if (!is_round && !IsSpaceAt(end) && ByteHere(end) != '.') return false;
  Emit(end, TokenKind::kSymbol);
  return true;
}

// Apostrophes and single quotes at the start of a token.
void Scanner::ScanApostrophe(size_t length) {
  const size_t after = at_ + length;
  if (IsByte(ByteHere(after), kDigitByte) && IsBoundaryBefore(at_)) {
    const size_t digits = DigitsEnd(after);
    const bool is_decade = ToLowerByte(ByteHere(digits)) == 's';
    const size_t end = is_decade ? digits + 1 : digits;
    if (digits == after + 2 && !IsWordAt(end)) {
      return Emit(end, TokenKind::kNumber);
    }
  }
  if (IsByte(ByteHere(after), kAlphaByte)) {
    size_t end = after;  // the lists have short words only
    while (IsByte(ByteHere(end), kAlphaByte) && end - after <= 8) ++end;
    const std::string_view letters = text_.substr(after, end - after);
    if (!IsWordAt(end) && (IsClitic(letters) || IsClipped(letters))) {
      return Emit(end, TokenKind::kWord);
    }
  }
  // Two of them are one double quote.
  size_t end = after;
  size_t second = 0;
  if (IsApostropheAt(end, &second) && second == length) end += second;
  Emit(end, TokenKind::kPunctuation);
}

bool Scanner::ScanLink(size_t end) {
  const Link link = links_.Find(at_, end);
  if (link.end == 0) return false;
  // An ampersand in an address parts its parameters.
  Add(ExtendsEnd(link.end), link.kind, 0);
  return true;
}

// One emoji: its base, what modifies it, and what joiners add to it; or two
// regional indicators, which are a flag.
void Scanner::ScanEmoji(const Character& first) {
  const uint8_t flags = PropertiesOf(first.value).flags;
  size_t end = at_ + first.length;
  bool is_emoji = (flags & (kCharEmoji | kCharRegional)) != 0;
  if ((flags & kCharRegional) != 0) {
    if (end < text_.size()) {
      const DecodedCodePoint next = DecodeUtf8(text_, end);
      if ((PropertiesOf(next.value).flags & kCharRegional) != 0) {
        end += next.length;
      }
    }
    return Emit(end, TokenKind::kEmoji);
  }
  char32_t last = first.value;
  while (end < text_.size() && IsByte(text_[end], kHighByte)) {
    const DecodedCodePoint next = DecodeUtf8(text_, end);
    const uint8_t next_flags = PropertiesOf(next.value).flags;
    const bool joined =
        last == kZeroWidthJoiner && (next_flags & kCharPictograph) != 0;
    if ((next_flags & kCharExtend) == 0 && !joined) break;
    is_emoji = is_emoji || joined || next.value == kEmojiPresentation;
    last = next.value;
    end += next.length;
  }
  Emit(end, is_emoji ? TokenKind::kEmoji : TokenKind::kSymbol);
}

void Scanner::ScanCharacter() {
  const Character c = CharacterAt(at_);
  if (!c.is_reference && IsSpace(c.value)) {
    space_before_ = true;
    at_ += c.length;
    return;
  }
  const CharacterProperties properties = PropertiesOf(c.value);
  const bool begins_word =
      c.is_valid &&
      (IsLetter(c.value) || (properties.flags & kCharPrepend) != 0 ||
       IsDigit(c.value)) &&
      (properties.flags & kCharUnspaced) == 0;
  if (begins_word) return ScanWord();
  ScanSpecialCharacter(c);
}

void Scanner::ScanSpecialCharacter(const Character& c) {
  const CharacterProperties properties = PropertiesOf(c.value);
  const size_t end = at_ + c.length;
  if (!c.is_valid) return Emit(end, TokenKind::kOther);
  if (c.value == U'\u2019' || (c.is_reference && c.value == U'\'')) {
    return ScanApostrophe(c.length);
  }
  if (!c.is_reference &&
      (properties.flags & (kCharRegional | kCharPictograph)) != 0) {
    return ScanEmoji(c);
  }
  if (c.is_reference && IsSpace(c.value)) {
    Emit(end, TokenKind::kOther);
    space_before_ = true;
    return;
  }
  const TokenKind kind =
      c.value < 0x80 && IsSymbolByte(static_cast<char>(c.value))
          ? TokenKind::kSymbol
          : KindOf(properties.category);
  if (c.is_reference) return Emit(end, kind);
  // Dashes and ellipses run on, as their ASCII forms do.
  size_t run = end;
  if (c.value == U'\u2018') {  // two single quotes for a double one
    size_t second = 0;
    const bool opens =
        text_.substr(run, c.length) == text_.substr(at_, c.length);
    if (opens) {
      run += c.length;
    } else if (IsApostropheAt(run, &second) && second == c.length) {
      run += second;
    }
  } else if (c.value == U'\u2014' || c.value == U'\u2013' ||
             c.value == U'\u2026') {
    const std::string_view bytes = text_.substr(at_, c.length);
    while (text_.substr(run, c.length) == bytes) run += c.length;
    while (c.value == U'\u2026' && ByteHere(run) == '.') ++run;
  }
  if ((properties.flags & kCharPrepend) != 0 && !IsSpaceAt(run)) {
    run += CharacterAt(run).length;
  }
  Emit(run, kind);
}

}  // namespace onym::internal
