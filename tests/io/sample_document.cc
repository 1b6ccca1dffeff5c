// The simplest tokens and sentences there are.

#include "tests/io/sample_document.h"

#include <memory>
#include <utility>

namespace onym {

const std::vector<std::string>& SampleTypes() {
  static const auto* const types =
      new std::vector<std::string>{"PERSON", "ORG", "a<b"};
  return *types;
}

Document SampleDocument(std::string_view text,
                        const std::vector<SampleEntity>& entities) {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  bool space = true;     // whether the byte before is no part of a token
  bool new_line = true;  // whether the next token begins a sentence
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' || text[i] == '\n') {
      space = true;
      new_line = new_line || text[i] == '\n';
      continue;
    }
    if (space) {
      tokens.push_back({i, i, TokenKind::kWord, kTokenSpaceBefore});
      const uint32_t index = static_cast<uint32_t>(tokens.size() - 1);
      if (new_line) sentences.push_back({i, i, index, index});
      space = new_line = false;
    }
    tokens.back().end = i + 1;
    sentences.back().end = i + 1;
    sentences.back().end_token = static_cast<uint32_t>(tokens.size());
  }
  std::vector<Entity> spans;
  for (const SampleEntity& e : entities) {
    spans.push_back({tokens[e.first_token].begin, tokens[e.end_token - 1].end,
                     e.first_token, e.end_token, e.type, e.confidence});
  }
  return Document(
      std::move(tokens), std::move(sentences), std::move(spans),
      std::make_shared<const std::vector<std::string>>(SampleTypes()));
}

std::string Written(const DocumentWriter& writer, std::string_view id,
                    std::string_view text, const Document& document) {
  std::string out;
  writer.AppendDocument({id, text, document}, &out);
  return out;
}

}  // namespace onym
