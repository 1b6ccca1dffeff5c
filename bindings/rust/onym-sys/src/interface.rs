// Made from onym.h by bindings/generate.py; do not edit.

use super::{onym_progress, onym_status, onym_text};
use std::ops::Range;
use std::os::raw::{c_char, c_void};

pub const ONYM_ABI_VERSION: i32 = 1;
pub const ONYM_MAX_TEXT_SIZE: usize = 4294967294;

/// A model is built in: onym_tagger_open_default finds it. Since 1.0.
pub const ONYM_FEATURE_DEFAULT_MODEL: i32 = 1;
/// ONYM_OPTION_THREADS has an effect. Since 1.0.
pub const ONYM_FEATURE_THREADS: i32 = 2;

/// The call did what it says.
pub const ONYM_OK: i32 = 0;
/// The caller's onym_progress asked to stop.
pub const ONYM_CANCELLED: i32 = 1;
pub const ONYM_UNKNOWN: i32 = 2;
/// An argument is wrong, whatever the state of the world.
pub const ONYM_INVALID_ARGUMENT: i32 = 3;
pub const ONYM_DEADLINE_EXCEEDED: i32 = 4;
/// There is no such file.
pub const ONYM_NOT_FOUND: i32 = 5;
pub const ONYM_ALREADY_EXISTS: i32 = 6;
/// The operating system does not allow to read the file.
pub const ONYM_PERMISSION_DENIED: i32 = 7;
/// Memory ran out.
pub const ONYM_RESOURCE_EXHAUSTED: i32 = 8;
/// The model was written for another version of the library.
pub const ONYM_FAILED_PRECONDITION: i32 = 9;
pub const ONYM_ABORTED: i32 = 10;
pub const ONYM_OUT_OF_RANGE: i32 = 11;
pub const ONYM_UNIMPLEMENTED: i32 = 12;
/// A defect of the library; please report it.
pub const ONYM_INTERNAL: i32 = 13;
pub const ONYM_UNAVAILABLE: i32 = 14;
/// The model is truncated or altered.
pub const ONYM_DATA_LOSS: i32 = 15;
pub const ONYM_UNAUTHENTICATED: i32 = 16;

pub const ONYM_UNIT_BYTE: i32 = 0;
/// Characters of Python's strings.
pub const ONYM_UNIT_CODE_POINT: i32 = 1;
/// Code units of the strings of Java, JavaScript and .NET.
pub const ONYM_UNIT_UTF16: i32 = 2;

/// double in [0, 1], default 0: entities below this confidence are left out.
/// Since 1.0.
pub const ONYM_OPTION_MIN_CONFIDENCE: i32 = 1;
/// int, one of onym_unit, default ONYM_UNIT_BYTE: the unit of every `begin` and
/// `end` of the document. Costs one more pass over a text that is not ASCII.
/// Since 1.0.
pub const ONYM_OPTION_OFFSET_UNIT: i32 = 2;
/// int in [0, 1024], default 1: how many threads, the calling one included,
/// share the texts of a batch; 0 means one for each processor. The results do
/// not depend on it. Since 1.0.
pub const ONYM_OPTION_THREADS: i32 = 3;

/// Letters of any script, contractions, abbreviations.
pub const ONYM_TOKEN_WORD: u16 = 0;
/// Digits with their separators, sign or suffix (26th).
pub const ONYM_TOKEN_NUMBER: u16 = 1;
/// Quotes, brackets, stops, dashes, ellipses.
pub const ONYM_TOKEN_PUNCTUATION: u16 = 2;
/// Currency, percent, mathematical and other signs.
pub const ONYM_TOKEN_SYMBOL: u16 = 3;
pub const ONYM_TOKEN_URL: u16 = 4;
pub const ONYM_TOKEN_EMAIL: u16 = 5;
pub const ONYM_TOKEN_HASHTAG: u16 = 6;
/// @name
pub const ONYM_TOKEN_MENTION: u16 = 7;
/// One emoji sequence with its modifiers and joiners.
pub const ONYM_TOKEN_EMOJI: u16 = 8;
/// Control characters, ill-formed UTF-8.
pub const ONYM_TOKEN_OTHER: u16 = 9;

/// White space, or the start of the text, stands before the token.
pub const ONYM_TOKEN_SPACE_BEFORE: u16 = 1;
/// The token holds an HTML character reference such as &rdquo;, which
/// onym_decode_references replaces.
pub const ONYM_TOKEN_HAS_REFERENCE: u16 = 2;

/// string
pub const ONYM_INFO_NAME: i32 = 1;
/// string: the model's own version.
pub const ONYM_INFO_VERSION: i32 = 2;
/// string: an SPDX expression.
pub const ONYM_INFO_LICENSE: i32 = 3;
/// string: a BCP 47 tag such as "en".
pub const ONYM_INFO_LANGUAGE: i32 = 4;
/// string: sources and scores, in Markdown.
pub const ONYM_INFO_DESCRIPTION: i32 = 5;
/// number: the version of the file format.
pub const ONYM_INFO_FORMAT_VERSION: i32 = 6;
/// number: the size of the model in bytes.
pub const ONYM_INFO_FILE_SIZE: i32 = 7;

/// A token: a word, number, sign or mark. White space belongs to no token,
/// every other byte to exactly one. 12 bytes.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct onym_token {
    pub begin: u32,
    pub end: u32,
    pub kind: u16,
    pub flags: u16,
}

impl onym_token {
    /// Returns the place in the text.
    pub fn range(&self) -> Range<usize> {
        self.begin as usize..self.end as usize
    }
}

/// A sentence, headline, caption or other stretch that stands by itself: the
/// tokens from first_token up to end_token, which is not included. Each token
/// belongs to one sentence. 20 bytes.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct onym_sentence {
    pub begin: u32,
    pub end: u32,
    pub first_token: u32,
    pub end_token: u32,
    pub flags: u32,
}

impl onym_sentence {
    /// Returns the place in the text.
    pub fn range(&self) -> Range<usize> {
        self.begin as usize..self.end as usize
    }
    /// Returns the place among the tokens.
    pub fn tokens(&self) -> Range<usize> {
        self.first_token as usize..self.end_token as usize
    }
}

/// A named entity: a mention of a name, date, number and so on. It covers at
/// least one token, and tokens of one sentence only. 32 bytes.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct onym_entity {
    pub begin: u32,
    pub end: u32,
    pub first_token: u32,
    pub end_token: u32,
    pub type_: u32,
    pub confidence: f32,
    pub group: u32,
    pub flags: u32,
}

impl onym_entity {
    /// Returns the place in the text.
    pub fn range(&self) -> Range<usize> {
        self.begin as usize..self.end as usize
    }
    /// Returns the place among the tokens.
    pub fn tokens(&self) -> Range<usize> {
        self.first_token as usize..self.end_token as usize
    }
}

#[repr(C)]
pub struct onym_error {
    _private: [u8; 0],
}

#[repr(C)]
pub struct onym_options {
    _private: [u8; 0],
}

#[repr(C)]
pub struct onym_document {
    _private: [u8; 0],
}

#[repr(C)]
pub struct onym_tagger {
    _private: [u8; 0],
}

#[repr(C)]
pub struct onym_scratch {
    _private: [u8; 0],
}

#[repr(C)]
pub struct onym_offset_map {
    _private: [u8; 0],
}

extern "C" {
    pub fn onym_version() -> *const c_char;
    pub fn onym_version_number() -> u32;
    pub fn onym_abi_version() -> i32;
    pub fn onym_has_feature(feature: i32) -> i32;
    pub fn onym_status_name(status: onym_status) -> *const c_char;
    pub fn onym_error_status(error: *const onym_error) -> onym_status;
    pub fn onym_error_message(error: *const onym_error, size: *mut usize) -> *const c_char;
    pub fn onym_error_free(error: *mut onym_error);
    pub fn onym_options_new(options: *mut *mut onym_options, error: *mut *mut onym_error) -> onym_status;
    pub fn onym_options_set_int(options: *mut onym_options, key: i32, value: i64, error: *mut *mut onym_error) -> onym_status;
    pub fn onym_options_set_double(options: *mut onym_options, key: i32, value: f64, error: *mut *mut onym_error) -> onym_status;
    pub fn onym_options_set_progress(options: *mut onym_options, progress: onym_progress, context: *mut c_void, error: *mut *mut onym_error) -> onym_status;
    pub fn onym_options_free(options: *mut onym_options);
    pub fn onym_document_tokens(document: *const onym_document, count: *mut usize) -> *const onym_token;
    pub fn onym_document_sentences(document: *const onym_document, count: *mut usize) -> *const onym_sentence;
    pub fn onym_document_entities(document: *const onym_document, count: *mut usize) -> *const onym_entity;
    pub fn onym_document_type_name(document: *const onym_document, type_: u32, size: *mut usize) -> *const c_char;
    pub fn onym_document_free(document: *mut onym_document);
    pub fn onym_segment(text: *const c_char, text_size: usize, options: *const onym_options, document: *mut *mut onym_document, error: *mut *mut onym_error) -> onym_status;
    pub fn onym_tagger_open_default(tagger: *mut *mut onym_tagger, error: *mut *mut onym_error) -> onym_status;
    pub fn onym_tagger_open(path: *const c_char, path_size: usize, tagger: *mut *mut onym_tagger, error: *mut *mut onym_error) -> onym_status;
    pub fn onym_tagger_open_bytes(bytes: *const c_void, size: usize, tagger: *mut *mut onym_tagger, error: *mut *mut onym_error) -> onym_status;
    pub fn onym_tagger_info_string(tagger: *const onym_tagger, key: i32, size: *mut usize) -> *const c_char;
    pub fn onym_tagger_info_number(tagger: *const onym_tagger, key: i32) -> u64;
    pub fn onym_tagger_type_count(tagger: *const onym_tagger) -> u32;
    pub fn onym_tagger_type_name(tagger: *const onym_tagger, type_: u32, size: *mut usize) -> *const c_char;
    pub fn onym_tagger_tag(tagger: *const onym_tagger, text: *const c_char, text_size: usize, options: *const onym_options, scratch: *mut onym_scratch, document: *mut *mut onym_document, error: *mut *mut onym_error) -> onym_status;
    pub fn onym_tagger_tag_batch(tagger: *const onym_tagger, texts: *const onym_text, count: usize, options: *const onym_options, documents: *mut *mut onym_document, error: *mut *mut onym_error) -> onym_status;
    pub fn onym_tagger_free(tagger: *mut onym_tagger);
    pub fn onym_scratch_new(scratch: *mut *mut onym_scratch, error: *mut *mut onym_error) -> onym_status;
    pub fn onym_scratch_free(scratch: *mut onym_scratch);
    pub fn onym_decode_references(text: *const c_char, text_size: usize, buffer: *mut c_char, capacity: usize, size: *mut usize, error: *mut *mut onym_error) -> onym_status;
    pub fn onym_offset_map_new(text: *const c_char, text_size: usize, map: *mut *mut onym_offset_map, error: *mut *mut onym_error) -> onym_status;
    pub fn onym_offset_map_convert(map: *mut onym_offset_map, from: i32, to: i32, offsets: *mut u32, count: usize, error: *mut *mut onym_error) -> onym_status;
    pub fn onym_offset_map_free(map: *mut onym_offset_map);
}
