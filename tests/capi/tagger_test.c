/* Models and tagging through the C interface, from C. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

static const char article[] =
    "Maria Kowalska, the mayor of Warsaw, flew to Germany on Tuesday. "
    "In Berlin she will meet Angela Merkel and officials of Siemens.";

/* Checks what holds for the entities of every text. */
static void check_entities(const onym_document* document,
                           const onym_tagger* tagger) {
  size_t i, count = 0, token_count = 0, size;
  uint32_t place = 0;
  const onym_entity* entities = onym_document_entities(document, &count);
  const onym_token* tokens = onym_document_tokens(document, &token_count);
  for (i = 0; i < count; ++i) {
    const char* name =
        onym_document_type_name(document, entities[i].type, &size);
    CHECK(entities[i].begin >= place && entities[i].end > entities[i].begin);
    CHECK(entities[i].end_token > entities[i].first_token);
    CHECK(entities[i].end_token <= token_count);
    if (entities[i].end_token > token_count) return;
    CHECK(entities[i].begin == tokens[entities[i].first_token].begin);
    CHECK(entities[i].end == tokens[entities[i].end_token - 1].end);
    CHECK(entities[i].confidence >= 0 && entities[i].confidence <= 1);
    CHECK(name != NULL && strlen(name) == size);
    CHECK(name != NULL &&
          strcmp(name, onym_tagger_type_name(tagger, entities[i].type, NULL)) ==
              0);
    place = entities[i].end;
  }
}

/* Checks that two documents have the same entities. */
static void check_same(const onym_document* a, const onym_document* b) {
  size_t a_count = 0, b_count = 1;
  const onym_entity* a_entities = onym_document_entities(a, &a_count);
  const onym_entity* b_entities = onym_document_entities(b, &b_count);
  CHECK(a_count == b_count);
  CHECK(a_count > 0);
  if (a_count > 0 && a_count == b_count) {
    CHECK(memcmp(a_entities, b_entities, a_count * sizeof(onym_entity)) == 0);
  }
}

static onym_document* tag(const onym_tagger* tagger,
                          const onym_options* options, onym_scratch* scratch) {
  onym_document* document = NULL;
  CHECK(onym_tagger_tag(tagger, article, sizeof(article) - 1, options, scratch,
                        &document, NULL) == ONYM_OK);
  return document;
}

static void test_information(const onym_tagger* tagger) {
  size_t size = 0;
  uint32_t type;
  const uint32_t type_count = onym_tagger_type_count(tagger);
  static const int32_t strings[] = {ONYM_INFO_NAME, ONYM_INFO_VERSION,
                                    ONYM_INFO_LICENSE, ONYM_INFO_LANGUAGE,
                                    ONYM_INFO_DESCRIPTION};
  size_t i;
  for (i = 0; i < sizeof(strings) / sizeof(strings[0]); ++i) {
    const char* string = onym_tagger_info_string(tagger, strings[i], &size);
    CHECK(string != NULL && strlen(string) == size);
    CHECK(size > 0 || strings[i] == ONYM_INFO_DESCRIPTION);
    CHECK(onym_tagger_info_string(NULL, strings[i], &size) == NULL);
    CHECK(size == 0);
  }
  CHECK(onym_tagger_info_number(tagger, ONYM_INFO_FORMAT_VERSION) > 0);
  CHECK(onym_tagger_info_number(tagger, ONYM_INFO_FILE_SIZE) > 0);
  CHECK(onym_tagger_info_number(tagger, ONYM_INFO_NAME) == 0);
  CHECK(onym_tagger_info_number(tagger, INT32_MAX) == 0);
  CHECK(onym_tagger_info_number(NULL, ONYM_INFO_FILE_SIZE) == 0);
  CHECK(onym_tagger_info_string(tagger, ONYM_INFO_FILE_SIZE, NULL) == NULL);
  CHECK(onym_tagger_info_string(tagger, -1, &size) == NULL && size == 0);

  CHECK(type_count > 0);
  CHECK(onym_tagger_type_count(NULL) == 0);
  for (type = 0; type < type_count; ++type) {
    const char* name = onym_tagger_type_name(tagger, type, &size);
    CHECK(name != NULL && strlen(name) == size && size > 0);
  }
  CHECK(onym_tagger_type_name(tagger, type_count, &size) == NULL && size == 0);
  CHECK(onym_tagger_type_name(tagger, UINT32_MAX, NULL) == NULL);
  CHECK(onym_tagger_type_name(NULL, 0, NULL) == NULL);
}

static void test_tagging(const onym_tagger* tagger) {
  onym_scratch* scratch = NULL;
  onym_options* options = NULL;
  onym_document* first = tag(tagger, NULL, NULL);
  onym_document* second;
  size_t all = 0, sure = 0;
  check_entities(first, tagger);
  (void)onym_document_entities(first, &all);
  CHECK(all > 0);

  CHECK(onym_scratch_new(&scratch, NULL) == ONYM_OK);
  second = tag(tagger, NULL, scratch);
  check_same(first, second);
  onym_document_free(second);
  second = tag(tagger, NULL, scratch);
  check_same(first, second);
  onym_document_free(second);

  CHECK(onym_options_new(&options, NULL) == ONYM_OK);
  second = tag(tagger, options, scratch);
  check_same(first, second);
  onym_document_free(second);
  CHECK(onym_options_set_double(options, ONYM_OPTION_MIN_CONFIDENCE, 1.0,
                                NULL) == ONYM_OK);
  second = tag(tagger, options, NULL);
  check_entities(second, tagger);
  (void)onym_document_entities(second, &sure);
  CHECK(sure < all);
  onym_document_free(second);

  onym_scratch_free(scratch);
  onym_options_free(options);
  onym_document_free(first);
}

static void test_entity_units(const onym_tagger* tagger) {
  static const char text[] =
      "\xF0\x9F\x98\x80 Ren\xC3\xA9 Dupont lives in Berlin.";
  onym_options* options = NULL;
  onym_document *bytes = NULL, *utf16 = NULL;
  onym_offset_map* map = NULL;
  size_t i, count = 0, utf16_count = 1;
  const onym_entity *a, *b;
  CHECK(onym_options_new(&options, NULL) == ONYM_OK);
  CHECK(onym_options_set_int(options, ONYM_OPTION_OFFSET_UNIT, ONYM_UNIT_UTF16,
                             NULL) == ONYM_OK);
  CHECK(onym_tagger_tag(tagger, text, sizeof(text) - 1, NULL, NULL, &bytes,
                        NULL) == ONYM_OK);
  CHECK(onym_tagger_tag(tagger, text, sizeof(text) - 1, options, NULL, &utf16,
                        NULL) == ONYM_OK);
  CHECK(onym_offset_map_new(text, sizeof(text) - 1, &map, NULL) == ONYM_OK);
  a = onym_document_entities(bytes, &count);
  b = onym_document_entities(utf16, &utf16_count);
  CHECK(count > 0 && count == utf16_count);
  for (i = 0; i < count && i < utf16_count; ++i) {
    uint32_t span[2];
    span[0] = a[i].begin;
    span[1] = a[i].end;
    CHECK(onym_offset_map_convert(map, ONYM_UNIT_BYTE, ONYM_UNIT_UTF16, span, 2,
                                  NULL) == ONYM_OK);
    CHECK(b[i].begin == span[0] && b[i].end == span[1]);
    CHECK(b[i].type == a[i].type && b[i].confidence == a[i].confidence);
  }
  onym_offset_map_free(map);
  onym_document_free(utf16);
  onym_document_free(bytes);
  onym_options_free(options);
}

static void test_tag_arguments(const onym_tagger* tagger) {
  onym_document* document = NULL;
  onym_scratch* scratch = NULL;
  size_t count = 1;
  CHECK(onym_tagger_tag(tagger, NULL, 0, NULL, NULL, &document, NULL) ==
        ONYM_OK);
  (void)onym_document_entities(document, &count);
  CHECK(count == 0);
  onym_document_free(document);
  document = NULL;
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, document,
              onym_tagger_tag(NULL, "x", 1, NULL, NULL, &document, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, document,
              onym_tagger_tag(tagger, NULL, 1, NULL, NULL, &document, &error));
  CHECK_FAILS(
      ONYM_INVALID_ARGUMENT, document,
      onym_tagger_tag(tagger, "x", SIZE_MAX, NULL, NULL, &document, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_tagger_tag(tagger, "x", 1, NULL, NULL, NULL, &error));
  CHECK(onym_tagger_tag(NULL, NULL, 1, NULL, NULL, NULL, NULL) ==
        ONYM_INVALID_ARGUMENT);
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0, onym_scratch_new(NULL, &error));
  CHECK(onym_scratch_new(&scratch, NULL) == ONYM_OK);
  CHECK_FAILS(
      ONYM_INVALID_ARGUMENT, document,
      onym_tagger_tag(tagger, "x", SIZE_MAX, NULL, scratch, &document, &error));
  onym_scratch_free(scratch);
}

/* Reads a file whole; the caller frees it. */
static char* read_file(const char* path, size_t* size) {
  FILE* file = fopen(path, "rb");
  char* bytes = NULL;
  *size = 0;
  CHECK(file != NULL);
  if (file == NULL) return NULL;
  if (fseek(file, 0, SEEK_END) == 0 && ftell(file) > 0) {
    *size = (size_t)ftell(file);
    rewind(file);
    bytes = malloc(*size);
    CHECK(bytes != NULL && fread(bytes, 1, *size, file) == *size);
  }
  fclose(file);
  return bytes;
}

static void test_opening_files(const onym_tagger* builtin, const char* path) {
  onym_tagger* tagger = NULL;
  onym_document *a, *b;
  CHECK(onym_tagger_open(path, strlen(path), &tagger, NULL) == ONYM_OK);
  a = tag(builtin, NULL, NULL);
  b = tag(tagger, NULL, NULL);
  check_same(a, b);
  onym_document_free(a);
  onym_document_free(b);
  onym_tagger_free(tagger);
  tagger = NULL;

  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_tagger_open(path, strlen(path), NULL, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, tagger,
              onym_tagger_open(NULL, 0, &tagger, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, tagger,
              onym_tagger_open(NULL, 5, &tagger, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, tagger,
              onym_tagger_open("a\0b", 3, &tagger, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, tagger,
              onym_tagger_open(path, SIZE_MAX, &tagger, &error));
  CHECK_FAILS(ONYM_NOT_FOUND, tagger,
              onym_tagger_open("no/such/model", 13, &tagger, &error));
  /* A folder is no model, whatever the system says about it. */
  CHECK(onym_tagger_open("/", 1, &tagger, NULL) != ONYM_OK);
  CHECK(tagger == NULL);
}

static void test_opening_bytes(const onym_tagger* builtin, const char* path) {
  onym_tagger* tagger = NULL;
  onym_document *a, *b;
  size_t size;
  char* bytes = read_file(path, &size);
  if (bytes == NULL) return;
  /* The document must survive the bytes and the tagger. */
  CHECK(onym_tagger_open_bytes(bytes, size, &tagger, NULL) == ONYM_OK);
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_tagger_open_bytes(bytes, size, NULL, &error));
  memset(bytes, 0, size);
  a = tag(builtin, NULL, NULL);
  b = tag(tagger, NULL, NULL);
  onym_tagger_free(tagger);
  check_same(a, b);
  check_entities(b, builtin);
  onym_document_free(b);
  onym_document_free(a);
  free(bytes);
}

static void test_opening_damaged_bytes(const char* path) {
  onym_tagger* tagger = NULL;
  size_t size;
  char* bytes = read_file(path, &size);
  if (bytes == NULL) return;
  CHECK_FAILS(ONYM_DATA_LOSS, tagger,
              onym_tagger_open_bytes(bytes, size / 2, &tagger, &error));
  CHECK_FAILS(ONYM_DATA_LOSS, tagger,
              onym_tagger_open_bytes(bytes, size - 1, &tagger, &error));
  bytes[size / 2] ^= 1;
  CHECK_FAILS(ONYM_DATA_LOSS, tagger,
              onym_tagger_open_bytes(bytes, size, &tagger, &error));
  free(bytes);
  CHECK_FAILS(ONYM_DATA_LOSS, tagger,
              onym_tagger_open_bytes(NULL, 0, &tagger, &error));
  CHECK_FAILS(ONYM_DATA_LOSS, tagger,
              onym_tagger_open_bytes("x", 1, &tagger, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, tagger,
              onym_tagger_open_bytes(NULL, 1, &tagger, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, tagger,
              onym_tagger_open_bytes("x", SIZE_MAX, &tagger, &error));
}

void test_tagger(const char* model_path) {
  onym_tagger* tagger = NULL;
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0, onym_tagger_open_default(NULL, &error));
  CHECK(onym_tagger_open_default(&tagger, NULL) == ONYM_OK);
  if (tagger == NULL) return;
  test_information(tagger);
  test_tagging(tagger);
  test_entity_units(tagger);
  test_tag_arguments(tagger);
  test_opening_files(tagger, model_path);
  test_opening_bytes(tagger, model_path);
  test_opening_damaged_bytes(model_path);
  test_batches(tagger);
  onym_tagger_free(tagger);
}
