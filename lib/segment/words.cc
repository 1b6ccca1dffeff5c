// The scanner's words: letters of any script with what joins and parts them.

#include <algorithm>

#include "segment/abbreviations.h"
#include "segment/ascii.h"
#include "segment/contractions.h"
#include "segment/scanner.h"
#include "text/unicode.h"

namespace onym::internal {
namespace {

// Format characters that stand inside words without being seen.
bool IsInvisibleJoiner(char32_t c) { return c == 0x00AD || c == 0x2060; }

}  // namespace

// The end of the letters, digits and marks at `offset`, with underscores
// between them and references to such characters.
size_t Scanner::WordEnd(size_t offset) const {
  size_t end = offset;
  while (end < text_.size()) {
    const char c = text_[end];
    if (IsByte(c, kAlnumByte)) {
      ++end;
      continue;
    }
    if (c == '_') {
      if (end == offset || !IsByte(ByteHere(end + 1), kAlnumByte)) return end;
      ++end;
      continue;
    }
    if (!IsByte(c, kHighByte) && c != '&') return end;
    const Character character = CharacterAt(end);
    if (c == '&' && !character.is_reference) return end;
    const uint8_t flags = PropertiesOf(character.value).flags;
    const bool is_word = IsLetter(character.value) ||
                         IsDigit(character.value) ||
                         IsInvisibleJoiner(character.value) ||
                         (flags & (kCharExtend | kCharPrepend)) != 0;
    const bool parts =
        (flags & kCharUnspaced) != 0 && (flags & kCharExtend) == 0;
    if (!character.is_valid || !is_word || parts) return end;
    end += character.length;
    const bool prepends = (flags & kCharPrepend) != 0;
    if (prepends && end < text_.size() && !IsSpaceAt(end)) {
      const Character next = CharacterAt(end);
      const GeneralCategory category = PropertiesOf(next.value).category;
      if (next.is_valid && category != GeneralCategory::kCc &&
          category != GeneralCategory::kCf) {
        end += next.length;
      }
    }
  }
  return end;
}

void Scanner::ScanWord() {
  const size_t begin = at_;
  size_t end = LettersEnd(begin);
  const char next = ByteHere(end);
  if (next == ' ' || next == ',' || next == '\n' || next == ')') {
    EmitFused(end);
    return;
  }
  if (end > begin && ScanLink(IsByte(next, kDigitByte) ? WordEnd(end) : end)) {
    return;
  }
  end = WordEnd(begin);
  if (end == begin) {  // a joiner or prepending character with nothing to join
    return Emit(begin + CharacterAt(begin).length, TokenKind::kOther);
  }
  end = WordTail(begin, end);
  if (end == at_) return;
  const bool is_number =
      IsByte(text_[begin], kHighByte) && IsDigit(CharacterAt(begin).value);
  Emit(end, is_number ? TokenKind::kNumber : TokenKind::kWord);
}

// Emits the word that ends at `end`, in two parts if two were written as one.
void Scanner::EmitFused(size_t end) {
  const std::string_view word = text_.substr(at_, end - at_);
  if (MayBeFused(word)) {
    const size_t split = SplitFusedWord(word);
    if (split != 0) {
      EmitPlain(at_ + split);
    } else if (LacksApostrophe(word, text_, end)) {
      EmitPlain(end - 1);
    }
  }
  EmitPlain(end);
}

// Decides about the mark after a word that began at `begin` and may go on
// behind it. Emits what comes apart and returns the end of the rest.
size_t Scanner::WordTail(size_t begin, size_t end) {
  for (;;) {
    size_t length = 0;
    const char c = ByteHere(end);
    if (IsApostropheAt(end, &length)) {
      if (JoinsAfterApostrophe(begin, length, &end)) continue;
      return end;
    }
    const bool word_follows = IsWordAt(end + 1);
    if (c == '.') return AfterStop(begin, end);
    if (c == '-' && word_follows) {
      const size_t next_end = LettersEnd(end + 1);
      const std::string_view next = text_.substr(end + 1, next_end - end - 1);
      const bool joins =
          IsPrefix(text_.substr(begin, end - begin), text_[end + 1]) ||
          (next.size() <= 5 && !IsWordAt(next_end) && IsSuffix(next));
      if (!joins) break;
      end = WordEnd(end + 1);
      continue;
    }
    if (c == '&') {
      const size_t joined = AmpersandEnd(begin, end);
      if (joined == end) break;
      end = joined;
      continue;
    }
    if (c == '*' && word_follows) {
      end = WordEnd(end + 1);
      continue;
    }
    if (c == '/' && end - begin == 1) {
      // a/c, w/o and f/2, but w/ | friends
      if (word_follows && !IsWordAt(end + 2) && ByteHere(end + 2) != '/') {
        end = WordEnd(end + 1);
        continue;
      }
      if (ToLowerByte(text_[begin]) == 'w') return end + 1;
    }
    if (c == '$' && end - begin <= 3 && IsByte(text_[end - 1], kUpperByte)) {
      return end + 1;
    }
    break;
  }
  const size_t split = SplitFusedWord(text_.substr(begin, end - begin));
  if (split != 0) Emit(begin + split, TokenKind::kWord);
  return end;
}

// The end of R&D and AT&amp;T, whose first part ends at `end`; `end` if an
// ampersand there does not join it to a second part.
size_t Scanner::AmpersandEnd(size_t begin, size_t end) const {
  const Character c = CharacterAt(end);
  if (c.value != U'&') return end;
  const size_t after = end + c.length;
  const size_t right = WordEnd(after) - after;
  const bool joins = end - begin <= 4 && right >= 1 && right <= 3;
  return joins ? after + right : end;
}

// A word that began at `begin` ends at *end, where an apostrophe of `length`
// bytes stands. Moves *end behind the letters after it; emits the first part if
// they are a word of their own, else returns that the word goes on.
bool Scanner::JoinsAfterApostrophe(size_t begin, size_t length, size_t* end) {
  const size_t apostrophe = *end;
  const size_t after = apostrophe + length;
  if (!IsWordAt(after)) return false;
  *end = WordEnd(after);
  if (*end == after) {  // a character of an unspaced script
    *end = apostrophe;
    return false;
  }
  const std::string_view next = text_.substr(after, *end - after);
  const bool is_negation = next.size() == 1 && ToLowerByte(next[0]) == 't' &&
                           apostrophe - begin >= 2 &&
                           ToLowerByte(text_[apostrophe - 1]) == 'n';
  if (!is_negation && !IsClitic(next)) return true;
  Emit(apostrophe - (is_negation ? 1 : 0), TokenKind::kWord);
  return false;
}

// The end of single letters with a full stop between each two, as in U.S or
// e.g; `begin` + 1 if there is no second.
size_t Scanner::AcronymEnd(size_t begin) const {
  size_t end = begin + 1;
  while (ByteHere(end) == '.' && IsByte(ByteHere(end + 1), kAlphaByte) &&
         !IsWordAt(end + 2)) {
    end += 2;
  }
  return end;
}

// How the letter at `begin`, which a full stop follows, behaves.
AbbreviationClass Scanner::ClassOfLetter(size_t begin) const {
  const char letter = text_[begin];
  if (letter == 'v') return AbbreviationClass::kMiddle;  // versus
  if (IsByte(letter, kLowerByte)) return AbbreviationClass::kNumber;
  // I is an initial after a name, else the pronoun.
  const bool after_name =
      !tokens_->empty() && IsByte(text_[tokens_->back().begin], kUpperByte);
  return letter != 'I' || after_name ? AbbreviationClass::kMiddle
                                     : AbbreviationClass::kNone;
}

// Looks at the word that ends at *end, before a full stop; moves *end to the
// last letter of U.S. and Ph.D., which have stops inside.
AbbreviationClass Scanner::ClassOfWord(size_t begin, size_t* end) const {
  const std::string_view word = text_.substr(begin, *end - begin);
  if (word == "Ph" && text_.substr(*end, 3) == ".D.") {
    *end += 2;
    return AbbreviationClass::kMiddle;
  }
  if (word.size() > 1 || !IsByte(word[0], kAlphaByte)) {
    return ClassOfAbbreviation(word);
  }
  const size_t acronym_end = AcronymEnd(begin);
  if (acronym_end == *end) return ClassOfLetter(begin);
  *end = acronym_end;
  const LowerWord acronym(text_.substr(begin, acronym_end - begin));
  const bool always = acronym.view() == "e.g" || acronym.view() == "i.e" ||
                      acronym.view() == "p.s";
  return always ? AbbreviationClass::kAlways : AbbreviationClass::kMiddle;
}

// The word ends at `end`, where a full stop stands. Returns where its token
// ends, with or without the stop.
size_t Scanner::AfterStop(size_t begin, size_t end) {
  if (ByteHere(end + 1) == '.' && ByteHere(end + 2) == '.') return end;
  const AbbreviationClass kind = ClassOfWord(begin, &end);
  if (ByteHere(end) != '.') return end;
  bool owns = kind != AbbreviationClass::kNone;
  if (ByteHere(end + 1) == '.') {
    // Two stops are the abbreviation's and the sentence's; more are an
    // ellipsis.
    owns =
        owns && kind != AbbreviationClass::kNumber && ByteHere(end + 2) != '.';
  } else if (owns) {
    owns = OwnsStop(text_.substr(begin, end - begin), kind,
                    FollowingAt(text_, end + 1));
  }
  if (owns) return end + 1;
  const size_t split = SplitFusedWord(text_.substr(begin, end - begin));
  if (split != 0) Emit(begin + split, TokenKind::kWord);
  return end;
}

}  // namespace onym::internal
