// One tagger shared by eight threads: every call gives what one thread alone
// gives. The thread sanitizer's build of this test looks for races.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "onym/onym.h"

namespace {

constexpr int kThreads = 8;
constexpr int kRounds = 25;

// Texts of several lengths, so that working memory grows and is used again.
std::vector<std::string> Texts() {
  const std::string news =
      "Maria Kowalska, the mayor of Warsaw, flew to Germany on Tuesday. In "
      "Berlin she will meet Angela Merkel and officials of Siemens.\n\n"
      "\xE2\x80\x9CWe need 26 million euros,\xE2\x80\x9D she said at 5 p.m.\n";
  std::vector<std::string> texts = {"", "Warsaw", news};
  std::string longer;
  for (int i = 0; i < 20; ++i) longer += news;
  texts.push_back(longer);
  return texts;
}

// A document as one comparable string: its arrays' bytes and its type names.
std::string Fingerprint(const onym_document* document) {
  std::string bytes;
  size_t count = 0;
  const auto append = [&](const void* array, size_t size) {
    bytes.append(static_cast<const char*>(array), count * size);
    bytes.push_back('|');
  };
  const onym_token* tokens = onym_document_tokens(document, &count);
  append(tokens, sizeof(*tokens));
  const onym_sentence* sentences = onym_document_sentences(document, &count);
  append(sentences, sizeof(*sentences));
  const onym_entity* entities = onym_document_entities(document, &count);
  append(entities, sizeof(*entities));
  for (size_t i = 0; i < count; ++i) {
    bytes += onym_document_type_name(document, entities[i].type, nullptr);
  }
  return bytes;
}

std::string TagOnce(const onym_tagger* tagger, const onym_options* options,
                    onym_scratch* scratch, const std::string& text) {
  onym_document* document = nullptr;
  if (onym_tagger_tag(tagger, text.data(), text.size(), options, scratch,
                      &document, nullptr) != ONYM_OK) {
    return "failed";
  }
  std::string result = Fingerprint(document);
  onym_document_free(document);
  return result;
}

TEST(CapiThreads, ShareATagger) {
  onym_tagger* tagger = nullptr;
  onym_options* options = nullptr;
  ASSERT_EQ(onym_tagger_open_default(&tagger, nullptr), ONYM_OK);
  ASSERT_EQ(onym_options_new(&options, nullptr), ONYM_OK);
  ASSERT_EQ(onym_options_set_int(options, ONYM_OPTION_OFFSET_UNIT,
                                 ONYM_UNIT_UTF16, nullptr),
            ONYM_OK);
  const std::vector<std::string> texts = Texts();
  std::vector<std::string> expected;
  for (const std::string& text : texts) {
    expected.push_back(TagOnce(tagger, options, nullptr, text));
  }

  std::vector<int> differences(kThreads, 0);
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      onym_scratch* scratch = nullptr;
      // Every other thread goes without working memory of its own.
      if (t % 2 == 0) onym_scratch_new(&scratch, nullptr);
      for (int i = 0; i < kRounds; ++i) {
        const size_t n = (i + t) % texts.size();
        if (TagOnce(tagger, options, scratch, texts[n]) != expected[n]) {
          ++differences[t];
        }
        if (onym_tagger_type_count(tagger) == 0) ++differences[t];
      }
      onym_scratch_free(scratch);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(differences, testing::Each(0));
  EXPECT_THAT(expected, testing::Not(testing::Contains("failed")));
  onym_options_free(options);
  onym_tagger_free(tagger);
}

// Batches share the tagger and the options with each other.
TEST(CapiThreads, BatchesAtOnce) {
  onym_tagger* tagger = nullptr;
  onym_options* options = nullptr;
  ASSERT_EQ(onym_tagger_open_default(&tagger, nullptr), ONYM_OK);
  ASSERT_EQ(onym_options_new(&options, nullptr), ONYM_OK);
  ASSERT_EQ(onym_options_set_int(options, ONYM_OPTION_THREADS, 3, nullptr),
            ONYM_OK);
  const std::vector<std::string> texts = Texts();
  std::string expected;
  std::vector<onym_text> batch;
  for (int i = 0; i < kRounds; ++i) {
    const std::string& text = texts[i % texts.size()];
    expected += TagOnce(tagger, options, nullptr, text);
    batch.push_back({text.data(), text.size()});
  }
  std::vector<std::string> results(3);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] {
      std::vector<onym_document*> documents(batch.size());
      EXPECT_EQ(onym_tagger_tag_batch(tagger, batch.data(), batch.size(),
                                      options, documents.data(), nullptr),
                ONYM_OK);
      for (onym_document* document : documents) {
        result += Fingerprint(document);
        onym_document_free(document);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(results, testing::Each(expected));
  onym_options_free(options);
  onym_tagger_free(tagger);
}

TEST(CapiThreads, OpenAndFreeAtOnce) {
  std::vector<std::string> results(kThreads);
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&results, t] {
      onym_tagger* tagger = nullptr;
      if (onym_tagger_open_default(&tagger, nullptr) != ONYM_OK) return;
      results[t] = TagOnce(tagger, nullptr, nullptr, Texts()[2]);
      onym_tagger_free(tagger);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(results[0], testing::Not(testing::IsEmpty()));
  EXPECT_THAT(results, testing::Each(results[0]));
}

TEST(CapiThreads, ADocumentMayBeFreedElsewhere) {
  onym_document* document = nullptr;
  std::thread([&document] {
    onym_segment("One. Two.", 9, nullptr, &document, nullptr);
  }).join();
  ASSERT_NE(document, nullptr);
  EXPECT_THAT(Fingerprint(document), testing::Not(testing::IsEmpty()));
  std::thread([document] { onym_document_free(document); }).join();
}

}  // namespace
