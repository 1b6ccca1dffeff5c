// Scores on development corpora.

#include "train/dev_set.h"

#include "gtest/gtest.h"
#include "model/model.h"
#include "tests/base/temp_folder.h"
#include "tests/model/model_bytes.h"
#include "tests/model/sample_model.h"

namespace onym {
namespace {

TEST(DevSetTest, TalliesAddUp) {
  const Tally sum = Sum({Tally{10, 5, 4}, Tally{2, 3, 1}});
  EXPECT_EQ(sum.gold, 12u);
  EXPECT_EQ(sum.found, 8u);
  EXPECT_EQ(sum.right, 5u);
  EXPECT_DOUBLE_EQ(sum.F1(), 50.0);
  EXPECT_EQ(Sum({}).F1(), 0.0);
}

TEST(DevSetTest, EachCorpusIsDescribed) {
  EXPECT_EQ(Describe({}), "");
  EXPECT_EQ(Describe({Tally{1, 1, 1}, Tally{3, 1, 1}}),
            ", F1 100.00, F1 50.00");
}

TEST(DevSetTest, ScoresAreThoseOfTheWeights) {
  const internal::TempFolder folder;
  CorpusConfig config;
  config.path = folder.Write(
      "a.bio", "Anna\tB-P\nBerg\tI-P\nleft\tO\nOslo\tB-G\n\nBerg\tB-P\n");
  const auto corpus = ReadCorpus(config, {"P", "G"});
  ASSERT_TRUE(corpus.ok()) << corpus.status();
  const auto bytes = SerializeModel(internal::SampleContent());
  const internal::AlignedBytes aligned(*bytes);
  const auto resources = Model::Parse(aligned.bytes());
  ASSERT_TRUE(resources.ok()) << resources.status();

  FeatureEncoder encoder(**resources);
  FeatureCounts counts;
  encoder.Count(corpus->documents[0], false, 1, &counts);
  Parameters parameters(counts, 1, 1, 2);
  std::vector<EncodedSentence> sentences;
  encoder.Encode(corpus->documents[0], false, 1, parameters, &sentences);
  DevSet dev;
  dev.Add(*corpus);
  dev.Add(Corpus());
  dev.Encode(parameters, &encoder);

  Optimizer optimizer(2, 0.1f, 0.0f, 1, &parameters);
  std::vector<Tally> tallies = dev.Score(2, &optimizer);
  ASSERT_EQ(tallies.size(), 2u);
  EXPECT_EQ(tallies[0].gold, 3u);
  EXPECT_EQ(tallies[0].right, 0u);
  for (int i = 0; i < 50; ++i) {
    for (const EncodedSentence& sentence : sentences) optimizer.Step(sentence);
  }
  tallies = dev.Score(2, &optimizer);
  EXPECT_EQ(tallies[0].found, 3u);
  EXPECT_EQ(tallies[0].right, 3u);
  EXPECT_EQ(tallies[1].gold + tallies[1].found, 0u);
}

}  // namespace
}  // namespace onym
