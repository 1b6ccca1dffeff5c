// Comparison of what the built-in model finds with what it is known to find.

#ifndef ONYM_TESTS_GOLDEN_GOLDEN_H_
#define ONYM_TESTS_GOLDEN_GOLDEN_H_

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "gtest/gtest.h"
#include "onym/tagger.h"
#include "tests/tag/document_invariants.h"

namespace onym::internal {

inline std::string FileContent(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.is_open()) << path;
  return std::string((std::istreambuf_iterator<char>(file)), {});
}

// The entities of `text` as lines of type, begin, end and, with `show_text`,
// the bytes in between, white space as single spaces.
inline std::string EntityLines(const std::string& text, bool show_text) {
  const auto tagger = Tagger::Default();
  EXPECT_TRUE(tagger.ok()) << tagger.status();
  if (!tagger.ok()) return std::string();
  const auto document = tagger->Tag(text);
  EXPECT_TRUE(document.ok()) << document.status();
  EXPECT_EQ(CheckDocument(text, *document), "");
  std::string lines;
  for (const Entity& entity : document->entities()) {
    lines += std::string(document->type_name(entity.type)) + '\t' +
             std::to_string(entity.begin) + '\t' + std::to_string(entity.end);
    if (show_text) {
      lines += '\t';
      for (uint32_t i = entity.begin; i < entity.end; ++i) {
        lines += text[i] == '\n' || text[i] == '\t' ? ' ' : text[i];
      }
    }
    lines += '\n';
  }
  return lines;
}

// Expects the file `name` of this folder to hold `lines`. With
// ONYM_UPDATE_GOLDEN in the environment, writes it first; see `update`.
inline void ExpectGolden(const std::string& name, const std::string& lines) {
  const std::string path =
      std::string(ONYM_SOURCE_DIR) + "/tests/golden/" + name;
  if (std::getenv("ONYM_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << lines;
  }
  EXPECT_EQ(lines, FileContent(path))
      << "If all differences are improvements, run tests/golden/update.";
}

}  // namespace onym::internal

#endif  // ONYM_TESTS_GOLDEN_GOLDEN_H_
