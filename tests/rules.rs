//! Holds the list of rules in `data/statement/rules.csv` against the cases of the behaviour suites: each rule fires in its suite, and no
//! statement there names a rule that the list lacks.
#![allow(clippy::unwrap_used)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use rapporteur::{
    Learned, Options,
    statement::Weights,
    syntax::{Model, RoleModel},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The rules that fire in the inputs of a suite: the first fenced block of each case.
fn fired(suite: &str) -> BTreeSet<&'static str> {
    let markdown = fs::read_to_string(root().join("tests/suite").join(format!("{suite}.md"))).unwrap();
    let inputs =
        markdown.split("\n## ").skip(1).filter_map(|case| case.split("````text").nth(1)?.split_once('\n')?.1.split("\n````").next());
    let learned = |statements: Option<&'static Weights>| Learned {
        grammar: Model::embedded(),
        roles: statements.and(RoleModel::embedded()),
        statements,
    };
    // The rules of words by themselves, and in the suite of the weights what those choose.
    let weights = Weights::embedded().filter(|_| suite == "choices");
    let read = |input: &str| rapporteur::read_by("case.txt", input.as_bytes(), &Options::default(), learned(weights)).unwrap();
    inputs.flat_map(|input| read(input).statements).map(|statement| statement.rule).collect()
}

#[test]
fn every_rule_fires_in_its_suite() {
    let mut table = csv::ReaderBuilder::new().comment(Some(b'#')).from_path(root().join("data/statement/rules.csv")).unwrap();
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.unwrap()).collect();
    let mut suites: BTreeMap<&str, BTreeSet<&'static str>> = BTreeMap::new();
    for row in &rows {
        let found = suites.entry(&row[1]).or_insert_with(|| fired(&row[1]));
        assert!(found.contains(&row[0]), "no case of tests/suite/{}.md shows `{}`", &row[1], &row[0]);
    }
    let known: BTreeSet<&str> = rows.iter().map(|row| &row[0]).collect();
    for rule in suites.values().flatten() {
        assert!(known.contains(rule), "data/statement/rules.csv does not list `{rule}`");
    }
}
