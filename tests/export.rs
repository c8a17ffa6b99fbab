//! Documents for people and programs: what is in them, that the words are those of the text, and that no text can act as markup.

#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice)]

use rapporteur::{
    Options, export,
    options::{Correction, Corrections, Place, RecordKind},
    read,
    report::Report,
    text::OffsetUnit,
};
use serde_json::Value;

const TEXT: &str = "# 🕊️ Talks & <b>terms</b>\n\n3 March 2021\n\nForeign Minister Ada Lind said on Monday that “talks | terms” would resume if \
    Norway agreed. France demands a ceasefire.\n\n1. The envoy promised to return by 1 May.\n";

fn report(name: &str, text: &str) -> (Report, String) {
    let report = read(name, text.as_bytes(), &Options { text: true, ..Options::default() }).unwrap();
    let text = report.document.text.clone().unwrap();
    (report, text)
}

fn slice(text: &str, start: &Value, end: &Value) -> String {
    let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
    text.chars().skip(start).take(end - start).collect()
}

#[test]
fn an_annotation_points_at_its_words_twice() {
    let (report, text) = report("a.md", TEXT);
    let page = export::annotations(&report, &text);
    assert_eq!((&page["@context"], &page["type"]), (&"http://www.w3.org/ns/anno.jsonld".into(), &"AnnotationPage".into()));
    let items = page["items"].as_array().unwrap();
    let mut ids = std::collections::BTreeSet::new();
    for item in items {
        assert_eq!(item["type"], "Annotation");
        assert!(ids.insert(item["id"].as_str().unwrap()), "{} stands twice", item["id"]);
        for target in item["target"].as_array().unwrap() {
            let source = &target["source"];
            assert_eq!(source["dcterms:identifier"], format!("sha256:{}", report.document.sha256));
            assert!(item["id"].as_str().unwrap().starts_with(source["id"].as_str().unwrap()));
            let (position, quote) = (&target["selector"][0], &target["selector"][1]);
            assert_eq!((&position["type"], &quote["type"]), (&"TextPositionSelector".into(), &"TextQuoteSelector".into()));
            let exact = slice(&text, &position["start"], &position["end"]);
            assert_eq!(quote["exact"], exact);
            let around = format!("{}{exact}{}", quote["prefix"].as_str().unwrap(), quote["suffix"].as_str().unwrap());
            assert!(text.contains(&around), "{around}");
        }
    }
    let kinds: Vec<&str> = items.iter().map(|item| item["body"][0]["value"].as_str().unwrap()).collect();
    for kind in ["statement", "position", "condition", "time"] {
        assert!(kinds.contains(&kind), "no {kind} among {kinds:?}");
    }
}

/// Base64url of the SHA-256 of "Hello World!", from section 8.1 of RFC 6920.
#[test]
fn a_file_has_the_name_that_its_bytes_give_it() {
    let (report, text) = report("hello.txt", "Hello World!");
    let id = export::annotations(&report, &text)["id"].as_str().unwrap().to_owned();
    assert_eq!(id, "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk#annotations");
}

#[test]
fn markdown_has_every_record_with_words_and_place() {
    let (report, text) = report("a_b.md", TEXT);
    let markdown = export::markdown(&report, &text);
    assert!(markdown.starts_with("# 🕊️ Talks \\& \\<b\\>terms\\</b\\>\n"), "{markdown}");
    assert!(markdown.contains(&format!("- SHA-256: {}\n", report.document.sha256)));
    let quotes = markdown.lines().filter(|line| line.starts_with("> ")).count();
    let places = markdown.lines().filter(|line| line.starts_with("- place: a\\_b.md, ")).count();
    assert_eq!(quotes, places);
    assert!(quotes >= report.statements.len() + report.positions.len() + report.times.len());
    assert!(markdown.contains("“talks \\| terms”"), "a bar ends no cell");
    // A table has as many cells in every row.
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let rows: Vec<usize> = markdown.lines().filter(|line| line.starts_with('|')).map(cells).collect();
    assert!(rows.len() > 2 && rows.iter().all(|count| *count == rows[0]), "{rows:?}");
}

#[test]
fn a_page_holds_no_markup_of_the_text_and_stands_alone() {
    let name = "\"><script>harmed()</script>\u{202E}.txt";
    let (report, text) = report(name, "Minister Lind said <img src=x onerror='harmed()'> and </style></blockquote> & so on.\u{0}\u{7}");
    let html = export::html(&report, &text);
    let own = [
        "!doctype",
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "article",
        "header",
        "h1",
        "h2",
        "h3",
        "dl",
        "div",
        "dt",
        "dd",
        "bdi",
        "section",
        "span",
        "ol",
        "li",
        "blockquote",
        "ul",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ];
    for (at, _) in html.match_indices('<') {
        let name: String = html[at + 1..].trim_start_matches('/').chars().take_while(|c| c.is_alphanumeric() || *c == '!').collect();
        assert!(own.contains(&name.as_str()), "<{name}> is not ours");
    }
    assert!(html.contains("default-src 'none'"));
    assert_eq!(html.matches("</style>").count(), 1);
    assert!(!html.contains(|c: char| c.is_control() && c != '\n'));
    let places = html.matches(&format!("data-sha256=\"{}\"", report.document.sha256)).count();
    assert!(places > 0 && places == html.matches("<blockquote").count());
    assert!(!export::html_article(&report, &text).contains("<!doctype"));
}

#[test]
fn what_the_reader_corrected_is_told() {
    let text = "Ada Lind said no. A spokesman said yes.\n";
    let place = Place { kind: RecordKind::Statement, start: 18, end: 38, key: None };
    let list = vec![
        Correction::Rename { name: "Ada Lind".to_owned(), to: "Ada <Lindt>".to_owned() },
        Correction::Reject(place),
        Correction::Rename { name: "Nobody".to_owned(), to: "Somebody".to_owned() },
    ];
    let options = Options { text: true, corrections: Corrections { unit: OffsetUnit::Chars, list }, ..Options::default() };
    let report = read("a.txt", text.as_bytes(), &options).unwrap();
    let markdown = export::markdown(&report, text);
    assert!(markdown.contains("## Corrected by the reader"), "{markdown}");
    assert!(markdown.contains("- “Ada Lind” is “Ada \\<Lindt\\>”\n"), "{markdown}");
    assert!(markdown.contains("- rejected as a statement: “A spokesman said yes”\n"), "{markdown}");
    assert!(markdown.contains("- “Nobody” is “Somebody” (not found in this reading)\n"), "{markdown}");
    assert!(export::html(&report, text).contains("“Ada Lind” is “Ada &lt;Lindt&gt;”"));
    assert!(!markdown.contains("### spokesman"));
}

/// Read by the csv crate: every row as wide as the first, the words as they stand in the text.
#[test]
fn a_table_is_read_by_another_reader() {
    let (report, text) = report("=a.md", TEXT);
    let table = export::statements(&report, &text);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
    assert_eq!(rows.len(), report.statements.len());
    for row in rows {
        assert_eq!((&row[0], &row[1]), ("'=a.md", report.document.sha256.as_str()));
    }
}

#[test]
fn every_kind_of_record_has_a_table() {
    let (report, text) = report("a.md", TEXT);
    for (kind, count) in [("position", report.positions.len()), ("condition", report.conditions.len()), ("time", report.times.len())] {
        let table = export::table_of(&report, &text, kind, true) + &export::table_of(&report, &text, kind, false);
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        assert!(reader.headers().unwrap().iter().take(4).eq(["file", "sha256", "kind", "record"]));
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
        assert!(count > 0);
        assert_eq!(rows.len(), 2 * count, "{kind}");
        for row in rows {
            let place = |at: usize| row[at].parse::<usize>().unwrap();
            let words: String = text.chars().skip(place(6)).take(place(7) - place(6)).collect();
            assert_eq!(row[4].trim_start_matches('\''), words.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    assert_eq!(export::table_of(&report, &text, "poem", true), "");
}
