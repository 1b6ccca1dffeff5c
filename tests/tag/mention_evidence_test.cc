// What the rest of a document tells of a token.

#include "tag/mention_evidence.h"

#include <string_view>
#include <vector>

#include "gtest/gtest.h"
#include "model/labels.h"
#include "tests/tag/words_of.h"

namespace onym {
namespace {

using internal::DocumentWords;

constexpr uint8_t kPerson = 1;
constexpr uint8_t kPlace = 2;

uint8_t Label(uint32_t type, Place place) {
  return static_cast<uint8_t>(LabelOf(type, place));
}

// A document whose sentences have labels, all of them sure.
class TaggedDocument final {
 public:
  explicit TaggedDocument(
      const std::vector<std::vector<std::string_view>>& sentences)
      : sentences_(sentences), words_(DocumentWords(sentences)) {
    context_.Build(words_);
    for (const auto& sentence : sentences_) {
      labels_.emplace_back(sentence.size(), static_cast<uint8_t>(kOutside));
      margins_.emplace_back(sentence.size(), uint8_t{4});
    }
  }

  TaggedDocument& Set(size_t sentence, size_t token, uint8_t label) {
    labels_[sentence][token] = label;
    return *this;
  }

  TaggedSentence Sentence(size_t index) const {
    size_t first_word = kWindow;
    for (size_t i = 0; i < index; ++i) {
      first_word += sentences_[i].size() + 2 * kWindow;
    }
    TaggedSentence tagged;
    tagged.view = SentenceView();
    tagged.view.words = words_.data() + first_word;
    tagged.view.size = sentences_[index].size();
    tagged.view.first_word = first_word;
    tagged.labels = labels_[index];
    tagged.margins = margins_[index];
    return tagged;
  }

  void AddTo(MentionEvidence* evidence) const {
    evidence->Reset(context_);
    for (size_t i = 0; i < sentences_.size(); ++i) evidence->Add(Sentence(i));
  }

  std::vector<uint64_t> KeysOf(size_t sentence, size_t token) const {
    MentionEvidence evidence;
    AddTo(&evidence);
    FeatureKeys keys;
    if (evidence.Compare(Sentence(sentence))) {
      evidence.AddFeatures(Sentence(sentence), token, &keys);
    }
    return std::vector<uint64_t>(keys.begin(), keys.end());
  }

 private:
  std::vector<std::vector<std::string_view>> sentences_;
  std::vector<Word> words_;
  DocumentContext context_;
  std::vector<std::vector<uint8_t>> labels_, margins_;
};

TEST(MarginOfTest, ComparesTypes) {
  // Outside, two types; 10 is a nat.
  std::vector<int16_t> scores = {0, 0, 0, 0, 1, 2, 3, 40, 5, 6, 7, 8};
  scores.resize(LabelStride(2));
  const auto margin = [&](uint32_t label) {
    return MarginOf(scores.data(), 2, label, 10.0f);
  };
  EXPECT_EQ(margin(LabelOf(1, kSingle)), 3);  // 40 against 8
  // Labels of one type do not compete.
  EXPECT_EQ(margin(LabelOf(1, kBegin)), 3);
  EXPECT_EQ(margin(LabelOf(2, kSingle)), 0);
  EXPECT_EQ(margin(kOutside), 0);
  scores[0] = 100;
  EXPECT_EQ(margin(kOutside), 4);  // 100 against 40
  scores[7] = 85;
  EXPECT_EQ(margin(kOutside), 2);
  scores[7] = 95;
  EXPECT_EQ(margin(kOutside), 1);
}

TEST(MentionEvidenceTest, AMentionTellsNothingOfItself) {
  TaggedDocument document({{"Jordan", "said", "so"}, {"We", "left"}});
  document.Set(0, 0, Label(kPerson, kSingle));
  MentionEvidence evidence;
  document.AddTo(&evidence);
  EXPECT_FALSE(evidence.Compare(document.Sentence(0)));
  EXPECT_FALSE(evidence.Compare(document.Sentence(1)));
}

TEST(MentionEvidenceTest, TheOthersTellTheType) {
  const std::vector<std::vector<std::string_view>> sentences = {
      {"Jordan", "said", "so"}, {"We", "saw", "JORDAN", "again"}};
  TaggedDocument person(sentences), place(sentences), nobody(sentences);
  person.Set(0, 0, Label(kPerson, kSingle));
  place.Set(0, 0, Label(kPlace, kSingle));
  EXPECT_TRUE(nobody.KeysOf(1, 2).empty());
  EXPECT_FALSE(person.KeysOf(1, 2).empty());
  EXPECT_NE(person.KeysOf(1, 2), place.KeysOf(1, 2));
  // Neighbours see it, too; other words do not.
  EXPECT_FALSE(person.KeysOf(1, 3).empty());
  EXPECT_TRUE(person.KeysOf(1, 0).empty());
}

TEST(MentionEvidenceTest, PlacesInMentionsMatter) {
  const std::vector<std::vector<std::string_view>> sentences = {
      {"Ann", "Jordan", "left"}, {"Then", "Jordan", "came"}};
  TaggedDocument last(sentences), first(sentences);
  last.Set(0, 0, Label(kPerson, kBegin)).Set(0, 1, Label(kPerson, kEnd));
  first.Set(0, 1, Label(kPerson, kSingle));
  EXPECT_NE(last.KeysOf(1, 1), first.KeysOf(1, 1));
}

TEST(MentionEvidenceTest, WholeNamesAreCompared) {
  const std::vector<std::vector<std::string_view>> sentences = {
      {"Port", "Said", "fell"}, {"Near", "Port", "Said"}};
  TaggedDocument same(sentences), other(sentences);
  for (TaggedDocument* document : {&same, &other}) {
    document->Set(1, 1, Label(kPlace, kBegin));
    document->Set(1, 2, Label(kPlace, kEnd));
  }
  same.Set(0, 0, Label(kPlace, kBegin)).Set(0, 1, Label(kPlace, kEnd));
  other.Set(0, 0, Label(kPlace, kSingle)).Set(0, 1, Label(kPlace, kSingle));
  EXPECT_NE(same.KeysOf(1, 1), other.KeysOf(1, 1));
}

TEST(MentionEvidenceTest, SmallWordsOfNamesTellNothing) {
  TaggedDocument document({{"Bank", "of", "Oslo"},
                           {"one", "of", "many"},
                           {"all", "of", "it"},
                           {"none", "of", "us"},
                           {"some", "of", "them"},
                           {"most", "of", "you"}});
  document.Set(0, 0, Label(kPerson, kBegin));
  document.Set(0, 1, Label(kPerson, kInside));
  document.Set(0, 2, Label(kPerson, kEnd));
  EXPECT_TRUE(document.KeysOf(1, 1).empty());
}

TEST(MentionEvidenceTest, ForgetsTheDocumentBefore) {
  TaggedDocument before({{"Jordan", "said"}, {"Jordan", "left"}});
  before.Set(0, 0, Label(kPerson, kSingle));
  const TaggedDocument after({{"Jordan", "said"}, {"Jordan", "left"}});
  MentionEvidence evidence;
  before.AddTo(&evidence);
  EXPECT_TRUE(evidence.Compare(before.Sentence(1)));
  after.AddTo(&evidence);
  EXPECT_FALSE(evidence.Compare(after.Sentence(1)));
}

TEST(MentionEvidenceTest, ManyTypesOfOneWordDoNoHarm) {
  const std::vector<std::vector<std::string_view>> sentences(5, {"So", "Oslo"});
  TaggedDocument document(sentences);
  for (uint32_t type = 1; type <= 5; ++type) {
    document.Set(type - 1, 1, Label(type, kSingle));
  }
  for (size_t sentence = 0; sentence < 5; ++sentence) {
    EXPECT_FALSE(document.KeysOf(sentence, 1).empty());
  }
}

}  // namespace
}  // namespace onym
