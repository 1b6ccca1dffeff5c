// The entities of the sample article.

#include <string>

#include "gtest/gtest.h"
#include "tests/golden/golden.h"

namespace onym::internal {
namespace {

TEST(GoldenArticleTest, Entities) {
  const std::string text =
      FileContent(std::string(ONYM_SOURCE_DIR) + "/examples/article.txt");
  ASSERT_FALSE(text.empty());
  ExpectGolden("article.entities", EntityLines(text, /*show_text=*/true));
}

}  // namespace
}  // namespace onym::internal
