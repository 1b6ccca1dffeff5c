// Layout of model files; the reader is model.cc.

#include "model/writer.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "model/format.h"
#include "model/labels.h"
#include "model/model.h"
#include "model/tables.h"
#include "text/utf8.h"

namespace onym {
namespace {

using Section = std::pair<SectionId, std::string>;

template <typename Values>
std::string Bytes(const Values& values) {
  return std::string(reinterpret_cast<const char*>(values.data()),
                     values.size() * sizeof(values[0]));
}

std::string InfoSection(const ModelInfo& info) {
  std::string bytes;
  for (const auto& [key, value] :
       {std::pair<const char*, const std::string&>("name", info.name),
        {"version", info.version},
        {"license", info.license},
        {"language", info.language},
        {"description", info.description}}) {
    bytes.append(key).push_back('\0');
    // A NUL would end the string early.
    std::remove_copy(value.begin(), value.end(), std::back_inserter(bytes),
                     '\0');
    bytes.push_back('\0');
  }
  return bytes;
}

std::string TypesSection(const std::vector<std::string>& types) {
  std::string bytes;
  for (const std::string& type : types) bytes.append(type).push_back('\0');
  return bytes;
}

std::string TaggerSection(const ModelContent& content) {
  TaggerHeader header = {};
  header.scale = content.scale;
  header.temperature = content.temperature;
  header.has_second_stage = content.has_second_stage ? 1 : 0;
  header.type_count = static_cast<uint32_t>(content.info.types.size());
  header.list_count =
      content.base != nullptr ? content.base->list_count() : content.list_count;
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof(header));
  return bytes + Bytes(content.transitions);
}

// Places `bits` by linear probing; false if the table is too crowded.
bool Insert(uint64_t hash, uint32_t bits, uint32_t empty,
            std::vector<uint32_t>* slots) {
  size_t place = PlaceOf(hash, slots->size());
  for (size_t probe = 0; probe < kMaxProbes; ++probe) {
    if ((*slots)[place] == empty) {
      (*slots)[place] = bits;
      return true;
    }
    if (++place == slots->size()) place = 0;
  }
  return false;
}

// How many times larger than planned a table may become. Hashes that are spread
// evenly need far less; those that are not may find no place in any table.
constexpr size_t kMaxGrowth = 16;

absl::Status TooAlike(const char* what) {
  return absl::InvalidArgumentError(
      absl::StrCat("the hashes of too many ", what, " are alike"));
}

// Fills a table of `entries`, enlarged until every entry is near its home.
// `what` names them in an error.
template <typename Entries, typename BitsOf>
absl::StatusOr<std::string> ProbedTable(const char* what,
                                        const Entries& entries, uint32_t empty,
                                        BitsOf bits_of) {
  if (entries.empty()) return std::string();
  const size_t first_size = entries.size() * 5 / 4 + 8;
  for (size_t size = first_size; size <= kMaxGrowth * first_size;
       size += size / 16 + 1) {
    std::vector<uint32_t> slots(size, empty);
    if (std::all_of(entries.begin(), entries.end(), [&](const auto& entry) {
          const auto [hash, bits] = bits_of(entry);
          return Insert(hash, bits, empty, &slots);
        })) {
      return Bytes(slots);
    }
  }
  return TooAlike(what);
}

absl::StatusOr<std::string> WordsSection(const ModelContent& content) {
  if (content.base != nullptr) return Bytes(content.base->word_slots());
  return ProbedTable(
      "words", content.words, WordTable::kEmpty, [](const auto& word) {
        return std::pair(word.first, WordTable::Fingerprint(word.first) << 12 |
                                         (word.second & 0xFFFu));
      });
}

absl::Status AddPhrases(const ModelContent& content,
                        std::vector<Section>* sections) {
  if (content.base != nullptr) {
    sections->emplace_back(SectionId::kPhrases,
                           Bytes(content.base->phrase_slots()));
    sections->emplace_back(SectionId::kListSets,
                           Bytes(content.base->list_sets()));
    return absl::OkStatus();
  }
  std::map<uint32_t, uint32_t> set_ids = {{0, 0}};
  for (const PhraseEntry& entry : content.phrases) {
    set_ids.emplace(entry.lists, 0);
  }
  // The last id is not used: its bits could look like an empty slot.
  if (set_ids.size() > 2047) {
    return absl::InvalidArgumentError("too many combinations of name lists");
  }
  std::vector<uint32_t> sets;
  for (auto& [lists, id] : set_ids) {
    id = static_cast<uint32_t>(sets.size());
    sets.push_back(lists);
  }
  absl::StatusOr<std::string> phrases =
      ProbedTable("phrases", content.phrases, PhraseTable::kEmpty,
                  [&](const PhraseEntry& entry) {
                    return std::pair(
                        entry.hash, PhraseTable::Fingerprint(entry.hash) << 12 |
                                        set_ids[entry.lists] << 1 |
                                        static_cast<uint32_t>(entry.longer));
                  });
  if (!phrases.ok()) return phrases.status();
  sections->emplace_back(SectionId::kPhrases, *std::move(phrases));
  sections->emplace_back(SectionId::kListSets, Bytes(sets));
  return absl::OkStatus();
}

// Rows of this many types are stored with all of them, which is faster to read
// and hardly longer.
constexpr size_t kDenseTypes = 9;

std::string DenseRowBytes(const FeatureRow& row, size_t stride) {
  std::string bytes(4 + stride, '\0');
  bytes[0] = static_cast<char>(FeatureTable::kDense);
  for (const auto& block : row.blocks) {
    std::memcpy(&bytes[4 + size_t{4} * block.type], block.weights.data(), 4);
  }
  return bytes;
}

std::string RowBytes(const FeatureRow& row, size_t stride) {
  if (row.blocks.size() >= kDenseTypes) return DenseRowBytes(row, stride);
  std::string bytes(1, static_cast<char>(row.blocks.size()));
  for (const auto& block : row.blocks) {
    bytes.push_back(static_cast<char>(block.type));
  }
  bytes.resize(FeatureTable::HeadSize(row.blocks.size()));
  for (const auto& block : row.blocks) {
    for (int8_t weight : block.weights) {
      bytes.push_back(static_cast<char>(weight));
    }
  }
  return bytes;
}

// The slot of each feature in a table of `buckets` buckets, or nothing if one
// finds no place within kMaxProbes buckets.
std::vector<size_t> PlaceFeatures(const std::vector<FeatureRow>& features,
                                  size_t buckets) {
  std::vector<uint8_t> used(buckets, 0);
  std::vector<size_t> slots;
  for (const FeatureRow& feature : features) {
    size_t bucket = PlaceOf(feature.key, buckets);
    size_t probe = 0;
    while (used[bucket] == FeatureBucket::kSlots) {
      if (++probe == kMaxProbes) return {};
      if (++bucket == buckets) bucket = 0;
    }
    slots.push_back(bucket * FeatureBucket::kSlots + used[bucket]++);
  }
  return slots;
}

absl::Status AddFeatures(const ModelContent& content,
                         std::vector<Section>* sections) {
  const std::vector<FeatureRow>& features = content.features;
  size_t buckets = features.size() * 5 / 4 / FeatureBucket::kSlots + 1;
  const size_t most_buckets = kMaxGrowth * buckets;
  std::vector<size_t> slots = PlaceFeatures(features, buckets);
  while (slots.size() != features.size()) {
    buckets += buckets / 8 + 1;
    if (buckets > most_buckets) return TooAlike("features");
    slots = PlaceFeatures(features, buckets);
  }

  std::vector<FeatureBucket> table(buckets, FeatureBucket());
  std::string rows;
  const size_t stride =
      LabelStride(static_cast<uint32_t>(content.info.types.size()));
  // Equal rows are stored once.
  std::map<std::string, size_t> places;
  for (size_t i = 0; i < features.size(); ++i) {
    for (size_t passed = PlaceOf(features[i].key, buckets);
         passed != slots[i] / FeatureBucket::kSlots;
         passed = passed + 1 == buckets ? 0 : passed + 1) {
      table[passed].overflow |= FeatureBucket::OverflowBit(features[i].key);
    }
    const auto [place, is_new] =
        places.emplace(RowBytes(features[i], stride), rows.size());
    if (is_new) rows += place->first;
    const size_t row = place->second / 4;
    if (row > 0xFFFFFFu) {
      return absl::InvalidArgumentError("too many feature weights");
    }
    FeatureBucket& bucket = table[slots[i] / FeatureBucket::kSlots];
    const size_t slot = slots[i] % FeatureBucket::kSlots;
    bucket.fingerprints[slot] = FeatureTable::Fingerprint(features[i].key);
    bucket.refs[slot] =
        FeatureTable::Check(features[i].key) << 24 | static_cast<uint32_t>(row);
  }
  sections->emplace_back(SectionId::kFeatures, Bytes(table));
  sections->emplace_back(SectionId::kRows, std::move(rows));
  return absl::OkStatus();
}

std::string Assemble(const std::vector<Section>& sections) {
  const auto align = [](size_t size) {
    return (size + kModelAlignment - 1) / kModelAlignment * kModelAlignment;
  };
  std::string table;
  size_t offset =
      align(sizeof(ModelHeader) + sections.size() * sizeof(SectionEntry));
  std::string body;
  for (const auto& [id, bytes] : sections) {
    const SectionEntry entry = {static_cast<uint32_t>(id), 0,
                                offset + body.size(), bytes.size()};
    table.append(reinterpret_cast<const char*>(&entry), sizeof(entry));
    body += bytes;
    body.resize(align(body.size()));
  }
  table.resize(offset - sizeof(ModelHeader));
  table += body;

  ModelHeader header = {};
  std::memcpy(header.magic, kModelMagic, sizeof(kModelMagic));
  header.format_version = kModelFormatVersion;
  header.section_count = static_cast<uint32_t>(sections.size());
  header.file_size = sizeof(header) + table.size();
  header.checksum = ModelChecksum(table);
  return std::string(reinterpret_cast<const char*>(&header), sizeof(header)) +
         table;
}

}  // namespace

absl::StatusOr<std::string> SerializeModel(const ModelContent& content) {
  const size_t types = content.info.types.size();
  if (types == 0 || types > kMaxTypes) {
    return absl::InvalidArgumentError(
        absl::StrCat("a model has 1 to ", kMaxTypes, " types, not ", types));
  }
  for (const std::string& type : content.info.types) {
    if (type.find('\0') != std::string::npos || !IsWellFormedUtf8(type)) {
      return absl::InvalidArgumentError("a type name with a NUL or no UTF-8");
    }
  }
  if (!IsWellFormedUtf8(InfoSection(content.info))) {
    return absl::InvalidArgumentError("a description that is no UTF-8");
  }
  if (content.list_count > kMaxLists) {
    return absl::InvalidArgumentError("too many name lists");
  }
  if (content.transitions.size() !=
      TransitionLayout(static_cast<uint32_t>(types)).size()) {
    return absl::InvalidArgumentError("wrong number of transitions");
  }
  std::vector<Section> sections;
  sections.emplace_back(SectionId::kInfo, InfoSection(content.info));
  sections.emplace_back(SectionId::kTypes, TypesSection(content.info.types));
  sections.emplace_back(SectionId::kTagger, TaggerSection(content));
  absl::StatusOr<std::string> words = WordsSection(content);
  if (!words.ok()) return words.status();
  sections.emplace_back(SectionId::kWords, *std::move(words));
  absl::Status status = AddPhrases(content, &sections);
  if (!status.ok()) return status;
  status = AddFeatures(content, &sections);
  if (!status.ok()) return status;
  return Assemble(sections);
}

}  // namespace onym
