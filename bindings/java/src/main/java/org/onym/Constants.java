// Made from onym.h by bindings/generate.py; do not edit.
package org.onym;

/** The numbers of the C interface. */
public final class Constants {
  private Constants() {}

  public static final int ABI_VERSION = 1;
  public static final long MAX_TEXT_SIZE = 4294967294L;

  /** What a build of the library may have or lack. */
  public static final class Feature {
    private Feature() {}

    /** A model is built in: onym_tagger_open_default finds it. Since 1.0. */
    public static final int DEFAULT_MODEL = 1;
    /** ONYM_OPTION_THREADS has an effect. Since 1.0. */
    public static final int THREADS = 2;
  }

  /**
   * Statuses. The numbers are those of absl::StatusCode and of gRPC; not all
   * are in use.
   */
  public static final class Status {
    private Status() {}

    /** The call did what it says. */
    public static final int OK = 0;
    /** The caller's onym_progress asked to stop. */
    public static final int CANCELLED = 1;
    public static final int UNKNOWN = 2;
    /** An argument is wrong, whatever the state of the world. */
    public static final int INVALID_ARGUMENT = 3;
    public static final int DEADLINE_EXCEEDED = 4;
    /** There is no such file. */
    public static final int NOT_FOUND = 5;
    public static final int ALREADY_EXISTS = 6;
    /** The operating system does not allow to read the file. */
    public static final int PERMISSION_DENIED = 7;
    /** Memory ran out. */
    public static final int RESOURCE_EXHAUSTED = 8;
    /** The model was written for another version of the library. */
    public static final int FAILED_PRECONDITION = 9;
    public static final int ABORTED = 10;
    public static final int OUT_OF_RANGE = 11;
    public static final int UNIMPLEMENTED = 12;
    /** A defect of the library; please report it. */
    public static final int INTERNAL = 13;
    public static final int UNAVAILABLE = 14;
    /** The model is truncated or altered. */
    public static final int DATA_LOSS = 15;
    public static final int UNAUTHENTICATED = 16;
  }

  /**
   * A unit in which offsets count. What is no well-formed UTF-8 counts as if
   * U+FFFD stood there, once for each maximal subpart (The Unicode Standard,
   * section 3.9), as most decoders have it.
   */
  public static final class Unit {
    private Unit() {}

    public static final int BYTE = 0;
    /** Characters of Python's strings. */
    public static final int CODE_POINT = 1;
    /** Code units of the strings of Java, JavaScript and .NET. */
    public static final int UTF16 = 2;
  }

  /** Keys of options. */
  public static final class Option {
    private Option() {}

    /**
     * double in [0, 1], default 0: entities below this confidence are left out.
     * Since 1.0.
     */
    public static final int MIN_CONFIDENCE = 1;
    /**
     * int, one of onym_unit, default ONYM_UNIT_BYTE: the unit of every `begin`
     * and `end` of the document. Costs one more pass over a text that is not
     * ASCII. Since 1.0.
     */
    public static final int OFFSET_UNIT = 2;
    /**
     * int in [0, 1024], default 1: how many threads, the calling one included,
     * share the texts of a batch; 0 means one for each processor. The results
     * do not depend on it. Since 1.0.
     */
    public static final int THREADS = 3;
  }

  /** What a token looks like. */
  public static final class TokenKind {
    private TokenKind() {}

    /** Letters of any script, contractions, abbreviations. */
    public static final int WORD = 0;
    /** Digits with their separators, sign or suffix (26th). */
    public static final int NUMBER = 1;
    /** Quotes, brackets, stops, dashes, ellipses. */
    public static final int PUNCTUATION = 2;
    /** Currency, percent, mathematical and other signs. */
    public static final int SYMBOL = 3;
    public static final int URL = 4;
    public static final int EMAIL = 5;
    public static final int HASHTAG = 6;
    /** &#64;name */
    public static final int MENTION = 7;
    /** One emoji sequence with its modifiers and joiners. */
    public static final int EMOJI = 8;
    /** Control characters, ill-formed UTF-8. */
    public static final int OTHER = 9;
  }

  /** Bits of onym_token.flags. */
  public static final class TokenFlag {
    private TokenFlag() {}

    /** White space, or the start of the text, stands before the token. */
    public static final int SPACE_BEFORE = 1;
    /**
     * The token holds an HTML character reference such as &rdquo;, which
     * onym_decode_references replaces.
     */
    public static final int HAS_REFERENCE = 2;
  }

  /** Keys of what a model says of itself. */
  public static final class Info {
    private Info() {}

    /** string */
    public static final int NAME = 1;
    /** string: the model's own version. */
    public static final int VERSION = 2;
    /** string: an SPDX expression. */
    public static final int LICENSE = 3;
    /** string: a BCP 47 tag such as "en". */
    public static final int LANGUAGE = 4;
    /** string: sources and scores, in Markdown. */
    public static final int DESCRIPTION = 5;
    /** number: the version of the file format. */
    public static final int FORMAT_VERSION = 6;
    /** number: the size of the model in bytes. */
    public static final int FILE_SIZE = 7;
  }

  /** Sizes and places in bytes. */
  static final class TokenLayout {
    private TokenLayout() {}

    static final int SIZE = 12;
    static final int BEGIN = 0;
    static final int END = 4;
    static final int KIND = 8;
    static final int FLAGS = 10;
  }

  /** Sizes and places in bytes. */
  static final class SentenceLayout {
    private SentenceLayout() {}

    static final int SIZE = 20;
    static final int BEGIN = 0;
    static final int END = 4;
    static final int FIRST_TOKEN = 8;
    static final int END_TOKEN = 12;
    static final int FLAGS = 16;
  }

  /** Sizes and places in bytes. */
  static final class EntityLayout {
    private EntityLayout() {}

    static final int SIZE = 32;
    static final int BEGIN = 0;
    static final int END = 4;
    static final int FIRST_TOKEN = 8;
    static final int END_TOKEN = 12;
    static final int TYPE = 16;
    static final int CONFIDENCE = 20;
    static final int GROUP = 24;
    static final int FLAGS = 28;
  }
}
