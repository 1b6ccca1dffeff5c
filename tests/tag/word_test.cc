// What the tagger sees of words.

#include "tag/word.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"

namespace onym {
namespace {

DetailedWord Cased(std::string_view word) {
  return AnalyzeWord(word, CaseMode::kCased, WordTable());
}
DetailedWord Caseless(std::string_view word) {
  return AnalyzeWord(word, CaseMode::kCaseless, WordTable());
}

// All identities of a word.
std::vector<uint64_t> Identities(const DetailedWord& word) {
  std::vector<uint64_t> all = {word.lower, word.phrase, word.shape, word.cased,
                               word.long_shape};
  all.insert(all.end(), word.prefixes.begin(), word.prefixes.end());
  all.insert(all.end(), word.suffixes.begin(), word.suffixes.end());
  all.push_back(static_cast<uint64_t>(word.capitals));
  return all;
}

// Model files store words under these numbers: they must never change.
TEST(WordTest, IdentitiesAreStable) {
  EXPECT_EQ(PhraseHash(""), 14301543196384307260u);
  EXPECT_EQ(PhraseHash("oslo"), 6220567500441432246u);
  EXPECT_EQ(ExtendPhrase(0, PhraseHash("new")), 14315989758934174873u);
  uint64_t all = 0;
  for (std::string_view word : {"Oslo", "5th", "don\u2019t", "\u00C5rhus",
                                "\u4E2D", "e-mail", "", "\xFF"}) {
    for (CaseMode mode : {CaseMode::kCased, CaseMode::kCaseless}) {
      const DetailedWord analyzed = AnalyzeWord(word, mode, WordTable());
      for (uint64_t id : Identities(analyzed)) all = all * 31 + id;
    }
  }
  EXPECT_EQ(all, 10828544257185039903u);
}

TEST(WordTest, LowerIgnoresCaseAndDigits) {
  EXPECT_EQ(Cased("OSLO").lower, Cased("Oslo").lower);
  EXPECT_EQ(Cased("1984").lower, Cased("2026").lower);
  EXPECT_NE(Cased("1984").lower, Cased("198").lower);
  EXPECT_EQ(Cased("\u00C5RHUS").lower, Cased("\u00E5rhus").lower);
  EXPECT_EQ(Cased("\u041C\u041E\u0421\u041A\u0412\u0410").lower,
            Cased("\u043C\u043E\u0441\u043A\u0432\u0430").lower);
  // Digits of other scripts are digits, too.
  EXPECT_EQ(Cased("\u0661\u0662").lower, Cased("12").lower);
}

TEST(WordTest, PhraseKeepsDigitsAndCaseMode) {
  EXPECT_EQ(Cased("OSLO").phrase, PhraseHash("oslo"));
  EXPECT_NE(PhraseHash("1984"), PhraseHash("2026"));
  EXPECT_EQ(Caseless("Oslo").phrase, Cased("Oslo").phrase);
}

TEST(WordTest, CasedIsAsWritten) {
  EXPECT_NE(Cased("Oslo").cased, Cased("oslo").cased);
  EXPECT_NE(Cased("7").cased, Cased("8").cased);
  EXPECT_EQ(Caseless("Oslo").cased, Caseless("oslo").cased);
}

TEST(WordTest, CaselessWordsHaveIdentitiesOfTheirOwn) {
  const DetailedWord cased = Cased("oslo");
  const DetailedWord caseless = Caseless("oslo");
  EXPECT_NE(cased.lower, caseless.lower);
  EXPECT_NE(cased.shape, caseless.shape);
  EXPECT_NE(cased.cased, caseless.cased);
  EXPECT_NE(cased.suffixes[0], caseless.suffixes[0]);
  EXPECT_EQ(Identities(Caseless("OSLO")), Identities(Caseless("oslo")));
  EXPECT_EQ(caseless.mode, CaseMode::kCaseless);
}

TEST(WordTest, ShapesAreRunsOfKinds) {
  EXPECT_EQ(Cased("Oslo").shape, Cased("Xi").shape);
  EXPECT_EQ(Cased("NATO").shape, Cased("A").shape);
  EXPECT_EQ(Cased("26th").shape, Cased("1st").shape);
  EXPECT_EQ(Cased("F-16").shape, Cased("RS-24").shape);
  EXPECT_NE(Cased("F-16").shape, Cased("F16").shape);
  EXPECT_NE(Cased("Oslo").shape, Cased("oslo").shape);
  EXPECT_NE(Cased("Oslo").shape, Cased("OSLO").shape);
  EXPECT_NE(Cased(".").shape, Cased(",").shape);
  EXPECT_EQ(Cased("\u00C5rhus").shape, Cased("Oslo").shape);
}

TEST(WordTest, LongShapesAreFourCharactersOfEachEnd) {
  EXPECT_EQ(Cased("McDonald").long_shape, Cased("McBridge").long_shape);
  EXPECT_NE(Cased("McDonald").long_shape, Cased("Mcdonald").long_shape);
  EXPECT_EQ(Cased("abcdXefgh").long_shape, Cased("abcd-efgh").long_shape);
  EXPECT_NE(Cased("Oslo").long_shape, Cased("Xi").long_shape);
}

TEST(WordTest, TypographicMarksAreTheirAsciiForms) {
  for (std::string_view mark : {"\u2019", "\u2018", "\u201B", "\u02BC"}) {
    const std::string word = "O" + std::string(mark) + "Neill";
    EXPECT_EQ(Identities(Cased(word)), Identities(Cased("O'Neill"))) << word;
  }
  for (std::string_view mark : {"\u201C", "\u201D", "\u201E", "\u201F"}) {
    EXPECT_EQ(Identities(Cased(mark)), Identities(Cased("\""))) << mark;
  }
  EXPECT_EQ(Identities(Cased("RS\u201124")), Identities(Cased("RS-24")));
}

TEST(WordTest, AffixesOfShortWordsAreTheWholeWord) {
  const DetailedWord word = Cased("ab");
  EXPECT_NE(word.prefixes[0], word.prefixes[1]);
  EXPECT_EQ(word.prefixes[1], word.prefixes[2]);
  EXPECT_EQ(word.prefixes[1], word.prefixes[3]);
  EXPECT_NE(word.suffixes[0], word.suffixes[1]);
  EXPECT_EQ(word.suffixes[1], word.suffixes[3]);
}

TEST(WordTest, AffixesAreOfOneToFourCharacters) {
  const DetailedWord a = Cased("Abcdefgh");
  const DetailedWord b = Cased("abcdXXefgh");
  EXPECT_EQ(a.prefixes, b.prefixes);
  EXPECT_EQ(a.suffixes, b.suffixes);
  const DetailedWord c = Cased("abcXefgh");
  EXPECT_EQ(a.prefixes[2], c.prefixes[2]);
  EXPECT_NE(a.prefixes[3], c.prefixes[3]);
  EXPECT_EQ(a.suffixes, c.suffixes);
  // Characters, not bytes.
  EXPECT_EQ(Cased("x\u00E5").suffixes[0], Cased("yz\u00E5").suffixes[0]);
  // A prefix is not a suffix, and one of two is not one of three.
  EXPECT_EQ(std::set<uint64_t>({a.prefixes[0], a.prefixes[1], a.prefixes[2],
                                a.prefixes[3], Cased("a").suffixes[0]})
                .size(),
            5u);
}

TEST(WordTest, Capitals) {
  EXPECT_EQ(Cased("").capitals, Capitals::kNoLetters);
  EXPECT_EQ(Cased("-5,0").capitals, Capitals::kNoLetters);
  EXPECT_EQ(Cased("oslo").capitals, Capitals::kLower);
  EXPECT_EQ(Cased("Oslo").capitals, Capitals::kInitial);
  EXPECT_EQ(Cased("A").capitals, Capitals::kInitial);
  EXPECT_EQ(Cased("'Oslo").capitals, Capitals::kInitial);
  EXPECT_EQ(Cased("NATO").capitals, Capitals::kAll);
  EXPECT_EQ(Cased("U.N.").capitals, Capitals::kAll);
  EXPECT_EQ(Cased("McDonald").capitals, Capitals::kMixed);
  EXPECT_EQ(Cased("iPhone").capitals, Capitals::kMixed);
  EXPECT_EQ(Cased("\u00C5rhus").capitals, Capitals::kInitial);
  // A script without case has letters, but no capitals.
  EXPECT_EQ(Cased("\u4E2D").capitals, Capitals::kLower);
  EXPECT_EQ(Caseless("NATO").capitals, Capitals::kLower);
}

TEST(WordTest, IllFormedBytesAreCharactersOfTheirOwn) {
  const DetailedWord word = Cased("\xFF");
  EXPECT_EQ(word.capitals, Capitals::kNoLetters);
  EXPECT_NE(Cased("a\xFF").lower, Cased("a").lower);
  // Half a surrogate, a cut sequence, an overlong one.
  for (std::string_view bytes : {"\xED\xA0\x80", "\xE2\x82", "\xC0\xAF"}) {
    EXPECT_EQ(Identities(Cased(bytes)), Identities(Cased(bytes)));
    EXPECT_NE(Cased(bytes).lower, Cased("").lower);
  }
}

TEST(WordTest, ClustersAreLookedUpByPhrase) {
  const uint64_t hash = PhraseHash("oslo");
  const uint32_t slots[] = {WordTable::Fingerprint(hash) << 12 | 77};
  const WordTable clusters(slots, 1);
  EXPECT_EQ(AnalyzeWord("OSLO", CaseMode::kCased, clusters).cluster, 77u);
  EXPECT_EQ(AnalyzeWord("Oslo", CaseMode::kCaseless, clusters).cluster, 77u);
  EXPECT_EQ(AnalyzeWord("bergen", CaseMode::kCased, clusters).cluster,
            WordTable::kNoCluster);
}

TEST(WordTest, PhrasesDependOnOrder) {
  const uint64_t a = PhraseHash("a");
  const uint64_t b = PhraseHash("b");
  EXPECT_NE(ExtendPhrase(ExtendPhrase(0, a), b),
            ExtendPhrase(ExtendPhrase(0, b), a));
  EXPECT_NE(ExtendPhrase(ExtendPhrase(0, a), a), ExtendPhrase(0, a));
}

TEST(WordTest, BoundariesDifferFromEachOther) {
  std::set<uint64_t> ids;
  for (CaseMode mode : {CaseMode::kCased, CaseMode::kCaseless}) {
    for (int place : {0, 1}) {
      for (bool after : {false, true}) {
        const DetailedWord word = BoundaryWord(after, place, mode);
        EXPECT_EQ(word.capitals, Capitals::kBoundary);
        EXPECT_EQ(word.cluster, WordTable::kNoCluster);
        EXPECT_EQ(word.mode, mode);
        ids.insert(word.lower);
      }
    }
  }
  EXPECT_EQ(ids.size(), 8u);
}

}  // namespace
}  // namespace onym
