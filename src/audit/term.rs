//! What the things in dispute are called, and in whose voice: the table of terms.

use super::{
    Term, TermUse, TermVoice,
    phrase::{self, Class, Phrase, Wording},
    scene::{Line, Scene},
};
use crate::{
    statement::{Mode, Statement},
    text::Span,
};

/// How many words before a term may say that it may not have been: "a potential Norwegian invasion".
const BEFORE: usize = 2;
/// How many rows the table has at most; there are fewer wordings than this.
const ROWS: usize = 128;

/// Adds the wordings of a sentence to the table, one row a wording.
pub fn find(scene: &Scene<'_>, line: &Line<'_>, terms: &mut Vec<Term>) {
    for hit in line.hits {
        for phrase in hit.values {
            let Phrase::Term(Wording { of, wording, slant }) = phrase else { continue };
            let row = match terms.iter().position(|term| term.of == *of && term.wording == *wording) {
                Some(row) => row,
                None if terms.len() < ROWS => {
                    terms.push(Term { of, wording, slant, uses: Vec::new() });
                    terms.len() - 1
                }
                None => continue,
            };
            let used = used(scene, line, hit.span);
            if let Some(term) = terms.get_mut(row) {
                term.uses.push(used);
            }
        }
    }
}

fn used(scene: &Scene<'_>, line: &Line<'_>, span: Span) -> TermUse {
    let statement = scene.voice(span);
    let said = statement.and_then(|index| scene.given.statements.get(index)).filter(|statement| !is_authors(statement));
    let at = line.token_at(span.start);
    let qualifies = |place: &usize| phrase::words().has(Class::Qualifier, &line.word(scene.text, *place).to_ascii_lowercase());
    let qualifier = (at.saturating_sub(BEFORE)..at).find(qualifies).and_then(|place| line.tokens.get(place)).map(|token| token.span);
    TermUse {
        span,
        qualifier,
        voice: match said.map(|said| said.mode) {
            Some(Mode::Direct) => TermVoice::Quoted,
            Some(_) if is_quoted(scene, line, at) => TermVoice::Quoted,
            Some(_) => TermVoice::Reported,
            None => TermVoice::Author,
        },
        by: said.map(|said| said.affiliation.clone()).unwrap_or_default(),
        statement: statement.filter(|_| said.is_some()),
    }
}

/// "The operation announced by the president": the noun is the author's, only the announcing is the president's.
fn is_authors(statement: &Statement) -> bool {
    statement.rule == "by_participle"
}

/// Whether a term stands right behind an opening quotation mark, or inside a short quotation of the sentence.
fn is_quoted(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let is_mark = |place: &usize| matches!(line.word(scene.text, *place), "“" | "\"" | "«" | "‘");
    let closes = |place: &usize| matches!(line.word(scene.text, *place), "”" | "»" | "’");
    let near = at.saturating_sub(8)..at;
    near.rev().find(|place| is_mark(place) || closes(place)).is_some_and(|place| is_mark(&place))
}
