//! Claims about propaganda and false information: who is accused, and in whose voice.
//!
//! | rule | who is accused |
//! | --- | --- |
//! | `propaganda_owner` | whoever stands before the term: "Freedonia's propaganda", "Freedonian disinformation" |
//! | `propaganda_by` | whoever stands behind it: "propaganda by Freedonia" |
//! | `propaganda_accusation` | the addressee of a statement that accuses |
//! | `propaganda_subject` | the subject of a verb that spreads: "both sides engage in propaganda" |
//! | `propaganda_next` | the subject of such a verb in the next sentence of the paragraph, where this one names nobody |
//! | `propaganda_denied` | nobody: somebody does not spread it |
//! | `propaganda_nobody` | nobody |

use super::{
    Accused, Finding, FindingKind,
    phrase::{Class, Phrase, words},
    scene::{Hit, Line, Scene},
};
use crate::{
    actor::{ActorKind, Mention, words::is_closed_class},
    lexicon::{Lexicon, NameKind},
    syntax::{Relation, Upos},
    text::Span,
};

/// How many words may stand between an owner and the term.
const MAX_OWNER: usize = 3;
/// How many words behind the term its author may begin.
const MAX_BY: usize = 3;
/// How many words may stand between a verb and what it spreads.
const MAX_OBJECT: usize = 10;
/// How many words before a verb its subject may end, where words decide.
const MAX_SUBJECT: usize = 5;
/// How many bytes before its head a name may begin.
const MAX_NAME: usize = 120;

/// The claims of a text as they are read, sentence by sentence.
#[derive(Debug, Default)]
pub struct Claims {
    /// Each with its sentence and its block.
    found: Vec<(Finding, usize, usize)>,
}

impl Claims {
    /// Reads a sentence.
    pub fn read(&mut self, scene: &Scene<'_>, line: &Line<'_>, block: usize) {
        for term in line.hits_of(|phrase| *phrase == Phrase::Propaganda) {
            let (accused, rule) = accused(scene, line, term);
            let statement = scene.voice(term.span);
            let reason = if statement.is_some() { "attributed" } else { "no_source" };
            let category = if accused.is_empty() { "nobody_named" } else { "somebody_accused" };
            let finding = Finding { statement, accused, ..Finding::new(term.span, FindingKind::Propaganda, category, rule, reason) };
            self.found.push((finding, line.index, block));
        }
    }

    /// The claims, those that accuse nobody with whom the next sentence accuses.
    pub fn finish(mut self, scene: &Scene<'_>) -> Vec<Finding> {
        let neighbours: Vec<Option<Vec<Accused>>> = (0..self.found.len()).map(|at| self.neighbour(at)).collect();
        for ((finding, ..), accused) in self.found.iter_mut().zip(neighbours) {
            if let Some(accused) = accused {
                finding.accused = accused;
                finding.rule = "propaganda_next";
                finding.category = "somebody_accused";
            }
        }
        let pair = title_pair(scene);
        let resolve = |mut finding: Finding| {
            let pairs: Vec<Span> = finding.accused.iter().filter(|accused| accused.actor.is_none()).map(|accused| accused.span).collect();
            if let (Some(pair), [span]) = (pair, pairs.as_slice()) {
                finding.accused = pair.iter().map(|actor| Accused { span: *span, actor: Some(*actor) }).collect();
            }
            finding
        };
        self.found.into_iter().map(|(finding, ..)| resolve(finding)).collect()
    }

    /// Whom the next sentence says to spread it, if this claim accuses nobody and denies nothing.
    fn neighbour(&self, at: usize) -> Option<Vec<Accused>> {
        let (finding, sentence, block) = self.found.get(at)?;
        if finding.rule != "propaganda_nobody" {
            return None;
        }
        let next = |other: &&(Finding, usize, usize)| {
            let (other, its_sentence, its_block) = other;
            *its_sentence == sentence + 1
                && its_block == block
                && other.rule == "propaganda_subject"
                && other.statement.is_some() == finding.statement.is_some()
        };
        self.found.iter().skip(at + 1).take(2).find(next).map(|(other, ..)| other.accused.clone())
    }
}

/// Who is accused in the sentence, and the rule that says so.
fn accused(scene: &Scene<'_>, line: &Line<'_>, term: &Hit) -> (Vec<Accused>, &'static str) {
    let at = line.token_at(term.span.start);
    let behind = line.token_at(term.span.end);
    if let Some(owner) = owner(scene, line, at) {
        return (vec![owner], "propaganda_owner");
    }
    if let Some(author) = author_behind(scene, line, behind) {
        return (vec![author], "propaganda_by");
    }
    let addressee = scene
        .voice(term.span)
        .and_then(|statement| scene.given.statements.get(statement))
        .filter(|statement| statement.cue_lemma.as_deref().is_some_and(|lemma| words().has(Class::Accuse, lemma)));
    if let Some(span) = addressee.and_then(|statement| statement.addressee) {
        return (vec![named(scene, span)], "propaganda_accusation");
    }
    match spreader(scene, line, at) {
        Spreader::Somebody(subject) => (vec![subject], "propaganda_subject"),
        Spreader::Denied => (Vec::new(), "propaganda_denied"),
        Spreader::Nobody => (Vec::new(), "propaganda_nobody"),
    }
}

/// The words with the actor that they name.
fn named(scene: &Scene<'_>, span: Span) -> Accused {
    Accused { span, actor: scene.mentions(span).first().map(|mention| mention.actor) }
}

fn of_mention(mention: &Mention) -> Accused {
    Accused { span: mention.span, actor: Some(mention.actor) }
}

/// Whether an actor can be accused: somebody, not a place or a paper.
fn can_act(scene: &Scene<'_>, mention: &Mention) -> bool {
    let actor = scene.given.actors.actors.get(mention.actor);
    actor.is_some_and(|actor| !matches!(actor.kind, ActorKind::Place | ActorKind::Document))
}

/// "Freedonia's state propaganda", "Freedonian disinformation".
fn owner(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> Option<Accused> {
    let from = line.tokens.get(at.saturating_sub(MAX_OWNER))?.span.start;
    let to = line.tokens.get(at)?.span.start;
    let mention = scene.mentions(Span::new(from, to)).iter().rfind(|mention| mention.span.end <= to && can_act(scene, mention))?;
    let between = (line.token_at(mention.span.end)..at).map(|index| line.word(scene.text, index));
    // Nothing between them but a possessive ending and words that describe.
    let describes = |word: &str| {
        words().has(Class::Possessive, word)
            || word.chars().all(char::is_alphanumeric) && !is_closed_class(word) && !word.ends_with("ing") && !word.ends_with("ed")
    };
    let mut between = between.peekable();
    let possessive = between.peek().is_none_or(|word| words().has(Class::Possessive, word)) || between.clone().count() <= 1;
    let is_verb =
        (line.token_at(mention.span.end)..at).any(|index| line.tokens.get(index).and_then(|token| token.upos()) == Some(Upos::Verb));
    (possessive && !is_verb && between.all(describes)).then(|| of_mention(mention))
}

/// "propaganda by Freedonia", "disinformation from the ministry".
fn author_behind(scene: &Scene<'_>, line: &Line<'_>, behind: usize) -> Option<Accused> {
    // "propaganda spread by": the verb stands in between.
    let is_spread = line.hits_between(behind, behind + 1).iter().any(|hit| hit.values.contains(&Phrase::Spread));
    let opens = match line.word(scene.text, behind) {
        "by" | "from" => true,
        _ => is_spread && line.word(scene.text, behind + 1) == "by",
    };
    let from = line.tokens.get(behind + 1)?.span.start;
    let last = line.tokens.len().checked_sub(1)?.min(behind + MAX_BY);
    let mention = scene.mentions(Span::new(from, line.tokens.get(last)?.span.end)).iter().find(|mention| can_act(scene, mention))?;
    opens.then(|| of_mention(mention))
}

/// Who spreads what a term names.
enum Spreader {
    /// The subject of a verb that says so.
    Somebody(Accused),
    /// Somebody does not.
    Denied,
    /// No verb says so.
    Nobody,
}

fn spreader(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> Spreader {
    let stops = |index: usize| matches!(line.word(scene.text, index), "," | ";" | "." | "but" | "while" | "against");
    let near = line.hits_between(at.saturating_sub(MAX_OBJECT), at).iter().rev();
    let verb = near.filter(|hit| hit.values.contains(&Phrase::Spread)).map(|hit| line.token_at(hit.span.start)).next();
    let Some(verb) = verb.filter(|verb| !(*verb..at).any(stops)) else {
        return Spreader::Nobody;
    };
    if (verb.saturating_sub(MAX_SUBJECT)..verb).any(|index| words().has(Class::Negation, line.word(scene.text, index))) {
        return Spreader::Denied;
    }
    subject(scene, line, verb).map_or(Spreader::Nobody, Spreader::Somebody)
}

/// The subject of a verb that spreads, or whoever is accused of it: by the tree, else whoever ends a few words before it.
fn subject(scene: &Scene<'_>, line: &Line<'_>, verb: usize) -> Option<Accused> {
    let subject = (verb.saturating_sub(2 * MAX_OBJECT)..verb).rev().find(|index| line.hangs(*index, verb, Relation::Nsubj));
    // "accused Freedonia of spreading": the object of the verb above.
    let blamed = || {
        let above = line.head(verb)?;
        let accuses = words().has(Class::Accuse, line.word(scene.text, above));
        (above + 1..verb).take(2 * MAX_OBJECT).find(|index| accuses && line.hangs(*index, above, Relation::Obj))
    };
    let noun = subject.or_else(blamed).and_then(|noun| line.tokens.get(noun)).map(|token| token.span);
    let around = line.hits_between(verb.saturating_sub(3 * MAX_OBJECT), verb);
    let pair = |within: Span| around.iter().find(|hit| hit.values.contains(&Phrase::Pair) && hit.span.overlaps(within)).map(|hit| hit.span);
    let from = line.tokens.get(verb.saturating_sub(MAX_SUBJECT))?.span.start;
    let near = Span::new(from, line.tokens.get(verb)?.span.start);
    if let Some(span) = pair(noun.unwrap_or(near)) {
        return Some(Accused { span, actor: None });
    }
    let mention = match noun {
        Some(noun) => {
            let around = Span::new(noun.start.saturating_sub(MAX_NAME).max(line.span.start), noun.end);
            scene.mentions(around).iter().rev().take(3).find(|mention| mention.span.overlaps(noun) && can_act(scene, mention))
        }
        None if line.has_grammar() => None,
        None => scene.mentions(near).iter().rfind(|mention| mention.span.end <= near.end && can_act(scene, mention)),
    };
    mention.map(of_mention)
}

/// The two states of the title, where it names exactly two: whom "both nations" means. Names in compounds ("US-Russia talks") count.
fn title_pair(scene: &Scene<'_>) -> Option<[usize; 2]> {
    let title = scene.given.document.metadata.title.as_ref()?;
    let names = Lexicon::get().names(&title.value);
    let mut codes: Vec<&str> = Vec::new();
    for hit in names.iter().filter(|hit| hit.name.kind == NameKind::State) {
        if !codes.contains(&hit.name.code) {
            codes.push(hit.name.code);
        }
        if codes.len() > 2 {
            return None;
        }
    }
    let [first, second] = codes.as_slice() else { return None };
    let actors = &scene.given.actors.actors;
    let of = |code: &str| actors.iter().position(|actor| actor.kind == ActorKind::State && actor.code.as_deref() == Some(code));
    Some([of(first)?, of(second)?]).filter(|[first, second]| first != second)
}
