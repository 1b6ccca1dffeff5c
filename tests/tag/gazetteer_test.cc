// Matching of name lists.

#include "tag/gazetteer.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"
#include "model/format.h"
#include "model/writer.h"
#include "tests/model/model_bytes.h"
#include "tests/model/sample_model.h"
#include "tests/tag/words_of.h"

namespace onym {
namespace {

// Lists of names, opened as a model.
class Lists final {
 public:
  void Add(const std::vector<std::string_view>& name, uint32_t lists) {
    internal::AddName(name, lists, &content_.phrases);
  }

  // For each word the marks of `list`: - none, or some of B I E S.
  std::string Marks(const std::vector<std::string_view>& words,
                    uint32_t list) const {
    ModelContent content = content_;
    content.list_count = kMaxLists;
    content.info.types = {"T"};
    content.transitions.resize(TransitionLayout(1).size());
    const internal::AlignedBytes bytes(*SerializeModel(content));
    const auto model = *Model::Parse(bytes.bytes());
    std::vector<ListMarks> marks(3);
    MarkLists(*model, internal::WordsOf(words), &marks);
    EXPECT_EQ(marks.size(), words.size());
    std::string shown;
    for (const ListMarks& mark : marks) {
      const auto show = [&](uint32_t lists, const char* name) {
        return (lists >> list & 1) != 0 ? std::string(name) : std::string();
      };
      const std::string here = show(mark.begin, "B") + show(mark.inside, "I") +
                               show(mark.end, "E") + show(mark.single, "S");
      shown += here.empty() ? "-" : here;
    }
    return shown;
  }

 private:
  ModelContent content_;
};

TEST(GazetteerTest, PlacesInAName) {
  Lists lists;
  lists.Add({"Oslo"}, 1);
  lists.Add({"New", "York"}, 1);
  lists.Add({"Rio", "de", "Janeiro"}, 1);
  lists.Add({"Bosnia", "and", "the", "other"}, 1);
  EXPECT_EQ(lists.Marks({"in", "Oslo", "."}, 0), "-S-");
  EXPECT_EQ(lists.Marks({"New", "York", "City"}, 0), "BE-");
  EXPECT_EQ(lists.Marks({"Rio", "de", "Janeiro"}, 0), "BIE");
  EXPECT_EQ(lists.Marks({"Bosnia", "and", "the", "other"}, 0), "BIIE");
  EXPECT_EQ(lists.Marks({}, 0), "");
}

TEST(GazetteerTest, BeginningsAreNoNames) {
  Lists lists;
  lists.Add({"New", "York", "City"}, 1);
  EXPECT_EQ(lists.Marks({"New", "York"}, 0), "--");
  EXPECT_EQ(lists.Marks({"New", "York", "Times"}, 0), "---");
  EXPECT_EQ(lists.Marks({"York", "City"}, 0), "--");
}

TEST(GazetteerTest, CaseDoesNotMatter) {
  Lists lists;
  lists.Add({"New", "York"}, 1);
  EXPECT_EQ(lists.Marks({"NEW", "york"}, 0), "BE");
}

TEST(GazetteerTest, TheLongestNameFromTheLeftWins) {
  Lists lists;
  lists.Add({"New"}, 1);
  lists.Add({"New", "York"}, 1);
  lists.Add({"New", "York", "City"}, 1);
  lists.Add({"York", "City", "Council"}, 1);
  lists.Add({"City"}, 1);
  EXPECT_EQ(lists.Marks({"New", "York", "City", "Council"}, 0), "BIE-");
  EXPECT_EQ(lists.Marks({"New", "York", "Times"}, 0), "BE-");
  EXPECT_EQ(lists.Marks({"New", "New", "York"}, 0), "SBE");
  EXPECT_EQ(lists.Marks({"York", "City", "Council"}, 0), "BIE");
  EXPECT_EQ(lists.Marks({"York", "City"}, 0), "-S");
}

TEST(GazetteerTest, ListsDoNotDisturbEachOther) {
  Lists lists;
  lists.Add({"New", "York"}, 1u << 0);
  lists.Add({"York"}, 1u << 1);
  lists.Add({"York", "Minster"}, 1u << 31);
  lists.Add({"New", "York", "Minster"}, 1u << 5 | 1u << 1);
  const std::vector<std::string_view> words = {"New", "York", "Minster"};
  EXPECT_EQ(lists.Marks(words, 0), "BE-");
  EXPECT_EQ(lists.Marks(words, 1), "BIE");
  EXPECT_EQ(lists.Marks(words, 5), "BIE");
  EXPECT_EQ(lists.Marks(words, 31), "-BE");
  EXPECT_EQ(lists.Marks(words, 2), "---");
  EXPECT_EQ(lists.Marks({"York", "York"}, 1), "SS");
}

TEST(GazetteerTest, NamesHaveALargestLength) {
  Lists lists;
  const std::vector<std::string_view> longest(kMaxPhraseTokens, "a");
  const std::vector<std::string_view> longer(kMaxPhraseTokens + 1, "b");
  lists.Add(longest, 1);
  lists.Add(longer, 1);
  EXPECT_EQ(lists.Marks(longest, 0), "BIIIIIIE");
  EXPECT_EQ(lists.Marks(longer, 0), std::string(longer.size(), '-'));
}

}  // namespace
}  // namespace onym
