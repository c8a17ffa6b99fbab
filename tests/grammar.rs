//! The grammar of `tests/grammar/sentences.txt` is, to the byte, the report that lies beside it; `tests/www/grammar.test.mjs` holds the page's
//! module against the same file. `UPDATE_SUITES=1 cargo test --test grammar` writes it anew when there is a new model.
#![cfg(feature = "model")]
#![allow(clippy::unwrap_used)]

use std::{fs, path::Path};

use rapporteur::{Options, export, text::OffsetUnit};

#[test]
fn the_grammar_is_that_of_the_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/grammar");
    let bytes = fs::read(folder.join("sentences.txt")).unwrap();
    let options = Options { tokens: true, offsets: OffsetUnit::Utf16, ..Options::default() };
    let report = rapporteur::read("sentences.txt", &bytes, &options).unwrap();
    assert!(report.tokens.iter().flatten().all(|token| token.pos.is_some() && token.deprel.is_some()));
    let found = export::line(&report);
    let path = folder.join("sentences.json");
    if std::env::var_os("UPDATE_SUITES").is_some() {
        fs::write(&path, &found).unwrap();
    }
    assert_eq!(found, fs::read_to_string(&path).unwrap(), "if that is meant: UPDATE_SUITES=1 cargo test --test grammar");
}

#[test]
fn without_a_model_tokens_have_no_grammar() {
    let options = Options { tokens: true, ..Options::default() };
    let report = rapporteur::read_with("note.txt", b"Talks resume.", &options, None).unwrap();
    let tokens = report.tokens.unwrap();
    assert_eq!(tokens.len(), 3);
    assert!(tokens.iter().all(|token| token.pos.is_none() && token.lemma.is_none() && token.head.is_none()));
}
