// Damaged model files are rejected with a reason; those that an adversary made,
// with a checksum that fits, do no harm.

#include <cstring>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "model/format.h"
#include "model/model.h"
#include "model/tables.h"
#include "model/writer.h"
#include "onym/tagger.h"
#include "tests/model/model_bytes.h"
#include "tests/model/sample_model.h"
#include "tests/tag/document_invariants.h"

namespace onym {
namespace {

using absl::StatusCode;
using internal::AlignedBytes;
using internal::SealModel;
using testing::HasSubstr;

std::string SampleBytes() { return *SerializeModel(internal::SampleContent()); }

absl::Status Open(std::string_view model) {
  const AlignedBytes bytes(model);
  return Tagger::FromBytes(bytes.bytes()).status();
}

// Expects `model` to be rejected as damaged.
void ExpectDamaged(std::string_view model, const std::string& reason) {
  const absl::Status status = Open(model);
  EXPECT_EQ(status.code(), StatusCode::kDataLoss) << reason;
  EXPECT_THAT(std::string(status.message()), HasSubstr(reason));
}

// Opens `model` and, if that succeeds, tags a text. Returns whether it did.
bool UseSafely(std::string_view model) {
  const AlignedBytes bytes(model);
  const auto tagger = Tagger::FromBytes(bytes.bytes());
  if (!tagger.ok()) {
    EXPECT_EQ(tagger.status().code(), StatusCode::kDataLoss);
    return false;
  }
  const auto document = tagger->Tag(internal::kSampleText);
  EXPECT_TRUE(document.ok());
  const std::string broken =
      internal::CheckDocument(internal::kSampleText, *document);
  // Names of types may be damaged, too.
  if (broken != "entity of no type") {
    EXPECT_EQ(broken, "");
  }
  return true;
}

// The entry of a section, to be changed in place.
class Table final {
 public:
  explicit Table(std::string* model) : model_(*model) {}

  SectionEntry Get(SectionId id) const {
    SectionEntry entry;
    std::memcpy(&entry, model_.data() + PlaceOfEntry(id), sizeof(entry));
    return entry;
  }
  void Set(SectionId id, const SectionEntry& entry) {
    std::memcpy(model_.data() + PlaceOfEntry(id), &entry, sizeof(entry));
  }

  // The `index`-th number of a section.
  template <typename T>
  T Number(SectionId id, size_t index) const {
    T value;
    std::memcpy(&value, model_.data() + Get(id).offset + index * sizeof(T),
                sizeof(T));
    return value;
  }
  template <typename T>
  void SetNumber(SectionId id, size_t index, T value) {
    std::memcpy(model_.data() + Get(id).offset + index * sizeof(T), &value,
                sizeof(T));
  }

 private:
  size_t PlaceOfEntry(SectionId id) const {
    for (size_t at = sizeof(ModelHeader);; at += sizeof(SectionEntry)) {
      uint32_t here;
      std::memcpy(&here, model_.data() + at, sizeof(here));
      if (here == static_cast<uint32_t>(id)) return at;
    }
  }

  std::string& model_;
};

// The sample model, changed and sealed again.
std::string Changed(const std::function<void(Table*)>& change) {
  std::string model = SampleBytes();
  Table table(&model);
  change(&table);
  SealModel(&model);
  return model;
}

std::string WithHeader(const std::function<void(ModelHeader*)>& change) {
  std::string model = SampleBytes();
  ModelHeader header;
  std::memcpy(&header, model.data(), sizeof(header));
  change(&header);
  std::memcpy(model.data(), &header, sizeof(header));
  return model;
}

// Where the slot `index` of the feature table keeps its fingerprint, in units
// of uint16, and its reference, in units of uint32.
size_t FingerprintAt(size_t index) {
  return index / FeatureBucket::kSlots * 32 + index % FeatureBucket::kSlots;
}
size_t RefAt(size_t index) {
  return index / FeatureBucket::kSlots * 16 + 5 + index % FeatureBucket::kSlots;
}

// The first slot of the feature table that is used.
size_t UsedFeature(const Table& table) {
  size_t slot = 0;
  while (table.Number<uint16_t>(SectionId::kFeatures, FingerprintAt(slot)) ==
         0) {
    ++slot;
  }
  return slot;
}

TEST(ModelDamageTest, TheSampleItselfOpens) {
  EXPECT_TRUE(UseSafely(SampleBytes()));
  EXPECT_TRUE(UseSafely(Changed([](Table*) {})));
}

TEST(ModelDamageTest, EveryTruncationIsDataLoss) {
  const std::string model = SampleBytes();
  for (size_t size = 0; size < model.size(); ++size) {
    const absl::Status status = Open(std::string_view(model).substr(0, size));
    ASSERT_EQ(status.code(), StatusCode::kDataLoss) << size;
    ASSERT_FALSE(status.message().empty());
  }
}

TEST(ModelDamageTest, AddedBytesAreDataLoss) {
  ExpectDamaged(SampleBytes() + '\0', "length");
  ExpectDamaged(SampleBytes() + std::string(64, '\0'), "length");
}

TEST(ModelDamageTest, EveryFlippedByteIsAnError) {
  for (const auto& [name, content] : internal::FuzzModels()) {
    std::string model = *SerializeModel(content);
    for (size_t at = 0; at < model.size(); ++at) {
      // Every bit of the header and the tables, some of the rest.
      for (int bit = 0; bit < 8; bit += at < 1024 ? 1 : 7) {
        model[at] = static_cast<char>(model[at] ^ (1 << bit));
        const absl::Status status = Open(model);
        const bool is_version = at >= offsetof(ModelHeader, format_version) &&
                                at < offsetof(ModelHeader, section_count);
        ASSERT_EQ(status.code(), is_version ? StatusCode::kFailedPrecondition
                                            : StatusCode::kDataLoss)
            << name << ", byte " << at << ", bit " << bit;
        ASSERT_FALSE(status.message().empty());
        model[at] = static_cast<char>(model[at] ^ (1 << bit));
      }
    }
    ASSERT_TRUE(Open(model).ok()) << name;
  }
}

TEST(ModelDamageTest, OtherFilesAreDataLoss) {
  ExpectDamaged("", "short");
  ExpectDamaged(std::string(4096, '\0'), "not a model");
  ExpectDamaged("#!/bin/sh\necho A script that is longer than a header.\n",
                "not a model");
}

TEST(ModelDamageTest, UnknownVersionsAreFailedPreconditions) {
  for (uint32_t version : {0u, kModelFormatVersion + 1, ~0u}) {
    const absl::Status status = Open(WithHeader(
        [&](ModelHeader* header) { header->format_version = version; }));
    EXPECT_EQ(status.code(), StatusCode::kFailedPrecondition);
    EXPECT_THAT(std::string(status.message()),
                HasSubstr(std::to_string(version)));
  }
}

TEST(ModelDamageTest, AddressMustBeAligned) {
  const std::string model = SampleBytes();
  const AlignedBytes bytes(std::string(1, 'x') + model);
  const absl::Status status =
      Tagger::FromBytes(bytes.bytes().substr(1)).status();
  EXPECT_EQ(status.code(), StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(status.message()), HasSubstr("aligned"));
}

TEST(ModelDamageTest, SectionCountIsChecked) {
  for (uint32_t count : {0u, 1u, kSectionCount - 1, 65u, ~0u}) {
    const absl::Status status = Open(WithHeader(
        [&](ModelHeader* header) { header->section_count = count; }));
    EXPECT_EQ(status.code(), StatusCode::kDataLoss) << count;
  }
}

TEST(ModelDamageTest, SectionsLieInTheFile) {
  const size_t size = SampleBytes().size();
  for (uint32_t id = 1; id <= kSectionCount; ++id) {
    const auto with = [&](uint64_t offset, uint64_t length) {
      return Changed([&](Table* table) {
        table->Set(static_cast<SectionId>(id), {id, 0, offset, length});
      });
    };
    ExpectDamaged(with(size, 1), "out of bounds");
    ExpectDamaged(with(size + 64, 0), "out of bounds");
    ExpectDamaged(with(0, size + 1), "out of bounds");
    ExpectDamaged(with(64, ~uint64_t{0}), "out of bounds");
    ExpectDamaged(with(~uint64_t{0} - 63, 128), "out of bounds");
    ExpectDamaged(with(32, 32), "out of bounds");
  }
}

TEST(ModelDamageTest, NoSectionOccursTwice) {
  for (uint32_t id = 1; id <= kSectionCount; ++id) {
    for (uint32_t other = 1; other <= kSectionCount; ++other) {
      if (id == other) continue;
      for (bool empty : {false, true}) {
        const std::string model = Changed([&](Table* table) {
          SectionEntry entry = table->Get(static_cast<SectionId>(id));
          entry.id = other;
          if (empty) entry.size = 0;
          table->Set(static_cast<SectionId>(id), entry);
        });
        ExpectDamaged(model, "section twice");
      }
    }
  }
}

TEST(ModelDamageTest, SectionsThatOverlapDoNoHarm) {
  const size_t size = SampleBytes().size();
  const std::string sample = SampleBytes();
  for (uint32_t id = 1; id <= kSectionCount; ++id) {
    for (uint64_t offset = 0; offset < size; offset += 64) {
      for (uint64_t length : {uint64_t{0}, uint64_t{64}, uint64_t{256},
                              uint64_t{size - offset}}) {
        UseSafely(Changed([&](Table* table) {
          table->Set(
              static_cast<SectionId>(id),
              {id, 0, offset, std::min<uint64_t>(length, size - offset)});
        }));
      }
    }
  }
}

TEST(ModelDamageTest, NumbersOfTheTaggerAreChecked) {
  const auto with_float = [](size_t index, float value) {
    return Changed([&](Table* table) {
      table->SetNumber(SectionId::kTagger, index, value);
    });
  };
  for (float value : {0.0f, -1.0f, 1e30f, std::nanf(""), INFINITY}) {
    ExpectDamaged(with_float(0, value), "tagger");
    ExpectDamaged(with_float(1, value), "tagger");
  }
  for (uint32_t value : {0u, 2u, 4u, ~0u}) {
    ExpectDamaged(Changed([&](Table* table) {
                    table->SetNumber(SectionId::kTagger, 2, value);
                  }),
                  "tagger");
  }
  ExpectDamaged(Changed([&](Table* table) {
                  table->SetNumber(SectionId::kTagger, 3, kMaxLists + 1);
                }),
                "tagger");
}

TEST(ModelDamageTest, TypesAreChecked) {
  ExpectDamaged(Changed([&](Table* table) {
                  SectionEntry entry = table->Get(SectionId::kTypes);
                  entry.size = 0;
                  table->Set(SectionId::kTypes, entry);
                }),
                "types");
  ExpectDamaged(Changed([&](Table* table) {
                  SectionEntry entry = table->Get(SectionId::kTypes);
                  --entry.size;
                  table->Set(SectionId::kTypes, entry);
                }),
                "string");
}

TEST(ModelDamageTest, StringsAreUtf8) {
  for (SectionId id : {SectionId::kInfo, SectionId::kTypes}) {
    ExpectDamaged(
        Changed([&](Table* table) { table->SetNumber<uint8_t>(id, 0, 0xFF); }),
        "UTF-8");
  }
}

TEST(ModelDamageTest, ListSetsAreChecked) {
  ExpectDamaged(Changed([](Table* table) {
                  table->SetNumber<uint32_t>(SectionId::kListSets, 1, 1u << 2);
                }),
                "list");
  ExpectDamaged(Changed([](Table* table) {
                  size_t slot = 0;
                  while (table->Number<uint32_t>(SectionId::kPhrases, slot) ==
                         PhraseTable::kEmpty) {
                    ++slot;
                  }
                  table->SetNumber<uint32_t>(SectionId::kPhrases, slot,
                                             1u << 12 | 100u << 1);
                }),
                "list");
}

TEST(ModelDamageTest, RowsLieInTheirSection) {
  const size_t rows = [] {
    std::string model = SampleBytes();
    return Table(&model).Get(SectionId::kRows).size;
  }();
  for (uint32_t place : {static_cast<uint32_t>(rows / 4),
                         static_cast<uint32_t>(rows / 4 + 1), 0xFFFFFFu}) {
    ExpectDamaged(Changed([&](Table* table) {
                    table->SetNumber<uint32_t>(SectionId::kFeatures,
                                               RefAt(UsedFeature(*table)),
                                               place);
                  }),
                  "weights");
  }
  // The last row is cut off.
  ExpectDamaged(Changed([](Table* table) {
                  SectionEntry entry = table->Get(SectionId::kRows);
                  entry.size -= 4;
                  table->Set(SectionId::kRows, entry);
                }),
                "weights");
}

TEST(ModelDamageTest, RowsNameTypesInAscendingOrder) {
  // The first row, of one type, lies at the start: count, type.
  ExpectDamaged(Changed([](Table* table) {
                  table->SetNumber<uint8_t>(SectionId::kRows, 1, 4);
                }),
                "weights");
  ExpectDamaged(Changed([](Table* table) {
                  table->SetNumber<uint8_t>(SectionId::kRows, 0, 3);
                  table->SetNumber<uint8_t>(SectionId::kRows, 1, 1);
                  table->SetNumber<uint8_t>(SectionId::kRows, 2, 1);
                  table->SetNumber<uint8_t>(SectionId::kRows, 3, 2);
                }),
                "weights");
}

TEST(ModelDamageTest, FeatureTablesHoldWholeBuckets) {
  for (size_t less : {1u, 16u, 63u}) {
    ExpectDamaged(Changed([&](Table* table) {
                    SectionEntry entry = table->Get(SectionId::kFeatures);
                    entry.size -= less;
                    table->Set(SectionId::kFeatures, entry);
                  }),
                  "odd section size");
  }
}

// Tables without an empty slot end every search.
TEST(ModelDamageTest, FullTablesDoNoHarm) {
  EXPECT_TRUE(UseSafely(Changed([](Table* table) {
    for (SectionId id : {SectionId::kWords, SectionId::kPhrases}) {
      const size_t count = table->Get(id).size / 4;
      for (size_t i = 0; i < count; ++i) {
        table->SetNumber<uint32_t>(id, i, 0x00001001u);
      }
    }
    const size_t features = table->Get(SectionId::kFeatures).size /
                            sizeof(FeatureBucket) * FeatureBucket::kSlots;
    for (size_t i = 0; i < features; ++i) {
      table->SetNumber<uint16_t>(SectionId::kFeatures, FingerprintAt(i),
                                 0xABCD);
      table->SetNumber<uint32_t>(SectionId::kFeatures, RefAt(i), 0);
      // Each bucket's overflow.
      table->SetNumber<uint32_t>(SectionId::kFeatures,
                                 i / FeatureBucket::kSlots * 16 + 15,
                                 0xFFFFFFFFu);
    }
  })));
}

TEST(ModelDamageTest, ExtremeWeightsDoNoHarm) {
  for (int weight : {32767, -32768, 12345}) {
    EXPECT_TRUE(UseSafely(Changed([&](Table* table) {
      const size_t count =
          (table->Get(SectionId::kTagger).size - sizeof(TaggerHeader)) / 2;
      for (size_t i = 0; i < count; ++i) {
        table->SetNumber(SectionId::kTagger, sizeof(TaggerHeader) / 2 + i,
                         static_cast<int16_t>(i % 2 == 0 ? weight : -weight));
      }
    })));
  }
}

TEST(ModelDamageTest, RandomChangesDoNoHarm) {
  std::mt19937 random(1);
  size_t opened = 0;
  for (const auto& [name, content] : internal::FuzzModels()) {
    const std::string model = *SerializeModel(content);
    for (int round = 0; round < 400; ++round) {
      std::string changed = model;
      // Behind the magic and the version.
      for (uint32_t i = 0; i <= random() % 4; ++i) {
        changed[12 + random() % (model.size() - 12)] =
            static_cast<char>(random());
      }
      SealModel(&changed);
      opened += UseSafely(changed);
    }
  }
  // Both outcomes have been seen.
  EXPECT_GT(opened, 200u);
  EXPECT_LT(opened, 2400u);
}

}  // namespace
}  // namespace onym
