// The state machine behind Tokenizer.

#ifndef ONYM_LIB_SEGMENT_SCANNER_H_
#define ONYM_LIB_SEGMENT_SCANNER_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "onym/document.h"
#include "segment/abbreviations.h"
#include "segment/ascii.h"
#include "segment/links.h"

namespace onym::internal {

// Cuts one text into tokens from left to right. Each method named Scan reads a
// token, or a few that belong together, from at_ and moves at_ behind it.
class Scanner final {
 public:
  // `text` has fewer than 2^32 - 1 bytes; *tokens is appended to.
  Scanner(std::string_view text, std::vector<Token>* tokens)
      : text_(text), tokens_(tokens), links_(text) {}

  void Run();

 private:
  // A character: of one byte, of several, or named by a reference.
  struct Character {
    char32_t value;
    uint32_t length;
    bool is_reference;
    bool is_valid;
  };

  char ByteHere(size_t offset) const {
    return offset < text_.size() ? text_[offset] : '\0';
  }
  Character CharacterAt(size_t offset) const;
  bool IsWordCharacterAt(size_t offset) const;

  // Whether a letter, digit or mark stands at `offset`.
  bool IsWordAt(size_t offset) const {
    if (offset >= text_.size()) return false;
    const char c = text_[offset];
    if (IsByte(c, kAlnumByte)) return true;
    return (IsByte(c, kHighByte) || c == '&') && IsWordCharacterAt(offset);
  }
  bool IsSpaceAt(size_t offset) const;
  bool IsBoundaryBefore(size_t offset) const;
  bool IsApostropheAt(size_t offset, size_t* length) const;
  size_t WordEnd(size_t offset) const;
  bool IsKeycap(size_t begin, size_t end) const;
  bool HoldsReference(size_t begin, size_t end) const;
  size_t ExtendsEnd(size_t offset) const;

  size_t LettersEnd(size_t offset) const {
    return AsciiLettersEnd(text_, offset);
  }
  size_t DigitsEnd(size_t offset) const {
    while (offset < text_.size() && IsByte(text_[offset], kDigitByte)) ++offset;
    return offset;
  }

  // Adds the token from at_ to `end` and what extends it there.
  void Emit(size_t end, TokenKind kind) {
    if (end < text_.size() && IsByte(text_[end], kHighByte)) {
      end = ExtendsEnd(end);
      if (IsKeycap(at_, end)) kind = TokenKind::kEmoji;
    }
    Add(end, kind, HoldsReference(at_, end) ? kTokenHasReference : 0);
  }

  // The same of ASCII letters that nothing extends.
  void EmitPlain(size_t end) { Add(end, TokenKind::kWord, 0); }

  void Add(size_t end, TokenKind kind, int flags) {
    if (space_before_) flags |= kTokenSpaceBefore;
    // Member by member: a whole token would be built elsewhere and read back
    // before its narrow stores are done.
    tokens_->emplace_back();
    Token& token = tokens_->back();
    token.begin = static_cast<uint32_t>(at_);
    token.end = static_cast<uint32_t>(end);
    token.kind = kind;
    token.flags = static_cast<uint16_t>(flags);
    at_ = end;
    space_before_ = false;
  }

  void EmitFused(size_t end);

  void ScanByte(char c);
  void ScanCharacter();
  void ScanSpecialCharacter(const Character& c);
  void ScanWord();
  size_t WordTail(size_t begin, size_t end);
  bool JoinsAfterApostrophe(size_t begin, size_t length, size_t* end);
  size_t AfterStop(size_t begin, size_t end);
  size_t AcronymEnd(size_t begin) const;
  size_t AmpersandEnd(size_t begin, size_t end) const;
  AbbreviationClass ClassOfLetter(size_t begin) const;
  AbbreviationClass ClassOfWord(size_t begin, size_t* end) const;
  void ScanNumber();
  size_t NumberEnd(size_t begin) const;
  size_t SlashedEnd(size_t begin, size_t first_end) const;
  size_t HyphenatedEnd(size_t begin, size_t first_end) const;
  size_t AfterDigits(size_t end);
  void ScanApostrophe(size_t length);
  void ScanRun();
  void ScanStops();
  void ScanHash();
  void ScanAt();
  bool ScanEmoticon();
  bool ScanLink(size_t end);
  void ScanEmoji(const Character& first);

  std::string_view text_;
  std::vector<Token>* tokens_;
  LinkFinder links_;
  size_t at_ = 0;
  bool space_before_ = true;
};

}  // namespace onym::internal

#endif  // ONYM_LIB_SEGMENT_SCANNER_H_
