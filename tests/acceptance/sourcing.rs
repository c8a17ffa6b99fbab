//! J01 to J08 and A07: how well the seeds are sourced.
#![allow(clippy::panic)]

use rapporteur::{
    Options, export,
    report::{Finding, Party, Range},
};
use serde_json::Value;

use super::{Example, Seed, Seeds, seeds};

impl Seeds {
    /// The examples of a row: the seed, the bytes and the words of each.
    fn shown(&self, row: &str) -> Vec<(&Seed, Range, &str)> {
        let of = |example: &Example| {
            let seed = &self.seeds[example.seed];
            (seed, Range { start: example.start, end: example.end }, &seed.text[example.start..example.end])
        };
        let examples: Vec<_> = self.examples(row).into_iter().map(of).collect();
        assert!(!examples.is_empty(), "no example of {row}");
        examples
    }
}

impl Seed {
    fn words(&self, range: &Range) -> &str {
        &self.text[range.start..range.end]
    }

    fn findings(&self, kind: &str) -> Vec<&Finding> {
        self.report.audit.findings.iter().filter(|finding| finding.kind == kind).collect()
    }

    /// The findings of a kind inside a span.
    fn inside(&self, kind: &str, range: &Range) -> Vec<&Finding> {
        self.findings(kind).into_iter().filter(|finding| finding.span.start < range.end && range.start < finding.span.end).collect()
    }

    fn party(&self, code: &str) -> &Party {
        self.report.audit.parties.iter().find(|party| party.code == code).unwrap_or_else(|| panic!("no party {code}"))
    }

    /// The grade of the source of that name.
    fn grade(&self, name: &str) -> &str {
        let source = self.report.audit.sources.iter().find(|source| source.name.contains(name));
        source.unwrap_or_else(|| panic!("no source {name}")).grade
    }
}

/// J01: every source has its grade, in a table a file.
#[test]
fn sources_by_grade() {
    let Some(seeds) = seeds() else { return };
    let grades = [(1, "Lavrov", "named"), (1, "Zhang Jun", "named"), (0, "UN spokesperson", "role"), (0, "spokeswoman", "role")];
    for (seed, name, grade) in grades.into_iter().chain([
        (0, "North American policy analysts", "collective"),
        (1, "analysts", "collective"),
        (1, "observers", "collective"),
    ]) {
        assert_eq!(seeds.seeds[seed].grade(name), grade, "{name}");
    }
    // The words of every example belong to a statement of that grade, and the table counts every statement once.
    let expected = ["collective", "collective", "collective", "role"];
    for ((seed, range, words), grade) in seeds.shown("J01").into_iter().zip(expected) {
        let at = |source: &Option<Range>| source.as_ref().is_some_and(|source| range.start <= source.start && source.end <= range.end);
        let statement = seed.report.statements.iter().find(|statement| at(&statement.source));
        assert_eq!(statement.map(|statement| statement.grade), Some(grade), "{words}");
    }
    for seed in &seeds.seeds {
        let counted: usize = seed.report.audit.sources.iter().map(|source| source.statements).sum();
        assert_eq!(counted, seed.report.statements.len());
    }
}

/// J02: five of five citations of document 1 lead nowhere, each beside its paragraph.
#[test]
fn citations_that_lead_nowhere() {
    let Some(seeds) = seeds() else { return };
    let seed = &seeds.seeds[1];
    let found = seed.findings("untraceable_citation");
    assert_eq!(found.len(), 5);
    for finding in &found {
        assert_eq!((finding.category, finding.reason), ("placeholder", "no_title_date_link_or_number"));
        let block = &seed.report.blocks[finding.supports.unwrap()];
        assert_eq!(block.kind, "paragraph");
        assert!(block.span.end <= finding.span.start);
        let between = &seed.text[block.span.end..finding.span.start];
        assert!(between.trim().is_empty(), "it stands right behind its paragraph: {between}");
    }
    for (seed, range, words) in seeds.shown("J02") {
        assert!(seed.inside("untraceable_citation", &range).iter().any(|finding| finding.span == range), "{words}");
    }
    for other in [0, 2, 3, 4] {
        assert_eq!(seeds.seeds[other].findings("untraceable_citation").len(), 0);
    }
}

/// J03: who is heard and who is only spoken of, in statements and in words.
#[test]
fn share_of_voice() {
    let Some(seeds) = seeds() else { return };
    // Document 3: nobody is named, nobody is quoted, one fact has a date.
    let explainer = &seeds.seeds[3].report;
    assert_eq!((explainer.sourcing.grades.named, explainer.sourcing.quoted_statements), (0, 0));
    assert!(explainer.audit.sources.iter().all(|source| source.grade != "named"));
    let dated = explainer.audit.claims.iter().flat_map(|claim| &claim.reasons).filter(|reason| reason.kind == "dated");
    let dated: Vec<&str> = dated.map(|reason| seeds.seeds[3].words(&reason.span)).collect();
    assert_eq!(dated, ["2014"]);
    assert!(explainer.audit.shares.author > 9 * explainer.audit.shares.attributed, "nearly all is the author's voice");
    // Document 0: the UN and the Russian ministry speak, Ukraine does not.
    let seed = &seeds.seeds[0];
    assert!(seed.party("UN").statements > 0 && seed.party("RUS").statements > 0);
    let silent = seed.party("UKR");
    assert!(silent.never_heard && silent.statements == 0 && silent.words == 0 && silent.mentions >= 3);
    // In all five there is one direct quotation.
    let direct = seeds.seeds.iter().flat_map(|seed| &seed.report.statements).filter(|statement| statement.mode == "direct");
    assert_eq!(direct.count(), 1);
    for seed in &seeds.seeds {
        let shares = &seed.report.audit.shares;
        assert_eq!(shares.words, seed.report.document.words);
        assert_eq!(shares.attributed + shares.author + shares.grades.none, shares.words);
    }
}

/// J04: passives with nobody who says or thinks.
#[test]
fn nobody_says_it() {
    let Some(seeds) = seeds() else { return };
    let expected = ["is often highlighted", "are often seen as"];
    for ((seed, range, words), expected) in seeds.shown("J04").into_iter().zip(expected) {
        let found: Vec<_> =
            seed.inside("agentless", &range).into_iter().map(|finding| (seed.words(&finding.span), finding.reason)).collect();
        assert_eq!(found, [(expected, "no_agent")], "{words}");
        assert!(seed.inside("agentless", &range).iter().all(|finding| finding.statement.is_none()));
    }
}

/// J05: wording that judges or heightens, with its category; no other wording is offered.
#[test]
fn loaded_wording() {
    let Some(seeds) = seeds() else { return };
    let expected = [
        vec![("critically important", "intensifier"), ("geopolitical chessboard", "game_metaphor")],
        vec![("impassioned", "drama"), ("war of words", "war_metaphor")],
    ];
    for ((seed, range, words), expected) in seeds.shown("J05").into_iter().zip(expected) {
        let found: Vec<_> =
            seed.inside("loaded_wording", &range).into_iter().map(|finding| (seed.words(&finding.span), finding.category)).collect();
        assert_eq!(found, expected, "{words}");
        assert!(seed.findings("loaded_wording").iter().all(|finding| finding.usual.is_none()));
    }
}

/// J06: both nations are accused, in the author's voice, without a source.
#[test]
fn claims_about_propaganda() {
    let Some(seeds) = seeds() else { return };
    for (seed, range, words) in seeds.shown("J06") {
        let found = seed.inside("propaganda_claim", &range);
        assert_eq!(found.len(), 1, "{words}");
        let finding = found[0];
        assert_eq!((seed.words(&finding.span), finding.reason, &finding.statement), ("misinformation and propaganda", "no_source", &None));
        let name = |id: &Option<String>| {
            let actor = seed.report.actors.iter().find(|actor| Some(&actor.id) == id.as_ref());
            actor.and_then(|actor| actor.country.clone()).unwrap_or_default()
        };
        let accused: Vec<_> = finding.accused.iter().map(|accused| (seed.words(&accused.span), name(&accused.actor))).collect();
        assert_eq!(accused, [("Both nations", "USA".to_owned()), ("Both nations", "RUS".to_owned())]);
    }
}

/// J07: claims worth checking, and their drafts: where they appear, and no rating.
#[test]
fn claims_worth_checking() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.shown("J07");
    let expected = [("quantity", "some 100,000 Russian troops"), ("dated", "2008")];
    for ((seed, range, words), (kind, reason)) in examples.into_iter().zip(expected) {
        let touches = |other: &Range| other.start < range.end && range.start < other.end;
        let claim = seed.report.audit.claims.iter().find(|claim| claim.reasons.iter().any(|reason| touches(&reason.span)));
        let claim = claim.unwrap_or_else(|| panic!("no claim at {words}"));
        assert!(claim.span.start <= range.start && range.end <= claim.span.end);
        let reasons: Vec<_> = claim.reasons.iter().map(|reason| (reason.kind, seed.words(&reason.span))).collect();
        assert_eq!(reasons, [(kind, reason)], "{words}");
    }
    // A draft says where the claim stands: the file by its fingerprint, the place in its characters.
    let options = Options { text: true, ..Options::default() };
    let seed = &seeds.seeds[2];
    let report = rapporteur::read("digest.txt", seed.text.as_bytes(), &options).unwrap();
    let drafts: Value = serde_json::from_str(&export::line(&export::claim_reviews(&report, &seed.text))).unwrap();
    assert_eq!(drafts["@context"], "https://schema.org");
    let all = drafts["@graph"].as_array().unwrap();
    assert_eq!(all.len(), report.audit.claims.len());
    let characters: Vec<char> = seed.text.chars().collect();
    for draft in all {
        assert_eq!((&draft["@type"], &draft["creativeWorkStatus"]), (&Value::from("ClaimReview"), &Value::from("Draft")));
        assert!(draft.get("reviewRating").is_none() && draft.get("author").is_none(), "no rating and nobody who gave it");
        let item = &draft["itemReviewed"];
        assert_eq!((&item["@type"], &item["text"]), (&Value::from("Claim"), &draft["claimReviewed"]));
        let [sha, place] = item["appearance"]["identifier"].as_array().unwrap().as_slice() else { panic!("two identifiers") };
        assert_eq!(sha["value"], report.document.sha256);
        assert_eq!(place["propertyID"], "chars");
        let (start, end) = place["value"].as_str().unwrap().split_once('-').unwrap();
        let words: String = characters[start.parse().unwrap()..end.parse().unwrap()].iter().collect();
        assert_eq!(words.split_whitespace().collect::<Vec<_>>().join(" "), item["text"].as_str().unwrap());
    }
    assert!(all.iter().any(|draft| draft["about"][0]["name"] == "some 100,000 Russian troops"));
    assert!(all.iter().any(|draft| draft["claimReviewed"].as_str().unwrap().starts_with("NATO promised Ukraine and Georgia in 2008")));
}

/// J08: the text speaks of its own sources and cites none.
#[test]
fn remarks_about_own_sources() {
    let Some(seeds) = seeds() else { return };
    for (seed, range, words) in seeds.shown("J08") {
        let found = seed.inside("self_reference", &range);
        assert_eq!(found.len(), 1, "{words}");
        assert_eq!((seed.words(&found[0].span), found[0].reason), ("remarks cited", "no_citation"));
        assert_eq!(seed.findings("self_reference").len(), 1);
    }
    for other in 1..5 {
        assert_eq!(seeds.seeds[other].findings("self_reference").len(), 0);
    }
}

/// A07: five placeholders in document 1, five missing spaces in document 4, and terms with a word exchanged.
#[test]
fn text_quality() {
    let Some(seeds) = seeds() else { return };
    let placeholders = seeds.seeds[1].findings("untraceable_citation");
    assert_eq!(placeholders.iter().filter(|finding| finding.category == "placeholder").count(), 5);
    for (number, seed) in seeds.seeds.iter().enumerate() {
        let of = |category: &str| -> Vec<&str> {
            let found = seed.findings("text_quality").into_iter().filter(|finding| finding.category == category);
            found.map(|finding| seed.words(&finding.span)).collect()
        };
        let joins = ["chessboard,Ukraine", "interview,the", "Ukraine,highlighting", "peace,specifically", "capabilities.To"];
        assert_eq!(of("missing_space"), if number == 4 { joins.to_vec() } else { Vec::new() });
        let odd = ["choice forms of", "further intricate by", "Facts Sharing"];
        assert_eq!(of("odd_collocation"), if number == 4 { odd.to_vec() } else { Vec::new() });
    }
    let odd = seeds.seeds[4].findings("text_quality");
    assert!(
        odd.iter().filter(|finding| finding.category == "odd_collocation").all(|finding| finding.reason == "possible_machine_rewriting")
    );
    for (seed, range, words) in seeds.shown("A07") {
        let kinds = ["text_quality", "untraceable_citation"];
        assert!(kinds.iter().any(|kind| !seed.inside(kind, &range).is_empty()), "{words}");
    }
}
