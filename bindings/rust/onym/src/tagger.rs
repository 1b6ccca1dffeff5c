//! The model, and what it does.

use crate::constants::Info;
use crate::document::Document;
use crate::library::{call, make, string, Owned, Result};
use crate::options::Options;
use onym_sys as sys;
use std::any::Any;
use std::ops::ControlFlow;
use std::os::raw::c_void;
use std::panic::{catch_unwind, resume_unwind, AssertUnwindSafe};
use std::path::Path;
use std::ptr;
use std::sync::{Mutex, PoisonError};

/// A model, ready to tag. It never changes: open it once, share it among all
/// threads.
#[derive(Debug)]
pub struct Tagger {
    owned: Owned<sys::onym_tagger>,
    /// Working memory between calls, which would cost as much to make as an
    /// article of a page costs to tag.
    scratches: Mutex<Vec<Owned<sys::onym_scratch>>>,
}

impl Tagger {
    /// Opens the model that is built into the library.
    pub fn open_default() -> Result<Self> {
        // SAFETY: the call has no other argument.
        Self::opened(|tagger, error| unsafe { sys::onym_tagger_open_default(tagger, error) })
    }

    /// Opens a model file.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref().as_os_str().as_encoded_bytes();
        // SAFETY: the path outlives the call.
        Self::opened(|tagger, error| unsafe {
            sys::onym_tagger_open(path.as_ptr().cast(), path.len(), tagger, error)
        })
    }

    /// Opens a model that lies in memory, of which it makes a copy.
    pub fn from_bytes(model: &[u8]) -> Result<Self> {
        // SAFETY: the bytes outlive the call.
        Self::opened(|tagger, error| unsafe {
            sys::onym_tagger_open_bytes(model.as_ptr().cast(), model.len(), tagger, error)
        })
    }

    fn opened(
        function: impl FnOnce(*mut *mut sys::onym_tagger, *mut *mut sys::onym_error) -> i32,
    ) -> Result<Self> {
        let owned = make(sys::onym_tagger_free, function)?;
        Ok(Self { owned, scratches: Mutex::default() })
    }

    /// Goes through the names of the entity types that the model knows.
    pub fn types(&self) -> impl Iterator<Item = &str> {
        let tagger = self.owned.pointer;
        // SAFETY: the strings live as long as the tagger.
        unsafe {
            (0..sys::onym_tagger_type_count(tagger))
                .map(move |i| string(sys::onym_tagger_type_name(tagger, i, ptr::null_mut())))
        }
    }

    /// Returns what the model says of itself under `key`, "" if nothing.
    pub fn info(&self, key: Info) -> &str {
        let tagger = self.owned.pointer;
        // SAFETY: the string lives as long as the tagger.
        unsafe { string(sys::onym_tagger_info_string(tagger, key.0, ptr::null_mut())) }
    }

    /// Returns the number that the model has under `key`, 0 if none.
    pub fn info_number(&self, key: Info) -> u64 {
        // SAFETY: the library answers every number.
        unsafe { sys::onym_tagger_info_number(self.owned.pointer, key.0) }
    }

    /// Finds the tokens, sentences and entities of a text.
    pub fn tag(&self, text: impl AsRef<[u8]>) -> Result<Document> {
        self.tag_bytes(text.as_ref(), ptr::null())
    }

    /// The same with options.
    pub fn tag_with(&self, text: impl AsRef<[u8]>, options: &Options) -> Result<Document> {
        self.tag_bytes(text.as_ref(), options.make()?.pointer)
    }

    fn tag_bytes(&self, text: &[u8], options: *const sys::onym_options) -> Result<Document> {
        let kept = self.scratches.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let scratch = match kept {
            Some(scratch) => scratch,
            // SAFETY: the call has no other argument.
            None => make(sys::onym_scratch_free, |s, e| unsafe { sys::onym_scratch_new(s, e) })?,
        };
        let (data, size) = (text.as_ptr().cast(), text.len());
        // SAFETY: all outlive the call, and no other thread has this scratch.
        let document = make(sys::onym_document_free, |document, error| unsafe {
            let tagger = self.owned.pointer;
            sys::onym_tagger_tag(tagger, data, size, options, scratch.pointer, document, error)
        });
        self.scratches.lock().unwrap_or_else(PoisonError::into_inner).push(scratch);
        document.map(Document)
    }

    /// Tags many texts: the document `i` is what `tag` makes of the text `i`.
    /// [`Options::threads`] lets several threads share the work.
    pub fn tag_batch(
        &self,
        texts: &[impl AsRef<[u8]>],
        options: &Options,
    ) -> Result<Vec<Document>> {
        self.tag_batch_with(texts, options, |_, _| ControlFlow::Continue(()))
    }

    /// The same, and tells `progress` in this thread how many texts are done,
    /// and of how many. If it breaks, the call fails with
    /// [`Status::CANCELLED`](crate::Status::CANCELLED).
    pub fn tag_batch_with(
        &self,
        texts: &[impl AsRef<[u8]>],
        options: &Options,
        mut progress: impl FnMut(usize, usize) -> ControlFlow<()>,
    ) -> Result<Vec<Document>> {
        let raw = |text: &[u8]| sys::onym_text { data: text.as_ptr().cast(), size: text.len() };
        let texts: Vec<_> = texts.iter().map(|text| raw(text.as_ref())).collect();
        let mut documents = vec![ptr::null_mut(); texts.len()];
        let options = options.make()?;
        let mut watch = Watch { progress: &mut progress, panic: None };
        let context = ptr::from_mut(&mut watch).cast();
        // SAFETY: all outlive both calls.
        call(|error| unsafe {
            sys::onym_options_set_progress(options.pointer, Some(step), context, error)
        })?;
        let result = call(|error| unsafe {
            let (start, count, out) = (texts.as_ptr(), texts.len(), documents.as_mut_ptr());
            let tagger = self.owned.pointer;
            sys::onym_tagger_tag_batch(tagger, start, count, options.pointer, out, error)
        });
        if let Some(panic) = watch.panic {
            resume_unwind(panic);
        }
        result?;
        let owned = |pointer| Document(Owned { pointer, free: sys::onym_document_free });
        Ok(documents.into_iter().map(owned).collect())
    }
}

/// What a batch asks whether to go on.
struct Watch<'a> {
    progress: &'a mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    /// What progress panicked with: it must not cross C++.
    panic: Option<Box<dyn Any + Send>>,
}

unsafe extern "C" fn step(context: *mut c_void, done: usize, count: usize) -> i32 {
    // SAFETY: the context is the watch of the batch that calls, on its thread.
    let watch = unsafe { &mut *context.cast::<Watch<'_>>() };
    match catch_unwind(AssertUnwindSafe(|| (watch.progress)(done, count))) {
        Ok(flow) => i32::from(flow.is_break()),
        Err(panic) => {
            watch.panic = Some(panic);
            1
        }
    }
}
