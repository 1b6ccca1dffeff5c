// OffsetMap against a count of the code points from the start of the text.

#include "onym/offsets.h"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"
#include "text/utf8.h"

namespace onym {
namespace {

constexpr OffsetUnit kUnits[] = {OffsetUnit::kByte, OffsetUnit::kCodePoint,
                                 OffsetUnit::kUtf16};

size_t Width(const DecodedCodePoint& c, OffsetUnit unit) {
  switch (unit) {
    case OffsetUnit::kByte:
      return c.length;
    case OffsetUnit::kCodePoint:
      return 1;
    case OffsetUnit::kUtf16:
      return c.value > 0xFFFF ? 2 : 1;
  }
  return 0;
}

// The contract, word for word: the last code point whose start is not after
// `offset`, or the end.
size_t NaiveConvert(std::string_view text, size_t offset, OffsetUnit from,
                    OffsetUnit to) {
  size_t source = 0;
  size_t target = 0;
  for (size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = DecodeUtf8(text, at);
    if (source + Width(c, from) > offset) break;
    source += Width(c, from);
    target += Width(c, to);
    at += c.length;
  }
  return target;
}

// Bytes that are ASCII, well-formed and ill-formed by turns.
std::string RandomText(std::mt19937* random, size_t size) {
  std::string text;
  while (text.size() < size) {
    switch ((*random)() % 4) {
      case 0:
        AppendUtf8((*random)() % 0x110000, &text);
        break;
      case 1:
        AppendUtf8((*random)() % 0x800, &text);
        break;
      case 2:
        text.push_back(static_cast<char>((*random)()));
        break;
      default:
        text.append((*random)() % 40, 'x');
    }
  }
  return text;
}

void ExpectAgreement(std::string_view text,
                     const std::vector<size_t>& offsets) {
  for (OffsetUnit from : kUnits) {
    for (OffsetUnit to : kUnits) {
      OffsetMap map(text);
      for (size_t offset : offsets) {
        ASSERT_EQ(map.Convert(offset, from, to),
                  NaiveConvert(text, offset, from, to))
            << "offset " << offset << " of unit " << static_cast<int>(from)
            << " to " << static_cast<int>(to);
      }
    }
  }
}

TEST(OffsetMapTest, KnownText) {
  const std::string_view text = "a\u00E9\u20AC\U0001F600z";
  OffsetMap map(text);
  EXPECT_EQ(map.Convert(10, OffsetUnit::kByte, OffsetUnit::kCodePoint), 4u);
  EXPECT_EQ(map.Convert(10, OffsetUnit::kByte, OffsetUnit::kUtf16), 5u);
  EXPECT_EQ(map.Convert(5, OffsetUnit::kUtf16, OffsetUnit::kByte), 10u);
  EXPECT_EQ(map.Convert(4, OffsetUnit::kUtf16, OffsetUnit::kByte), 6u);
  EXPECT_EQ(map.Convert(2, OffsetUnit::kByte, OffsetUnit::kCodePoint), 1u);
  EXPECT_EQ(map.Convert(99, OffsetUnit::kByte, OffsetUnit::kUtf16), 6u);
}

TEST(OffsetMapTest, AnIllFormedSubpartIsOneUnit) {
  OffsetMap map(
      "\xE2\x82"
      "a\xFF");
  EXPECT_EQ(map.Convert(2, OffsetUnit::kByte, OffsetUnit::kUtf16), 1u);
  EXPECT_EQ(map.Convert(4, OffsetUnit::kByte, OffsetUnit::kCodePoint), 3u);
  EXPECT_EQ(map.Convert(1, OffsetUnit::kCodePoint, OffsetUnit::kByte), 2u);
}

TEST(OffsetMapTest, EmptyText) {
  OffsetMap map("");
  EXPECT_EQ(map.Convert(0, OffsetUnit::kByte, OffsetUnit::kUtf16), 0u);
  EXPECT_EQ(map.Convert(7, OffsetUnit::kUtf16, OffsetUnit::kByte), 0u);
}

TEST(OffsetMapTest, AsciiTextIsTheSameInAllUnits) {
  const std::string text(1000, 'x');
  ExpectAgreement(text, {0, 1, 255, 256, 257, 999, 1000, 1001});
}

TEST(OffsetMapTest, EveryOffsetInOrder) {
  std::mt19937 random(1);
  for (size_t size : {1, 7, 255, 256, 257, 700}) {
    const std::string text = RandomText(&random, size);
    std::vector<size_t> offsets(text.size() + 3);
    for (size_t i = 0; i < offsets.size(); ++i) offsets[i] = i;
    ExpectAgreement(text, offsets);
    std::reverse(offsets.begin(), offsets.end());
    ExpectAgreement(text, offsets);
  }
}

TEST(OffsetMapTest, OffsetsInAnyOrder) {
  std::mt19937 random(2);
  for (int round = 0; round < 20; ++round) {
    const std::string text = RandomText(&random, 2000);
    std::vector<size_t> offsets(60);
    for (size_t& offset : offsets) offset = random() % (text.size() + 10);
    ExpectAgreement(text, offsets);
  }
}

TEST(OffsetMapTest, OneMapAnswersAllUnitsByTurns) {
  std::mt19937 random(3);
  const std::string text = RandomText(&random, 3000);
  OffsetMap map(text);
  for (int round = 0; round < 500; ++round) {
    const size_t offset = random() % (text.size() + 10);
    const OffsetUnit from = kUnits[random() % 3];
    const OffsetUnit to = kUnits[random() % 3];
    ASSERT_EQ(map.Convert(offset, from, to),
              NaiveConvert(text, offset, from, to));
  }
}

}  // namespace
}  // namespace onym
