// The feature templates. Their keys are part of the model format.

#include "tag/features.h"

#include <algorithm>
#include <set>
#include <vector>

#include "gtest/gtest.h"
#include "tests/tag/words_of.h"

namespace onym {
namespace {

using internal::DocumentWords;

// All keys of the token `index` of a one-sentence document.
std::vector<uint64_t> KeysOf(const std::vector<std::string_view>& sentence,
                             size_t index,
                             const std::vector<ListMarks>& marks) {
  const std::vector<Word> words = DocumentWords({sentence});
  DocumentContext context;
  context.Build(words);
  const SentenceView view = {
      words.data() + kWindow, sentence.size(), kWindow, marks, &context,
      /*is_headline=*/true};
  FeatureKeys keys;
  for (int offset = -kWindow; offset <= kWindow; ++offset) {
    const auto at = static_cast<size_t>(static_cast<int>(index) + offset);
    if (at < sentence.size()) {
      AddUnaryFeatures(AnalyzeWord(sentence[at], CaseMode::kCased, WordTable()),
                       offset, &keys);
    }
  }
  AddContextFeatures(view, index, &keys);
  return std::vector<uint64_t>(keys.begin(), keys.end());
}

TEST(FeaturesTest, KeysAreStable) {
  std::vector<ListMarks> marks(4);
  marks[1].begin = 5;
  marks[2].end = 5;
  const std::vector<std::string_view> sentence = {"Oslo", "and", "Oslo", "5"};
  uint64_t all = 0;
  size_t count = 0;
  for (size_t i = 0; i < sentence.size(); ++i) {
    for (uint64_t key : KeysOf(sentence, i, marks)) {
      all = all * 31 + key;
      ++count;
    }
  }
  EXPECT_EQ(count, 141u);
  EXPECT_EQ(all, 3117493257587612786u);
}

TEST(FeaturesTest, KeysOfATokenDiffer) {
  const std::vector<ListMarks> marks(6);
  const std::vector<std::string_view> sentence = {
      "Anna", "Berg", "left", "Alesund", "yesterday", "."};
  const std::vector<uint64_t> keys = KeysOf(sentence, 2, marks);
  EXPECT_EQ(std::set<uint64_t>(keys.begin(), keys.end()).size(), keys.size());
}

TEST(FeaturesTest, OffsetsTellNeighboursApart) {
  const DetailedWord word = AnalyzeWord("Oslo", CaseMode::kCased, WordTable());
  std::set<uint64_t> all;
  size_t count = 0;
  for (int offset = -kWindow; offset <= kWindow; ++offset) {
    FeatureKeys keys;
    AddUnaryFeatures(word, offset, &keys);
    all.insert(keys.begin(), keys.end());
    count += keys.size();
  }
  EXPECT_EQ(all.size(), count);
}

TEST(FeaturesTest, NeighboursAreSeen) {
  const std::vector<ListMarks> marks(3);
  EXPECT_NE(KeysOf({"a", "b", "c"}, 1, marks),
            KeysOf({"x", "b", "c"}, 1, marks));
  EXPECT_NE(KeysOf({"a", "b", "c"}, 1, marks),
            KeysOf({"a", "b", "x"}, 1, marks));
}

TEST(FeaturesTest, ListMarksAreSeenFromBothSides) {
  const std::vector<std::string_view> sentence = {"a", "b", "c"};
  std::vector<ListMarks> marks(3);
  const std::vector<size_t> without = {KeysOf(sentence, 0, marks).size(),
                                       KeysOf(sentence, 1, marks).size(),
                                       KeysOf(sentence, 2, marks).size()};
  marks[1].single = 1u << 31;
  EXPECT_EQ(KeysOf(sentence, 0, marks).size(), without[0] + 1);
  EXPECT_EQ(KeysOf(sentence, 1, marks).size(), without[1] + 2);
  EXPECT_EQ(KeysOf(sentence, 2, marks).size(), without[2] + 1);
}

TEST(FeaturesTest, OtherMentionsOfAWordAreSeen) {
  const std::vector<ListMarks> marks(6);
  const auto alone = KeysOf({"in", "Oslo", "x", "x", "x", "y"}, 1, marks);
  EXPECT_NE(alone, KeysOf({"in", "Oslo", "x", "x", "Oslo", "y"}, 1, marks));
  EXPECT_NE(alone, KeysOf({"in", "Oslo", "x", "x", "oslo", "y"}, 1, marks));
  EXPECT_EQ(alone, KeysOf({"in", "Oslo", "x", "x", "Rome", "y"}, 1, marks));
}

// Tokens that are in every list at once fill the list of keys, no more.
TEST(FeaturesTest, KeysAreBounded) {
  std::vector<ListMarks> marks(3);
  for (ListMarks& mark : marks) {
    mark.begin = mark.inside = mark.end = mark.single = ~0u;
  }
  EXPECT_EQ(KeysOf({"A", "B", "C"}, 1, marks).size(), FeatureKeys::kCapacity);
}

}  // namespace
}  // namespace onym
