//! Holds the list of rules in `data/audit/rules.csv` against the cases of the behaviour suite: each rule fires there, as the kind of finding
//! that the list says, and no finding names a rule that the list lacks.
#![allow(clippy::unwrap_used)]

use std::{collections::BTreeSet, fs, path::Path};

use rapporteur::{Learned, Options, report::Report};

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

/// Without a language model words decide: an auxiliary before a participle, "by" behind it, the first plural behind a number.
#[test]
fn without_a_grammar_words_decide() {
    let read =
        |text: &str| -> Report { rapporteur::read_by("case.txt", text.as_bytes(), &Options::default(), Learned::default()).unwrap() };
    let found = |text: &str| -> Vec<(&str, String)> {
        let words = |range: &rapporteur::report::Range| text.chars().skip(range.start).take(range.end - range.start).collect();
        read(text).audit.findings.iter().map(|finding| (finding.rule, words(&finding.span))).collect()
    };
    assert_eq!(found("The plan is often criticised."), [("agentless_passive", "is often criticised".to_owned())]);
    assert_eq!(found("It is believed that the talks failed."), [("agentless_impersonal", "is believed that".to_owned())]);
    assert_eq!(found("The plan was criticised by the unions. The minister said the road was closed."), []);
    assert_eq!(found("Both sides engage in propaganda."), [("propaganda_subject", "propaganda".to_owned())]);
    assert_eq!(found("Propaganda spread by Norway was everywhere."), [("propaganda_by", "Propaganda".to_owned())]);
    let claims = read("Some 40 fishing boats were lost. The office is in room 40 of the hall.").audit.claims;
    let reasons: Vec<_> =
        claims.iter().flat_map(|claim| &claim.reasons).map(|reason| (reason.kind, reason.span.start, reason.span.end)).collect();
    assert_eq!(reasons, [("quantity", 0, 21)]);
}
