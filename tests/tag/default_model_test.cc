// The built-in model on all sorts of bytes: what must hold for any text.

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <vector>

#include "gtest/gtest.h"
#include "onym/tagger.h"
#include "tests/tag/document_invariants.h"
#include "text/utf8.h"

namespace onym {
namespace {

const Tagger& DefaultTagger() {
  static const Tagger* const tagger = new Tagger(*Tagger::Default());
  return *tagger;
}

// All that a document says, to be compared.
using Facts = std::vector<std::tuple<uint32_t, uint32_t, uint32_t, float>>;
Facts FactsOf(const Document& document) {
  Facts facts;
  for (const Token& token : document.tokens()) {
    facts.emplace_back(token.begin, token.end, token.flags, 0.0f);
  }
  for (const Sentence& sentence : document.sentences()) {
    facts.emplace_back(sentence.begin, sentence.end, sentence.end_token, 0.0f);
  }
  for (const Entity& entity : document.entities()) {
    facts.emplace_back(entity.begin, entity.end, entity.type,
                       entity.confidence);
  }
  return facts;
}

constexpr std::string_view kNews[] = {
    "Prime Minister Anna Berg of Norway met the German chancellor in Oslo on "
    "5 May 2026. \u201CWe agreed on \u20AC3.5 million,\u201D she told Reuters.",
    "U.S. OFFICIALS WARN OF FLOODS IN TEXAS\n\nThe Red Cross sent 200 people.",
    "police in london said two men were held on monday after a fire.",
    "The World Health Organization reported 1,200 cases of cholera, 12% more.",
    "BRUSSELS (AP) &mdash; NATO&rsquo;s chief flew to Kyiv at 9 a.m. Friday.",
    "\u0410\u043D\u043D\u0430 \u0438 Berg; \u4E2D\u56FD\u4EBA \u5317\u4EAC.",
};

// Texts of four kinds in turn.
std::string RandomText(int kind, std::mt19937* random) {
  std::string text;
  const uint32_t length = (*random)() % 120;
  for (uint32_t i = 0; i < length; ++i) {
    switch (kind % 4) {
      case 0:
        text.push_back(static_cast<char>((*random)()));
        break;
      case 1:
        AppendUtf8((*random)() % ((*random)() % 2 == 0 ? 0x500 : 0x20000),
                   &text);
        break;
      case 2: {
        // Words of the news, mixed.
        const std::string_view news = kNews[(*random)() % 6];
        const size_t at = (*random)() % news.size();
        text += news.substr(at, (*random)() % 12);
        if ((*random)() % 3 == 0) text += " ";
        break;
      }
      default:
        text += kNews[(*random)() % 6];
        text += (*random)() % 2 == 0 ? " " : "\n\n";
        i += 20;
    }
  }
  return text;
}

Document Tag(std::string_view text) {
  auto document = DefaultTagger().Tag(text);
  EXPECT_TRUE(document.ok()) << document.status();
  EXPECT_EQ(internal::CheckDocument(text, *document), "")
      << testing::PrintToString(std::string(text.substr(0, 500)));
  return *std::move(document);
}

TEST(DefaultModelTest, OpensAndFindsNames) {
  ASSERT_TRUE(Tagger::Default().ok()) << Tagger::Default().status();
  const ModelInfo& info = DefaultTagger().info();
  EXPECT_FALSE(info.name.empty());
  EXPECT_EQ(info.language, "en");
  EXPECT_GT(info.types.size(), 0u);
  EXPECT_LE(info.file_size, 12u << 20);
  const Document document = Tag(kNews[0]);
  std::vector<std::string> found;
  for (const Entity& entity : document.entities()) {
    found.push_back(
        std::string(kNews[0].substr(entity.begin, entity.end - entity.begin)));
  }
  for (const char* name : {"Anna Berg", "Norway", "Oslo"}) {
    EXPECT_NE(std::find(found.begin(), found.end(), name), found.end()) << name;
  }
}

TEST(DefaultModelTest, RulesHoldForRandomTexts) {
  std::mt19937 random(1);
  for (int round = 0; round < 800; ++round) Tag(RandomText(round, &random));
}

TEST(DefaultModelTest, MemoryKeptBetweenCallsChangesNothing) {
  std::mt19937 random(2);
  TagScratch scratch;
  Document document;
  for (int round = 0; round < 200; ++round) {
    const std::string text = RandomText(round, &random);
    ASSERT_TRUE(DefaultTagger().Tag(text, {}, &scratch, &document).ok());
    ASSERT_EQ(FactsOf(document), FactsOf(Tag(text)));
  }
}

// Far more words than are memoised, then those from the start again.
TEST(DefaultModelTest, ForgottenWordsChangeNothing) {
  std::string many;
  for (int i = 0; i < 9000; ++i) {
    many += i % 20 == 19 ? ".\n" : " ";
    many += "Name" + std::to_string(i);
  }
  TagScratch scratch;
  Document document;
  const Facts fresh = FactsOf(Tag(kNews[0]));
  for (int round = 0; round < 2; ++round) {
    ASSERT_TRUE(DefaultTagger().Tag(kNews[0], {}, &scratch, &document).ok());
    EXPECT_EQ(FactsOf(document), fresh);
    ASSERT_TRUE(DefaultTagger().Tag(many, {}, &scratch, &document).ok());
  }
  EXPECT_EQ(FactsOf(document), FactsOf(Tag(many)));
}

TEST(DefaultModelTest, ThreadsShareOneTagger) {
  std::vector<std::string> texts;
  std::vector<Facts> expected;
  std::mt19937 random(3);
  for (int i = 0; i < 24; ++i) {
    texts.push_back(RandomText(i, &random));
    expected.push_back(FactsOf(Tag(texts.back())));
  }
  std::vector<int> right(8, 0);
  std::vector<std::thread> threads;
  for (size_t thread = 0; thread < right.size(); ++thread) {
    threads.emplace_back([&, thread] {
      TagScratch scratch;
      Document document;
      for (size_t i = 0; i < texts.size(); ++i) {
        // Each thread begins with another text.
        const size_t at = (i + thread * 5) % texts.size();
        if (DefaultTagger().Tag(texts[at], {}, &scratch, &document).ok() &&
            FactsOf(document) == expected[at]) {
          ++right[thread];
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, std::vector<int>(8, 24));
}

TEST(DefaultModelTest, OddTexts) {
  EXPECT_TRUE(Tag("").tokens().empty());
  EXPECT_TRUE(Tag("   \n\t \u00A0\u3000").tokens().empty());
  EXPECT_TRUE(Tag(std::string_view()).entities().empty());
  for (int byte = 0; byte < 256; ++byte) {
    Tag(std::string(1, static_cast<char>(byte)));
  }
  EXPECT_FALSE(Tag(std::string(1000, '\0')).tokens().empty());
  EXPECT_FALSE(Tag("\xED\xA0\x80\xED\xB0\x80 \xED\xA0\x80").tokens().empty());
  EXPECT_FALSE(Tag("In Oslo\xED\xA0\x80 said").tokens().empty());
}

// Hundreds of kilobytes of one thing take no longer than as much news.
TEST(DefaultModelTest, LongRunsOfOneThing) {
  EXPECT_FALSE(Tag(std::string(300000, 'a')).tokens().empty());
  EXPECT_FALSE(Tag(std::string(300000, '\xFF')).tokens().empty());
  EXPECT_FALSE(Tag(std::string(100000, '(')).tokens().empty());
  EXPECT_EQ(Tag(std::string(300000, ' ')).tokens().size(), 0u);
  std::string names;
  for (int i = 0; i < 20000; ++i) names += "New York ";
  EXPECT_EQ(Tag(names).tokens().size(), 40000u);
}

}  // namespace
}  // namespace onym
