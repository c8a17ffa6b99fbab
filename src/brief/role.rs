//! Whether a sentence tells news or what was before: what the page says of it, then its times, then its words, then its verb.

use chrono::{Days, NaiveDate};

use super::{
    Group, Role,
    scene::Scene,
    vocabulary::{self, Phrase},
};
use crate::{
    ingest::BlockKind,
    syntax::{Relation, Sentence, Token, Upos, Xpos},
    text::Span,
    time::{TimeExpression, TimeKind},
};

/// What ended so many days before the text's day was before the news.
const OLD: Days = Days::new(60);
/// What began so many days before it at most is news.
const NEW: Days = Days::new(14);
/// How many of a heading's words are looked at.
const HEADING: usize = 200;

/// For each block what a heading above it or a label says of it. A label in front of an item of a list counts to the end of the list, in
/// front of a paragraph to the next label or heading.
pub fn sections(scene: &Scene<'_>) -> Vec<Option<Role>> {
    let blocks = &scene.given.document.blocks;
    let mut headings: Vec<Option<Role>> = vec![None; blocks.len()];
    let mut found = Vec::with_capacity(blocks.len());
    // What the last label said, and whether it stood in a list.
    let mut open: Option<(Role, bool)> = None;
    for (index, block) in blocks.iter().enumerate() {
        let above = block.section.iter().rev().find_map(|heading| headings.get(*heading).copied().flatten());
        let in_list = matches!(block.kind, BlockKind::ListItem { .. });
        match &block.kind {
            BlockKind::Heading { .. } => {
                open = None;
                let own = of_heading(scene, block.content);
                if let Some(heading) = headings.get_mut(index) {
                    *heading = own.or(above);
                }
                found.push(own.or(above));
                continue;
            }
            BlockKind::Furniture(_) | BlockKind::Citation => {
                found.push(None);
                continue;
            }
            _ => {}
        }
        if let Some(role) = of_label(scene, block.content) {
            open = Some((role, in_list));
        } else if open.is_some_and(|(_, list)| list && !in_list) {
            open = None;
        }
        found.push(open.map(|(role, _)| role).or(above));
    }
    found
}

fn of_heading(scene: &Scene<'_>, content: Span) -> Option<Role> {
    let words = content.of(scene.text).get(..HEADING).unwrap_or(content.of(scene.text));
    let hits = vocabulary::sections().matches(words);
    let hit = hits.iter().find(|hit| hit.values.iter().any(|value| value.heading))?;
    let group = hit.values.iter().find(|value| value.heading)?.group;
    Some(Role { group, rule: "section", why: Span::new(content.start + hit.span.start, content.start + hit.span.end) })
}

fn of_label(scene: &Scene<'_>, content: Span) -> Option<Role> {
    let words = content.of(scene.text);
    let (label, _) = words.split_once(':').filter(|(label, _)| label.len() < 40)?;
    let hits = vocabulary::sections().matches(label);
    let hit = hits.first().filter(|hit| hit.span.len() == label.trim_end().len())?;
    let group = hit.values.iter().find(|value| value.label)?.group;
    Some(Role { group, rule: "label", why: Span::new(content.start, content.start + hit.span.end) })
}

/// For each sentence what it is.
pub fn sentences(scene: &Scene<'_>, sections: &[Option<Role>]) -> Vec<Role> {
    let mut roles = Vec::with_capacity(scene.given.syntax.sentences.len());
    // What a paragraph opened with.
    let mut carried: Option<(usize, Span)> = None;
    let mut last_block = usize::MAX;
    let announced = announced(scene);
    for (index, sentence) in scene.given.syntax.sentences.iter().enumerate() {
        let opens = sentence.block != last_block;
        last_block = sentence.block;
        if let Some(role) = sections.get(sentence.block).copied().flatten() {
            roles.push(role);
            continue;
        }
        if let Some(why) = opens.then(|| paragraph_words(scene, sentence)).flatten() {
            carried = Some((sentence.block, why));
        }
        let before = by_time(scene, sentence).or_else(|| by_words(scene, sentence)).or_else(|| by_verb(scene, sentence));
        let role = match (before, carried.filter(|(block, _)| *block == sentence.block)) {
            (Some(role), _) => role,
            (None, Some((_, why))) => Role { group: Group::Background, rule: "carried", why },
            (None, None) => by_content(scene, index, sentence, &announced),
        };
        roles.push(role);
    }
    roles
}

/// By the times in a sentence: one near the text's day makes it news, others only long before it do not.
fn by_time(scene: &Scene<'_>, sentence: &Sentence) -> Option<Role> {
    let times = scene.times(sentence.span);
    let anchor = scene.given.anchor;
    if let Some(time) = times.iter().find(|time| is_recent(time, anchor) && !is_adjective(scene, time.span)) {
        return Some(Role { group: Group::Update, rule: "recent_date", why: time.span });
    }
    let old = times.iter().find(|time| is_old(time, anchor) && !scene.is_aside(time.span))?;
    let comes = |token: &Token| token.upos().is_none_or(|upos| upos == Upos::Aux) && is_future(token.span.of(scene.text));
    let to_come = scene.given.syntax.tokens_of(sentence).iter().any(comes);
    (!to_come).then_some(Role { group: Group::Background, rule: "past_date", why: old.span })
}

fn is_future(word: &str) -> bool {
    ["will", "would", "shall", "’ll", "'ll"].iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether a time is near the day of the text, or told from that day without a date: "on Monday", "today", "January 4".
fn is_recent(time: &TimeExpression, anchor: Option<NaiveDate>) -> bool {
    if !matches!(time.kind, TimeKind::Date | TimeKind::Time) {
        return false;
    }
    if let (Some(anchor), Some((first, _))) = (anchor, time.days) {
        return anchor.checked_sub_days(NEW).is_none_or(|new| first >= new);
    }
    time.value == "PRESENT_REF" || day_without_year(&time.value)
}

/// Whether an expression of time is an adjective: "the current leadership" is no time of the sentence.
fn is_adjective(scene: &Scene<'_>, span: Span) -> bool {
    let tokens = &scene.given.syntax.tokens;
    let token = tokens.get(tokens.partition_point(|token| token.span.start < span.start));
    token.is_some_and(|token| token.span == span && token.upos() == Some(Upos::Adj))
}

/// Whether a TIMEX3 value names a day or a week and no year: "XXXX-01-04", "XXXX-WXX-1", "XXXX-XX-XX".
fn day_without_year(value: &str) -> bool {
    value.strip_prefix("XXXX-").is_some_and(|rest| rest.starts_with('W') || rest.len() >= 5)
}

/// Whether a time was over long before the day of the text; without such a day, whether it is a year, or a month of one.
fn is_old(time: &TimeExpression, anchor: Option<NaiveDate>) -> bool {
    match (anchor, time.days) {
        (Some(anchor), Some((_, last))) => anchor.checked_sub_days(OLD).is_some_and(|old| last < old),
        (None, _) if time.kind == TimeKind::Date => {
            let rough = time.value.len() <= 7 && !time.value.contains('W');
            rough && time.value.bytes().take(2).all(|byte| byte.is_ascii_digit())
        }
        _ => false,
    }
}

fn by_words(scene: &Scene<'_>, sentence: &Sentence) -> Option<Role> {
    let past = |value: &Phrase| matches!(value, Phrase::Past { .. });
    let hit = scene.hits(sentence.span).iter().find(|hit| hit.values.iter().any(past) && !scene.is_aside(hit.span))?;
    Some(Role { group: Group::Background, rule: "past_words", why: hit.span })
}

/// The words at the start of a paragraph that set all of it before the news.
fn paragraph_words(scene: &Scene<'_>, sentence: &Sentence) -> Option<Span> {
    let opens = |value: &Phrase| matches!(value, Phrase::Past { paragraph: true });
    let hit = scene.hits(sentence.span).iter().find(|hit| hit.values.iter().any(opens))?;
    (hit.span.start < sentence.span.start + 40).then_some(hit.span)
}

/// By the verb of the sentence: the past perfect, and a perfect with the time since when.
fn by_verb(scene: &Scene<'_>, sentence: &Sentence) -> Option<Role> {
    let tokens = scene.given.syntax.tokens_of(sentence);
    let root = tokens.iter().position(|token| token.relation() == Some(Relation::Root))?;
    if tokens.get(root)?.xpos() != Some(Xpos::Vbn) {
        return None;
    }
    let place = sentence.tokens.start + root;
    let auxiliary = |wanted: &[&str]| {
        let of = |token: &&Token| token.head() == Some(place) && token.relation() == Some(Relation::Aux);
        tokens.iter().filter(of).find(|token| wanted.iter().any(|word| word.eq_ignore_ascii_case(token.span.of(scene.text))))
    };
    if let Some(had) = auxiliary(&["had", "’d", "'d"]) {
        return Some(Role { group: Group::Background, rule: "past_perfect", why: had.span });
    }
    let has = auxiliary(&["has", "have", "’s", "’ve", "'s", "'ve"])?;
    let since = |time: &&TimeExpression| {
        let before = scene.text.get(sentence.span.start..time.span.start).unwrap_or("");
        let word = before.split_whitespace().next_back().unwrap_or("");
        let first = time.span.of(scene.text).split_whitespace().next().unwrap_or("");
        [word, first]
            .iter()
            .any(|word| word.eq_ignore_ascii_case("since") || (time.kind == TimeKind::Duration && word.eq_ignore_ascii_case("for")))
    };
    let time = scene.times(sentence.span).iter().find(since)?;
    Some(Role { group: Group::Background, rule: "perfect_since", why: if time.span.is_empty() { has.span } else { time.span } })
}

/// The sentences that hold something promised or announced, sorted, with its place.
fn announced(scene: &Scene<'_>) -> Vec<(usize, Span)> {
    let positions = scene.given.positions;
    let promised = positions.commitments.iter().map(|commitment| commitment.what);
    let scheduled = positions.scheduled.iter().map(|scheduled| scheduled.trigger);
    let mut found: Vec<_> = promised.chain(scheduled).filter_map(|span| Some((scene.sentence_of(span)?, span))).collect();
    found.sort_unstable();
    found
}

/// Nothing tells that it is old: by what it tells.
fn by_content(scene: &Scene<'_>, index: usize, sentence: &Sentence, announced: &[(usize, Span)]) -> Role {
    let group = Group::Update;
    let at = announced.partition_point(|(of, _)| *of < index);
    if let Some((_, why)) = announced.get(at).filter(|(of, _)| *of == index) {
        return Role { group, rule: "announced", why: *why };
    }
    if let Some((_, statement)) = scene.statements(index).next() {
        let why = statement.cue.or(statement.source).unwrap_or(sentence.span);
        return Role { group, rule: "reported", why };
    }
    let positions = &scene.given.positions.positions;
    let at = positions.partition_point(|position| position.evidence.start < sentence.span.start);
    match positions.get(at).filter(|position| position.evidence.start < sentence.span.end) {
        Some(position) => Role { group, rule: "stance", why: position.stance_words },
        None => Role { group, rule: "unmarked", why: sentence.span },
    }
}
