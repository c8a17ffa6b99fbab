//! The acceptance examples of sentences and dates (rows A02, G01, G02), on the texts that they are taken from. Those texts lie beside a checkout
//! and are not part of it; without them the tests say so and pass.

#![allow(clippy::unwrap_used, clippy::string_slice)]

use std::{fs, path::PathBuf};

use rapporteur::{
    Options,
    report::{Range, Report, Time},
    text::OffsetUnit,
};
use serde_json::Value;

/// The examples of a row: for each the text it is taken from and its place there, in bytes.
fn examples(row: &str) -> Vec<(Vec<u8>, Range)> {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let Ok(acceptance) = fs::read_to_string(shared.join("mission/acceptance.json")) else {
        println!("skipped: there are no acceptance examples beside this checkout");
        return Vec::new();
    };
    let all: Vec<Value> = serde_json::from_str(&acceptance).unwrap();
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let example = |example: &Value| {
        let text = fs::read(shared.join("seeds").join(example["file"].as_str().unwrap())).unwrap();
        (text, Range { start: number(&example["byte"][0]), end: number(&example["byte"][1]) })
    };
    let found: Vec<_> = all.iter().filter(|example| example["row"] == row).map(example).collect();
    assert!(!found.is_empty(), "no example of {row}");
    found
}

fn read(text: &[u8], date: Option<&str>) -> Report {
    let date = date.map(|date| Options::parse_date(date).unwrap());
    let options = Options { offsets: OffsetUnit::Bytes, date, tokens: true, ..Options::default() };
    rapporteur::read("seed.txt", text, &options).unwrap()
}

/// The expressions of time in a place.
fn times_in(report: &Report, place: &Range) -> Vec<Time> {
    let inside = |time: &&Time| place.start <= time.span.start && time.span.end <= place.end;
    report.times.iter().filter(inside).cloned().collect()
}

#[test]
fn a02_sentences_and_words_part_where_a_space_is_missing() {
    let examples = examples("A02");
    let [sentences, words, small] = &examples[..] else { return };

    let report = read(&sentences.0, None);
    let stop = sentences.1.start + sentences.0[sentences.1.start..].iter().position(|byte| *byte == b'.').unwrap() + 1;
    assert!(report.sentences.iter().any(|sentence| sentence.span.end == stop), "no sentence ends at the stop without a space");
    assert!(report.sentences.iter().any(|sentence| sentence.span.start == stop), "no sentence starts behind it");

    let comma = words.1.start + words.0[words.1.start..].iter().position(|byte| *byte == b',').unwrap();
    let tokens = report.tokens.as_ref().unwrap();
    assert!(tokens.iter().any(|token| token.span == Range { start: comma, end: comma + 1 }), "the comma is glued to a word");

    assert!(report.sentences.iter().any(|sentence| sentence.span.start == small.1.start), "a small letter opens no sentence");
}

#[test]
fn g01_dates_stay_as_far_open_as_the_text_leaves_them() {
    for ((text, place), value) in examples("G01").into_iter().zip(["XXXX-01-04", "2008", "2014"]) {
        let times = times_in(&read(&text, None), &place);
        assert_eq!(times.iter().map(|time| time.value.as_str()).collect::<Vec<_>>(), [value]);
        assert_eq!(times[0].resolved, !value.contains('X'));
        assert_eq!(times[0].reason.is_some(), value.contains('X'));
    }
}

#[test]
fn g02_relative_dates_are_counted_from_the_day_given_and_from_no_other() {
    for (text, place) in examples("G02") {
        for time in times_in(&read(&text, None), &place) {
            assert!(!time.resolved && time.reason.is_some(), "{time:?}");
        }
    }
    let counted: Vec<_> = examples("G02").iter().flat_map(|(text, place)| times_in(&read(text, Some("2022-02-01")), place)).collect();
    let values: Vec<_> = counted.iter().map(|time| (time.value.as_str(), time.modifier)).collect();
    if !values.is_empty() {
        assert_eq!(values, [("2022-01-31", None), ("2022-02-01", None), ("2022-W05", None), ("2022-02", Some("END"))]);
    }
}
