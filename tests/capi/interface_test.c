/* Calls every function of the C interface, from C: this part versions,
 * features, statuses, errors, options and offsets; segmentation, the tagger and
 * batches have files of their own. Usage: capi_interface_test MODEL */
#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "check.h"

int failures = 0;

static void test_versions(void) {
  CHECK(strcmp(onym_version(), ONYM_VERSION_STRING) == 0);
  CHECK(onym_version_number() == ONYM_VERSION_MAJOR * 1000000u +
                                     ONYM_VERSION_MINOR * 1000u +
                                     ONYM_VERSION_PATCH);
  CHECK(onym_abi_version() == ONYM_ABI_VERSION);
}

static void test_features(void) {
  onym_tagger* tagger = NULL;
  const onym_status status = onym_tagger_open_default(&tagger, NULL);
  CHECK(onym_has_feature(ONYM_FEATURE_DEFAULT_MODEL) == (status == ONYM_OK));
  CHECK(onym_has_feature(ONYM_FEATURE_THREADS) == 1);
  CHECK(onym_has_feature(0) == 0);
  CHECK(onym_has_feature(-1) == 0);
  CHECK(onym_has_feature(INT32_MAX) == 0);
  onym_tagger_free(tagger);
}

static void test_status_names(void) {
  onym_status status;
  CHECK(strcmp(onym_status_name(ONYM_OK), "OK") == 0);
  CHECK(strcmp(onym_status_name(ONYM_INVALID_ARGUMENT), "INVALID_ARGUMENT") ==
        0);
  CHECK(strcmp(onym_status_name(ONYM_UNAUTHENTICATED), "UNAUTHENTICATED") == 0);
  for (status = ONYM_OK; status <= ONYM_UNAUTHENTICATED; ++status) {
    CHECK(strcmp(onym_status_name(status), "UNRECOGNIZED") != 0);
  }
  CHECK(strcmp(onym_status_name(-1), "UNRECOGNIZED") == 0);
  CHECK(strcmp(onym_status_name(17), "UNRECOGNIZED") == 0);
  CHECK(strcmp(onym_status_name(INT32_MAX), "UNRECOGNIZED") == 0);
  CHECK(strcmp(onym_status_name(INT32_MIN), "UNRECOGNIZED") == 0);
}

static void test_errors(void) {
  onym_error* error = NULL;
  onym_options* options = NULL;
  size_t size = 7;
  CHECK(onym_error_status(NULL) == ONYM_OK);
  CHECK(strcmp(onym_error_message(NULL, &size), "") == 0 && size == 0);

  CHECK(onym_options_new(NULL, &error) == ONYM_INVALID_ARGUMENT);
  CHECK(onym_error_status(error) == ONYM_INVALID_ARGUMENT);
  CHECK(strlen(onym_error_message(error, &size)) == size && size > 0);
  onym_error_free(error);

  /* A success overwrites whatever stood in the place for the error. */
  CHECK(onym_options_new(&options, &error) == ONYM_OK);
  CHECK(error == NULL);
  onym_options_free(options);
}

static void test_options(void) {
  onym_options* options = NULL;
  CHECK(onym_options_new(NULL, NULL) == ONYM_INVALID_ARGUMENT);
  CHECK(onym_options_new(&options, NULL) == ONYM_OK);

  CHECK(onym_options_set_double(options, ONYM_OPTION_MIN_CONFIDENCE, 0.0,
                                NULL) == ONYM_OK);
  CHECK(onym_options_set_double(options, ONYM_OPTION_MIN_CONFIDENCE, 1.0,
                                NULL) == ONYM_OK);
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_options_set_double(options, ONYM_OPTION_MIN_CONFIDENCE, 1.01,
                                      &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_options_set_double(options, ONYM_OPTION_MIN_CONFIDENCE, -0.1,
                                      &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_options_set_double(options, ONYM_OPTION_MIN_CONFIDENCE,
                                      (double)NAN, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_options_set_double(options, ONYM_OPTION_MIN_CONFIDENCE,
                                      (double)INFINITY, &error));
  CHECK_FAILS(
      ONYM_INVALID_ARGUMENT, 0,
      onym_options_set_double(options, ONYM_OPTION_OFFSET_UNIT, 1.0, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_options_set_double(options, INT32_MIN, 1.0, &error));
  CHECK_FAILS(
      ONYM_INVALID_ARGUMENT, 0,
      onym_options_set_double(NULL, ONYM_OPTION_MIN_CONFIDENCE, 0.5, &error));

  CHECK(onym_options_set_int(options, ONYM_OPTION_OFFSET_UNIT,
                             ONYM_UNIT_CODE_POINT, NULL) == ONYM_OK);
  CHECK_FAILS(
      ONYM_INVALID_ARGUMENT, 0,
      onym_options_set_int(options, ONYM_OPTION_OFFSET_UNIT, 3, &error));
  CHECK_FAILS(
      ONYM_INVALID_ARGUMENT, 0,
      onym_options_set_int(options, ONYM_OPTION_OFFSET_UNIT, -1, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_options_set_int(options, ONYM_OPTION_OFFSET_UNIT, INT64_MAX,
                                   &error));
  /* The low half of this number is a valid unit; the number is not. */
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_options_set_int(options, ONYM_OPTION_OFFSET_UNIT,
                                   ((int64_t)1 << 32) + 1, &error));
  CHECK_FAILS(
      ONYM_INVALID_ARGUMENT, 0,
      onym_options_set_int(options, ONYM_OPTION_MIN_CONFIDENCE, 1, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_options_set_int(options, INT32_MAX, 1, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_options_set_int(NULL, ONYM_OPTION_OFFSET_UNIT, 1, &error));
  onym_options_free(options);
}

static void test_offset_conversion(void) {
  /* a, e with acute (2 bytes), an ill-formed byte, an emoji (4 bytes), b. */
  static const char text[] =
      "a\xC3\xA9\xFF\xF0\x9F\x98\x80"
      "b";
  uint32_t places[] = {0, 1, 3, 4, 8, 9, 100, UINT32_MAX, 2, 6};
  static const uint32_t code_points[] = {0, 1, 2, 3, 4, 5, 5, 5, 1, 3};
  static const uint32_t utf16[] = {0, 1, 2, 3, 5, 6, 6, 6, 1, 3};
  static const uint32_t bytes[] = {0, 1, 3, 4, 8, 9, 9, 9, 1, 4};
  const size_t count = sizeof(places) / sizeof(places[0]);
  onym_offset_map* map = NULL;
  CHECK(onym_offset_map_new(text, sizeof(text) - 1, &map, NULL) == ONYM_OK);

  CHECK(onym_offset_map_convert(map, ONYM_UNIT_BYTE, ONYM_UNIT_CODE_POINT,
                                places, count, NULL) == ONYM_OK);
  CHECK(memcmp(places, code_points, sizeof(places)) == 0);
  CHECK(onym_offset_map_convert(map, ONYM_UNIT_CODE_POINT, ONYM_UNIT_UTF16,
                                places, count, NULL) == ONYM_OK);
  CHECK(memcmp(places, utf16, sizeof(places)) == 0);
  CHECK(onym_offset_map_convert(map, ONYM_UNIT_UTF16, ONYM_UNIT_BYTE, places,
                                count, NULL) == ONYM_OK);
  CHECK(memcmp(places, bytes, sizeof(places)) == 0);

  CHECK(onym_offset_map_convert(map, ONYM_UNIT_BYTE, ONYM_UNIT_UTF16, NULL, 0,
                                NULL) == ONYM_OK);
  CHECK_FAILS(
      ONYM_INVALID_ARGUMENT, 0,
      onym_offset_map_convert(map, 3, ONYM_UNIT_BYTE, places, count, &error));
  CHECK_FAILS(
      ONYM_INVALID_ARGUMENT, 0,
      onym_offset_map_convert(map, ONYM_UNIT_BYTE, -1, places, count, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_offset_map_convert(map, ONYM_UNIT_BYTE, ONYM_UNIT_UTF16,
                                      NULL, 1, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_offset_map_convert(map, ONYM_UNIT_BYTE, ONYM_UNIT_UTF16,
                                      places, SIZE_MAX, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_offset_map_convert(NULL, ONYM_UNIT_BYTE, ONYM_UNIT_UTF16,
                                      places, count, &error));
  CHECK(memcmp(places, bytes, sizeof(places)) == 0);
  onym_offset_map_free(map);
}

static void test_offset_map_arguments(void) {
  onym_offset_map* map = NULL;
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, 0,
              onym_offset_map_new("x", 1, NULL, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, map,
              onym_offset_map_new(NULL, 1, &map, &error));
  CHECK_FAILS(ONYM_INVALID_ARGUMENT, map,
              onym_offset_map_new("x", SIZE_MAX, &map, &error));
  CHECK(onym_offset_map_new(NULL, 0, &map, NULL) == ONYM_OK);
  {
    uint32_t place = 5;
    CHECK(onym_offset_map_convert(map, ONYM_UNIT_UTF16, ONYM_UNIT_BYTE, &place,
                                  1, NULL) == ONYM_OK);
    CHECK(place == 0);
  }
  onym_offset_map_free(map);
}

static void test_frees_accept_null(void) {
  onym_error_free(NULL);
  onym_options_free(NULL);
  onym_document_free(NULL);
  onym_tagger_free(NULL);
  onym_scratch_free(NULL);
  onym_offset_map_free(NULL);
}

void test_basics(void) {
  test_versions();
  test_features();
  test_status_names();
  test_errors();
  test_options();
  test_offset_conversion();
  test_offset_map_arguments();
  test_frees_accept_null();
}

int main(int argc, char** argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: %s MODEL\n", argv[0]);
    return 2;
  }
  test_basics();
  test_segmentation();
  test_tagger(argv[1]);
  if (failures > 0) fprintf(stderr, "%d checks failed\n", failures);
  return failures > 0 ? 1 : 0;
}
