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
            "noun" => Part::Noun,
            _ => continue,
        };
        for word in words.split_whitespace() {
            parts.entry(word).or_insert(part);
        }
    }
    parts
});

/// Forms of common verbs, with whether the form can be nothing but a verb.
static VERBS: LazyLock<BTreeMap<String, (Inflection, bool)>> = LazyLock::new(|| {
    let mut verbs = BTreeMap::new();
    for (lemma, rest) in rows(include_str!("../../data/statement/common_verbs.csv")) {
        let (irregular, noun) = rest.split_once(',').unwrap_or((rest, ""));
        let only = noun != "yes";
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
        verbs.entry(third).or_insert((Inflection::Third, only));
        verbs.entry(lemma.to_owned()).or_insert((Inflection::Base, only));
        if irregular.is_empty() {
            verbs.entry(past).or_insert((Inflection::Past, only));
        }
        for form in irregular.split('|').filter(|form| !form.is_empty()) {
            verbs.entry(form.to_owned()).or_insert((Inflection::Past, only));
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
    let mut rest = tokens.iter().peekable();
    while let Some(token) = rest.next() {
        let letters = token.span.of(text);
        // "Jae-in" and "15-member" are one word here, however many tokens they are.
        if matches!(letters, "-" | "‑" | "–")
            && let Some(before) =
                words.last_mut().filter(|word| word.full.end == token.span.start && !word.possessive && is_lexical(word.part))
            && let Some(&after) = rest.peek()
            && after.span.start == token.span.end
            && matches!(after.kind, TokenKind::Word | TokenKind::Number)
            && letters != "–"
        {
            let joined = Token::new(Span::new(before.span.start, after.span.end), TokenKind::Word);
            *before = plain(text, &joined);
            rest.next();
            continue;
        }
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
    settle_names(&mut words);
    settle_capitals(&mut words);
    settle_verbs(&mut words);
    words
}

fn is_lexical(part: Part) -> bool {
    !matches!(part, Part::Comma | Part::Stop | Part::Break | Part::Quote)
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
    Word {
        span: if contraction { token.span } else { span },
        full: token.span,
        text: bare,
        lower,
        part,
        possessive: possessive && !contraction,
        reporting: false,
    }
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
    if let Some(&part) = PARTS.get(lower).filter(|part| **part != Part::Noun) {
        return part;
    }
    if lower.ends_with("n't") {
        return Part::Auxiliary;
    }
    if lower.len() > 4 && lower.ends_with("ly") && !PARTS.contains_key(lower) && !bare.chars().next().is_some_and(char::is_uppercase) {
        return Part::Adverb;
    }
    if bare.chars().next().is_some_and(char::is_uppercase) { Part::Name } else { Part::Noun }
}

/// Words of the closed classes that are part of a name: "Theresa May", "George A Lopez".
fn settle_names(words: &mut [Word<'_>]) {
    for index in 1..words.len() {
        let named = words.get(index - 1).is_some_and(|word| word.part == Part::Name && !word.possessive);
        let followed = words.get(index + 1).is_some_and(|word| word.part == Part::Name);
        let Some(word) = words.get_mut(index) else { break };
        let initial = word.text == "A" && followed;
        let family = matches!(word.text, "May" | "Will" | "Must")
            || word.part == Part::Time && word.is_capital() && !word.lower.ends_with("day") && followed;
        if named && (initial || family && matches!(word.part, Part::Auxiliary | Part::Time)) {
            word.part = Part::Name;
        }
    }
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
        let plain_adverb = word.lower.len() > 4 && word.lower.ends_with("ly") && lexicon.name(word.text).is_empty();
        if (first || title) && word.part == Part::Name && plain_adverb && lexicon.first_name(word.text).is_none() {
            word.part = Part::Adverb;
        } else if (first || title) && word.part == Part::Name {
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
        let common = VERBS.get(&word.lower).copied();
        forms.extend(common.map(|(form, _)| form));
        let lexicon_sure = lexicon.reporting_verb(&word.lower).any(|reading| !reading.verb.ambiguous && reading.verb.particle.is_empty());
        let noun = lexicon.reporting_noun(&word.lower).is_some();
        let only = common.is_some_and(|(_, only)| only);
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
        let verb = is_verb_here(words, index, &forms)
            || only && after_noun(words, index, &forms)
            || lexicon_sure && !noun && after_person(words, index);
        if let Some(word) = words.get_mut(index) {
            word.reporting = reporting;
            if verb {
                word.part = Part::Verb;
            }
        }
    }
}

/// Whether a word that can only be a verb stands behind a noun phrase.
fn after_noun(words: &[Word<'_>], index: usize, forms: &[Inflection]) -> bool {
    let previous = words.iter().take(index).rev().find(|word| word.part != Part::Adverb);
    let bare = forms.iter().all(|form| matches!(form, Inflection::Base));
    previous.is_some_and(|word| {
        matches!(word.part, Part::Noun | Part::Name | Part::Coordinator | Part::Number)
            && !word.possessive
            && !(bare && word.part == Part::Coordinator)
    })
}

/// Whether the word before is somebody who can speak ("analysts", "the envoy").
fn after_person(words: &[Word<'_>], index: usize) -> bool {
    let lexicon = Lexicon::get();
    let previous = words.iter().take(index).rev().find(|word| word.part != Part::Adverb);
    previous.is_some_and(|word| {
        matches!(word.part, Part::Noun | Part::Name)
            && !word.possessive
            && (lexicon.source_head(&word.lower).is_some() || word.part == Part::Noun && !lexicon.titles(word.text).is_empty())
    })
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
            Part::Determiner
                | Part::Possessor
                | Part::Pronoun
                | Part::That
                | Part::Quote
                | Part::Wh
                | Part::Name
                | Part::To
                | Part::Negation
        )
    });
    let has = |form| forms.contains(&form);
    let past = has(Inflection::Past) || has(Inflection::Participle);
    let Some(previous) = previous else {
        return has(Inflection::Gerund)
            || (past && next.is_some_and(|word| matches!(word.part, Part::Preposition | Part::To | Part::Pronoun)));
    };
    if previous.possessive {
        return past && takes_object && !next.is_some_and(|word| word.part == Part::To);
    }
    match previous.part {
        Part::Pronoun => !matches!(previous.lower.as_str(), "one" | "another") || takes_object,
        Part::Auxiliary | Part::To | Part::Relative | Part::Negation => !(previous.part == Part::To && !has(Inflection::Base)),
        Part::Subordinator if previous.lower == "as" && past && next.is_some_and(|word| word.lower == "by") => true,
        Part::That | Part::Wh | Part::Subordinator => past && takes_object || has(Inflection::Gerund) && takes_object,
        Part::Determiner | Part::Possessor => {
            matches!(previous.lower.as_str(), "this" | "that" | "some" | "others" | "many" | "all" | "both")
                && takes_object
                && !has(Inflection::Gerund)
        }
        Part::Preposition => has(Inflection::Gerund),
        Part::Quote => true,
        Part::Verb => has(Inflection::Gerund),
        Part::Comma | Part::Break | Part::Coordinator | Part::Contrast | Part::Stop => has(Inflection::Gerund) || past || takes_object,
        Part::Name | Part::Noun | Part::Number | Part::Time => {
            if past {
                // "the Trump called" is no English; "a widely used tool" has no noun before the participle.
                return true;
            }
            if has(Inflection::Gerund) {
                return takes_object || next.is_some_and(|word| matches!(word.part, Part::Noun | Part::Number | Part::Preposition));
            }
            // An adverb between a noun and a verb: "the reminders collectively frame a debate".
            if before < index
                && matches!(
                    next.map(|word| word.part),
                    Some(Part::Determiner | Part::Name | Part::Noun | Part::That | Part::Possessor | Part::Pronoun)
                )
            {
                return true;
            }
            let joint = before.checked_sub(2).and_then(|i| words.get(i)).is_some_and(|word| word.part == Part::Coordinator);
            let plural = joint || previous.lower.ends_with('s') && !previous.lower.ends_with("ss");
            let agrees = if has(Inflection::Third) { !plural || previous.part == Part::Name } else { plural };
            let object = next.is_some_and(|word| matches!(word.part, Part::Noun | Part::Number | Part::Preposition | Part::Adverb));
            let third_after_adjective = has(Inflection::Third) && previous.part == Part::Noun && !takes_object;
            agrees && (takes_object || object && !third_after_adjective) || (agrees && previous.part == Part::Noun && takes_object)
        }
        _ => takes_object,
    }
}
