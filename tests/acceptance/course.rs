//! Rows D11, D12, E05, G03 to G05 and H05: the course of events, what things are called, quantities, and where a text does not agree with itself.

use rapporteur::report::{Range, Term, TimelineRow};

use super::{Example, Seed, Seeds, seeds};

fn words<'a>(seed: &'a Seed, range: &Range) -> &'a str {
    &seed.text[range.start..range.end]
}

fn touches(range: &Range, example: &Example) -> bool {
    range.start < example.end && example.start < range.end
}

fn term<'a>(seeds: &'a Seeds, seed: usize, wording: &str) -> &'a Term {
    seeds.seeds[seed].report.audit.terms.iter().find(|term| term.wording == wording).unwrap_or_else(|| panic!("{wording} in {seed}"))
}

/// D11: the table of terms: which wording each text has for the war, how often, and in whose voice.
#[test]
fn terms() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.examples("D11");
    let expected = [("military operation", "acting"), ("invasion", "affected"), ("invasion", "affected")];
    for (example, (wording, slant)) in examples.iter().zip(expected) {
        let term = term(&seeds, example.seed, wording);
        assert_eq!((term.of, term.slant), ("war", slant));
        let used = term.uses.iter().find(|used| touches(&used.span, example)).unwrap();
        assert_eq!(used.voice, "author", "{wording} is in the article's own voice");
    }
    // The Kremlin's wording stands in the first text and in no other; the others say invasion, the last one aggression too.
    for seed in [2, 4] {
        assert!(!seeds.seeds[seed].report.audit.terms.iter().any(|term| term.wording == "military operation"));
    }
    assert!(!seeds.seeds[0].report.audit.terms.iter().any(|term| term.wording == "invasion"));
    let potential = term(&seeds, 2, "invasion");
    assert_eq!(
        potential.uses.iter().filter_map(|used| used.qualifier.as_ref()).map(|range| words(&seeds.seeds[2], range)).collect::<Vec<_>>(),
        ["potential", "imminent"]
    );
    let aggression = term(&seeds, 4, "aggression");
    let in_text = seeds.seeds[4].text.to_lowercase().matches("aggression").count();
    assert_eq!(aggression.uses.len(), in_text);
    assert!(aggression.uses.iter().any(|used| used.voice == "reported" && used.by == ["UKR"]));
}

/// D12: the same remarks at upcoming and at recent discussions; a dialogue that the text does not know.
#[test]
fn inconsistencies() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.examples("D12");
    let found = &seeds.seeds[4].report.inconsistencies;
    let times = found.iter().find(|found| found.kind == "event_time").unwrap();
    assert!(touches(&times.spans[0], examples[0]) && touches(&times.spans[1], examples[1]));
    let unsupported = found.iter().find(|found| found.kind == "unsupported").unwrap();
    assert!(touches(&unsupported.spans[0], examples[2]));
    assert_eq!(found.len(), 2);
    for seed in 0..4 {
        assert!(seeds.seeds[seed].report.inconsistencies.is_empty(), "{seed}");
    }
}

/// E05: how many of what, whose, where, and how exactly it is meant.
#[test]
fn quantities() {
    let Some(seeds) = seeds() else { return };
    let example = seeds.examples("E05")[0];
    let seed = &seeds.seeds[example.seed];
    let found: Vec<_> = seed.report.audit.quantities.iter().filter(|found| touches(&found.span, example)).collect();
    let [found] = found[..] else { panic!("one quantity") };
    let optional = |range: &Option<Range>| range.as_ref().map_or("", |range| words(seed, range));
    assert_eq!((found.value.as_deref(), found.bound, optional(&found.unit)), (Some("100000"), "approx", "troops"));
    assert_eq!((found.owner.as_slice(), found.place_code.as_deref()), (["RUS".to_owned()].as_slice(), Some("UKR")));
    assert_eq!(optional(&found.place), "Ukraine’s border");
    assert_eq!(found.statement, None, "the author counts them, not the diplomat");
}

fn row<'a>(seeds: &'a Seeds, example: &Example, lane: &str) -> &'a TimelineRow {
    let rows = &seeds.seeds[example.seed].report.timeline;
    rows.iter().find(|row| row.lane == lane && touches(&row.span, example)).unwrap_or_else(|| panic!("a row in lane {lane}"))
}

/// G03: a timeline with what is dated, periods, what is to come, and what has no date.
#[test]
fn timeline() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.examples("G03");
    let undated = row(&seeds, examples[0], "undated");
    assert_eq!((undated.value.as_deref(), undated.rule), (None, "no_date"));
    assert_eq!(row(&seeds, examples[1], "period").value.as_deref(), Some("1947/1991"));
    assert_eq!(row(&seeds, examples[2], "period").first.as_deref(), Some("1991-01-01"));
    // Cold War, the promise of 2008, Crimea 2014, over the files by their first days.
    let all = seeds.seeds.iter().flat_map(|seed| seed.report.timeline.iter().map(move |row| (seed, row)));
    let mut dated: Vec<(&str, &str)> = all.filter_map(|(seed, row)| Some((row.first.as_deref()?, words(seed, &row.span)))).collect();
    dated.sort_unstable();
    let place = |start: &str| dated.iter().position(|(_, words)| words.contains(start)).unwrap_or_else(|| panic!("{start}"));
    assert!(place("The Cold War marked") < place("The Post-Cold War Era"));
    assert!(place("The Post-Cold War Era") < place("NATO promised"));
    assert!(place("NATO promised") < place("annexation of Crimea"));
    // Days of no known year are dated and have no place on the calendar until somebody says the year.
    let first = &seeds.seeds[0];
    let values: Vec<_> =
        first.report.timeline.iter().filter(|row| row.lane == "dated").map(|row| (row.value.as_deref(), row.first.as_deref())).collect();
    assert_eq!(values, [(Some("XXXX-01-04"), None), (Some("XXXX-02"), None)]);
    let call =
        seeds.seeds[2].report.timeline.iter().find(|row| words(&seeds.seeds[2], &row.span).starts_with("talk over the phone")).unwrap();
    assert_eq!(call.lane, "future");
}

/// G04: the section on history is background, and its events are no news.
#[test]
fn background() {
    let Some(seeds) = seeds() else { return };
    let example = seeds.examples("G04")[0];
    let seed = &seeds.seeds[3];
    let found: Vec<_> = seed.report.background.iter().collect();
    let [found] = found[..] else { panic!("one section") };
    assert!(touches(&found.span, example));
    assert!(words(seed, &found.span).starts_with("Understanding the historical context"));
    assert!(!words(seed, &found.span).contains("Key players in the peace talks"));
    assert!(seed.report.timeline.iter().filter(|row| row.lane != "future").all(|row| row.background));
    let crimea = seed.report.timeline.iter().find(|row| row.value.as_deref() == Some("2014")).unwrap();
    assert!(crimea.background);
    // The digest says so itself; what stands before the label is news.
    let digest = &seeds.seeds[2].report;
    assert!(digest.timeline.iter().any(|row| row.background) && digest.timeline.iter().any(|row| !row.background));
}

/// G05: before the time of the text, and going on.
#[test]
fn sequence() {
    let Some(seeds) = seeds() else { return };
    let expected = [("before", "previously"), ("ongoing", "continues to")];
    for (example, (order, cue)) in seeds.examples("G05").into_iter().zip(expected) {
        let seed = &seeds.seeds[example.seed];
        let found: Vec<_> = seed.report.sequence.iter().filter(|found| touches(&found.span, example)).collect();
        let [found] = found[..] else { panic!("{cue}: {}", found.len()) };
        assert_eq!((found.order, words(seed, &found.span), found.anchor.as_ref()), (order, cue, None));
    }
}

/// H05: a report that is awaited, what it waits for, and that it is watched.
#[test]
fn deliverables() {
    let Some(seeds) = seeds() else { return };
    let example = seeds.examples("H05")[0];
    let seed = &seeds.seeds[0];
    let found: Vec<_> = seed.report.scheduled.iter().filter(|found| touches(&found.what, example)).collect();
    let [found] = found[..] else { panic!("one deliverable") };
    assert_eq!((words(seed, &found.what), found.kind), ("a formal report on the matter", "deliverable"));
    let awaits = words(seed, found.awaits.as_ref().unwrap());
    assert!(awaits.starts_with("upon the Secretary-General") && awaits.ends_with("return to New York"), "{awaits}");
    assert_eq!(words(seed, found.watched.as_ref().unwrap()), "the timing of reports to the UN leadership");
}
