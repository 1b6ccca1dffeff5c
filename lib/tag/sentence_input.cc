// Case modes, cutting of over-long sentences, decoding of tokens.

#include "tag/sentence_input.h"

#include <algorithm>

#include "onym/tokenizer.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace onym {

namespace {

// Letters of a stretch of text, counted by case.
struct LetterCount {
  size_t upper = 0;
  size_t lower = 0;
  size_t words = 0;  // tokens with a letter
};

LetterCount CountLetters(std::string_view text,
                         absl::Span<const Token> tokens) {
  LetterCount count;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kWord) continue;
    const size_t before = count.upper + count.lower;
    for (size_t at = token.begin; at < token.end;) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte < 0x80) {
        count.upper += byte >= 'A' && byte <= 'Z';
        count.lower += byte >= 'a' && byte <= 'z';
        ++at;
        continue;
      }
      const DecodedCodePoint decoded = DecodeUtf8(text, at);
      count.upper += IsUpper(decoded.value);
      count.lower += IsLower(decoded.value);
      at += decoded.length;
    }
    count.words += count.upper + count.lower != before;
  }
  return count;
}

}  // namespace

void FindCaseModes(std::string_view text, absl::Span<const Token> tokens,
                   absl::Span<const Sentence> sentences,
                   std::vector<CaseMode>* modes) {
  modes->clear();
  size_t upper = 0;
  size_t lower = 0;
  for (const Sentence& sentence : sentences) {
    const LetterCount count = CountLetters(
        text, tokens.subspan(sentence.first_token,
                             sentence.end_token - sentence.first_token));
    upper += count.upper;
    lower += count.lower;
    // Short stretches of capitals are names as often as not.
    modes->push_back(count.lower == 0 && count.words >= 3
                         ? CaseMode::kCaseless
                         : CaseMode::kCased);
  }
  // One capital in two hundred letters is less than sentence starts alone make.
  if (upper * 200 <= upper + lower) {
    modes->assign(sentences.size(), CaseMode::kCaseless);
  }
}

void CutSentences(absl::Span<const Token> tokens,
                  absl::Span<const Sentence> sentences,
                  std::vector<Sentence>* pieces) {
  pieces->clear();
  for (const Sentence& sentence : sentences) {
    uint32_t first = sentence.first_token;
    do {
      const uint32_t end = std::min(
          sentence.end_token, first + static_cast<uint32_t>(kLongestSentence));
      pieces->push_back({tokens[first].begin, tokens[end - 1].end, first, end});
      first = end;
    } while (first < sentence.end_token);
  }
}

bool IsHeadline(std::string_view text, absl::Span<const Token> sentence) {
  // Closing quotes and brackets may follow the mark.
  constexpr size_t kClosing = 3;
  for (size_t i = 0; i < std::min(sentence.size(), kClosing); ++i) {
    const Token& token = sentence[sentence.size() - 1 - i];
    const char last = text[token.end - 1];
    if (last == '.' || last == '!' || last == '?' || last == ':' ||
        last == ';' || last == ',') {
      return false;
    }
    if (token.kind != TokenKind::kPunctuation) return true;
  }
  return false;
}

std::string_view TokenCharacters(std::string_view text, const Token& token,
                                 std::string* buffer) {
  if ((token.flags & kTokenHasReference) == 0) {
    return text.substr(token.begin, token.end - token.begin);
  }
  buffer->clear();
  AppendDecodedToken(text, token, buffer);
  return *buffer;
}

}  // namespace onym
