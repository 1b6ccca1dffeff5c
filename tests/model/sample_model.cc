// The sample models.

#include "tests/model/sample_model.h"

#include <algorithm>

#include "base/hash.h"
#include "model/format.h"
#include "model/model.h"
#include "tag/features.h"
#include "tag/gazetteer.h"
#include "tag/word.h"

namespace onym::internal {
namespace {

FeatureKeys KeysOf(std::string_view word) {
  FeatureKeys keys;
  AddUnaryFeatures(AnalyzeWord(word, CaseMode::kCased, WordTable()), 0, &keys);
  return keys;
}

PhraseEntry* FindPhrase(uint64_t hash, std::vector<PhraseEntry>* phrases) {
  for (PhraseEntry& entry : *phrases) {
    if (entry.hash == hash) return &entry;
  }
  return &phrases->emplace_back(PhraseEntry{hash, 0, false});
}

// A model without anything in it.
ModelContent EmptyContent(uint32_t types) {
  ModelContent content;
  content.info.name = "empty";
  for (uint32_t type = 1; type <= types; ++type) {
    content.info.types.push_back("T" + std::to_string(type));
  }
  content.transitions.resize(TransitionLayout(types).size());
  return content;
}

// A model of `types` types with rows of every length for the sample text.
ModelContent RowsContent(uint32_t types) {
  ModelContent content = EmptyContent(types);
  content.info.name = "rows";
  content.scale = 24;
  uint32_t length = 1;
  for (std::string_view word : {"Anna", "Berg", "came", "to", "Oslo", "on", "5",
                                "May", ".", "said", "\""}) {
    for (uint64_t key : KeysOf(word)) {
      const bool is_new =
          std::none_of(content.features.begin(), content.features.end(),
                       [&](const FeatureRow& row) { return row.key == key; });
      if (!is_new) continue;
      FeatureRow row = {key, {}};
      for (uint32_t type = 0; type < length; ++type) {
        row.blocks.push_back({static_cast<uint8_t>(type), {}});
        for (int8_t& weight : row.blocks.back().weights) {
          weight = static_cast<int8_t>(Mix(key + type) % 200 - 100);
          // Outside has one weight.
          if (type == 0) break;
        }
      }
      content.features.push_back(row);
      length = length % (types + 1) + 1;
    }
  }
  return content;
}

}  // namespace

uint64_t WordKey(std::string_view word) { return *KeysOf(word).begin(); }

FeatureRow RowFor(std::string_view word, uint32_t type, Place place,
                  int8_t weight) {
  FeatureRow row = {WordKey(word), {{static_cast<uint8_t>(type), {}}}};
  row.blocks[0].weights[place] = weight;
  return row;
}

uint64_t NameHash(const std::vector<std::string_view>& words) {
  uint64_t hash = 0;
  for (std::string_view word : words) {
    hash = ExtendPhrase(hash, PhraseHash(word));
  }
  return hash;
}

void AddName(const std::vector<std::string_view>& words, uint32_t lists,
             std::vector<PhraseEntry>* phrases) {
  std::vector<std::string_view> beginning;
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    beginning.push_back(words[i]);
    FindPhrase(NameHash(beginning), phrases)->longer = true;
  }
  FindPhrase(NameHash(words), phrases)->lists |= lists;
}

ModelContent SampleContent() {
  enum : uint32_t { kPerson = 1, kGpe = 2, kDate = 3 };
  ModelContent content = EmptyContent(3);
  content.info.name = "sample";
  content.info.version = "1";
  content.info.license = "Apache-2.0";
  content.info.language = "en";
  content.info.description = "A model for tests.";
  content.info.types = {"PERSON", "GPE", "DATE"};
  content.scale = 10;
  content.temperature = 1.5f;
  content.has_second_stage = true;
  content.list_count = 2;
  const TransitionLayout layout(3);
  content.transitions[layout.ToOutside(0)] = 5;
  content.transitions[layout.ToEnd(0, kPerson)] = 7;
  content.transitions[layout.ToSingle(1, kGpe)] = -9;
  content.words = {{PhraseHash("Anna"), 17}, {PhraseHash("Oslo"), 4094}};
  AddName({"Oslo"}, 1, &content.phrases);
  AddName({"Anna", "Berg"}, 2, &content.phrases);
  content.features = {
      RowFor("Anna", kPerson, kBegin, 60), RowFor("Berg", kPerson, kEnd, 90),
      RowFor("Oslo", kGpe, kSingle, 90), RowFor("5", kDate, kBegin, 90),
      RowFor("May", kDate, kEnd, 90)};
  // Anna can stand alone, too.
  content.features[0].blocks[0].weights[kSingle] = 50;
  for (std::string_view word :
       {"came", "to", "on", ".", "it", "is", "cold", "said", "\"", ","}) {
    content.features.push_back(RowFor(word, kOutside, kBegin, 80));
  }
  return content;
}

std::vector<std::pair<std::string, ModelContent>> FuzzModels() {
  std::vector<std::pair<std::string, ModelContent>> models = {
      {"empty", EmptyContent(1)},        {"sample", SampleContent()},
      {"sparse", RowsContent(5)},        {"dense", RowsContent(12)},
      {"types", RowsContent(kMaxTypes)}, {"lists", SampleContent()},
  };
  ModelContent& lists = models.back().second;
  lists.list_count = kMaxLists;
  for (uint32_t list = 2; list < kMaxLists; ++list) {
    AddName({"Anna", "Berg", "came"}, uint32_t{1} << list, &lists.phrases);
    AddName({"Berg"}, uint32_t{3} << (list - 1), &lists.phrases);
  }
  return models;
}

}  // namespace onym::internal
