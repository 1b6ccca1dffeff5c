// Made from onym.h by bindings/generate.py; do not edit.

export const ABI_VERSION: 1;
export const MAX_TEXT_SIZE: 4294967294;

/** What a build of the library may have or lack. */
export const Feature: {
  /** A model is built in: onym_tagger_open_default finds it. Since 1.0. */
  readonly DEFAULT_MODEL: 1;
  /** ONYM_OPTION_THREADS has an effect. Since 1.0. */
  readonly THREADS: 2;
};

/**
 * Statuses. The numbers are those of absl::StatusCode and of gRPC; not all are
 * in use.
 */
export const Status: {
  /** The call did what it says. */
  readonly OK: 0;
  /** The caller's onym_progress asked to stop. */
  readonly CANCELLED: 1;
  readonly UNKNOWN: 2;
  /** An argument is wrong, whatever the state of the world. */
  readonly INVALID_ARGUMENT: 3;
  readonly DEADLINE_EXCEEDED: 4;
  /** There is no such file. */
  readonly NOT_FOUND: 5;
  readonly ALREADY_EXISTS: 6;
  /** The operating system does not allow to read the file. */
  readonly PERMISSION_DENIED: 7;
  /** Memory ran out. */
  readonly RESOURCE_EXHAUSTED: 8;
  /** The model was written for another version of the library. */
  readonly FAILED_PRECONDITION: 9;
  readonly ABORTED: 10;
  readonly OUT_OF_RANGE: 11;
  readonly UNIMPLEMENTED: 12;
  /** A defect of the library; please report it. */
  readonly INTERNAL: 13;
  readonly UNAVAILABLE: 14;
  /** The model is truncated or altered. */
  readonly DATA_LOSS: 15;
  readonly UNAUTHENTICATED: 16;
};

/**
 * A unit in which offsets count. What is no well-formed UTF-8 counts as if
 * U+FFFD stood there, once for each maximal subpart (The Unicode Standard,
 * section 3.9), as most decoders have it.
 */
export const Unit: {
  readonly BYTE: 0;
  /** Characters of Python's strings. */
  readonly CODE_POINT: 1;
  /** Code units of the strings of Java, JavaScript and .NET. */
  readonly UTF16: 2;
};

/** Keys of options. */
export const Option: {
  /**
   * double in [0, 1], default 0: entities below this confidence are left out.
   * Since 1.0.
   */
  readonly MIN_CONFIDENCE: 1;
  /**
   * int, one of onym_unit, default ONYM_UNIT_BYTE: the unit of every `begin`
   * and `end` of the document. Costs one more pass over a text that is not
   * ASCII. Since 1.0.
   */
  readonly OFFSET_UNIT: 2;
  /**
   * int in [0, 1024], default 1: how many threads, the calling one included,
   * share the texts of a batch; 0 means one for each processor. The results do
   * not depend on it. Since 1.0.
   */
  readonly THREADS: 3;
};

/** What a token looks like. */
export const TokenKind: {
  /** Letters of any script, contractions, abbreviations. */
  readonly WORD: 0;
  /** Digits with their separators, sign or suffix (26th). */
  readonly NUMBER: 1;
  /** Quotes, brackets, stops, dashes, ellipses. */
  readonly PUNCTUATION: 2;
  /** Currency, percent, mathematical and other signs. */
  readonly SYMBOL: 3;
  readonly URL: 4;
  readonly EMAIL: 5;
  readonly HASHTAG: 6;
  /** &#64;name */
  readonly MENTION: 7;
  /** One emoji sequence with its modifiers and joiners. */
  readonly EMOJI: 8;
  /** Control characters, ill-formed UTF-8. */
  readonly OTHER: 9;
};

/** Bits of onym_token.flags. */
export const TokenFlag: {
  /** White space, or the start of the text, stands before the token. */
  readonly SPACE_BEFORE: 1;
  /**
   * The token holds an HTML character reference such as &rdquo;, which
   * onym_decode_references replaces.
   */
  readonly HAS_REFERENCE: 2;
};

/** Keys of what a model says of itself. */
export const Info: {
  /** string */
  readonly NAME: 1;
  /** string: the model's own version. */
  readonly VERSION: 2;
  /** string: an SPDX expression. */
  readonly LICENSE: 3;
  /** string: a BCP 47 tag such as "en". */
  readonly LANGUAGE: 4;
  /** string: sources and scores, in Markdown. */
  readonly DESCRIPTION: 5;
  /** number: the version of the file format. */
  readonly FORMAT_VERSION: 6;
  /** number: the size of the model in bytes. */
  readonly FILE_SIZE: 7;
};
