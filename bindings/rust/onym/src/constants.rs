// Made from onym.h by bindings/generate.py; do not edit.

/// What a build of the library may have or lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Feature(pub i32);

#[allow(missing_docs)]
impl Feature {
    /// A model is built in: onym_tagger_open_default finds it. Since 1.0.
    pub const DEFAULT_MODEL: Self = Self(1);
    /// ONYM_OPTION_THREADS has an effect. Since 1.0.
    pub const THREADS: Self = Self(2);
}

/// Statuses. The numbers are those of absl::StatusCode and of gRPC; not all are
/// in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Status(pub i32);

#[allow(missing_docs)]
impl Status {
    /// The call did what it says.
    pub const OK: Self = Self(0);
    /// The caller's onym_progress asked to stop.
    pub const CANCELLED: Self = Self(1);
    pub const UNKNOWN: Self = Self(2);
    /// An argument is wrong, whatever the state of the world.
    pub const INVALID_ARGUMENT: Self = Self(3);
    pub const DEADLINE_EXCEEDED: Self = Self(4);
    /// There is no such file.
    pub const NOT_FOUND: Self = Self(5);
    pub const ALREADY_EXISTS: Self = Self(6);
    /// The operating system does not allow to read the file.
    pub const PERMISSION_DENIED: Self = Self(7);
    /// Memory ran out.
    pub const RESOURCE_EXHAUSTED: Self = Self(8);
    /// The model was written for another version of the library.
    pub const FAILED_PRECONDITION: Self = Self(9);
    pub const ABORTED: Self = Self(10);
    pub const OUT_OF_RANGE: Self = Self(11);
    pub const UNIMPLEMENTED: Self = Self(12);
    /// A defect of the library; please report it.
    pub const INTERNAL: Self = Self(13);
    pub const UNAVAILABLE: Self = Self(14);
    /// The model is truncated or altered.
    pub const DATA_LOSS: Self = Self(15);
    pub const UNAUTHENTICATED: Self = Self(16);
}

/// A unit in which offsets count. What is no well-formed UTF-8 counts as if
/// U+FFFD stood there, once for each maximal subpart (The Unicode Standard,
/// section 3.9), as most decoders have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit(pub i32);

#[allow(missing_docs)]
impl Unit {
    pub const BYTE: Self = Self(0);
    /// Characters of Python's strings.
    pub const CODE_POINT: Self = Self(1);
    /// Code units of the strings of Java, JavaScript and .NET.
    pub const UTF16: Self = Self(2);
}

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TokenKind;

#[allow(missing_docs)]
impl TokenKind {
    /// Letters of any script, contractions, abbreviations.
    pub const WORD: u16 = 0;
    /// Digits with their separators, sign or suffix (26th).
    pub const NUMBER: u16 = 1;
    /// Quotes, brackets, stops, dashes, ellipses.
    pub const PUNCTUATION: u16 = 2;
    /// Currency, percent, mathematical and other signs.
    pub const SYMBOL: u16 = 3;
    pub const URL: u16 = 4;
    pub const EMAIL: u16 = 5;
    pub const HASHTAG: u16 = 6;
    /// @name
    pub const MENTION: u16 = 7;
    /// One emoji sequence with its modifiers and joiners.
    pub const EMOJI: u16 = 8;
    /// Control characters, ill-formed UTF-8.
    pub const OTHER: u16 = 9;
}

/// Bits of onym_token.flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TokenFlag;

#[allow(missing_docs)]
impl TokenFlag {
    /// White space, or the start of the text, stands before the token.
    pub const SPACE_BEFORE: u16 = 1;
    /// The token holds an HTML character reference such as &rdquo;, which
    /// onym_decode_references replaces.
    pub const HAS_REFERENCE: u16 = 2;
}

/// Keys of what a model says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Info(pub i32);

#[allow(missing_docs)]
impl Info {
    /// string
    pub const NAME: Self = Self(1);
    /// string: the model's own version.
    pub const VERSION: Self = Self(2);
    /// string: an SPDX expression.
    pub const LICENSE: Self = Self(3);
    /// string: a BCP 47 tag such as "en".
    pub const LANGUAGE: Self = Self(4);
    /// string: sources and scores, in Markdown.
    pub const DESCRIPTION: Self = Self(5);
    /// number: the version of the file format.
    pub const FORMAT_VERSION: Self = Self(6);
    /// number: the size of the model in bytes.
    pub const FILE_SIZE: Self = Self(7);
}
