// Fuzzes what reads files: annotated JSON, JSON documents, token columns. What
// is accepted must keep what the readers promise, and what comes out of the
// JSON writer must be accepted again.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "io/annotated.h"
#include "io/escape.h"
#include "io/input_document.h"
#include "text/utf8.h"

namespace {

// Ends the program where a promise is broken, so that the fuzzer notices.
void Require(bool condition) {
  if (!condition) std::abort();
}

bool IsBoundary(std::string_view text, size_t offset) {
  return offset == text.size() ||
         (static_cast<uint8_t>(text[offset]) & 0xC0) != 0x80;
}

void CheckError(const absl::Status& status) {
  Require(!status.ok());
  const std::string message(status.message());
  Require(!message.empty() && message.size() < 300);
  Require(message.find('\n') == std::string::npos);
}

void CheckAnnotated(std::string_view line) {
  const auto document = onym::ParseAnnotatedJson(line);
  if (!document.ok()) return CheckError(document.status());
  uint32_t end = 0;
  for (const onym::AnnotatedEntity& entity : document->entities) {
    Require(entity.begin >= end && entity.end > entity.begin);
    end = entity.end;
    Require(end <= document->text.size());
    Require(IsBoundary(document->text, entity.begin));
    Require(IsBoundary(document->text, end));
    Require(!entity.type.empty());
  }
}

void CheckInput(std::string_view line) {
  const auto document = onym::ParseInputJson(line);
  if (!document.ok()) return CheckError(document.status());
  for (size_t at = 0; at < document->text.size();) {
    const auto c = onym::DecodeUtf8(document->text, at);
    Require(c.well_formed);
    at += c.length;
  }
  std::string again = "{\"text\":";
  onym::internal::AppendJsonString(document->text, &again);
  again += ",\"id\":";
  onym::internal::AppendJsonString(document->id, &again);
  again += "}";
  const auto same = onym::ParseInputJson(again);
  Require(same.ok() && same->text == document->text &&
          same->id == document->id);
}

// Any bytes may be the text of an entity, and must still make a JSON string.
void CheckEscape(std::string_view bytes) {
  std::string line = "{\"text\":";
  onym::internal::AppendJsonString(bytes, &line);
  line += "}";
  const auto document = onym::ParseInputJson(line);
  Require(document.ok());
  std::string repaired;
  for (size_t at = 0; at < bytes.size();) {
    const auto c = onym::DecodeUtf8(bytes, at);
    onym::AppendUtf8(c.value, &repaired);
    at += c.length;
  }
  Require(document->text == repaired);
}

void CheckBio(std::string_view content) {
  const auto sentences = onym::ParseBio(content);
  if (!sentences.ok()) return CheckError(sentences.status());
  for (const onym::BioSentence& sentence : *sentences) {
    Require(!sentence.tokens.empty());
    Require(sentence.tokens.size() == sentence.tags.size());
    for (const std::string& token : sentence.tokens) Require(!token.empty());
    for (const std::string& tag : sentence.tags) {
      Require(tag == "O" || (tag.size() > 2 && tag[1] == '-'));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  CheckAnnotated(bytes);
  CheckInput(bytes);
  CheckEscape(bytes);
  CheckBio(bytes);
  return 0;
}
