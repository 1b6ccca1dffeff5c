// What a document tells of its words.

#include "tag/document_context.h"

#include <string>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"
#include "tests/tag/words_of.h"

namespace onym {
namespace {

using internal::DocumentWords;

// Indexes of words: two boundary words stand before and after each sentence.

TEST(DocumentContextTest, CountsHowAWordIsWritten) {
  const auto words = DocumentWords(
      {{"Turkey", "and", "Turkey"}, {"A", "turkey", "in", "TURKEY", "5"}});
  DocumentContext context;
  context.Build(words);
  for (size_t index : {2u, 4u, 10u, 12u}) {
    // The one that begins a sentence is not counted as capitalized.
    EXPECT_EQ(context.CountsOf(index).capitalized, 2u) << index;
    EXPECT_EQ(context.CountsOf(index).lower, 1u) << index;
  }
  EXPECT_EQ(context.CountsOf(3).capitalized, 0u);
  EXPECT_EQ(context.CountsOf(3).lower, 1u);
}

TEST(DocumentContextTest, ForgetsTheDocumentBefore) {
  DocumentContext context;
  context.Build(DocumentWords({{"In", "Oslo", "Oslo"}, {"oslo"}}));
  context.Build(DocumentWords({{"In", "Oslo"}}));
  EXPECT_EQ(context.CountsOf(3).capitalized, 1u);
  EXPECT_EQ(context.CountsOf(3).lower, 0u);
  context.Build({});
}

TEST(DocumentContextTest, ManyWords) {
  std::vector<std::string> names;
  for (int i = 0; i < 5000; ++i) names.push_back("N" + std::to_string(i));
  const std::vector<std::string_view> views(names.begin(), names.end());
  DocumentContext context;
  context.Build(DocumentWords({views, views}));
  for (size_t i = 0; i < names.size(); ++i) {
    const WordCounts& counts = context.CountsOf(kWindow + i);
    ASSERT_EQ(counts.capitalized, i == 0 ? 0u : 2u);
    ASSERT_EQ(&counts, &context.CountsOf(3 * kWindow + names.size() + i));
  }
}

// Words that were made to have one place in the table.
TEST(DocumentContextTest, CollidingWordsAreCountedOrNotAtAll) {
  std::vector<Word> words =
      DocumentWords({std::vector<std::string_view>(5001, "Oslo")});
  for (size_t i = 0; i <= 5000; ++i) {
    words[kWindow + i].phrase = uint64_t{7} << 32 | (i / 2 + 1);
  }
  DocumentContext context;
  context.Build(words);
  size_t counted = 0;
  for (size_t i = 2; i <= 5000; ++i) {
    const uint32_t capitalized = context.CountsOf(kWindow + i).capitalized;
    ASSERT_TRUE(capitalized == 0 || capitalized == (i == 5000 ? 1u : 2u));
    counted += capitalized != 0;
  }
  EXPECT_GT(counted, 20u);
  EXPECT_LT(counted, 1000u);
}

// Words that somebody chose so that all of them fall on one place of the table.
// If the search for a place had no limit, this would not end in time.
TEST(DocumentContextTest, CollidingWordsCostNoMore) {
  constexpr size_t kWords = 400000;
  std::vector<Word> words(2 * kWindow,
                          BoundaryWord(false, 0, CaseMode::kCased));
  Word word = BoundaryWord(false, 0, CaseMode::kCased);
  word.capitals = Capitals::kLower;
  for (uint64_t i = 1; i <= kWords; ++i) {
    word.phrase = i;
    words.insert(words.end() - kWindow, word);
  }
  DocumentContext context;
  context.Build(words);
  EXPECT_EQ(context.CountsOf(kWindow).lower, 1u);
  EXPECT_EQ(context.CountsOf(words.size() - kWindow - 1).lower, 0u);
}

}  // namespace
}  // namespace onym
