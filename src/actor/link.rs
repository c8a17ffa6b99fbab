//! Phrases in the order of the text; out come actors, each with all its mentions.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Actor, ActorKind, Actors, Form, Mention,
    known::{has_noun_ending, known_code, sex_of, title_case, without_particle},
    phrase::{Office, What, disagrees},
    words::{joined_particle, name_particle},
};
use crate::{
    lexicon::{Lexicon, RoleClass},
    text::Span,
};

/// A phrase with its place in the text.
#[derive(Debug, Clone)]
pub struct Placed {
    /// Its words.
    pub span: Span,
    /// The index of its sentence.
    pub sentence: usize,
    /// How prominent it is: 2 as the subject of a verb of reporting, 1 of another verb, else 0.
    pub prominence: u8,
    /// Whether it stands in a quotation.
    pub quoted: bool,
    /// Whether it opens its sentence.
    pub initial: bool,
    /// Whether only a common noun names somebody.
    pub bare: bool,
    /// Whom it names.
    pub what: What,
    /// The codes that it gives.
    pub codes: Vec<String>,
    /// The office that it gives.
    pub role: Option<Office>,
    /// Whether nothing shows that a name is a person's: it counts only where something points to it.
    pub tentative: bool,
    /// Whether a tentative name stands as places do.
    pub located: bool,
    /// Whether a woman is named, where the words say so.
    pub feminine: Option<bool>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// The actors of a text, with what only the resolution of pronouns asks.
pub struct Linked {
    /// The actors and mentions.
    pub actors: Actors,
    /// For each actor whether it is a woman, where the text says so.
    pub feminine: Vec<Option<bool>>,
    /// For each actor what its office is, where the text gives one.
    pub classes: Vec<Option<RoleClass>>,
    /// The actors that are only named as places are.
    pub located: BTreeSet<usize>,
    /// Where the phrases begin that are subjects of verbs of reporting, as far as the words around them tell.
    pub speakers: BTreeSet<usize>,
}

/// How many sentences back a pronoun or "the envoy" may point.
const MAX_BACK: usize = 6;
/// How many mentions back are looked at.
const MAX_RECENT: usize = 64;

/// Ties the phrases of a text to actors; `common` are words in lower case that are no names although a sentence opens with them.
pub fn link(phrases: &[Placed], common: &BTreeSet<String>) -> Linked {
    let mut linker = Linker { common: common.clone(), ..Linker::default() };
    let mut guesses: Vec<&String> = Vec::new();
    for phrase in phrases {
        if let What::Person(name) = &phrase.what {
            linker.introduce(name);
        }
        if let What::Surname { name, certain: false } = &phrase.what
            && phrase.tentative
            && name.contains(' ')
        {
            guesses.push(name);
        }
        if let What::Surname { name, .. } = &phrase.what
            && !phrase.initial
        {
            linker.inside.insert(name.clone());
        }
    }
    for name in guesses {
        let last = name.split_whitespace().next_back().unwrap_or("");
        if !linker.full_names.get(last).is_some_and(|names| names.iter().any(|known| known == name)) {
            linker.guesses.insert(name.clone());
            linker.introduce(name);
        }
    }
    for phrase in phrases {
        linker.add(phrase);
    }
    let mut mentions = linker.mentions;
    let speakers = phrases.iter().filter(|phrase| phrase.prominence == 2).map(|phrase| phrase.span.start).collect();
    mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
    let actors = Actors { actors: linker.actors, mentions };
    Linked { actors, feminine: linker.feminine, classes: linker.classes, located: linker.located, speakers }
}

/// A mention that later phrases may point back to.
struct Recent {
    sentence: usize,
    actor: usize,
    prominence: u8,
    quoted: bool,
}

#[derive(Default)]
struct Linker {
    actors: Vec<Actor>,
    mentions: Vec<Mention>,
    /// Sex as a pronoun or title has shown it: `Some(true)` for feminine.
    feminine: Vec<Option<bool>>,
    classes: Vec<Option<RoleClass>>,
    by_key: BTreeMap<String, usize>,
    /// Full names by each of their outer words.
    full_names: BTreeMap<String, Vec<String>>,
    /// Words with a capital that stand inside a sentence.
    inside: BTreeSet<String>,
    /// Words that the text also has in lower case.
    common: BTreeSet<String>,
    /// Full names that nothing shows to be persons'.
    guesses: BTreeSet<String>,
    /// The actors that are only named as places are.
    located: BTreeSet<usize>,
    /// The actors that nothing shows to be persons.
    tentative: BTreeSet<usize>,
    /// The mentions so far, in the order of the text.
    recent: Vec<Recent>,
}

impl Linker {
    #[inline(never)]
    fn introduce(&mut self, name: &str) {
        if without_particle(name).is_some() {
            return;
        }
        let words: Vec<&str> = name.split_whitespace().collect();
        // "von der Leyen" and "Sisi" are family names too.
        let particle = words.iter().skip(1).position(|word| name_particle(word).is_some());
        let family = particle.and_then(|at| words.get(at + 1..)).map(|words| words.join(" "));
        let bare = words.last().and_then(|word| joined_particle(word));
        let outer = [words.last(), words.first()].into_iter().flatten().copied();
        for word in outer.chain(bare).chain(family.as_deref()) {
            let names = self.full_names.entry(word.to_owned()).or_default();
            if !names.iter().any(|known| known == name) && names.len() < 16 {
                names.push(name.to_owned());
            }
        }
    }

    #[inline(never)]
    fn add(&mut self, phrase: &Placed) {
        let found = match &phrase.what {
            What::Person(name) => Some((self.person(name, phrase), Form::Name)),
            What::Surname { name, certain } => {
                let known = self.surname(name, *certain, phrase);
                known.or_else(|| phrase.tentative.then(|| self.tentative(name, phrase))).map(|actor| (actor, Form::Name))
            }
            What::Office { name, definite } => Some((self.office(name, *definite, phrase), Form::Office)),
            What::State(code) => {
                let name = Lexicon::get().state(code).map_or(code.as_str(), |state| state.name);
                Some((self.keyed(format!("state:{code}"), name, ActorKind::State, phrase), Form::Name))
            }
            What::Body { key, name } => Some((self.body(key, name, phrase), Form::Name)),
            What::Place(name) => Some((self.keyed(format!("place:{}", name.to_lowercase()), name, ActorKind::Place, phrase), Form::Name)),
            What::Group(name) => Some((self.keyed(format!("group:{}", name.to_lowercase()), name, ActorKind::Group, phrase), Form::Group)),
            What::Anonymous(name) => {
                Some((self.keyed(format!("anonymous:{}", name.to_lowercase()), name, ActorKind::Person, phrase), Form::Anonymous))
            }
            What::Document(name) => {
                Some((self.keyed(format!("document:{}", name.to_lowercase()), name, ActorKind::Document, phrase), Form::Document))
            }
            What::Pronoun(word) => self.pronoun(word, phrase).map(|actor| (actor, Form::Pronoun)),
        };
        let Some((actor, form)) = found else { return };
        let guess = matches!(&phrase.what, What::Surname { name, .. } if name.contains(' ') || phrase.prominence == 0);
        if !phrase.located {
            self.located.remove(&actor);
        } else if !self.recent.iter().rev().take(MAX_RECENT).any(|found| found.actor == actor) {
            self.located.insert(actor);
        }
        if !(phrase.tentative && guess) {
            self.tentative.remove(&actor);
        }
        if let Some(found) = self.actors.get_mut(actor) {
            found.bare &= phrase.bare || self.tentative.contains(&actor);
        }
        if let Some(feminine) = self.feminine.get_mut(actor).filter(|known| known.is_none()) {
            *feminine = phrase.feminine;
        }
        let rule = if form == Form::Pronoun { "pronoun" } else { phrase.rule };
        self.mentions.push(Mention { span: phrase.span, actor, form, rule });
        self.recent.push(Recent { sentence: phrase.sentence, actor, prominence: phrase.prominence, quoted: phrase.quoted });
    }

    fn new_actor(&mut self, name: &str, kind: ActorKind, phrase: &Placed) -> usize {
        let role = phrase.role.as_ref();
        let known = if kind == ActorKind::Person { known_code(name) } else { None };
        self.actors.push(Actor {
            name: name.to_owned(),
            kind,
            code: phrase.codes.first().cloned().or_else(|| known.map(str::to_owned)),
            role: role.map(|role| role.words.clone()),
            former: role.is_some_and(|role| role.former),
            bare: true,
        });
        self.classes.push(role.map(|role| role.class));
        self.feminine.push(role.and_then(|role| sex_of(&role.words)));
        self.actors.len() - 1
    }

    fn keyed(&mut self, key: String, name: &str, kind: ActorKind, phrase: &Placed) -> usize {
        if let Some(&known) = self.by_key.get(&key) {
            self.complete(known, phrase);
            return known;
        }
        let actor = self.new_actor(name, kind, phrase);
        self.by_key.insert(key, actor);
        actor
    }

    /// Adds what a later mention says beyond the earlier ones.
    fn complete(&mut self, index: usize, phrase: &Placed) {
        let Some(actor) = self.actors.get_mut(index) else { return };
        if actor.code.is_none() {
            actor.code = phrase.codes.first().cloned();
        }
        if let Some(role) = &phrase.role
            && (actor.role.is_none() || actor.code.is_none())
            && matches!(phrase.what, What::Person(_) | What::Surname { .. })
        {
            actor.role = Some(role.words.clone());
            actor.former = role.former;
            if let Some(class) = self.classes.get_mut(index) {
                *class = Some(role.class);
            }
            if let (Some(sex), Some(feminine)) = (sex_of(&role.words), self.feminine.get_mut(index)) {
                *feminine = Some(sex);
            }
        }
    }

    /// A person by first and last word of the name, so that an initial between them makes no other person.
    fn person(&mut self, name: &str, phrase: &Placed) -> usize {
        // "Bin Salman", of Mohammed bin Salman
        let full = without_particle(name).and_then(|family| self.full_names.get(family)).and_then(|names| names.first()).cloned();
        let name = full.as_deref().unwrap_or(name);
        let words: Vec<&str> = name.split_whitespace().collect();
        let key = format!("person:{} {}", words.first().unwrap_or(&""), words.last().unwrap_or(&"")).to_lowercase();
        self.keyed(key, name, ActorKind::Person, phrase)
    }

    fn surname(&mut self, name: &str, certain: bool, phrase: &Placed) -> Option<usize> {
        let name = without_particle(name).filter(|family| self.full_names.contains_key(*family)).unwrap_or(name);
        if name.contains(' ') && !self.full_names.contains_key(name) {
            // Words with capitals that were a person's full name elsewhere in the text.
            let last = name.split_whitespace().next_back().unwrap_or("");
            let known =
                self.full_names.get(last).is_some_and(|names| names.iter().any(|full| full == name)) && !self.guesses.contains(name);
            return (known || known_code(name).is_some()).then(|| self.person(name, phrase));
        }
        let capitals = name.chars().count() > 1 && !name.chars().any(char::is_lowercase);
        let titled = title_case(name);
        let name = if capitals && self.full_names.contains_key(&titled) { titled.as_str() } else { name };
        let names = self.full_names.get(name).cloned().unwrap_or_default();
        let fits = |linker: &Self, full: &str| {
            // "Kim" is the Kim last spoken of.
            let words: Vec<&str> = full.split_whitespace().collect();
            let key = format!("person:{} {}", words.first().unwrap_or(&""), words.last().unwrap_or(&"")).to_lowercase();
            linker.by_key.get(&key).copied()
        };
        let known: Vec<usize> = names.iter().filter_map(|full| fits(self, full)).collect();
        let latest = self.recent.iter().rev().take(MAX_RECENT).map(|found| found.actor).find(|actor| known.contains(actor));
        if let Some(actor) = latest.or(known.last().copied()) {
            self.complete(actor, phrase);
            return Some(actor);
        }
        if let Some(full) = names.first() {
            return Some(self.person(full, phrase));
        }
        if capitals && !certain && known_code(name).is_none() {
            // An acronym that no list knows is a body.
            return (phrase.prominence > 0)
                .then(|| self.keyed(format!("body:{}", name.to_lowercase()), name, ActorKind::Organisation, phrase));
        }
        let key = format!("surname:{}", name.to_lowercase());
        // "Mediation remains hard": the capital of a sentence's first word makes no name.
        let doubtful = phrase.initial
            && !self.inside.contains(name)
            && (has_noun_ending(name) && !(name.ends_with("ing") && phrase.prominence == 2) || self.common.contains(&name.to_lowercase()));
        if !certain && doubtful && known_code(name).is_none() && !self.by_key.contains_key(&key) {
            return None;
        }
        if certain || self.by_key.contains_key(&key) || phrase.prominence > 0 || known_code(name).is_some() {
            if let Some(&guess) = self.by_key.get(&format!("tentative:{}", name.to_lowercase())) {
                self.by_key.entry(key.clone()).or_insert(guess);
            }
            return Some(self.keyed(key, name, ActorKind::Person, phrase));
        }
        None
    }

    /// A name that may be a person's.
    fn tentative(&mut self, name: &str, phrase: &Placed) -> usize {
        let actor = if name.contains(' ') {
            self.person(name, phrase)
        } else {
            self.keyed(format!("tentative:{}", name.to_lowercase()), name, ActorKind::Person, phrase)
        };
        self.tentative.insert(actor);
        actor
    }

    /// An office: the one already spoken of where the phrase points back or names the same office of the same body.
    fn office(&mut self, name: &str, definite: bool, phrase: &Placed) -> usize {
        let class = phrase.role.as_ref().map(|role| role.class);
        let words = phrase.role.as_ref().map_or("", |role| role.words.as_str());
        let one_office = matches!(class, Some(RoleClass::Diplomat | RoleClass::Spokesperson));
        let last = words.split_whitespace().next_back().unwrap_or("");
        let same = |linker: &Self, index: usize| {
            let Some(actor) = linker.actors.get(index) else { return false };
            let role = actor.role.as_deref().unwrap_or("");
            let office = role == words
                || one_office && linker.classes.get(index).copied().flatten() == class
                || definite && !last.is_empty() && role.split_whitespace().next_back() == Some(last);
            let code = phrase.codes.first().is_none_or(|code| actor.code.as_ref() == Some(code));
            let known = actor.kind == ActorKind::Person && actor.role.is_some();
            known && office && code && (definite || !phrase.codes.is_empty())
        };
        let back = self.recent.iter().rev().take(MAX_RECENT);
        let latest = back.map(|found| found.actor).find(|&index| same(self, index));
        // An office with its state is the same however long ago it was named.
        let title = if one_office { class.map_or("", RoleClass::label) } else { words };
        let office_key = phrase.codes.first().map(|code| format!("holder:{code}:{title}"));
        let earlier = office_key.as_ref().and_then(|key| self.by_key.get(key)).copied();
        if let Some(index) = latest.or(earlier) {
            // A fuller title makes the better name.
            if let Some(actor) = self.actors.get_mut(index)
                && actor.name.len() < name.len()
                && self.by_key.get(&format!("office:{}", actor.name.to_lowercase())) == Some(&index)
                && !phrase.codes.is_empty()
                && actor.code.is_none()
            {
                actor.name = name.to_owned();
                actor.code = phrase.codes.first().cloned();
            }
            return index;
        }
        let index = self.keyed(format!("office:{}", name.to_lowercase()), name, ActorKind::Person, phrase);
        if let Some(key) = office_key {
            self.by_key.entry(key).or_insert(index);
        }
        index
    }

    /// A body; one without a state is the last body of that sort.
    fn body(&mut self, key: &str, name: &str, phrase: &Placed) -> usize {
        let last = key.split_whitespace().next_back().unwrap_or(key);
        if phrase.codes.is_empty() && !self.by_key.contains_key(&format!("body:{key}")) {
            let ends = |index: usize| {
                self.actors.get(index).is_some_and(|actor| {
                    actor.kind == ActorKind::Organisation && actor.name.len() > name.len() && actor.name.to_lowercase().ends_with(last)
                })
            };
            if let Some(found) = self.recent.iter().rev().take(MAX_RECENT).map(|found| found.actor).find(|&index| ends(index)) {
                return found;
            }
        }
        let index = self.keyed(format!("body:{key}"), name, ActorKind::Organisation, phrase);
        if let Some(actor) = self.actors.get_mut(index)
            && actor.name.len() < name.len()
            && name.contains(' ')
        {
            actor.name = name.to_owned();
        }
        // "the Trump administration"
        let leader = name.split_whitespace().next().and_then(known_code);
        if let (Some(actor), Some(code)) = (self.actors.get_mut(index).filter(|actor| actor.code.is_none()), leader) {
            actor.code = Some(code.to_owned());
        }
        index
    }

    /// The nearest fitting subject in this sentence or a few before it; failing that the nearest that fits.
    fn pronoun(&self, word: &str, phrase: &Placed) -> Option<usize> {
        let feminine = match word {
            "he" | "him" | "himself" => Some(false),
            "she" | "her" | "herself" => Some(true),
            "they" | "them" | "themselves" | "it" | "itself" => None,
            _ => return None,
        };
        let plural = matches!(word, "they" | "them" | "themselves");
        let fits = |index: usize| {
            let Some(actor) = self.actors.get(index) else { return false };
            match (feminine, actor.kind) {
                (Some(feminine), ActorKind::Person) => {
                    !disagrees(&actor.name, feminine) && self.feminine.get(index).copied().flatten().is_none_or(|known| known == feminine)
                }
                (None, ActorKind::Group) => plural,
                (None, ActorKind::State | ActorKind::Organisation) => true,
                _ => false,
            }
        };
        let near = |found: &&Recent| phrase.sentence - found.sentence <= MAX_BACK;
        let open = |found: &&Recent| found.quoted <= phrase.quoted;
        let recent: Vec<&Recent> = self.recent.iter().rev().take(MAX_RECENT).take_while(near).filter(open).collect();
        let mut sentences: Vec<usize> = recent.iter().map(|found| found.sentence).collect();
        sentences.dedup();
        // A speaker of the last sentences goes before any other subject, a subject before any other mention.
        for (prominence, back) in [(2, 3), (1, 3), (0, 3), (0, MAX_BACK)] {
            for &sentence in sentences.iter().filter(|&&sentence| phrase.sentence - sentence <= back) {
                let inside = recent.iter().rev().filter(|found| found.sentence == sentence && found.prominence >= prominence);
                if let Some(found) = inside.map(|found| found.actor).find(|&index| fits(index)) {
                    return Some(found);
                }
            }
        }
        None
    }
}
