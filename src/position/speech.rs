//! Texts that are a speech: whose, and the positions that its own sentences take.

use super::{Position, Reading, condition, issue, scene::Scene, segment, stance, stated};
use crate::{
    actor::{ActorKind, Actors, quotation::Quotation},
    ingest::BlockKind,
    statement::Mode,
    syntax::Sentence,
    text::Span,
};

/// Of how many words one at least must be of the first person, for a text to be a speech.
const RATE: usize = 120;
/// What must speak for an issue at least.
const LEAST: u32 = 12;

/// Whose speech a text in the first person is: of the state that it opens with, by itself on its line, or of the state or body that it is given
/// "on behalf of".
pub fn voice(scene: &Scene<'_>, actors: &Actors) -> Option<String> {
    let tokens = scene.syntax.tokens.len();
    let own = (0..tokens).filter(|index| scene.is(*index, &["we", "our", "i", "my", "us"])).count();
    let code = |span: Span| {
        let mention = actors.mentions_in(span).first()?;
        let actor = actors.actors.get(mention.actor)?;
        actor.code.clone().filter(|_| matches!(actor.kind, ActorKind::State | ActorKind::Organisation))
    };
    let first = scene.syntax.sentences.first()?.span;
    let whole = first.len() < 40
        && !first.of(scene.text).ends_with('.')
        && actors.mentions_in(first).first().is_some_and(|mention| mention.span.start == first.start);
    if whole && own > 0 && own * RATE * 4 >= tokens {
        return code(first);
    }
    if own * RATE < tokens || own < 2 {
        return None;
    }
    if let Some(code) = titled(scene, actors) {
        return Some(code);
    }
    if own < 3 {
        return None;
    }
    (0..tokens.saturating_sub(3)).find_map(|index| {
        let behalf = scene.is(index, &["behalf"]) && scene.is(index + 1, &["of"]);
        let country = scene.is(index, &["my"]) && scene.is(index + 1, &["country"]) && scene.is(index + 2, &[","]);
        let (start, end) = (scene.token(index)?.span.end, scene.token((index + 12).min(tokens - 1))?.span.end);
        (behalf || country).then(|| code(Span::new(start, end))).flatten()
    })
}

/// How many sentences may stand before the one that says whose speech it is.
const OPENING: usize = 3;
/// How many words of such a sentence are looked at.
const WORDS: usize = 24;

/// "Statement by the delegation of …", "Interview with the foreign minister of …": the state or body of whoever the opening lines name as the speaker.
fn titled(scene: &Scene<'_>, actors: &Actors) -> Option<String> {
    let opening = scene.syntax.sentences.iter().take(OPENING);
    let titles = opening.filter(|sentence| !sentence.span.of(scene.text).ends_with('.'));
    titles.into_iter().find_map(|sentence| {
        let range = sentence.tokens.start..sentence.tokens.end.min(sentence.tokens.start + WORDS);
        let speech = range.clone().find(|index| super::holder::is_speech(scene, *index))?;
        let by = (speech + 1..range.end.min(speech + 6)).find(|index| scene.is(*index, &["by", "with", "of", "from", "behalf"]))?;
        let (start, end) = (scene.token(by)?.span.end, scene.token(range.end.checked_sub(1)?)?.span.end);
        let mentions = actors.mentions_in(Span::new(start, end)).iter();
        let mut actors = mentions.filter_map(|mention| actors.actors.get(mention.actor));
        actors.find_map(|actor| actor.code.clone().filter(|_| !matches!(actor.kind, ActorKind::Document | ActorKind::Group)))
    })
}

/// How many words the label of a turn has at most.
const LABEL: usize = 12;

/// From which byte on who speaks, in a record of several: "Ms. Berg (Norway): …", and in an interview "Q:" and "A:", of which the second is the voice
/// of the text. Nobody's turn has an empty code.
pub fn turns(scene: &Scene<'_>, actors: &Actors, voice: Option<&str>) -> Vec<(usize, String)> {
    let mut turns = Vec::new();
    let mut block = None;
    for sentence in &scene.syntax.sentences {
        let opens = block != Some(sentence.block);
        block = Some(sentence.block);
        let range = sentence.tokens.start..sentence.tokens.end.min(sentence.tokens.start + LABEL);
        let colon = range.clone().find(|index| scene.is(*index, &[":"])).filter(|colon| opens && *colon > range.start);
        let Some(colon) = colon else { continue };
        let close = scene.is(colon - 1, &[")"]);
        let open = (range.start..colon).find(|index| scene.is(*index, &["("])).filter(|_| close);
        if let Some(open) = open {
            let inside = scene.bytes(&(open + 1..colon - 1));
            let code = actors.mentions_in(inside).first().and_then(|mention| actors.actors.get(mention.actor)?.code.clone());
            turns.push((sentence.span.start, code.unwrap_or_default()));
        } else if colon == range.start + 1 && scene.is(range.start, &["q", "question"]) {
            turns.push((sentence.span.start, String::new()));
        } else if colon == range.start + 1 && scene.is(range.start, &["a", "answer"]) {
            turns.push((sentence.span.start, voice.unwrap_or_default().to_owned()));
        }
    }
    turns
}

/// How many letters of a sentence stand in quotation marks at least, in hundredths, for it to be quoted.
const QUOTED: usize = 90;

/// Adds what the sentences of a speech say by themselves ("the Council must act"), and those of a quotation that goes on behind the words that
/// name its speaker.
pub fn find(reading: &Reading<'_>, positions: &mut Vec<Position>) {
    let scene = reading.scene;
    // Who was last quoted, and in which sentence.
    let mut speaker: Option<(Vec<String>, usize)> = None;
    let mut next = 0;
    for (number, sentence) in scene.syntax.sentences.iter().enumerate() {
        let first = next;
        while reading.statements.get(next).is_some_and(|statement| statement.sentence <= number) {
            next += 1;
        }
        let same = reading.statements.get(first..next).unwrap_or(&[]);
        let quoting = same.iter().rev().take(16).find(|statement| statement.mode != Mode::Indirect);
        if let Some(statement) = quoting {
            speaker = Some((stated::holders(reading, statement), number));
        }
        let speaking = if is_quoted(&scene.syntax.quotations, sentence.span) {
            let codes = speaker.as_ref().filter(|(codes, last)| !codes.is_empty() && last + FAR >= number).map(|(codes, _)| codes.clone());
            if codes.is_some()
                && let Some((_, last)) = &mut speaker
            {
                *last = number;
            }
            codes.map(|codes| (codes, "quoted_on"))
        } else {
            reading.holders.voice_at(sentence.span.start).map(|voice| (vec![voice.to_owned()], "speech"))
        };
        // Who asks takes no position.
        let block = reading.document.blocks.get(sentence.block);
        let asks = sentence.span.of(scene.text).ends_with('?') || block.is_some_and(|block| matches!(block.kind, BlockKind::Question));
        if let Some((codes, rule)) = speaking.filter(|_| !asks) {
            // The words that name the speaker may stand a few sentences behind what is said.
            let near = reading.statements.get(first.saturating_sub(4)..(next + 4).min(reading.statements.len())).unwrap_or(&[]);
            let others: Vec<Span> = near.iter().take(24).flat_map(|statement| statement.content.iter().copied()).collect();
            read(reading, &codes, rule, &others, sentence, positions);
        }
    }
}

/// How many sentences may stand between one of a quotation and the one before.
const FAR: usize = 1;

/// Whether nearly all of a stretch stands in one quotation.
fn is_quoted(quotations: &[Quotation], span: Span) -> bool {
    let first = quotations.partition_point(|quotation| quotation.outer.end <= span.start);
    quotations.get(first).is_some_and(|quotation| {
        let shared = span.end.min(quotation.outer.end).saturating_sub(span.start.max(quotation.outer.start));
        shared * 100 >= span.len() * QUOTED
    })
}

/// Adds what the clauses of a sentence say in the voice of these holders, beyond what is reported of others in it.
fn read(reading: &Reading<'_>, codes: &[String], rule: &'static str, others: &[Span], sentence: &Sentence, positions: &mut Vec<Position>) {
    let scene = reading.scene;
    let range = sentence.tokens.start..sentence.tokens.end.min(sentence.tokens.start + super::scene::MOST);
    let conditions = condition::within(scene, &range);
    let mut carried = None;
    for clause in segment::segments(scene, &range) {
        let span = scene.bytes(&clause);
        if others.iter().any(|other| other.overlaps(span)) {
            continue;
        }
        let own = stance::of_clause(scene, reading.holders, &clause, codes);
        let about = issue::of_clause(scene, &clause, range.start, &conditions).filter(|about| about.weight >= LEAST);
        let (Some(about), Some(shown)) = (about, own.or(carried)) else {
            carried = own;
            continue;
        };
        carried = None;
        for holder in codes {
            positions.push(Position {
                holder: holder.clone(),
                issue: about.issue,
                issue_words: about.words.clone(),
                stance: shown.stance,
                stance_words: shown.words,
                target: reading.holders.named(span).into_iter().filter(|code| code != holder).take(1).collect(),
                evidence: span,
                conditions: conditions.iter().map(|found| scene.bytes(found)).collect(),
                attributed: true,
                strength: stance::strength(scene, clause.clone()),
                modality: shown.modality,
                repeated: false,
                narrows: false,
                earlier: None,
                shift: None,
                statement: None,
                rule,
            });
        }
    }
}
