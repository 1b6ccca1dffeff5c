// Made from onym.h by bindings/generate.py; do not edit.

export const ABI_VERSION = 1;
export const MAX_TEXT_SIZE = 4294967294;

export const Feature = Object.freeze({
  DEFAULT_MODEL: 1,
  THREADS: 2,
});

export const Status = Object.freeze({
  OK: 0,
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
});

export const Unit = Object.freeze({
  BYTE: 0,
  CODE_POINT: 1,
  UTF16: 2,
});

export const Option = Object.freeze({
  MIN_CONFIDENCE: 1,
  OFFSET_UNIT: 2,
  THREADS: 3,
});

export const TokenKind = Object.freeze({
  WORD: 0,
  NUMBER: 1,
  PUNCTUATION: 2,
  SYMBOL: 3,
  URL: 4,
  EMAIL: 5,
  HASHTAG: 6,
  MENTION: 7,
  EMOJI: 8,
  OTHER: 9,
});

export const TokenFlag = Object.freeze({
  SPACE_BEFORE: 1,
  HAS_REFERENCE: 2,
});

export const Info = Object.freeze({
  NAME: 1,
  VERSION: 2,
  LICENSE: 3,
  LANGUAGE: 4,
  DESCRIPTION: 5,
  FORMAT_VERSION: 6,
  FILE_SIZE: 7,
});

// Sizes and places in bytes.
export const TokenLayout = Object.freeze({
  size: 12,
  fields: [
    { name: "begin", type: "Uint32", offset: 0 },
    { name: "end", type: "Uint32", offset: 4 },
    { name: "kind", type: "Uint16", offset: 8 },
    { name: "flags", type: "Uint16", offset: 10 },
  ],
});

// Sizes and places in bytes.
export const SentenceLayout = Object.freeze({
  size: 20,
  fields: [
    { name: "begin", type: "Uint32", offset: 0 },
    { name: "end", type: "Uint32", offset: 4 },
    { name: "firstToken", type: "Uint32", offset: 8 },
    { name: "endToken", type: "Uint32", offset: 12 },
    { name: "flags", type: "Uint32", offset: 16 },
  ],
});

// Sizes and places in bytes.
export const EntityLayout = Object.freeze({
  size: 32,
  fields: [
    { name: "begin", type: "Uint32", offset: 0 },
    { name: "end", type: "Uint32", offset: 4 },
    { name: "firstToken", type: "Uint32", offset: 8 },
    { name: "endToken", type: "Uint32", offset: 12 },
    { name: "type", type: "Uint32", offset: 16 },
    { name: "confidence", type: "Float32", offset: 20 },
    { name: "group", type: "Uint32", offset: 24 },
    { name: "flags", type: "Uint32", offset: 28 },
  ],
});

// As koffi reads them.
export const FUNCTIONS = [
  "const char* onym_version()",
  "uint32_t onym_version_number()",
  "int32_t onym_abi_version()",
  "int32_t onym_has_feature(int32_t feature)",
  "const char* onym_status_name(int32_t status)",
  "int32_t onym_error_status(void *error)",
  "const char* onym_error_message(void *error, void *size)",
  "void onym_error_free(void *error)",
  "int32_t onym_options_new(void *options, void *error)",
  "int32_t onym_options_set_int(void *options, int32_t key, int64_t value, void *error)",
  "int32_t onym_options_set_double(void *options, int32_t key, double value, void *error)",
  "int32_t onym_options_set_progress(void *options, OnymProgress *progress, void *context, void *error)",
  "void onym_options_free(void *options)",
  "void *onym_document_tokens(void *document, void *count)",
  "void *onym_document_sentences(void *document, void *count)",
  "void *onym_document_entities(void *document, void *count)",
  "const char* onym_document_type_name(void *document, uint32_t type, void *size)",
  "void onym_document_free(void *document)",
  "int32_t onym_segment(void *text, size_t text_size, void *options, void *document, void *error)",
  "int32_t onym_tagger_open_default(void *tagger, void *error)",
  "int32_t onym_tagger_open(void *path, size_t path_size, void *tagger, void *error)",
  "int32_t onym_tagger_open_bytes(void *bytes, size_t size, void *tagger, void *error)",
  "const char* onym_tagger_info_string(void *tagger, int32_t key, void *size)",
  "uint64_t onym_tagger_info_number(void *tagger, int32_t key)",
  "uint32_t onym_tagger_type_count(void *tagger)",
  "const char* onym_tagger_type_name(void *tagger, uint32_t type, void *size)",
  "int32_t onym_tagger_tag(void *tagger, void *text, size_t text_size, void *options, void *scratch, void *document, void *error)",
  "int32_t onym_tagger_tag_batch(void *tagger, void *texts, size_t count, void *options, void *documents, void *error)",
  "void onym_tagger_free(void *tagger)",
  "int32_t onym_scratch_new(void *scratch, void *error)",
  "void onym_scratch_free(void *scratch)",
  "int32_t onym_decode_references(void *text, size_t text_size, void *buffer, size_t capacity, void *size, void *error)",
  "int32_t onym_offset_map_new(void *text, size_t text_size, void *map, void *error)",
  "int32_t onym_offset_map_convert(void *map, int32_t from, int32_t to, void *offsets, size_t count, void *error)",
  "void onym_offset_map_free(void *map)",
];
