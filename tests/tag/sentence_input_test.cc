// Case modes, cutting of sentences, headlines, decoding of tokens.

#include "tag/sentence_input.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "onym/tokenizer.h"

namespace onym {
namespace {

struct Segmented {
  explicit Segmented(std::string of) : text(std::move(of)) {
    EXPECT_TRUE(Tokenizer().Tokenize(text, &tokens).ok());
    SentenceSplitter().Split(text, tokens, &sentences);
  }
  std::string text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

std::vector<CaseMode> ModesOf(const std::string& text) {
  const Segmented segmented(text);
  std::vector<CaseMode> modes = {CaseMode::kCased, CaseMode::kCased,
                                 CaseMode::kCased};
  FindCaseModes(segmented.text, segmented.tokens, segmented.sentences, &modes);
  return modes;
}

constexpr CaseMode kCased = CaseMode::kCased;
constexpr CaseMode kCaseless = CaseMode::kCaseless;
using Modes = std::vector<CaseMode>;

TEST(CaseModeTest, UsualTextIsCased) {
  EXPECT_EQ(ModesOf("Anna came to Oslo. She left again."),
            Modes({kCased, kCased}));
}

TEST(CaseModeTest, TextWithoutCapitalsIsCaseless) {
  EXPECT_EQ(ModesOf("anna came to oslo."), Modes({kCaseless}));
  EXPECT_EQ(ModesOf("\u00E5se kom til \u00E5lesund."), Modes({kCaseless}));
  EXPECT_EQ(ModesOf("1 + 1"), Modes({kCaseless}));
  EXPECT_EQ(ModesOf(""), Modes());
}

TEST(CaseModeTest, SentencesOfCapitalsAreCaseless) {
  EXPECT_EQ(ModesOf("ANNA BERG COMES TO OSLO\n\nShe came by train."),
            Modes({kCaseless, kCased}));
  EXPECT_EQ(ModesOf("\u00C5SE BERG KOM HJEM\n\nShe came by train."),
            Modes({kCaseless, kCased}));
  // Too short to tell from a name.
  EXPECT_EQ(ModesOf("NATO\n\nShe came by train."), Modes({kCased, kCased}));
}

TEST(CaseModeTest, TitlesAreCaseless) {
  EXPECT_EQ(ModesOf("Anna Berg Comes Back to Oslo\n\nShe came by train."),
            Modes({kCaseless, kCased}));
  EXPECT_EQ(ModesOf("ANNA B&Eacute;RG COMES TO OSLO\n\nShe came by train."),
            Modes({kCaseless, kCased}));
  EXPECT_EQ(ModesOf("Anna Berg comes back to Oslo\n\nShe came by train."),
            Modes({kCased, kCased}));
}

TEST(CutSentencesTest, ShortOnesStayAsTheyAre) {
  const Segmented segmented("Anna came. She left.");
  std::vector<Sentence> pieces(7);
  CutSentences(segmented.tokens, segmented.sentences, &pieces);
  ASSERT_EQ(pieces.size(), 2u);
  for (size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(pieces[i].begin, segmented.sentences[i].begin);
    EXPECT_EQ(pieces[i].end, segmented.sentences[i].end);
    EXPECT_EQ(pieces[i].first_token, segmented.sentences[i].first_token);
    EXPECT_EQ(pieces[i].end_token, segmented.sentences[i].end_token);
  }
}

TEST(CutSentencesTest, LongOnesAreCut) {
  for (uint32_t size : {1023u, 1024u, 1025u, 2048u, 2500u}) {
    std::vector<Token> tokens;
    for (uint32_t i = 0; i < size; ++i) {
      tokens.push_back({2 * i, 2 * i + 1, TokenKind::kWord, 0});
    }
    const std::vector<Sentence> sentences = {{0, 2 * size - 1, 0, size}};
    std::vector<Sentence> pieces;
    CutSentences(tokens, sentences, &pieces);
    ASSERT_EQ(pieces.size(), (size + 1023) / 1024);
    uint32_t next = 0;
    for (const Sentence& piece : pieces) {
      EXPECT_EQ(piece.first_token, next);
      EXPECT_LE(piece.end_token - piece.first_token, kLongestSentence);
      EXPECT_EQ(piece.begin, tokens[piece.first_token].begin);
      EXPECT_EQ(piece.end, tokens[piece.end_token - 1].end);
      next = piece.end_token;
    }
    EXPECT_EQ(next, size);
  }
}

bool IsHeadlineText(const std::string& text) {
  const Segmented segmented(text);
  return IsHeadline(segmented.text, segmented.tokens);
}

TEST(IsHeadlineTest, NoMarkEndsAHeadline) {
  EXPECT_TRUE(IsHeadlineText("Anna comes to Oslo"));
  EXPECT_TRUE(IsHeadlineText("Anna Berg, 51"));
  EXPECT_TRUE(IsHeadlineText("Talks (in Oslo)"));
  EXPECT_FALSE(IsHeadlineText("Anna comes to Oslo."));
  EXPECT_FALSE(IsHeadlineText("\"Anna comes to Oslo!\""));
  EXPECT_FALSE(IsHeadlineText("(\u201CAnna comes?\u201D)"));
  EXPECT_FALSE(IsHeadlineText("She said:"));
  // The semicolon of a character reference is no mark, what it names is.
  EXPECT_TRUE(IsHeadlineText("Anna comes to &ldquo;Oslo&eacute;"));
  EXPECT_FALSE(IsHeadlineText("&ldquo;Anna comes to Oslo&#33;&rdquo;"));
  EXPECT_FALSE(IsHeadlineText(""));
}

TEST(TokenCharactersTest, ReferencesAreDecoded) {
  const Segmented segmented("AT&amp;T can&rsquo;t");
  std::string decoded;
  std::string buffer = "old";
  for (const Token& token : segmented.tokens) {
    decoded += TokenCharacters(segmented.text, token, &buffer);
    decoded += ' ';
  }
  EXPECT_EQ(decoded, "AT&T ca n\u2019t ");
}

}  // namespace
}  // namespace onym
