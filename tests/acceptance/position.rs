//! Rows D01 to D10 and D14, E04, H01 to H04, H06, K04, K06, K08, K09, K11 and K12: where the parties stand, and what else a mediator keeps.

use rapporteur::report::{Comparison, Condition, Point, Position, Range};

use super::{Example, Seed, Seeds, seeds};

fn words<'a>(seed: &'a Seed, range: &Range) -> &'a str {
    &seed.text[range.start..range.end]
}

fn touches(range: &Range, example: &Example) -> bool {
    range.start < example.end && example.start < range.end
}

/// The positions whose evidence touches an example.
fn positions<'a>(seeds: &'a Seeds, example: &Example) -> Vec<&'a Position> {
    let all = seeds.seeds[example.seed].report.positions.iter();
    all.filter(|position| touches(&position.evidence, example)).collect()
}

/// Their holders, issues and stances.
fn stands(positions: &[&Position]) -> Vec<String> {
    let mut found: Vec<String> =
        positions.iter().map(|position| format!("{} {} {}", position.holder, position.issue, position.stance)).collect();
    found.sort();
    found
}

/// The points of a kind that touch an example, each as its words.
fn points<'a>(seeds: &'a Seeds, example: &Example, kind: &str) -> Vec<(&'a str, &'a Point)> {
    let seed = &seeds.seeds[example.seed];
    let all = seed.report.points.iter().filter(|point| point.kind == kind && touches(&point.span, example));
    all.map(|point| (words(seed, &point.span), point)).collect()
}

fn shown<'a>(points: &[(&'a str, &'a Point)]) -> Vec<&'a str> {
    points.iter().map(|(words, _)| *words).collect()
}

fn optional<'a>(seeds: &'a Seeds, example: &Example, range: Option<&Range>) -> &'a str {
    range.map_or("", |range| words(&seeds.seeds[example.seed], range))
}

/// D01: the matrix of parties by issues, each cell with what shows it.
#[test]
fn matrix() {
    let Some(seeds) = seeds() else { return };
    let cell = |seed: usize, party: &str, issue: &str| {
        let cells = &seeds.seeds[seed].report.matrix;
        cells.iter().find(|cell| cell.party == party && cell.issue == issue).map(|cell| (cell.stances.clone(), cell.conditional))
    };
    assert_eq!(cell(2, "RUS", "military").map(|cell| cell.0.contains(&"demand")), Some(true));
    assert_eq!(cell(2, "USA", "military").map(|cell| cell.0.contains(&"oppose")), Some(true));
    assert_eq!(cell(2, "NATO", "military").map(|cell| cell.0), Some(vec!["oppose"]));
    assert_eq!(cell(0, "UN", "talks").map(|cell| (cell.0.contains(&"offer"), cell.1)), Some((true, true)));
    // Those who push mediation "pursue their own political gains": Russia is sceptical of it.
    assert_eq!(cell(0, "RUS", "talks").map(|cell| cell.0), Some(vec!["oppose"]));
    for example in seeds.examples("D01") {
        let cells = &seeds.seeds[example.seed].report.matrix;
        assert!(cells.iter().any(|cell| cell.evidence.iter().any(|range| touches(range, example))));
    }
}

/// D02: the four conditions of the first seed, each with what depends on it.
#[test]
fn conditions() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.examples("D02");
    let expected = ["facilitating talks", "help mediate", "leaving room for diplomacy", "progress depends on"];
    for (example, depends) in examples.iter().zip(expected) {
        let seed = &seeds.seeds[example.seed];
        let inside = |condition: &&Condition| touches(&condition.span, example);
        let found: Vec<_> = seed.report.conditions.iter().filter(inside).collect();
        assert_eq!(found.len(), 1, "{depends}");
        assert!(words(seed, &found[0].depends).contains(depends), "{}", words(seed, &found[0].depends));
    }
    let attached: Vec<_> = seeds.seeds[0].report.positions.iter().filter(|p| p.holder == "UN" && !p.conditions.is_empty()).collect();
    assert_eq!(attached.len(), 2, "both offers of the UN are conditional");
}

/// D03: demands.
#[test]
fn demands() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.examples("D03");
    assert!(stands(&positions(&seeds, examples[0])).contains(&"RUS order demand".to_owned()));
    assert_eq!(stands(&positions(&seeds, examples[1])), ["RUS alliance demand"]);
    let arrangement = positions(&seeds, examples[0]).into_iter().find(|position| position.issue == "order").unwrap();
    assert!(words(&seeds.seeds[2], &arrangement.evidence).contains("Russia's sway"));
}

/// D04: refusals and red lines; how firmly.
#[test]
fn refusals() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.examples("D04");
    let refused = positions(&seeds, examples[0]);
    for party in ["USA", "NATO"] {
        let own: Vec<_> = refused.iter().filter(|position| position.holder == party).collect();
        assert!(own.iter().any(|position| position.stance == "oppose" && position.strength == Some("firm")), "{party}");
        assert!(own.iter().any(|position| position.issue == "order" && position.stance == "support"), "{party} has a principle");
    }
    let bound = positions(&seeds, examples[1]);
    assert!(bound.iter().any(|p| p.holder == "RUS" && p.issue == "leadership" && p.stance == "demand" && p.strength == Some("firm")));
}

/// D05: openness to talks, and with whom.
#[test]
fn offers() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.examples("D05");
    let russia = positions(&seeds, examples[0]);
    assert_eq!(stands(&russia), ["RUS talks offer"]);
    assert!(words(&seeds.seeds[1], &russia[0].conditions[0]).starts_with("that seeks to end"));
    assert_eq!(stands(&positions(&seeds, examples[1])), ["UN talks offer"]);
}

/// D06: objectives stated by their holder, denied by him, and read into his acts by the author.
#[test]
fn objectives() {
    let Some(seeds) = seeds() else { return };
    let expected: [&[(&str, &str)]; 3] = [
        &[("stated", "demilitarizing Ukraine"), ("stated", "reshaping its governance")],
        &[("negated", "preserving a particular set of leaders"), ("stated", "ensuring stability and mutual recognition")],
        &[("ascribed", "remake Europe’s security architecture")],
    ];
    for (example, expected) in seeds.examples("D06").into_iter().zip(expected) {
        let found = points(&seeds, example, "objective");
        assert_eq!(found.len(), expected.len(), "{:?}", shown(&found));
        for ((words, point), (status, start)) in found.iter().zip(expected) {
            assert!(words.starts_with(start), "{words}");
            assert_eq!((point.status, point.by.as_slice()), (Some(*status), ["RUS".to_owned()].as_slice()));
        }
    }
}

fn comparisons<'a>(seeds: &'a Seeds, example: &Example, kind: &str) -> Vec<&'a Comparison> {
    let all = seeds.seeds[example.seed].report.comparisons.iter().filter(|found| found.kind == kind);
    all.filter(|found| found.evidence.iter().any(|range| touches(range, example))).collect()
}

/// D07: what one asks for and the other leaves open is a candidate, with what both said.
#[test]
fn overlaps() {
    let Some(seeds) = seeds() else { return };
    for example in seeds.examples("D07") {
        let found = comparisons(&seeds, example, "overlap");
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].parties.join(" ").as_str(), found[0].issue), ("RUS USA", Some("alliance")));
        assert_eq!(found[0].evidence.len(), 2);
    }
}

/// D08: what credible mediation needs, and who says so.
#[test]
fn requirements() {
    let Some(seeds) = seeds() else { return };
    let expected: [&[&str]; 2] = [
        &["verifiable ceasefires", "guaranteed humanitarian access", "protections for civilians"],
        &["robust", "credible", "real consequences"],
    ];
    let by = ["North American policy analysts", "Analysts"];
    for ((example, expected), by) in seeds.examples("D08").into_iter().zip(expected).zip(by) {
        let found = points(&seeds, example, "requirement");
        assert_eq!(shown(&found), expected);
        for (words, point) in found {
            assert_eq!(optional(&seeds, example, point.by_words.as_ref()), by, "{words}");
            assert!(optional(&seeds, example, point.of.as_ref()).contains("mediation effort"), "{words}");
            assert!(point.offered_by.is_empty(), "no party offers it in this text");
        }
    }
}

/// D09: lists of issues, brought under the same labels.
#[test]
fn issues() {
    let Some(seeds) = seeds() else { return };
    let labels =
        |example: &Example| -> Vec<&str> { points(&seeds, example, "issue").into_iter().filter_map(|(_, point)| point.issue).collect() };
    let examples = seeds.examples("D09");
    assert_eq!(labels(examples[0]), ["security_guarantees", "territory", "order"]);
    let second = labels(examples[1]);
    assert_eq!(second, ["security_guarantees", "order", "security_guarantees"], "\"long term guarantees\" as \"long-term\" ones");
    // Over both texts they are three issues.
    let mut merged: Vec<&str> = labels(examples[0]).into_iter().chain(second).collect();
    merged.sort_unstable();
    merged.dedup();
    assert_eq!(merged, ["order", "security_guarantees", "territory"]);
}

/// D10: who stands against whom, in so many words and by what they accuse each other of.
#[test]
fn contrasts() {
    let Some(seeds) = seeds() else { return };
    let expected = [("UN RUS", None, "contrast_words"), ("RUS USA", Some("military"), "accusations")];
    for (example, (parties, issue, rule)) in seeds.examples("D10").into_iter().zip(expected) {
        let found = comparisons(&seeds, example, "contrast");
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].parties.join(" ").as_str(), found[0].issue, found[0].rule), (parties, issue, rule));
    }
}

/// D14: said again, and narrowed by what was added.
#[test]
fn repeated_and_narrowed() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.examples("D14");
    let open = positions(&seeds, examples[0]).into_iter().find(|position| position.stance == "offer").unwrap();
    assert_eq!((open.holder.as_str(), open.issue, open.repeated), ("RUS", "talks", true));
    assert!(open.conditions.iter().any(|range| words(&seeds.seeds[1], range).starts_with("any negotiations must")));
    assert_eq!(open.shift, Some("narrowed"));
    let before = &seeds.seeds[1].report.positions[open.earlier.unwrap()];
    assert_eq!((before.holder.as_str(), before.issue, before.stance), ("RUS", "talks", "offer"));
    assert!(before.evidence.start < open.evidence.start);
    assert_eq!(stands(&positions(&seeds, examples[1])), ["USA alliance undecided"]);
}

/// E04: what is announced, with who takes part, how, and when.
#[test]
fn scheduled() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.examples("E04");
    let at = |example: &Example| {
        let found: Vec<_> = seeds.seeds[example.seed].report.scheduled.iter().filter(|found| touches(&found.what, example)).collect();
        assert_eq!(found.len(), 1);
        found.into_iter().next().unwrap()
    };
    let call = at(examples[0]);
    assert_eq!(optional(&seeds, examples[0], call.when.as_ref()), "today");
    assert_eq!(call.who, ["USA", "RUS"], "who talks, not what it is about");
    assert_eq!((call.kind, call.mode, call.cameo, call.plover), ("event", Some("phone"), Some("036"), Some("AGREE")));
    let report = at(examples[1]);
    assert!(words(&seeds.seeds[0], &report.what).starts_with("a formal report"));
    assert_eq!(words(&seeds.seeds[0], &report.why), "expected");
    assert!(report.when.is_none() && report.awaits.is_some(), "due at an event, on no date");
}

/// H01: who promised what to whom.
#[test]
fn commitments() {
    let Some(seeds) = seeds() else { return };
    let example = seeds.examples("H01")[0];
    let found: Vec<_> = seeds.seeds[2].report.commitments.iter().filter(|found| touches(&found.what, example)).collect();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].by.as_deref(), found[0].to.as_deref(), found[0].status), (Some("NATO"), Some("UKR,GEO"), "made"));
    assert!(words(&seeds.seeds[2], &found[0].what).contains("could join the alliance"));
    assert_eq!(optional(&seeds, example, found[0].made.as_ref()), "2008");
    assert_eq!((found[0].when.is_none(), optional(&seeds, example, found[0].undated.as_ref())), (true, "no date was given"));
}

/// H02: means of verification, which are sought and not in place.
#[test]
fn verification() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.examples("H02");
    let first = points(&seeds, examples[0], "verification");
    assert_eq!(shown(&first), ["monitor adherence", "verify commitments", "safeguard civilian lives"]);
    assert!(first.iter().all(|(_, point)| optional(&seeds, examples[0], point.by_words.as_ref()) == "Governments"));
    let second = points(&seeds, examples[1], "verification");
    assert_eq!(shown(&second), ["clear verification mechanisms"]);
    assert!(first.iter().chain(&second).all(|(_, point)| point.status == Some("sought")));
}

/// H03: what a breach is to bring.
#[test]
fn consequences() {
    let Some(seeds) = seeds() else { return };
    let expected = [("real consequences", "if commitments are breached"), ("accountability", "when violations occur")];
    for (example, (consequence, breach)) in seeds.examples("H03").into_iter().zip(expected) {
        let found = points(&seeds, example, "consequence");
        assert_eq!(shown(&found), [consequence]);
        assert_eq!(optional(&seeds, example, found[0].1.of.as_ref()), breach);
    }
}

/// H04: a guarantee under discussion, and what future ones must do.
#[test]
fn guarantees() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.examples("H04");
    let found = points(&seeds, examples[0], "guarantee");
    assert_eq!(found.len(), 1);
    let (_, guarantee) = found[0];
    assert_eq!((guarantee.status, guarantee.to.as_slice()), (Some("discussed"), ["UKR".to_owned()].as_slice()));
    assert!(guarantee.by.contains(&"USA".to_owned()));
    let criteria = points(&seeds, examples[1], "requirement");
    let starts = ["align with international law", "protect civilians", "avoid creating paths"];
    assert_eq!(criteria.len(), starts.len(), "{:?}", shown(&criteria));
    assert!(criteria.iter().zip(starts).all(|((words, _), start)| words.starts_with(start)), "{:?}", shown(&criteria));
}

/// H06: what an agreement would hold, labelled, under its headings.
#[test]
fn agreement_content() {
    let Some(seeds) = seeds() else { return };
    let expected = [
        ("Frameworks for power-sharing arrangements", "leadership"),
        ("Commitments to human rights protections", "humanitarian"),
        ("the establishment of a ceasefire", "ceasefire"),
    ];
    for (example, expected) in seeds.examples("H06").into_iter().zip(expected) {
        let found = points(&seeds, example, "agreement_content");
        assert_eq!(found.iter().map(|(words, point)| (*words, point.issue.unwrap_or(""))).collect::<Vec<_>>(), [expected]);
    }
    let (seed, item) = (&seeds.seeds[3], seeds.examples("H06")[0]);
    let block = seed.report.blocks.iter().find(|block| touches(&block.span, item)).unwrap();
    let path: Vec<&str> = block.section.iter().map(|index| words(seed, &seed.report.blocks[*index].content)).collect();
    assert_eq!(path.last(), Some(&"Long-term Agreements"));
}

/// K08: what is to be talked about, as a list or a table has it.
#[test]
fn agenda() {
    let Some(seeds) = seeds() else { return };
    let seed = &seeds.seeds[4];
    let of = |lead: &str| -> Vec<&str> {
        let agenda = seed.report.points.iter().filter(|point| point.kind == "agenda");
        let own = agenda.filter(|point| point.of.as_ref().is_some_and(|of| words(seed, of) == lead));
        own.map(|point| words(seed, &point.span)).collect()
    };
    let items = of("The discussions");
    let starts = ["Assessment of Military Aid", "Impact on Global Security", "Incentives for Denouncement"];
    assert_eq!(items.len(), starts.len(), "{items:?}");
    assert!(items.iter().zip(starts).all(|(item, start)| item.starts_with(start)), "{items:?}");
    let rows = of("A framework for dialogue");
    assert_eq!(rows.len(), 4, "{rows:?}");
    assert!(rows[0].starts_with("United States"));
}

/// K04: what stands in the way, in all five groups.
#[test]
fn obstacles() {
    let Some(seeds) = seeds() else { return };
    let expected = ["the deep-rooted mistrust between the two nations", "Disputes over Crimea", "Economic sanctions"];
    for (example, expected) in seeds.examples("K04").into_iter().zip(expected) {
        assert_eq!(shown(&points(&seeds, example, "obstacle")), [expected]);
    }
    let seed = &seeds.seeds[3];
    let all: Vec<_> = seed.report.points.iter().filter(|point| point.kind == "obstacle").map(|point| words(seed, &point.span)).collect();
    for group in ["mistrust", "geopolitical conflicts", "Internal politics", "sanctions", "misinformation"] {
        assert!(all.iter().any(|words| words.contains(group)), "{group}");
    }
}

/// K06: who should do what, and how strongly it is put.
#[test]
fn recommendations() {
    let Some(seeds) = seeds() else { return };
    let expected = [("Sanction coordination", "could"), ("leverage forums", "should"), ("consider a strategy", "could")];
    for (example, (start, strength)) in seeds.examples("K06").into_iter().zip(expected) {
        let found = points(&seeds, example, "recommendation");
        let [(words, point)] = found[..] else { panic!("{start}: {:?}", shown(&found)) };
        assert!(words.starts_with(start), "{words}");
        assert_eq!((point.status, point.to.as_slice()), (Some(strength), ["UKR".to_owned()].as_slice()));
        if start.starts_with("Sanction") {
            assert!(point.about.contains(&"PRK".to_owned()), "{:?}", point.about);
        }
    }
    let bullets = seeds.seeds[4].report.points.iter().filter(|point| point.rule == "advice_list").count();
    assert_eq!(bullets, 3);
    let mut by_strength: Vec<_> =
        seeds.seeds[4].report.points.iter().filter(|point| point.kind == "recommendation").map(|point| point.status).collect();
    by_strength.sort_unstable();
    assert!(by_strength.contains(&Some("should")) && by_strength.contains(&Some("could")));
}

/// K09: what a process needs, stage by stage; the stages have no order.
#[test]
fn road_map() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.examples("K09");
    assert_eq!(shown(&points(&seeds, examples[0], "requirement")), ["steady, incremental steps"]);
    let needed = points(&seeds, examples[1], "requirement");
    assert_eq!(needed.len(), 3, "{:?}", shown(&needed));
    assert_eq!(shown(&needed)[..2], ["concessions", "guarantees"]);
    assert!(shown(&needed)[2].starts_with("a shared commitment"));
}

/// K11: what will be watched, and by whom.
#[test]
fn watch_list() {
    let Some(seeds) = seeds() else { return };
    let example = seeds.examples("K11")[0];
    let found = points(&seeds, example, "watch");
    let expected = ["The ongoing dialogue", "the timing of reports to the UN leadership", "the reactions from major powers"];
    assert_eq!(shown(&found), expected);
    assert!(found.iter().all(|(_, point)| optional(&seeds, example, point.by_words.as_ref()) == "policymakers and citizens"));
}

/// K12: who calls for people to be spared, and of whom.
#[test]
fn humanitarian_calls() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.examples("K12");
    let law = points(&seeds, examples[0], "humanitarian");
    assert_eq!(law.len(), 1);
    assert_eq!(law[0].1.by, ["CHN"]);
    assert_eq!(optional(&seeds, examples[0], law[0].1.of.as_ref()), "all sides");
    let harm = points(&seeds, examples[1], "humanitarian");
    assert_eq!(shown(&harm), ["reducing civilian harm"]);
    assert_eq!(optional(&seeds, examples[1], harm[0].1.by_words.as_ref()), "the international community");
}
