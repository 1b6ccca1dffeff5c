// What holds for the tokens, sentences and offsets of every text.

#ifndef ONYM_TESTS_SEGMENT_INVARIANTS_H_
#define ONYM_TESTS_SEGMENT_INVARIANTS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "onym/document.h"
#include "onym/offsets.h"
#include "onym/tokenizer.h"
#include "text/references.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace onym::internal {

// A text cut into its code points the slow and obvious way.
struct CodePoint {
  size_t begin;
  size_t end;
  char32_t value;
  bool well_formed;
};

inline std::vector<CodePoint> CodePointsOf(std::string_view text) {
  std::vector<CodePoint> points;
  for (size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = DecodeUtf8(text, at);
    points.push_back({at, at + c.length, c.value, c.well_formed});
    at += c.length;
  }
  return points;
}

inline std::string Broken(const char* rule, size_t offset) {
  return std::string(rule) + " at byte " + std::to_string(offset);
}

// Whether the token is a reference to a white-space character, such as &nbsp;,
// and perhaps marks that extend it.
inline bool IsSpaceReference(std::string_view text, const Token& token) {
  if (text[token.begin] != '&') return false;
  const CharacterReference reference =
      ReadCharacterReference(text, token.begin);
  return reference.length != 0 && IsSpace(reference.first);
}

// Returns the first rule that the tokens break, "" if they keep all.
inline std::string CheckTokens(std::string_view text,
                               const std::vector<Token>& tokens) {
  size_t next = 0;  // the token that is being looked for
  bool inside = false;
  bool after_space = true;
  for (const CodePoint& c : CodePointsOf(text)) {
    if (!inside && next < tokens.size() && tokens[next].begin == c.begin) {
      if (tokens[next].end <= c.begin) return Broken("empty token", c.begin);
      const bool flag = (tokens[next].flags & kTokenSpaceBefore) != 0;
      const bool space =
          after_space || (next > 0 && IsSpaceReference(text, tokens[next - 1]));
      if (flag != space) return Broken("wrong space flag", c.begin);
      if (!after_space && (PropertiesOf(c.value).flags & kCharExtend) != 0) {
        return Broken("token begins inside a grapheme cluster", c.begin);
      }
      inside = true;
    }
    const bool is_space = IsSpace(c.value);
    if (inside && is_space) return Broken("white space in token", c.begin);
    if (!inside && !is_space) return Broken("byte without token", c.begin);
    after_space = is_space;
    if (!inside) continue;
    if (tokens[next].end < c.end) return Broken("cut code point", c.begin);
    if (tokens[next].end == c.end) {
      inside = false;
      ++next;
    }
  }
  if (inside || next != tokens.size()) return Broken("stray token", next);
  for (const Token& token : tokens) {
    if ((token.flags & kTokenHasReference) == 0) continue;
    std::string decoded;
    AppendDecodedToken(text, token, &decoded);
    if (decoded == text.substr(token.begin, token.end - token.begin)) {
      return Broken("flag without reference", token.begin);
    }
  }
  return "";
}

// The same of the sentences.
inline std::string CheckSentences(const std::vector<Token>& tokens,
                                  const std::vector<Sentence>& sentences) {
  size_t next = 0;
  for (const Sentence& sentence : sentences) {
    if (sentence.first_token != next || sentence.end_token <= next ||
        sentence.end_token > tokens.size()) {
      return Broken("sentences do not share out the tokens", sentence.begin);
    }
    next = sentence.end_token;
    if (sentence.begin != tokens[sentence.first_token].begin ||
        sentence.end != tokens[next - 1].end) {
      return Broken("sentence differs from its tokens", sentence.begin);
    }
  }
  return next == tokens.size() ? "" : Broken("token without sentence", next);
}

// Compares an OffsetMap with a count from the start, at the offsets of tokens.
inline std::string CheckOffsets(std::string_view text,
                                const std::vector<Token>& tokens) {
  OffsetMap map(text);
  const std::vector<CodePoint> points = CodePointsOf(text);
  size_t index = 0;
  size_t utf16 = 0;
  for (const Token& token : tokens) {
    for (const size_t byte : {token.begin, token.end}) {
      while (index < points.size() && points[index].begin < byte) {
        utf16 += points[index].value > 0xFFFF ? 2 : 1;
        ++index;
      }
      const bool right =
          map.Convert(byte, OffsetUnit::kByte, OffsetUnit::kCodePoint) ==
              index &&
          map.Convert(byte, OffsetUnit::kByte, OffsetUnit::kUtf16) == utf16 &&
          map.Convert(index, OffsetUnit::kCodePoint, OffsetUnit::kByte) ==
              byte &&
          map.Convert(utf16, OffsetUnit::kUtf16, OffsetUnit::kByte) == byte;
      if (!right) return Broken("wrong offset", byte);
    }
  }
  return "";
}

// All of the above, for any bytes.
inline std::string CheckText(std::string_view text) {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  if (!Tokenizer().Tokenize(text, &tokens).ok()) return "not tokenized";
  SentenceSplitter().Split(text, tokens, &sentences);
  std::string broken = CheckTokens(text, tokens);
  if (broken.empty()) broken = CheckSentences(tokens, sentences);
  if (broken.empty()) broken = CheckOffsets(text, tokens);
  return broken;
}

}  // namespace onym::internal

#endif  // ONYM_TESTS_SEGMENT_INVARIANTS_H_
