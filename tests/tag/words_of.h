// Words for tests, with the boundaries that stand around a sentence.

#ifndef ONYM_TESTS_TAG_WORDS_OF_H_
#define ONYM_TESTS_TAG_WORDS_OF_H_

#include <string_view>
#include <vector>

#include "tag/features.h"
#include "tag/word.h"

namespace onym::internal {

inline std::vector<Word> WordsOf(const std::vector<std::string_view>& words) {
  std::vector<Word> analyzed;
  for (std::string_view word : words) {
    analyzed.push_back(AnalyzeWord(word, CaseMode::kCased, WordTable()));
  }
  return analyzed;
}

// Words of a document; each sentence with boundary words around.
inline std::vector<Word> DocumentWords(
    const std::vector<std::vector<std::string_view>>& sentences) {
  std::vector<Word> words;
  for (const auto& sentence : sentences) {
    for (int place = kWindow; place-- > 0;) {
      words.push_back(BoundaryWord(false, place, CaseMode::kCased));
    }
    const std::vector<Word> own = WordsOf(sentence);
    words.insert(words.end(), own.begin(), own.end());
    for (int place = 0; place < kWindow; ++place) {
      words.push_back(BoundaryWord(true, place, CaseMode::kCased));
    }
  }
  return words;
}

}  // namespace onym::internal

#endif  // ONYM_TESTS_TAG_WORDS_OF_H_
