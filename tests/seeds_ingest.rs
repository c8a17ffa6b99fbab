//! The acceptance examples of intake, blocks, furniture, metadata, tables, citations and questions, on the texts that they are taken
//! from. Those texts lie beside a checkout and are not part of it; without them the tests say so and pass.

#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice)]

use std::{fs, path::PathBuf};

use rapporteur::{
    Options,
    report::{Block, Range, Report},
    text::OffsetUnit,
};
use serde_json::Value;

/// An example: a stretch of a text that a capability is shown on, in bytes of the file.
struct Example {
    doc: usize,
    span: Range,
    quote: String,
}

/// The texts and the examples of a row; nothing where they are absent.
fn row(name: &str) -> Option<(Vec<Vec<u8>>, Vec<Example>)> {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let Ok(examples) = fs::read_to_string(shared.join("mission/acceptance.json")) else {
        println!("skipped: there are no acceptance examples beside this checkout");
        return None;
    };
    let mut paths: Vec<_> = fs::read_dir(shared.join("seeds")).ok()?.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    let all: Vec<Value> = serde_json::from_str(&examples).unwrap();
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let of_row = all.iter().filter(|example| example["row"] == name);
    let example = |example: &Value| Example {
        doc: number(&example["doc"]),
        span: Range { start: number(&example["byte"][0]), end: number(&example["byte"][1]) },
        quote: example["quote"].as_str().unwrap().to_owned(),
    };
    Some((texts, of_row.map(example).collect()))
}

fn read(bytes: &[u8], offsets: OffsetUnit) -> Report {
    rapporteur::read("seed.txt", bytes, &Options { offsets, text: true, ..Options::default() }).unwrap()
}

/// The block at a place, in bytes.
fn block_at(report: &Report, start: usize) -> &Block {
    report.blocks.iter().find(|block| block.span.start <= start && start < block.span.end).unwrap()
}

/// The words of a range of bytes.
fn words<'a>(bytes: &'a [u8], range: &Range) -> &'a str {
    std::str::from_utf8(&bytes[range.start..range.end]).unwrap()
}

/// The words of all blocks of a kind, or of a reason.
fn of_kind<'a>(report: &Report, bytes: &'a [u8], kind: &str) -> Vec<&'a str> {
    let wanted = |block: &&Block| block.kind == kind || block.reason.as_deref() == Some(kind);
    report.blocks.iter().filter(wanted).map(|block| words(bytes, &block.span)).collect()
}

/// Bytes are kept and offsets point into the file, also behind a byte-order mark and with other line ends.
#[test]
fn a01_the_text_is_the_file() {
    let Some((texts, examples)) = row("A01") else { return };
    for example in &examples {
        assert_eq!(words(&texts[example.doc], &example.span), example.quote);
    }
    for bytes in &texts {
        let plain = read(bytes, OffsetUnit::Bytes);
        assert_eq!(plain.document.text.as_deref().map(str::as_bytes), Some(bytes.as_slice()));
        let text = std::str::from_utf8(bytes).unwrap();
        for changed in [format!("\u{FEFF}{text}"), text.replace('\n', "\r\n"), format!("\u{FEFF}{}", text.replace('\n', "\r"))] {
            let other = read(changed.as_bytes(), OffsetUnit::Bytes);
            let shape = |report: &Report, bytes: &[u8]| -> Vec<(&'static str, String)> {
                let shape = |block: &Block| (block.kind, words(bytes, &block.content).replace("\r\n", "\n").replace('\r', "\n"));
                report.blocks.iter().map(shape).collect()
            };
            assert_eq!(shape(&other, changed.as_bytes()), shape(&plain, bytes));
        }
    }
}

/// Headings, bullets and table headers are told; headings are the path of what stands under them.
#[test]
fn a03_structure_of_plain_text() {
    let Some((texts, examples)) = row("A03") else { return };
    let kinds: Vec<_> = examples.iter().map(|e| block_at(&read(&texts[e.doc], OffsetUnit::Bytes), e.span.start).kind).collect();
    assert_eq!(kinds, ["heading", "list_item", "table", "list_item"]);
    let header = &examples[2];
    let tables = read(&texts[header.doc], OffsetUnit::Bytes);
    let table = block_at(&tables, header.span.start).table.as_ref().unwrap();
    assert_eq!(table.header.as_ref().map(|row| &row.span), Some(&header.span));
    // The section that the heading of the first example opens lies in the section before it.
    let report = read(&texts[examples[0].doc], OffsetUnit::Bytes);
    let index = report.blocks.iter().position(|block| block.span.start == examples[0].span.start).unwrap();
    let (heading, below) = (&report.blocks[index], &report.blocks[index + 1]);
    assert_eq!((heading.level, below.section.last()), (Some(3), Some(&index)));
    let path: Vec<_> = below.section.iter().map(|at| report.blocks[*at].level).collect();
    assert_eq!(path, [Some(1), Some(2), Some(3)]);
}

/// What is not of the article is marked with its reason, wherever it is repeated, and has no sentences.
#[test]
fn a04_furniture_is_marked() {
    let Some((texts, examples)) = row("A04") else { return };
    for example in &examples {
        let report = read(&texts[example.doc], OffsetUnit::Bytes);
        let text = std::str::from_utf8(&texts[example.doc]).unwrap();
        for (start, quote) in text.match_indices(&example.quote) {
            let block = block_at(&report, start);
            assert_eq!((block.kind, words(&texts[example.doc], &block.span)), ("furniture", quote));
            assert!(block.reason.is_some() && block.explanation.is_some(), "{quote}");
        }
    }
    let report = read(&texts[0], OffsetUnit::Bytes);
    assert_eq!(report.blocks.iter().filter(|block| block.kind == "furniture").count(), 8);
    for sentence in &report.sentences {
        assert_ne!(report.blocks[sentence.block].kind, "furniture");
    }
}

/// Curator, sources and the publisher of the related article are stated; the date is missing and not guessed.
#[test]
fn a05_metadata() {
    let Some((texts, examples)) = row("A05") else { return };
    let report = read(&texts[2], OffsetUnit::Bytes);
    let metadata = &report.metadata;
    let curator = metadata.curator.as_ref().and_then(|stated| stated.span.as_ref()).unwrap();
    assert!(examples[0].span.start < curator.start && curator.end == examples[0].span.end);
    assert_eq!(metadata.related[0].publisher.as_ref().map(|stated| &stated.value), Some(&examples[1].quote));
    assert_eq!(metadata.sources[0].span.as_ref(), Some(&examples[2].span));
    assert_eq!((metadata.sources.len(), metadata.unnamed_sources.as_ref().map(|count| count.value)), (3, Some(1)));
    for bytes in &texts {
        assert_eq!(read(bytes, OffsetUnit::Bytes).metadata.date, None);
    }
}

/// The reading time belongs to the related article; that of the page is computed.
#[test]
fn a08_reading_time() {
    let Some((texts, examples)) = row("A08") else { return };
    let report = read(&texts[2], OffsetUnit::Bytes);
    let claims = &report.metadata.reading_claims;
    assert_eq!(claims.len(), 1);
    assert_eq!((&claims[0].span, claims[0].minutes, claims[0].of, claims[0].related), (&examples[0].span, 3, "related", Some(0)));
    assert!((1.0..2.0).contains(&report.document.reading_minutes), "{}", report.document.reading_minutes);
}

/// Three sources and one more are the four that the page states.
#[test]
fn b04_sources_add_up() {
    let Some((texts, examples)) = row("B04") else { return };
    let metadata = read(&texts[2], OffsetUnit::Bytes).metadata;
    assert_eq!(metadata.unnamed_sources.map(|count| count.span).as_ref(), Some(&examples[0].span));
    assert_eq!(metadata.articles_on_topic.map(|count| count.value), Some(4));
    assert_eq!(metadata.sources_consistent, Some(true));
}

/// The card of a related article.
#[test]
fn b05_related_card() {
    let Some((texts, examples)) = row("B05") else { return };
    let metadata = read(&texts[2], OffsetUnit::Bytes).metadata;
    assert_eq!(metadata.related.len(), 1);
    let card = &metadata.related[0];
    assert_eq!(card.headline.span.as_ref(), Some(&examples[0].span));
    assert!(card.publisher.is_some() && card.reading_minutes == Some(3));
}

/// Three tables with typed cells, each at its place.
#[test]
fn i01_tables() {
    let Some((texts, examples)) = row("I01") else { return };
    let report = read(&texts[4], OffsetUnit::Bytes);
    let tables: Vec<_> = report.blocks.iter().filter_map(|block| block.table.as_ref()).collect();
    let shape: Vec<_> = tables.iter().map(|table| (table.rows.len(), table.rows[0].cells.len(), table.header.is_some())).collect();
    assert_eq!(shape, [(3, 2, true), (4, 2, true), (3, 2, true)]);
    assert_eq!(tables[0].rows[0].span, examples[0].span);
    assert_eq!(tables[2].header.as_ref().map(|row| &row.span), Some(&examples[1].span));
    for cell in tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells) {
        assert_eq!(words(&texts[4], &cell.span).trim(), words(&texts[4], &cell.span));
    }
    let states: Vec<_> = tables[..2].iter().flat_map(|table| &table.rows).map(|row| row.cells[0].kind).collect();
    assert_eq!(states, ["state"; 7]);
}

/// Five references in brackets lead nowhere, each behind the paragraph it claims to support.
#[test]
fn j02_untraceable_citations() {
    let Some((texts, examples)) = row("J02") else { return };
    let report = read(&texts[1], OffsetUnit::Bytes);
    assert_eq!(report.citations.len(), 5);
    assert!(report.citations.iter().all(|citation| !citation.traceable && citation.reason.is_some()));
    for example in &examples {
        let citation = report.citations.iter().find(|citation| citation.span == example.span).unwrap();
        let supported = &report.blocks[citation.supports.unwrap()];
        assert_eq!((supported.kind, supported.span.end + 1), ("paragraph", citation.span.start));
        assert_eq!(block_at(&report, example.span.start).reason.as_deref(), Some("untraceable_citation"));
    }
    assert_eq!(of_kind(&report, &texts[1], "untraceable_citation").len(), 5);
}

/// Four questions with their answers, in order.
#[test]
fn k01_questions() {
    let Some((texts, examples)) = row("K01") else { return };
    let report = read(&texts[3], OffsetUnit::Bytes);
    assert_eq!(report.questions.len(), 4);
    assert_eq!((&report.questions[0].question, &report.questions[0].answer), (&examples[0].span, &examples[1].span));
    assert!(report.questions.windows(2).all(|pair| pair[0].answer.end < pair[1].question.start));
    assert!(report.questions.iter().all(|pair| words(&texts[3], &pair.question).ends_with('?')));
}
