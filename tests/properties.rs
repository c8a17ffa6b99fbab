//! What holds for any bytes and any text.

#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice)]

use proptest::prelude::*;
use rapporteur::{
    Options, export,
    report::{Range, Report},
    text::OffsetUnit,
};

const UNITS: [OffsetUnit; 3] = [OffsetUnit::Chars, OffsetUnit::Utf16, OffsetUnit::Bytes];

fn read(name: &str, bytes: &[u8], offsets: OffsetUnit) -> Report {
    let options = Options { offsets, text: true, tokens: true, ..Options::default() };
    rapporteur::read(name, bytes, &options).unwrap()
}

/// Every range of a report, with what it is.
fn ranges(report: &Report) -> Vec<(&'static str, &Range)> {
    let mut found = Vec::new();
    for block in &report.blocks {
        found.extend([("block", &block.span), ("block content", &block.content)]);
        let rows = block.table.iter().flat_map(|table| table.header.iter().chain(&table.rows));
        found.extend(rows.flat_map(|row| row.cells.iter().map(|cell| ("cell", &cell.span)).chain([("row", &row.span)])));
    }
    found.extend(report.sentences.iter().map(|sentence| ("sentence", &sentence.span)));
    found.extend(report.tokens.iter().flatten().map(|token| ("token", &token.span)));
    found.extend(report.mentions.iter().map(|mention| ("mention", &mention.span)));
    found.extend(report.times.iter().map(|time| ("time", &time.span)));
    for statement in &report.statements {
        let parts = statement.source.iter().chain(&statement.cue).chain(&statement.addressee).chain(&statement.content);
        found.extend(parts.map(|range| ("statement", range)));
    }
    found.extend(report.questions.iter().flat_map(|pair| [("question", &pair.question), ("answer", &pair.answer)]));
    found.extend(report.citations.iter().map(|citation| ("citation", &citation.span)));
    found.extend(report.diagnostics.iter().filter_map(|diagnostic| diagnostic.span.as_ref()).map(|range| ("diagnostic", range)));
    found.extend(report.summary.iter().flat_map(|line| [("line of the brief", &line.span), ("why", &line.why)]));
    found.extend(report.takeaways.iter().flat_map(|takeaway| [("takeaway", &takeaway.span), ("why", &takeaway.why)]));
    if let Some(asked) = &report.headline_question {
        found.extend(
            [("headline", &asked.question)].into_iter().chain(asked.answer.iter().chain(&asked.why).map(|range| ("answer", range))),
        );
    }
    let metadata = &report.metadata;
    let stated = [&metadata.title, &metadata.byline, &metadata.publisher, &metadata.curator, &metadata.date];
    found.extend(stated.into_iter().flatten().chain(&metadata.sources).filter_map(|stated| stated.span.as_ref()).map(|r| ("metadata", r)));
    found.extend(metadata.related.iter().map(|related| ("related", &related.span)));
    found
}

/// The words of a range in each unit; `None` where it does not fit the text or splits a character.
fn words(text: &str, bytes: &[u8], unit: OffsetUnit, range: &Range) -> Option<String> {
    if range.start > range.end {
        return None;
    }
    match unit {
        OffsetUnit::Chars => {
            let chars: Vec<char> = text.chars().collect();
            Some(chars.get(range.start..range.end)?.iter().collect())
        }
        OffsetUnit::Utf16 => {
            let units: Vec<u16> = text.encode_utf16().collect();
            String::from_utf16(units.get(range.start..range.end)?).ok()
        }
        OffsetUnit::Bytes => String::from_utf8(bytes.get(range.start..range.end)?.to_vec()).ok(),
    }
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let [chars, utf16, bytes] = UNITS.map(|unit| read("case.txt", text.as_bytes(), unit));
    for ((what, a), ((_, b), (_, c))) in ranges(&chars).into_iter().zip(ranges(&utf16).into_iter().zip(ranges(&bytes))) {
        let body = chars.document.text.as_deref().unwrap();
        let expected = words(body, text.as_bytes(), OffsetUnit::Chars, a);
        prop_assert!(expected.is_some(), "{what} {a:?} does not fit");
        prop_assert_eq!(&words(body, text.as_bytes(), OffsetUnit::Utf16, b), &expected, "{} in utf16", what);
        prop_assert_eq!(&words(body, text.as_bytes(), OffsetUnit::Bytes, c), &expected, "{} in bytes", what);
    }
    blocks_cover(&chars)?;
    brief_is_of_the_text(&chars)?;
    prop_assert_eq!(export::line(&chars), export::line(&read("case.txt", text.as_bytes(), OffsetUnit::Chars)));
    Ok(())
}

/// Blocks lie in order, do not overlap, and leave nothing visible out; sentences lie in article blocks.
fn blocks_cover(report: &Report) -> Result<(), TestCaseError> {
    let text: Vec<char> = report.document.text.as_deref().unwrap().chars().collect();
    let mut at = 0;
    for block in &report.blocks {
        prop_assert!(at <= block.span.start && block.span.start < block.span.end, "block {:?} after {at}", block.span);
        let between = &text[at..block.span.start];
        prop_assert!(between.iter().all(|c| c.is_whitespace()), "{between:?} is in no block");
        prop_assert!(block.span.start <= block.content.start && block.content.end <= block.span.end);
        at = block.span.end;
    }
    prop_assert!(text[at..].iter().all(|c| c.is_whitespace()), "{:?} is in no block", &text[at..]);
    for sentence in &report.sentences {
        let block = &report.blocks[sentence.block];
        prop_assert!(block.kind != "furniture", "a sentence in furniture");
        prop_assert!(block.span.start <= sentence.span.start && sentence.span.end <= block.span.end);
    }
    Ok(())
}

/// The lines of a brief are sentences of the article, or those without their label: each once, no more than a few, news before background.
fn brief_is_of_the_text(report: &Report) -> Result<(), TestCaseError> {
    prop_assert!(report.summary.len() <= 9 && report.takeaways.len() <= 12);
    let places: Vec<(bool, usize)> = report.summary.iter().map(|line| (line.group == "background", line.sentence)).collect();
    prop_assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{places:?}");
    for line in &report.summary {
        let sentence = &report.sentences[line.sentence];
        prop_assert!(sentence.span.start <= line.span.start && line.span.start < line.span.end && line.span.end == sentence.span.end);
        prop_assert!(["paragraph", "list_item", "quote"].contains(&report.blocks[sentence.block].kind));
    }
    for takeaway in &report.takeaways {
        prop_assert!(report.summary.iter().all(|line| line.sentence != takeaway.sentence), "a takeaway stands twice");
        prop_assert!(takeaway.restates.iter().all(|index| *index < report.sentences.len() && *index != takeaway.sentence));
    }
    Ok(())
}

/// Texts that look like what people drop: words of the field, marks, odd white space, scripts from right to left.
fn text_like() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(vec![
            "The envoy", "said", "that", "talks", "would resume", "Kyiv", "Moscow", "accused", "the US", "of", "according to",
            "officials", "on Monday", "January 4", "in 2014", "Mr. Lind", "U.S.", "3.5", "“whipping up”", "\"no deal\"", "it’s", "if",
        ]).prop_map(str::to_owned),
        2 => prop::sample::select(vec![". ", ", ", "? ", ": ", "… ", " - ", "\n", "\n\n", "\r\n", "\n• ", "\n- ", "\n| a | b |\n|---|---|\n| c |", "\n# ", "[note]", "(", ")", "«", "»", "’", "\t"]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => prop::sample::select(vec!["🕊️", "👩🏽‍⚖️", "السلام عليكم", "é", "e\u{301}", "\u{200F}", "\u{FEFF}", "\0", "𝔸", "中文。", "\u{85}", "\u{2028}"]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| {
        let mut text = String::new();
        for piece in pieces {
            text.push_str(&piece);
            if !piece.ends_with(char::is_whitespace) {
                text.push(' ');
            }
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_slice_to_the_same_words_in_every_unit(text in text_like()) {
        // A byte-order mark is no part of the text.
        check(text.trim_start_matches('\u{FEFF}'))?;
    }

    #[test]
    fn any_string_is_read(text in any::<String>()) {
        let text = text.trim_start_matches('\u{FEFF}').replace("<", "‹");
        if rapporteur::read("case.txt", text.as_bytes(), &Options::default()).is_ok() {
            check(&text)?;
        }
    }

    #[test]
    fn any_bytes_give_a_report_or_a_reason(bytes in prop::collection::vec(any::<u8>(), 0..400), name in "[a-z]{1,4}\\.(txt|md|html)") {
        match rapporteur::read(&name, &bytes, &Options::default()) {
            Ok(report) => prop_assert_eq!(report.document.bytes, bytes.len()),
            Err(error) => prop_assert!(error.to_string().contains(&name)),
        }
    }
}
