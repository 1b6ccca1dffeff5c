//! Prints what tagging a text costs in Rust over the C call that it makes: the
//! lower deciles of both times, and their ratio. The two alternate, so that
//! whatever else runs on the machine hits both alike.
//!
//!     cargo run --release --example overhead FILE [ROUNDS]

use onym_sys as sys;
use std::env;
use std::error::Error;
use std::ptr;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("usage: overhead FILE [ROUNDS]")?;
    let rounds = env::args().nth(2).map_or(Ok(2000), |n| n.parse::<usize>())?.max(1);
    let text = std::fs::read(path)?;
    let tagger = onym::Tagger::open_default()?;
    let (mut c_tagger, mut scratch) = (ptr::null_mut(), ptr::null_mut());
    // SAFETY: both are handed over, and live until the end of the process.
    let statuses = unsafe {
        [
            sys::onym_tagger_open_default(&mut c_tagger, ptr::null_mut()),
            sys::onym_scratch_new(&mut scratch, ptr::null_mut()),
        ]
    };
    if statuses != [sys::ONYM_OK; 2] {
        return Err("no default model".into());
    }

    let (mut rust, mut c) = (Vec::new(), Vec::new());
    let (mut rust_sum, mut c_sum) = (0, 0);
    for _ in 0..rounds {
        let start = Instant::now();
        rust_sum += tagger.tag(&text)?.entities().map(|e| e.range().end).sum::<usize>();
        rust.push(start.elapsed());
        let start = Instant::now();
        // SAFETY: tagger and scratch are valid, and the text is.
        c_sum += unsafe { tag(c_tagger, scratch, &text) };
        c.push(start.elapsed());
    }
    if rust_sum != c_sum {
        return Err("Rust and C differ".into());
    }
    rust.sort();
    c.sort();
    let [rust, c] = [rust, c].map(|times| times[rounds / 10].as_secs_f64() * 1e6);
    println!("{} bytes: C {c:.1} us, Rust {rust:.1} us, Rust/C {:.4}", text.len(), rust / c);
    Ok(())
}

/// Tags a text by calls of the C interface; returns the sum of the entities'
/// ends.
unsafe fn tag(
    tagger: *mut sys::onym_tagger,
    scratch: *mut sys::onym_scratch,
    text: &[u8],
) -> usize {
    let (mut document, mut count, mut sum) = (ptr::null_mut(), 0, 0);
    let (data, options, error) = (text.as_ptr().cast(), ptr::null(), ptr::null_mut());
    // SAFETY: as the caller promises; the entities lie in the document.
    unsafe {
        sys::onym_tagger_tag(tagger, data, text.len(), options, scratch, &mut document, error);
        let entities = sys::onym_document_entities(document, &mut count);
        for i in 0..count {
            sum += (*entities.add(i)).end as usize;
        }
        sys::onym_document_free(document);
    }
    sum
}
