//! What stands to the right of a verb, by the frames that it can have.

use super::{Clause, Complement, Cue, announced, skip_adjuncts};
use crate::{
    actor::words::Part,
    lexicon::{Frame, VerbKind},
};

/// What stands to the right of a verb, by the frames it can have.
pub(super) fn complement(clause: &Clause<'_>, cue: &Cue) -> Option<Complement> {
    let make = |start: usize, frame: Frame| Complement { content: start..start, addressee: None, frame };
    let direct = cue.end;
    let speaks = cue.has(Frame::That) && matches!(cue.verb.kind, VerbKind::Say | VerbKind::Write | VerbKind::Warn | VerbKind::Reveal);
    if speaks && let Some(told) = told_to(clause, direct) {
        return Some(told);
    }
    if speaks
        && matches!(clause.part(direct), Some(Part::Preposition | Part::Time | Part::Comma | Part::Subordinator | Part::Adverb))
        && let Some((start, frame)) = announced(clause, direct)
        && (frame == Frame::That || cue.has(Frame::Quote))
    {
        return Some(make(start, frame));
    }
    let at = skip_adjuncts(clause, direct, false);
    for at in if at == direct { vec![direct] } else { vec![at, direct] } {
        let next = clause.part(at + 1);
        match clause.part(at)? {
            Part::Subordinator if clause.lower(at) == "as" && cue.has(Frame::ObjAs) && is_free_relative(clause, cue) => {
                return Some(make(at + 1, Frame::ObjAs));
            }
            // "said in a speech that angered the envoy": a relative clause of the noun before.
            Part::That if at > direct && clause.part(at + 1) == Some(Part::Verb) && clause.is_finite(at + 1) => {}
            Part::That if cue.has(Frame::That) || cue.has(Frame::ObjThat) => return Some(make(at + 1, Frame::That)),
            Part::Quote if cue.has(Frame::Quote) || cue.has(Frame::That) => return Some(make(at, Frame::Quote)),
            Part::Quote if cue.has(Frame::Np) => return Some(make(at, Frame::Np)),
            Part::Break if clause.word(at).is_some_and(|word| word.text == ":") && cue.has(Frame::Quote) => {
                return Some(make(at + 1, Frame::Quote));
            }
            Part::Comma if next == Some(Part::Quote) && cue.has(Frame::Quote) => return Some(make(at + 1, Frame::Quote)),
            // "he said, in an effort to …, the state could …"
            Part::Comma if cue.verb.lemma == "say" && clause.part(at + 1) == Some(Part::Preposition) => {
                return Some(make(at + 1, Frame::That));
            }
            // "condemned what it called …"
            Part::Wh if cue.has(Frame::Np) && clause.lower(at) == "what" => return Some(make(at, Frame::Np)),
            Part::Wh if cue.has(Frame::Wh) || cue.has(Frame::That) => return Some(make(at, Frame::Wh)),
            Part::Subordinator
                if cue.has(Frame::Wh)
                    && matches!(clause.lower(at), "if" | "where" | "when")
                    && matches!(cue.verb.kind, VerbKind::Ask | VerbKind::Think | VerbKind::Say)
                    && clause.lower(at) == "if"
                    && cue.verb.kind == VerbKind::Ask =>
            {
                return Some(make(at, Frame::Wh));
            }
            Part::Negation if next == Some(Part::To) && cue.has(Frame::To) => return Some(make(at, Frame::To)),
            Part::To if cue.has(Frame::To) && !matches!(next, Some(Part::Determiner | Part::Name | Part::Possessor | Part::Pronoun)) => {
                return Some(make(at, Frame::To));
            }
            Part::To
                if cue.has(Frame::ToNoun)
                    && matches!(cue.verb.kind, VerbKind::Accuse | VerbKind::Refuse | VerbKind::Agree | VerbKind::Reveal) =>
            {
                return Some(make(at + 1, Frame::ToNoun));
            }
            Part::Preposition => {
                if let Some(found) = prepositional(clause, cue, at) {
                    return Some(found);
                }
            }
            Part::Verb if cue.has(Frame::Ing) && clause.lower(at).ends_with("ing") => return Some(make(at, Frame::Ing)),
            Part::Verb if cue.has(Frame::That) && clause.lower(at).ends_with("ing") => return Some(make(at, Frame::That)),
            Part::Determiner | Part::Possessor | Part::Name | Part::Noun | Part::Number | Part::Pronoun | Part::Time | Part::Relative => {
                if let Some(found) = nominal(clause, cue, at) {
                    return Some(found);
                }
            }
            Part::Adverb if cue.has(Frame::That) && clause.clause_at(at + 1) => return Some(make(at, Frame::That)),
            _ => {}
        }
    }
    None
}

/// "said to reporters that …", "explained to the council on Monday: …".
fn told_to(clause: &Clause<'_>, at: usize) -> Option<Complement> {
    let nominal = clause.part(at + 1).is_some_and(|part| part.is_nominal() || part == Part::Pronoun);
    if clause.part(at) != Some(Part::To) || !nominal {
        return None;
    }
    let end = phrase_of(clause, at + 1);
    let (start, frame) = announced(clause, end)?;
    Some(Complement { content: start..start, addressee: Some(at + 1..end), frame })
}

/// The end of a noun phrase with what belongs to it by "of" or "for".
fn phrase_of(clause: &Clause<'_>, start: usize) -> usize {
    let mut end = clause.noun_phrase_after(start);
    while end > start && matches!(clause.lower(end), "of" | "for" | "from") {
        let further = clause.noun_phrase_after(end + 1);
        if further == end + 1 {
            break;
        }
        end = further;
    }
    end
}

/// "what he described as …"
fn is_free_relative(clause: &Clause<'_>, cue: &Cue) -> bool {
    let subject = clause.subject(cue.group);
    subject.is_some_and(|subject| matches!(clause.before(subject.start), Some(Part::Wh | Part::Relative)))
}

/// "call for talks", "call on Moscow to leave", "warn of war".
fn prepositional(clause: &Clause<'_>, cue: &Cue, at: usize) -> Option<Complement> {
    let frame = match clause.lower(at) {
        "for" => Frame::For,
        "of" => Frame::Of,
        "about" => Frame::About,
        "against" => Frame::Against,
        "over" => Frame::Over,
        "on" | "upon" => {
            if cue.has(Frame::OnTo) {
                let to = addressee_end(clause, at + 1, |clause, index| clause.part(index) == Some(Part::To))?;
                return Some(Complement { content: to..to, addressee: Some(at + 1..to), frame: Frame::OnTo });
            }
            Frame::On
        }
        "at" => Frame::At,
        "in" => Frame::In,
        "as" => Frame::As,
        _ => return None,
    };
    if !cue.has(frame) || matches!(frame, Frame::In | Frame::At) {
        return None;
    }
    let strong = frame == Frame::For && matches!(cue.verb.kind, VerbKind::Demand | VerbKind::Want | VerbKind::Propose | VerbKind::Describe);
    Some(Complement { content: at + 1..at + 1, addressee: None, frame: if strong { Frame::ForTo } else { frame } })
}

/// The first place behind the noun phrase at `start` where `wanted` holds, prepositional phrases passed over.
fn addressee_end(clause: &Clause<'_>, start: usize, wanted: impl Fn(&Clause<'_>, usize) -> bool) -> Option<usize> {
    let mut end = clause.noun_phrase_after(start);
    for _ in 0..4 {
        if end == start {
            return None;
        }
        if wanted(clause, end) {
            return Some(end);
        }
        match clause.part(end) {
            Some(Part::Preposition | Part::Coordinator)
                if clause.part(end + 1).is_some_and(|part| part.is_nominal() || part == Part::Pronoun) =>
            {
                end = clause.noun_phrase_after(end + 1);
            }
            Some(Part::Adverb) => end += 1,
            // "its allies, China and Russia, to …"
            Some(Part::Comma) => {
                let close = (end + 1..end + 10).find(|&index| clause.part(index) == Some(Part::Comma))?;
                return (wanted(clause, close + 1)).then_some(close + 1);
            }
            _ => return None,
        }
    }
    None
}

/// A noun phrase behind the verb: the addressee, the subject of a clause without "that", or the content itself.
fn nominal(clause: &Clause<'_>, cue: &Cue, at: usize) -> Option<Complement> {
    let to = |start: usize, addressee: usize, frame: Frame| Complement { content: start..start, addressee: Some(at..addressee), frame };
    let whole = |frame: Frame| Complement { content: at..at, addressee: None, frame };
    let end = clause.noun_phrase_after(at);
    if cue.has(Frame::ObjThat) {
        if let Some(that) = addressee_end(clause, at, |clause, index| clause.part(index) == Some(Part::That)) {
            return Some(to(that + 1, that, Frame::ObjThat));
        }
        let addressee = phrase_of(clause, at);
        if addressee > at
            && let Some((start, frame)) = announced(clause, addressee)
            && (frame == Frame::That || cue.has(Frame::Quote) || clause.part(start) == Some(Part::Quote))
        {
            return Some(to(start, addressee, if frame == Frame::That { Frame::ObjThat } else { frame }));
        }
        // "told reporters on Monday the deal was dead"
        let behind = skip_adjuncts(clause, addressee, false);
        if addressee > at
            && behind > addressee
            && matches!(clause.part(behind), Some(Part::Pronoun | Part::Determiner | Part::Possessor))
            && clause.clause_at(behind)
        {
            return Some(to(behind, addressee, Frame::ObjThat));
        }
        let own = clause.part(at) == Some(Part::Pronoun) && !matches!(clause.lower(at), "him" | "them" | "us" | "me" | "her");
        let begins = matches!(clause.part(end), Some(Part::Pronoun | Part::Determiner | Part::Possessor | Part::Wh))
            && !matches!(clause.lower(end), "him" | "them");
        if end > at && begins && !own && clause.clause_at(end) {
            return Some(to(end, end, Frame::ObjThat));
        }
        if end > at && clause.part(end) == Some(Part::Quote)
            || clause.part(end) == Some(Part::Comma) && clause.part(end + 1) == Some(Part::Quote)
        {
            return Some(to(end + usize::from(clause.part(end) == Some(Part::Comma)), end, Frame::Quote));
        }
        // "told CNN Abe's opponents are angry": the first name is the addressee.
        if cue.verb.lemma == "tell" && clause.part(at) == Some(Part::Name) && clause.clause_at(at + 1) {
            return Some(to(at + 1, at + 1, Frame::ObjThat));
        }
    }
    if cue.has(Frame::ObjTo) {
        let found = addressee_end(clause, at, |clause, index| {
            let to = index + usize::from(clause.part(index) == Some(Part::Negation));
            clause.part(to) == Some(Part::To)
                && !matches!(clause.part(to + 1), Some(Part::Determiner | Part::Name | Part::Possessor | Part::Pronoun | Part::Number))
        });
        if let Some(infinitive) = found {
            let passive = clause.lower(infinitive + 1) == "be";
            if matches!(cue.verb.kind, VerbKind::Want | VerbKind::Think | VerbKind::Fear)
                || passive && clause.part(at) == Some(Part::Determiner)
            {
                return Some(whole(Frame::ObjTo));
            }
            return Some(to(infinitive, infinitive, Frame::ObjTo));
        }
    }
    for (frame, word) in [(Frame::ObjOf, "of"), (Frame::ObjFor, "for"), (Frame::ObjAbout, "about"), (Frame::ObjAgainst, "against")] {
        if cue.has(frame)
            && let Some(index) = addressee_end(clause, at, |clause, index| clause.lower(index) == word)
        {
            return Some(to(index + 1, index, frame));
        }
    }
    if cue.has(Frame::ObjAs) && addressee_end(clause, at, |clause, index| clause.lower(index) == "as").is_some() {
        return Some(whole(Frame::ObjAs));
    }
    if cue.has(Frame::ObjWh) && end > at && clause.part(end) == Some(Part::Wh) {
        return Some(to(end, end, Frame::ObjWh));
    }
    if cue.has(Frame::That) && clause.clause_at(at) {
        return Some(whole(Frame::That));
    }
    if cue.has(Frame::ObjPredicate) && end > at && matches!(clause.part(end), Some(Part::Determiner | Part::Quote)) {
        return Some(whole(Frame::ObjPredicate));
    }
    if cue.has(Frame::Np) && clause.part(at) != Some(Part::Pronoun) && clause.part(at) != Some(Part::Relative) {
        return Some(whole(Frame::Np));
    }
    None
}
