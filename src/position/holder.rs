//! Whose position it is: the codes of whoever a phrase names, also where it is "both sides" or the officials of a state.

use std::sync::LazyLock;

use super::{
    scene::{Scene, number},
    speech,
};
use crate::{
    actor::{ActorKind, Actors, Mention},
    syntax::{Relation, Upos},
    text::{FnvMap, Span},
};

/// How many mentions before a place are looked at for one that covers it.
const NEAR: usize = 8;

/// What a noun says about whose words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Speaks or acts for the state or body that its phrase names.
    Official,
    /// Looks on: has no position in the matter.
    Observer,
    /// An official body of a state that is often left unnamed.
    Organ,
    /// One of those who talk with each other.
    Side,
    /// With "his" or "our" before it, what the speaker speaks for.
    Own,
    /// A speech, or what is printed as one.
    Speech,
}

/// Whether a noun names a speech: "remarks".
pub fn is_speech(scene: &Scene<'_>, index: usize) -> bool {
    NOUNS.get(&scene.lemma(index)) == Some(&Kind::Speech)
}

static NOUNS: LazyLock<FnvMap<u32, Kind>> = LazyLock::new(|| {
    let rows = include_str!("../../data/position/holder.csv").lines().filter(|line| !line.starts_with('#')).skip(1);
    let all = rows.flat_map(|line| {
        let (class, words) = line.split_once(',').unwrap_or((line, ""));
        let kind = match class {
            "official" => Kind::Official,
            "observer" => Kind::Observer,
            "organ" => Kind::Organ,
            "own" => Kind::Own,
            "speech" => Kind::Speech,
            _ => Kind::Side,
        };
        words.split('|').map(move |word| (number(word), kind))
    });
    all.collect()
});

/// Who is named where.
pub struct Holders<'a> {
    scene: &'a Scene<'a>,
    actors: &'a Actors,
    /// Whose speech the text is.
    voice: Option<String>,
    /// From which byte on who else speaks, in a record of several speeches: "Ms. Berg (Norway):".
    turns: Vec<(usize, String)>,
}

impl<'a> Holders<'a> {
    /// Looks at the actors of a text.
    pub fn new(scene: &'a Scene<'a>, actors: &'a Actors) -> Self {
        let voice = speech::voice(scene, actors);
        let turns = speech::turns(scene, actors, voice.as_deref());
        Self { scene, actors, voice, turns }
    }

    /// The code of the mention that covers a token.
    fn code_at(&self, index: usize) -> Option<&'a str> {
        let span = self.scene.token(index)?.span;
        let after = self.actors.mentions.partition_point(|mention| mention.span.start <= span.start);
        let near = self.actors.mentions.get(after.saturating_sub(NEAR)..after)?;
        let mention = near.iter().rev().find(|mention| mention.span.contains(span))?;
        self.actors.actors.get(mention.actor)?.code.as_deref()
    }

    /// The codes of a phrase, by its head: who is named by it, and by what is coordinated with it.
    pub fn codes(&self, head: usize) -> Vec<String> {
        let mut codes = Vec::new();
        self.add_codes(head, &mut codes);
        for other in self.scene.children(head).filter(|child| self.scene.relation(*child) == Some(Relation::Conj)).take(4) {
            self.add_codes(other, &mut codes);
        }
        codes
    }

    fn add_codes(&self, head: usize, codes: &mut Vec<String>) {
        let mut add = |code: &str| {
            for code in code.split(',').filter(|code| !code.is_empty()) {
                if !codes.iter().any(|known| known == code) {
                    codes.push(code.to_owned());
                }
            }
        };
        if let Some(code) = self.code_at(head) {
            return add(code);
        }
        match NOUNS.get(&self.scene.lemma(head)) {
            Some(Kind::Side) if self.is_joint(head) => self.pair_before(head).into_iter().flatten().for_each(add),
            Some(kind @ (Kind::Official | Kind::Organ)) => {
                let subtree = self.scene.subtree(head);
                let mut found =
                    (subtree.start.max(head.saturating_sub(8))..subtree.end.min(head + 8)).filter_map(|index| self.code_at(index));
                if let Some(code) = found.next() {
                    if found.all(|other| other == code) {
                        add(code);
                    }
                } else if let Some(sides) = self.scene.child(head, Relation::Nmod).filter(|sides| self.is_joint(*sides)) {
                    self.pair_before(sides).into_iter().flatten().for_each(add);
                } else if *kind == Kind::Organ {
                    self.state_before(head).into_iter().for_each(add);
                }
            }
            _ => {}
        }
    }

    /// The state named last before a place, in the same or the sentence before.
    fn state_before(&self, index: usize) -> Option<&'a str> {
        let sentence = self.scene.sentence_index(index).saturating_sub(1);
        let from = self.scene.syntax.sentences.get(sentence)?.span.start;
        let place = self.scene.token(index)?.span.start;
        let mentions = self.actors.mentions_in(Span::new(from, place));
        mentions.iter().rev().take(16).find_map(|mention| {
            let actor = self.actors.actors.get(mention.actor).filter(|actor| actor.kind == ActorKind::State)?;
            let top = self.scene.top(&self.scene.tokens(mention.span));
            let attribute = top
                .and_then(|top| self.scene.relation(top))
                .is_some_and(|relation| matches!(relation, Relation::Amod | Relation::Compound));
            actor.code.as_deref().filter(|_| !attribute)
        })
    }

    /// The codes of an actor.
    pub fn codes_of_actor(&self, actor: usize) -> Vec<String> {
        let code = self.actors.actors.get(actor).and_then(|actor| actor.code.as_deref()).unwrap_or("");
        code.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect()
    }

    /// Whom "we", "I", "my country" and "my delegation" stand for, where the text is a speech of somebody known.
    pub fn voice_of(&self, head: usize) -> Vec<String> {
        let own = self.scene.is(head, &["we", "i"])
            || matches!(NOUNS.get(&self.scene.lemma(head)), Some(Kind::Organ | Kind::Official | Kind::Side | Kind::Own))
                && self.scene.children(head).any(|child| self.scene.is(child, &["my", "our"]));
        let place = self.scene.token(head).map_or(0, |token| token.span.start);
        self.voice_at(place).into_iter().filter(|_| own).map(str::to_owned).collect()
    }

    /// Whose speech the text is, where it is one.
    pub fn voice_at(&self, place: usize) -> Option<&str> {
        let after = self.turns.partition_point(|(start, _)| *start <= place);
        match after.checked_sub(1).and_then(|turn| self.turns.get(turn)) {
            Some((_, code)) => Some(code.as_str()).filter(|code| !code.is_empty()),
            None => self.voice.as_deref(),
        }
    }

    /// Whether "sides" are all of them: "both sides", "the two parties".
    fn is_joint(&self, head: usize) -> bool {
        let before = head.saturating_sub(3)..head;
        before.into_iter().any(|index| self.scene.is(index, &["both", "two", "either"]))
    }

    /// The two states that were named beside each other before: those of whom the text speaks most, else the last two.
    fn pair_before(&self, index: usize) -> Option<[&'a str; 2]> {
        let place = self.scene.token(index)?.span.start;
        let before = self.actors.mentions.partition_point(|mention| mention.span.start < place);
        let mentions = self.actors.mentions.get(before.saturating_sub(64)..before)?;
        let code = |mention: &Mention| {
            self.actors.actors.get(mention.actor)?.code.as_deref().filter(|code| code.len() == 3 && !matches!(*code, "ICC" | "ICJ" | "IMF"))
        };
        let often = |wanted: &str| mentions.iter().filter(|mention| code(mention) == Some(wanted)).count();
        let pairs = mentions.windows(2).enumerate().filter_map(|(at, pair)| {
            let [first, second] = pair else { return None };
            // "Britain, France and Germany" are three.
            let listed = at.checked_sub(1).and_then(|before| mentions.get(before)).is_some_and(|before| {
                before.span.end <= first.span.start && Span::new(before.span.end, first.span.start).of(self.scene.text).trim() == ","
            });
            let between = Span::new(first.span.end, second.span.start).of(self.scene.text);
            let (first, second) = (code(first)?, code(second)?);
            let joined =
                matches!(between.trim(), "and" | "and the" | "with" | "with the") || between.len() < 60 && between.contains(" and ");
            (joined && !listed && first != second && self.are_heads(pair)).then_some([first, second])
        });
        pairs.max_by_key(|[first, second]| often(first).min(often(second)))
    }

    /// Whether two mentions are phrases of their own, the second coordinated with the first, and not attributes of other words.
    fn are_heads(&self, pair: &[Mention]) -> bool {
        let relation = |mention: &Mention| self.scene.top(&self.scene.tokens(mention.span)).and_then(|top| self.scene.relation(top));
        let attribute = |relation| matches!(relation, Some(Relation::Amod | Relation::Compound | Relation::Flat));
        pair.iter().all(|mention| !attribute(relation(mention)))
            && pair.get(1).and_then(relation).is_none_or(|relation| relation == Relation::Conj || relation == Relation::Obl)
    }

    /// The codes of everyone named in a stretch, each once, at most four.
    pub fn named(&self, span: Span) -> Vec<String> {
        self.codes_in(span, |mention| self.kind(mention) != ActorKind::Document)
    }

    /// The same without those who are named in another stretch of it.
    pub fn named_beside(&self, span: Span, without: Option<Span>) -> Vec<String> {
        self.codes_in(span, |mention| {
            self.kind(mention) != ActorKind::Document && !without.is_some_and(|without| without.overlaps(mention.span))
        })
    }

    /// The codes of the states, bodies and people named in a stretch, without those of mere places and of another stretch in it. "In Norway" is
    /// a place, too.
    pub fn taking_part(&self, span: Span, without: Option<Span>) -> Vec<String> {
        self.codes_in(span, |mention| {
            !matches!(self.kind(mention), ActorKind::Document | ActorKind::Place)
                && !without.is_some_and(|without| without.overlaps(mention.span))
                && !self.is_venue(mention)
        })
    }

    fn kind(&self, mention: &Mention) -> ActorKind {
        self.actors.actors.get(mention.actor).map_or(ActorKind::Place, |actor| actor.kind)
    }

    /// Whether a state is named only as where something is: "in Norway", "at Geneva".
    fn is_venue(&self, mention: &Mention) -> bool {
        let Some(top) = self.scene.top(&self.scene.tokens(mention.span)) else { return false };
        let placed = |case: usize| self.scene.relation(case) == Some(Relation::Case) && self.scene.is(case, &["in", "at", "near"]);
        self.kind(mention) == ActorKind::State && self.scene.children(top).any(placed)
    }

    /// The codes of the mentions in a stretch that count, each once, at most four.
    fn codes_in(&self, span: Span, counts: impl Fn(&Mention) -> bool) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        for mention in self.actors.mentions_in(span).iter().take(32).filter(|mention| counts(mention)) {
            let Some(code) = self.actors.actors.get(mention.actor).and_then(|actor| actor.code.as_deref()) else { continue };
            for code in code.split(',') {
                if codes.len() < 4 && !codes.iter().any(|known| known == code) {
                    codes.push(code.to_owned());
                }
            }
        }
        codes
    }

    /// Whether a source only looks on: analysts, journalists.
    pub fn is_observer(&self, source: Span) -> bool {
        let tokens = self.scene.tokens(source);
        tokens.into_iter().any(|index| NOUNS.get(&self.scene.lemma(index)) == Some(&Kind::Observer))
    }

    /// The head of a phrase that covers a stretch of bytes.
    pub fn head(&self, span: Span) -> Option<usize> {
        self.scene.top(&self.scene.tokens(span))
    }

    /// Whether a token may stand for a holder of these codes: it names one of them, or is a pronoun.
    pub fn is_self(&self, index: usize, codes: &[String]) -> bool {
        if let Some(code) = self.code_at(index) {
            return codes.iter().any(|own| code.split(',').any(|code| code == own));
        }
        // "His country", "my delegation": what the speaker speaks for.
        if NOUNS.get(&self.scene.lemma(index)) == Some(&Kind::Own) {
            let owned = |child: usize| child < index && self.scene.is(child, &["his", "her", "its", "their", "my", "our"]);
            return self.scene.children(index).any(owned);
        }
        self.scene.upos(index) == Some(Upos::Pron)
            && !self.scene.is(index, &["you", "this", "that", "which", "there", "what", "nobody", "one"])
    }
}

/// Whether a noun may be one of those who talk with each other, or a partner of them.
pub fn is_side(scene: &Scene<'_>, index: usize) -> bool {
    matches!(NOUNS.get(&scene.lemma(index)), Some(Kind::Side | Kind::Official))
}
