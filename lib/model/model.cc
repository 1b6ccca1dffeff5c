// Validation of model files: every size, offset and index is checked here, so
// that the tagger can trust what it reads. A file is outside input and may be
// made by an adversary; the checksum only tells damage from malice.

#include "model/model.h"

#include <cmath>
#include <cstring>
#include <utility>

#include "absl/base/config.h"
#include "absl/strings/str_cat.h"
#include "base/hash.h"
#include "model/format.h"
#include "model/labels.h"
#include "text/utf8.h"

#ifndef ABSL_IS_LITTLE_ENDIAN
#error "Model files are read in place, on little-endian machines."
#endif

namespace onym {

uint64_t ModelChecksum(std::string_view bytes) {
  // Four independent lanes keep the multiplier busy.
  uint64_t lanes[4] = {1, 2, 3, 4};
  size_t offset = 0;
  for (; offset + 32 <= bytes.size(); offset += 32) {
    for (int i = 0; i < 4; ++i) {
      uint64_t word;
      std::memcpy(&word, bytes.data() + offset + 8 * i, 8);
      lanes[i] = HashStep(lanes[i], word);
    }
  }
  uint64_t sum = bytes.size();
  for (uint64_t lane : lanes) sum = HashStep(sum, lane);
  for (; offset < bytes.size(); ++offset) {
    sum = HashStep(sum, static_cast<unsigned char>(bytes[offset]));
  }
  return Mix(sum);
}

// Fills a Model from bytes, section by section.
class ModelParser final {
 public:
  explicit ModelParser(std::string_view bytes) : bytes_(bytes) {}

  absl::StatusOr<std::unique_ptr<const Model>> Parse() {
    std::unique_ptr<Model> model(new Model());
    absl::Status status = ParseHeader();
    // Later sections rely on the counts of earlier ones.
    for (auto parse :
         {&ModelParser::ParseInfo, &ModelParser::ParseTypes,
          &ModelParser::ParseTagger, &ModelParser::ParseWords,
          &ModelParser::ParsePhrases, &ModelParser::ParseFeatures}) {
      if (!status.ok()) return status;
      status = (this->*parse)(model.get());
    }
    if (!status.ok()) return status;
    return std::unique_ptr<const Model>(std::move(model));
  }

 private:
  static absl::Status Damaged(std::string_view what) {
    return absl::DataLossError(
        absl::StrCat("model: ", absl::string_view(what.data(), what.size())));
  }

  absl::Status ParseHeader() {
    ModelHeader header;
    if (bytes_.size() < sizeof(header)) return Damaged("too short");
    std::memcpy(&header, bytes_.data(), sizeof(header));
    if (std::memcmp(header.magic, kModelMagic, sizeof(kModelMagic)) != 0) {
      return Damaged("not a model file");
    }
    if (header.format_version < kModelOldestReadable ||
        header.format_version > kModelFormatVersion) {
      return absl::FailedPreconditionError(
          absl::StrCat("model: format ", header.format_version,
                       " is not readable by this library, which reads ",
                       kModelOldestReadable, " to ", kModelFormatVersion));
    }
    if (reinterpret_cast<uintptr_t>(bytes_.data()) % kModelAlignment != 0) {
      return absl::InvalidArgumentError("model: not aligned to 64 bytes");
    }
    if (header.file_size != bytes_.size()) return Damaged("wrong length");
    if (header.checksum != ModelChecksum(bytes_.substr(sizeof(header)))) {
      return Damaged("wrong checksum");
    }
    // Every format has these sections; later ones may have more.
    if (header.section_count < kSectionCount || header.section_count > 64) {
      return Damaged("number of sections");
    }
    format_version_ = header.format_version;
    return ParseSections(header.section_count);
  }

  absl::Status ParseSections(uint32_t count) {
    if (bytes_.size() - sizeof(ModelHeader) < count * sizeof(SectionEntry)) {
      return Damaged("section table cut off");
    }
    const size_t table_end = sizeof(ModelHeader) + count * sizeof(SectionEntry);
    for (uint32_t i = 0; i < count; ++i) {
      SectionEntry entry;
      std::memcpy(&entry,
                  bytes_.data() + sizeof(ModelHeader) + i * sizeof(entry),
                  sizeof(entry));
      if (entry.offset % kModelAlignment != 0 || entry.offset < table_end ||
          entry.offset > bytes_.size() ||
          entry.size > bytes_.size() - entry.offset) {
        return Damaged("section out of bounds");
      }
      // Sections of later minor formats are passed over.
      if (entry.id >= 1 && entry.id <= kSectionCount) {
        std::string_view& section = sections_[entry.id];
        if (section.data() != nullptr) return Damaged("section twice");
        section = bytes_.substr(entry.offset, entry.size);
      }
    }
    return absl::OkStatus();
  }

  std::string_view Section(SectionId id) const {
    return sections_[static_cast<uint32_t>(id)];
  }

  template <typename T>
  absl::StatusOr<absl::Span<const T>> Array(SectionId id) const {
    const std::string_view bytes = Section(id);
    if (bytes.size() % sizeof(T) != 0) return Damaged("odd section size");
    return absl::Span<const T>(reinterpret_cast<const T*>(bytes.data()),
                               bytes.size() / sizeof(T));
  }

  static absl::StatusOr<std::vector<std::string>> Strings(
      std::string_view bytes) {
    std::vector<std::string> strings;
    while (!bytes.empty()) {
      const size_t length = bytes.find('\0');
      if (length == std::string_view::npos) return Damaged("open string");
      strings.emplace_back(bytes.substr(0, length));
      if (!IsWellFormedUtf8(strings.back())) return Damaged("no UTF-8");
      bytes.remove_prefix(length + 1);
    }
    return strings;
  }

  absl::Status ParseInfo(Model* model) const {
    absl::StatusOr<std::vector<std::string>> strings =
        Strings(Section(SectionId::kInfo));
    if (!strings.ok()) return strings.status();
    if (strings->size() % 2 != 0) return Damaged("key without a value");
    ModelInfo& info = model->info_;
    for (size_t i = 0; i < strings->size(); i += 2) {
      const std::string& key = (*strings)[i];
      std::string& value = (*strings)[i + 1];
      if (key == "name") info.name = std::move(value);
      if (key == "version") info.version = std::move(value);
      if (key == "license") info.license = std::move(value);
      if (key == "language") info.language = std::move(value);
      if (key == "description") info.description = std::move(value);
    }
    info.format_version = format_version_;
    info.file_size = bytes_.size();
    return absl::OkStatus();
  }

  absl::Status ParseTypes(Model* model) const {
    absl::StatusOr<std::vector<std::string>> types =
        Strings(Section(SectionId::kTypes));
    if (!types.ok()) return types.status();
    if (types->empty() || types->size() > kMaxTypes) {
      return Damaged("number of types");
    }
    model->info_.types = *types;
    model->types_ =
        std::make_shared<const std::vector<std::string>>(*std::move(types));
    return absl::OkStatus();
  }

  absl::Status ParseTagger(Model* model) const {
    const std::string_view bytes = Section(SectionId::kTagger);
    TaggerHeader header;
    if (bytes.size() < sizeof(header)) return Damaged("tagger cut off");
    std::memcpy(&header, bytes.data(), sizeof(header));
    if (!(header.scale >= 1.0f && header.scale <= 1024.0f) ||
        !(header.temperature >= 0.1f && header.temperature <= 100.0f) ||
        header.type_count != model->type_count() ||
        header.list_count > kMaxLists) {
      return Damaged("tagger header");
    }
    const size_t count = TransitionLayout(model->type_count()).size();
    if (bytes.size() != sizeof(header) + count * sizeof(int16_t)) {
      return Damaged("transitions");
    }
    model->scale_ = header.scale;
    model->temperature_ = header.temperature;
    model->list_count_ = header.list_count;
    model->has_second_stage_ = header.has_second_stage != 0;
    model->transitions_ = absl::Span<const int16_t>(
        reinterpret_cast<const int16_t*>(bytes.data() + sizeof(header)), count);
    return absl::OkStatus();
  }

  absl::Status ParseWords(Model* model) const {
    // Any cluster that 12 bits can hold is valid.
    auto slots = Array<uint32_t>(SectionId::kWords);
    if (!slots.ok()) return slots.status();
    model->word_slots_ = *slots;
    model->words_ = WordTable(slots->data(), slots->size());
    return absl::OkStatus();
  }

  absl::Status ParsePhrases(Model* model) const {
    auto slots = Array<uint32_t>(SectionId::kPhrases);
    if (!slots.ok()) return slots.status();
    auto sets = Array<uint32_t>(SectionId::kListSets);
    if (!sets.ok()) return sets.status();
    const uint32_t known =
        static_cast<uint32_t>((uint64_t{1} << model->list_count_) - 1);
    for (uint32_t set : *sets) {
      if ((set & ~known) != 0) return Damaged("unknown name list");
    }
    for (uint32_t slot : *slots) {
      if (slot != PhraseTable::kEmpty && (slot >> 1 & 0x7FFu) >= sets->size()) {
        return Damaged("list set out of bounds");
      }
    }
    model->phrase_slots_ = *slots;
    model->phrases_ = PhraseTable(slots->data(), slots->size());
    model->list_sets_ = *sets;
    return absl::OkStatus();
  }

  absl::Status ParseFeatures(Model* model) const {
    auto buckets = Array<FeatureBucket>(SectionId::kFeatures);
    if (!buckets.ok()) return buckets.status();
    const std::string_view rows = Section(SectionId::kRows);
    const uint32_t types = model->type_count() + 1;
    for (const FeatureBucket& bucket : *buckets) {
      for (size_t i = 0; i < FeatureBucket::kSlots; ++i) {
        if (bucket.fingerprints[i] != 0 &&
            !RowIsValid(rows, size_t{4} * (bucket.refs[i] & 0xFFFFFFu),
                        types)) {
          return Damaged("feature weights");
        }
      }
    }
    model->features_ =
        FeatureTable(buckets->data(), buckets->size(),
                     reinterpret_cast<const uint8_t*>(rows.data()));
    return absl::OkStatus();
  }

  static bool RowIsValid(std::string_view rows, size_t offset, uint32_t types) {
    if (offset >= rows.size()) return false;
    const auto* row = reinterpret_cast<const uint8_t*>(rows.data()) + offset;
    const size_t count = row[0];
    if (count == FeatureTable::kDense) {
      return rows.size() - offset >= 4 + LabelStride(types - 1);
    }
    if (rows.size() - offset < FeatureTable::HeadSize(count) + 4 * count) {
      return false;
    }
    for (size_t i = 1; i <= count; ++i) {
      if (row[i] >= types || (i > 1 && row[i] <= row[i - 1])) return false;
    }
    return true;
  }

  std::string_view bytes_;
  uint32_t format_version_ = 0;
  std::string_view sections_[kSectionCount + 1];
};

absl::StatusOr<std::unique_ptr<const Model>> Model::Parse(
    std::string_view bytes) {
  return ModelParser(bytes).Parse();
}

}  // namespace onym
