//! Claims about propaganda and false information: who is accused, and in whose voice.
//!
//! | rule | who is accused |
//! | --- | --- |
//! | `propaganda_owner` | whoever stands before the term: "Freedonia's propaganda", "Freedonian disinformation" |
//! | `propaganda_by` | whoever stands behind it: "propaganda by Freedonia" |
//! | `propaganda_accusation` | the addressee of a statement that accuses |
//! | `propaganda_subject` | the subject of a verb that spreads: "both sides engage in propaganda" |
//! | `propaganda_next` | nobody in the sentence, somebody in the one beside it in the same paragraph |
//! | `propaganda_nobody` | nobody |

use super::{
    Accused, Finding, FindingKind,
    phrase::{Class, Phrase, words},
    scene::{Hit, Line, Scene},
};
use crate::{
    actor::{ActorKind, Mention},
    syntax::Relation,
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

    /// The claims, each that accuses nobody with whom the sentence beside it accuses.
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

    /// Whom a claim beside this one accuses, if this one accuses nobody: in the next sentence, else in the one before.
    fn neighbour(&self, at: usize) -> Option<Vec<Accused>> {
        let (finding, sentence, block) = self.found.get(at)?;
        if !finding.accused.is_empty() {
            return None;
        }
        let beside = |other: &&(Finding, usize, usize)| {
            let near = other.1.abs_diff(*sentence) <= 1 && other.2 == *block;
            near && !other.0.accused.is_empty() && other.0.statement.is_some() == finding.statement.is_some()
        };
        let after = self.found.iter().skip(at + 1).take(2).find(beside);
        let before = || at.checked_sub(1).and_then(|before| self.found.get(before)).filter(|other| beside(other));
        after.or_else(before).map(|(other, ..)| other.accused.clone())
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
    let addressee = scene.voice(term.span).and_then(|statement| scene.given.statements.get(statement)).filter(|statement| {
        statement.cue_lemma.as_deref().is_some_and(|lemma| words().has(Class::Accuse, lemma))
    });
    if let Some(span) = addressee.and_then(|statement| statement.addressee) {
        return (vec![named(scene, span)], "propaganda_accusation");
    }
    if let Some(subject) = spreader(scene, line, at) {
        return (vec![subject], "propaganda_subject");
    }
    (Vec::new(), "propaganda_nobody")
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
            || word.chars().all(char::is_alphanumeric) && !crate::actor::words::is_closed_class(word) && !word.ends_with("ing") && !word.ends_with("ed")
    };
    let mut between = between.peekable();
    let possessive = between.peek().is_none_or(|word| words().has(Class::Possessive, word)) || between.clone().count() <= 1;
    let is_verb = (line.token_at(mention.span.end)..at).any(|index| line.tokens.get(index).and_then(|token| token.upos()) == Some(crate::syntax::Upos::Verb));
    (possessive && !is_verb && between.all(describes)).then(|| of_mention(mention))
}

/// "propaganda by Freedonia", "disinformation from the ministry".
fn author_behind(scene: &Scene<'_>, line: &Line<'_>, behind: usize) -> Option<Accused> {
    let opens = matches!(line.word(scene.text, behind), "by" | "from") || matches!(line.word(scene.text, behind), "spread" | "pushed" | "peddled") && line.word(scene.text, behind + 1) == "by";
    let from = line.tokens.get(behind + 1)?.span.start;
    let last = line.tokens.len().checked_sub(1)?.min(behind + MAX_BY);
    let mention = scene.mentions(Span::new(from, line.tokens.get(last)?.span.end)).iter().find(|mention| can_act(scene, mention))?;
    opens.then(|| of_mention(mention))
}

/// The subject of the verb that spreads what the term names.
fn spreader(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> Option<Accused> {
    let verbs = line.hits_of(|phrase| *phrase == Phrase::Spread);
    let verb = verbs.filter(|hit| {
        let verb = line.token_at(hit.span.start);
        verb < at && at - verb <= MAX_OBJECT && !(verb..at).any(|index| matches!(line.word(scene.text, index), "," | ";" | "." | "but" | "while" | "against"))
    });
    let verb = line.token_at(verb.last()?.span.start);
    if (verb.saturating_sub(MAX_SUBJECT)..verb).any(|index| words().has(Class::Negation, line.word(scene.text, index))) {
        return None;
    }
    let subject = (verb.saturating_sub(2 * MAX_OBJECT)..verb).rev().find(|index| line.hangs(*index, verb, Relation::Nsubj));
    // "accused Freedonia of spreading": the object of the verb above.
    let blamed = || {
        let above = line.head(verb)?;
        let accuses = words().has(Class::Accuse, line.word(scene.text, above));
        (above + 1..verb).find(|index| accuses && line.hangs(*index, above, Relation::Obj))
    };
    let found = subject.or_else(blamed).and_then(|noun| line.tokens.get(noun)).map(|token| token.span);
    let end = line.tokens.get(verb)?.span.start;
    let pair = |within: Span| line.hits_of(|phrase| *phrase == Phrase::Pair).find(|hit| hit.span.overlaps(within)).map(|hit| hit.span);
    if let Some(noun) = found {
        if let Some(span) = pair(noun) {
            return Some(Accused { span, actor: None });
        }
        let around = Span::new(line.span.start, noun.end);
        let mention = scene.mentions(around).iter().rev().take(3).find(|mention| mention.span.overlaps(noun) && can_act(scene, mention))?;
        return Some(of_mention(mention));
    }
    // By words: whoever ends a few words before the verb.
    let from = line.tokens.get(verb.saturating_sub(MAX_SUBJECT))?.span.start;
    let near = Span::new(from, end);
    pair(near).map(|span| Accused { span, actor: None }).or_else(|| {
        let mention = scene.mentions(near).iter().rfind(|mention| mention.span.end <= end && can_act(scene, mention))?;
        (!line.has_grammar()).then(|| of_mention(mention))
    })
}

/// The two states of the title, where it names exactly two: whom "both nations" means.
fn title_pair(scene: &Scene<'_>) -> Option<[usize; 2]> {
    let title = scene.given.document.metadata.title.as_ref()?.span?;
    let mut states: Vec<usize> = Vec::new();
    for mention in scene.mentions(title) {
        let is_state = scene.given.actors.actors.get(mention.actor).is_some_and(|actor| actor.kind == ActorKind::State);
        if is_state && !states.contains(&mention.actor) {
            states.push(mention.actor);
        }
        if states.len() > 2 {
            return None;
        }
    }
    <[usize; 2]>::try_from(states).ok()
}
