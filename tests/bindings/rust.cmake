# Tests the Rust crates where they lie, with a target folder of their own. The
# README and the guide are doc tests.

include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")

set(workspace "${SOURCE_DIR}/bindings/rust/Cargo.toml")
set(example "${SOURCE_DIR}/examples/rust/Cargo.toml")
pretend_installed()
set(ENV{CARGO_TARGET_DIR} "${WORK_DIR}/target")
set(ENV{RUSTFLAGS} "-D warnings")
set(ENV{RUSTDOCFLAGS} "-D warnings")

run("${CARGO}" test --quiet --locked --manifest-path "${workspace}")
run("${CARGO}" doc --quiet --locked --no-deps --manifest-path "${workspace}")
run("${CARGO}" run --quiet --locked --manifest-path "${workspace}" --example
    overhead "${SOURCE_DIR}/examples/article.txt" 20)

run("${CARGO}" build --quiet --locked --manifest-path "${example}")
check_example("${WORK_DIR}/target/debug/tag")
