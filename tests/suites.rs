//! Runs every behaviour suite in `tests/suite`.

#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice)]

mod support;

use std::{fs, path::Path};

#[test]
fn behaviour_suites() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let mut paths: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    paths.sort();
    assert!(!paths.is_empty(), "{}: holds no suite", folder.display());
    let only = std::env::var("SUITE").unwrap_or_default();
    for path in paths.iter().filter(|path| path.to_string_lossy().contains(&only)) {
        support::suite::run(path);
    }
}
