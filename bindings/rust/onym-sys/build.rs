//! Tells the linker where libonym is: in the folder ONYM_LIB_DIR, where
//! pkg-config says, or, in a checkout of Onym, where CMake builds it now.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-env-changed=ONYM_LIB_DIR");
    println!("cargo:rerun-if-env-changed=PKG_CONFIG_PATH");
    println!("cargo:rustc-link-lib=dylib=onym");
    let named = env::var_os("ONYM_LIB_DIR").map(|folder| vec![PathBuf::from(folder)]);
    for folder in named.or_else(ask_pkg_config).unwrap_or_else(build_checkout) {
        println!("cargo:rustc-link-search=native={}", folder.display());
    }
}

/// Returns the folders of the installed library, none for those where the
/// linker looks anyway.
fn ask_pkg_config() -> Option<Vec<PathBuf>> {
    let arguments = ["--libs-only-L", "onym >= 1.0"];
    let output = Command::new("pkg-config").args(arguments).output().ok()?;
    let flags = String::from_utf8(output.stdout).ok()?;
    let folders = flags.split_whitespace().filter_map(|flag| flag.strip_prefix("-L"));
    output.status.success().then_some(folders.map(PathBuf::from).collect())
}

/// Builds the library in the output folder, whence `cargo run` and `cargo test`
/// load it, too.
fn build_checkout() -> Vec<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let build = Path::new(&env::var_os("OUT_DIR").unwrap()).join("build");
    let (from, to) = (source.to_str().unwrap(), build.to_str().unwrap());
    let found = source.join("capi/onym.map").exists();
    assert!(found, "libonym is not installed: neither ONYM_LIB_DIR nor pkg-config names it");
    for folder in ["capi", "include", "lib", "models/en.onym"] {
        println!("cargo:rerun-if-changed={from}/{folder}");
    }
    let off = ["-DONYM_BUILD_TESTS=OFF", "-DONYM_BUILD_TOOLS=OFF"];
    cmake(&["-S", from, "-B", to, "-DCMAKE_BUILD_TYPE=Release", off[0], off[1]]);
    cmake(&["--build", to, "--target", "onym_capi", "-j", &env::var("NUM_JOBS").unwrap()]);
    vec![build.join("capi")]
}

fn cmake(arguments: &[&str]) {
    let status = Command::new("cmake").args(arguments).status();
    assert!(status.is_ok_and(|s| s.success()), "failed: cmake {arguments:?}");
}
