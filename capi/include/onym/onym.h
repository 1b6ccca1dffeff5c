/**
 * @file
 * The C interface of Onym: tokens, sentences and named entities of raw text.
 *
 *   onym_tagger *tagger = NULL;
 *   onym_document *document = NULL;
 *   onym_error *error = NULL;
 *   if (onym_tagger_open_default(&tagger, &error) == ONYM_OK &&
 *       onym_tagger_tag(tagger, text, text_size, NULL, NULL, &document,
 *                       &error) == ONYM_OK) {
 *     size_t i, count;
 *     const onym_entity *entities = onym_document_entities(document, &count);
 *     for (i = 0; i < count; ++i) {
 *       printf("%.*s\t%s\n", (int)(entities[i].end - entities[i].begin),
 *              text + entities[i].begin,
 *              onym_document_type_name(document, entities[i].type, NULL));
 *     }
 *   } else {
 *     fprintf(stderr, "%s\n", onym_error_message(error, NULL));
 *   }
 *   onym_error_free(error);
 *   onym_document_free(document);
 *   onym_tagger_free(tagger);
 *
 * CONVENTIONS. They hold for every function; the functions below tell only
 * what is particular to them.
 *
 * Text      is a pointer and a number of bytes. It may hold any bytes, NUL and
 *           ill-formed UTF-8 included, and needs no NUL at its end. The pointer
 *           may be NULL if the number is 0. A text has at most
 *           ONYM_MAX_TEXT_SIZE bytes. No object keeps a pointer into it after
 *           the call.
 * Offsets   are half-open: `begin` is the first place of a span, `end` the
 *           place after its last. They count bytes of the text as it was
 *           passed, unless ONYM_OPTION_OFFSET_UNIT asks for another unit.
 *           Arrays are sorted, their spans do not overlap.
 * Objects   come from the functions that take `onym_x **` and go back to
 *           onym_x_free, which accepts NULL. Every other pointer that a
 *           function returns is borrowed: it lives as long as the object it
 *           was asked of. Objects do not depend on each other and may be freed
 *           in any order, on any thread, each once.
 * Statuses  are what every function that can fail returns: ONYM_OK or the
 *           reason. Such a function first sets its results to NULL or 0 and
 *           fills them in only if it succeeds. The last argument `error` may
 *           be NULL; otherwise *error is overwritten: by NULL on success, on
 *           failure by an object that tells the details and that the caller
 *           frees. Later versions may return statuses that this header does
 *           not name; treat them as a failure.
 * Arguments that are wrong (a NULL where an object is needed, a number out of
 *           range) are answered by ONYM_INVALID_ARGUMENT. Functions that
 *           cannot fail return NULL or 0 for them. A pointer to a count or
 *           size that the caller does not want may be NULL.
 * Threads   `const onym_x *` in a signature means that any number of threads
 *           may make such calls on one object at a time; `onym_x *` means that
 *           the call needs the object for itself. Functions without an object
 *           may be called from everywhere. A thread must not be cancelled
 *           (pthread_cancel) inside a call.
 * Manners   No call throws, aborts, prints, reads the environment, depends on
 *           the locale, starts a thread unasked or keeps global state. If
 *           memory runs out, the call returns ONYM_RESOURCE_EXHAUSTED and the
 *           objects it was given stay usable. After fork(), both processes may
 *           go on.
 * Versions  A program that was built with a header 1.x runs with every library
 *           1.y, y >= x: functions, struct layouts and numbers that are here
 *           stay as they are, new functions and numbers are added. "Since"
 *           tells the first version that has a function.
 *
 * The header is C89 except for <stdint.h>, which C89 lacks but every compiler
 * for which Onym builds has; C++ may include it as well.
 */
#ifndef ONYM_ONYM_H_
#define ONYM_ONYM_H_

#include <stddef.h>
#include <stdint.h>

/* Marks what the shared library exports; ONYM_BUILDING is Onym's own. */
#if defined(_WIN32)
#if defined(ONYM_BUILDING)
#define ONYM_API __declspec(dllexport)
#else
#define ONYM_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define ONYM_API __attribute__((visibility("default")))
#else
#define ONYM_API
#endif

/* C++ callers see that nothing throws. */
#if defined(__cplusplus) && \
    (__cplusplus >= 201103L || (defined(_MSC_VER) && _MSC_VER >= 1900))
#define ONYM_NOEXCEPT noexcept
#else
#define ONYM_NOEXCEPT
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ----------------------------------------------------------- Versions ---- */

/** @defgroup onym_group_versions Versions
 * @{ */

/** The version of this header; onym_version() is the library's. */
#define ONYM_VERSION_MAJOR 1
#define ONYM_VERSION_MINOR 0
#define ONYM_VERSION_PATCH 0
#define ONYM_VERSION_STRING "1.0.0"

/** The binary interface of this header; see onym_abi_version. */
#define ONYM_ABI_VERSION 1

/** Returns the library's version, such as "1.0.0"; NUL-terminated and valid
 * for ever. Since 1.0. */
ONYM_API const char* onym_version(void) ONYM_NOEXCEPT;

/** Returns the library's version as a number that grows with each release:
 * major * 1000000 + minor * 1000 + patch. Since 1.0. */
ONYM_API uint32_t onym_version_number(void) ONYM_NOEXCEPT;

/** Returns the number of the binary interface that the library implements. A
 * program that loads the library at run time checks that it equals
 * ONYM_ABI_VERSION; it changes only when the name of the shared library does.
 * Since 1.0. */
ONYM_API int32_t onym_abi_version(void) ONYM_NOEXCEPT;

/** What a build of the library may have or lack. */
typedef enum onym_feature {
  /** A model is built in: onym_tagger_open_default finds it. Since 1.0. */
  ONYM_FEATURE_DEFAULT_MODEL = 1,
  /** ONYM_OPTION_THREADS has an effect. Since 1.0. */
  ONYM_FEATURE_THREADS = 2
} onym_feature;

/** Returns 1 if the library has `feature`, one of onym_feature; 0 if it lacks
 * it or knows no such feature. Since 1.0. */
ONYM_API int32_t onym_has_feature(int32_t feature) ONYM_NOEXCEPT;

/** @} */

/* ------------------------------------------------ Statuses and errors ---- */

/** @defgroup onym_group_statuses Statuses and errors
 * @{ */

/** The result of a call: ONYM_OK or another number of onym_status_code. */
typedef int32_t onym_status;

/** Statuses. The numbers are those of absl::StatusCode and of gRPC; not all
 * are in use. */
typedef enum onym_status_code {
  /** The call did what it says. */
  ONYM_OK = 0,
  /** The caller's onym_progress asked to stop. */
  ONYM_CANCELLED = 1,
  ONYM_UNKNOWN = 2,
  /** An argument is wrong, whatever the state of the world. */
  ONYM_INVALID_ARGUMENT = 3,
  ONYM_DEADLINE_EXCEEDED = 4,
  /** There is no such file. */
  ONYM_NOT_FOUND = 5,
  ONYM_ALREADY_EXISTS = 6,
  /** The operating system does not allow to read the file. */
  ONYM_PERMISSION_DENIED = 7,
  /** Memory ran out. */
  ONYM_RESOURCE_EXHAUSTED = 8,
  /** The model was written for another version of the library. */
  ONYM_FAILED_PRECONDITION = 9,
  ONYM_ABORTED = 10,
  ONYM_OUT_OF_RANGE = 11,
  ONYM_UNIMPLEMENTED = 12,
  /** A defect of the library; please report it. */
  ONYM_INTERNAL = 13,
  ONYM_UNAVAILABLE = 14,
  /** The model is truncated or altered. */
  ONYM_DATA_LOSS = 15,
  ONYM_UNAUTHENTICATED = 16
} onym_status_code;

/** The details of a failure. */
typedef struct onym_error onym_error;

/** Returns the name of `status`, such as "INVALID_ARGUMENT", or "UNRECOGNIZED"
 * if the library knows no such status; NUL-terminated and valid for ever.
 * Since 1.0. */
ONYM_API const char* onym_status_name(onym_status status) ONYM_NOEXCEPT;

/** Returns the status that the failed call returned; ONYM_OK if `error` is
 * NULL. Since 1.0. */
ONYM_API onym_status onym_error_status(const onym_error* error) ONYM_NOEXCEPT;

/** Returns what went wrong, in one English sentence for a person to read; ""
 * if `error` is NULL. It is NUL-terminated; *size gets its bytes without the
 * NUL. Since 1.0. */
ONYM_API const char* onym_error_message(const onym_error* error,
                                        size_t* size) ONYM_NOEXCEPT;

/** Frees `error`. Since 1.0. */
ONYM_API void onym_error_free(onym_error* error) ONYM_NOEXCEPT;

/** @} */

/* ------------------------------------------------------------ Options ---- */

/** @defgroup onym_group_options Options
 * @{ */

/** The most bytes that a text may have: 4 GiB less 2. */
#define ONYM_MAX_TEXT_SIZE 4294967294u

/** A unit in which offsets count. What is no well-formed UTF-8 counts as if
 * U+FFFD stood there, once for each maximal subpart (The Unicode Standard,
 * section 3.9), as most decoders have it. */
typedef enum onym_unit {
  ONYM_UNIT_BYTE = 0,
  /** Characters of Python's strings. */
  ONYM_UNIT_CODE_POINT = 1,
  /** Code units of the strings of Java, JavaScript and .NET. */
  ONYM_UNIT_UTF16 = 2
} onym_unit;

/** Keys of options. */
typedef enum onym_option {
  /** double in [0, 1], default 0: entities below this confidence are left
   * out. Since 1.0. */
  ONYM_OPTION_MIN_CONFIDENCE = 1,
  /** int, one of onym_unit, default ONYM_UNIT_BYTE: the unit of every `begin`
   * and `end` of the document. Costs one more pass over a text that is not
   * ASCII. Since 1.0. */
  ONYM_OPTION_OFFSET_UNIT = 2,
  /** int in [0, 1024], default 1: how many threads, the calling one included,
   * share the texts of a batch; 0 means one for each processor. The results do
   * not depend on it. Since 1.0. */
  ONYM_OPTION_THREADS = 3
} onym_option;

/** What a call should do differently from the default. A NULL in its place
 * means all defaults. */
typedef struct onym_options onym_options;

/** Makes an object in which every option has its default. Since 1.0. */
ONYM_API onym_status onym_options_new(onym_options** options,
                                      onym_error** error) ONYM_NOEXCEPT;

/** Sets the option `key`, one of onym_option, to a whole number. Fails with
 * ONYM_INVALID_ARGUMENT if the library knows no such option, if the option
 * takes no whole number, or if `value` is out of its range; the options are
 * unchanged then. Since 1.0. */
ONYM_API onym_status onym_options_set_int(onym_options* options, int32_t key,
                                          int64_t value,
                                          onym_error** error) ONYM_NOEXCEPT;

/** The same for options that take a real number. Since 1.0. */
ONYM_API onym_status onym_options_set_double(onym_options* options, int32_t key,
                                             double value,
                                             onym_error** error) ONYM_NOEXCEPT;

/** Is told by a batch how far it is: `done` of `count` texts. Returns 0 to go
 * on, anything else to stop. `context` is what onym_options_set_progress got.
 * It must return, not jump; it may call any function of this header, but may
 * neither set nor free what the batch was given. */
typedef int32_t (*onym_progress)(void* context, size_t done, size_t count);

/** Has onym_tagger_tag_batch call `progress` with `context`; NULL ends that.
 * Since 1.0. */
ONYM_API onym_status
onym_options_set_progress(onym_options* options, onym_progress progress,
                          void* context, onym_error** error) ONYM_NOEXCEPT;

/** Frees `options`. Since 1.0. */
ONYM_API void onym_options_free(onym_options* options) ONYM_NOEXCEPT;

/** @} */

/* ---------------------------------------------------------- Documents ---- */

/** @defgroup onym_group_documents Documents
 * @{ */

/** What a token looks like. */
typedef enum onym_token_kind {
  /** Letters of any script, contractions, abbreviations. */
  ONYM_TOKEN_WORD = 0,
  /** Digits with their separators, sign or suffix (26th). */
  ONYM_TOKEN_NUMBER = 1,
  /** Quotes, brackets, stops, dashes, ellipses. */
  ONYM_TOKEN_PUNCTUATION = 2,
  /** Currency, percent, mathematical and other signs. */
  ONYM_TOKEN_SYMBOL = 3,
  ONYM_TOKEN_URL = 4,
  ONYM_TOKEN_EMAIL = 5,
  ONYM_TOKEN_HASHTAG = 6,
  /** @name */
  ONYM_TOKEN_MENTION = 7,
  /** One emoji sequence with its modifiers and joiners. */
  ONYM_TOKEN_EMOJI = 8,
  /** Control characters, ill-formed UTF-8. */
  ONYM_TOKEN_OTHER = 9
} onym_token_kind;

/** Bits of onym_token.flags. */
typedef enum onym_token_flag {
  /** White space, or the start of the text, stands before the token. */
  ONYM_TOKEN_SPACE_BEFORE = 1,
  /** The token holds an HTML character reference such as &rdquo;, which
   * onym_decode_references replaces. */
  ONYM_TOKEN_HAS_REFERENCE = 2
} onym_token_flag;

/** A token: a word, number, sign or mark. White space belongs to no token,
 * every other byte to exactly one. 12 bytes. */
typedef struct onym_token {
  uint32_t begin;
  uint32_t end;
  uint16_t kind;  /**< One of onym_token_kind; expect new ones. */
  uint16_t flags; /**< Bits of onym_token_flag; expect new ones. */
} onym_token;

/** A sentence, headline, caption or other stretch that stands by itself: the
 * tokens from first_token up to end_token, which is not included. Each token
 * belongs to one sentence. 20 bytes. */
typedef struct onym_sentence {
  uint32_t begin;
  uint32_t end;
  uint32_t first_token;
  uint32_t end_token;
  uint32_t flags; /**< 0 in version 1.0; expect bits. */
} onym_sentence;

/** A named entity: a mention of a name, date, number and so on. It covers at
 * least one token, and tokens of one sentence only. 32 bytes. */
typedef struct onym_entity {
  uint32_t begin;
  uint32_t end;
  uint32_t first_token;
  uint32_t end_token;
  uint32_t type;    /**< See onym_document_type_name. */
  float confidence; /**< Probability that span and type are right, 0 to 1. */
  uint32_t group;   /**< Mentions of one thing share a number; 0: none. */
  uint32_t flags;   /**< 0 in version 1.0; expect bits. */
} onym_entity;

/** The result of an analysis. It never changes and is independent of the text
 * and of the tagger. */
typedef struct onym_document onym_document;

/** Returns the tokens, and their number in *count. The pointer may be NULL if
 * there are none. Since 1.0. */
ONYM_API const onym_token* onym_document_tokens(const onym_document* document,
                                                size_t* count) ONYM_NOEXCEPT;

/** Returns the sentences, and their number in *count. The pointer may be NULL
 * if there are none. Since 1.0. */
ONYM_API const onym_sentence* onym_document_sentences(
    const onym_document* document, size_t* count) ONYM_NOEXCEPT;

/** Returns the entities, and their number in *count. The pointer may be NULL
 * if there are none. Since 1.0. */
ONYM_API const onym_entity* onym_document_entities(
    const onym_document* document, size_t* count) ONYM_NOEXCEPT;

/** Returns the name of the entity type with the number `type`, such as
 * "PERSON"; NULL if there is no such type. It is NUL-terminated; *size gets its
 * bytes without the NUL. Since 1.0. */
ONYM_API const char* onym_document_type_name(const onym_document* document,
                                             uint32_t type,
                                             size_t* size) ONYM_NOEXCEPT;

/** Frees `document` and its arrays. Since 1.0. */
ONYM_API void onym_document_free(onym_document* document) ONYM_NOEXCEPT;

/** @} */

/* -------------------------------------------- Segmentation and tagging ---- */

/** @defgroup onym_group_segmentation Segmentation and tagging
 * @{ */

/** Finds the tokens and sentences of a text, without a model. The document has
 * no entities. Takes time linear in the size of the text. `options` may be
 * NULL. Since 1.0. */
ONYM_API onym_status onym_segment(const char* text, size_t text_size,
                                  const onym_options* options,
                                  onym_document** document,
                                  onym_error** error) ONYM_NOEXCEPT;

/** A model, ready to tag. It never changes: open it once, share it among all
 * threads. */
typedef struct onym_tagger onym_tagger;

/** Working memory of onym_tagger_tag, kept between its calls. It serves every
 * tagger, one call at a time. */
typedef struct onym_scratch onym_scratch;

/** Opens the model that is built into the library. Fails with ONYM_NOT_FOUND
 * if the library was built without one. Since 1.0. */
ONYM_API onym_status onym_tagger_open_default(onym_tagger** tagger,
                                              onym_error** error) ONYM_NOEXCEPT;

/** Opens the model file at `path`, whose bytes are what the operating system's
 * open() takes (UTF-8 on Windows). The file is mapped into memory: replace it
 * by renaming a new one over it, never write into it while it is open. Fails
 * with ONYM_INVALID_ARGUMENT if the path is empty or holds a NUL, with
 * ONYM_NOT_FOUND, ONYM_PERMISSION_DENIED and the like if the file cannot be
 * read, with ONYM_DATA_LOSS if it is truncated or altered, and with
 * ONYM_FAILED_PRECONDITION if this version of the library does not read its
 * format. Since 1.0. */
ONYM_API onym_status onym_tagger_open(const char* path, size_t path_size,
                                      onym_tagger** tagger,
                                      onym_error** error) ONYM_NOEXCEPT;

/** Opens a model that lies in memory. The bytes, at most ONYM_MAX_TEXT_SIZE,
 * are copied. Fails as onym_tagger_open does. Since 1.0. */
ONYM_API onym_status onym_tagger_open_bytes(const void* bytes, size_t size,
                                            onym_tagger** tagger,
                                            onym_error** error) ONYM_NOEXCEPT;

/** Keys of what a model says of itself. */
typedef enum onym_info {
  /** string */
  ONYM_INFO_NAME = 1,
  /** string: the model's own version. */
  ONYM_INFO_VERSION = 2,
  /** string: an SPDX expression. */
  ONYM_INFO_LICENSE = 3,
  /** string: a BCP 47 tag such as "en". */
  ONYM_INFO_LANGUAGE = 4,
  /** string: sources and scores, in Markdown. */
  ONYM_INFO_DESCRIPTION = 5,
  /** number: the version of the file format. */
  ONYM_INFO_FORMAT_VERSION = 6,
  /** number: the size of the model in bytes. */
  ONYM_INFO_FILE_SIZE = 7
} onym_info;

/** Returns what the model says under `key`, one of onym_info; NULL if the
 * library knows no string of that key. It is NUL-terminated UTF-8; *size gets
 * its bytes without the NUL. Since 1.0. */
ONYM_API const char* onym_tagger_info_string(const onym_tagger* tagger,
                                             int32_t key,
                                             size_t* size) ONYM_NOEXCEPT;

/** Returns the number that the model has under `key`, one of onym_info; 0 if
 * the library knows no number of that key. Since 1.0. */
ONYM_API uint64_t onym_tagger_info_number(const onym_tagger* tagger,
                                          int32_t key) ONYM_NOEXCEPT;

/** Returns how many entity types the model has. They are numbered from 0.
 * Since 1.0. */
ONYM_API uint32_t onym_tagger_type_count(const onym_tagger* tagger)
    ONYM_NOEXCEPT;

/** Returns the name of the entity type with the number `type`; NULL if there
 * is no such type. It is NUL-terminated; *size gets its bytes without the NUL.
 * Since 1.0. */
ONYM_API const char* onym_tagger_type_name(const onym_tagger* tagger,
                                           uint32_t type,
                                           size_t* size) ONYM_NOEXCEPT;

/** Finds the tokens, sentences and entities of a text. Takes time linear in the
 * size of the text. The same bytes give the same document on every thread and
 * processor. `options` may be NULL; `scratch` may be NULL, at the price of
 * making and freeing the working memory in the call. Since 1.0. */
ONYM_API onym_status onym_tagger_tag(const onym_tagger* tagger,
                                     const char* text, size_t text_size,
                                     const onym_options* options,
                                     onym_scratch* scratch,
                                     onym_document** document,
                                     onym_error** error) ONYM_NOEXCEPT;

/** A text of a batch: its bytes and their number. */
typedef struct onym_text {
  const char* data;
  size_t size;
} onym_text;

/** Tags `count` texts: documents[i] becomes what onym_tagger_tag makes of
 * texts[i]. `documents` has room for `count` pointers, each of which is freed
 * on its own; both arrays may be NULL if `count` is 0. It is all or nothing:
 * unless the call succeeds, every pointer is NULL.
 *
 * ONYM_OPTION_THREADS lets more threads share the work; they end before the
 * call does. If the system denies some of them, the others do it all. Without
 * that option no thread is started, and the texts are tagged in order.
 *
 * A progress of the options is called on the calling thread only, between texts
 * and with `done` growing, for the last time with `done` equal to `count`. If
 * it asks to stop, even then, the call fails with ONYM_CANCELLED as soon as the
 * texts in work are done. Since 1.0. */
ONYM_API onym_status onym_tagger_tag_batch(const onym_tagger* tagger,
                                           const onym_text* texts, size_t count,
                                           const onym_options* options,
                                           onym_document** documents,
                                           onym_error** error) ONYM_NOEXCEPT;

/** Frees `tagger`. Its documents stay. Since 1.0. */
ONYM_API void onym_tagger_free(onym_tagger* tagger) ONYM_NOEXCEPT;

/** Makes working memory, one for each thread that tags. Since 1.0. */
ONYM_API onym_status onym_scratch_new(onym_scratch** scratch,
                                      onym_error** error) ONYM_NOEXCEPT;

/** Frees `scratch`. Since 1.0. */
ONYM_API void onym_scratch_free(onym_scratch* scratch) ONYM_NOEXCEPT;

/** @} */

/* ------------------------------------------- Characters and offsets ---- */

/** @defgroup onym_group_characters Characters and offsets
 * @{ */

/** Replaces each HTML character reference (&rdquo;, &amp;, &#8217;) of a text,
 * usually the bytes of one token, by the UTF-8 of what it names. Writes the
 * result into `buffer` if it fits into `capacity` bytes, and nothing otherwise;
 * sets *size to its bytes in both cases, so that a first call with `buffer`
 * NULL and `capacity` 0 asks for the room needed. Writes no NUL. `size` must
 * not be NULL. Since 1.0. */
ONYM_API onym_status onym_decode_references(const char* text, size_t text_size,
                                            char* buffer, size_t capacity,
                                            size_t* size,
                                            onym_error** error) ONYM_NOEXCEPT;

/** Maps places of one text between bytes, code points and UTF-16. For the
 * spans of a document, ONYM_OPTION_OFFSET_UNIT is simpler and faster. */
typedef struct onym_offset_map onym_offset_map;

/** Makes the map of a text. The bytes are copied. Since 1.0. */
ONYM_API onym_status onym_offset_map_new(const char* text, size_t text_size,
                                         onym_offset_map** map,
                                         onym_error** error) ONYM_NOEXCEPT;

/** Replaces each of the `count` numbers of `offsets`, which count in the unit
 * `from`, by the same place counted in the unit `to`; both are of onym_unit. A
 * place inside a code point becomes the code point's start, one past the end
 * the end. Sorted numbers cost one pass over the text between them, others a
 * binary search each. `offsets` may be NULL if `count` is 0. Fails only for
 * wrong arguments and for want of memory, without a change of the array.
 * Since 1.0. */
ONYM_API onym_status onym_offset_map_convert(onym_offset_map* map, int32_t from,
                                             int32_t to, uint32_t* offsets,
                                             size_t count,
                                             onym_error** error) ONYM_NOEXCEPT;

/** Frees `map`. Since 1.0. */
ONYM_API void onym_offset_map_free(onym_offset_map* map) ONYM_NOEXCEPT;

/** @} */

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* ONYM_ONYM_H_ */
