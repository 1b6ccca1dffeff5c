// Colours are picked from xterm's palette, so that page and terminal agree.

#include "io/type_color.h"

#include <iterator>

namespace onym::internal {
namespace {

struct NamedColor {
  std::string_view type;
  uint8_t index;
};

constexpr NamedColor kNamed[] = {
    {"PERSON", 153},   {"NORP", 189},     {"ORG", 216},
    {"GPE", 157},      {"LOC", 114},      {"FAC", 186},
    {"PRODUCT", 219},  {"EVENT", 215},    {"WORK_OF_ART", 183},
    {"LAW", 217},      {"LANGUAGE", 195}, {"DATE", 229},
    {"TIME", 227},     {"PERCENT", 253},  {"MONEY", 151},
    {"QUANTITY", 152}, {"ORDINAL", 250},  {"CARDINAL", 255},
    {"DISEASE", 210},  {"PER", 153},
};

constexpr uint8_t kOthers[] = {116, 117, 120, 123, 150, 155, 158, 159,
                               180, 182, 187, 192, 218, 223, 225, 230};

uint8_t IndexOfType(std::string_view type) {
  for (const NamedColor& named : kNamed) {
    if (named.type == type) return named.index;
  }
  uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : type) {
    hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
  }
  return kOthers[(hash ^ (hash >> 16)) % std::size(kOthers)];
}

// The intensity of one axis of the cube of 6 x 6 x 6 colours.
uint8_t Level(int step) {
  return static_cast<uint8_t>(step == 0 ? 0 : 55 + 40 * step);
}

}  // namespace

TypeColor ColorOfType(std::string_view type) {
  constexpr int kCube = 16;
  constexpr int kGrey = 232;
  const uint8_t index = IndexOfType(type);
  if (index >= kGrey) {
    const uint8_t grey = static_cast<uint8_t>(8 + 10 * (index - kGrey));
    return {index, grey, grey, grey};
  }
  const int place = index - kCube;
  return {index, Level(place / 36), Level(place / 6 % 6), Level(place % 6)};
}

}  // namespace onym::internal
