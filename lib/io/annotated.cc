// Reads annotated corpora. Offsets are checked and converted from code points
// to bytes here, so that nothing behind this reader sees a wrong one.

#include "io/annotated.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "io/json_parse.h"
#include "onym/offsets.h"

namespace onym {
namespace {

using nlohmann::json;

constexpr char kParagraphBreak[] = "\n\n";

// Puts the string at `key` into *out; an absent or null one leaves it as it is.
absl::Status ReadString(const json& object, const char* key, bool required,
                        std::string* out) {
  const auto it = object.find(key);
  if (it == object.end() || it->is_null()) {
    if (!required) return absl::OkStatus();
    return absl::InvalidArgumentError(absl::StrCat("no \"", key, "\""));
  }
  if (!it->is_string()) {
    return absl::InvalidArgumentError(
        absl::StrCat("\"", key, "\" is not a string"));
  }
  *out = it->get_ref<const std::string&>();
  return absl::OkStatus();
}

// Puts the count at `key` into *out.
absl::Status ReadOffset(const json& object, const char* key, uint64_t* out) {
  const auto it = object.find(key);
  if (it == object.end()) {
    return absl::InvalidArgumentError(absl::StrCat("no \"", key, "\""));
  }
  if (!it->is_number_unsigned()) {
    return absl::InvalidArgumentError(
        absl::StrCat("\"", key, "\" is not a count"));
  }
  *out = it->get<uint64_t>();
  return absl::OkStatus();
}

// Reads the entities of one stretch of text, in code points of `text`.
class EntityReader {
 public:
  explicit EntityReader(const std::string& text)
      : text_(text),
        map_(text_),
        length_(map_.Convert(text.size(), OffsetUnit::kByte,
                             OffsetUnit::kCodePoint)) {}

  // Appends `value` to *out, moved by `base` bytes.
  absl::Status Read(const json& value, size_t base,
                    std::vector<AnnotatedEntity>* out) {
    if (!value.is_object()) {
      return absl::InvalidArgumentError("is not an object");
    }
    uint64_t begin = 0;
    uint64_t end = 0;
    AnnotatedEntity entity;
    absl::Status status = ReadOffset(value, "begin", &begin);
    if (status.ok()) status = ReadOffset(value, "end", &end);
    if (status.ok()) {
      status = ReadString(value, "type", /*required=*/true, &entity.type);
    }
    if (!status.ok()) return status;
    if (entity.type.empty()) return absl::InvalidArgumentError("empty type");
    if (begin >= end || end > length_) {
      return absl::InvalidArgumentError(
          absl::StrCat("[", begin, ", ", end, ") is no stretch of a text of ",
                       length_, " code points"));
    }
    if (begin < last_end_) {
      return absl::InvalidArgumentError(
          "begins before the end of the one before it");
    }
    last_end_ = end;
    const size_t first = ToBytes(begin);
    const size_t last = ToBytes(end);
    entity.begin = static_cast<uint32_t>(base + first);
    entity.end = static_cast<uint32_t>(base + last);
    status = CheckText(value, first, last);
    if (status.ok()) out->push_back(std::move(entity));
    return status;
  }

 private:
  size_t ToBytes(uint64_t code_points) {
    return map_.Convert(static_cast<size_t>(code_points),
                        OffsetUnit::kCodePoint, OffsetUnit::kByte);
  }

  // An entity may repeat its text; a difference betrays offsets that count
  // something else than code points.
  absl::Status CheckText(const json& value, size_t begin, size_t end) const {
    std::string said;
    if (!value.contains("text")) return absl::OkStatus();
    absl::Status status = ReadString(value, "text", /*required=*/true, &said);
    if (!status.ok()) return status;
    if (text_.compare(begin, end - begin, said) == 0) return absl::OkStatus();
    return absl::InvalidArgumentError(
        R"("text" is not what stands between "begin" and "end")");
  }

  const std::string& text_;
  OffsetMap map_;
  size_t length_;
  uint64_t last_end_ = 0;
};

// Appends the "text" and the "entities" of `object` to *document.
absl::Status ReadPassage(const json& object, AnnotatedDocument* document) {
  std::string text;
  absl::Status status = ReadString(object, "text", /*required=*/true, &text);
  if (!status.ok()) return status;
  const auto entities = object.find("entities");
  if (entities == object.end()) {
    return absl::InvalidArgumentError("no \"entities\"");
  }
  if (!entities->is_array()) {
    return absl::InvalidArgumentError("\"entities\" is not an array");
  }
  const size_t base = document->text.size();
  if (text.size() >= std::numeric_limits<uint32_t>::max() - base) {
    return absl::InvalidArgumentError("text of 4 GiB or more");
  }
  EntityReader reader(text);
  for (size_t i = 0; i < entities->size(); ++i) {
    status = reader.Read((*entities)[i], base, &document->entities);
    if (!status.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("entity ", i + 1, ": ", status.message()));
    }
  }
  document->text += text;
  return absl::OkStatus();
}

absl::Status ReadParagraphs(const json& paragraphs,
                            AnnotatedDocument* document) {
  if (!paragraphs.is_array()) {
    return absl::InvalidArgumentError("\"paragraphs\" is not an array");
  }
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    absl::Status status = absl::InvalidArgumentError("is not an object");
    if (paragraphs[i].is_object()) {
      if (i > 0) document->text += kParagraphBreak;
      status = ReadPassage(paragraphs[i], document);
    }
    if (!status.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("paragraph ", i + 1, ": ", status.message()));
    }
  }
  return absl::OkStatus();
}

constexpr std::string_view kDocumentStart = "-DOCSTART-";

// A line of a token-per-line corpus.
struct BioLine {
  std::string_view token;
  std::string tag;  // empty: none, or an unknown one
};

BioLine SplitBioLine(std::string_view line) {
  const char separator = line.find('\t') != std::string_view::npos ? '\t' : ' ';
  const size_t first = line.find(separator);
  if (first == std::string_view::npos) return {line, ""};
  std::string tag(line.substr(line.rfind(separator) + 1));
  if (tag.size() > 2 && tag[1] == '-') {
    if (tag[0] == 'S') tag[0] = 'B';
    if (tag[0] == 'E') tag[0] = 'I';
  }
  const bool known = tag == "O" || (tag.size() > 2 && tag[1] == '-' &&
                                    (tag[0] == 'B' || tag[0] == 'I'));
  return {line.substr(0, first), known ? tag : ""};
}

}  // namespace

absl::StatusOr<AnnotatedDocument> ParseAnnotatedJson(std::string_view line) {
  absl::StatusOr<json> object = internal::ParseJson(line);
  if (!object.ok()) return object.status();
  if (!object->is_object()) {
    return absl::InvalidArgumentError("not a JSON object");
  }
  AnnotatedDocument document;
  absl::Status status =
      ReadString(*object, "id", /*required=*/false, &document.id);
  if (status.ok()) {
    status = ReadString(*object, "date", /*required=*/false, &document.date);
  }
  if (!status.ok()) return status;
  const auto paragraphs = object->find("paragraphs");
  status = paragraphs != object->end() ? ReadParagraphs(*paragraphs, &document)
                                       : ReadPassage(*object, &document);
  if (!status.ok()) return status;
  return document;
}

absl::StatusOr<std::vector<BioSentence>> ParseBio(std::string_view content) {
  std::vector<BioSentence> sentences;
  bool open = false;  // whether the last sentence can take another token
  bool begins_document = false;
  for (size_t begin = 0, number = 1; begin < content.size(); ++number) {
    const size_t end = std::min(content.find('\n', begin), content.size());
    std::string_view line = content.substr(begin, end - begin);
    begin = end + 1;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    const BioLine parts = SplitBioLine(line);
    if (line.empty() || parts.token == kDocumentStart) {
      open = false;
      begins_document = begins_document || !line.empty();
      continue;
    }
    if (parts.tag.empty()) {
      return absl::InvalidArgumentError(
          absl::StrCat("line ", number,
                       ": not a token and a tag that is O, B-TYPE or I-TYPE"));
    }
    if (parts.token.empty()) continue;
    if (!open) {
      sentences.emplace_back().begins_document = begins_document;
      begins_document = false;
    }
    open = true;
    sentences.back().tokens.emplace_back(parts.token);
    sentences.back().tags.push_back(parts.tag);
  }
  return sentences;
}

}  // namespace onym
