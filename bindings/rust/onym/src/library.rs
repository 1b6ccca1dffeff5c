//! How all calls of the library are made: failures become errors, and objects
//! are freed when they go out of scope.

use crate::constants::{Feature, Status};
use onym_sys as sys;
use std::ffi::CStr;
use std::fmt;
use std::os::raw::c_char;
use std::ptr;

/// Returns the version of the library, such as "1.0.0".
pub fn version() -> &'static str {
    // SAFETY: the string lives for ever.
    unsafe { string(sys::onym_version()) }
}

/// Tells whether the library was built with `feature`.
pub fn has_feature(feature: Feature) -> bool {
    // SAFETY: the library answers every number.
    unsafe { sys::onym_has_feature(feature.0) != 0 }
}

/// A failure that the library reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The kind of the failure.
    pub status: Status,
    /// What went wrong, in one English sentence.
    pub message: String,
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // SAFETY: the library names every number, by a string for ever.
        let name = unsafe { string(sys::onym_status_name(self.status.0)) };
        write!(formatter, "{name}: {}", self.message)
    }
}

impl std::error::Error for Error {}

/// What calls that may fail return.
pub type Result<T> = std::result::Result<T, Error>;

/// Returns a string of the library, "" for NULL.
///
/// # Safety
/// `chars` is NULL or ends with a NUL, and lives as long as `'a`.
pub(crate) unsafe fn string<'a>(chars: *const c_char) -> &'a str {
    if chars.is_null() {
        return "";
    }
    // SAFETY: as the caller promises.
    unsafe { CStr::from_ptr(chars) }.to_str().unwrap_or("")
}

/// An object of the library, and the function that frees it.
pub(crate) struct Owned<T> {
    pub(crate) pointer: *mut T,
    pub(crate) free: unsafe extern "C" fn(*mut T),
}

impl<T> Drop for Owned<T> {
    fn drop(&mut self) {
        // SAFETY: the object is ours, and this is its end.
        unsafe { (self.free)(self.pointer) }
    }
}

// SAFETY: any thread may use and free any object; what must not happen at once
// takes `*mut`, which the modules around hand out to one thread at a time.
unsafe impl<T> Send for Owned<T> {}
unsafe impl<T> Sync for Owned<T> {}

impl<T> fmt::Debug for Owned<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pointer.fmt(formatter)
    }
}

/// Makes a call that may fail.
pub(crate) fn call(
    function: impl FnOnce(*mut *mut sys::onym_error) -> sys::onym_status,
) -> Result<()> {
    // SAFETY: the call has no argument.
    check_abi(unsafe { sys::onym_abi_version() })?;
    let mut error = ptr::null_mut();
    let status = Status(function(&mut error));
    if status == Status::OK {
        return Ok(());
    }
    // SAFETY: the call has made the error, which nobody uses after this.
    unsafe {
        let message = string(sys::onym_error_message(error, ptr::null_mut())).to_owned();
        sys::onym_error_free(error);
        Err(Error { status, message })
    }
}

/// Makes a call that puts an object into its argument.
pub(crate) fn make<T>(
    free: unsafe extern "C" fn(*mut T),
    function: impl FnOnce(*mut *mut T, *mut *mut sys::onym_error) -> sys::onym_status,
) -> Result<Owned<T>> {
    let mut owned = Owned { pointer: ptr::null_mut(), free };
    call(|error| function(&mut owned.pointer, error))?;
    Ok(owned)
}

/// A program may meet another library when it runs than when it was built.
fn check_abi(version: i32) -> Result<()> {
    if version == sys::ONYM_ABI_VERSION {
        return Ok(());
    }
    let message = format!("libonym has another binary interface: {version}");
    Err(Error { status: Status::FAILED_PRECONDITION, message })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_binary_interface_is_refused() {
        assert_eq!(check_abi(sys::ONYM_ABI_VERSION), Ok(()));
        let error = check_abi(sys::ONYM_ABI_VERSION + 1).unwrap_err();
        assert_eq!(error.status, Status::FAILED_PRECONDITION);
    }
}
