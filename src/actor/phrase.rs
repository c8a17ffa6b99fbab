//! The words and tags of a sentence in; out come the phrases that name somebody, with what each says of him.

use std::{collections::BTreeSet, sync::LazyLock};

use crate::{
    actor::{
        tag::{Tag, TagKind},
        words::{Part, Word, rows},
    },
    lexicon::{Gender, Grade, Lexicon, Name, NameKind, OrganisationKind, RoleClass},
};

/// A phrase that names somebody.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// The first word.
    pub start: usize,
    /// One past the last word.
    pub end: usize,
    /// Whom it names.
    pub what: What,
    /// The codes of the states or bodies that the phrase gives.
    pub codes: Vec<String>,
    /// The office, as the text gives it.
    pub role: Option<Office>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Whom a phrase names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A person, by two or more words of the name.
    Person(String),
    /// A word with a capital that may be a family name; `certain` where a title stands before it.
    Surname {
        /// The word.
        name: String,
        /// Whether it is certainly a person.
        certain: bool,
    },
    /// An office without a name.
    Office {
        /// What to call its holder.
        name: String,
        /// Whether the phrase points back ("the envoy").
        definite: bool,
    },
    /// A state, by whatever name.
    State(String),
    /// A body: its key, and the words of the text.
    Body {
        /// The same for all names of the body.
        key: String,
        /// The words of the text.
        name: String,
    },
    /// An unnamed group.
    Group(String),
    /// An unnamed individual.
    Anonymous(String),
    /// A paper.
    Document(String),
    /// A pronoun.
    Pronoun(String),
}

/// An office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Its words ("foreign minister").
    pub words: String,
    /// What sort it is.
    pub class: RoleClass,
    /// Whether the text says that it is a former one.
    pub former: bool,
}

static STATE_NOUNS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/statement/state_nouns.csv")).map(|(word, _)| word).collect());

/// Whether a noun, with a state's name before it, means the state itself ("side").
fn is_state_noun(word: &str) -> bool {
    STATE_NOUNS.contains(word.to_lowercase().as_str())
}

static BODY_WORDS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/statement/name_words.csv")).map(|(word, _)| word).collect());

/// How many words a name may have.
const MAX_NAME: usize = 6;
/// How far an office may reach over "of the …" to the right.
const MAX_REACH: usize = 24;

/// The phrases of a sentence, in order of their first word; a phrase may lie inside a later, longer one.
pub fn phrases(words: &[Word<'_>], tags: &[Tag]) -> Vec<Phrase> {
    let mut reader = Reader { words, tags, found: Vec::new(), at: 0 };
    while reader.at < words.len() {
        reader.step();
    }
    reader.found
}

struct Reader<'w, 'a> {
    words: &'w [Word<'a>],
    tags: &'w [Tag],
    found: Vec<Phrase>,
    at: usize,
}

/// What stands before the head of a noun phrase.
#[derive(Debug, Default, Clone)]
struct Before {
    start: Option<usize>,
    definite: bool,
    indefinite: bool,
    former: bool,
    codes: Vec<String>,
    /// Words for the canonical name: "Russian", "UN".
    labels: Vec<String>,
}

impl<'w, 'a> Reader<'w, 'a> {
    fn word(&self, index: usize) -> Option<&'w Word<'a>> {
        self.words.get(index)
    }

    fn part(&self, index: usize) -> Option<Part> {
        self.words.get(index).map(|word| word.part)
    }

    /// The tag that begins at a word. Words are asked for in rising order, apart from short looks ahead.
    fn tag_at(&self, index: usize) -> Option<Tag> {
        let from = self.tags.partition_point(|tag| tag.start < index);
        self.tags.get(from).filter(|tag| tag.start == index).copied()
    }

    fn text(&self, start: usize, end: usize) -> String {
        let words = self.words.get(start..end).unwrap_or(&[]);
        let mut text = String::new();
        for (index, word) in words.iter().enumerate() {
            if index > 0 && words.get(index - 1).is_some_and(|before| before.full.end < word.full.start) {
                text.push(' ');
            }
            text.push_str(word.text);
            if word.possessive && index + 1 < words.len() {
                text.push_str("'s");
            }
        }
        text
    }

    /// Reads one noun phrase, or passes over one word.
    fn step(&mut self) {
        let start = self.at;
        if let Some(word) = self.word(start)
            && self.is_vague(start)
        {
            self.push(start, start + 1, What::Group(word.lower.clone()), Vec::new(), None, "vague_group");
            self.at += 1;
            return;
        }
        if self.part(start) == Some(Part::Pronoun) {
            if let Some(word) = self.word(start) {
                self.push(start, start + 1, What::Pronoun(word.lower.clone()), Vec::new(), None, "pronoun");
            }
            self.at += 1;
            return;
        }
        if let Some(Tag { end, kind: TagKind::Source(grade), .. }) = self.tag_at(start) {
            self.anonymous(start, end, grade, &Before::default());
            self.at = end;
            return;
        }
        if !self.part(start).is_some_and(Part::is_nominal) && self.tag_at(start).is_none() {
            self.at += 1;
            return;
        }
        self.noun_phrase();
        if self.at <= start {
            self.at = start + 1;
        }
    }

    fn push(&mut self, start: usize, end: usize, what: What, codes: Vec<String>, role: Option<Office>, rule: &'static str) {
        self.found.push(Phrase { start, end, what, codes, role, rule });
    }

    /// "Others", and "some", "many" without a noun.
    fn is_vague(&self, index: usize) -> bool {
        let lower = self.word(index).map_or("", |word| word.lower.as_str());
        let next = (index + 1..index + 4).find_map(|at| self.part(at).filter(|part| *part != Part::Adverb));
        match lower {
            "others" => true,
            "some" | "many" | "most" | "few" => {
                matches!(next, Some(Part::Verb | Part::Auxiliary))
                    || self.word(index + 1).is_some_and(|word| matches!(word.lower.as_str(), "in" | "of" | "within"))
            }
            _ => false,
        }
    }

    /// Reads a run of nominal words from left to right, keeping what stands before the next head.
    fn noun_phrase(&mut self) {
        let mut before = Before::default();
        while let Some(part) = self.part(self.at) {
            let at = self.at;
            let tag = self.tag_at(at);
            if tag.is_none() && !part.is_nominal() {
                break;
            }
            if part == Part::Determiner || part == Part::Possessor {
                let Some(word) = self.word(at) else { break };
                if part == Part::Possessor {
                    self.push(at, at + 1, What::Pronoun(owner_of(&word.lower).to_owned()), Vec::new(), None, "pronoun");
                }
                before = Before {
                    start: Some(at),
                    definite: matches!(word.lower.as_str(), "the" | "this" | "that" | "these" | "those") || part == Part::Possessor,
                    indefinite: matches!(word.lower.as_str(), "a" | "an" | "one" | "another"),
                    ..Before::default()
                };
                self.at += 1;
                continue;
            }
            before.start.get_or_insert(at);
            match tag.map(|tag| (tag, tag.kind)) {
                Some((tag, TagKind::Title(role))) if matches!(role.class, RoleClass::Former | RoleClass::Modifier) => {
                    before.former |= role.class == RoleClass::Former;
                    self.at = tag.end;
                }
                Some((tag, TagKind::Title(role))) => {
                    if !(role.ambiguous && !self.title_acts(tag, &before)) {
                        self.office(tag, role.class, role.code, role.plural, &mut before);
                    } else {
                        self.at = tag.end;
                    }
                }
                Some((tag, TagKind::Body(body))) => self.body(tag, body.country, &mut before),
                Some((tag, TagKind::Name(name))) => self.name(tag, name, &mut before),
                Some((tag, TagKind::Source(grade))) => {
                    let start = before.start.unwrap_or(at);
                    self.anonymous(start, tag.end, grade, &before);
                    self.at = tag.end;
                    return;
                }
                None if part == Part::Name => self.unknown_name(&mut before),
                None => {
                    self.common_noun(&mut before);
                }
            }
            if self.at <= at {
                self.at = at + 1;
            }
            // A possessive ends nothing: "Japan's ambassador"; two heads side by side are apposed.
        }
    }

    /// Whether a word that is often no title is one here: with a name after it, or the name of a state or body before it.
    fn title_acts(&self, tag: Tag, before: &Before) -> bool {
        self.name_length(tag.end, true) > 0
            || !before.codes.is_empty()
            || before.definite && tag.end == tag.start + 1 && self.verb_follows(tag.end)
    }

    fn verb_follows(&self, index: usize) -> bool {
        matches!(self.part(index), Some(Part::Verb | Part::Auxiliary))
    }

    /// How many words from here are one person's name; `sure` where a title stands before.
    fn name_length(&self, from: usize, sure: bool) -> usize {
        let mut length = 0;
        while length < MAX_NAME && self.part(from + length) == Some(Part::Name) {
            let Some(word) = self.word(from + length) else { break };
            if let Some(tag) = self.tag_at(from + length) {
                let name = matches!(tag.kind, TagKind::Name(Name { ambiguous: true, .. })) || length > 0 && tag.end == tag.start + 1;
                let state = matches!(tag.kind, TagKind::Name(Name { kind: NameKind::State | NameKind::Demonym, ambiguous: false, .. }));
                let title = matches!(tag.kind, TagKind::Title(role) if !role.ambiguous);
                if title || state || !(name && sure) && !(length > 0 && name && !word.possessive) {
                    break;
                }
            }
            length += 1;
            if word.possessive {
                break;
            }
        }
        length
    }

    fn is_body_name(&self, from: usize, length: usize) -> bool {
        (from..from + length).any(|index| self.word(index).is_some_and(|word| BODY_WORDS.contains(word.lower.as_str())))
    }

    /// An office: with a name behind it a person, else the office itself.
    fn office(&mut self, tag: Tag, class: RoleClass, code: &str, plural: bool, before: &mut Before) {
        let start = before.start.unwrap_or(tag.start);
        let mut codes = before.codes.clone();
        if !code.is_empty() && !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
        let words = self.text(tag.start, tag.end).to_lowercase();
        let role = (class != RoleClass::Honorific).then(|| Office { words: words.clone(), class, former: before.former });
        self.at = tag.end;
        // "Secretary of State Antony Blinken": the name at once, after further titles.
        let length = self.name_length(tag.end, true);
        if length > 0 && !self.is_body_name(tag.end, length) {
            self.person(start, tag.end, length, codes, role);
            self.apposition(tag.end + length);
            *before = Before::default();
            return;
        }
        if class == RoleClass::Honorific {
            return;
        }
        if self.word(tag.end - 1).is_some_and(|word| word.possessive) {
            // "the president's office": the office is an owner.
            before.labels.push(self.text(tag.start, tag.end));
        }
        if matches!(self.tag_at(tag.end), Some(Tag { kind: TagKind::Title(role), .. }) if !role.ambiguous)
            || matches!(self.tag_at(tag.end), Some(Tag { kind: TagKind::Body(_), .. }))
        {
            return;
        }
        let mut end = tag.end;
        let mut labels = before.labels.clone();
        let mut of = String::new();
        let outer = codes.len();
        end = self.reach(end, &mut codes, &mut of, outer > 0);
        if of.is_empty() && labels.is_empty() && !codes.is_empty() && before.codes.is_empty() {
            labels.extend(codes.first().cloned());
        }
        // "Head of the … Committee Leonid Slutsky", "Japan's Ambassador to the United Nations, Koro Bessho".
        let comma = self.part(end) == Some(Part::Comma);
        let from = end + usize::from(comma);
        let length = self.name_length(from, end > tag.end || comma);
        let named = length >= 2 || length == 1 && !comma && end > tag.end;
        let closes = !comma || !matches!(self.part(from + length), Some(Part::Coordinator | Part::Name | Part::Noun));
        if named && closes && !plural && !self.is_body_name(from, length) && self.looks_like_person(from, length, true) {
            self.inner(tag.end, end);
            self.person(start, from, length, codes, role);
            self.apposition(from + length);
            *before = Before::default();
            return;
        }
        let head = self.word(tag.end - 1).map_or("", |word| word.lower.as_str());
        let source = Lexicon::get().source_head(head).copied();
        let name = canonical(&labels, &words, &of);
        let what = match source.map(|head| head.grade) {
            _ if plural => What::Group(name),
            Some(Grade::Anonymous) if !before.definite => What::Anonymous(name),
            Some(Grade::Collective) => What::Group(name),
            _ => What::Office { name, definite: before.definite && codes.is_empty() },
        };
        self.push(start, end, what, codes, role, "office");
        self.inner(tag.end, end);
        self.at = end;
        if self.part(end) == Some(Part::Noun) || self.part(end) == Some(Part::Name) {
            before.start = Some(end);
        }
    }

    /// Reads an office's "of …", "for …", "to …", "at …": its end, with the codes and a short name of what it is of.
    fn reach(&self, from: usize, codes: &mut Vec<String>, of: &mut String, coded: bool) -> usize {
        let mut end = from;
        let mut first = true;
        while end < from + MAX_REACH
            && self.word(end).is_some_and(|word| matches!(word.lower.as_str(), "of" | "for" | "to" | "at" | "in" | "on" | "from"))
        {
            let mut at = end + 1;
            let mut name: Option<Name<'static>> = None;
            let mut proper = false;
            let opened = at;
            while at < from + MAX_REACH {
                if let Some(tag) = self.tag_at(at) {
                    if let TagKind::Name(found) = tag.kind {
                        // In "the Russian Foreign Ministry" the first name decides, in "the Russian State Duma" the second is its own.
                        if name.is_none() {
                            name = Some(found);
                        }
                        proper = true;
                    }
                    proper |= matches!(tag.kind, TagKind::Body(_));
                    at = tag.end;
                    continue;
                }
                match self.part(at) {
                    Some(Part::Determiner) if at == opened => at += 1,
                    Some(Part::Name) if !proper || self.is_body_name(at, 1) || self.coordinates_name(at) => {
                        proper = true;
                        at += 1;
                    }
                    Some(Part::Noun) if !self.word(at - 1).is_some_and(|word| word.part == Part::Preposition) || !proper => at += 1,
                    Some(Part::Coordinator) if proper && self.part(at + 1) == Some(Part::Name) && self.is_body_name(at + 1, 3) => at += 1,
                    _ => break,
                }
            }
            let preposition = self.word(end).map_or("", |word| word.lower.as_str());
            if at == opened || !proper && (!first || preposition != "of" && preposition != "for" && preposition != "on") {
                break;
            }
            if let Some(name) = name {
                let code = affiliation(&name);
                // An ambassador to a state speaks for the one that sent him, which the words before say.
                if first && !coded && !code.is_empty() && !matches!(preposition, "in" | "at" if name.kind == NameKind::Capital) {
                    let posted = preposition == "to" && matches!(name.kind, NameKind::State | NameKind::Capital);
                    if !posted && !codes.contains(&code) {
                        codes.push(code);
                    }
                }
                if first {
                    let link = if preposition == "for" || preposition == "of" { String::new() } else { format!("{preposition} ") };
                    *of = format!("{link}{}", self.short_name(opened, at));
                }
            } else if first && proper {
                *of = self.short_name(opened, at);
            }
            end = at;
            first = false;
        }
        end
    }

    fn coordinates_name(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|before| self.part(before)).is_some_and(|part| part == Part::Name || part == Part::Coordinator)
            && !self.looks_like_person(at, 2, false)
    }

    /// The words of a body without its article.
    fn short_name(&self, start: usize, end: usize) -> String {
        let article = self.part(start) == Some(Part::Determiner);
        let start = start + usize::from(article);
        if let Some(Tag { end: last, kind: TagKind::Name(name), .. }) = self.tag_at(start)
            && last == end
            && name.organisation == Some(OrganisationKind::Intergovernmental)
        {
            return if article { format!("the {}", name.code) } else { name.code.to_owned() };
        }
        self.text(start, end)
    }

    /// Whether words with capitals look like a person's name.
    fn looks_like_person(&self, from: usize, length: usize, sure: bool) -> bool {
        if length == 0 || self.is_body_name(from, length) {
            return false;
        }
        let first = self.word(from).and_then(|word| Lexicon::get().first_name(word.text));
        let initial = (from..from + length).any(|index| self.word(index).is_some_and(|w| w.text.len() == 2 && w.text.ends_with('.')));
        sure || length >= 2 && (first.is_some_and(|found| !found.ambiguous || length <= 3) || initial)
    }

    fn person(&mut self, start: usize, from: usize, length: usize, codes: Vec<String>, role: Option<Office>) {
        let end = from + length;
        let name = self.text(from, end);
        let what = if length >= 2 { What::Person(name) } else { What::Surname { name, certain: true } };
        self.push(start, end, what, codes, role, "name_with_title");
        self.at = end;
    }

    /// A name's role behind a comma: ", a former ambassador to Moscow,", ", who served as …".
    fn apposition(&mut self, after: usize) {
        if self.part(after) != Some(Part::Comma) {
            return;
        }
        let mut at = after + 1;
        let mut former = false;
        if self.word(at).is_some_and(|word| word.lower == "who") {
            at += 1;
            let mut steps = 0;
            while let Some(word) = self.word(at).filter(|word| {
                word.lower != "as" && steps < 4 && matches!(word.part, Part::Adverb | Part::Verb | Part::Auxiliary | Part::Noun)
            }) {
                former |= matches!(word.lower.as_str(), "previously" | "formerly" | "once" | "served" | "was");
                at += 1;
                steps += 1;
            }
            if self.word(at).is_some_and(|word| word.lower == "as") {
                at += 1;
            }
        }
        let opened = at;
        let mut codes = Vec::new();
        while at < opened + 10 {
            let Some(tag) = self.tag_at(at) else {
                match self.part(at) {
                    Some(Part::Determiner | Part::Possessor | Part::Noun | Part::Name | Part::Adverb) => {
                        at += 1;
                        continue;
                    }
                    _ => return,
                }
            };
            match tag.kind {
                TagKind::Name(name) => {
                    let code = affiliation(&name);
                    if !code.is_empty() && codes.is_empty() {
                        codes.push(code);
                    }
                }
                TagKind::Title(role) if role.class == RoleClass::Former => former = true,
                TagKind::Title(role) if matches!(role.class, RoleClass::Modifier | RoleClass::Honorific) => {}
                TagKind::Title(role) => {
                    // Another person's title: "Mark Lippert, President Obama's ambassador".
                    let owner = self.name_length(tag.end, true);
                    if owner > 0 {
                        at = tag.end + owner;
                        continue;
                    }
                    let coded = !codes.is_empty();
                    let mut of = String::new();
                    self.reach(tag.end, &mut codes, &mut of, coded);
                    let words = self.text(tag.start, tag.end).to_lowercase();
                    if let Some(phrase) = self.found.last_mut().filter(|phrase| phrase.role.is_none() || phrase.codes.is_empty()) {
                        if phrase.role.is_none() {
                            phrase.role = Some(Office { words, class: role.class, former });
                        }
                        if !former || phrase.codes.is_empty() {
                            phrase.codes.extend(codes);
                        }
                    }
                    return;
                }
                TagKind::Body(_) | TagKind::Source(_) => {}
            }
            at = tag.end;
        }
    }

    /// States and bodies named inside a longer phrase are mentions too.
    fn inner(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            match self.tag_at(at) {
                Some(tag) => {
                    if let TagKind::Name(name) = tag.kind {
                        self.named(tag.start, tag.end, name, "name");
                    }
                    at = tag.end;
                }
                None => at += 1,
            }
        }
    }

    /// A name that the lexicon knows.
    fn name(&mut self, tag: Tag, name: Name<'static>, before: &mut Before) {
        // "Jordan Bardella": a first name that is also a state's.
        if name.ambiguous && self.looks_like_person(tag.start, self.name_length(tag.start, true), false) {
            let length = self.name_length(tag.start, true);
            if length >= 2 && self.tag_at(tag.start + 1).is_none() {
                self.person(before.start.unwrap_or(tag.start), tag.start, length, before.codes.clone(), None);
                self.apposition(tag.start + length);
                *before = Before::default();
                return;
            }
        }
        let rule = if name.kind == NameKind::Demonym { "demonym" } else { "name" };
        let code = affiliation(&name);
        self.at = tag.end;
        let rest = self.name_length(tag.end, false);
        let owner = self.word(tag.end - 1).is_some_and(|word| word.possessive);
        if rest > 0 && !owner && self.is_body_name(tag.end, rest) && self.tag_at(tag.end).is_none() {
            // "Russian Federation Council", "US Central Command": a longer name of a body.
            let start = before.start.unwrap_or(tag.start);
            let end = tag.end + rest;
            let text = self.text(tag.start, end);
            let codes = if code.is_empty() { Vec::new() } else { vec![code.clone()] };
            self.push(start, end, What::Body { key: text.to_lowercase(), name: text }, codes, None, "body_with_state");
            self.at = end;
            before.codes.clear();
            before.codes.extend((!code.is_empty()).then_some(code));
            before.labels.push(self.text(tag.start, end));
            return;
        }
        self.named_from(before.start.unwrap_or(tag.start), tag.start, tag.end, name, rule);
        if !code.is_empty() && !before.codes.contains(&code) {
            before.codes.push(code);
        }
        before.definite |= owner;
        let label = match name.kind {
            NameKind::State | NameKind::Capital => {
                let state = Lexicon::get().state(name.code);
                state
                    .map(|state| state.demonym)
                    .filter(|word| !word.is_empty())
                    .map_or_else(|| self.text(tag.start, tag.end), str::to_owned)
            }
            _ if name.organisation == Some(OrganisationKind::Intergovernmental) => name.code.to_owned(),
            _ => self.text(tag.start, tag.end),
        };
        before.labels.push(label);
    }

    fn named(&mut self, start: usize, end: usize, name: Name<'static>, rule: &'static str) {
        self.named_from(start, start, end, name, rule);
    }

    /// Pushes a known name whose phrase begins at `start` and whose own words are `from..end`.
    fn named_from(&mut self, start: usize, from: usize, end: usize, name: Name<'static>, rule: &'static str) {
        let text = self.text(from, end);
        let codes: Vec<String> = Some(affiliation(&name)).filter(|code| !code.is_empty()).into_iter().collect();
        let what = match name.kind {
            NameKind::State | NameKind::Demonym | NameKind::Capital => What::State(name.code.to_owned()),
            NameKind::Organisation | NameKind::Medium => What::Body { key: name.code.to_lowercase(), name: text },
            NameKind::Seat => What::Body { key: text.to_lowercase(), name: text },
            NameKind::Region => What::Group(text),
            NameKind::Place => return,
        };
        let prepositional = start.checked_sub(1).and_then(|before| self.word(before));
        if name.kind == NameKind::Capital
            && prepositional.is_some_and(|word| matches!(word.lower.as_str(), "in" | "at" | "near" | "outside"))
        {
            return;
        }
        self.push(start, end, what, codes, None, rule);
    }

    /// A government body that many states have: whose it is, the words before or after say.
    fn body(&mut self, tag: Tag, country: &str, before: &mut Before) {
        let start = before.start.unwrap_or(tag.start);
        let mut codes = before.codes.clone();
        if codes.is_empty() && !country.is_empty() {
            codes.push(country.to_owned());
        }
        let words = self.text(tag.start, tag.end);
        let mut of = String::new();
        let coded = !codes.is_empty();
        let end = if self.word(tag.end).is_some_and(|word| word.lower == "of") {
            self.reach(tag.end, &mut codes, &mut of, coded)
        } else {
            tag.end
        };
        self.at = end;
        let side = is_state_noun(&words);
        let label = before.labels.join(" ");
        let what = match (side, codes.first()) {
            (true, Some(code)) if Lexicon::get().state(code).is_some() => What::State(code.clone()),
            (true, None) => return,
            _ => {
                let mut name = if label.is_empty() { words.clone() } else { format!("{label} {words}") };
                if !of.is_empty() {
                    name = format!("{name} of {of}");
                }
                let plural = words.ends_with('s') && Lexicon::get().source_head(&words).is_some_and(|head| head.plural) && codes.is_empty();
                if plural { What::Group(words.to_lowercase()) } else { What::Body { key: name.to_lowercase(), name } }
            }
        };
        let next_is_head = matches!(self.tag_at(end), Some(Tag { kind: TagKind::Title(_), .. }));
        self.push(start, end, what, codes.clone(), None, "body");
        self.inner(tag.end, end);
        if next_is_head || self.part(end).is_some_and(Part::is_nominal) {
            before.codes = codes;
            before.labels.push(words);
        } else {
            *before = Before::default();
        }
    }

    /// Words with capitals that no list knows: a body by its words, a person by the first name or what stands around.
    fn unknown_name(&mut self, before: &mut Before) {
        let at = self.at;
        let length = self.name_length(at, false).max(1);
        let mut end = at + length;
        let start = before.start.unwrap_or(at);
        if self.is_body_name(at, length) {
            while self.word(end).is_some_and(|word| matches!(word.lower.as_str(), "of" | "for" | "and" | "on")) && end < at + MAX_REACH {
                let mut next = end + 1 + usize::from(self.part(end + 1) == Some(Part::Determiner));
                let opened = next;
                while self.part(next) == Some(Part::Name) && next < at + MAX_REACH {
                    next += 1;
                }
                let and = self.word(end).is_some_and(|word| word.lower == "and");
                if next == opened || and && !(self.is_body_name(opened, next - opened) && self.tag_at(opened).is_none()) {
                    break;
                }
                end = next;
            }
            let name = self.text(at, end);
            self.push(start, end, What::Body { key: name.to_lowercase(), name: name.clone() }, before.codes.clone(), None, "body_by_word");
            self.at = end;
            before.labels.push(name);
            return;
        }
        let apposed = self.part(end) == Some(Part::Comma) && length >= 2 && self.role_follows(end + 1);
        let speaks = length >= 2 && self.word(end).is_some_and(|word| word.part == Part::Verb && word.reporting);
        let person = self.looks_like_person(at, length, false) || apposed || speaks;
        if person && length >= 2 {
            let role = None;
            self.push(start, end, What::Person(self.text(at, end)), before.codes.clone(), role, "name_by_first_name");
            self.at = end;
            self.apposition(end);
            *before = Before::default();
            return;
        }
        if length <= 4 {
            let name = self.text(at, end);
            self.push(start, end, What::Surname { name: name.clone(), certain: false }, Vec::new(), None, "surname");
        }
        self.at = end;
        before.labels.push(self.text(at, end));
    }

    /// Whether a role stands within a few words: "professor at …", "a fellow at …".
    fn role_follows(&self, from: usize) -> bool {
        for at in from..from + 8 {
            if matches!(self.tag_at(at), Some(Tag { kind: TagKind::Title(role), .. }) if role.class != RoleClass::Honorific) {
                return true;
            }
            if self.word(at).is_some_and(|word| word.lower == "who") && at == from {
                return true;
            }
            let source = self.word(at).is_some_and(|word| word.part == Part::Noun && Lexicon::get().source_head(&word.lower).is_some());
            if source {
                return true;
            }
            if !self.part(at).is_some_and(|part| part.is_nominal() || part == Part::Adverb) {
                return false;
            }
        }
        false
    }

    /// A common noun: the head of a group, an unnamed individual or a paper, or something that stands before one.
    fn common_noun(&mut self, before: &mut Before) {
        let at = self.at;
        let Some(word) = self.word(at) else { return };
        self.at = at + 1;
        let Some(head) = Lexicon::get().source_head(&word.lower).copied() else { return };
        let next = self.tag_at(at + 1).is_some() || matches!(self.part(at + 1), Some(Part::Noun));
        let grade = head.grade;
        if word.possessive && grade != Grade::Document {
            before.labels.push(word.text.to_owned());
        }
        // "missile expert David Wright"
        let length = self.name_length(at + 1, true);
        let start = before.start.unwrap_or(at);
        if length >= 2 && matches!(grade, Grade::Anonymous | Grade::Role) && self.looks_like_person(at + 1, length, true) {
            let role = Office { words: word.lower.clone(), class: RoleClass::Expert, former: before.former };
            self.person(start, at + 1, length, before.codes.clone(), Some(role));
            self.apposition(at + 1 + length);
            *before = Before::default();
            return;
        }
        if next && grade != Grade::Collective {
            return;
        }
        self.anonymous(start, at + 1, grade, before);
    }

    fn anonymous(&mut self, start: usize, end: usize, grade: Grade, before: &Before) {
        let mut codes = before.codes.clone();
        let mut of = String::new();
        let coded = !codes.is_empty();
        let reached = if grade == Grade::Document || self.word(end).is_some_and(|word| word.lower == "of") {
            self.reach(end, &mut codes, &mut of, coded)
        } else {
            end
        };
        let from = start + usize::from(self.part(start) == Some(Part::Determiner));
        let mut name = self.text(from, end);
        if self.part(from) == Some(Part::Noun) && from == 0 {
            name = lower_first(&name);
        }
        if let (Some(code), false) = (codes.first(), of.is_empty())
            && grade == Grade::Collective
            && let Some(state) = Lexicon::get().state(code)
        {
            name = format!("{} {name}", state.demonym);
        }
        let what = match grade {
            Grade::Collective => What::Group(name),
            Grade::Anonymous | Grade::Role => What::Anonymous(name),
            Grade::Document => What::Document(if of.is_empty() { name } else { of }),
            Grade::Institution => match codes.first() {
                Some(code) if is_state_noun(&self.text(end.saturating_sub(1), end)) && Lexicon::get().state(code).is_some() => {
                    What::State(code.clone())
                }
                _ => What::Body { key: name.to_lowercase(), name },
            },
        };
        // "an expert on missile technology, David Wright"
        let comma = (end..end + 6).find(|&index| self.part(index) == Some(Part::Comma));
        if matches!(what, What::Anonymous(_))
            && (before.definite || before.indefinite)
            && let Some(comma) = comma
            && (end..comma).all(|index| self.part(index).is_some_and(|part| part.is_nominal() || part == Part::Preposition))
        {
            let length = self.name_length(comma + 1, true);
            let closes = matches!(self.part(comma + 1 + length), Some(Part::Verb | Part::Auxiliary | Part::Comma));
            if length >= 2 && closes && self.looks_like_person(comma + 1, length, true) {
                self.person(start, comma + 1, length, codes, None);
                return;
            }
        }
        // Papers are everywhere; one that speaks has a verb behind it, or is what somebody goes by.
        let speaks = matches!(
            self.part(reached),
            Some(Part::Verb | Part::Auxiliary | Part::Comma | Part::Relative | Part::That | Part::Stop | Part::Adverb) | None
        );
        let by = start
            .checked_sub(1)
            .and_then(|at| self.word(at))
            .is_some_and(|word| matches!(word.lower.as_str(), "to" | "by" | "from" | "in"));
        if !matches!(what, What::Document(_)) || speaks || by {
            self.push(start, reached, what, codes, None, "source_head");
        }
        self.inner(end, reached);
        self.at = self.at.max(reached);
    }
}

/// What to call the holder of an office: "Russian Foreign Ministry spokeswoman", "Ukrainian ambassador to the UN".
fn canonical(labels: &[String], words: &str, of: &str) -> String {
    let before = labels.join(" ");
    match (before.is_empty(), of.is_empty()) {
        (true, true) => words.to_owned(),
        (false, true) => format!("{before} {words}"),
        (true, false)
            if !of.contains(' ')
                || of.starts_with("the ")
                || !of.starts_with("to ") && !of.starts_with("at ") && !of.starts_with("in ") =>
        {
            format!("{} {words}", of.strip_prefix("the ").unwrap_or(of))
        }
        (true, false) => format!("{words} {of}"),
        (false, false) => format!("{before} {words} {of}"),
    }
}

/// The code that a name gives to who stands with it.
pub fn affiliation(name: &Name<'_>) -> String {
    let own = name.affiliation().unwrap_or("");
    let code = match name.kind {
        NameKind::Place => name.country,
        NameKind::Organisation if own.is_empty() && name.organisation == Some(OrganisationKind::Party) => name.country,
        NameKind::Organisation if belongs_to_un(name.code) => "UN",
        _ => own,
    };
    code.to_owned()
}

/// The organs of the United Nations speak for it.
fn belongs_to_un(code: &str) -> bool {
    Lexicon::get().organisation(code).is_some_and(|found| found.name.starts_with("United Nations"))
}

/// Whether a given name is known to be of the other sex than the pronoun.
pub fn disagrees(name: &str, feminine: bool) -> bool {
    let first = name.split_whitespace().next().unwrap_or("");
    match Lexicon::get().first_name(first) {
        Some(found) if !found.ambiguous => match found.gender {
            Gender::Male => feminine,
            Gender::Female => !feminine,
            Gender::Both => false,
        },
        _ => false,
    }
}

/// The pronoun whose possessive form this is.
fn owner_of(possessor: &str) -> &str {
    match possessor {
        "his" => "he",
        "her" => "she",
        "its" => "it",
        "their" => "they",
        "our" => "we",
        "my" => "i",
        _ => "you",
    }
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().into_iter().flat_map(char::to_lowercase).chain(characters).collect()
}
