/* The frozen layouts and numbers of the C interface, as literals: whoever
 * changes the header by mistake meets them here, at compile time. */
#include <stddef.h>

#include "onym/onym.h"

#define FIELD(type, field, offset, size)                           \
  _Static_assert(offsetof(type, field) == (offset) &&              \
                     sizeof(((const type*)NULL)->field) == (size), \
                 #type "." #field " is frozen")
#define SIZE(type, size, alignment)                                       \
  _Static_assert(sizeof(type) == (size) && _Alignof(type) == (alignment), \
                 #type " is frozen")
#define NUMBER(name, value) \
  _Static_assert((name) == (value), #name " is frozen")

SIZE(onym_token, 12, 4);
FIELD(onym_token, begin, 0, 4);
FIELD(onym_token, end, 4, 4);
FIELD(onym_token, kind, 8, 2);
FIELD(onym_token, flags, 10, 2);

SIZE(onym_sentence, 20, 4);
FIELD(onym_sentence, begin, 0, 4);
FIELD(onym_sentence, end, 4, 4);
FIELD(onym_sentence, first_token, 8, 4);
FIELD(onym_sentence, end_token, 12, 4);
FIELD(onym_sentence, flags, 16, 4);

SIZE(onym_entity, 32, 4);
FIELD(onym_entity, begin, 0, 4);
FIELD(onym_entity, end, 4, 4);
FIELD(onym_entity, first_token, 8, 4);
FIELD(onym_entity, end_token, 12, 4);
FIELD(onym_entity, type, 16, 4);
FIELD(onym_entity, confidence, 20, 4);
FIELD(onym_entity, group, 24, 4);
FIELD(onym_entity, flags, 28, 4);

SIZE(onym_text, 2 * sizeof(size_t), _Alignof(size_t));
FIELD(onym_text, data, 0, sizeof(size_t));
FIELD(onym_text, size, sizeof(size_t), sizeof(size_t));

SIZE(onym_status, 4, 4);
NUMBER(ONYM_ABI_VERSION, 1);
NUMBER(ONYM_MAX_TEXT_SIZE, 0xFFFFFFFEu);

NUMBER(ONYM_OK, 0);
NUMBER(ONYM_CANCELLED, 1);
NUMBER(ONYM_UNKNOWN, 2);
NUMBER(ONYM_INVALID_ARGUMENT, 3);
NUMBER(ONYM_DEADLINE_EXCEEDED, 4);
NUMBER(ONYM_NOT_FOUND, 5);
NUMBER(ONYM_ALREADY_EXISTS, 6);
NUMBER(ONYM_PERMISSION_DENIED, 7);
NUMBER(ONYM_RESOURCE_EXHAUSTED, 8);
NUMBER(ONYM_FAILED_PRECONDITION, 9);
NUMBER(ONYM_ABORTED, 10);
NUMBER(ONYM_OUT_OF_RANGE, 11);
NUMBER(ONYM_UNIMPLEMENTED, 12);
NUMBER(ONYM_INTERNAL, 13);
NUMBER(ONYM_UNAVAILABLE, 14);
NUMBER(ONYM_DATA_LOSS, 15);
NUMBER(ONYM_UNAUTHENTICATED, 16);

NUMBER(ONYM_UNIT_BYTE, 0);
NUMBER(ONYM_UNIT_CODE_POINT, 1);
NUMBER(ONYM_UNIT_UTF16, 2);

NUMBER(ONYM_OPTION_MIN_CONFIDENCE, 1);
NUMBER(ONYM_OPTION_OFFSET_UNIT, 2);
NUMBER(ONYM_OPTION_THREADS, 3);

NUMBER(ONYM_FEATURE_DEFAULT_MODEL, 1);
NUMBER(ONYM_FEATURE_THREADS, 2);

NUMBER(ONYM_TOKEN_WORD, 0);
NUMBER(ONYM_TOKEN_NUMBER, 1);
NUMBER(ONYM_TOKEN_PUNCTUATION, 2);
NUMBER(ONYM_TOKEN_SYMBOL, 3);
NUMBER(ONYM_TOKEN_URL, 4);
NUMBER(ONYM_TOKEN_EMAIL, 5);
NUMBER(ONYM_TOKEN_HASHTAG, 6);
NUMBER(ONYM_TOKEN_MENTION, 7);
NUMBER(ONYM_TOKEN_EMOJI, 8);
NUMBER(ONYM_TOKEN_OTHER, 9);
NUMBER(ONYM_TOKEN_SPACE_BEFORE, 1);
NUMBER(ONYM_TOKEN_HAS_REFERENCE, 2);

NUMBER(ONYM_INFO_NAME, 1);
NUMBER(ONYM_INFO_VERSION, 2);
NUMBER(ONYM_INFO_LICENSE, 3);
NUMBER(ONYM_INFO_LANGUAGE, 4);
NUMBER(ONYM_INFO_DESCRIPTION, 5);
NUMBER(ONYM_INFO_FORMAT_VERSION, 6);
NUMBER(ONYM_INFO_FILE_SIZE, 7);
