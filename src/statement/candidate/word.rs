//! A word by itself in; out come what the lexicon says of it, and whether it is a mark, a bracket or "that".

use crate::{
    lexicon::Lexicon,
    syntax::{Token, Upos, Xpos},
};

/// What the lexicon says about a lemma: its kind as a verb that reports, or as a noun that reports or the head of a source.
pub fn known(lemma: &str, verb: bool) -> u16 {
    let lexicon = Lexicon::get();
    if verb {
        let reading = lexicon.reporting_verb(lemma).next();
        return reading.map_or(0, |reading| 2 + reading.verb.kind as u16 * 2 + u16::from(reading.verb.ambiguous));
    }
    if let Some(reading) = lexicon.reporting_noun(lemma) {
        return 100 + reading.noun.kind as u16 * 2 + u16::from(reading.noun.ambiguous);
    }
    lexicon.source_head(lemma).map_or(1, |head| 200 + head.grade as u16)
}

/// A mark of punctuation. These are what a stretch is trimmed by, each a bit.
pub const MARK: u8 = 1;
/// The conjunction "that".
pub const THAT: u8 = 2;
/// A bracket that opens.
pub const OPENING: u8 = 4;
/// A bracket that closes.
pub const CLOSING: u8 = 8;

/// The bits of a token.
pub fn traits(token: &Token, letters: &str) -> u8 {
    let all = [
        (token.upos() == Some(Upos::Punct), MARK),
        (token.xpos() == Some(Xpos::In) && letters.eq_ignore_ascii_case("that"), THAT),
        (matches!(letters, "(" | "["), OPENING),
        (matches!(letters, ")" | "]"), CLOSING),
    ];
    all.into_iter().filter(|(is, _)| *is).fold(0, |traits, (_, bit)| traits | bit)
}
