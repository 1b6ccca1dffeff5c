// Tests of the token lines.

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "io/annotated.h"
#include "io/writer.h"
#include "tests/io/sample_document.h"

namespace onym {
namespace {

using ::testing::ElementsAre;

TEST(ConllWriterTest, Golden) {
  constexpr char kText[] = "Ann Lee met Bo Ann\nat Acme\n";
  const Document document = SampleDocument(
      kText, {{0, 2, 0, 1.f}, {3, 4, 0, 1.f}, {4, 5, 0, 1.f}, {6, 7, 1, 1.f}});
  EXPECT_EQ(Written(*NewConllWriter(Show::kEntities), "doc 1", kText, document),
            "# id = doc 1\n"
            "Ann\tB-PERSON\nLee\tI-PERSON\nmet\tO\nBo\tB-PERSON\n"
            "Ann\tB-PERSON\n\n"
            "at\tO\nAcme\tB-ORG\n\n");
  EXPECT_EQ(Written(*NewConllWriter(Show::kTokens), "doc 1", kText, document),
            "# id = doc 1\nAnn\nLee\nmet\nBo\nAnn\n\nat\nAcme\n\n");
}

TEST(ConllWriterTest, EmptyDocument) {
  EXPECT_EQ(Written(*NewConllWriter(Show::kEntities), "x", "", Document()),
            "# id = x\n\n");
}

TEST(ConllWriterTest, NothingBreaksALine) {
  const std::string text("a\0b\x1B\tc\xFF", 7);
  EXPECT_EQ(Written(*NewConllWriter(Show::kEntities), "i\nd\t1", text,
                    SampleDocument(text)),
            "# id = i d 1\na\uFFFDb\uFFFD c\uFFFD\tO\n\n");
}

TEST(ConllWriterTest, IsReadBackByTheBioReader) {
  constexpr char kText[] = "Ann Lee # met\nAcme";
  std::string out = Written(*NewConllWriter(Show::kEntities), "1", kText,
                            SampleDocument(kText, {{0, 2, 0, 1.f}}));
  out.erase(0, out.find('\n') + 1);
  const auto sentences = ParseBio(out);
  ASSERT_TRUE(sentences.ok()) << sentences.status();
  ASSERT_EQ(sentences->size(), 2u);
  EXPECT_THAT((*sentences)[0].tokens, ElementsAre("Ann", "Lee", "#", "met"));
  EXPECT_THAT((*sentences)[0].tags,
              ElementsAre("B-PERSON", "I-PERSON", "O", "O"));
  EXPECT_THAT((*sentences)[1].tokens, ElementsAre("Acme"));
}

}  // namespace
}  // namespace onym
