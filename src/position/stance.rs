//! How words stand to what they are about.

use std::ops::Range;

use super::{
    Modality, Stance,
    holder::Holders,
    scene::{Scene, number},
    vocabulary::{Class, MODALITY, STANCE_ADJECTIVES, STANCE_NOUNS, STANCE_VERBS, STRENGTHS, StanceWord, UNDOES},
};
use crate::{
    lexicon::{Lexicon, VerbKind},
    statement::{Statement, negation::negates},
    syntax::{Relation, Upos, Xpos},
    text::Span,
};

/// A stance and the words that show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The stance.
    pub stance: Stance,
    /// In what mood.
    pub modality: Modality,
    /// The words.
    pub words: Span,
}

/// What a stance becomes when it is denied: nothing where the denial leaves it open.
pub fn denied(stance: Stance) -> Option<Stance> {
    match stance {
        Stance::Support | Stance::Offer => Some(Stance::Oppose),
        Stance::Oppose => Some(Stance::Support),
        Stance::Demand | Stance::Undecided => None,
    }
}

/// What a verb that is negated says: who did not deny or condemn a thing is not for it, who did not promise or praise it not against it, and who
/// did not rule it out leaves it open.
pub fn denied_verb(word: StanceWord, act: Option<VerbKind>) -> Option<Stance> {
    match (word.stance, act) {
        _ if word.wish || word.soft => None,
        (Stance::Oppose, Some(VerbKind::Refuse)) => Some(Stance::Undecided),
        (Stance::Oppose | Stance::Offer, _) | (_, Some(VerbKind::Praise | VerbKind::Promise | VerbKind::Reveal)) => None,
        (stance, _) => denied(stance),
    }
}

/// What a verb of the text does by words, as the lexicon has it.
pub fn act_of(scene: &Scene<'_>, verb: usize) -> Option<VerbKind> {
    let readings = || Lexicon::get().reporting_verb(scene.letters(verb)).map(|reading| reading.verb);
    let behind = scene.letters(verb + 1);
    let particle = readings().find(|verb| !verb.particle.is_empty() && verb.particle.eq_ignore_ascii_case(behind));
    particle.or_else(|| readings().next()).map(|verb| verb.kind)
}

/// What the word of a statement's cue says, if it says anything; denied where the cue is.
pub fn of_cue(scene: &Scene<'_>, statement: &Statement) -> Option<(StanceWord, Shown)> {
    let cue = statement.cue?;
    let lemma = number(statement.cue_lemma.as_deref()?);
    // "Ruled out", "called for": the verb with its particle tells more than the verb.
    let tokens = scene.tokens(cue);
    let phrasal = || {
        let found = tokens.clone().filter_map(|index| STANCE_VERBS.at(scene, index, tokens.end + 1)).find(|(length, _)| *length > 1);
        found.map(|(_, word)| word)
    };
    let verb = || phrasal().or_else(|| STANCE_VERBS.word(lemma));
    let noun = || STANCE_NOUNS.word(lemma);
    let word = if statement.rule.starts_with("noun") { noun().or_else(verb) } else { verb().or_else(noun) };
    let word = word.or_else(|| STANCE_ADJECTIVES.word(lemma))?;
    // "Called it a reckless act" names; what is said tells the stance. "Called for", "on", "to" asks.
    let names = matches!(statement.rule, "description" | "passive_description");
    let calls = lemma == number("call") && !names && !statement.rule.starts_with("noun");
    let asks = || {
        let behind = scene.tokens(cue).end;
        scene.tokens(cue).chain(behind..behind + 1).any(|index| scene.is(index, &["for", "on", "upon"]))
            || statement.rule == "addressee_infinitive"
    };
    if names || calls && !asks() {
        return None;
    }
    let stance = match statement.negated {
        // Who proposes a thing is for it; who proposes that another do it asks for it.
        false if word.soft && word.stance == Stance::Demand && statement.rule == "object" => Stance::Support,
        // Who wants to do a thing is for it; who wants another to do it demands it.
        false if word.stance == Stance::Demand && statement.rule == "to_infinitive" => Stance::Support,
        true if word.stance == Stance::Demand && statement.rule == "to_infinitive" => Stance::Oppose,
        // Who did not promise a thing is not against it.
        true => denied_verb(word, statement.act)?,
        false => word.stance,
    };
    Some((word, Shown { stance, modality: Modality::Plain, words: cue }))
}

/// What a clause says by itself, of a speaker with these codes.
pub fn of_clause(scene: &Scene<'_>, holders: &Holders<'_>, range: &Range<usize>, codes: &[String]) -> Option<Shown> {
    let top = scene.top(range);
    if let Some(shown) = verbless(scene, range, top) {
        return Some(shown);
    }
    top.and_then(|top| of_predicate(scene, holders, top, codes)).or_else(|| of_words(scene, holders, range, codes)).or_else(|| {
        // "He suggested that they talk": the bare form asks for it.
        let top = top?;
        let asks = scene.xpos(top) == Some(Xpos::Vb)
            && scene.child(top, Relation::Nsubj).is_some()
            && scene.children(top).all(|child| scene.relation(child) != Some(Relation::Aux));
        asks.then(|| Shown { stance: Stance::Demand, modality: Modality::Obligation, words: scene.bytes(&(top..top + 1)) })
    })
}

/// "No talks with the junta": a phrase without a verb that begins with "no" is against what it names.
fn verbless(scene: &Scene<'_>, range: &Range<usize>, top: Option<usize>) -> Option<Shown> {
    let first = range.clone().find(|index| !scene.is_mark(*index))?;
    let noun = matches!(scene.upos(top?), Some(Upos::Noun | Upos::Propn)) && scene.child(top?, Relation::Cop).is_none();
    (noun && scene.is(first, &["no"])).then(|| Shown {
        stance: Stance::Oppose,
        modality: Modality::Evaluation,
        words: scene.bytes(&(first..first + 1)),
    })
}

/// What the predicate of a clause says, where its subject is the speaker.
fn of_predicate(scene: &Scene<'_>, holders: &Holders<'_>, top: usize, codes: &[String]) -> Option<Shown> {
    let word = match scene.upos(top)? {
        // "Is opposed to" and "is prepared to" are no passives.
        Upos::Verb if scene.is_passive(top) => STANCE_ADJECTIVES.word(scene.form(top)),
        Upos::Verb => STANCE_VERBS.at(scene, top, top + 3).map(|(_, word)| word),
        Upos::Adj => STANCE_ADJECTIVES.word(scene.lemma(top)),
        Upos::Noun => STANCE_NOUNS.word(scene.lemma(top)),
        _ => None,
    }?;
    // "Some states pushing mediation pursue …": the participle belongs to the noun before it, whose own verb is behind.
    let before = top.checked_sub(1).filter(|_| scene.xpos(top) == Some(Xpos::Vbg) && scene.child(top, Relation::Nsubj).is_none());
    if before.is_some_and(|noun| scene.relation(noun) == Some(Relation::Nsubj) && scene.head(noun) != Some(top)) {
        return None;
    }
    let own = match scene.subject(top) {
        Some(subject) => holders.is_self(subject, codes),
        None => true,
    };
    let obliged = scene.children(top).any(|child| scene.is(child, &["must", "should", "ought"]));
    if !own || word.soft || obliged {
        return None;
    }
    // "Would lift its veto": what it has imposed itself it offers to take back.
    let will = |child: usize| scene.relation(child) == Some(Relation::Aux) && scene.is(child, &["will", "would", "'ll", "’ll"]);
    let takes_back = UNDOES.word(scene.lemma(top)).is_some() && scene.children(top).any(will) && !scene.is_denied(top);
    if takes_back {
        return Some(Shown { stance: Stance::Offer, modality: Modality::Intention, words: scene.bytes(&(top..top + 1)) });
    }
    let stance = if word.class == Class::Verb && scene.is_denied(top) {
        denied_verb(word, act_of(scene, top))?
    } else if scene.is_denied(top) {
        denied(word.stance)?
    } else {
        word.stance
    };
    Some(Shown { stance, modality: Modality::Plain, words: scene.bytes(&(top..top + 1)) })
}

/// What is wished or promised to be done, where that shows more than the wish: "seeks to discourage", "vowed not to let".
pub fn of_deed(scene: &Scene<'_>, range: &Range<usize>) -> Option<Shown> {
    let top = scene.top(range)?;
    let against =
        STANCE_VERBS.word(scene.lemma(top)).is_some_and(|word| word.stance == Stance::Oppose && scene.upos(top) == Some(Upos::Verb));
    let not = negates(scene.letters(range.start));
    let subject = scene.child(top, Relation::Nsubj).is_some();
    // "Vowed not to lift the blockade" keeps it; "pledged not to attack" only offers.
    let keeps = against && not && UNDOES.word(scene.lemma(top)).is_some();
    ((against != not || keeps) && !subject).then(|| Shown {
        stance: if keeps { Stance::Support } else { Stance::Oppose },
        modality: Modality::Plain,
        words: scene.bytes(&(if not { range.start..range.start + 1 } else { top..top + 1 })),
    })
}

/// What the words of a clause say: obligation, readiness, judgement.
fn of_words(scene: &Scene<'_>, holders: &Holders<'_>, range: &Range<usize>, codes: &[String]) -> Option<Shown> {
    let mut best: Option<(u8, Shown)> = None;
    let mut index = range.start;
    while index < range.end {
        let Some((length, (row, stance, modality))) = MODALITY.at(scene, index, range.end) else {
            index += 1;
            continue;
        };
        let words = index..index + length;
        index += length;
        let intends = stance == Stance::Offer && length == 1 && matches!(scene.upos(words.start), Some(Upos::Aux) | None);
        // "We will talk" offers; "the region will suffer" does not.
        if intends {
            let subject = scene.head(words.start).and_then(|verb| scene.subject(verb));
            if !subject.is_some_and(|subject| holders.is_self(subject, codes)) {
                continue;
            }
        }
        let evaluates = modality == Modality::Evaluation && length == 1;
        let stance = if evaluates && scene.is_denied(words.start) || intends && negates(scene.letters(words.end)) {
            let Some(stance) = denied(stance) else { continue };
            stance
        } else {
            stance
        };
        if best.as_ref().is_none_or(|(before, _)| row < *before) {
            best = Some((row, Shown { stance, modality, words: scene.bytes(&words) }));
        }
    }
    best.map(|(_, shown)| shown)
}

/// How firmly a stretch of words holds something, where they say so.
pub fn strength(scene: &Scene<'_>, range: Range<usize>) -> Option<&'static str> {
    let mut words = range.filter_map(|index| STRENGTHS.word(scene.form(index)).or_else(|| STRENGTHS.word(scene.lemma(index))));
    match words.next() {
        Some(true) => Some("firm"),
        Some(false) => Some("soft"),
        None => None,
    }
}
