//! Positions that the author, or somebody else, reads into what a party does or wants: "X is willing to …", "X's refusal to …", "X backs …".

use std::ops::Range;

use super::{
    Issue, Modality, Position, Reading, Stance, condition,
    issue::{self, About},
    scene, segment, stance,
    vocabulary::{Class, STANCE_ADJECTIVES, STANCE_NOUNS, STANCE_VERBS, StanceWord},
};
use crate::{
    lexicon::Lexicon,
    statement::Statement,
    syntax::{Relation, Upos, Xpos},
    text::Span,
};

/// How many statements of a sentence are looked at.
const COMPARED: usize = 64;
/// How far back a holder is looked for whom "this insistence" goes without naming, in bytes.
const BACK: usize = 900;
/// What must speak for an issue at least, where nobody is reported to have said it: a usual word in the part that tells.
const LEAST: u32 = 12;

/// Adds the positions that the tree shows beyond statements; none without a grammar.
pub fn find(reading: &Reading<'_>, positions: &mut Vec<Position>) {
    let scene = reading.scene;
    if !scene.has_grammar() {
        return;
    }
    let stated = positions.len();
    let call = scene::number("call");
    for (number, sentence) in scene.syntax.sentences.iter().enumerate() {
        let first = reading.statements.partition_point(|statement| statement.sentence < number);
        let same = reading.statements.get(first..).unwrap_or(&[]);
        let same = same.get(..same.iter().take(COMPARED).take_while(|statement| statement.sentence == number).count()).unwrap_or(&[]);
        for index in sentence.tokens.clone() {
            let word = match scene.upos(index) {
                // "Is opposed to" is no passive.
                Some(Upos::Verb) if scene.is_passive(index) && STANCE_ADJECTIVES.word(scene.form(index)).is_some() => {
                    STANCE_ADJECTIVES.at(scene, index, sentence.tokens.end)
                }
                Some(Upos::Verb) => STANCE_VERBS.at(scene, index, sentence.tokens.end),
                Some(Upos::Adj) => STANCE_ADJECTIVES.at(scene, index, sentence.tokens.end),
                Some(Upos::Noun) => STANCE_NOUNS.at(scene, index, sentence.tokens.end),
                _ => None,
            };
            let Some((length, word)) = word.filter(|(_, word)| !word.soft && (word.class != Class::Noun || word.attitude)) else {
                continue;
            };
            // "Calls a meeting" convenes it.
            if length == 1 && scene.is_word(index, call) {
                continue;
            }
            let Some(span) = scene.token(index).map(|token| token.span) else { continue };
            // "Refused, and said that …": what another verb reports is not what this one does.
            let others = |statement: &Statement| same.iter().any(|other| other.cue != statement.cue && other.content == statement.content);
            let is_cue = |statement: &Statement| {
                statement.cue.is_some_and(|cue| cue.contains(span))
                    && (statement.source.is_some() || word.class != Class::Noun)
                    && !others(statement)
            };
            if same.iter().any(is_cue) {
                continue;
            }
            read(reading, same, first, index, word, positions, stated);
        }
    }
}

fn read(
    reading: &Reading<'_>,
    same: &[Statement],
    first: usize,
    index: usize,
    word: StanceWord,
    positions: &mut Vec<Position>,
    stated: usize,
) {
    let scene = reading.scene;
    let Some((codes, subject)) = owner(reading, index, word, positions.get(..stated).unwrap_or(&[])) else { return };
    if codes.is_empty() || is_supposed(reading, index) {
        return;
    }
    let stance = match word.class {
        Class::Verb if scene.is_denied(index) || scene.is_negated(index) => stance::denied_verb(word, stance::act_of(scene, index)),
        Class::Adjective if scene.is_denied(index) => stance::denied(word.stance),
        Class::Noun if scene.is_negated(index) => None,
        _ => Some(word.stance),
    };
    let Some(stance) = stance else { return };
    let subtree = scene.subtree(index);
    let clause = segment::segments(scene, &(index..subtree.end)).into_iter().next().unwrap_or(index..subtree.end);
    let conditions = condition::within(scene, &(index..subtree.end));
    let evidence_start =
        subject.map_or(clause.start, |subject| scene.subtree(subject).start.min(clause.start).max(clause.start.saturating_sub(40)));
    let span = scene.bytes(&(index..index + 1));
    // "Welcomed" and "rejected" are said, "backed" and "imposed" are done.
    let says = word.class == Class::Verb && Lexicon::get().reporting_verb(scene.letters(index)).any(|reading| !reading.verb.ambiguous);
    let within = same.iter().enumerate().rev().find(|(_, statement)| statement.content.iter().any(|content| content.contains(span)));
    let least = if word.class == Class::Verb { LEAST } else { 1 };
    let abouts: Vec<(About, Range<usize>)> =
        match issue::about(scene, &clause, &conditions).filter(|about| about.weight >= least && about.issue != Issue::Other) {
            Some(about) => vec![(about, clause.clone())],
            None if word.class == Class::Verb && stance == Stance::Oppose && is_bare(reading, index) => {
                echoed(positions.get(..stated).unwrap_or(&[]), &codes, span)
            }
            None => Vec::new(),
        };
    for (about, range) in abouts {
        let mut end = range.end.min(clause.end);
        if let Some(found) = conditions.iter().find(|found| found.start > index) {
            end = end.min(found.start);
        }
        let evidence = scene.bytes(&(evidence_start..end.max(index + 1)));
        // "Chad, an ally of Libya, backs …": who else is named beside the holder is not meant.
        let holding = subject.map(|subject| scene.bytes(&scene.subtree(subject)));
        for holder in &codes {
            let own = within.is_some_and(|(_, statement)| statement.affiliation.contains(holder));
            positions.push(Position {
                holder: holder.clone(),
                issue: about.issue,
                issue_words: about.words.clone(),
                stance,
                stance_words: span,
                target: reading.holders.named_beside(evidence, holding).into_iter().filter(|code| code != holder).take(1).collect(),
                evidence,
                conditions: conditions.iter().map(|found| scene.bytes(found)).collect(),
                attributed: own || word.class == Class::Noun || says,
                strength: stance::strength(scene, index.saturating_sub(2)..index + 1),
                modality: Modality::Plain,
                repeated: false,
                narrows: false,
                earlier: None,
                shift: None,
                statement: within.map(|(at, _)| first + at),
                rule: match word.class {
                    Class::Verb => "ascribed_verb",
                    Class::Noun => "ascribed_noun",
                    Class::Adjective => "ascribed_adjective",
                },
            });
        }
    }
}

/// Whether a word only says what may be: under "can" or "may", or in a clause that something else depends on.
fn is_supposed(reading: &Reading<'_>, index: usize) -> bool {
    let scene = reading.scene;
    let mut at = index;
    // "Demanded that Chad recognise", "promised never to recognise": asked or promised, and not done.
    let infinitive = |at: usize| {
        // "That Chad recognise" is often taken for a plural of the present.
        let bare = scene.xpos(at) == Some(Xpos::Vb) || scene.xpos(at) == Some(Xpos::Vbp) && scene.relation(at) == Some(Relation::Ccomp);
        bare && matches!(scene.relation(at), Some(Relation::Ccomp | Relation::Xcomp | Relation::Advcl | Relation::Acl))
            && !scene.children(at).any(|child| scene.relation(child) == Some(Relation::Aux) && !scene.is(child, &["to"]))
            && scene.head(at).is_some_and(|head| {
                let class = STANCE_VERBS.at(scene, head, head + 3).map(|(_, word)| word.stance);
                matches!(class, Some(Stance::Demand | Stance::Offer | Stance::Oppose))
            })
    };
    if infinitive(index) {
        return true;
    }
    for _ in 0..8 {
        let supposed = |child: usize| {
            child < at
                && scene.is(
                    child,
                    &["may", "might", "could", "can", "would", "must", "ought", "if", "unless", "whether", "when", "should", "once"],
                )
                && matches!(scene.relation(child), Some(Relation::Aux | Relation::Mark | Relation::Advmod))
        };
        if scene.children(at).any(supposed) {
            return true;
        }
        match (scene.relation(at), scene.head(at)) {
            (Some(Relation::Conj | Relation::Xcomp | Relation::Advcl | Relation::Obj | Relation::Nsubj), Some(head)) => at = head,
            _ => return false,
        }
    }
    false
}

/// Who holds what a word says, and the word that names them.
fn owner(reading: &Reading<'_>, index: usize, word: StanceWord, before: &[Position]) -> Option<(Vec<String>, Option<usize>)> {
    let scene = reading.scene;
    if word.class == Class::Noun {
        // "Moscow's refusal", "the refusal of Moscow", "the call from Norway".
        let owners = scene.children(index).filter(|child| scene.relation(*child) == Some(Relation::Nmod));
        for owner in owners {
            let possessive = owner < index;
            // "The unwillingness of Chad to talk"; "the rejection of Chad" is of Chad by others.
            let holds = |child: usize| child > owner && matches!(scene.relation(child), Some(Relation::Acl | Relation::Nmod));
            let of = scene.child(owner, Relation::Case).is_some_and(|case| scene.is(case, &["of"])) && scene.children(index).any(holds);
            if possessive
                || of
                || scene.children(owner).any(|case| scene.relation(case) == Some(Relation::Case) && scene.is(case, &["from", "by"]))
            {
                let mut codes = reading.holders.codes(owner);
                // "Our commitment", in a speech.
                if codes.is_empty() && scene.is(owner, &["our", "my"]) {
                    let place = scene.token(owner).map_or(0, |token| token.span.start);
                    codes.extend(reading.holders.voice_at(place).map(str::to_owned));
                }
                if !codes.is_empty() {
                    return Some((codes, Some(owner)));
                }
            }
        }
        // "This insistence": that of the holder before.
        let anaphoric = scene.child(index, Relation::Det).is_some_and(|determiner| scene.is(determiner, &["this", "that", "such"]));
        let complement =
            scene.children(index).any(|child| child > index && matches!(scene.relation(child), Some(Relation::Nmod | Relation::Acl)));
        let place = scene.token(index)?.span.start;
        let near = before.get(..before.partition_point(|position| position.evidence.start < place)).unwrap_or(&[]);
        let last = near.iter().rev().take(COMPARED).max_by_key(|position| position.evidence.start)?;
        return (anaphoric && complement && last.evidence.end + BACK > place).then(|| (vec![last.holder.clone()], None));
    }
    let predicate =
        scene.is_passive(index) || scene.child(index, Relation::Cop).is_some() || scene.relation(index) == Some(Relation::Xcomp);
    if word.class == Class::Adjective && !predicate {
        return None;
    }
    let subject = if word.class == Class::Verb && scene.is_passive(index) {
        let agent = scene.children(index).filter(|child| scene.relation(*child) == Some(Relation::Obl));
        agent.into_iter().find(|agent| scene.children(*agent).any(|case| scene.is(case, &["by"])))
    } else {
        scene.subject(index)
    }?;
    let codes = reading.holders.codes(subject);
    Some((if codes.is_empty() { reading.holders.voice_of(subject) } else { codes }, Some(subject)))
}

/// Whether a verb says nothing of what it is about: "have flatly refused".
fn is_bare(reading: &Reading<'_>, index: usize) -> bool {
    let scene = reading.scene;
    // What stands behind a second verb belongs to that, whatever it hangs on.
    let second = scene.children(index).find(|child| *child > index && scene.relation(*child) == Some(Relation::Conj)).unwrap_or(usize::MAX);
    scene.children(index).all(|child| {
        child < index
            || child > second
            || scene.is_mark(child)
            || matches!(scene.relation(child), Some(Relation::Conj | Relation::Cc | Relation::Advmod | Relation::Advcl))
    })
}

/// What others demanded just before: that is what is refused.
fn echoed(positions: &[Position], codes: &[String], at: Span) -> Vec<(About, Range<usize>)> {
    let before = positions.get(..positions.partition_point(|position| position.evidence.start < at.start)).unwrap_or(&[]);
    let near = before.get(before.len().saturating_sub(COMPARED)..).unwrap_or(&[]);
    let demands = near.iter().filter(|position| {
        position.stance == Stance::Demand
            && !codes.contains(&position.holder)
            && position.evidence.end <= at.start
            && position.evidence.end + 300 > at.start
    });
    let mut abouts: Vec<(About, Range<usize>)> = Vec::new();
    for demand in demands.take(8) {
        if abouts.iter().all(|(about, _)| about.issue != demand.issue) {
            abouts.push((About { issue: demand.issue, weight: LEAST, words: demand.issue_words.clone() }, 0..usize::MAX));
        }
    }
    abouts
}
