/* What the tests in C share: checks that report and count what is wrong. */
#ifndef ONYM_TESTS_CAPI_CHECK_H_
#define ONYM_TESTS_CAPI_CHECK_H_

#include <stdio.h>

#include "onym/onym.h"

/* Set by main; counts the checks that failed. */
extern int failures;

#define CHECK(condition)                                              \
  do {                                                                \
    if (!(condition)) {                                               \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      ++failures;                                                     \
    }                                                                 \
  } while (0)

/* Checks that `call`, which is given `&error` and `&result`, fails with
 * `status`, tells so in an error, and leaves no result. */
#define CHECK_FAILS(status, result, call)              \
  do {                                                 \
    onym_error* error = NULL;                          \
    CHECK((call) == (status));                         \
    CHECK(onym_error_status(error) == (status));       \
    CHECK(onym_error_message(error, NULL)[0] != '\0'); \
    CHECK((result) == 0);                              \
    onym_error_free(error);                            \
  } while (0)

/* The parts of the program. */
void test_basics(void);
void test_segmentation(void);
void test_tagger(const char* model_path);
void test_batches(const onym_tagger* tagger);

#endif /* ONYM_TESTS_CAPI_CHECK_H_ */
