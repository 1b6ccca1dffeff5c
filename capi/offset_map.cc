// Conversion of offsets between units, for whole arrays.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "arguments.h"
#include "guard.h"
#include "onym/offsets.h"
#include "onym/onym.h"

struct onym_offset_map {
  explicit onym_offset_map(std::string_view bytes) : text(bytes), map(text) {
    // Builds the map now, so that later conversions need no memory.
    map.Convert(0, onym::OffsetUnit::kByte, onym::OffsetUnit::kByte);
  }

  // Not to be moved: the map points into the text.
  onym_offset_map(const onym_offset_map&) = delete;
  onym_offset_map& operator=(const onym_offset_map&) = delete;

  const std::string text;
  onym::OffsetMap map;
};

namespace onym::capi {
namespace {

absl::Status Convert(onym_offset_map* map, int32_t from, int32_t to,
                     uint32_t* offsets, size_t count) {
  const std::optional<OffsetUnit> source = UnitOf(from);
  const std::optional<OffsetUnit> target = UnitOf(to);
  if (map == nullptr) return absl::InvalidArgumentError("map is NULL");
  if (!source.has_value() || !target.has_value()) {
    return absl::InvalidArgumentError("a unit is none of onym_unit");
  }
  if (offsets == nullptr && count > 0) {
    return absl::InvalidArgumentError("offsets is NULL, count is not 0");
  }
  if (count > SIZE_MAX / sizeof(uint32_t)) {
    return absl::InvalidArgumentError("count is beyond the address space");
  }
  for (uint32_t& offset : absl::MakeSpan(offsets, count)) {
    offset = static_cast<uint32_t>(map->map.Convert(offset, *source, *target));
  }
  return absl::OkStatus();
}

}  // namespace
}  // namespace onym::capi

using onym::capi::Guard;
using onym::capi::GuardFree;

extern "C" {

onym_status onym_offset_map_new(const char* text, size_t text_size,
                                onym_offset_map** map,
                                onym_error** error) noexcept {
  return Guard(error, [&] {
    absl::Status status = onym::capi::ClearResult(map);
    if (status.ok()) status = onym::capi::CheckBytes(text, text_size);
    if (!status.ok()) return status;
    *map = new onym_offset_map(std::string_view(text, text_size));
    return status;
  });
}

onym_status onym_offset_map_convert(onym_offset_map* map, int32_t from,
                                    int32_t to, uint32_t* offsets, size_t count,
                                    onym_error** error) noexcept {
  return Guard(error, [&] {
    return onym::capi::Convert(map, from, to, offsets, count);
  });
}

void onym_offset_map_free(onym_offset_map* map) noexcept { GuardFree(map); }

}  // extern "C"
