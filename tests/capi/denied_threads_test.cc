// A batch for which the system grants fewer threads than it was allowed, or
// none, is done by those that there are. The program replaces pthread_create,
// which the C++ library then uses as well.

#include <dlfcn.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pthread.h>

#include <cerrno>
#include <vector>

#include "onym/onym.h"

namespace {

// How many more threads the system grants, and how many it was asked for.
int g_granted = 0;
int g_asked = 0;

}  // namespace

extern "C" int pthread_create(pthread_t* thread, const pthread_attr_t* attr,
                              void* (*start)(void*), void* argument) noexcept {
  ++g_asked;
  if (g_granted-- <= 0) return EAGAIN;
  const auto create = reinterpret_cast<decltype(&pthread_create)>(
      dlsym(RTLD_NEXT, "pthread_create"));
  return create(thread, attr, start, argument);
}

namespace {

TEST(CapiDeniedThreads, TheOthersDoTheWork) {
  onym_tagger* tagger = nullptr;
  onym_options* options = nullptr;
  ASSERT_EQ(onym_tagger_open_default(&tagger, nullptr), ONYM_OK);
  ASSERT_EQ(onym_options_new(&options, nullptr), ONYM_OK);
  ASSERT_EQ(onym_options_set_int(options, ONYM_OPTION_THREADS, 8, nullptr),
            ONYM_OK);
  const std::vector<onym_text> texts(40, {"She flew to Berlin.", 19});
  for (const int granted : {0, 1, 6, 7}) {
    g_granted = granted;
    g_asked = 0;
    std::vector<onym_document*> documents(texts.size());
    EXPECT_EQ(onym_tagger_tag_batch(tagger, texts.data(), texts.size(), options,
                                    documents.data(), nullptr),
              ONYM_OK);
    // It stops asking once it is denied one.
    EXPECT_EQ(g_asked, granted < 7 ? granted + 1 : 7);
    EXPECT_THAT(documents, testing::Each(testing::NotNull()));
    for (onym_document* document : documents) onym_document_free(document);
  }
  onym_options_free(options);
  onym_tagger_free(tagger);
}

}  // namespace
