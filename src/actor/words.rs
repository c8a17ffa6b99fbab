//! A sentence in; out come its words with a guess at what part each plays.
//!
//! The guess is shallow: closed classes from a list, verbs by their form and their neighbours. It is what the look-ups of
//! [`crate::statement`] stand on until a parser fills them.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::{
    lexicon::{Inflection, Lexicon},
    syntax::{Token, TokenKind},
    text::Span,
};

/// The part that a word plays in its sentence, as far as its form and neighbours tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// "the", "some", "both".
    Determiner,
    /// "his", "their".
    Possessor,
    /// "he", "them", "others".
    Pronoun,
    /// "of", "with".
    Preposition,
    /// "to", before a noun or a verb.
    To,
    /// "and", "or".
    Coordinator,
    /// "but": begins a clause of the author's own.
    Contrast,
    /// "because", "while".
    Subordinator,
    /// "that", whatever it does.
    That,
    /// "who", "which".
    Relative,
    /// "how", "what".
    Wh,
    /// "has", "would".
    Auxiliary,
    /// "not".
    Negation,
    /// "also", "flatly".
    Adverb,
    /// "Friday", "month".
    Time,
    /// A finite verb or a participle.
    Verb,
    /// A word with a capital inside a sentence.
    Name,
    /// Any other word: nouns and adjectives.
    Noun,
    /// A number.
    Number,
    /// A comma.
    Comma,
    /// A full stop, a question mark, an exclamation mark.
    Stop,
    /// A colon, a semicolon, a dash, a bracket.
    Break,
    /// A quotation mark.
    Quote,
}

impl Part {
    /// Whether such a word can stand inside a noun phrase, between its first word and its head.
    pub fn is_nominal(self) -> bool {
        matches!(self, Self::Determiner | Self::Possessor | Self::Name | Self::Noun | Self::Number | Self::Time)
    }
}

/// One word of a sentence.
#[derive(Debug, Clone)]
pub struct Word<'a> {
    /// Its letters, without a possessive ending.
    pub span: Span,
    /// Its letters with the ending.
    pub full: Span,
    /// The letters.
    pub text: &'a str,
    /// The same in lower case.
    pub lower: String,
    /// Its part.
    pub part: Part,
    /// Whether it has a possessive ending.
    pub possessive: bool,
    /// Whether a verb of reporting can have this form.
    pub reporting: bool,
}

impl Word<'_> {
    /// Whether it begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

static PARTS: LazyLock<BTreeMap<&'static str, Part>> = LazyLock::new(|| {
    let mut parts = BTreeMap::new();
    for (name, words) in rows(include_str!("../../data/statement/function_words.csv")) {
        let part = match name {
            "determiner" => Part::Determiner,
            "possessor" => Part::Possessor,
            "pronoun" => Part::Pronoun,
            "preposition" => Part::Preposition,
            "to" => Part::To,
            "coordinator" => Part::Coordinator,
            "contrast" => Part::Contrast,
            "subordinator" => Part::Subordinator,
            "that" => Part::That,
            "relative" => Part::Relative,
            "wh" => Part::Wh,
            "auxiliary" => Part::Auxiliary,
            "negation" => Part::Negation,
            "adverb" => Part::Adverb,
            "time" => Part::Time,
            _ => continue,
        };
        for word in words.split_whitespace() {
            parts.entry(word).or_insert(part);
        }
    }
    parts
});

/// Forms of common verbs, with whether the form is a past or participle.
static VERBS: LazyLock<BTreeMap<String, Inflection>> = LazyLock::new(|| {
    let mut verbs = BTreeMap::new();
    for (lemma, irregular) in rows(include_str!("../../data/statement/common_verbs.csv")) {
        let stem = lemma.strip_suffix('e').unwrap_or(lemma);
        let (third, past) = match lemma.strip_suffix('y') {
            Some(stem) if !lemma.ends_with(['a', 'e', 'o']) && !stem.ends_with(['a', 'e', 'o', 'u']) => {
                (format!("{stem}ies"), format!("{stem}ied"))
            }
            _ if lemma.ends_with(['s', 'x', 'o']) || lemma.ends_with("ch") || lemma.ends_with("sh") => {
                (format!("{lemma}es"), format!("{lemma}ed"))
            }
            _ => (format!("{lemma}s"), format!("{stem}ed")),
        };
        verbs.entry(third).or_insert(Inflection::Third);
        verbs.entry(lemma.to_owned()).or_insert(Inflection::Base);
        if irregular.is_empty() {
            verbs.entry(past).or_insert(Inflection::Past);
        }
        for form in irregular.split('|').filter(|form| !form.is_empty()) {
            verbs.entry(form.to_owned()).or_insert(Inflection::Past);
        }
    }
    verbs
});

/// The rows of a small table of two columns, without comments and heading.
pub fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.skip(1).map(|line| line.split_once(',').unwrap_or((line, "")))
}

/// The longest word that is looked up; a longer one is a name or a noun.
const MAX_WORD: usize = 48;

/// The words of a sentence.
pub fn words<'a>(text: &'a str, tokens: &[Token]) -> Vec<Word<'a>> {
    let mut words: Vec<Word<'a>> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let letters = token.span.of(text);
        if matches!(letters, "'s" | "’s" | "'S" | "’S")
            && let Some(owner) = words.last_mut().filter(|word| word.full.end == token.span.start)
        {
            if owner.part == Part::Pronoun || owner.lower == "there" {
                words.push(Word { part: Part::Auxiliary, ..plain(text, token) });
            } else {
                owner.possessive = true;
                owner.full.end = token.span.end;
            }
            continue;
        }
        if matches!(letters, "'" | "’")
            && let Some(owner) = words.last_mut().filter(|word| word.full.end == token.span.start && word.lower.ends_with('s'))
            && text.get(token.span.end..).is_some_and(|rest| rest.starts_with(' '))
            && matches!(owner.part, Part::Noun | Part::Name)
        {
            owner.possessive = true;
            owner.full.end = token.span.end;
            continue;
        }
        words.push(plain(text, token));
    }
    settle_capitals(&mut words);
    settle_verbs(&mut words);
    words
}

/// A word as it looks by itself.
fn plain<'a>(text: &'a str, token: &Token) -> Word<'a> {
    let letters = token.span.of(text);
    let bare = letters.strip_suffix("'s").or_else(|| letters.strip_suffix("’s")).unwrap_or(letters);
    let possessive = bare.len() < letters.len() && token.kind == TokenKind::Word;
    let bare = if possessive { bare } else { letters };
    let lower = if bare.len() <= MAX_WORD { bare.to_lowercase().replace('’', "'") } else { String::new() };
    let part = match token.kind {
        TokenKind::Number => Part::Number,
        TokenKind::Symbol => Part::Noun,
        TokenKind::Punctuation => mark(letters),
        TokenKind::Word => part_of(&lower, bare),
    };
    let span = Span::new(token.span.start, token.span.start + bare.len());
    let contraction = possessive && (matches!(part, Part::Pronoun) || matches!(lower.as_str(), "there" | "that" | "what"));
    Word { span: if contraction { token.span } else { span }, full: token.span, text: bare, lower, part, possessive: possessive && !contraction, reporting: false }
}

fn mark(letters: &str) -> Part {
    match letters {
        "," | "،" => Part::Comma,
        "." | "!" | "?" | "…" | "..." => Part::Stop,
        _ if letters.chars().all(is_quote) => Part::Quote,
        _ => Part::Break,
    }
}

/// Whether a character is a quotation mark, or may be one.
pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '\'' | '＂' | '`' | '「' | '」')
}

fn part_of(lower: &str, bare: &str) -> Part {
    // "US" and "WHO" are no pronouns, "May" and "March" are told apart by their neighbours later.
    let capitals = bare.chars().count() > 1 && !bare.chars().any(char::is_lowercase);
    if capitals && matches!(lower, "us" | "it" | "who" | "am") {
        return Part::Name;
    }
    if let Some(&part) = PARTS.get(lower) {
        return part;
    }
    if lower.ends_with("n't") {
        return Part::Auxiliary;
    }
    if lower.len() > 4 && lower.ends_with("ly") && !bare.chars().next().is_some_and(char::is_uppercase) {
        return Part::Adverb;
    }
    if bare.chars().next().is_some_and(char::is_uppercase) { Part::Name } else { Part::Noun }
}

/// In a title where most words have capitals, and at the start of a sentence, a capital says nothing.
fn settle_capitals(words: &mut [Word<'_>]) {
    let letters = |word: &&Word<'_>| matches!(word.part, Part::Name | Part::Noun);
    let (mut capitals, mut all) = (0, 0);
    for word in words.iter().filter(letters).take(60) {
        all += 1;
        capitals += usize::from(word.part == Part::Name);
    }
    let title = all >= 4 && capitals * 4 > all * 3 && !words.iter().rev().take(3).any(|word| word.part == Part::Stop);
    let lexicon = Lexicon::get();
    let mut first = true;
    for word in words.iter_mut() {
        if matches!(word.part, Part::Quote | Part::Break | Part::Number) {
            continue;
        }
        if (first || title) && word.part == Part::Name {
            let common = VERBS.contains_key(&word.lower) || is_past(&word.lower) || word.lower.ends_with("ing");
            let head = lexicon.source_head(word.text).is_some() || lexicon.reporting_verb(word.text).next().is_some();
            if (common || head || lexicon.reporting_noun(word.text).is_some()) && lexicon.first_name(word.text).is_none() {
                word.part = Part::Noun;
            }
        }
        first = false;
    }
}

fn is_past(lower: &str) -> bool {
    lower.len() > 4 && lower.ends_with("ed") && !lower.ends_with("eed")
}

/// Tells verbs from nouns by their neighbours.
fn settle_verbs(words: &mut [Word<'_>]) {
    let lexicon = Lexicon::get();
    for index in 0..words.len() {
        let Some(word) = words.get(index) else { break };
        if word.part != Part::Noun || word.possessive {
            continue;
        }
        let mut forms: Vec<Inflection> = lexicon.reporting_verb(&word.lower).map(|reading| reading.inflection).collect();
        let reporting = !forms.is_empty();
        forms.extend(VERBS.get(&word.lower).copied());
        if forms.is_empty() && is_past(&word.lower) {
            forms.push(Inflection::Past);
        }
        let gerund = forms.contains(&Inflection::Gerund) || (word.lower.len() > 4 && word.lower.ends_with("ing"));
        if gerund {
            forms.push(Inflection::Gerund);
        }
        if forms.is_empty() {
            continue;
        }
        let verb = is_verb_here(words, index, &forms);
        if let Some(word) = words.get_mut(index) {
            word.reporting = reporting;
            if verb {
                word.part = Part::Verb;
            }
        }
    }
}

fn is_verb_here(words: &[Word<'_>], index: usize, forms: &[Inflection]) -> bool {
    let mut before = index;
    while before > 0 && words.get(before - 1).is_some_and(|word| matches!(word.part, Part::Adverb | Part::Negation)) {
        before -= 1;
    }
    let previous = before.checked_sub(1).and_then(|i| words.get(i));
    let next = words.get(index + 1);
    let takes_object = next.is_some_and(|word| {
        matches!(
            word.part,
            Part::Determiner | Part::Possessor | Part::Pronoun | Part::That | Part::Quote | Part::Wh | Part::Name | Part::To | Part::Negation
        )
    });
    let has = |form| forms.contains(&form);
    let past = has(Inflection::Past) || has(Inflection::Participle);
    let Some(previous) = previous else {
        return has(Inflection::Gerund) || (past && next.is_some_and(|word| matches!(word.part, Part::Preposition | Part::To | Part::Pronoun)));
    };
    if previous.possessive {
        return past && takes_object && !next.is_some_and(|word| word.part == Part::To);
    }
    match previous.part {
        Part::Pronoun => !matches!(previous.lower.as_str(), "one" | "another") || takes_object,
        Part::Auxiliary | Part::To | Part::Relative | Part::Negation => !(previous.part == Part::To && !has(Inflection::Base)),
        Part::That | Part::Wh | Part::Subordinator => past && takes_object || has(Inflection::Gerund) && takes_object,
        Part::Determiner | Part::Possessor => {
            matches!(previous.lower.as_str(), "this" | "that" | "some" | "others" | "many" | "all" | "both") && takes_object && !has(Inflection::Gerund)
        }
        Part::Preposition => has(Inflection::Gerund),
        Part::Quote => true,
        Part::Comma | Part::Break | Part::Coordinator | Part::Contrast | Part::Stop => {
            has(Inflection::Gerund) || past || takes_object
        }
        Part::Name | Part::Noun | Part::Number | Part::Time => {
            if past {
                // "the Trump called" is no English; "a widely used tool" has no noun before the participle.
                return true;
            }
            if has(Inflection::Gerund) {
                return takes_object || next.is_some_and(|word| matches!(word.part, Part::Noun | Part::Number | Part::Preposition));
            }
            let plural = previous.lower.ends_with('s') && !previous.lower.ends_with("ss");
            let agrees = if has(Inflection::Third) { !plural || previous.part == Part::Name } else { plural };
            let object = next.is_some_and(|word| matches!(word.part, Part::Noun | Part::Number | Part::Preposition | Part::Adverb));
            let third_after_adjective = has(Inflection::Third) && previous.part == Part::Noun && !takes_object;
            agrees && (takes_object || object && !third_after_adjective) || (agrees && previous.part == Part::Noun && takes_object)
        }
        _ => takes_object,
    }
}
