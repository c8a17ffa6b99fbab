//! Holds the lists of rules in `data/statement/rules.csv`, `data/position/rules.csv` and `data/brief/rules.csv` against the cases of the behaviour suites: each rule
//! fires in its suite, and no record there names a rule that the list lacks.
#![allow(clippy::unwrap_used)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use rapporteur::{
    Learned, Options,
    report::Report,
    statement::Weights,
    syntax::{Model, RoleModel},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The rules that fire in the inputs of a suite, the first fenced block of each case, with these weights; `rules` takes those of a report.
fn fired(suite: &str, weights: Option<&'static Weights>, rules: fn(Report) -> Vec<&'static str>) -> BTreeSet<&'static str> {
    let markdown = fs::read_to_string(root().join("tests/suite").join(format!("{suite}.md"))).unwrap();
    let inputs =
        markdown.split("\n## ").skip(1).filter_map(|case| case.split("````text").nth(1)?.split_once('\n')?.1.split("\n````").next());
    let learned = |statements: Option<&'static Weights>| Learned {
        grammar: Model::embedded(),
        roles: statements.and(RoleModel::embedded()),
        statements,
    };
    let read = |input: &str| rapporteur::read_by("case.txt", input.as_bytes(), &Options::default(), learned(weights)).unwrap();
    inputs.flat_map(|input| rules(read(input))).collect()
}

/// Holds a list against its suites: each rule fires in its own, and, where the suites show nothing else, what fires is in the list.
fn check(list: &str, fired: impl Fn(&str) -> BTreeSet<&'static str>) {
    let mut table = csv::ReaderBuilder::new().comment(Some(b'#')).from_path(root().join(list)).unwrap();
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.unwrap()).collect();
    let mut suites: BTreeMap<&str, BTreeSet<&'static str>> = BTreeMap::new();
    for row in &rows {
        let found = suites.entry(&row[1]).or_insert_with(|| fired(&row[1]));
        assert!(found.contains(&row[0]), "no case of tests/suite/{}.md shows `{}`", &row[1], &row[0]);
    }
    let known: BTreeSet<&str> = rows.iter().map(|row| &row[0]).collect();
    for rule in suites.values().flatten() {
        assert!(known.contains(rule), "{list} does not list `{rule}`");
    }
}

#[test]
fn every_rule_of_statements_fires_in_its_suite() {
    check("data/statement/rules.csv", |suite| {
        // The rules of words by themselves, and in the suite of the weights what those choose.
        let weights = Weights::embedded().filter(|_| suite == "choices");
        fired(suite, weights, |report| report.statements.iter().map(|statement| statement.rule).collect())
    });
}

#[test]
fn every_rule_of_positions_fires_in_its_suite() {
    check("data/position/rules.csv", |suite| match suite {
        "position_points" => fired(suite, Weights::embedded(), |report| report.points.iter().map(|point| point.rule).collect()),
        "position_comparisons" => {
            fired(suite, Weights::embedded(), |report| report.comparisons.iter().map(|comparison| comparison.rule).collect())
        }
        "position_course" => fired(suite, Weights::embedded(), |report| {
            let timeline = report.timeline.iter().map(|row| row.rule);
            let sequence = report.sequence.iter().map(|found| found.rule);
            let background = report.background.iter().map(|found| found.rule);
            let inconsistencies = report.inconsistencies.iter().map(|found| found.rule);
            timeline.chain(sequence).chain(background).chain(inconsistencies).collect()
        }),
        _ => fired(suite, Weights::embedded(), |report| {
            let positions = report.positions.iter().map(|position| position.rule);
            let conditions = report.conditions.iter().map(|condition| condition.rule);
            let commitments = report.commitments.iter().map(|commitment| commitment.rule);
            let scheduled = report.scheduled.iter().map(|scheduled| scheduled.rule);
            positions.chain(conditions).chain(commitments).chain(scheduled).collect()
        }),
    });
}

#[test]
fn every_rule_of_briefs_fires_in_its_suite() {
    check("data/brief/rules.csv", |suite| {
        fired(suite, Weights::embedded(), |report| {
            let lines = report.summary.iter().map(|line| line.rule);
            let takeaways = report.takeaways.iter().map(|takeaway| takeaway.rule);
            lines.chain(takeaways).chain(report.headline_question.iter().filter_map(|asked| asked.rule)).collect()
        })
    });
}
