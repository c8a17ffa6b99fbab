//! The grammar as the built-in model reads it: against the reference, and on texts that no model was made for.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde::Deserialize;

use super::{LONGEST, Workspace, read::read, tree::is_tree};
use crate::{
    syntax::{Model, Syntax, Token, TokenKind, read_grammar, record::Sentence, token},
    text::Span,
};

fn model() -> &'static Model {
    Model::embedded().unwrap()
}

/// What `model/train/reference.py` wrote of a sentence.
#[derive(Deserialize)]
struct Reference {
    words: String,
    tags: Vec<Vec<(String, f32)>>,
    heads: Vec<Vec<Option<f32>>>,
    best: Vec<usize>,
    names: Vec<String>,
}

/// How far a score may be from the reference, whose states are not rounded to fixed-point numbers.
const NEAR: f32 = 0.15;

#[test]
fn reference() {
    let sentences: Vec<Reference> = serde_json::from_str(include_str!("../../../model/train/reference.json")).unwrap();
    assert!(sentences.len() >= 5);
    let mut decided = 0;
    for expected in &sentences {
        let tokens: Vec<_> = words(&expected.words);
        let mut workspace = Workspace::default();
        let found = workspace.scores_of(model(), &expected.words, &tokens);
        for (index, token) in tokens.iter().enumerate() {
            let word = token.span.of(&expected.words);
            for (tag, score) in &expected.tags[index] {
                let place = model().tags.iter().position(|(xpos, upos)| *tag == format!("{}/{}", xpos.name(), upos.name()));
                let got = found.tags[index][place.unwrap()];
                assert!((got - score).abs() < NEAR, "{word} as {tag}: {got} for {score}");
            }
            for (head, score) in expected.heads[index].iter().enumerate().filter_map(|(head, score)| Some((head, (*score)?))) {
                let got = found.heads[index][head];
                assert!((got - score).abs() < NEAR, "{word} below {head}: {got} for {score}");
            }
        }
        if is_tree(&expected.best, &mut Vec::new()) {
            let read = grammar(&expected.words, tokens);
            for (index, token) in read.tokens.iter().enumerate() {
                let grammar = token.grammar.unwrap();
                let tag = format!("{}/{}", grammar.xpos.name(), grammar.upos.name());
                let found = (tag.as_str(), grammar.head.map_or(0, |head| head + 1), grammar.relation.name());
                assert_eq!(found, (expected.tags[index][0].0.as_str(), expected.best[index], expected.names[index].as_str()));
                decided += 1;
            }
        }
    }
    assert!(decided >= 40, "only {decided} words of the reference are in trees");
}

/// Tokens that are parted by spaces.
fn words(text: &str) -> Vec<Token> {
    let place = |word: &str| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        Token::new(Span::new(start, start + word.len()), TokenKind::Word)
    };
    text.split(' ').filter(|word| !word.is_empty()).map(place).collect()
}

/// The grammar of tokens as one sentence.
fn grammar(text: &str, mut tokens: Vec<Token>) -> Syntax {
    let mut lemmas = String::new();
    read(model(), text, &mut tokens, 0, &mut lemmas, None, &mut Workspace::default());
    let sentences = vec![Sentence { span: Span::new(0, text.len()), block: 0, tokens: 0..tokens.len() }];
    Syntax { sentences, tokens, lemmas, ..Syntax::default() }
}

/// Reads a text as one sentence: every token has a tag and a lemma, and there is one tree.
fn check_tree(text: &str) -> Syntax {
    let mut tokens = Vec::new();
    token::tokenize(text, Span::new(0, text.len()), &mut tokens);
    let syntax = grammar(text, tokens);
    let heads: Vec<_> = syntax.tokens.iter().map(|token| token.grammar.unwrap().head.map_or(0, |head| head + 1)).collect();
    assert!(heads.is_empty() || is_tree(&heads, &mut Vec::new()), "{heads:?} for {text:?}");
    for token in &syntax.tokens {
        assert!(!syntax.lemma(token).unwrap().is_empty(), "{token:?} in {text:?}");
        assert_eq!(token.head().is_none(), token.relation().unwrap().name() == "root");
    }
    syntax
}

#[test]
fn a_sentence_of_a_hundred_thousand_tokens_is_one_tree() {
    // Without optimisation a tenth of it takes as long as ten times as much with it.
    let length = if cfg!(debug_assertions) { 10_000 } else { 100_000 };
    let start = Instant::now();
    let syntax = check_tree(&"the envoys left , ".repeat(length / 4));
    assert_eq!(syntax.tokens.len(), length);
    // Loose, for slow machines; a quadratic walk would take much longer.
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

#[test]
fn texts_without_english_have_trees() {
    check_tree("");
    check_tree("?!");
    check_tree("12 + 7 = 19 ; 4,000.5 %");
    check_tree("🕊 👩\u{200D}🚀 \u{301}");
    check_tree("השליחים נפגשו בז׳נבה ביום שני");
    check_tree("اجتمع المبعوثون في جنيف يوم الاثنين");
    check_tree(&"\u{202E}אב גד ".repeat(100));
    check_tree(&"( ".repeat(500));
    check_tree(&"a".repeat(100_000));
    let planes: String = (0..=0x10_FFFF).step_by(997).filter_map(char::from_u32).flat_map(|c| [c, ' ']).collect();
    check_tree(&planes);
}

#[test]
fn lengths_around_a_cut_have_trees() {
    for length in (1..12).chain(LONGEST - 2..LONGEST + 3) {
        assert_eq!(check_tree(&"talks ".repeat(length)).tokens.len(), length);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_has_a_tree(text in any::<String>()) {
        check_tree(&text);
    }

    #[test]
    fn any_words_have_a_tree(words in prop::collection::vec("(the|of|said|talks|that|,|and|Kyiv|“|WILL|to|2024|n't|[a-zA-Z]{1,9})", 0..60)) {
        check_tree(&words.join(" "));
    }

    /// What is kept of words changes no result.
    #[test]
    fn what_came_before_changes_nothing(before in any::<String>(), words in prop::collection::vec("[a-zA-Z]{1,4}", 1..40)) {
        let text = words.join(" ");
        let fresh = check_tree(&text);
        let mut workspace = Workspace::default();
        for text in [&before, &text, &before] {
            let mut used = Syntax { tokens: self::words(text), ..Syntax::default() };
            used.sentences.push(Sentence { span: Span::new(0, text.len()), block: 0, tokens: 0..used.tokens.len() });
            read_grammar(text, &mut used, model(), &mut workspace);
        }
        let mut again = fresh.clone();
        again.tokens.iter_mut().for_each(|token| token.grammar = None);
        read_grammar(&text, &mut again, model(), &mut workspace);
        let grammar = |syntax: &Syntax| syntax.tokens.iter().map(|token| token.grammar).collect::<Vec<_>>();
        prop_assert_eq!(grammar(&again), grammar(&fresh));
    }
}
