// The golden rules of English sentence boundaries, and grapheme clusters.

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/segment/segmentation.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace onym {
namespace {

constexpr char kFolder[] = ONYM_SHARED_DIR "/data/segment/";

std::string Folded(const std::string& text) {
  std::istringstream words(text);
  std::string folded;
  for (std::string word; words >> word;) {
    if (!folded.empty()) folded += ' ';
    folded += word;
  }
  return folded;
}

// 50 of the 52 rules hold. The others want a name after an hour to begin a
// sentence in one text but not in another, and each line of a list in lower
// case to be a sentence but not each line of a torn sentence.
TEST(ConformanceTest, GoldenRules) {
  std::ifstream file(std::string(kFolder) + "golden_rules_en.json");
  const nlohmann::json rules = nlohmann::json::parse(file, nullptr, false);
  ASSERT_TRUE(rules.is_array());
  ASSERT_EQ(rules.size(), 52u);
  std::vector<std::string> broken;
  for (const nlohmann::json& rule : rules) {
    std::vector<std::string> expected;
    for (const nlohmann::json& sentence : rule["sentences"]) {
      expected.push_back(Folded(sentence.get<std::string>()));
    }
    const std::string text = rule["text"].get<std::string>();
    std::vector<std::string> found;
    for (const std::string& sentence : internal::Sentences(text)) {
      found.push_back(Folded(sentence));
    }
    if (found != expected) broken.push_back(rule["name"].get<std::string>());
  }
  EXPECT_EQ(broken, (std::vector<std::string>{
                        "A.M. / P.M. as non sentence boundary and sentence "
                        "boundary",
                        "Lower case list separated by newline"}));
}

// A news page that was translated by a machine: headlines, a caption, an agency
// in brackets, a reference without a semicolon, and a line in Chinese.
TEST(ConformanceTest, SeedDocument) {
  std::ifstream file(ONYM_SHARED_DIR "/data/seed/biden_putin_call.txt");
  std::stringstream bytes;
  bytes << file.rdbuf();
  const std::string text = bytes.str();
  const std::vector<std::string> sentences = internal::Sentences(text);
  ASSERT_EQ(sentences.size(), 18u);
  EXPECT_EQ(sentences[0], sentences[1]);
  EXPECT_EQ(sentences[4].front(), '[');
  EXPECT_EQ(sentences[4].back(), '.');
  int references = 0;
  for (const Token& token : internal::Tokenized(text)) {
    if ((token.flags & kTokenHasReference) == 0) continue;
    ++references;
    std::string decoded;
    AppendDecodedToken(text, token, &decoded);
    EXPECT_EQ(decoded, "\u201D");
    EXPECT_EQ(token.kind, TokenKind::kPunctuation);
  }
  EXPECT_EQ(references, 1);
}

// A line of GraphemeBreakTest.txt: the text, and where its clusters begin.
std::pair<std::string, std::vector<bool>> ReadCase(const std::string& line) {
  std::string text;
  std::vector<bool> begins;
  bool boundary = false;
  std::istringstream items(line);
  for (std::string item; items >> item && item != "#";) {
    if (item == "\u00F7" || item == "\u00D7") {
      boundary = item == "\u00F7";
      continue;
    }
    begins.resize(text.size(), false);
    begins.push_back(boundary);
    AppendUtf8(static_cast<char32_t>(std::stoul(item, nullptr, 16)), &text);
  }
  begins.resize(text.size(), false);
  begins.push_back(true);
  return {text, begins};
}

// Tokens begin and end where clusters do, save that white space belongs to none
// even where marks follow it.
TEST(ConformanceTest, TokensCutNoGraphemeCluster) {
  std::ifstream file(std::string(kFolder) + "GraphemeBreakTest.txt");
  int cases = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto [text, begins] = ReadCase(line);
    ++cases;
    for (const Token& token : internal::Tokenized(text)) {
      const bool after_space = (token.flags & kTokenSpaceBefore) != 0;
      EXPECT_TRUE(after_space || begins[token.begin]) << line;
      const bool before_space =
          token.end < text.size() && IsSpace(DecodeUtf8(text, token.end).value);
      EXPECT_TRUE(before_space || begins[token.end]) << line;
    }
  }
  EXPECT_GT(cases, 500);
}

}  // namespace
}  // namespace onym
