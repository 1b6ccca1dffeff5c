/* A program of the time of 1.0: it is built from the header beside it, and runs
 * with the library as it is now. It calls every function of that header and
 * checks what 1.0 promised. Usage: program MODEL */
#include <onym/onym.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REQUIRE(condition)                                            \
  do {                                                                \
    if (!(condition)) {                                               \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      exit(1);                                                        \
    }                                                                 \
  } while (0)

static const char text[] =
    "Ren\xC3\xA9 flew to Berlin &amp; Warsaw. She stayed.";
static const size_t text_size = sizeof(text) - 1;

static void check_versions(void) {
  REQUIRE(onym_abi_version() == ONYM_ABI_VERSION);
  REQUIRE(onym_version_number() >= ONYM_VERSION_MAJOR * 1000000u +
                                       ONYM_VERSION_MINOR * 1000u +
                                       ONYM_VERSION_PATCH);
  REQUIRE(onym_version()[0] == '1');
  REQUIRE(onym_has_feature(ONYM_FEATURE_DEFAULT_MODEL) == 1);
}

static void check_errors(void) {
  onym_error* error = NULL;
  size_t size = 0;
  REQUIRE(onym_segment(NULL, 1, NULL, NULL, &error) == ONYM_INVALID_ARGUMENT);
  REQUIRE(onym_error_status(error) == ONYM_INVALID_ARGUMENT);
  REQUIRE(strlen(onym_error_message(error, &size)) == size && size > 0);
  REQUIRE(strcmp(onym_status_name(ONYM_CANCELLED), "CANCELLED") == 0);
  onym_error_free(error);
}

static void check_segments(void) {
  onym_document* document = NULL;
  const onym_token* tokens;
  const onym_sentence* sentences;
  size_t count = 0, size = 0;
  char buffer[1];
  REQUIRE(onym_segment(text, text_size, NULL, &document, NULL) == ONYM_OK);
  tokens = onym_document_tokens(document, &count);
  REQUIRE(count == 10);
  REQUIRE(tokens[3].begin == 14 && tokens[3].end == 20);
  REQUIRE(tokens[3].kind == ONYM_TOKEN_WORD);
  REQUIRE(tokens[3].flags == ONYM_TOKEN_SPACE_BEFORE);
  REQUIRE(tokens[4].flags & ONYM_TOKEN_HAS_REFERENCE);
  REQUIRE(tokens[6].kind == ONYM_TOKEN_PUNCTUATION);
  sentences = onym_document_sentences(document, &count);
  REQUIRE(count == 2);
  REQUIRE(sentences[1].first_token == 7 && sentences[1].end_token == 10);
  REQUIRE(onym_decode_references(text + tokens[4].begin, 5, buffer, 1, &size,
                                 NULL) == ONYM_OK);
  REQUIRE(size == 1 && buffer[0] == '&');
  onym_document_free(document);
}

static void check_offsets(void) {
  onym_offset_map* map = NULL;
  uint32_t places[2] = {5, 14};
  REQUIRE(onym_offset_map_new(text, text_size, &map, NULL) == ONYM_OK);
  REQUIRE(onym_offset_map_convert(map, ONYM_UNIT_BYTE, ONYM_UNIT_UTF16, places,
                                  2, NULL) == ONYM_OK);
  REQUIRE(places[0] == 4 && places[1] == 13);
  onym_offset_map_free(map);
}

/* Checks the one entity that every model finds, and its names. */
static void check_document(const onym_tagger* tagger,
                           const onym_document* document) {
  size_t i, count = 0;
  const onym_entity* entities = onym_document_entities(document, &count);
  for (i = 0; i < count && entities[i].begin != 13; ++i) {
  }
  REQUIRE(i < count);
  REQUIRE(entities[i].end == 19);
  REQUIRE(entities[i].first_token == 3 && entities[i].end_token == 4);
  REQUIRE(entities[i].confidence > 0 && entities[i].confidence <= 1);
  REQUIRE(entities[i].type < onym_tagger_type_count(tagger));
  REQUIRE(strcmp(onym_document_type_name(document, entities[i].type, NULL),
                 "GPE") == 0);
  REQUIRE(strcmp(onym_tagger_type_name(tagger, entities[i].type, NULL),
                 "GPE") == 0);
}

static int32_t count_calls(void* context, size_t done, size_t count) {
  REQUIRE(done <= count);
  ++*(int*)context;
  return 0;
}

static void check_tagger(const onym_tagger* tagger) {
  onym_options* options = NULL;
  onym_scratch* scratch = NULL;
  onym_document* documents[3] = {NULL, NULL, NULL};
  onym_text texts[2];
  int calls = 0;
  REQUIRE(onym_options_new(&options, NULL) == ONYM_OK);
  REQUIRE(onym_options_set_int(options, ONYM_OPTION_OFFSET_UNIT,
                               ONYM_UNIT_CODE_POINT, NULL) == ONYM_OK);
  REQUIRE(onym_options_set_int(options, ONYM_OPTION_THREADS, 2, NULL) ==
          ONYM_OK);
  REQUIRE(onym_options_set_double(options, ONYM_OPTION_MIN_CONFIDENCE, 0.01,
                                  NULL) == ONYM_OK);
  REQUIRE(onym_options_set_progress(options, count_calls, &calls, NULL) ==
          ONYM_OK);
  REQUIRE(onym_scratch_new(&scratch, NULL) == ONYM_OK);
  REQUIRE(onym_tagger_tag(tagger, text, text_size, options, scratch,
                          &documents[0], NULL) == ONYM_OK);
  texts[0].data = texts[1].data = text;
  texts[0].size = texts[1].size = text_size;
  REQUIRE(onym_tagger_tag_batch(tagger, texts, 2, options, &documents[1],
                                NULL) == ONYM_OK);
  REQUIRE(calls > 0);
  onym_scratch_free(scratch);
  onym_options_free(options);
  for (calls = 0; calls < 3; ++calls) {
    check_document(tagger, documents[calls]);
    onym_document_free(documents[calls]);
  }
}

/* Opens the model in each way; bytes that are none are refused. */
static void check_opening(const char* path) {
  onym_tagger* tagger = NULL;
  uint64_t size;
  REQUIRE(onym_tagger_open(path, strlen(path), &tagger, NULL) == ONYM_OK);
  size = onym_tagger_info_number(tagger, ONYM_INFO_FILE_SIZE);
  REQUIRE(strcmp(onym_tagger_info_string(tagger, ONYM_INFO_LANGUAGE, NULL),
                 "en") == 0);
  check_tagger(tagger);
  onym_tagger_free(tagger);
  REQUIRE(size > 0);
  tagger = NULL;
  REQUIRE(onym_tagger_open_bytes(text, text_size, &tagger, NULL) ==
          ONYM_DATA_LOSS);
  REQUIRE(tagger == NULL);
  REQUIRE(onym_tagger_open_default(&tagger, NULL) == ONYM_OK);
  check_tagger(tagger);
  onym_tagger_free(tagger);
}

int main(int argc, char** argv) {
  REQUIRE(argc == 2);
  check_versions();
  check_errors();
  check_segments();
  check_offsets();
  check_opening(argv[1]);
  return 0;
}
