"""Made from onym.h by bindings/generate.py; do not edit."""

from enum import IntEnum, IntFlag

ABI_VERSION = 1
MAX_TEXT_SIZE = 4294967294


class Feature(IntEnum):
    """What a build of the library may have or lack."""

    #: A model is built in: onym_tagger_open_default finds it. Since 1.0.
    DEFAULT_MODEL = 1
    #: ONYM_OPTION_THREADS has an effect. Since 1.0.
    THREADS = 2


class Status(IntEnum):
    """Statuses. The numbers are those of absl::StatusCode and of gRPC; not all
    are in use."""

    #: The call did what it says.
    OK = 0
    #: The caller's onym_progress asked to stop.
    CANCELLED = 1
    UNKNOWN = 2
    #: An argument is wrong, whatever the state of the world.
    INVALID_ARGUMENT = 3
    DEADLINE_EXCEEDED = 4
    #: There is no such file.
    NOT_FOUND = 5
    ALREADY_EXISTS = 6
    #: The operating system does not allow to read the file.
    PERMISSION_DENIED = 7
    #: Memory ran out.
    RESOURCE_EXHAUSTED = 8
    #: The model was written for another version of the library.
    FAILED_PRECONDITION = 9
    ABORTED = 10
    OUT_OF_RANGE = 11
    UNIMPLEMENTED = 12
    #: A defect of the library; please report it.
    INTERNAL = 13
    UNAVAILABLE = 14
    #: The model is truncated or altered.
    DATA_LOSS = 15
    UNAUTHENTICATED = 16


class Unit(IntEnum):
    """A unit in which offsets count. What is no well-formed UTF-8 counts as if
    U+FFFD stood there, once for each maximal subpart (The Unicode Standard,
    section 3.9), as most decoders have it."""

    BYTE = 0
    #: Characters of Python's strings.
    CODE_POINT = 1
    #: Code units of the strings of Java, JavaScript and .NET.
    UTF16 = 2


class Option(IntEnum):
    """Keys of options."""

    #: double in [0, 1], default 0: entities below this confidence are left out.
    #: Since 1.0.
    MIN_CONFIDENCE = 1
    #: int, one of onym_unit, default ONYM_UNIT_BYTE: the unit of every `begin`
    #: and `end` of the document. Costs one more pass over a text that is not
    #: ASCII. Since 1.0.
    OFFSET_UNIT = 2
    #: int in [0, 1024], default 1: how many threads, the calling one included,
    #: share the texts of a batch; 0 means one for each processor. The results
    #: do not depend on it. Since 1.0.
    THREADS = 3


class TokenKind(IntEnum):
    """What a token looks like."""

    #: Letters of any script, contractions, abbreviations.
    WORD = 0
    #: Digits with their separators, sign or suffix (26th).
    NUMBER = 1
    #: Quotes, brackets, stops, dashes, ellipses.
    PUNCTUATION = 2
    #: Currency, percent, mathematical and other signs.
    SYMBOL = 3
    URL = 4
    EMAIL = 5
    HASHTAG = 6
    #: @name
    MENTION = 7
    #: One emoji sequence with its modifiers and joiners.
    EMOJI = 8
    #: Control characters, ill-formed UTF-8.
    OTHER = 9


class TokenFlag(IntFlag):
    """Bits of onym_token.flags."""

    #: White space, or the start of the text, stands before the token.
    SPACE_BEFORE = 1
    #: The token holds an HTML character reference such as &rdquo;, which
    #: onym_decode_references replaces.
    HAS_REFERENCE = 2


class Info(IntEnum):
    """Keys of what a model says of itself."""

    #: string
    NAME = 1
    #: string: the model's own version.
    VERSION = 2
    #: string: an SPDX expression.
    LICENSE = 3
    #: string: a BCP 47 tag such as "en".
    LANGUAGE = 4
    #: string: sources and scores, in Markdown.
    DESCRIPTION = 5
    #: number: the version of the file format.
    FORMAT_VERSION = 6
    #: number: the size of the model in bytes.
    FILE_SIZE = 7


DECLARATIONS = """
const char* onym_version(void);
uint32_t onym_version_number(void);
int32_t onym_abi_version(void);
int32_t onym_has_feature(int32_t feature);
typedef int32_t onym_status;
typedef struct onym_error onym_error;
const char* onym_status_name(onym_status status);
onym_status onym_error_status(const onym_error* error);
const char* onym_error_message(const onym_error* error, size_t* size);
void onym_error_free(onym_error* error);
typedef struct onym_options onym_options;
onym_status onym_options_new(onym_options** options, onym_error** error);
onym_status onym_options_set_int(onym_options* options, int32_t key, int64_t value, onym_error** error);
onym_status onym_options_set_double(onym_options* options, int32_t key, double value, onym_error** error);
typedef int32_t (*onym_progress)(void* context, size_t done, size_t count);
onym_status onym_options_set_progress(onym_options* options, onym_progress progress, void* context, onym_error** error);
void onym_options_free(onym_options* options);
typedef struct onym_token { uint32_t begin; uint32_t end; uint16_t kind; uint16_t flags; } onym_token;
typedef struct onym_sentence { uint32_t begin; uint32_t end; uint32_t first_token; uint32_t end_token; uint32_t flags; } onym_sentence;
typedef struct onym_entity { uint32_t begin; uint32_t end; uint32_t first_token; uint32_t end_token; uint32_t type; float confidence; uint32_t group; uint32_t flags; } onym_entity;
typedef struct onym_document onym_document;
const onym_token* onym_document_tokens(const onym_document* document, size_t* count);
const onym_sentence* onym_document_sentences( const onym_document* document, size_t* count);
const onym_entity* onym_document_entities( const onym_document* document, size_t* count);
const char* onym_document_type_name(const onym_document* document, uint32_t type, size_t* size);
void onym_document_free(onym_document* document);
onym_status onym_segment(const char* text, size_t text_size, const onym_options* options, onym_document** document, onym_error** error);
typedef struct onym_tagger onym_tagger;
typedef struct onym_scratch onym_scratch;
onym_status onym_tagger_open_default(onym_tagger** tagger, onym_error** error);
onym_status onym_tagger_open(const char* path, size_t path_size, onym_tagger** tagger, onym_error** error);
onym_status onym_tagger_open_bytes(const void* bytes, size_t size, onym_tagger** tagger, onym_error** error);
const char* onym_tagger_info_string(const onym_tagger* tagger, int32_t key, size_t* size);
uint64_t onym_tagger_info_number(const onym_tagger* tagger, int32_t key);
uint32_t onym_tagger_type_count(const onym_tagger* tagger);
const char* onym_tagger_type_name(const onym_tagger* tagger, uint32_t type, size_t* size);
onym_status onym_tagger_tag(const onym_tagger* tagger, const char* text, size_t text_size, const onym_options* options, onym_scratch* scratch, onym_document** document, onym_error** error);
typedef struct onym_text { const char* data; size_t size; } onym_text;
onym_status onym_tagger_tag_batch(const onym_tagger* tagger, const onym_text* texts, size_t count, const onym_options* options, onym_document** documents, onym_error** error);
void onym_tagger_free(onym_tagger* tagger);
onym_status onym_scratch_new(onym_scratch** scratch, onym_error** error);
void onym_scratch_free(onym_scratch* scratch);
onym_status onym_decode_references(const char* text, size_t text_size, char* buffer, size_t capacity, size_t* size, onym_error** error);
typedef struct onym_offset_map onym_offset_map;
onym_status onym_offset_map_new(const char* text, size_t text_size, onym_offset_map** map, onym_error** error);
onym_status onym_offset_map_convert(onym_offset_map* map, int32_t from, int32_t to, uint32_t* offsets, size_t count, onym_error** error);
void onym_offset_map_free(onym_offset_map* map);
"""
