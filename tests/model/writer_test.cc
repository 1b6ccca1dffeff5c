// The limits of what a model file can hold.

#include "model/writer.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "model/format.h"
#include "model/model.h"
#include "model/tables.h"
#include "tests/model/sample_model.h"

namespace onym {
namespace {

using internal::SampleContent;
using testing::HasSubstr;

void ExpectInvalid(const ModelContent& content, const std::string& reason) {
  const absl::Status status = SerializeModel(content).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << reason;
  EXPECT_THAT(std::string(status.message()), HasSubstr(reason));
}

TEST(ModelWriterTest, AModelHasTypes) {
  ModelContent content = SampleContent();
  content.info.types.clear();
  content.transitions.clear();
  ExpectInvalid(content, "types");
}

TEST(ModelWriterTest, TypesAreLimited) {
  ModelContent content = SampleContent();
  content.info.types.assign(kMaxTypes, "T");
  content.transitions.resize(TransitionLayout(kMaxTypes).size());
  EXPECT_TRUE(SerializeModel(content).ok());
  content.info.types.assign(kMaxTypes + 1, "T");
  content.transitions.resize(TransitionLayout(kMaxTypes + 1).size());
  ExpectInvalid(content, "types");
}

// A NUL would end the name in the file, and the rest become another type.
TEST(ModelWriterTest, TypeNamesHoldNoNul) {
  ModelContent content = SampleContent();
  content.info.types[1] = std::string("G\0E", 3);
  ExpectInvalid(content, "type");
}

TEST(ModelWriterTest, StringsAreUtf8) {
  ModelContent content = SampleContent();
  content.info.types[1] = "Gpe\xE9";
  ExpectInvalid(content, "UTF-8");
  content = SampleContent();
  content.info.license = "\xFF";
  ExpectInvalid(content, "UTF-8");
}

TEST(ModelWriterTest, ListsAreLimited) {
  ModelContent content = SampleContent();
  content.list_count = kMaxLists;
  EXPECT_TRUE(SerializeModel(content).ok());
  content.list_count = kMaxLists + 1;
  ExpectInvalid(content, "lists");
}

TEST(ModelWriterTest, CombinationsOfListsAreLimited) {
  ModelContent content = SampleContent();
  content.list_count = kMaxLists;
  content.phrases.clear();
  for (uint32_t i = 1; i < 2047; ++i) {
    content.phrases.push_back(
        {internal::NameHash({std::to_string(i)}), i, false});
  }
  EXPECT_TRUE(SerializeModel(content).ok());
  content.phrases.push_back({internal::NameHash({"one more"}), 2047, false});
  ExpectInvalid(content, "combinations");
}

// However large the table, entries of one hash share a place in it.
TEST(ModelWriterTest, EntriesOfOneHashAreLimited) {
  constexpr uint64_t kHash = 0x123456789ABCDEF0u;
  ModelContent content = SampleContent();
  content.words.assign(kMaxProbes, {kHash, 1});
  EXPECT_TRUE(SerializeModel(content).ok());
  content.words.push_back({kHash, 1});
  ExpectInvalid(content, "words");

  content = SampleContent();
  content.phrases.assign(kMaxProbes, {kHash, 1, false});
  EXPECT_TRUE(SerializeModel(content).ok());
  content.phrases.push_back({kHash, 1, false});
  ExpectInvalid(content, "phrases");

  content = SampleContent();
  content.features.assign(kMaxProbes * FeatureBucket::kSlots, {kHash, {}});
  EXPECT_TRUE(SerializeModel(content).ok());
  content.features.push_back({kHash, {}});
  ExpectInvalid(content, "features");
}

TEST(ModelWriterTest, TransitionsAreThoseOfTheTypes) {
  ModelContent content = SampleContent();
  content.transitions.pop_back();
  ExpectInvalid(content, "transitions");
  content = SampleContent();
  content.transitions.push_back(0);
  ExpectInvalid(content, "transitions");
}

}  // namespace
}  // namespace onym
