// Name lists, compiled.

#include "train/lists.h"

#include <map>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "model/format.h"
#include "tests/base/temp_folder.h"
#include "tests/model/sample_model.h"

namespace onym {
namespace {

using internal::NameHash;
using internal::TempFolder;

std::map<uint64_t, PhraseEntry> Compile(const std::vector<ListConfig>& lists) {
  const auto phrases = CompileLists(lists);
  EXPECT_TRUE(phrases.ok()) << phrases.status();
  std::map<uint64_t, PhraseEntry> by_hash;
  for (const PhraseEntry& entry : *phrases) by_hash[entry.hash] = entry;
  EXPECT_EQ(by_hash.size(), phrases->size());
  return by_hash;
}

TEST(CompileListsTest, NamesAndTheirBeginnings) {
  const TempFolder folder;
  const std::string places =
      folder.Write("places", "# Places\nNew York\n\nNew York City\nOslo\n");
  const std::string more = folder.Write("more", "oslo\r\nBergen");
  const std::string people = folder.Write("people", "New\nYork");
  auto phrases = Compile({{"places", {places, more}}, {"people", {people}}});
  EXPECT_EQ(phrases.size(), 6u);
  const auto expect = [&](const std::vector<std::string_view>& name,
                          uint32_t lists, bool longer) {
    ASSERT_EQ(phrases.count(NameHash(name)), 1u) << name[0];
    EXPECT_EQ(phrases[NameHash(name)].lists, lists) << name[0];
    EXPECT_EQ(phrases[NameHash(name)].longer, longer) << name[0];
  };
  expect({"New"}, 2, true);
  expect({"New", "York"}, 1, true);
  expect({"New", "York", "City"}, 1, false);
  expect({"Oslo"}, 1, false);
  expect({"Bergen"}, 1, false);
  expect({"York"}, 2, false);
}

TEST(CompileListsTest, LongNamesAreLeftOut) {
  const TempFolder folder;
  const auto phrases = Compile(
      {{"l", {folder.Write("l", "a b c d e f g h\nq r s t u v w x y")}}});
  EXPECT_EQ(phrases.size(), 8u);
}

TEST(CompileListsTest, Errors) {
  const TempFolder folder;
  const absl::Status missing =
      CompileLists({{"l", {folder.PathOf("missing")}}}).status();
  EXPECT_EQ(missing.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(missing.message()), testing::HasSubstr("missing"));
  EXPECT_EQ(
      CompileLists(std::vector<ListConfig>(kMaxLists + 1)).status().code(),
      absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace onym
