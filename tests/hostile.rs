//! Input that would break a careless reader: each file gets a report or a message that names it, soon, and nothing is lost.

#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use rapporteur::{Error, Options, report::Report};

fn read(name: &str, bytes: &[u8]) -> Result<Report, Error> {
    rapporteur::read(name, bytes, &Options::default())
}

/// Reads within a time that leaves room for a slow machine and an unoptimised build; returns the report.
fn soon(name: &str, bytes: &[u8]) -> Report {
    let start = Instant::now();
    let report = read(name, bytes).unwrap();
    let taken = start.elapsed();
    assert!(taken < Duration::from_secs(60), "{name}: {taken:?}");
    report
}

fn codes(report: &Report) -> Vec<&str> {
    report.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn nothing_to_read_is_said() {
    assert_eq!(codes(&soon("empty.txt", b"")), ["empty_text"]);
    assert_eq!(codes(&soon("blank.txt", b" \r\n\t\n")), ["empty_text"]);
    assert_eq!(codes(&soon("mark.txt", b"\xEF\xBB\xBF")), ["empty_text"]);
    assert_eq!(codes(&soon("empty.html", b"")), ["empty_text"]);
}

#[test]
fn a_picture_is_refused_by_what_it_holds() {
    let error = read("talks.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0").unwrap_err();
    assert_eq!(error.code(), "not_text");
    assert!(error.to_string().contains("talks.txt") && error.to_string().contains("PNG"), "{error}");
}

#[test]
fn broken_encoding_is_read_and_said() {
    let report = soon("broken.txt", b"The envoy said \xFF\xFE talks would resume in G\xC3\xA9n\xC3\xA8ve.");
    assert!(codes(&report).contains(&"undecodable_bytes"), "{:?}", report.diagnostics);
    assert_eq!(report.statements.len(), 1);
}

#[test]
fn lone_nuls_do_not_make_it_a_picture() {
    let report = soon("nul.txt", b"The envoy\0 said talks would resume. The minister agreed.\0");
    assert_eq!(report.sentences.len(), 2);
}

#[test]
fn ten_megabytes_without_a_space() {
    soon("long.txt", "x".repeat(10 << 20).as_bytes());
    soon("dots.txt", ".".repeat(1 << 20).as_bytes());
    soon("letters.txt", "Ab.".repeat(1 << 20).as_bytes());
}

#[test]
fn deep_nesting() {
    const DEEP: usize = 100_000;
    for (open, close) in [("(", ")"), ("[", "]"), ("“", "”"), ("\"", "\""), ("«", "»"), ("<div>", "</div>"), ("<b><p>", "")] {
        let text = format!("{}talks{}", open.repeat(DEEP), close.repeat(DEEP));
        soon("deep.txt", text.as_bytes());
        soon("deep.md", text.as_bytes());
        soon("deep.html", text.as_bytes());
    }
    let list: String = (0..2_000).map(|depth| format!("{}- item\n", "  ".repeat(depth))).collect();
    soon("list.md", list.as_bytes());
    soon("quotes.md", (">".repeat(DEEP) + " talks").as_bytes());
    soon("headings.md", "# a\n## b\n".repeat(DEEP / 2).as_bytes());
    soon("bullets.txt", "• ".repeat(DEEP).as_bytes());
}

#[test]
fn scripts_are_not_read_as_words() {
    let page = b"<!doctype html><html><head><title>Talks</title><script>alert('The envoy said no')</script></head>\
        <body onload=\"alert(1)\"><article><h1>Talks resume</h1><p onclick=\"x()\">The envoy said the talks would resume on Monday, \
        and the minister agreed that they should be held in public this time.</p></article></body></html>";
    let options = Options { text: true, ..Options::default() };
    let report = rapporteur::read("page.html", page, &options).unwrap();
    let text = report.document.text.unwrap();
    assert!(!text.contains("alert") && text.contains("talks would resume"), "{text}");
    assert_eq!(report.document.format, "html");
}

#[test]
fn ragged_tables_are_read() {
    let report = soon("ragged.txt", b"| Country | Support |\n|---|---|\n| Atland |\n| Borland | money | arms | food |\n|\n| |");
    let table = report.blocks.iter().find_map(|block| block.table.as_ref()).unwrap();
    assert_eq!(table.rows.iter().map(|row| row.cells.len()).take(2).collect::<Vec<_>>(), [1, 4]);
    soon("wide.txt", format!("|a|\n|-|\n{}", "|x".repeat(100_000)).as_bytes());
}

#[test]
fn a_file_over_the_limit_is_refused_by_name() {
    let options = Options { limit: 10, ..Options::default() };
    let error = rapporteur::read("big.txt", b"eleven bytes", &options).unwrap_err();
    assert_eq!(error.code(), "too_large");
    assert!(error.to_string().contains("big.txt") && error.to_string().contains("10"), "{error}");
}

#[test]
fn many_marks_of_attribution() {
    soon("said.txt", "The envoy said that ".repeat(20_000).as_bytes());
    soon("to.txt", "according to ".repeat(50_000).as_bytes());
    soon("dates.txt", "1/1/".repeat(100_000).as_bytes());
    soon("numbers.txt", "99999999999999999999 years ago ".repeat(10_000).as_bytes());
    soon("names.txt", "Mr. Jan Lind, ".repeat(30_000).as_bytes());
    soon("arabic.txt", "قال المبعوث إن المحادثات ستستأنف. ".repeat(20_000).as_bytes());
}

#[test]
fn a_quotation_of_two_hundred_kilobytes() {
    let speech = "We will talk about the border and about the prisoners. ".repeat(3_700);
    let report = soon("speech.txt", format!("“{speech}” said the minister.").as_bytes());
    let longest = report.statements.iter().flat_map(|statement| &statement.content).map(|range| range.end - range.start).max();
    assert!(longest > Some(200_000), "{longest:?}");
    soon("sentence.txt", format!("The minister said “{}the end.”", "we talk about borders and prisoners and ".repeat(5_000)).as_bytes());
}

#[test]
fn ten_thousand_statements() {
    let told = "The envoy said that talks would resume. ";
    assert_eq!(soon("paragraph.txt", told.repeat(10_000).as_bytes()).statements.len(), 10_000);
    soon("paragraphs.txt", "The envoy said that talks would resume.\n\n".repeat(10_000).as_bytes());
    soon("chain.txt", "The envoy said that ".repeat(10_000).as_bytes());
    soon(
        "insertions.txt",
        "He said, she said, they warned, and the mayor told reporters that the deal, he said, was dead, ".repeat(1_000).as_bytes(),
    );
    soon("cues.txt", "claims reports warns ".repeat(5_000).as_bytes());
}

#[test]
fn words_in_no_order() {
    // Found by the properties: a circumstance that was cut before its own beginning.
    soon("order.txt", b"on Monday said if of The envoy accused Kyiv ");
}

#[test]
fn a_thousand_conditions() {
    let conditions = "if the guns fall silent, unless the port is closed, provided that aid comes, ".repeat(350);
    let report =
        soon("conditions.txt", format!("Norway said it would lift the sanctions {conditions}as long as nobody shoots.").as_bytes());
    assert!(!report.conditions.is_empty());
    soon("commitments.txt", "Norway promised that Sweden would promise that ".repeat(3_000).as_bytes());
    soon("promise.txt", format!("Norway promised {}.", "to send three trucks to Sudan by 5 May and ".repeat(25_000)).as_bytes());
    soon("nested.txt", format!("Norway will not sign {}.", "while Chad agrees that ".repeat(500)).as_bytes());
    soon(
        "proposals.txt",
        "Norway proposed a plan. Its spokesman, Ali Haddad, rejected the demand, which expires on 31 February. ".repeat(2_000).as_bytes(),
    );
    soon("scheduled.txt", "talks will be held on Monday and a summit is scheduled for Tuesday and ".repeat(3_000).as_bytes());
}

#[test]
fn one_line_of_nothing_but_findings() {
    let lines = [
        "Both sides spread propaganda, ",
        "it is widely believed that three million of the largest, ",
        "remarks cited for this article ",
        "board,which ",
        "Norway's disinformation by Sweden ",
    ];
    for line in lines {
        let report = soon("line.txt", line.repeat(200_000 / line.len()).as_bytes());
        assert!(!report.audit.findings.is_empty(), "{line}");
    }
    let report = soon("brackets.txt", "They met. [notes of officials] ".repeat(10_000).as_bytes());
    assert_eq!(report.audit.findings.iter().filter(|finding| finding.kind == "untraceable_citation").count(), 10_000);
    soon("numbers.txt", "3 4 5 6 7 8 9 ".repeat(15_000).as_bytes());
}

#[test]
fn quotation_marks_without_partners() {
    soon("mixed.txt", "“he said ‘no \"yes” 'r\"' « » „\" ".repeat(5_000).as_bytes());
    soon("open.txt", "\"He said \"that \"they “would” talk\"\n\n".repeat(5_000).as_bytes());
    let report = soon("slip.txt", "“We agree, said the minister. The envoy said that “nobody” would wait.".as_bytes());
    assert!(report.statements.iter().any(|statement| statement.cue_lemma.as_deref() == Some("say")));
}
