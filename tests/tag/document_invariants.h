// What holds for every document that a tagger makes.

#ifndef ONYM_TESTS_TAG_DOCUMENT_INVARIANTS_H_
#define ONYM_TESTS_TAG_DOCUMENT_INVARIANTS_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "onym/document.h"

namespace onym::internal {

// Whether the entity's bytes are those of its tokens.
inline bool CoversItsTokens(const Document& document, const Entity& entity) {
  const auto tokens = document.tokens();
  return entity.first_token < entity.end_token &&
         entity.end_token <= tokens.size() &&
         entity.begin == tokens[entity.first_token].begin &&
         entity.end == tokens[entity.end_token - 1].end;
}

// Returns the first rule that the document breaks, "" if it keeps all.
inline std::string CheckDocument(std::string_view text,
                                 const Document& document) {
  uint32_t end_token = 0;
  for (const Sentence& sentence : document.sentences()) {
    if (sentence.first_token != end_token) return "gap between sentences";
    end_token = sentence.end_token;
  }
  if (end_token != document.tokens().size()) return "token of no sentence";
  size_t sentence = 0;
  uint32_t last_token = 0;
  for (const Entity& entity : document.entities()) {
    if (!CoversItsTokens(document, entity)) return "entity between tokens";
    if (entity.end > text.size()) return "entity past the end";
    if (entity.first_token < last_token) return "entities overlap";
    last_token = entity.end_token;
    while (document.sentences()[sentence].end_token <= entity.first_token) {
      ++sentence;
    }
    if (entity.end_token > document.sentences()[sentence].end_token) {
      return "entity across sentences";
    }
    if (!(entity.confidence >= 0.0f && entity.confidence <= 1.0f)) {
      return "confidence is no probability";
    }
    if (document.type_name(entity.type).empty()) return "entity of no type";
    if (entity.group != 0 || entity.flags != 0) return "unknown mark";
  }
  return "";
}

}  // namespace onym::internal

#endif  // ONYM_TESTS_TAG_DOCUMENT_INVARIANTS_H_
