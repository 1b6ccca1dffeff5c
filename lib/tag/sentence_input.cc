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
  size_t words = 0;        // tokens with a letter
  size_t long_words = 0;   // those of at least four letters
  size_t long_titled = 0;  // long words that begin with a capital
};

void CountWord(std::string_view word, LetterCount* count) {
  const size_t upper = count->upper;
  const size_t lower = count->lower;
  bool titled = false;
  for (size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < 0x80) {
      count->upper += byte >= 'A' && byte <= 'Z';
      count->lower += byte >= 'a' && byte <= 'z';
      ++at;
    } else {
      const DecodedCodePoint decoded = DecodeUtf8(word, at);
      count->upper += IsUpper(decoded.value);
      count->lower += IsLower(decoded.value);
      at += decoded.length;
    }
    titled = titled || (count->upper > upper && count->lower == lower);
  }
  const size_t letters = count->upper - upper + count->lower - lower;
  count->words += letters > 0;
  count->long_words += letters >= 4;
  count->long_titled += letters >= 4 && titled;
}

LetterCount CountLetters(std::string_view text,
                         absl::Span<const Token> tokens) {
  LetterCount count;
  std::string buffer;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kWord) continue;
    CountWord(TokenCharacters(text, token, &buffer), &count);
  }
  return count;
}

// Whether a sentence's letters tell nothing of names: all are capitals, or all
// words but the small ones begin with one, as in headlines. Short stretches of
// capitals are names as often as not.
bool IsCaseless(const LetterCount& count) {
  return (count.lower == 0 && count.words >= 3) ||
         (count.long_words == count.long_titled && count.long_words >= 4);
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
    modes->push_back(IsCaseless(count) ? CaseMode::kCaseless
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
      const uint32_t end =
          first + std::min(sentence.end_token - first,
                           static_cast<uint32_t>(kLongestSentence));
      pieces->push_back({tokens[first].begin, tokens[end - 1].end, first, end});
      first = end;
    } while (first < sentence.end_token);
  }
}

bool IsHeadline(std::string_view text, absl::Span<const Token> sentence) {
  // Closing quotes and brackets may follow the mark.
  constexpr size_t kClosing = 3;
  std::string buffer;
  for (size_t i = 0; i < std::min(sentence.size(), kClosing); ++i) {
    const Token& token = sentence[sentence.size() - 1 - i];
    const char last = TokenCharacters(text, token, &buffer).back();
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
