//! A sentence in; out come its words with a guess at what part each plays.
//!
//! The guess is shallow: closed classes from a list, verbs by their form and their neighbours. It is what the look-ups of
//! [`crate::statement`] stand on until a parser fills them.

mod known;
mod text;
mod verbs;

use std::{borrow::Cow, sync::LazyLock};

use known::Forms;
pub use known::{Fact, Known, is_body_word};
pub use text::Words;
pub use verbs::{is_only_verb, may_be_participle};
use verbs::{is_past, settle_verbs};

use crate::{
    lexicon::{Begins, Inflection, Lexicon, NounReading, SourceHead, VerbReading, is_word},
    syntax::{Token, TokenKind, is_quote},
    text::{FnvMap, Span},
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
    pub lower: Cow<'a, str>,
    /// What the lists say of it.
    pub known: Known,
    /// What phrases of the lexicon begin with it.
    pub begins: Begins,
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

    /// Every reading as a form of a verb of reporting.
    pub fn reporting_verb(&self) -> impl Iterator<Item = VerbReading<'static>> + use<> {
        let lower = if self.known.has(Fact::Verb) { &*self.lower } else { "" };
        Lexicon::get().reporting_verb(lower)
    }

    /// The reading as a form of a noun of reporting.
    pub fn reporting_noun(&self) -> Option<NounReading<'static>> {
        if self.known.has(Fact::Noun) { Lexicon::get().reporting_noun(&self.lower) } else { None }
    }

    /// What it says of a source as the head of its phrase.
    pub fn source_head(&self) -> Option<&'static SourceHead<'static>> {
        if self.known.has(Fact::Head) { Lexicon::get().source_head(&self.lower) } else { None }
    }
}

/// The words that phrases of a sort begin with, as places in the sentence that begins at a byte.
pub fn beginnings(words: &[Word<'_>], sentence: usize, sort: Begins) -> impl Iterator<Item = Span> {
    let words = words.iter().filter(move |word| word.begins.has(sort));
    words.map(move |word| Span::new(word.full.start.saturating_sub(sentence), word.full.end.saturating_sub(sentence)))
}

/// Looked up for every word of a text, never gone through.
static PARTS: LazyLock<FnvMap<&'static str, Part>> = LazyLock::new(|| {
    let mut parts = FnvMap::default();
    for (name, words) in rows(include_str!("../../../data/statement/function_words.csv")) {
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

/// Whether a word in lower case is of a closed class, or names a day, a month or the like.
pub fn is_closed_class(lower: &str) -> bool {
    PARTS.contains_key(lower)
}

/// Whether a word in lower case names a day, a month or the like.
pub fn is_time_word(lower: &str) -> bool {
    PARTS.get(lower) == Some(&Part::Time)
}

/// The rows of a small table of two columns, without comments and heading.
pub fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.skip(1).map(|line| line.split_once(',').unwrap_or((line, "")))
}

/// How many names in a row are looked at for the verb behind them.
const MAX_NAMES: usize = 5;

/// The words of a sentence; `forms` holds what is known of the words of the same text so far.
#[inline(never)]
fn words<'a>(text: &'a str, tokens: &[Token], forms: &mut Forms<'a>) -> Vec<Word<'a>> {
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
            // "The then-minister": the first part says of the second what "former" does.
            if before.lower == "then" {
                continue;
            }
            let joined = Token::new(Span::new(before.span.start, after.span.end), TokenKind::Word);
            *before = plain(text, &joined, forms);
            rest.next();
            continue;
        }
        // A word that goes on in the next token: "can" and "not" of "cannot". What the lists say of such a part says nothing of the whole.
        if let Some(before) = words.last_mut().filter(|word| word.full.end == token.span.start)
            && letters.chars().next().is_some_and(is_word)
            && before.full.of(text).chars().next_back().is_some_and(is_word)
        {
            before.begins = Begins::ANYTHING;
        }
        if matches!(letters, "'s" | "’s" | "'S" | "’S")
            && let Some(owner) = words.last_mut().filter(|word| word.full.end == token.span.start)
        {
            if owner.part == Part::Pronoun || owner.lower == "there" {
                words.push(Word { part: Part::Auxiliary, ..plain(text, token, forms) });
            } else {
                owner.possessive = true;
                owner.full.end = token.span.end;
                owner.begins = owner.begins.with(forms.get(letters, token.kind).0.begins);
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
        // "Ex-president" is one token, and two words.
        if letters.len() > 4 && letters.get(..3).is_some_and(|first| first.eq_ignore_ascii_case("ex-")) {
            words.push(plain(text, &Token::new(Span::new(token.span.start, token.span.start + 2), TokenKind::Word), forms));
            words.push(plain(text, &Token { span: Span::new(token.span.start + 3, token.span.end), ..*token }, forms));
            continue;
        }
        words.push(plain(text, token, forms));
    }
    settle_shouting(&mut words, tokens);
    settle_names(&mut words);
    settle_particles(&mut words);
    settle_capitals(&mut words);
    settle_verbs(&mut words);
    words
}

fn is_lexical(part: Part) -> bool {
    !matches!(part, Part::Comma | Part::Stop | Part::Break | Part::Quote)
}

/// A word as it looks by itself.
fn plain<'a>(text: &'a str, token: &Token, forms: &mut Forms<'a>) -> Word<'a> {
    let (known, bare) = forms.get(token.span.of(text), token.kind);
    let contracted = known.has(Fact::Contracted);
    Word {
        span: if contracted { token.span } else { Span::new(token.span.start, token.span.start + bare.len()) },
        full: token.span,
        text: bare,
        lower: known::lower(bare, known),
        known,
        begins: known.begins,
        part: known.part,
        possessive: known.has(Fact::Possessive) && !contracted,
        reporting: false,
    }
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

/// In a sentence that is all capitals, capitals tell nothing: a name is what the lexicon or the model takes for one.
fn settle_shouting(words: &mut [Word<'_>], tokens: &[Token]) {
    let lower = |word: &Word<'_>| word.text.chars().any(char::is_lowercase);
    let long = words.iter().filter(|word| word.part == Part::Name && word.text.len() > 3).count();
    if long < 2 || words.iter().any(lower) {
        return;
    }
    let mut tokens = tokens.iter();
    for word in words.iter_mut().filter(|word| word.part == Part::Name) {
        let token = tokens.find(|token| token.span.start == word.span.start);
        let verb = word.known.has(Fact::Verb) || word.known.has(Fact::CommonVerb);
        let proper = token.and_then(Token::upos).is_none_or(|upos| upos == crate::syntax::Upos::Propn);
        let named = word.known.has(Fact::Name) || word.known.has(Fact::Given) && !verb;
        if !named && (verb || !proper || word.known.has(Fact::Head)) {
            word.part = Part::Noun;
        }
    }
}

/// Auxiliaries that are names of persons, too.
const FAMILY: [&str; 2] = ["May", "Will"];

/// Words of the closed classes that are part of a name: "Theresa May", "George A Lopez".
fn settle_names(words: &mut [Word<'_>]) {
    for index in 0..words.len() {
        let noun = words.get(index + 1).is_some_and(|word| word.part == Part::Noun);
        let named =
            index.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| word.part == Part::Name && !word.possessive);
        let followed = words.get(index + 1).is_some_and(|word| word.part == Part::Name);
        // "May said": behind an auxiliary a verb has its plain form.
        let speaks = words.get(index).is_some_and(|word| FAMILY.contains(&word.text))
            && words.get(index + 1).is_some_and(|next| {
                let mut forms = Lexicon::get().reporting_verb(&next.lower).map(|reading| reading.inflection).peekable();
                forms.peek().is_some() && forms.all(|form| matches!(form, Inflection::Past | Inflection::Participle))
            });
        let Some(word) = words.get_mut(index) else { break };
        let initial = word.text == "A" && followed;
        let family = matches!(word.text, "May" | "Will" | "Must")
            || word.part == Part::Time && word.is_capital() && !word.lower.ends_with("day") && followed;
        let one = word.lower == "one" && noun;
        if one {
            word.part = Part::Determiner;
        }
        if speaks || named && (initial || family && matches!(word.part, Part::Auxiliary | Part::Time)) {
            word.part = Part::Name;
        }
    }
}

/// Particles of a name in lower case: "Ursula von der Leyen", "Yasser al-Atta"; in front of it only where the particle is no English word.
fn settle_particles(words: &mut [Word<'_>]) {
    for index in 0..words.len() {
        let Some(word) = words.get(index).filter(|word| matches!(word.part, Part::Noun | Part::Name | Part::Preposition)) else { continue };
        if word.known.has(Fact::Joined) {
            if let Some(word) = words.get_mut(index) {
                word.part = Part::Name;
            }
            continue;
        }
        if !word.known.has(Fact::Particle) {
            continue;
        }
        let alone = word.known.has(Fact::OnlyParticle);
        let run = words.iter().skip(index).take(MAX_NAMES).take_while(|word| word.known.has(Fact::Particle)).count();
        let followed = words.get(index + run).is_some_and(|word| word.part == Part::Name || word.known.has(Fact::Joined));
        let before = index.checked_sub(1).and_then(|before| words.get(before));
        let named = before.is_some_and(|word| word.part == Part::Name && !word.possessive);
        if followed && (named || alone) {
            for word in words.iter_mut().skip(index).take(run) {
                word.part = Part::Name;
            }
        }
    }
}

/// Particles of names, with whether they are no English word.
/// Looked up for most words of a text, never gone through.
static PARTICLES: LazyLock<FnvMap<&'static str, bool>> = LazyLock::new(|| {
    let table = rows(include_str!("../../../data/statement/name_particles.csv"));
    table.map(|(particle, alone)| (particle, alone == "yes")).collect()
});

/// Whether a word in lower case is a particle of names ("von", "bin"), and if so whether it is no English word.
pub fn name_particle(word: &str) -> Option<bool> {
    PARTICLES.get(word).copied()
}

/// What stands behind a particle that is joined to a name by a hyphen ("Sisi" of "el-Sisi").
pub fn joined_particle(word: &str) -> Option<&str> {
    let (particle, name) = word.split_once(['-', '‑'])?;
    (PARTICLES.contains_key(particle) && name.chars().next().is_some_and(char::is_uppercase)).then_some(name)
}

/// In a title where most words have capitals, and at the start of a sentence, a capital says nothing.
fn settle_capitals(words: &mut [Word<'_>]) {
    let letters = |word: &&Word<'_>| matches!(word.part, Part::Name | Part::Noun);
    let (mut capitals, mut all) = (0, 0);
    for word in words.iter().filter(letters).take(60) {
        all += 1;
        capitals += usize::from(word.part == Part::Name);
    }
    let stopped = words.iter().rev().take(3).any(|word| word.part == Part::Stop);
    let title = if stopped { all >= 6 && capitals * 10 > all * 9 } else { all >= 4 && capitals * 4 > all * 3 };
    let mut first = true;
    for index in 0..words.len() {
        let Some(word) = words.get(index) else { break };
        if matches!(word.part, Part::Quote | Part::Break | Part::Number) {
            continue;
        }
        let doubtful = (std::mem::take(&mut first) || title)
            && word.part == Part::Name
            && !FAMILY.contains(&word.text)
            && !word.known.has(Fact::Given);
        let part = if doubtful { without_capital(words, index) } else { None };
        if let (Some(part), Some(word)) = (part, words.get_mut(index)) {
            word.part = part;
        }
    }
}

/// What a word with a capital is if the capital says nothing and it is none of the names that are known.
fn without_capital(words: &[Word<'_>], index: usize) -> Option<Part> {
    let word = words.get(index)?;
    if word.lower.len() > 4 && word.lower.ends_with("ly") && !word.known.has(Fact::Name) {
        return Some(Part::Adverb);
    }
    let verb = word.known.has(Fact::CommonVerb) || is_past(&word.lower) || word.lower.ends_with("ing") && !first_name_in_ing(words, index);
    let lexicon = Lexicon::get();
    let listed = || {
        lexicon.source_head(word.text).is_some()
            || lexicon.reporting_verb(word.text).next().is_some()
            || lexicon.reporting_noun(word.text).is_some()
    };
    (verb || listed()).then_some(Part::Noun)
}

/// Whether a word in -ing is a name and no verb ("Beijing", "Downing Street"): the lexicon knows it, or it is the subject of a verb of
/// reporting with nothing between them but further names ("Keating said").
fn first_name_in_ing(words: &[Word<'_>], index: usize) -> bool {
    let Some(word) = words.get(index).filter(|word| word.part == Part::Name && word.lower.ends_with("ing")) else { return false };
    let lexicon = Lexicon::get();
    if word.known.has(Fact::Name) {
        return true;
    }
    let next = words.get(index + 1).filter(|next| next.part == Part::Name);
    if next.is_some_and(|next| !lexicon.name(&format!("{} {}", word.text, next.text)).is_empty()) {
        return true;
    }
    let verb = words.iter().skip(index + 1).take(MAX_NAMES).find(|word| word.part != Part::Name);
    let speaks = verb.is_some_and(|verb| {
        verb.reporting_verb().any(|reading| {
            !reading.verb.ambiguous
                && matches!(reading.inflection, Inflection::Past | Inflection::Third)
                && reading.verb.particle.is_empty()
        })
    });
    speaks && !word.known.has(Fact::Verb)
}
