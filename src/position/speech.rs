//! Texts that are a speech: whose, and the positions that its own sentences take.

use super::{
    Position, Reading, condition,
    issue,
    scene::Scene,
    segment, stance,
};
use crate::{actor::{ActorKind, Actors}, text::Span};

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
    let whole = actors.mentions_in(first).first().filter(|mention| mention.span.len() + 2 >= first.len());
    if whole.is_some() && own > 0 && own * RATE * 4 >= tokens {
        return code(first);
    }
    if own * RATE < tokens || own < 3 {
        return None;
    }
    (0..tokens.saturating_sub(3)).find_map(|index| {
        let behalf = scene.is(index, &["behalf"]) && scene.is(index + 1, &["of"]);
        let country = scene.is(index, &["my"]) && scene.is(index + 1, &["country"]) && scene.is(index + 2, &[","]);
        let (start, end) = (scene.token(index)?.span.end, scene.token((index + 12).min(tokens - 1))?.span.end);
        (behalf || country).then(|| code(Span::new(start, end))).flatten()
    })
}

/// Adds what the sentences of a speech say by themselves: "the Council must act".
pub fn find(reading: &Reading<'_>, positions: &mut Vec<Position>) {
    let Some(voice) = reading.holders.voice() else { return };
    let scene = reading.scene;
    let codes = [voice.to_owned()];
    for (number, sentence) in scene.syntax.sentences.iter().enumerate() {
        let first = reading.statements.partition_point(|statement| statement.sentence < number);
        let same = reading.statements.get(first..).unwrap_or(&[]).iter().take(16).take_while(|statement| statement.sentence == number);
        let others: Vec<Span> = same.flat_map(|statement| statement.content.iter().copied()).collect();
        let range = sentence.tokens.start..sentence.tokens.end.min(sentence.tokens.start + super::scene::MOST);
        let conditions = condition::within(scene, &range);
        let mut carried = None;
        for clause in segment::segments(scene, &range) {
            let span = scene.bytes(&clause);
            if others.iter().any(|other| other.overlaps(span)) {
                continue;
            }
            let own = stance::of_clause(scene, reading.holders, &clause, &codes);
            let about = issue::about(scene, &clause, &conditions).filter(|about| about.weight >= LEAST);
            let (Some(about), Some(shown)) = (about, own.or(carried)) else {
                carried = own;
                continue;
            };
            carried = Some(shown);
            positions.push(Position {
                holder: voice.to_owned(),
                issue: about.issue,
                issue_words: about.words,
                stance: shown.stance,
                stance_words: shown.words,
                target: reading.holders.named(span).into_iter().filter(|code| code != voice).take(1).collect(),
                evidence: span,
                conditions: conditions.iter().map(|found| scene.bytes(found)).collect(),
                attributed: true,
                strength: stance::strength(scene, clause),
                modality: shown.modality,
                repeated: false,
                narrows: false,
                statement: None,
                rule: "speech",
            });
        }
    }
}
