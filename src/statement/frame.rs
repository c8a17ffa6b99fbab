//! Statements that a frame carries: "according to X", "as X said", "reportedly".

use super::{
    Found, Grade,
    clause::Clause,
    verb::{MAX_BEFORE, around, trim_words},
};
use crate::{
    actor::words::{Fact, Part, beginnings, may_be_participle},
    lexicon::{Begins, Lexicon, MarkerClass, NameKind, VerbKind},
    syntax::is_quote,
    text::Span,
};

/// How many prepositional phrases the source of a frame may have.
const MAX_PHRASES: usize = 8;

/// Finds what frames carry.
pub fn find(clause: &mut Clause<'_>, found: &mut Vec<Found>) {
    let markers = Lexicon::get().markers_at(clause.span.of(clause.text), beginnings(clause.words, clause.span.start, Begins::MARKER));
    for marker in markers {
        let Some(value) = marker.values.first() else { continue };
        let (start, end) = (clause.span.start + marker.span.start, clause.span.start + marker.span.end);
        let first = clause.words.partition_point(|word| word.span.start < start);
        let last = clause.words.partition_point(|word| word.span.start < end);
        if clause.is_quoted(first) || last <= first {
            continue;
        }
        let mut source = None;
        let content;
        let rule;
        match value.class {
            MarkerClass::Preposition => {
                // "Per" inside a sentence is a plain preposition.
                if last == first + 1 && first > 0 {
                    continue;
                }
                let Some(mut end) = source_after(clause, last) else { continue };
                // An apposition: "According to Ms Ito, the minister, …".
                if first > 1
                    && let Some(close) = apposition(clause, end)
                {
                    end = close;
                } else if clause.part(end) == Some(Part::Comma)
                    && first <= 1
                    && let Some(second) = (end + 1..(end + 12).min(clause.len())).find(|&index| clause.part(index) == Some(Part::Comma))
                    && (end + 1..second).all(|index| clause.part(index).is_some_and(|part| part.is_nominal() || part == Part::Preposition))
                    && (clause.word(end + 1).is_some_and(|word| word.possessive)
                        || clause.part(end + 1) == Some(Part::Determiner)
                        || !Lexicon::get().titles(clause.lower(end + 1)).is_empty())
                {
                    end = second;
                }
                source = Some(last..end);
                content = around(clause, first, end);
                rule = "according_to";
                if first > 1 {
                    let barrier = first - usize::from(clause.before(first) == Some(Part::Comma));
                    let place = clause.barriers.partition_point(|&known| known <= barrier);
                    clause.barriers.insert(place, barrier);
                }
            }
            MarkerClass::Adverb if value.kind == VerbKind::Say && last == first + 1 => {
                let before = trim_words(clause, clause.dateline().max(first.saturating_sub(MAX_BEFORE))..first);
                let behind = trim_words(clause, last..clause.content_end(last, false));
                content = [before, behind].into_iter().filter(|words| !words.is_empty()).map(|words| clause.bytes(&words)).collect();
                rule = "adverb_without_source";
            }
            _ => continue,
        }
        if content.is_empty() {
            continue;
        }
        found.push(Found {
            source: source.map(|words| clause.bytes(&words)),
            cue: Some(clause.bytes(&(first..last))),
            content,
            addressee: None,
            lemma: None,
            strength: Some(value.strength),
            rule,
            sentence: clause.index,
            needs_actor: last == first + 1 && value.class == MarkerClass::Preposition,
            weighed: false,
        });
    }
    as_clause(clause, found);
    colon(clause, found);
}

/// How many words behind its first one a phrase that tells how a source knows may end; without a bound, a sentence of markers would be read
/// to its end from each of them.
const MAX_SOURCE: usize = 30;

/// One past the source that begins at a word: a noun phrase with its prepositional phrases and with what tells how it knows ("sources close
/// to the talks").
fn source_after(clause: &Clause<'_>, from: usize) -> Option<usize> {
    let mut end = clause.noun_phrase_after(from);
    if end == from {
        return None;
    }
    let first = clause.word(from)?.full.start;
    let last = clause.word(from + MAX_SOURCE).map_or(clause.span.end, |word| word.span.start);
    let patterns = Lexicon::get().source_patterns(clause.text.get(first..last)?);
    for pattern in &patterns {
        let (start, close) = (first + pattern.span.start, first + pattern.span.end);
        let opened = clause.words.partition_point(|word| word.span.start < start);
        let closed = clause.words.partition_point(|word| word.span.start < close);
        if opened <= end && closed > end {
            end = clause.noun_phrase_after(closed).max(closed);
        }
    }
    for _ in 0..MAX_PHRASES {
        let further = clause.noun_phrase_after(end + 1);
        if !matches!(clause.lower(end), "of" | "for" | "from" | "in" | "at" | "to" | "by" | "with" | "on") || further <= end + 1 {
            break;
        }
        end = further;
    }
    Some(described(clause, end).unwrap_or(end))
}

/// One past the clause that describes a source and belongs to it: "a draft seen by two people who know it, …", up to the mark that closes it.
fn described(clause: &Clause<'_>, from: usize) -> Option<usize> {
    let participle = clause.part(from) == Some(Part::Verb)
        && may_be_participle(clause.lower(from))
        && matches!(clause.part(from + 1), Some(Part::Preposition | Part::To | Part::Time | Part::Adverb));
    let relative =
        clause.part(from) == Some(Part::Relative) && matches!(clause.part(from + 1), Some(Part::Verb | Part::Auxiliary | Part::Adverb));
    if !participle && !relative {
        return None;
    }
    let closes = |index: &usize| matches!(clause.part(*index), Some(Part::Comma | Part::Stop | Part::Break | Part::Quote));
    let close = (from + 1..(from + MAX_SOURCE).min(clause.len())).find(closes)?;
    (clause.part(close) != Some(Part::Quote)).then_some(close)
}

/// One past an apposition that closes a sentence behind a source: "…, according to Ms Ito, a Norwegian diplomat."
fn apposition(clause: &Clause<'_>, comma: usize) -> Option<usize> {
    if clause.part(comma) != Some(Part::Comma) || !matches!(clause.part(comma + 1), Some(Part::Determiner | Part::Possessor)) {
        return None;
    }
    let closes = |index: &usize| matches!(clause.part(*index), Some(Part::Stop | Part::Comma));
    let close = (comma + 1..(comma + 14).min(clause.len())).find(closes).or((clause.len() <= comma + 14).then_some(clause.len()))?;
    let nominal = |index: usize| clause.part(index).is_some_and(|part| part.is_nominal() || part == Part::Preposition);
    let office = |index: usize| clause.word(index).is_some_and(|word| word.known.has(Fact::Head) || word.known.has(Fact::Title));
    ((comma + 1..close).all(nominal) && (comma + 1..close).any(office)).then_some(close)
}

/// How many words the name of a speaker in a transcript may have.
const MAX_SPEAKER: usize = 4;

/// A transcript: "MS ITO: We will talk. …" at the start of a block; what is said is the rest of the block.
pub fn transcript(clause: &Clause<'_>, block: Span, found: &mut Vec<Found>) {
    let Some(colon) = (1..=MAX_SPEAKER).find(|&index| clause.word(index).is_some_and(|word| word.text == ":")) else { return };
    let names = (0..colon).all(|index| clause.word(index).is_some_and(|word| word.is_capital()));
    let Some(first) = clause.word(colon + 1).filter(|_| names && clause.span.start == block.start) else { return };
    found.push(Found {
        source: Some(clause.bytes(&(0..colon))),
        cue: None,
        content: vec![Span::new(first.full.start, block.end)],
        addressee: None,
        lemma: None,
        strength: None,
        rule: "transcript",
        sentence: clause.index,
        needs_actor: true,
        weighed: false,
    });
}

/// How many words a source before or behind a colon may have.
const MAX_COLON_SOURCE: usize = 7;

/// Whether a label with a colon names who speaks in a transcript: a person, or in capitals an office or a title with a name ("THE PRESIDENT:",
/// "SECRETARY BERG:"). "Ukraine: what comes next" is a title.
pub fn is_speaker(words: &str, grade: Option<Grade>) -> bool {
    let capitals = words.chars().any(char::is_alphabetic) && !words.chars().any(char::is_lowercase);
    let title = || {
        let lower = words.to_lowercase();
        let bare = lower.strip_prefix("the ").unwrap_or(&lower);
        let first = bare.split_whitespace().next().unwrap_or("");
        let mut letters = first.chars();
        let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        first.len() > 2 && [first, &capital].iter().any(|word| !Lexicon::get().titles(word).is_empty())
    };
    match grade {
        Some(Grade::Named) => true,
        Some(Grade::Role) => capitals,
        _ => capitals && title(),
    }
}

/// Whether the words before a colon are what a headline is about and no source: a country or its capital ("Syria: rebels seize a town"), or
/// nobody in particular ("Image: …"), unless a quotation follows.
pub fn is_topic(text: &str, source: Option<Span>, content: &[Span], grade: Grade) -> bool {
    let (Some(source), Some(content)) = (source, content.first()) else { return false };
    let leads = source.end <= content.start;
    let quoted =
        text.get(source.end..content.start + 1).is_some_and(|gap| gap.contains(is_quote)) || content.of(text).starts_with(is_quote);
    let place = |kind| matches!(kind, NameKind::State | NameKind::Capital | NameKind::Place | NameKind::Region);
    let vague = !matches!(grade, Grade::Named | Grade::Role | Grade::Institution);
    leads && !quoted && (vague || Lexicon::get().name(source.of(text)).iter().any(|name| place(name.kind)))
}

/// "Talks will resume: foreign ministry", "Minister: talks will resume". A colon is no cue.
fn colon(clause: &Clause<'_>, found: &mut Vec<Found>) {
    let is_colon = |index: &usize| clause.word(*index).is_some_and(|word| word.text == ":");
    let Some(colon) = (0..clause.len()).rev().find(is_colon).filter(|&colon| colon > 0 && !clause.is_quoted(colon)) else { return };
    let nominal = |range: std::ops::Range<usize>| {
        range.into_iter().all(|index| {
            clause.part(index).is_some_and(|part| part.is_nominal() || part == Part::Preposition)
                || clause.word(index).is_some_and(|word| word.is_capital())
        })
    };
    let clausal = |range: std::ops::Range<usize>| {
        range.into_iter().any(|index| {
            // In a headline any word in -s between two others may be its verb.
            let third = index > 0
                && clause.lower(index).ends_with('s')
                && clause.part(index) == Some(Part::Noun)
                && clause.part(index + 1).is_some_and(|part| part != Part::Preposition);
            third || matches!(clause.part(index), Some(Part::Verb | Part::Auxiliary))
        })
    };
    let behind = clause.len() - colon - 1;
    let (source, content) = if (1..=MAX_COLON_SOURCE).contains(&behind) && nominal(colon + 1..clause.len()) && clausal(0..colon) {
        (colon + 1..clause.len(), 0..colon)
    } else if colon <= MAX_COLON_SOURCE
        && nominal(0..colon)
        // "Norway says: “…”" has a verb that carries it.
        && !(0..colon).any(|index| clause.word(index).is_some_and(|word| word.reporting && word.part == Part::Verb))
        && !clause.part(0).is_some_and(|part| part == Part::Determiner)
        && (clause.part(colon + 1) == Some(Part::Quote)
            || colon <= MAX_SPEAKER
                && (clausal(colon + 1..clause.len()) || clause.lower(colon + 1) == "no")
                && !matches!(clause.part(colon + 1), Some(Part::Wh | Part::Relative))
                && !clause.lower(colon + 1).ends_with("ing"))
    {
        (0..colon, colon + 1..clause.len())
    } else {
        return;
    };
    found.push(Found {
        source: Some(clause.bytes(&source)),
        cue: None,
        content: vec![clause.bytes(&trim_words(clause, content))],
        addressee: None,
        lemma: None,
        strength: None,
        rule: "colon",
        sentence: clause.index,
        needs_actor: true,
        weighed: false,
    });
}

/// "As the envoy emphasizes, any talks must …".
fn as_clause(clause: &Clause<'_>, found: &mut Vec<Found>) {
    for at in 0..clause.len() {
        let Some(word) = clause.word(at) else { break };
        if word.part != Part::Verb
            || !word.reporting
            || clause.is_quoted(at)
            || !matches!(clause.part(at + 1), Some(Part::Comma | Part::Stop))
        {
            continue;
        }
        let Some(subject) = clause.subject(clause.group_start(at)) else { continue };
        let Some(opening) = subject.start.checked_sub(1) else { continue };
        // "As soon as a list is agreed" tells when, and "as well as" joins.
        let compares =
            opening.checked_sub(1).is_some_and(|before| matches!(clause.lower(before), "soon" | "long" | "far" | "well" | "much" | "such"));
        if clause.lower(opening) != "as" || compares {
            continue;
        }
        let Some(reading) = word.reporting_verb().find(|reading| reading.verb.particle.is_empty()) else { continue };
        let content = around(clause, opening, at + 1);
        if content.is_empty() || reading.verb.ambiguous {
            continue;
        }
        found.push(Found {
            source: Some(clause.bytes(&subject)),
            cue: Some(clause.bytes(&(at..at + 1))),
            content,
            addressee: None,
            lemma: Some(reading.verb.lemma.to_owned()),
            strength: Some(reading.verb.strength),
            rule: "frame_as_clause",
            sentence: clause.index,
            needs_actor: false,
            weighed: false,
        });
    }
}
