/* Segmentation and decoding through the C interface, from C. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

/* Checks what holds for the tokens and sentences of every text. */
static void check_segments(const onym_document* document, uint32_t text_end) {
  size_t i, token_count = 0, sentence_count = 0;
  uint32_t place = 0, next_token = 0;
  const onym_token* tokens = onym_document_tokens(document, &token_count);
  const onym_sentence* sentences =
      onym_document_sentences(document, &sentence_count);
  for (i = 0; i < token_count; ++i) {
    CHECK(tokens[i].begin >= place);
    CHECK(tokens[i].end > tokens[i].begin);
    CHECK(tokens[i].kind <= ONYM_TOKEN_OTHER);
    place = tokens[i].end;
  }
  CHECK(place <= text_end);
  for (i = 0; i < sentence_count; ++i) {
    CHECK(sentences[i].first_token == next_token);
    CHECK(sentences[i].end_token > next_token);
    next_token = sentences[i].end_token;
    CHECK(next_token <= token_count);
    if (next_token > token_count) return;
    CHECK(sentences[i].begin == tokens[sentences[i].first_token].begin);
    CHECK(sentences[i].end == tokens[next_token - 1].end);
    CHECK(sentences[i].flags == 0);
  }
  CHECK(next_token == token_count);
}

static void test_document(void) {
  static const char text[] = "The mayor spoke. Nobody listened.";
  onym_document* document = NULL;
  size_t count = 0;
  const onym_token* tokens;
  CHECK(onym_segment(text, sizeof(text) - 1, NULL, &document, NULL) == ONYM_OK);
  check_segments(document, sizeof(text) - 1);
  tokens = onym_document_tokens(document, &count);
  CHECK(count == 7);
  CHECK(tokens[0].begin == 0 && tokens[0].end == 3);
  CHECK(tokens[0].kind == ONYM_TOKEN_WORD);
  CHECK((tokens[0].flags & ONYM_TOKEN_SPACE_BEFORE) != 0);
  CHECK(tokens[3].begin == 15 && tokens[3].kind == ONYM_TOKEN_PUNCTUATION);
  CHECK((tokens[3].flags & ONYM_TOKEN_SPACE_BEFORE) == 0);
  (void)onym_document_sentences(document, &count);
  CHECK(count == 2);
  (void)onym_document_entities(document, &count);
  CHECK(count == 0);
  CHECK(onym_document_type_name(document, 0, &count) == NULL && count == 0);
  /* A caller who wants no count gives no place for it. */
  CHECK(onym_document_tokens(document, NULL) == tokens);
  onym_document_free(document);
}

/* Returns where the last token of `text` ends, counted in `unit`. */
static uint32_t last_end(const char* text, int64_t unit) {
  onym_options* options = NULL;
  onym_document* document = NULL;
  const onym_token* tokens;
  const onym_sentence* sentences;
  size_t count = 0, sentence_count = 0;
  uint32_t end = 0;
  CHECK(onym_options_new(&options, NULL) == ONYM_OK);
  CHECK(onym_options_set_int(options, ONYM_OPTION_OFFSET_UNIT, unit, NULL) ==
        ONYM_OK);
  CHECK(onym_segment(text, strlen(text), options, &document, NULL) == ONYM_OK);
  onym_options_free(options);
  tokens = onym_document_tokens(document, &count);
  sentences = onym_document_sentences(document, &sentence_count);
  CHECK(count > 0 && sentence_count > 0);
  if (count > 0 && sentence_count > 0) {
    end = tokens[count - 1].end;
    CHECK(sentences[sentence_count - 1].end == end);
  }
  check_segments(document, end);
  onym_document_free(document);
  return end;
}

static void test_offset_units(void) {
  /* Two letters of two bytes, an emoji of four, and a space in between. */
  static const char text[] = "\xC3\xA9\xC3\xA8 \xF0\x9F\x98\x80 end";
  CHECK(last_end(text, ONYM_UNIT_BYTE) == 13);
  CHECK(last_end(text, ONYM_UNIT_CODE_POINT) == 8);
  CHECK(last_end(text, ONYM_UNIT_UTF16) == 9);
  CHECK(last_end("plain end", ONYM_UNIT_UTF16) == 9);
}

static void test_any_bytes(void) {
  static const char texts[][8] = {
      "", " ", "\0\0", "\xFF\xFE", "\xED\xA0\x80", "\xF0\x9F", "a\0b", "\n\n"};
  static const size_t sizes[] = {0, 1, 2, 2, 3, 2, 3, 2};
  size_t i;
  for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); ++i) {
    onym_document* document = NULL;
    CHECK(onym_segment(texts[i], sizes[i], NULL, &document, NULL) == ONYM_OK);
    check_segments(document, (uint32_t)sizes[i]);
    onym_document_free(document);
  }
}

static void test_segment_arguments(void) {
  onym_document* document = NULL;
  size_t count = 1;
  CHECK(onym_segment(NULL, 0, NULL, &document, NULL) == ONYM_OK);
  (void)onym_document_tokens(document, &count);
  CHECK(count == 0);
  onym_document_free(document);
  document = NULL;
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_segment("x", 1, NULL, NULL, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, document,
              onym_segment(NULL, 1, NULL, &document, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, document,
              onym_segment("x", SIZE_MAX, NULL, &document, &error));
#if SIZE_MAX > 0xFFFFFFFFu
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, document,
              onym_segment("x", (size_t)ONYM_MAX_TEXT_SIZE + 1, NULL, &document,
                           &error));
#endif
  count = 1;
  CHECK(onym_document_tokens(NULL, &count) == NULL && count == 0);
  count = 1;
  CHECK(onym_document_sentences(NULL, &count) == NULL && count == 0);
  count = 1;
  CHECK(onym_document_entities(NULL, &count) == NULL && count == 0);
  count = 1;
  CHECK(onym_document_type_name(NULL, 0, &count) == NULL && count == 0);
}

static void test_decoding(void) {
  static const char text[] = "AT&amp;T&#8217;s";
  char buffer[16] = "untouched";
  size_t size = 0;
  CHECK(onym_decode_references(text, sizeof(text) - 1, NULL, 0, &size, NULL) ==
        ONYM_OK);
  CHECK(size == 8);
  CHECK(onym_decode_references(text, sizeof(text) - 1, buffer, 7, &size,
                               NULL) == ONYM_OK);
  CHECK(size == 8 && strcmp(buffer, "untouched") == 0);
  CHECK(onym_decode_references(text, sizeof(text) - 1, buffer, 8, &size,
                               NULL) == ONYM_OK);
  CHECK(size == 8 && memcmp(buffer, "AT&T\xE2\x80\x99s", 8) == 0);
  CHECK(onym_decode_references(NULL, 0, buffer, sizeof(buffer), &size, NULL) ==
        ONYM_OK);
  CHECK(size == 0);
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_decode_references("x", 1, buffer, 1, NULL, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, size,
              onym_decode_references(NULL, 1, buffer, 1, &size, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, size,
              onym_decode_references("x", 1, NULL, 1, &size, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, size,
              onym_decode_references("x", SIZE_MAX, buffer, 1, &size, &error));
}

void test_segmentation(void) {
  test_document();
  test_offset_units();
  test_any_bytes();
  test_segment_arguments();
  test_decoding();
}
