//! The tokens of a sentence with their grammar in; out come the names that no list knows, with what shows that they are persons'.

use std::ops::Range;

use super::{
    gender::{Sort, gendered, is_owned, is_personal_verb, is_trade},
    words::{is_closed_class, is_time_word, name_particle},
};
use crate::{
    lexicon::{Gender, Lexicon},
    syntax::{Relation, Syntax, Token, TokenKind, Upos, Xpos},
    text::Span,
};

/// How many tokens a name may have.
const MAX_NAME: usize = 8;
/// How many tokens around a name may depend on it and are looked at.
const MAX_NEAR: usize = 12;

/// A chain of proper nouns.
#[derive(Debug, Clone)]
pub struct Chain {
    /// The words, with titles.
    pub span: Span,
    /// The words without titles.
    pub name: Span,
    /// How many words the name has.
    pub words: usize,
    /// What shows that it is a person's.
    pub evidence: Evidence,
    /// What the words beside it say: `Some(true)` for a woman.
    pub feminine: Option<bool>,
    /// Whether it is the subject of a verb.
    pub subject: bool,
}

/// What shows that a name is a person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// It stands as places do ("in Evanston").
    Place,
    /// Nothing.
    None,
    /// A given name, a title, a trade, a verb or a noun that goes with persons only.
    Person,
}

/// The names in the tokens of a sentence, in order.
#[inline(never)]
pub fn chains(text: &str, syntax: &Syntax, tokens: Range<usize>) -> Vec<Chain> {
    let mut found = Vec::new();
    let capitals = capitals(text, syntax.tokens.get(tokens.clone()).unwrap_or(&[]));
    let mut at = tokens.start;
    while at < tokens.end {
        let end = chain_end(text, syntax, at, tokens.end, capitals);
        if end > at {
            found.extend(
                read(text, syntax, at..end, &tokens).filter(|chain| capitals == Capitals::Tell || chain.evidence == Evidence::Person),
            );
        }
        at = end.max(at + 1);
    }
    found
}

/// Whether a token is a proper noun; inside a sentence a capital shows one too, whatever the model takes the word for.
fn is_proper(text: &str, syntax: &Syntax, index: usize, capitals: Capitals) -> bool {
    let Some(token) = syntax.tokens.get(index) else { return false };
    let word = token.span.of(text);
    if token.kind != TokenKind::Word || !word.chars().next().is_some_and(char::is_uppercase) || is_time_word(&word.to_lowercase()) {
        return false;
    }
    match token.upos() {
        Some(Upos::Propn) => true,
        Some(Upos::Noun | Upos::Adj | Upos::Adv | Upos::Verb | Upos::X | Upos::Intj) => {
            let opens = index
                .checked_sub(1)
                .and_then(|before| syntax.tokens.get(before))
                .is_none_or(|before| before.kind != TokenKind::Word && before.kind != TokenKind::Number && before.span.of(text) != ",");
            let known = || {
                let lexicon = Lexicon::get();
                !lexicon.name(word).is_empty() || !lexicon.titles(word).is_empty() || lexicon.source_head(word).is_some()
            };
            capitals == Capitals::Tell
                && !opens
                && !is_closed_class(&word.to_lowercase())
                && word.chars().count() > 2
                && word.chars().any(char::is_lowercase)
                && !known()
        }
        _ => false,
    }
}

/// Whether capitals tell names from other words in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Capitals {
    /// They do.
    Tell,
    /// They stand everywhere, as in a title.
    Abound,
}

fn capitals(text: &str, tokens: &[Token]) -> Capitals {
    let (mut upper, mut all) = (0, 0);
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Word && token.span.len() > 3) {
        all += 1;
        upper += usize::from(token.span.of(text).chars().next().is_some_and(char::is_uppercase));
    }
    let stopped = tokens.last().is_some_and(|last| matches!(last.span.of(text), "." | "!" | "?"));
    let abound = if stopped { all >= 6 && upper * 10 > all * 9 } else { all >= 4 && upper * 5 > all * 3 };
    if abound { Capitals::Abound } else { Capitals::Tell }
}

/// Where the chain that begins at a token ends; the token itself where none does.
fn chain_end(text: &str, syntax: &Syntax, start: usize, limit: usize, capitals: Capitals) -> usize {
    let token = |index: usize| syntax.tokens.get(index).filter(|_| index < limit);
    let proper = |index: usize| token(index).is_some() && is_proper(text, syntax, index, capitals);
    if !proper(start) {
        return start;
    }
    let mut end = start + 1;
    while end - start < MAX_NAME {
        let word = token(end).map_or("", |found| found.span.of(text));
        let touches = |index: usize| {
            let before = token(index - 1).map(|found| found.span.end);
            before.is_some() && before == token(index).map(|found| found.span.start)
        };
        // "von der Leyen", "Jae-in"
        let joint = match word {
            "-" | "‑" if touches(end) && touches(end + 1) => 1,
            _ => (end..end + 3).take_while(|&index| token(index).is_some_and(|found| name_particle(found.span.of(text)).is_some())).count(),
        };
        let next = end + joint;
        let hyphen = joint > 0 && matches!(word, "-" | "‑");
        // "Jae-in" is a name, "UN-mediated" is none.
        let syllable = || token(next).is_some_and(|found| found.span.len() <= 4);
        if !(proper(next) || hyphen && syllable()) {
            break;
        }
        let head = |index: usize| token(index).and_then(Token::head);
        let linked = joint > 0
            || head(next).is_some_and(|head| (start..next).contains(&head))
            || (start..next).any(|index| head(index) == Some(next))
            || head(next).is_some() && head(next) == head(next - 1);
        let apart = token(next).and_then(Token::relation).is_some_and(|relation| matches!(relation, Relation::Appos | Relation::Conj));
        if !linked || apart {
            break;
        }
        end = next + 1;
    }
    end
}

fn read(text: &str, syntax: &Syntax, mut range: Range<usize>, sentence: &Range<usize>) -> Option<Chain> {
    let word = |index: usize| syntax.tokens.get(index).map_or("", |token| token.span.of(text));
    let lower = |index: usize| word(index).to_lowercase();
    let start = syntax.tokens.get(range.start)?.span.start;
    let mut feminine = None;
    let mut evidence = Evidence::None;
    // "Queen Anne", "Uncle Vernon"
    while range.len() > 1
        && let Some(title) = gendered(&lower(range.start)).filter(|title| title.sort != Sort::Person)
    {
        feminine = Some(title.feminine);
        evidence = Evidence::Person;
        range.start += 1;
    }
    let (first, last) = (syntax.tokens.get(range.start)?, syntax.tokens.get(range.end.checked_sub(1)?)?);
    let lexicon = Lexicon::get();
    let office = |index: usize| {
        let titles = lexicon.titles(word(index));
        let sure = titles.iter().any(|found| found.values.first().is_some_and(|role| !role.ambiguous));
        sure && lexicon.first_name(word(index)).is_none()
    };
    // "Supervisor Guerrero"
    while range.len() > 1 && office(range.start) {
        evidence = Evidence::Person;
        range.start += 1;
    }
    let letters = word(range.start);
    // "Hwasong-12", "Chairman"
    let number = range.clone().any(|index| word(index).contains(|c: char| c.is_ascii_digit()))
        || syntax.tokens.get(range.end..(range.end + 2).min(sentence.end)).unwrap_or(&[]).iter().any(|token| {
            token.kind == TokenKind::Number && syntax.tokens.get(range.end - 1).is_some_and(|last| last.span.end + 1 >= token.span.start)
        });
    if number || range.len() == 1 && office(range.start) {
        return None;
    }
    let capitals = range.len() == 1 && letters.chars().count() > 1 && !letters.chars().any(char::is_lowercase);
    let short = letters.chars().count() < 2 && range.len() == 1;
    if capitals || short {
        return None;
    }
    let head = range.clone().find(|&index| syntax.tokens.get(index).and_then(Token::head).is_none_or(|head| !range.contains(&head)))?;
    let grammar = syntax.tokens.get(head)?.grammar?;
    if let Some(known) = lexicon.first_name(letters) {
        evidence = evidence.max(if known.ambiguous && range.len() == 1 { Evidence::None } else { Evidence::Person });
        feminine = feminine.or(if known.ambiguous && range.len() == 1 { None } else { feminine_of(known.gender) });
    }
    let mut place = false;
    let from = range.start.saturating_sub(MAX_NEAR).max(sentence.start);
    let to = (range.end + MAX_NEAR).min(sentence.end);
    for index in (from..to).filter(|index| !range.contains(index)) {
        let Some(token) = syntax.tokens.get(index).filter(|token| token.head() == Some(head)) else { continue };
        let lemma = syntax.lemma(token).unwrap_or("");
        match token.relation() {
            // "the Treaty"; "the young Faulkner" has a word between.
            Some(Relation::Det) if index + 1 == range.start => return None,
            Some(Relation::Case) if matches!(lemma, "in" | "at" | "near" | "into" | "outside" | "across") => place = true,
            Some(Relation::Appos | Relation::Compound | Relation::Flat) if is_trade(lemma) => {
                evidence = Evidence::Person;
                feminine = feminine.or(gendered(lemma).map(|word| word.feminine));
            }
            Some(Relation::Acl)
                if syntax.tokens.get(range.end..index).is_some_and(|between| between.iter().any(|t| t.span.of(text) == "who")) =>
            {
                evidence = Evidence::Person;
            }
            _ => {}
        }
    }
    let governor = grammar.head.and_then(|head| Some((head, syntax.tokens.get(head)?)));
    let lemma = governor.and_then(|(_, token)| syntax.lemma(token)).unwrap_or("");
    let subject = grammar.relation == Relation::Nsubj;
    let owner = syntax.tokens.get(range.end).is_some_and(|token| token.xpos() == Some(Xpos::Pos));
    match (grammar.relation, governor) {
        (Relation::Nsubj, Some((index, token))) => {
            let verb = token.upos() == Some(Upos::Verb) && is_personal_verb(lemma);
            // "Anna was a novelist"
            let noun = token.upos() == Some(Upos::Noun) && index > range.end && is_trade(lemma);
            if verb || noun {
                evidence = evidence.max(Evidence::Person);
            }
            if noun {
                feminine = feminine.or(gendered(lemma).map(|word| word.feminine));
            }
        }
        (Relation::Nmod, Some(_)) if owner && is_owned(lemma) => evidence = Evidence::Person,
        (Relation::Appos | Relation::Flat | Relation::Compound, Some((_, token)))
            if token.upos() == Some(Upos::Noun) && is_trade(lemma) =>
        {
            evidence = Evidence::Person;
            feminine = feminine.or(gendered(lemma).map(|word| word.feminine));
        }
        _ => {}
    }
    // "US-Russia Peace Talks"
    let known = |part: &str| lexicon.name(part).iter().any(|name| !name.ambiguous);
    let state = || range.clone().any(|index| word(index).split(['-', '‑', '–']).any(known));
    if (evidence != Evidence::Person || feminine.is_none() && lexicon.first_name(letters).is_none()) && state() {
        return None;
    }
    // "the missile Kim ordered"
    let noun = range.start.checked_sub(1).and_then(|before| syntax.tokens.get(before)).filter(|before| before.upos() == Some(Upos::Noun));
    let beside = |noun: &Token| {
        noun.head() == Some(head) && matches!(noun.relation(), Some(Relation::Compound | Relation::Flat | Relation::Nmod))
            || matches!(grammar.relation, Relation::Appos | Relation::Flat) && grammar.head.is_some_and(|head| head < range.start)
    };
    if evidence == Evidence::None && noun.is_some_and(|noun| !beside(noun) && !syntax.lemma(noun).is_some_and(is_trade)) {
        return None;
    }
    if place && evidence == Evidence::None {
        evidence = Evidence::Place;
    }
    let span = Span::new(start, last.span.end);
    let name = Span::new(first.span.start, last.span.end);
    Some(Chain { span, name, words: range.len(), evidence, feminine, subject })
}

/// The sex that a given name shows.
pub fn feminine_of(gender: Gender) -> Option<bool> {
    match gender {
        Gender::Male => Some(false),
        Gender::Female => Some(true),
        Gender::Both => None,
    }
}
