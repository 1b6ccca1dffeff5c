//! The functions, numbers and structs of `onym.h`, as they are. The crate
//! `onym` is the safe way to them.
#![allow(non_camel_case_types)]

use std::os::raw::{c_char, c_void};

#[rustfmt::skip]
mod interface;
pub use interface::*;

/// `ONYM_OK` or the reason of a failure.
pub type onym_status = i32;

/// Is told how far a batch is; stops it by returning anything but 0.
pub type onym_progress =
    Option<unsafe extern "C" fn(context: *mut c_void, done: usize, count: usize) -> i32>;

/// A text of a batch.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct onym_text {
    pub data: *const c_char,
    pub size: usize,
}
