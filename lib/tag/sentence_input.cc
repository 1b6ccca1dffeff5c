// Case modes, cutting of over-long sentences, decoding of tokens.

#include "tag/sentence_input.h"

#include <algorithm>

#include "onym/tokenizer.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace onym {

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

CaseMode CaseModeOf(const LetterCount& document, const LetterCount& sentence) {
  // One capital in two hundred letters is less than sentence starts alone make.
  if (document.upper * 200 <= document.upper + document.lower) {
    return CaseMode::kCaseless;
  }
  // Short stretches of capitals are names as often as not.
  return sentence.lower == 0 && sentence.words >= 3 ? CaseMode::kCaseless
                                                    : CaseMode::kCased;
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

void PadWords(absl::Span<const Word> words, CaseMode mode,
              std::vector<Word>* padded) {
  padded->clear();
  for (int place = kWindow; place-- > 0;) {
    padded->push_back(BoundaryWord(false, place, mode));
  }
  padded->insert(padded->end(), words.begin(), words.end());
  for (int place = 0; place < kWindow; ++place) {
    padded->push_back(BoundaryWord(true, place, mode));
  }
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
