//! Rows B01, B02, B07, B08 and G04: sentences of the text that sum it up, news apart from what was before, takeaways, the headline's question.

use rapporteur::report::{Range, SummaryLine};

use super::{Example, Seed, seeds};

fn words<'a>(seed: &'a Seed, range: &Range) -> &'a str {
    &seed.text[range.start..range.end]
}

fn touches(range: &Range, example: &Example) -> bool {
    range.start < example.end && example.start < range.end
}

/// B01: the summary of the first seed has the offer, the contrasting view and what a mediation must rest on, and nothing that is no sentence of
/// the text or is furniture.
#[test]
fn summary() {
    let Some(seeds) = seeds() else { return };
    let [offer] = seeds.examples("B01")[..] else { panic!("one example of B01") };
    let lines = &seeds.seeds[0].report.summary;
    assert!(lines.iter().any(|line| line.span.start == offer.start && line.span.end == offer.end));
    assert!(lines.iter().any(|line| line.parties == ["RUS"] && words(&seeds.seeds[0], &line.span).contains("contrasting perspective")));
    assert!(lines.iter().any(|line| words(&seeds.seeds[0], &line.span).contains("verifiable ceasefires")));
    for seed in &seeds.seeds {
        let sentences = &seed.report.sentences;
        assert!((2..=9).contains(&seed.report.summary.len()));
        for line in &seed.report.summary {
            let sentence = &sentences[line.sentence];
            assert!(
                sentence.span.start <= line.span.start && line.span.end == sentence.span.end,
                "a line is a sentence, or that without its label"
            );
            let kind = seed.report.blocks[sentence.block].kind;
            assert!(["paragraph", "list_item", "quote"].contains(&kind), "{kind}");
        }
    }
}

/// B02: the labels of the digest split it in two; the first two seeds, which have none, get both parts from the text.
#[test]
fn update_and_background() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.examples("B02");
    let digest = &seeds.seeds[2];
    let (update, background) = (examples[0], examples[1]);
    let told = digest.report.blocks.iter().filter(|block| ["paragraph", "list_item"].contains(&block.kind));
    for block in told.filter(|block| block.content.start >= update.start) {
        let expected = if block.content.start < background.start { "update" } else { "background" };
        assert_eq!(block.group, Some(expected), "{}", words(digest, &block.content));
    }
    let groups = |lines: &[SummaryLine], group: &str| lines.iter().filter(|line| line.group == group).count();
    for seed in &seeds.seeds[..3] {
        assert!(groups(&seed.report.summary, "update") >= 3 && groups(&seed.report.summary, "background") >= 1);
    }
    let backdrop = |line: &&SummaryLine| line.group == "background" && words(&seeds.seeds[0], &line.span).starts_with("The backdrop");
    assert_eq!(seeds.seeds[0].report.summary.iter().filter(backdrop).count(), 1);
    assert!(digest.report.summary.iter().any(|line| touches(&line.span, background) && line.group == "background"));
}

/// B07: each is a takeaway in the author's voice; "taken together" is tied to the two sides that it takes together.
#[test]
fn takeaways() {
    let Some(seeds) = seeds() else { return };
    for example in seeds.examples("B07") {
        let found = seeds.seeds[example.seed].report.takeaways.iter().find(|takeaway| touches(&takeaway.why, example)).unwrap();
        assert_eq!(found.voice, "author");
        assert!(!found.restates.is_empty(), "{}", words(&seeds.seeds[example.seed], &found.span));
    }
    let seed = &seeds.seeds[0];
    let together = seed.report.takeaways.iter().find(|takeaway| words(seed, &takeaway.why) == "Taken together").unwrap();
    let restated: Vec<&str> = together.restates.iter().map(|index| words(seed, &seed.report.sentences[*index].span)).collect();
    assert!(restated.iter().any(|sentence| sentence.contains("The spokesperson also noted")));
    assert!(restated.iter().any(|sentence| sentence.contains("Russian Foreign Ministry")));
    let message = &seeds.seeds[1].report.takeaways;
    assert!(message.iter().any(|takeaway| words(&seeds.seeds[1], &takeaway.why) == "The message was clear"));
}

/// B08: the headline's question, the clause that answers it, and that it hedges: remote, but continuing.
#[test]
fn headline_question() {
    let Some(seeds) = seeds() else { return };
    let examples = seeds.examples("B08");
    let seed = &seeds.seeds[2];
    let asked = seed.report.headline_question.as_ref().unwrap();
    assert_eq!((asked.question.start, asked.question.end), (examples[0].start, examples[0].end));
    let answer = asked.answer.as_ref().unwrap();
    assert!(answer.start == examples[1].start && answer.end >= examples[1].end, "{}", words(seed, answer));
    assert_eq!(asked.verdict, Some("hedged"));
    let why: Vec<&str> = asked.why.iter().map(|range| words(seed, range)).collect();
    assert_eq!(why, ["remote", "but", "continue"]);
    for other in [0, 1, 3, 4] {
        assert!(seeds.seeds[other].report.headline_question.is_none());
    }
}

/// G04: what stands under a heading on the history is background, and none of it is news.
#[test]
fn history_is_background() {
    let Some(seeds) = seeds() else { return };
    for example in seeds.examples("G04") {
        let seed = &seeds.seeds[example.seed];
        let block = seed.report.blocks.iter().find(|block| touches(&block.span, example)).unwrap();
        assert_eq!(block.group, Some("background"));
        assert!(seed.report.summary.iter().all(|line| line.group == "background" || !touches(&line.span, example)));
    }
}
