//! The phase itself: every block of the article is cut into tokens, and these are gathered into sentences.

use super::{Model, RoleModel, Sentence, Syntax, Token, Workspace, grammar, quotation::quotations, role, sentence, token};
use crate::{
    ingest::{BlockKind, Document},
    text::Span,
};

/// Splits the blocks of a document into sentences and tokens. Furniture and citations have none; each cell of a table is one.
/// The tokens have no grammar; see [`parse_with`].
pub fn parse(document: &Document) -> Syntax {
    parse_with(document, None, &mut Workspace::default())
}

/// The same as [`parse`], with the grammar of each token where there is a model. The workspace may have served other texts: what they had
/// in common with this one is faster then, and nothing else changes.
pub fn parse_with(document: &Document, model: Option<&Model>, workspace: &mut Workspace) -> Syntax {
    let mut syntax = split(document);
    if let Some(model) = model {
        read_grammar(document.text(), &mut syntax, model, workspace);
    }
    syntax
}

/// The same as [`parse_with`] for a model, and for each token which part of a statement it may be.
pub fn parse_with_roles(document: &Document, model: &Model, roles: &RoleModel, workspace: &mut Workspace) -> Syntax {
    let mut syntax = split(document);
    let quoted = role::quoted(&syntax.tokens, &syntax.quotations);
    let mut found = Vec::with_capacity(syntax.tokens.len());
    let parts = grammar::Parts { model: roles, quoted: &quoted, found: &mut found };
    read_sentences(document.text(), &mut syntax, model, Some(parts), workspace);
    syntax.roles = found;
    syntax
}

/// The same as [`parse_with`] for a model, with the states of all tokens, one behind the other: what a network that reads them learns from.
#[cfg(feature = "train")]
pub fn parse_with_states(document: &Document, model: &Model, workspace: &mut Workspace) -> (Syntax, Vec<f32>) {
    let mut syntax = split(document);
    let mut states = Vec::new();
    syntax.lemmas.clear();
    for sentence in &syntax.sentences {
        if let Some(tokens) = syntax.tokens.get_mut(sentence.tokens.clone()) {
            grammar::read(model, document.text(), tokens, sentence.tokens.start, &mut syntax.lemmas, None, workspace);
            let last: &[f32] = bytemuck::cast_slice(&workspace.encoded().states);
            // Of a sentence that was read in stretches only the last has its states still.
            states.resize(sentence.tokens.end * model.width - last.len(), 0.0);
            states.extend_from_slice(last);
        }
    }
    (syntax, states)
}

/// Gives the tokens of all sentences their grammar.
pub fn read_grammar(text: &str, syntax: &mut Syntax, model: &Model, workspace: &mut Workspace) {
    read_sentences(text, syntax, model, None, workspace);
}

fn read_sentences(text: &str, syntax: &mut Syntax, model: &Model, mut parts: Option<grammar::Parts<'_>>, workspace: &mut Workspace) {
    syntax.lemmas.clear();
    for sentence in &syntax.sentences {
        let first = sentence.tokens.start;
        if let Some(tokens) = syntax.tokens.get_mut(sentence.tokens.clone()) {
            grammar::read(model, text, tokens, first, &mut syntax.lemmas, parts.as_mut(), workspace);
        }
    }
}

/// In English a token takes somewhat more bytes, the white space behind it included.
const BYTES_PER_TOKEN: usize = 5;

/// Cuts the blocks into tokens and gathers these into sentences.
fn split(document: &Document) -> Syntax {
    let mut syntax = Syntax { quotations: quotations(document), ..Syntax::default() };
    // About as many as there will be, so that the long list is not moved time and again while it grows.
    syntax.tokens.reserve(document.text().len() / BYTES_PER_TOKEN);
    let mut scratch = Vec::new();
    for (index, block) in document.article() {
        let text = document.text();
        match &block.kind {
            BlockKind::Table(table) => {
                for cell in table.header.iter().chain(&table.rows).flat_map(|row| &row.cells) {
                    whole(text, cell.span, index, &mut syntax);
                }
            }
            // A line that holds several items ("1) ... 2) ...") is no item itself: its first label is one of its words, like the others.
            BlockKind::ListItem { .. } if holds_items(text, block.span, &mut scratch) => {
                running(text, block.span, index, &mut scratch, &mut syntax);
            }
            _ => running(text, block.content, index, &mut scratch, &mut syntax),
        }
    }
    syntax
}

/// Whether a second item begins inside a stretch of text.
fn holds_items(text: &str, span: Span, scratch: &mut Vec<Token>) -> bool {
    scratch.clear();
    token::tokenize(text, span, scratch);
    let mut ends = sentence::ends(text, scratch).into_iter();
    ends.any(|end| end.before_item)
}

/// A stretch that is one sentence as it stands.
fn whole(text: &str, span: Span, block: usize, syntax: &mut Syntax) {
    let first = syntax.tokens.len();
    token::tokenize(text, span, &mut syntax.tokens);
    close(first, block, syntax);
}

/// A stretch of running text.
// A function of its own, so that an engine of WebAssembly can put optimised code in place after the first blocks.
#[inline(never)]
fn running(text: &str, span: Span, block: usize, scratch: &mut Vec<Token>, syntax: &mut Syntax) {
    scratch.clear();
    token::tokenize(text, span, scratch);
    let mut first = 0;
    for end in sentence::ends(text, scratch) {
        let start = syntax.tokens.len();
        let found = scratch.get(first..end.after).unwrap_or(&[]);
        syntax.tokens.extend_from_slice(found);
        if let Some(stop) = end.stop {
            part_stop(start + stop.saturating_sub(first), &mut syntax.tokens);
        }
        close(start, block, syntax);
        first = end.after;
    }
}

/// Makes the full stop behind a word a token of its own: it ends the sentence, and the word is no abbreviation after all.
fn part_stop(index: usize, tokens: &mut Vec<Token>) {
    let Some(word) = tokens.get_mut(index) else { return };
    let end = word.span.end;
    word.span.end -= 1;
    let stop = Token::new(Span::new(end - 1, end), super::TokenKind::Punctuation);
    tokens.insert(index + 1, stop);
}

/// Makes a sentence of the tokens from `first` on.
fn close(first: usize, block: usize, syntax: &mut Syntax) {
    if let (Some(start), Some(end)) = (syntax.tokens.get(first), syntax.tokens.last()) {
        let span = Span::new(start.span.start, end.span.end);
        syntax.sentences.push(Sentence { span, block, tokens: first..syntax.tokens.len() });
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use proptest::prelude::*;

    use super::*;
    use crate::{
        Options,
        ingest::{self, Block, Cell, CellKind, Furniture, Row, Table},
        syntax::TokenKind,
    };

    /// The sentences of a text that is one block.
    fn block(text: &str) -> Syntax {
        let mut syntax = Syntax::default();
        running(text, Span::new(0, text.len()), 0, &mut Vec::new(), &mut syntax);
        syntax
    }

    fn check(text: &str, expected: &[&str]) {
        let syntax = block(text);
        let found: Vec<_> = syntax.sentences.iter().map(|sentence| sentence.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    /// Tokens cover every visible character once, in order, on character boundaries; sentences are runs of tokens and leave none out.
    fn check_cover(text: &str) -> Syntax {
        let syntax = block(text);
        let mut at = 0;
        for token in &syntax.tokens {
            let between = text.get(at..token.span.start).unwrap_or_else(|| panic!("{token:?} behind {at} in {text:?}"));
            assert_eq!(between.trim(), "", "left out before {token:?} in {text:?}");
            let words = text.get(token.span.start..token.span.end).unwrap_or_else(|| panic!("{token:?} in {text:?}"));
            assert!(!words.is_empty() && !words.contains(char::is_whitespace), "{words:?} in {text:?}");
            at = token.span.end;
        }
        assert_eq!(text.get(at..).unwrap_or("?").trim(), "", "left out at the end of {text:?}");
        let mut next = 0;
        for sentence in &syntax.sentences {
            assert_eq!(sentence.tokens.start, next, "{text:?}");
            next = sentence.tokens.end;
            let (first, last) = (syntax.tokens[sentence.tokens.start], syntax.tokens[next - 1]);
            assert_eq!(sentence.span, Span::new(first.span.start, last.span.end));
        }
        assert_eq!(next, syntax.tokens.len(), "{text:?}");
        syntax
    }

    proptest! {
        #[test]
        fn any_text_is_covered_once(text in any::<String>()) {
            prop_assert_eq!(check_cover(&text), block(&text));
        }

        /// Characters that rules look for, so that they meet in every way.
        #[test]
        fn any_mixture_of_what_rules_look_for_is_covered_once(text in "([.!?…,:;'’\"“”()\\[\\]@#/$+&_°•⁃\u{301}\u{200D}🕊🇺 \n\r-]|Mr|U|i|e|g|p|m|12|345|com|www|http:|don|t|s|the|Kyiv|é|会|。|no|No|ex|Yahoo){0,24}") {
            prop_assert_eq!(check_cover(&text), block(&text));
        }
    }

    /// Loose, for slow machines; a quadratic walk over these would take much longer.
    fn check_time(text: &str) -> Syntax {
        let start = Instant::now();
        let syntax = check_cover(text);
        assert!(start.elapsed() < Duration::from_secs(20), "{:?} for {} bytes", start.elapsed(), text.len());
        syntax
    }

    #[test]
    fn a_very_long_sentence_is_one() {
        let syntax = check_time(&format!("{}end.", "word ".repeat(100_000)));
        assert_eq!((syntax.sentences.len(), syntax.tokens.len()), (1, 100_002));
    }

    #[test]
    fn ten_megabytes_without_a_space() {
        assert_eq!(check_time(&"a".repeat(10_000_000)).tokens.len(), 1);
    }

    #[test]
    fn long_chunks_that_look_like_something() {
        for pattern in [
            "ab.",
            "a.",
            "a-1",
            "1-1-",
            "12,",
            "http://a<",
            "a@",
            "@a",
            "#1",
            "don't",
            "'",
            "(",
            ")",
            "\"'“",
            ".)",
            ". ",
            "• ",
            "1. ",
            ":)",
            "[1]",
            "🇺",
            "👩\u{200D}",
            "\u{301}",
            "?!",
            "a_",
            "non-",
            "e.g.",
            "A.",
            "N°",
        ] {
            check_time(&pattern.repeat(300_000 / pattern.len()));
            check_time(&format!("He left.{}", pattern.repeat(300_000 / pattern.len())));
        }
    }

    #[test]
    fn nested_quotations_and_brackets() {
        check_time(&format!("{}He left.{} Then", "(\"".repeat(100_000), "\")".repeat(100_000)));
        check_time(&". . ".repeat(100_000));
        check_time(&format!("One.{}Two.", " ".repeat(1_000_000)));
    }

    #[test]
    fn every_plane_of_unicode() {
        let all: String = (0..=0x10_FFFF).step_by(7).filter_map(char::from_u32).collect();
        check_cover(&all);
        let apart: String = (0..=0x10_FFFF).step_by(31).filter_map(char::from_u32).flat_map(|c| [c, ' ']).collect();
        check_cover(&apart);
    }

    #[test]
    fn nothing_to_read_has_no_sentence() {
        for text in ["", " \n\t\u{3000}"] {
            assert_eq!(block(text), Syntax::default());
        }
    }

    #[test]
    fn wrapped_lines_are_one_sentence_and_bare_lines_are_several() {
        check("The envoys will meet again\nin the spring.", &["The envoys will meet again\nin the spring."]);
        check("It was a long \r\nwinter of talks. They went on.", &["It was a long \r\nwinter of talks.", "They went on."]);
        check("Members\nBudget and staff\nElections, rules", &["Members", "Budget and staff", "Elections, rules"]);
        check("The end of the\nlong talks", &["The end of the\nlong talks"]);
        check("One title\n\nand what follows it.", &["One title", "and what follows it."]);
        check("- 1. The guns\n2. The road", &["- 1. The guns", "2. The road"]);
    }

    #[test]
    fn labels_with_a_stop_count_items() {
        check("1. The guns leave 2. The road opens", &["1. The guns leave", "2. The road opens"]);
        check("1.) The guns leave. 2.) The road opens.", &["1.) The guns leave.", "2.) The road opens."]);
        check("• 3. The guns leave • 4. The road opens", &["• 3. The guns leave", "• 4. The road opens"]);
        check("a. The guns leave b. The road opens", &["a. The guns leave", "b. The road opens"]);
        check("1. The guns of 2. The road", &["1. The guns of", "2. The road"]);
        check("1. The plan lists 7. They count", &["1. The plan lists 7.", "They count"]);
    }

    #[test]
    fn references_stay_with_their_sentence() {
        check("It was renewed. [4] [citation needed] He left.", &["It was renewed. [4] [citation needed]", "He left."]);
        check("It was renewed. [The] He left.", &["It was renewed.", "[The] He left."]);
    }

    #[test]
    fn a_list_item_that_holds_others_keeps_its_label() {
        let check = |text: &str, mark: usize, expected: &[&str]| {
            let mut document = ingest::ingest("list.txt", b"-", &Options::default()).unwrap();
            document.source = crate::text::SourceText::extracted(text.to_owned());
            let span = Span::new(0, text.len());
            let content = Span::new(mark, text.len());
            document.blocks = vec![Block { span, content, kind: BlockKind::ListItem { depth: 0 }, section: Vec::new() }];
            let syntax = parse(&document);
            let found: Vec<_> = syntax.sentences.iter().map(|sentence| sentence.span.of(text)).collect();
            assert_eq!(found, expected);
        };
        check("1) guns 2) roads", 3, &["1) guns", "2) roads"]);
        check("1) guns and roads. They open.", 3, &["guns and roads.", "They open."]);
    }

    #[test]
    fn kinds_say_what_a_token_is_made_of() {
        let text = "Kyiv paid $3.5m, the 10th 🕊";
        let kinds: Vec<_> = block(text).tokens.iter().map(|token| token.kind).collect();
        use TokenKind::{Number, Punctuation, Symbol, Word};
        assert_eq!(kinds, [Word, Word, Symbol, Number, Word, Punctuation, Word, Word, Symbol]);
    }

    #[test]
    fn cells_are_sentences_and_furniture_has_none() {
        let text = "State A. Yes | No. 5 read more. It pays";
        let mut document = ingest::ingest("page.txt", text.as_bytes(), &Options::default()).unwrap();
        let span = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let cell = |words| Cell { span: span(words), kind: CellKind::Text };
        let empty = Cell { span: Span::new(14, 14), kind: CellKind::Empty };
        let row = Row { span: span("State A. Yes | No. 5"), cells: vec![cell("State A. Yes"), empty, cell("No. 5")] };
        let table = BlockKind::Table(Table { header: Some(row), rows: Vec::new() });
        let furniture = BlockKind::Furniture(Furniture { reason: "reading_prompt".to_owned(), explanation: String::new() });
        let block = |words, kind| Block { span: span(words), content: span(words), kind, section: Vec::new() };
        document.blocks = vec![block("State A. Yes | No. 5", table), block("read more. It pays", furniture)];
        let syntax = parse(&document);
        let found: Vec<_> = syntax.sentences.iter().map(|sentence| (sentence.block, sentence.span.of(text))).collect();
        assert_eq!(found, [(0, "State A. Yes"), (0, "No. 5")]);
    }
}
