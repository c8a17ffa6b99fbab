//! Holds the code against ARCHITECTURE.md: which module may import which, and what every file owes its readers.

#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice)]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Layer of each module, from the list in ARCHITECTURE.md.
fn layers() -> BTreeMap<String, usize> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let list = text.split("<!-- layers -->").nth(1).and_then(|rest| rest.split("<!-- /layers -->").next()).unwrap();
    let mut layers = BTreeMap::new();
    for (layer, line) in list.lines().filter(|line| !line.trim().is_empty()).enumerate() {
        let names = line.split(" : ").next().unwrap();
        for name in names.split('`').skip(1).step_by(2) {
            assert!(layers.insert(name.to_owned(), layer).is_none(), "`{name}` stands twice in the list of layers");
        }
    }
    layers
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn code() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    sources(&root().join("src"), &mut found);
    found.into_iter().map(|path| (path.strip_prefix(root()).unwrap().to_owned(), fs::read_to_string(&path).unwrap())).collect()
}

/// The module at the crate's root that a file belongs to: `src/text/span.rs` to `text`.
fn module(path: &Path) -> String {
    let first = path.components().nth(1).unwrap().as_os_str().to_string_lossy().into_owned();
    first.strip_suffix(".rs").unwrap_or(&first).to_owned()
}

/// The root modules that a piece of code names behind `crate::`, also in `use crate::{a, b::{c}}`.
fn imports(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let Some(group) = rest.strip_prefix('{') else {
            found.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
            continue;
        };
        let (mut depth, mut name) = (0, String::new());
        for c in group.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => found.push(std::mem::take(&mut name)),
                c if depth == 0 => name.push(c),
                _ => {}
            }
        }
        found.push(name);
    }
    let head = |name: &String| name.split("::").next().unwrap_or("").split_whitespace().next().unwrap_or("").to_owned();
    found.iter().map(head).filter(|name| name.starts_with(|c: char| c.is_lowercase())).collect()
}

/// The code without its tests and comments: tests may look anywhere.
fn without_tests(code: &str) -> String {
    let shipped = code.split("#[cfg(test)]").next().unwrap();
    shipped.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

#[test]
fn imports_go_one_way() {
    let layers = layers();
    let mut wrong = Vec::new();
    for (path, code) in code() {
        let from = module(&path);
        if from == "lib" {
            continue;
        }
        let Some(layer) = layers.get(&from) else {
            wrong.push(format!("{}: `{from}` is not in the list of layers", path.display()));
            continue;
        };
        for to in imports(&without_tests(&code)) {
            // The entry points stand at the root and belong to the pipeline.
            let to = if ["parse", "read", "read_by", "read_with"].contains(&to.as_str()) { "pipeline".to_owned() } else { to };
            if to != from && layers.get(&to).is_none_or(|other| other >= layer) {
                wrong.push(format!("{}: `{from}` imports `{to}`, which does not stand above it", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_layer_of_the_list_is_there() {
    for name in layers().keys() {
        let there = root().join("src").join(name).is_dir() || root().join("src").join(format!("{name}.rs")).is_file();
        assert!(there, "ARCHITECTURE.md lists `{name}`, which is not in src");
    }
}

#[test]
fn every_file_says_what_it_is_and_is_about_one_thing() {
    let mut wrong = Vec::new();
    for (path, code) in code() {
        if !code.starts_with("//! ") {
            wrong.push(format!("{}: does not open with a sentence of what it is", path.display()));
        }
        let lines = code.lines().count();
        if lines > 450 {
            wrong.push(format!("{}: has {lines} lines; is it about one thing?", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_report_is_serialised() {
    for (path, code) in code() {
        let shipped = without_tests(&code);
        let derives = shipped.lines().any(|line| line.contains("derive(") && line.contains("Serialize"));
        let module = module(&path);
        // The lexicon's records are compiled in, and the boundary to JavaScript has small records of its own.
        let allowed = ["report", "lexicon", "wasm"].contains(&module.as_str());
        assert!(!derives || allowed, "{}: derives Serialize", path.display());
    }
}

#[test]
fn the_reader_of_imports_sees_groups() {
    assert_eq!(imports("use crate::{Error, text::{Span, OffsetMap}, ingest};"), ["text", "ingest"]);
    assert_eq!(imports("let a = crate::text::Span::new(0, 1);"), ["text"]);
}
