//! What needs no model: segmentation, characters and offsets.

use crate::constants::Unit;
use crate::document::Document;
use crate::library::{call, make, Result};
use crate::options::Options;
use onym_sys as sys;
use std::ptr;

/// Finds the tokens and sentences of a text.
pub fn segment(text: impl AsRef<[u8]>, options: &Options) -> Result<Document> {
    let text = text.as_ref();
    let options = options.make()?;
    // SAFETY: text and options outlive the call.
    make(sys::onym_document_free, |document, error| unsafe {
        let data = text.as_ptr().cast();
        sys::onym_segment(data, text.len(), options.pointer, document, error)
    })
    .map(Document)
}

/// Replaces the HTML character references of a text, usually of one token, by
/// what they name.
///
/// ```
/// assert_eq!(onym::decode_references("&rdquo;")?, "”".as_bytes());
/// # Ok::<(), onym::Error>(())
/// ```
pub fn decode_references(text: impl AsRef<[u8]>) -> Result<Vec<u8>> {
    let text = text.as_ref();
    let data = text.as_ptr().cast();
    let mut size = 0;
    // SAFETY: the text outlives the call, which writes nothing but the size.
    call(|error| unsafe {
        sys::onym_decode_references(data, text.len(), ptr::null_mut(), 0, &mut size, error)
    })?;
    let mut decoded = vec![0; size];
    // SAFETY: as before, and `decoded` has room for so many bytes.
    call(|error| unsafe {
        let buffer = decoded.as_mut_ptr().cast();
        sys::onym_decode_references(data, text.len(), buffer, decoded.len(), &mut size, error)
    })?;
    Ok(decoded)
}

/// Replaces each of `offsets`, places of `text` counted in the unit `from`, by
/// the same place counted in the unit `to`.
///
/// ```
/// let mut offsets = [4, 6];
/// onym::convert_offsets("né 😀", onym::Unit::BYTE, onym::Unit::UTF16, &mut offsets)?;
/// assert_eq!(offsets, [3, 3]); // Byte 6 is inside of the emoji.
/// # Ok::<(), onym::Error>(())
/// ```
pub fn convert_offsets(
    text: impl AsRef<[u8]>,
    from: Unit,
    to: Unit,
    offsets: &mut [u32],
) -> Result<()> {
    let text = text.as_ref();
    // SAFETY: the text outlives the call, which copies it.
    let map = make(sys::onym_offset_map_free, |map, error| unsafe {
        sys::onym_offset_map_new(text.as_ptr().cast(), text.len(), map, error)
    })?;
    let (start, count) = (offsets.as_mut_ptr(), offsets.len());
    // SAFETY: so many offsets lie there.
    call(|error| unsafe {
        sys::onym_offset_map_convert(map.pointer, from.0, to.0, start, count, error)
    })
}
