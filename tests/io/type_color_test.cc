// Tests of the colours: they can be read, told apart, and do not change.

#include "io/type_color.h"

#include <cmath>
#include <set>
#include <string>

#include "gtest/gtest.h"

namespace onym::internal {
namespace {

constexpr const char* kTypes[] = {
    "PERSON",   "NORP",    "ORG",   "GPE",      "LOC",        "FAC",  "PRODUCT",
    "EVENT",    "DISEASE", "LAW",   "LANGUAGE", "DATE",       "TIME", "PERCENT",
    "QUANTITY", "ORDINAL", "MONEY", "CARDINAL", "WORK_OF_ART"};

// Relative luminance as the Web Content Accessibility Guidelines 2.1 define it.
double Luminance(const TypeColor& color) {
  const auto channel = [](uint8_t value) {
    const double v = value / 255.0;
    return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(color.red) + 0.7152 * channel(color.green) +
         0.0722 * channel(color.blue);
}

// The contrast of black text on `color`.
double Contrast(const TypeColor& color) {
  return (Luminance(color) + 0.05) / 0.05;
}

TEST(TypeColorTest, KnownTypesDiffer) {
  std::set<int> terminal;
  std::set<int> page;
  for (const char* type : kTypes) {
    const TypeColor color = ColorOfType(type);
    EXPECT_TRUE(terminal.insert(color.terminal).second) << type;
    EXPECT_TRUE(
        page.insert(color.red << 16 | color.green << 8 | color.blue).second)
        << type;
  }
}

TEST(TypeColorTest, BlackTextCanBeReadOnEveryColour) {
  for (const char* type : kTypes) {
    EXPECT_GE(Contrast(ColorOfType(type)), 7.0) << type;
  }
  for (int i = 0; i < 500; ++i) {
    EXPECT_GE(Contrast(ColorOfType("type-" + std::to_string(i))), 7.0) << i;
  }
}

TEST(TypeColorTest, ColoursAreThoseOfTheTerminal) {
  const TypeColor person = ColorOfType("PERSON");
  EXPECT_EQ(person.terminal, 153);
  EXPECT_EQ(person.red, 0xAF);
  EXPECT_EQ(person.green, 0xD7);
  EXPECT_EQ(person.blue, 0xFF);
  const TypeColor cardinal = ColorOfType("CARDINAL");
  EXPECT_EQ(cardinal.terminal, 255);
  EXPECT_EQ(cardinal.red, 0xEE);
  EXPECT_EQ(cardinal.green, 0xEE);
  EXPECT_EQ(cardinal.blue, 0xEE);
}

TEST(TypeColorTest, OtherTypesGetColoursByTheirName) {
  EXPECT_EQ(ColorOfType("creative-work").terminal,
            ColorOfType("creative-work").terminal);
  std::set<int> colors;
  for (const char* type : {"group", "corporation", "product", "location",
                           "creative-work", "Cell", "Gene", ""}) {
    colors.insert(ColorOfType(type).terminal);
  }
  EXPECT_GE(colors.size(), 4u);
}

}  // namespace
}  // namespace onym::internal
