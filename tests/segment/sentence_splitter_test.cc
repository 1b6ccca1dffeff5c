// Where sentences end.

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "onym/tokenizer.h"
#include "tests/segment/segmentation.h"

namespace onym {
namespace {

using internal::Sentences;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SentenceSplitterTest, NothingInNothing) {
  EXPECT_THAT(Sentences(""), IsEmpty());
  EXPECT_THAT(Sentences(" \n\n "), IsEmpty());
}

TEST(SentenceSplitterTest, StopsQuestionsAndCalls) {
  EXPECT_THAT(Sentences("He left. Why? Nobody knows! It is so."),
              ElementsAre("He left.", "Why?", "Nobody knows!", "It is so."));
}

// What users of other tools found to go wrong.
TEST(SentenceSplitterTest, TitlesAndInitialsEndNoSentence) {
  EXPECT_THAT(Sentences("The U.S. said Mr. Smith Jr. left."),
              ElementsAre("The U.S. said Mr. Smith Jr. left."));
  EXPECT_THAT(
      Sentences("She met J. K. Rowling at No. 10 at 5 p.m. Tuesday."),
      ElementsAre("She met J. K. Rowling at No. 10 at 5 p.m. Tuesday."));
}

TEST(SentenceSplitterTest, AnAbbreviationMayEndASentence) {
  EXPECT_THAT(
      Sentences("He will return in Jan. Next week, St. Louis plays."),
      ElementsAre("He will return in Jan.", "Next week, St. Louis plays."));
  EXPECT_THAT(Sentences("Acme Inc. Shares fell"),
              ElementsAre("Acme Inc.", "Shares fell"));
}

TEST(SentenceSplitterTest, ACallInsideASentence) {
  EXPECT_THAT(Sentences("\"Stop!\" he said."),
              ElementsAre("\"Stop!\" he said."));
  EXPECT_THAT(Sentences("Yahoo! Inc. bought Acme."),
              ElementsAre("Yahoo! Inc. bought Acme."));
}

TEST(SentenceSplitterTest, ClosingQuotesAndBracketsStay) {
  EXPECT_THAT(
      Sentences("\u201CGo.\u201D She went. (Alone.) Then he did."),
      ElementsAre("\u201CGo.\u201D", "She went.", "(Alone.)", "Then he did."));
  EXPECT_THAT(Sentences("He said &ldquo;no.&rdquo; They left."),
              ElementsAre("He said &ldquo;no.&rdquo;", "They left."));
}

TEST(SentenceSplitterTest, DecimalsAndTimesEndNoSentence) {
  EXPECT_THAT(
      Sentences("It rose 3.5 percent to $1.20 at 5:30 p.m. on Friday."),
      ElementsAre("It rose 3.5 percent to $1.20 at 5:30 p.m. on Friday."));
}

TEST(SentenceSplitterTest, BlankLinesEndHeadlines) {
  EXPECT_THAT(
      Sentences("Leaders talk\n\nPhoto: a parade\r\n\r\n[Agency] after talks, "
                "they met. They agreed."),
      ElementsAre("Leaders talk", "Photo: a parade",
                  "[Agency] after talks, they met.", "They agreed."));
}

TEST(SentenceSplitterTest, ShortLinesEndSentencesToo) {
  EXPECT_THAT(Sentences("By Our Reporter\nLONDON\nThe talks ended."),
              ElementsAre("By Our Reporter", "LONDON", "The talks ended."));
}

TEST(SentenceSplitterTest, WrappedLinesDoNot) {
  const std::string text =
      "The committee met on Monday morning to talk about the bridge that\n"
      "Mayor Whitlow had closed in the spring. It will vote when President\n"
      "Osei comes back from the north.";
  EXPECT_THAT(Sentences(text),
              ElementsAre("The committee met on Monday morning to talk about "
                          "the bridge that\nMayor Whitlow had closed in the "
                          "spring.",
                          "It will vote when President\nOsei comes back from "
                          "the north."));
  EXPECT_THAT(Sentences("This goes\non here."),
              ElementsAre("This goes\non here."));
}

TEST(SentenceSplitterTest, Lists) {
  EXPECT_THAT(Sentences("1. The first 2. The second"),
              ElementsAre("1. The first", "2. The second"));
  EXPECT_THAT(Sentences("\u2022 One \u2022 Two"),
              ElementsAre("\u2022 One", "\u2022 Two"));
  // A letter with its full stop is one token; the mark after it is another's.
  EXPECT_THAT(Sentences("A. ? Then he left."),
              ElementsAre("A. ?", "Then he left."));
}

TEST(SentenceSplitterTest, LettersCloseWithAName) {
  EXPECT_THAT(
      Sentences("See you soon. Thanks, Ann The plan is attached."),
      ElementsAre("See you soon.", "Thanks,", "Ann The plan is attached."));
  EXPECT_THAT(Sentences("Thanks, Josh. Next one."),
              ElementsAre("Thanks, Josh.", "Next one."));
}

TEST(SentenceSplitterTest, Ellipses) {
  EXPECT_THAT(Sentences("Well ... that is it. And so... Next."),
              ElementsAre("Well ... that is it.", "And so...", "Next."));
  EXPECT_THAT(Sentences("\"Bohr [...] said\" (p. 5). End."),
              ElementsAre("\"Bohr [...] said\" (p. 5).", "End."));
}

TEST(SentenceSplitterTest, ScriptsWithoutSpaces) {
  EXPECT_THAT(
      Sentences("\u4F60\u597D\u3002\u518D\u89C1\uFF01\u597D"),
      ElementsAre("\u4F60\u597D\u3002", "\u518D\u89C1\uFF01", "\u597D"));
}

TEST(SentenceSplitterTest, SentencesKnowTheirTokens) {
  const std::string text = "He left. She came.";
  const std::vector<Token> tokens = internal::Tokenized(text);
  std::vector<Sentence> sentences(5);
  SentenceSplitter().Split(text, tokens, &sentences);
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(sentences[0].first_token, 0u);
  EXPECT_EQ(sentences[0].end_token, 3u);
  EXPECT_EQ(sentences[1].begin, 9u);
  EXPECT_EQ(sentences[1].end, 18u);
}

}  // namespace
}  // namespace onym
