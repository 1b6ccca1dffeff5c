/* Batches, their threads, progress and cancellation through the C interface,
 * from C. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

enum { kCount = 50 };

/* What a progress function was told, and when it is to stop the batch. */
struct progress {
  size_t calls;
  size_t last;
  size_t stop_at;
};

static int32_t watch(void* context, size_t done, size_t count) {
  struct progress* progress = context;
  ++progress->calls;
  CHECK(count == kCount);
  CHECK(done > progress->last && done <= count);
  progress->last = done;
  return done >= progress->stop_at;
}

/* Texts of many lengths, an empty one first; each ends within a name. */
static void fill_texts(onym_text* texts) {
  static const char text[] =
      "Ren\xC3\xA9 Dupont met Angela Merkel in Berlin on Tuesday; in Warsaw "
      "they will see officials of Siemens.";
  size_t i;
  for (i = 0; i < kCount; ++i) {
    texts[i].data = i > 0 ? text : NULL;
    texts[i].size = i * 7 % sizeof(text);
  }
}

static onym_options* make_options(int64_t threads, struct progress* progress) {
  onym_options* options = NULL;
  CHECK(onym_options_new(&options, NULL) == ONYM_OK);
  CHECK(onym_options_set_int(options, ONYM_OPTION_OFFSET_UNIT, ONYM_UNIT_UTF16,
                             NULL) == ONYM_OK);
  CHECK(onym_options_set_int(options, ONYM_OPTION_THREADS, threads, NULL) ==
        ONYM_OK);
  CHECK(onym_options_set_progress(options, progress != NULL ? watch : NULL,
                                  progress, NULL) == ONYM_OK);
  return options;
}

/* Checks that `document` is what a call for `text` alone gives. */
static void check_alone(const onym_tagger* tagger, onym_text text,
                        const onym_options* options,
                        const onym_document* document) {
  onym_document* alone = NULL;
  size_t a_count = 0, b_count = 1;
  const onym_entity *a, *b;
  CHECK(onym_tagger_tag(tagger, text.data, text.size, options, NULL, &alone,
                        NULL) == ONYM_OK);
  CHECK(document != NULL);
  a = onym_document_entities(alone, &a_count);
  b = onym_document_entities(document, &b_count);
  CHECK(a_count == b_count);
  CHECK(a_count != b_count || a_count == 0 ||
        memcmp(a, b, a_count * sizeof(*a)) == 0);
  (void)onym_document_tokens(alone, &a_count);
  (void)onym_document_tokens(document, &b_count);
  CHECK(a_count == b_count);
  onym_document_free(alone);
}

static void test_batch(const onym_tagger* tagger, int64_t threads) {
  struct progress progress = {0, 0, SIZE_MAX};
  onym_options* options = make_options(threads, &progress);
  onym_text texts[kCount];
  onym_document* documents[kCount];
  onym_error* error = NULL;
  size_t i;
  fill_texts(texts);
  memset(documents, 0xFF, sizeof(documents));
  CHECK(onym_tagger_tag_batch(tagger, texts, kCount, options, documents,
                              &error) == ONYM_OK);
  CHECK(error == NULL);
  CHECK(progress.last == kCount);
  CHECK(threads != 1 || progress.calls == kCount);
  for (i = 0; i < kCount; ++i) {
    check_alone(tagger, texts[i], options, documents[i]);
    onym_document_free(documents[i]);
  }
  onym_options_free(options);
}

/* Stops a batch at its start, in its middle, and when all is done. */
static void test_cancellation(const onym_tagger* tagger, int64_t threads) {
  static const size_t places[] = {1, kCount / 2, kCount};
  onym_text texts[kCount];
  size_t i, k;
  fill_texts(texts);
  for (k = 0; k < sizeof(places) / sizeof(places[0]); ++k) {
    struct progress progress = {0, 0, 0};
    onym_options* options;
    onym_document* documents[kCount];
    progress.stop_at = places[k];
    options = make_options(threads, &progress);
    memset(documents, 0xFF, sizeof(documents));
    CHECK_FAILS(ONYM_CANCELLED, documents[0],
                onym_tagger_tag_batch(tagger, texts, kCount, options, documents,
                                      &error));
    for (i = 0; i < kCount; ++i) CHECK(documents[i] == NULL);
    CHECK(progress.last >= places[k]);
    CHECK(threads != 1 || progress.last == places[k]);
    onym_options_free(options);
  }
}

/* Without a progress function nobody is asked. */
static void test_progress_is_taken_back(const onym_tagger* tagger) {
  struct progress progress = {0, 0, 0};
  onym_options* options = make_options(1, &progress);
  onym_text texts[kCount];
  onym_document* documents[kCount];
  size_t i;
  fill_texts(texts);
  CHECK(onym_options_set_progress(options, NULL, NULL, NULL) == ONYM_OK);
  CHECK(onym_tagger_tag_batch(tagger, texts, kCount, options, documents,
                              NULL) == ONYM_OK);
  CHECK(progress.calls == 0);
  for (i = 0; i < kCount; ++i) onym_document_free(documents[i]);
  onym_options_free(options);
}

static void test_batch_arguments(const onym_tagger* tagger) {
  onym_text texts[kCount];
  onym_document* documents[kCount];
  fill_texts(texts);
  CHECK(onym_tagger_tag_batch(tagger, NULL, 0, NULL, NULL, NULL) == ONYM_OK);
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_tagger_tag_batch(tagger, texts, 1, NULL, NULL, &error));
  CHECK_FAILS(
      ONYM_INVALID_ARGUMENT, 0,
      onym_tagger_tag_batch(tagger, texts, SIZE_MAX, NULL, documents, &error));
  documents[0] = (onym_document*)texts;
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, documents[0],
              onym_tagger_tag_batch(NULL, texts, 1, NULL, documents, &error));
  documents[0] = (onym_document*)texts;
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, documents[0],
              onym_tagger_tag_batch(tagger, NULL, 1, NULL, documents, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_tagger_tag_batch(NULL, NULL, 0, NULL, NULL, &error));
}

/* A wrong text is found before any is tagged, and named. */
static void test_wrong_text(const onym_tagger* tagger) {
  onym_text texts[kCount];
  onym_document* documents[kCount];
  onym_error* error = NULL;
  size_t i;
  fill_texts(texts);
  texts[17].data = NULL;
  texts[17].size = 3;
  memset(documents, 0xFF, sizeof(documents));
  CHECK(onym_tagger_tag_batch(tagger, texts, kCount, NULL, documents, &error) ==
        ONYM_INVALID_ARGUMENT);
  CHECK(strstr(onym_error_message(error, NULL), "17") != NULL);
  onym_error_free(error);
  for (i = 0; i < kCount; ++i) CHECK(documents[i] == NULL);
  texts[17].data = "x";
  texts[17].size = SIZE_MAX;
  CHECK(onym_tagger_tag_batch(tagger, texts, kCount, NULL, documents, NULL) ==
        ONYM_INVALID_ARGUMENT);
}

static void test_thread_option(void) {
  static const int64_t wrong[] = {-1, 1025, INT64_MAX, INT64_MIN,
                                  ((int64_t)1 << 32) + 1};
  onym_options* options = make_options(1024, NULL);
  size_t i;
  for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); ++i) {
    CHECK_FAILS(
        ONYM_INVALID_ARGUMENT, 0,
        onym_options_set_int(options, ONYM_OPTION_THREADS, wrong[i], &error));
  }
  CHECK_FAILS(
      ONYM_INVALID_ARGUMENT, 0,
      onym_options_set_double(options, ONYM_OPTION_THREADS, 1.0, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_options_set_progress(NULL, watch, NULL, &error));
  onym_options_free(options);
}

void test_batches(const onym_tagger* tagger) {
  static const int64_t threads[] = {1, 0, 2, 7, kCount, 1024};
  size_t i;
  for (i = 0; i < sizeof(threads) / sizeof(threads[0]); ++i) {
    test_batch(tagger, threads[i]);
    test_cancellation(tagger, threads[i]);
  }
  test_progress_is_taken_back(tagger);
  test_batch_arguments(tagger);
  test_wrong_text(tagger);
  test_thread_option();
}
