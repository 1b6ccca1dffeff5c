// What the writer puts into a model file, the reader finds there.

#include <random>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "model/format.h"
#include "model/labels.h"
#include "model/model.h"
#include "model/tables.h"
#include "model/writer.h"
#include "tests/model/model_bytes.h"
#include "tests/model/sample_model.h"

namespace onym {
namespace {

using internal::AlignedBytes;
using internal::SampleContent;

// A serialized and opened model.
class Opened final {
 public:
  explicit Opened(const ModelContent& content) : bytes_(Serialize(content)) {
    auto model = Model::Parse(bytes_.bytes());
    EXPECT_TRUE(model.ok()) << model.status();
    if (model.ok()) model_ = *std::move(model);
  }
  const Model& operator*() const { return *model_; }
  const Model* operator->() const { return model_.get(); }

  static std::string Serialize(const ModelContent& content) {
    const auto bytes = SerializeModel(content);
    EXPECT_TRUE(bytes.ok()) << bytes.status();
    return bytes.ok() ? *bytes : std::string();
  }

 private:
  AlignedBytes bytes_;
  std::unique_ptr<const Model> model_;
};

ModelContent Empty(uint32_t types) {
  ModelContent content;
  content.info.types.assign(types, "T");
  content.transitions.resize(TransitionLayout(types).size());
  return content;
}

// All weights of a row, one for each label; nothing if it is malformed.
std::vector<int> Weights(const uint8_t* row, uint32_t types) {
  std::vector<int> weights(4 * (size_t{types} + 1));
  const auto* bytes = reinterpret_cast<const int8_t*>(row);
  if (row[0] == FeatureTable::kDense) {
    for (size_t i = 0; i < weights.size(); ++i) weights[i] = bytes[4 + i];
    return weights;
  }
  for (size_t i = 0; i < row[0]; ++i) {
    for (size_t place = 0; place < 4; ++place) {
      weights[size_t{4} * row[1 + i] + place] =
          bytes[FeatureTable::HeadSize(row[0]) + 4 * i + place];
    }
  }
  return weights;
}

std::vector<int> Weights(const FeatureRow& row, uint32_t types) {
  std::vector<int> weights(4 * (size_t{types} + 1));
  for (const auto& block : row.blocks) {
    for (size_t place = 0; place < 4; ++place) {
      weights[size_t{4} * block.type + place] = block.weights[place];
    }
  }
  return weights;
}

// A row of `length` random blocks of ascending types.
FeatureRow RandomRow(uint64_t key, uint32_t types, size_t length,
                     std::mt19937_64* random) {
  std::set<uint8_t> chosen;
  while (chosen.size() < length) {
    chosen.insert(static_cast<uint8_t>((*random)() % (types + 1)));
  }
  FeatureRow row = {key, {}};
  for (uint8_t type : chosen) {
    row.blocks.push_back({type, {}});
    for (int8_t& weight : row.blocks.back().weights) {
      weight = static_cast<int8_t>((*random)() % 255 - 127);
    }
  }
  return row;
}

TEST(ModelRoundTripTest, InfoAndNumbers) {
  ModelContent content = SampleContent();
  content.info.description = std::string("two\nlines \u2014, a \0NUL", 21);
  const Opened model(content);
  const ModelInfo& info = model->info();
  EXPECT_EQ(info.name, "sample");
  EXPECT_EQ(info.version, "1");
  EXPECT_EQ(info.license, "Apache-2.0");
  EXPECT_EQ(info.language, "en");
  EXPECT_EQ(info.description, "two\nlines \u2014, a NUL");
  EXPECT_EQ(info.types, content.info.types);
  EXPECT_EQ(*model->types(), content.info.types);
  EXPECT_EQ(info.format_version, kModelFormatVersion);
  EXPECT_EQ(info.file_size, Opened::Serialize(content).size());
  EXPECT_EQ(model->type_count(), 3u);
  EXPECT_EQ(model->list_count(), 2u);
  EXPECT_EQ(model->scale(), 10.0f);
  EXPECT_EQ(model->temperature(), 1.5f);
  EXPECT_TRUE(model->has_second_stage());
  EXPECT_EQ(std::vector<int16_t>(model->transitions().begin(),
                                 model->transitions().end()),
            content.transitions);
}

TEST(ModelRoundTripTest, EmptyTablesHoldNothing) {
  const Opened model(Empty(1));
  for (uint64_t key : {uint64_t{0}, uint64_t{1}, ~uint64_t{0}}) {
    EXPECT_EQ(model->words().Find(key), WordTable::kNoCluster);
    EXPECT_FALSE(model->phrases().Find(key).found);
    EXPECT_EQ(model->features().Find(key), nullptr);
  }
}

TEST(ModelRoundTripTest, EveryWordIsFound) {
  std::mt19937_64 random(1);
  ModelContent content = Empty(2);
  for (int i = 0; i < 20000; ++i) {
    content.words.emplace_back(random(), random() % WordTable::kNoCluster);
  }
  content.words.emplace_back(~uint64_t{0}, WordTable::kNoCluster - 1);
  const Opened model(content);
  size_t wrong = 0;
  for (const auto& [hash, cluster] : content.words) {
    ASSERT_NE(model->words().Find(hash), WordTable::kNoCluster);
    wrong += model->words().Find(hash) != cluster;
  }
  // Another word with the same 20 bits may stand in front.
  EXPECT_LE(wrong, 3u);
  size_t found = 0;
  for (int i = 0; i < 100000; ++i) {
    found += model->words().Find(random()) != WordTable::kNoCluster;
  }
  EXPECT_LE(found, 10u);
}

TEST(ModelRoundTripTest, EveryPhraseIsFound) {
  std::mt19937_64 random(2);
  ModelContent content = Empty(2);
  content.list_count = kMaxLists;
  for (int i = 0; i < 20000; ++i) {
    // A few hundred sets of lists, the empty one and all bits among them.
    const uint32_t lists = i % 10 == 0 ? 0 : ~0u >> random() % 32 << i % 8;
    content.phrases.push_back({random(), lists, random() % 2 == 0});
  }
  const Opened model(content);
  size_t wrong = 0;
  for (const PhraseEntry& phrase : content.phrases) {
    const PhraseTable::Entry entry = model->phrases().Find(phrase.hash);
    ASSERT_TRUE(entry.found);
    ASSERT_LT(entry.list_set, model->list_sets().size());
    wrong += entry.longer != phrase.longer ||
             model->list_sets()[entry.list_set] != phrase.lists;
  }
  EXPECT_LE(wrong, 3u);
  size_t found = 0;
  for (int i = 0; i < 100000; ++i) {
    found += model->phrases().Find(random()).found;
  }
  EXPECT_LE(found, 10u);
}

TEST(ModelRoundTripTest, EveryFeatureIsFound) {
  for (uint32_t types : {1u, 7u, 8u, 9u, 19u, kMaxTypes}) {
    std::mt19937_64 random(types);
    ModelContent content = Empty(types);
    for (size_t i = 0; i < 3000; ++i) {
      const size_t length = 1 + i % (size_t{types} + 1);
      content.features.push_back(RandomRow(random(), types, length, &random));
    }
    // Keys whose low bits, which mark an empty slot, are all zero.
    content.features.push_back(RandomRow(0, types, 1, &random));
    content.features.push_back(RandomRow(uint64_t{5} << 16, types, 2, &random));
    const Opened model(content);
    for (const FeatureRow& feature : content.features) {
      const uint8_t* row = model->features().Find(feature.key);
      ASSERT_NE(row, nullptr) << types;
      ASSERT_EQ(Weights(row, types), Weights(feature, types)) << types;
    }
    size_t found = 0;
    for (int i = 0; i < 100000; ++i) {
      found += model->features().Find(random()) != nullptr;
    }
    EXPECT_LE(found, 10u) << types;
  }
}

TEST(ModelRoundTripTest, RowsOfManyTypesAreDense) {
  std::mt19937_64 random(3);
  ModelContent content = Empty(19);
  content.features = {RandomRow(1, 19, 8, &random),
                      RandomRow(2, 19, 9, &random),
                      RandomRow(3, 19, 20, &random)};
  const Opened model(content);
  EXPECT_EQ(model->features().Find(1)[0], 8);
  EXPECT_EQ(model->features().Find(2)[0], FeatureTable::kDense);
  EXPECT_EQ(model->features().Find(3)[0], FeatureTable::kDense);
}

TEST(ModelRoundTripTest, EqualRowsAreStoredOnce) {
  std::mt19937_64 random(4);
  ModelContent content = Empty(5);
  FeatureRow row = RandomRow(0, 5, 3, &random);
  for (int i = 0; i < 1000; ++i) {
    row.key = random();
    content.features.push_back(row);
  }
  const Opened model(content);
  for (const FeatureRow& feature : content.features) {
    ASSERT_EQ(model->features().Find(feature.key),
              model->features().Find(row.key));
  }
}

// A crowded neighbourhood: keys whose home is the same.
TEST(ModelRoundTripTest, ManyKeysOfOneHomeAreFound) {
  ModelContent content = Empty(2);
  std::mt19937_64 random(5);
  for (uint64_t i = 0; i < 30; ++i) {
    const uint64_t hash = uint64_t{0xFFFFFFFF} << 32 | i;
    content.words.emplace_back(hash, i);
    content.phrases.push_back({hash, 0, i % 2 == 0});
  }
  for (uint64_t i = 1; i <= 250; ++i) {
    content.features.push_back(
        RandomRow(uint64_t{0xFFFFFFFF} << 32 | i, 2, 1, &random));
  }
  const Opened model(content);
  for (uint64_t i = 0; i < 30; ++i) {
    const uint64_t hash = content.words[i].first;
    EXPECT_EQ(model->words().Find(hash), i);
    EXPECT_EQ(model->phrases().Find(hash).longer, i % 2 == 0);
  }
  for (const FeatureRow& feature : content.features) {
    const uint8_t* row = model->features().Find(feature.key);
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(Weights(row, 2), Weights(feature, 2));
  }
}

TEST(ModelRoundTripTest, SameContentGivesTheSameBytes) {
  for (const auto& [name, content] : internal::FuzzModels()) {
    const std::string bytes = Opened::Serialize(content);
    EXPECT_EQ(bytes, Opened::Serialize(content)) << name;
    EXPECT_EQ(bytes.size() % kModelAlignment, 0u) << name;
  }
}

// A model that takes another's words, phrases and lists finds them all.
TEST(ModelRoundTripTest, BaseIsTakenOver) {
  std::mt19937_64 random(6);
  ModelContent first = Empty(2);
  first.list_count = 3;
  for (uint32_t i = 0; i < 1000; ++i) {
    first.words.emplace_back(random(), i);
    first.phrases.push_back({random(), i % 8, i % 2 == 0});
  }
  const Opened base(first);
  ModelContent second = Empty(4);
  second.base = &*base;
  const Opened model(second);
  EXPECT_EQ(model->type_count(), 4u);
  EXPECT_EQ(model->list_count(), 3u);
  for (const auto& [hash, cluster] : first.words) {
    ASSERT_EQ(model->words().Find(hash), cluster);
  }
  for (const PhraseEntry& phrase : first.phrases) {
    const PhraseTable::Entry entry = model->phrases().Find(phrase.hash);
    ASSERT_TRUE(entry.found);
    ASSERT_EQ(model->list_sets()[entry.list_set], phrase.lists);
  }
}

}  // namespace
}  // namespace onym
