//! Holds the list of rules in `data/audit/rules.csv` against the cases of the behaviour suite: each rule fires there, as the kind of finding
//! that the list says, and no finding names a rule that the list lacks.
#![allow(clippy::unwrap_used)]

use std::{collections::BTreeSet, fs, path::Path};

use rapporteur::Options;

#[test]
fn every_rule_of_the_audit_fires_in_its_suite() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut table = csv::ReaderBuilder::new().comment(Some(b'#')).from_path(root.join("data/audit/rules.csv")).unwrap();
    let listed: BTreeSet<(String, String)> =
        table.records().map(|row| row.unwrap()).map(|row| (row[0].to_owned(), row[1].to_owned())).collect();
    let markdown = fs::read_to_string(root.join("tests/suite/audit.md")).unwrap();
    let inputs =
        markdown.split("\n## ").skip(1).filter_map(|case| case.split("````text").nth(1)?.split_once('\n')?.1.split("\n````").next());
    let read = |input: &str| rapporteur::read("case.txt", input.as_bytes(), &Options::default()).unwrap();
    let fired: BTreeSet<(String, String)> =
        inputs.flat_map(|input| read(input).audit.findings).map(|finding| (finding.rule.to_owned(), finding.kind.to_owned())).collect();
    assert_eq!(listed, fired);
}
