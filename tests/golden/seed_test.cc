// The entities of the development data's seed document. The data is not part of
// the repository, so neither is its text: the file has types and offsets.

#include <string>

#include "gtest/gtest.h"
#include "tests/golden/golden.h"

namespace onym::internal {
namespace {

TEST(GoldenSeedTest, Entities) {
  const std::string text = FileContent(ONYM_SEED);
  ASSERT_FALSE(text.empty());
  ExpectGolden("seed.entities", EntityLines(text, /*show_text=*/false));
}

}  // namespace
}  // namespace onym::internal
