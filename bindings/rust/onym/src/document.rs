//! What was found in a text.

use crate::library::{string, Owned};
use onym_sys as sys;
use std::ops::Deref;
use std::ptr;
use std::slice;

pub use sys::{onym_sentence as Sentence, onym_token as Token};

/// What was found in a text, in the order of the text. What it lends does not
/// outlive it:
///
/// ```compile_fail,E0597
/// # let tagger = onym::Tagger::open_default().unwrap();
/// let entity = {
///     let document = tagger.tag("It rained in Paris.").unwrap();
///     document.raw_entities().first()
/// };
/// println!("{entity:?}");
/// ```
#[derive(Debug)]
pub struct Document(pub(crate) Owned<sys::onym_document>);

/// A mention of a name, date, number and so on, with all the fields of
/// [`onym_entity`](sys::onym_entity). It covers at least one token, and tokens
/// of one sentence only.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entity<'a> {
    raw: &'a sys::onym_entity,
    /// The name of the type, such as "PERSON".
    pub type_name: &'a str,
}

impl Deref for Entity<'_> {
    type Target = sys::onym_entity;

    fn deref(&self) -> &Self::Target {
        self.raw
    }
}

impl Document {
    /// Returns the tokens.
    pub fn tokens(&self) -> &[Token] {
        self.array(sys::onym_document_tokens)
    }

    /// Returns the sentences.
    pub fn sentences(&self) -> &[Sentence] {
        self.array(sys::onym_document_sentences)
    }

    /// Returns the entities in one piece, as the library has them.
    pub fn raw_entities(&self) -> &[sys::onym_entity] {
        self.array(sys::onym_document_entities)
    }

    /// Goes through the entities.
    pub fn entities(
        &self,
    ) -> impl DoubleEndedIterator<Item = Entity<'_>> + ExactSizeIterator + Clone {
        self.raw_entities().iter().map(|raw| Entity { raw, type_name: self.type_name(raw.type_) })
    }

    fn type_name(&self, number: u32) -> &str {
        // SAFETY: the string lives as long as the document.
        unsafe { string(sys::onym_document_type_name(self.0.pointer, number, ptr::null_mut())) }
    }

    /// Returns an array of the document; `function` is one of the library's.
    fn array<T>(
        &self,
        function: unsafe extern "C" fn(*const sys::onym_document, *mut usize) -> *const T,
    ) -> &[T] {
        let mut count = 0;
        // SAFETY: the array lives as long as the document, and never changes.
        unsafe {
            match function(self.0.pointer, &mut count) {
                start if !start.is_null() => slice::from_raw_parts(start, count),
                _ => &[],
            }
        }
    }
}

/// Documents are equal if all that was found is.
impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.tokens() == other.tokens()
            && self.sentences() == other.sentences()
            && self.entities().eq(other.entities())
    }
}
