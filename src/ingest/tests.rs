//! What holds for any text that is taken in, and for the worst of them.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::{BlockKind, Document, ingest};
use crate::{
    Options,
    text::{OffsetMap, OffsetUnit, Span},
};

fn read(name: &str, text: &str) -> Document {
    ingest(name, text.as_bytes(), &Options::default()).unwrap()
}

/// Blocks lie in order, do not overlap, leave nothing visible out, and refer to blocks before them; cells lie in their rows.
fn check(document: &Document) {
    let text = document.text();
    let mut at = 0;
    for (index, block) in document.blocks.iter().enumerate() {
        assert!(at <= block.span.start && !block.span.is_empty(), "{block:?} after {at} in {text:?}");
        assert!(Span::new(at, block.span.start).trimmed(text).is_empty(), "left out before {block:?} in {text:?}");
        assert!(block.span.contains(block.content), "{block:?} in {text:?}");
        assert!(!block.content.of(text).is_empty(), "{block:?} in {text:?}");
        assert!(
            block.section.iter().all(|heading| *heading < index && matches!(document.blocks[*heading].kind, BlockKind::Heading { .. }))
        );
        match &block.kind {
            BlockKind::Table(table) => {
                for row in table.header.iter().chain(&table.rows) {
                    assert!(block.span.contains(row.span), "{row:?} in {text:?}");
                    assert!(row.cells.iter().all(|cell| row.span.contains(cell.span) && text.is_char_boundary(cell.span.start)), "{row:?}");
                }
            }
            BlockKind::Answer { question } => {
                assert!(*question < index && document.blocks[*question].kind == BlockKind::Question);
            }
            BlockKind::Furniture(why) => assert!(!why.explanation.is_empty(), "{} is not explained", why.reason),
            _ => {}
        }
        at = block.span.end;
    }
    assert!(Span::new(at, text.len()).trimmed(text).is_empty(), "left out at the end of {text:?}");
}

/// The day of publication, from every place that may state it; a zone never moves it.
#[test]
fn a_text_states_its_day_in_many_ways() {
    let prose = "The two sides meet again this week, though few expect that a paper will be signed by either of them.";
    let page = |head: &str, body: &str| format!("<!doctype html><head>{head}</head><body><h1>Talks</h1>{body}<p>{prose}</p><p>{prose}</p>");
    let pages = [
        page("<meta property='article:published_time' content='2023-05-10T23:30:00-05:00'>", ""),
        page("<meta property='article:published_time' content='2023-05-10'>", ""),
        page("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2023-05-10T08:00:00.000Z\"}</script>", ""),
        page("", "<time datetime='2023-05-10T09:00'>Wednesday</time>"),
        page("", "<time>10 May 2023</time>"),
        page("", "<span itemprop='datePublished' content='2023-05-10T09:00+02:00'></span>"),
    ];
    #[cfg(feature = "html")]
    for text in &pages {
        assert_eq!(read("a.html", text).metadata.date.map(|(date, _)| date.to_string()).as_deref(), Some("2023-05-10"), "{text}");
    }
    let _ = pages;
    for line in [
        "2023-05-10",
        "2023-05-10T10:00:00Z",
        "May 10, 2023 10:05 am EDT",
        "Wed 10 May 2023 10.05 BST",
        "May 10, 2023 / 10:05 AM / Radio Fjord",
        "10 May 2023 · 4 min read",
        "Published 10 May 2023",
        "OSLO, May 10, 2023 (Reuters) - The envoys met.",
    ] {
        let text = format!("Envoys meet in Oslo\n\n{line}\n\n{prose}\n\n{prose}\n");
        assert_eq!(read("a.txt", &text).metadata.date.map(|(date, _)| date.to_string()).as_deref(), Some("2023-05-10"), "{line}");
    }
    let front = format!("---\ntitle: Talks\ndate: 2023-05-10T08:00:00Z\n---\n\n{prose}\n");
    assert_eq!(read("a.md", &front).metadata.date.map(|(date, _)| date.to_string()).as_deref(), Some("2023-05-10"));
}

const PIECES: [&str; 64] = [
    "The envoy said talks would resume on Monday, and both sides agreed",
    "What comes next",
    "said",
    "Oslo",
    "a",
    "Photo",
    "Next Article",
    "Related articles",
    "3 min read",
    "+ 2 more",
    "4 articles on this topic",
    "By Ida Holm",
    "Curated by the desk",
    "Published: 1 March 2021",
    "Anna Berg / Reuters",
    "REUTERS/Anna Berg",
    "(Photo by Anna Berg)",
    "Frequently asked questions",
    "Who takes part?",
    "Q: Who?",
    "A: They do.",
    "[1]",
    "[1] A source.",
    "[notes of officials]",
    "[sic]",
    "[a](https://example.org)",
    "[",
    "]",
    "(",
    ")",
    "“",
    "”",
    "|",
    "| a | b |",
    "|---|---|",
    "a | b",
    "---",
    "===",
    "***",
    "```",
    "> ",
    ">",
    ">>",
    "- ",
    "• ",
    "1. ",
    "a) ",
    "# ",
    "## x ##",
    "#",
    ":",
    ".",
    "!",
    "?",
    ",",
    "&",
    "/",
    "title: x",
    "_",
    "**",
    "é",
    "中文。",
    "\u{200F}",
    "\0",
];
const BREAKS: [&str; 10] = [" ", " ", "\n", "\n", "\n\n", "\r\n", "\r", "\t", "\n    ", "\u{2029}"];

fn text_like() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(&PIECES), prop::sample::select(&BREAKS)), 0..40)
        .prop_map(|pieces| pieces.iter().flat_map(|(piece, end)| [*piece, *end]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn blocks_cover_any_text(text in text_like()) {
        for name in ["case.txt", "case.md"] {
            let document = ingest(name, text.as_bytes(), &Options::default());
            if let Ok(document) = document {
                prop_assert_eq!(document.text(), &text);
                check(&document);
            }
        }
    }

    #[test]
    fn the_same_words_are_found_in_every_encoding(text in "[a-zA-Z’“ .\r\n•-]{0,200}") {
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let with_mark = ["\u{FEFF}", &text].concat();
        let plain = read("case.txt", &text);
        for (bytes, lead, width) in [(with_mark.as_bytes(), 3, 1), (&utf16, 2, 2)] {
            let document = ingest("case.txt", bytes, &Options::default()).unwrap();
            prop_assert_eq!(&document.blocks, &plain.blocks);
            let map = OffsetMap::new(&document.source, OffsetUnit::Bytes);
            for block in &document.blocks {
                let (start, end) = map.span(block.span);
                prop_assert!(start >= lead && end <= bytes.len());
                if width == 2 {
                    let units: Vec<u16> = bytes[start..end].chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
                    prop_assert_eq!(String::from_utf16(&units).unwrap(), block.span.of(&text));
                } else {
                    prop_assert_eq!(&bytes[start..end], block.span.of(&text).as_bytes());
                }
            }
        }
    }
}

#[test]
fn a_picture_named_txt_is_refused() {
    let error = ingest("envoys.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &Options::default()).unwrap_err();
    assert_eq!(error.code(), "not_text");
    assert!(error.to_string().contains("envoys.txt: is a PNG image"), "{error}");
}

#[test]
fn a_page_is_read_as_its_article() {
    let page = "<!doctype html><html lang=en><head><meta charset=windows-1252><title>Envoys return</title></head><body><nav>Home</nav>\
        <article><h1>Envoys return</h1><p>The envoy said talks would resume on Monday, and that both sides had agreed to the agenda.</p>\
        <p>The monitors will stay until the end of the month, according to the office that sent them to the valley.</p></article></body></html>";
    let document = read("page.html", page);
    check(&document);
    assert_eq!(document.format.name(), "html");
    assert_eq!(document.metadata.language.as_deref(), Some("en"));
    assert_eq!(document.blocks.iter().map(|block| block.kind.name()).collect::<Vec<_>>(), ["paragraph", "paragraph"]);
    assert_eq!(document.metadata.title.as_ref().map(|title| title.value.as_str()), Some("Envoys return"));
}

/// The worst texts are read in time that grows with their length. The bound is wide, for these tests run unoptimised and beside
/// others; what takes quadratic time takes minutes.
#[test]
fn the_worst_texts_are_read_in_time() {
    let lines = |count: usize, line: &dyn Fn(usize) -> String| (0..count).map(line).collect::<Vec<_>>().join("\n");
    let cases = [
        ("a line without a space", "a".repeat(2 << 20)),
        ("brackets", "[".repeat(100_000) + &"]".repeat(100_000)),
        ("bracket pairs", "[a b]".repeat(10_000)),
        ("sentences with brackets", "Yes. [a b] ".repeat(10_000)),
        ("parentheses", "(".repeat(200_000) + "Photo by a)"),
        ("marks of quotation", ">".repeat(100_000)),
        ("lines quoted ever deeper", lines(1_000, &|i| ">".repeat(i) + " x")),
        ("lists ever deeper", lines(2_000, &|i| " ".repeat(i) + "- x")),
        ("list items", lines(20_000, &|i| format!("{}- item", " ".repeat(i % 40)))),
        ("one long row", "| a ".repeat(100_000) + "|"),
        ("rows of different length", lines(20_000, &|i| "| a ".repeat(i % 9 + 1) + "|")),
        ("headings", lines(10_000, &|i| format!("{} Heading", "#".repeat(i % 6 + 1)))),
        ("questions", lines(10_000, &|_| "Who comes?".to_owned())),
        ("reading times", lines(10_000, &|_| "3 min read".to_owned())),
        ("counts", lines(10_000, &|_| "Oslo Gazette\n+ 3 more\n4 articles on this topic".to_owned())),
        ("labels", lines(10_000, &|_| "Next Article\nOslo and the river".to_owned())),
        ("credits", "Anna / Reuters ".repeat(10_000)),
        ("strokes", "/ ".repeat(200_000)),
        ("numbers", "[1] ".repeat(100_000)),
        ("fences", lines(10_000, &|_| "```".to_owned())),
        ("rules", lines(10_000, &|_| "---".to_owned())),
        ("items in one line", "1. a 2. b ".repeat(10_000)),
        ("closing marks", "a. ".to_owned() + &"\" ) ".repeat(200_000)),
        ("empty lines", "\n".repeat(2 << 20)),
        ("comments of a page", "<!-- -->".repeat(10_000)),
    ];
    for (what, text) in cases {
        for name in ["case.txt", "case.md"] {
            let start = Instant::now();
            let document = ingest(name, text.as_bytes(), &Options::default()).unwrap();
            let took = start.elapsed();
            assert!(took < Duration::from_secs(10), "{what} in {name}: {took:?}");
            check(&document);
        }
    }
}
