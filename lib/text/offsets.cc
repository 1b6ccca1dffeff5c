// Offsets of one text in three units, found by a scan from the nearest of the
// known places: the last answer, or the start of a block of 256 bytes.

#include "onym/offsets.h"

#include <algorithm>
#include <cstring>

#include "text/utf8.h"

namespace onym {
namespace {

constexpr size_t kBlockBytes = 256;

bool IsAscii(std::string_view text) {
  const char* at = text.data();
  size_t left = text.size();
  for (; left >= 8; at += 8, left -= 8) {
    uint64_t word;
    std::memcpy(&word, at, 8);
    if ((word & 0x8080808080808080) != 0) return false;
  }
  for (; left > 0; ++at, --left) {
    if (static_cast<uint8_t>(*at) >= 0x80) return false;
  }
  return true;
}

}  // namespace

OffsetMap::Place OffsetMap::After(std::string_view text, Place place) {
  if (static_cast<uint8_t>(text[place.byte]) < 0x80) {
    return {place.byte + 1, place.code_point + 1, place.utf16 + 1};
  }
  const DecodedCodePoint c = DecodeUtf8(text, place.byte);
  return {place.byte + c.length, place.code_point + 1,
          place.utf16 + (c.value > 0xFFFF ? 2 : 1)};
}

void OffsetMap::Build() {
  built_ = true;
  if (IsAscii(text_)) return;
  blocks_.reserve(text_.size() / kBlockBytes + 1);
  Place place;
  size_t next_block = 0;
  while (place.byte < text_.size()) {
    if (place.byte >= next_block) {
      blocks_.push_back(place);
      next_block = (place.byte / kBlockBytes + 1) * kBlockBytes;
    }
    place = After(text_, place);
  }
}

size_t OffsetMap::Convert(size_t offset, OffsetUnit from, OffsetUnit to) {
  if (!built_) Build();
  if (blocks_.empty()) return std::min(offset, text_.size());
  const auto in_unit = [](const Place& place, OffsetUnit unit) {
    return unit == OffsetUnit::kByte        ? place.byte
           : unit == OffsetUnit::kCodePoint ? place.code_point
                                            : place.utf16;
  };
  const size_t start = in_unit(last_, from);
  if (offset < start || offset - start > kBlockBytes) {
    const auto after = std::upper_bound(blocks_.begin(), blocks_.end(), offset,
                                        [&](size_t wanted, const Place& p) {
                                          return wanted < in_unit(p, from);
                                        });
    last_ = *(after - 1);  // the first block starts at 0
  }
  while (last_.byte < text_.size()) {
    const Place next = After(text_, last_);
    if (in_unit(next, from) > offset) break;
    last_ = next;
  }
  return in_unit(last_, to);
}

}  // namespace onym
