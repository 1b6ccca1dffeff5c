// The models among the fuzzer's first inputs. They are written once and for
// all: the format may not change under the files that exist.

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "gtest/gtest.h"
#include "model/writer.h"
#include "tests/model/sample_model.h"

namespace onym {
namespace {

std::string PathOf(const std::string& name) {
  return std::string(ONYM_SOURCE_DIR) + "/tests/fuzz/corpus/model/" + name;
}

// With ONYM_UPDATE_CORPUS in the environment the files are written anew, which
// is right only together with another format version or other features.
TEST(ModelCorpusTest, TheWriterStillMakesTheseFiles) {
  for (const auto& [name, content] : internal::FuzzModels()) {
    const auto bytes = SerializeModel(content);
    ASSERT_TRUE(bytes.ok()) << bytes.status();
    EXPECT_LT(bytes->size(), 20u << 10) << name;
    if (std::getenv("ONYM_UPDATE_CORPUS") != nullptr) {
      std::ofstream(PathOf(name), std::ios::binary) << *bytes;
    }
    std::ifstream file(PathOf(name), std::ios::binary);
    const std::string committed((std::istreambuf_iterator<char>(file)), {});
    EXPECT_TRUE(committed == *bytes) << name;
  }
}

}  // namespace
}  // namespace onym
