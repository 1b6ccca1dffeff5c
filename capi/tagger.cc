// The tagger, its working memory, and what its model says of itself.

#include "tagger.h"

#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "arguments.h"
#include "document.h"
#include "guard.h"
#include "onym/onym.h"
#include "onym/tagger.h"
#include "options.h"

struct onym_scratch {
  onym::TagScratch scratch;
};

namespace onym::capi {
namespace {

// What Tagger::FromBytes asks for.
constexpr std::align_val_t kModelAlignment{64};

// Makes the object for `tagger`, if that could be opened.
absl::Status Wrap(ModelBytes bytes, absl::StatusOr<Tagger> tagger,
                  onym_tagger** result) {
  if (!tagger.ok()) return tagger.status();
  *result = new onym_tagger{std::move(bytes), *std::move(tagger)};
  return absl::OkStatus();
}

absl::Status Open(std::string_view path, onym_tagger** result) {
  if (path.empty()) return absl::InvalidArgumentError("the path is empty");
  if (path.find('\0') != std::string_view::npos) {
    return absl::InvalidArgumentError("the path holds a NUL");
  }
  return Wrap(nullptr, Tagger::Open(std::string(path)), result);
}

absl::Status OpenBytes(const void* bytes, size_t size, onym_tagger** result) {
  ModelBytes copy(static_cast<char*>(::operator new(size, kModelAlignment)));
  if (size > 0) std::memcpy(copy.get(), bytes, size);
  absl::StatusOr<Tagger> tagger =
      Tagger::FromBytes(std::string_view(copy.get(), size));
  return Wrap(std::move(copy), std::move(tagger), result);
}

// Tags with the caller's working memory, or with some of its own.
absl::Status TagWith(const Tagger& tagger, std::string_view text,
                     const onym_options& options, onym_scratch* scratch,
                     onym_document** result) {
  if (scratch != nullptr) {
    return Tag(tagger, text, options, &scratch->scratch, result);
  }
  TagScratch own;
  return Tag(tagger, text, options, &own, result);
}

// The string under `key`, or NULL.
const std::string* InfoString(const ModelInfo& info, int32_t key) {
  switch (key) {
    case ONYM_INFO_NAME:
      return &info.name;
    case ONYM_INFO_VERSION:
      return &info.version;
    case ONYM_INFO_LICENSE:
      return &info.license;
    case ONYM_INFO_LANGUAGE:
      return &info.language;
    case ONYM_INFO_DESCRIPTION:
      return &info.description;
    default:
      return nullptr;
  }
}

uint64_t InfoNumber(const ModelInfo& info, int32_t key) {
  switch (key) {
    case ONYM_INFO_FORMAT_VERSION:
      return info.format_version;
    case ONYM_INFO_FILE_SIZE:
      return info.file_size;
    default:
      return 0;
  }
}

// The name of a type, or NULL.
const std::string* TypeName(const ModelInfo& info, uint32_t type) {
  return type < info.types.size() ? &info.types[type] : nullptr;
}

// The C form of `string`, which may be NULL.
const char* Borrow(const std::string* string, size_t* size) {
  if (size != nullptr) *size = string != nullptr ? string->size() : 0;
  return string != nullptr ? string->c_str() : nullptr;
}

}  // namespace

void FreeModel::operator()(char* bytes) const {
  ::operator delete(bytes, kModelAlignment);
}

absl::Status Tag(const Tagger& tagger, std::string_view text,
                 const onym_options& options, TagScratch* scratch,
                 onym_document** result) {
  auto document = std::make_unique<onym_document>();
  absl::Status status =
      tagger.Tag(text, options.tag, scratch, &document->document);
  if (!status.ok()) return status;
  ConvertOffsets(text, options.unit, document.get());
  *result = document.release();
  return absl::OkStatus();
}

}  // namespace onym::capi

using onym::capi::Borrow;
using onym::capi::Guard;
using onym::capi::GuardFree;
using onym::capi::GuardValue;

extern "C" {

onym_status onym_tagger_open_default(onym_tagger** tagger,
                                     onym_error** error) noexcept {
  return Guard(error, [&] {
    absl::Status status = onym::capi::ClearResult(tagger);
    if (!status.ok()) return status;
    return onym::capi::Wrap(nullptr, onym::Tagger::Default(), tagger);
  });
}

onym_status onym_tagger_open(const char* path, size_t path_size,
                             onym_tagger** tagger,
                             onym_error** error) noexcept {
  return Guard(error, [&] {
    absl::Status status = onym::capi::ClearResult(tagger);
    if (status.ok()) status = onym::capi::CheckBytes(path, path_size);
    if (!status.ok()) return status;
    return onym::capi::Open(std::string_view(path, path_size), tagger);
  });
}

onym_status onym_tagger_open_bytes(const void* bytes, size_t size,
                                   onym_tagger** tagger,
                                   onym_error** error) noexcept {
  return Guard(error, [&] {
    absl::Status status = onym::capi::ClearResult(tagger);
    if (status.ok()) status = onym::capi::CheckBytes(bytes, size);
    if (!status.ok()) return status;
    return onym::capi::OpenBytes(bytes, size, tagger);
  });
}

const char* onym_tagger_info_string(const onym_tagger* tagger, int32_t key,
                                    size_t* size) noexcept {
  return GuardValue<const char*>(nullptr, [&] {
    return Borrow(tagger != nullptr
                      ? onym::capi::InfoString(tagger->tagger.info(), key)
                      : nullptr,
                  size);
  });
}

uint64_t onym_tagger_info_number(const onym_tagger* tagger,
                                 int32_t key) noexcept {
  return GuardValue<uint64_t>(0, [&]() -> uint64_t {
    return tagger != nullptr
               ? onym::capi::InfoNumber(tagger->tagger.info(), key)
               : 0;
  });
}

uint32_t onym_tagger_type_count(const onym_tagger* tagger) noexcept {
  return GuardValue<uint32_t>(0, [&]() -> uint32_t {
    return tagger != nullptr
               ? static_cast<uint32_t>(tagger->tagger.info().types.size())
               : 0;
  });
}

const char* onym_tagger_type_name(const onym_tagger* tagger, uint32_t type,
                                  size_t* size) noexcept {
  return GuardValue<const char*>(nullptr, [&] {
    return Borrow(tagger != nullptr
                      ? onym::capi::TypeName(tagger->tagger.info(), type)
                      : nullptr,
                  size);
  });
}

onym_status onym_tagger_tag(const onym_tagger* tagger, const char* text,
                            size_t text_size, const onym_options* options,
                            onym_scratch* scratch, onym_document** document,
                            onym_error** error) noexcept {
  return Guard(error, [&] {
    absl::Status status = onym::capi::ClearResult(document);
    if (status.ok()) status = onym::capi::CheckBytes(text, text_size);
    if (!status.ok()) return status;
    if (tagger == nullptr) {
      return absl::InvalidArgumentError("tagger is NULL");
    }
    return onym::capi::TagWith(
        tagger->tagger, std::string_view(text, text_size),
        onym::capi::OptionsOf(options), scratch, document);
  });
}

void onym_tagger_free(onym_tagger* tagger) noexcept { GuardFree(tagger); }

onym_status onym_scratch_new(onym_scratch** scratch,
                             onym_error** error) noexcept {
  return Guard(error, [&] {
    absl::Status status = onym::capi::ClearResult(scratch);
    if (status.ok()) *scratch = new onym_scratch();
    return status;
  });
}

void onym_scratch_free(onym_scratch* scratch) noexcept { GuardFree(scratch); }

}  // extern "C"
