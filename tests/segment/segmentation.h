// Tokens and sentences as strings, for tests that read like the text.

#ifndef ONYM_TESTS_SEGMENT_SEGMENTATION_H_
#define ONYM_TESTS_SEGMENT_SEGMENTATION_H_

#include <string>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"
#include "onym/tokenizer.h"

namespace onym::internal {

inline std::vector<Token> Tokenized(std::string_view text) {
  std::vector<Token> tokens;
  EXPECT_TRUE(Tokenizer().Tokenize(text, &tokens).ok());
  return tokens;
}

// The tokens of `text` with a space between each two.
inline std::string Tokens(std::string_view text) {
  std::string joined;
  for (const Token& token : Tokenized(text)) {
    if (!joined.empty()) joined += ' ';
    joined += text.substr(token.begin, token.end - token.begin);
  }
  return joined;
}

inline std::vector<std::string> Sentences(std::string_view text) {
  const std::vector<Token> tokens = Tokenized(text);
  std::vector<Sentence> sentences;
  SentenceSplitter().Split(text, tokens, &sentences);
  std::vector<std::string> strings;
  for (const Sentence& sentence : sentences) {
    strings.emplace_back(
        text.substr(sentence.begin, sentence.end - sentence.begin));
  }
  return strings;
}

}  // namespace onym::internal

#endif  // ONYM_TESTS_SEGMENT_SEGMENTATION_H_
