// The tagger with a small model: what it finds, its options, how it opens.

#include "onym/tagger.h"

#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "model/model.h"
#include "model/writer.h"
#include "tests/base/temp_folder.h"
#include "tests/model/model_bytes.h"
#include "tests/model/sample_model.h"
#include "tests/tag/document_invariants.h"

namespace onym {
namespace {

using internal::AlignedBytes;
using internal::kSampleText;
using internal::TempFolder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string SampleBytes() { return *SerializeModel(internal::SampleContent()); }

class TaggerTest : public testing::Test {
 protected:
  TaggerTest() : bytes_(SampleBytes()) {}

  Tagger tagger() const { return *Tagger::FromBytes(bytes_.bytes()); }

  std::vector<std::string> Tag(std::string_view text,
                               float min_confidence = 0.0f) const {
    TagOptions options;
    options.min_confidence = min_confidence;
    const auto document = tagger().Tag(text, options);
    EXPECT_TRUE(document.ok()) << document.status();
    EXPECT_EQ(internal::CheckDocument(text, *document), "");
    return Shown(text, *document);
  }

  static std::vector<std::string> Shown(std::string_view text,
                                        const Document& document) {
    std::vector<std::string> shown;
    for (const Entity& entity : document.entities()) {
      shown.push_back(
          std::string(document.type_name(entity.type)) + " " +
          std::string(text.substr(entity.begin, entity.end - entity.begin)));
    }
    return shown;
  }

  AlignedBytes bytes_;
};

TEST_F(TaggerTest, FindsEntities) {
  EXPECT_THAT(Tag(kSampleText), ElementsAre("PERSON Anna Berg", "GPE Oslo",
                                            "DATE 5 May", "PERSON Anna"));
}

TEST_F(TaggerTest, InfoIsTheModels) {
  EXPECT_EQ(tagger().info().name, "sample");
  EXPECT_THAT(tagger().info().types, ElementsAre("PERSON", "GPE", "DATE"));
}

TEST_F(TaggerTest, DocumentOutlivesTaggerAndScratch) {
  Document document;
  {
    TagScratch scratch;
    ASSERT_TRUE(tagger().Tag(kSampleText, {}, &scratch, &document).ok());
  }
  EXPECT_EQ(document.type_name(document.entities()[0].type), "PERSON");
  EXPECT_EQ(document.type_name(3), "");
}

TEST_F(TaggerTest, MinConfidenceLeavesOutWhatIsBelow) {
  const auto all = tagger().Tag(kSampleText);
  ASSERT_TRUE(all.ok());
  ASSERT_EQ(all->entities().size(), 4u);
  for (const Entity& entity : all->entities()) {
    TagOptions options;
    options.min_confidence = entity.confidence;
    const auto some = tagger().Tag(kSampleText, options);
    ASSERT_TRUE(some.ok());
    std::vector<uint32_t> expected, found;
    for (const Entity& other : all->entities()) {
      if (other.confidence >= entity.confidence)
        expected.push_back(other.begin);
    }
    for (const Entity& other : some->entities()) found.push_back(other.begin);
    EXPECT_EQ(found, expected);
  }
  EXPECT_THAT(Tag(kSampleText, 1.0f), IsEmpty());
}

TEST_F(TaggerTest, MinConfidenceIsAProbability) {
  for (float value : {-0.001f, 1.001f, std::numeric_limits<float>::quiet_NaN(),
                      std::numeric_limits<float>::infinity()}) {
    TagOptions options;
    options.min_confidence = value;
    const absl::Status status = tagger().Tag(kSampleText, options).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << value;
    EXPECT_THAT(std::string(status.message()), HasSubstr("min_confidence"));
  }
}

TEST_F(TaggerTest, FailedCallLeavesNothingOfTheDocumentBefore) {
  TagScratch scratch;
  Document document;
  ASSERT_TRUE(tagger().Tag(kSampleText, {}, &scratch, &document).ok());
  TagOptions options;
  options.min_confidence = 2.0f;
  ASSERT_FALSE(tagger().Tag(kSampleText, options, &scratch, &document).ok());
  EXPECT_TRUE(document.tokens().empty());
  EXPECT_TRUE(document.sentences().empty());
  EXPECT_TRUE(document.entities().empty());
}

TEST_F(TaggerTest, TextBelow4GiB) {
  // The length alone is looked at.
  for (size_t size : {size_t{0xFFFFFFFF}, size_t{1} << 32, size_t{1} << 40}) {
    const absl::Status status =
        tagger().Tag(std::string_view(kSampleText.data(), size)).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << size;
  }
}

TEST_F(TaggerTest, ScratchServesSeveralModels) {
  ModelContent content = internal::SampleContent();
  content.info.types = {"P", "G", "D", "X", "Y", "Z", "U", "V", "W"};
  content.transitions.assign(TransitionLayout(9).size(), 0);
  const AlignedBytes other_bytes(*SerializeModel(content));
  TagScratch scratch;
  Document document;
  for (int round = 0; round < 3; ++round) {
    ASSERT_TRUE(tagger().Tag(kSampleText, {}, &scratch, &document).ok());
    EXPECT_EQ(Shown(kSampleText, document)[1], "GPE Oslo");
    // A tagger at the address of one that is gone.
    const auto other = Tagger::FromBytes(other_bytes.bytes());
    ASSERT_TRUE(other->Tag(kSampleText, {}, &scratch, &document).ok());
    EXPECT_EQ(Shown(kSampleText, document)[1], "G Oslo");
  }
}

TEST_F(TaggerTest, ScratchThatWasMovedFromCanBeAssignedTo) {
  TagScratch first;
  Document document;
  const auto finds_oslo = [&](TagScratch* scratch) {
    return tagger().Tag(kSampleText, {}, scratch, &document).ok() &&
           Shown(kSampleText, document)[1] == "GPE Oslo";
  };
  EXPECT_TRUE(finds_oslo(&first));
  TagScratch second = std::move(first);
  EXPECT_TRUE(finds_oslo(&second));
  first = TagScratch();
  EXPECT_TRUE(finds_oslo(&first));
  first = std::move(second);
  EXPECT_TRUE(finds_oslo(&first));
}

TEST_F(TaggerTest, CopiesShareTheModel) {
  Tagger first = tagger();
  const Tagger copy = first;
  EXPECT_EQ(&copy.info(), &first.info());
  const Tagger moved = std::move(first);
  EXPECT_EQ(&copy.info(), &moved.info());
  first = copy;
  EXPECT_TRUE(first.Tag(kSampleText).ok());
}

TEST_F(TaggerTest, OpensFiles) {
  const TempFolder folder;
  const auto opened = Tagger::Open(folder.Write("a.onym", SampleBytes()));
  ASSERT_TRUE(opened.ok()) << opened.status();
  const auto document = opened->Tag(kSampleText);
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(Shown(kSampleText, *document), Tag(kSampleText));
}

void ExpectOpenFails(const std::string& path, absl::StatusCode code) {
  const absl::Status status = Tagger::Open(path).status();
  EXPECT_EQ(status.code(), code) << status;
  EXPECT_THAT(std::string(status.message()), HasSubstr(path));
}

TEST_F(TaggerTest, OpenTellsWhyItFails) {
  const TempFolder folder;
  const std::string model = SampleBytes();
  ExpectOpenFails(folder.PathOf("missing"), absl::StatusCode::kNotFound);
  ExpectOpenFails(folder.path(), absl::StatusCode::kInvalidArgument);
  ExpectOpenFails(folder.Write("empty", ""), absl::StatusCode::kDataLoss);
  ExpectOpenFails(folder.Write("other", std::string(500, 'x')),
                  absl::StatusCode::kDataLoss);
  ExpectOpenFails(folder.Write("cut", model.substr(0, model.size() / 2)),
                  absl::StatusCode::kDataLoss);
  std::string altered = model;
  altered[altered.size() / 2] ^= 4;
  ExpectOpenFails(folder.Write("altered", altered),
                  absl::StatusCode::kDataLoss);
  std::string newer = model;
  newer[8] = 99;
  ExpectOpenFails(folder.Write("newer", newer),
                  absl::StatusCode::kFailedPrecondition);
}

}  // namespace
}  // namespace onym
