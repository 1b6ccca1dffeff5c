//! Finds the tokens, sentences and named entities of raw news text.
//!
//! ```
//! let text = "Angela Merkel spoke at NATO headquarters in Brussels.";
//! let tagger = onym::Tagger::open_default()?; // once; threads share it
//! let document = tagger.tag(text)?;
//! let names: Vec<_> = document
//!     .entities()
//!     .map(|entity| (entity.type_name, &text[entity.range()]))
//!     .collect();
//! assert_eq!(names[0], ("PERSON", "Angela Merkel"));
//! # Ok::<(), onym::Error>(())
//! ```
//!
//! Texts are anything that holds bytes, `str` and `[u8]` alike. Offsets count
//! bytes, unless [`Options::unit`] asks for another unit. A [`Document`] borrows
//! neither its text nor its tagger.

mod constants;
mod document;
mod library;
mod options;
mod tagger;
mod text;

pub use constants::{Feature, Info, Status, TokenFlag, TokenKind, Unit};
pub use document::{Document, Entity, Sentence, Token};
pub use library::{has_feature, version, Error, Result};
pub use options::Options;
pub use tagger::Tagger;
pub use text::{convert_offsets, decode_references, segment};

/// Compiles and runs what the README and the guide show.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[doc = include_str!("../../../../docs/rust.md")]
struct Pages;
