// What the tokenizer keeps together and what it parts.

#include "onym/tokenizer.h"

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/segment/segmentation.h"

namespace onym {
namespace {

using internal::Tokenized;
using internal::Tokens;

TokenKind KindOf(std::string_view text) {
  const std::vector<Token> tokens = Tokenized(text);
  EXPECT_EQ(tokens.size(), 1u) << text;
  return tokens.empty() ? TokenKind::kOther : tokens[0].kind;
}

std::string Decoded(std::string_view text, const Token& token) {
  std::string out;
  AppendDecodedToken(text, token, &out);
  return out;
}

TEST(TokenizerTest, NothingInNothing) {
  EXPECT_TRUE(Tokenized("").empty());
  EXPECT_TRUE(Tokenized(" \t\r\n\u00A0\u2003\u2028").empty());
}

TEST(TokenizerTest, ReplacesWhatWasThere) {
  std::vector<Token> tokens = Tokenized("a b c");
  ASSERT_TRUE(Tokenizer().Tokenize("d", &tokens).ok());
  EXPECT_EQ(tokens.size(), 1u);
}

TEST(TokenizerTest, TextsOfFourGibibytesAreRefused) {
  // The view is never read: its size alone decides.
  const std::string_view huge("x", 0xFFFFFFFFu);
  std::vector<Token> tokens = Tokenized("a");
  EXPECT_EQ(Tokenizer().Tokenize(huge, &tokens).code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_TRUE(tokens.empty());
}

TEST(TokenizerTest, OffsetsAndSpaces) {
  const std::vector<Token> tokens = Tokenized(" A\u00E9,b");
  ASSERT_EQ(tokens.size(), 3u);
  EXPECT_EQ(tokens[0].begin, 1u);
  EXPECT_EQ(tokens[0].end, 4u);
  EXPECT_EQ(tokens[0].flags, kTokenSpaceBefore);
  EXPECT_EQ(tokens[1].end, 5u);
  EXPECT_EQ(tokens[1].flags, 0);
  EXPECT_EQ(tokens[2].flags, 0);
  EXPECT_EQ(Tokenized("x")[0].flags, kTokenSpaceBefore);
}

TEST(TokenizerTest, Contractions) {
  EXPECT_EQ(Tokens("I don't, can't and won't."),
            "I do n't , ca n't and wo n't .");
  EXPECT_EQ(Tokens("She\u2019s didn\u2019t"), "She \u2019s did n\u2019t");
  EXPECT_EQ(Tokens("they've we'll I'm you'd you're"),
            "they 've we 'll I 'm you 'd you 're");
  EXPECT_EQ(Tokens("DON'T IT'S"), "DO N'T IT 'S");
  EXPECT_EQ(Tokens("gonna wanna gotta cannot dont"),
            "gon na wan na got ta can not do nt");
  EXPECT_EQ(Tokens("its own, its the best"), "its own , it s the best");
}

TEST(TokenizerTest, Possessives) {
  EXPECT_EQ(Tokens("Navalny's"), "Navalny 's");
  EXPECT_EQ(Tokens("Navalny\u2019s"), "Navalny \u2019s");
  EXPECT_EQ(Tokens("the workers' rights"), "the workers ' rights");
  EXPECT_EQ(Tokens("the 1990's and 2017's"), "the 1990's and 2017 's");
}

TEST(TokenizerTest, ApostrophesInsideNamesStay) {
  EXPECT_EQ(Tokens("O'Brien d'etat Shi'ite o'clock"),
            "O'Brien d'etat Shi'ite o'clock");
  EXPECT_EQ(Tokens("'em 'til '90s '72"), "'em 'til '90s '72");
  EXPECT_EQ(Tokens("a 'quoted' word"), "a ' quoted ' word");
}

TEST(TokenizerTest, HyphensPartWordsButNotPrefixes) {
  EXPECT_EQ(Tokens("well-known five-year al-Qaeda"),
            "well - known five - year al - Qaeda");
  EXPECT_EQ(Tokens("e-mail non-profit anti-war co-founder mid-May"),
            "e-mail non-profit anti-war co-founder mid-May");
  EXPECT_EQ(Tokens("pro-Israel ex-UN Non-profit"),
            "pro - Israel ex - UN Non-profit");
  EXPECT_EQ(Tokens("post-9/11 mid-1990s"), "post - 9/11 mid-1990s");
  EXPECT_EQ(Tokens("COVID-19 rs-24 F-16"), "COVID - 19 rs - 24 F - 16");
  EXPECT_EQ(Tokens("pre- and post-war"), "pre - and post-war");
}

TEST(TokenizerTest, Slashes) {
  EXPECT_EQ(Tokens("and/or he/she"), "and / or he / she");
  EXPECT_EQ(Tokens("w/o n/a"), "w/o n/a");
  EXPECT_EQ(Tokens("/Photo"), "/ Photo");
}

TEST(TokenizerTest, AbbreviationsKeepTheirStop) {
  EXPECT_EQ(Tokens("Mr. Smith Jr. left the U.S. on Jan. 5."),
            "Mr. Smith Jr. left the U.S. on Jan. 5 .");
  EXPECT_EQ(Tokens("J. K. Rowling and J.R.R. Tolkien"),
            "J. K. Rowling and J.R.R. Tolkien");
  EXPECT_EQ(Tokens("e.g. this, i.e. that, a Ph.D. thesis"),
            "e.g. this , i.e. that , a Ph.D. thesis");
  EXPECT_EQ(Tokens("(sections 2.d. and 1.c.)"), "( sections 2.d. and 1.c. )");
  EXPECT_EQ(Tokens("Roe v. Wade"), "Roe v. Wade");
  EXPECT_EQ(Tokens("No. 10, but no. Not"), "No. 10 , but no . Not");
}

TEST(TokenizerTest, TheLastStopOfASentenceIsAToken) {
  EXPECT_EQ(Tokens("in the U.S."), "in the U.S .");
  EXPECT_EQ(Tokens("of Acme Inc. The firm"), "of Acme Inc . The firm");
  EXPECT_EQ(Tokens("and so on, etc."), "and so on , etc .");
}

TEST(TokenizerTest, Numbers) {
  EXPECT_EQ(Tokens("1,000,000.50 3.14 10,00,000"),
            "1,000,000.50 3.14 10,00,000");
  EXPECT_EQ(Tokens("26th 1st 1990s 80s"), "26th 1st 1990s 80s");
  EXPECT_EQ(Tokens("$4.50 \u20AC5 75% US$30"), "$ 4.50 \u20AC 5 75 % US$ 30");
  EXPECT_EQ(Tokens("5pm 5p.m. 10km 5:30am"), "5 pm 5 p.m. 10 km 5:30 am");
  EXPECT_EQ(Tokens(".5 -5 +1 3,5"), ".5 - 5 +1 3,5");
  EXPECT_EQ(Tokens("1,2,3"), "1 , 2 , 3");
}

TEST(TokenizerTest, DatesTelephonesFractionsAndRanges) {
  EXPECT_EQ(Tokens("11/28/2000 2021-01-26 9/11"), "11/28/2000 2021-01-26 9/11");
  EXPECT_EQ(Tokens("555-0100 212-555-0100 1-800-555-0100"),
            "555-0100 212-555-0100 1-800-555-0100");
  EXPECT_EQ(Tokens("1/2 24/7 1914-1918 5-10"),
            "1 / 2 24 / 7 1914 - 1918 5 - 10");
}

TEST(TokenizerTest, Links) {
  EXPECT_EQ(Tokens("(see https://example.org/a_(b)?x=1,2)."),
            "( see https://example.org/a_(b)?x=1,2 ) .");
  EXPECT_EQ(KindOf("https://example.org/~x"), TokenKind::kUrl);
  EXPECT_EQ(KindOf("www.example.org"), TokenKind::kUrl);
  EXPECT_EQ(KindOf("news.example.co.uk/a/b"), TokenKind::kUrl);
  EXPECT_EQ(KindOf("first.last+x@example.org"), TokenKind::kEmail);
  EXPECT_EQ(Tokens("<a@b.org>, mailto:a@b.org!"),
            "< a@b.org > , mailto:a@b.org !");
  EXPECT_EQ(Tokens("the end.The start"), "the end . The start");
  EXPECT_EQ(Tokens("report-7.pdf"), "report-7.pdf");
}

TEST(TokenizerTest, TagsAndMentions) {
  EXPECT_EQ(KindOf("#winning"), TokenKind::kHashtag);
  EXPECT_EQ(KindOf("@some_body"), TokenKind::kMention);
  EXPECT_EQ(Tokens("#1 fan"), "# 1 fan");
}

TEST(TokenizerTest, Emoji) {
  for (std::string_view text :
       {"\U0001F44D", "\U0001F44D\U0001F3FD", "\u2764\uFE0F",
        "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U0001F1EB\U0001F1F7",
        "1\uFE0F\u20E3", "#\uFE0F\u20E3",
        "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E007F"}) {
    EXPECT_EQ(KindOf(text), TokenKind::kEmoji) << text;
  }
  EXPECT_EQ(Tokens("\U0001F1EB\U0001F1F7\U0001F1E9\U0001F1EA"),
            "\U0001F1EB\U0001F1F7 \U0001F1E9\U0001F1EA");
  EXPECT_EQ(KindOf("\u00A9"), TokenKind::kSymbol);
}

TEST(TokenizerTest, Emoticons) {
  EXPECT_EQ(Tokens("fine :) or :-( ;)"), "fine :) or :-( ;)");
  EXPECT_EQ(Tokens("Note: (a)"), "Note : ( a )");
}

TEST(TokenizerTest, RunsOfMarks) {
  EXPECT_EQ(Tokens("what?!... no -- yes---x ***"),
            "what ?!... no -- yes --- x ***");
  EXPECT_EQ(Tokens("a\u2014b c\u2013d e\u2026"),
            "a \u2014 b c \u2013 d e \u2026");
  EXPECT_EQ(Tokens("[(x)]"), "[ ( x ) ]");
  EXPECT_EQ(Tokens("``x''"), "`` x ''");
  EXPECT_EQ(Tokens("\u00ABa\u00BB \u201Eb\u201C"),
            "\u00AB a \u00BB \u201E b \u201C");
}

TEST(TokenizerTest, Scripts) {
  EXPECT_EQ(Tokens("\u4E2D\u6587\u3002"), "\u4E2D \u6587 \u3002");
  EXPECT_EQ(Tokens("\u0E19\u0E49\u0E33"), "\u0E19\u0E49\u0E33");
  EXPECT_EQ(Tokens("\uD55C\uAD6D\uC5B4 \u043C\u0438\u0440!"),
            "\uD55C\uAD6D\uC5B4 \u043C\u0438\u0440 !");
  EXPECT_EQ(Tokens("e\u0301te\u0301"), "e\u0301te\u0301");
  EXPECT_EQ(KindOf("\u0661\u0662\u0663"), TokenKind::kNumber);
}

TEST(TokenizerTest, Kinds) {
  EXPECT_EQ(KindOf("word"), TokenKind::kWord);
  EXPECT_EQ(KindOf("26th"), TokenKind::kNumber);
  EXPECT_EQ(KindOf(","), TokenKind::kPunctuation);
  EXPECT_EQ(KindOf("%"), TokenKind::kSymbol);
  EXPECT_EQ(KindOf(std::string_view("\0", 1)), TokenKind::kOther);
  EXPECT_EQ(KindOf("\xFF"), TokenKind::kOther);
}

TEST(TokenizerTest, References) {
  const std::string_view text = "&ldquo;caf&eacute;&rdquo; AT&amp;T";
  const std::vector<Token> tokens = Tokenized(text);
  ASSERT_EQ(tokens.size(), 4u);
  EXPECT_EQ(Tokens(text), "&ldquo; caf&eacute; &rdquo; AT&amp;T");
  for (const Token& token : tokens) {
    EXPECT_TRUE(token.flags & kTokenHasReference);
  }
  EXPECT_EQ(tokens[0].kind, TokenKind::kPunctuation);
  EXPECT_EQ(tokens[1].kind, TokenKind::kWord);
  EXPECT_EQ(Decoded(text, tokens[0]), "\u201C");
  EXPECT_EQ(Decoded(text, tokens[1]), "caf\u00E9");
  EXPECT_EQ(Decoded(text, tokens[3]), "AT&T");
}

TEST(TokenizerTest, AReferenceToAnApostropheIsOne) {
  EXPECT_EQ(Tokens("Navalny&rsquo;s don&#8217;t don&#39;t"),
            "Navalny &rsquo;s do n&#8217;t do n&#39;t");
  EXPECT_EQ(Tokens("Utopia &rdquo."), "Utopia &rdquo .");
}

TEST(TokenizerTest, AReferenceToASpaceParts) {
  const std::string_view text = "one&nbsp;two";
  const std::vector<Token> tokens = Tokenized(text);
  ASSERT_EQ(tokens.size(), 3u);
  EXPECT_EQ(tokens[1].kind, TokenKind::kOther);
  EXPECT_EQ(tokens[1].flags, kTokenHasReference);
  EXPECT_EQ(tokens[2].flags, kTokenSpaceBefore);
}

}  // namespace
}  // namespace onym
