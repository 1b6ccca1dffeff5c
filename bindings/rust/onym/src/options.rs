//! What a call should do differently from the default.

use crate::constants::Unit;
use crate::library::{call, make, Owned, Result};
use onym_sys as sys;

/// What a call should do differently from the default:
///
/// ```
/// let options = onym::Options { min_confidence: 0.9, ..Default::default() };
/// # let _ = options;
/// ```
///
/// A value that is out of range makes the call fail.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Entities below this confidence, a number in `[0, 1]`, are left out.
    pub min_confidence: f64,
    /// The unit of all offsets of a document.
    pub unit: Unit,
    /// How many threads share the texts of a batch, at most 1024; 0 means one
    /// for each processor.
    pub threads: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self { min_confidence: 0.0, unit: Unit::BYTE, threads: 1 }
    }
}

impl Options {
    /// Makes what the library takes for them.
    pub(crate) fn make(&self) -> Result<Owned<sys::onym_options>> {
        // SAFETY: the object that the first call makes outlives the others.
        unsafe {
            let made = make(sys::onym_options_free, |o, e| sys::onym_options_new(o, e))?;
            let (options, min) = (made.pointer, self.min_confidence);
            let key = sys::ONYM_OPTION_MIN_CONFIDENCE;
            call(|e| sys::onym_options_set_double(options, key, min, e))?;
            for (key, value) in [
                (sys::ONYM_OPTION_OFFSET_UNIT, i64::from(self.unit.0)),
                (sys::ONYM_OPTION_THREADS, i64::from(self.threads)),
            ] {
                call(|e| sys::onym_options_set_int(options, key, value, e))?;
            }
            Ok(made)
        }
    }
}
