//! The phase itself: sentence by sentence, with the date named last carried on.

use chrono::NaiveDate;

use super::{
    expression::TimeExpression,
    grammar,
    piece::{Entries, Pieces},
    resolve::{Context, resolve},
    tense::tense,
};
use crate::{ingest::Document, syntax::Syntax};

/// Finds the expressions of time of a document; relative ones are counted from `anchor`, never from a clock.
pub fn find(document: &Document, syntax: &Syntax, anchor: Option<NaiveDate>) -> Vec<TimeExpression> {
    let mut context = Context::new(anchor);
    let mut expressions = Vec::new();
    let mut entries = Entries::default();
    for sentence in &syntax.sentences {
        let pieces = Pieces::new(document.text(), sentence.span, &mut entries);
        find_in(&pieces, &mut context, &mut expressions);
    }
    expressions
}

/// Finds the expressions of time of a sentence.
// A function of its own, see `OffsetMap::stride`.
#[inline(never)]
fn find_in(pieces: &Pieces<'_>, context: &mut Context, expressions: &mut Vec<TimeExpression>) {
    for found in grammar::scan(pieces) {
        let value = resolve(&found, tense(pieces, found.first, found.end), context);
        expressions.push(TimeExpression {
            span: pieces.span(found.first, found.end),
            kind: found.kind,
            value: value.value,
            modifier: found.modifier,
            resolved: value.reason.is_none(),
            reason: value.reason,
            days: value.days,
            rule: found.rule,
        });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Options, ingest, syntax};

    fn found(text: &str, anchor: Option<&str>) -> Vec<TimeExpression> {
        let document = ingest::ingest("case.txt", text.as_bytes(), &Options::default()).unwrap();
        let anchor = anchor.map(|date| date.parse().unwrap());
        find(&document, &syntax::parse(&document), anchor)
    }

    /// The rule and the value of the only expression.
    fn check(text: &str, rule: &str, value: &str) {
        let found: Vec<_> = found(text, Some("2022-02-01")).into_iter().map(|time| (time.rule, time.value)).collect();
        assert_eq!(found, [(rule, value.to_owned())], "{text}");
    }

    #[test]
    fn every_finding_names_its_rule() {
        check("It was signed on 4 January 2022.", "day_month_year", "2022-01-04");
        check("It ends on Monday, 7 March 2022.", "day_month_year", "2022-03-07");
        check("They left two days ago.", "counted", "2022-01-30");
        check("They meet every Monday.", "every", "XXXX-WXX-1");
        check("They talked for three days.", "length", "P3D");
    }

    #[test]
    fn a_place_on_the_calendar_has_days() {
        let days = |text| found(text, Some("2022-02-01"))[0].days.map(|(first, last)| format!("{first}/{last}"));
        assert_eq!(days("They talk this week.").as_deref(), Some("2022-01-31/2022-02-06"));
        assert_eq!(days("They met on 04/01/2022."), None);
        assert_eq!(days("They may meet soon."), None);
    }

    #[test]
    fn hostile_texts_are_read_to_the_end() {
        for part in ["1/", "the ", "1,000,", "early the ", "10:30:", "2014-", "two hundred ", "'", "Monday, ", "January 3 to "] {
            found(&part.repeat(5_000), Some("2022-02-01"));
        }
        found(&"9".repeat(100_000), None);
    }

    /// Words that the grammar looks at, so that chance meets its rules.
    fn words() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "the",
            "a",
            "early",
            "last",
            "next",
            "Monday",
            "January",
            "Jan",
            ".",
            ",",
            "-",
            "/",
            ":",
            "4",
            "31",
            "04",
            "1990",
            "2022",
            "99999999999",
            "s",
            "'",
            "of",
            "to",
            "and",
            "two",
            "hundred",
            "twenty",
            "third",
            "quarter",
            "year",
            "years",
            "ago",
            "later",
            "half",
            "morning",
            "noon",
            "a.m.",
            "GMT",
            "every",
            "other",
            "Easter",
            "May",
            "fiscal",
            "Q1",
            "century",
            "é",
            "🕊",
            "week",
            "end",
            "more",
            "than",
            "\n",
        ]);
        prop::collection::vec((word, prop::bool::ANY), 0..24)
            .prop_map(|words| words.into_iter().map(|(word, space)| format!("{word}{}", if space { " " } else { "" })).collect())
    }

    proptest! {
        #[test]
        fn any_words_give_ordered_expressions_within_the_text(text in words(), dated in prop::bool::ANY) {
            let document = ingest::ingest("case.txt", text.as_bytes(), &Options::default()).unwrap();
            let times = find(&document, &syntax::parse(&document), dated.then(|| "2022-02-01".parse().unwrap()));
            let mut last = 0;
            for time in times {
                prop_assert!(time.span.start >= last && !time.span.of(document.text()).is_empty());
                prop_assert_eq!(time.resolved, time.reason.is_none());
                last = time.span.end;
            }
        }
    }
}
