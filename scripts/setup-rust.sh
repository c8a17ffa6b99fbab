#!/bin/sh
# Sees to Rust: the compiler, the wasm32 target, and with `--with-checks` rustfmt and clippy.
set -eu

fail() {
    echo "setup-rust: $1" >&2
    exit 1
}

command -v cargo >/dev/null 2>&1 && command -v rustc >/dev/null 2>&1 ||
    fail "no cargo on the PATH: install Rust from https://rustup.rs, then open a new shell"

# "rustc 1.95.0 (...)" against `rust-version` of Cargo.toml.
wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
found=$(rustc --version 2>/dev/null | cut -d ' ' -f 2)
[ -n "$found" ] || fail "rustc does not start: run \`rustup default stable\`"
oldest=$(printf '%s\n%s\n' "$wanted" "$found" | sort -t . -k 1,1n -k 2,2n | head -n 1)
[ "$oldest" = "$wanted" ] || [ "${found%.*}" = "$wanted" ] ||
    fail "rustc $found is older than $wanted: run \`rustup update\`"

# add KIND NAME: asks rustup for what the compiler in use lacks.
add() {
    command -v rustup >/dev/null 2>&1 ||
        fail "the compiler lacks $2 and there is no rustup to add it: install Rust from https://rustup.rs"
    rustup "$1" add "$2" || fail "\`rustup $1 add $2\` failed: is the network reachable?"
}

[ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ] || add target wasm32-unknown-unknown
if [ "${1-}" = --with-checks ]; then
    cargo fmt --version >/dev/null 2>&1 || add component rustfmt
    cargo clippy --version >/dev/null 2>&1 || add component clippy
fi
