//! Names: of states, bodies and persons, known to the lexicon or told by the words in and around them.

use super::{Before, MAX_NAME, MAX_REACH, Office, Reader, What, is_state_noun};
use crate::{
    actor::{
        tag::{Tag, TagKind},
        words::{Fact, Part},
    },
    lexicon::{Gender, Lexicon, Name, NameKind, OrganisationKind, RoleClass},
};

impl Reader<'_, '_> {
    /// A name that the lexicon knows.
    pub(super) fn name(&mut self, tag: Tag, name: Name<'static>, before: &mut Before) {
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

    /// Whether a region's name only describes the noun behind it ("European nations"), or is an adjective without one.
    fn describes(&self, start: usize, end: usize) -> bool {
        let last = end.checked_sub(1).and_then(|at| self.word(at));
        let noun = self.tag_at(end).is_some() || matches!(self.part(end), Some(Part::Noun | Part::Name));
        let adjective = last.is_some_and(|word| is_adjective(word.text));
        let article = start.checked_sub(1).and_then(|at| self.part(at)) == Some(Part::Determiner);
        let alone = adjective && (!article || self.part(end) == Some(Part::Coordinator));
        last.is_some_and(|word| !word.possessive) && (noun || alone)
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
            NameKind::Region if self.describes(from, end) => return,
            NameKind::Region if is_people(&text) => What::Group(text),
            NameKind::Region | NameKind::Place => What::Place(text),
        };
        let prepositional = start.checked_sub(1).and_then(|before| self.word(before));
        if name.kind == NameKind::Capital && prepositional.is_some_and(|word| matches!(&*word.lower, "in" | "at" | "near" | "outside")) {
            return;
        }
        self.push(start, end, what, codes, None, rule);
    }

    /// A government body that many states have: whose it is, the words before or after say.
    pub(super) fn body(&mut self, tag: Tag, country: &str, before: &mut Before) {
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
    pub(super) fn unknown_name(&mut self, before: &mut Before) {
        let at = self.at;
        let length = self.name_length(at, false).max(1);
        // "Moderator Maria Kovac": the name begins at the given name.
        let given = |index: usize| self.word(index).is_some_and(|word| word.known.has(Fact::OnlyGiven));
        if let Some(first) =
            (at + 1..at + length.saturating_sub(1)).find(|&index| given(index)).filter(|_| !given(at) && !self.is_body_name(at, length))
        {
            before.start.get_or_insert(at);
            self.at = first;
            return;
        }
        let mut end = at + length;
        let start = before.start.unwrap_or(at);
        if self.is_body_name(at, length) {
            while self.word(end).is_some_and(|word| matches!(&*word.lower, "of" | "for" | "and" | "on")) && end < at + MAX_REACH {
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
        let reports = |index: usize| self.word(index).is_some_and(|word| word.part == Part::Verb && word.reporting);
        // "…," said Ilir Qwembe.
        let inverted = start == at && at.checked_sub(1).is_some_and(|verb| reports(verb) && self.is_closed(verb));
        let speaks = length >= 2 && (reports(end) || inverted);
        let person = !self.is_joint_name(at) && (self.looks_like_person(at, length, false) || apposed || speaks);
        if person && length >= 2 {
            let role = None;
            self.push(start, end, What::Person(self.text(at, end)), before.codes.clone(), role, "name_by_first_name");
            self.at = end;
            self.apposition(end);
            *before = Before::default();
            return;
        }
        if length == 1 && self.is_counted_people(at) {
            let name = self.text(at, end);
            self.push(start, end, What::Group(name), before.codes.clone(), None, "counted_people");
            self.at = end;
            return;
        }
        // "the South" is no person.
        // "Norway's Halvorsen"
        let owned = at.checked_sub(1).and_then(|owner| self.word(owner)).is_some_and(|word| word.possessive && word.part == Part::Name);
        if length <= 4 && (start == at || !before.definite || owned && !before.codes.is_empty()) {
            let name = self.text(at, end);
            let codes = if owned { before.codes.clone() } else { Vec::new() };
            self.push(start, end, What::Surname { name: name.clone(), certain: false }, codes, None, "surname");
        }
        self.at = end;
        before.labels.push(self.text(at, end));
    }

    /// Whether a plural in -ans is counted, so that it is a people and no person: "62% of Velmorans", "two Velmorans".
    fn is_counted_people(&self, index: usize) -> bool {
        let number = |at: Option<usize>| at.and_then(|at| self.word(at)).is_some_and(|word| word.part == Part::Number || word.text == "%");
        let counted = |at: Option<usize>| number(at) || at.and_then(|at| self.word(at)).is_some_and(|word| word.lower == "percent");
        let of = index.checked_sub(1).and_then(|at| self.word(at)).is_some_and(|word| word.lower == "of");
        let plural = self.word(index).is_some_and(|word| word.lower.ends_with("ans") && !word.possessive);
        plural && (number(index.checked_sub(1)) || of && counted(index.checked_sub(2)))
    }

    /// Whether a verb opens its clause, so that its subject stands behind it.
    fn is_closed(&self, verb: usize) -> bool {
        matches!(verb.checked_sub(1).and_then(|before| self.part(before)), Some(Part::Quote | Part::Comma | Part::Stop))
    }

    /// Whether a word joins the names of two states ("US-Russia relations").
    fn is_joint_name(&self, index: usize) -> bool {
        let parts = self.word(index).and_then(|word| word.text.split_once(['-', '–']));
        parts.is_some_and(|(first, second)| {
            [first, second].iter().all(|part| Lexicon::get().name(part).iter().any(|name| name.kind == NameKind::State))
        })
    }

    /// Whether a role stands within a few words: "professor at …", "a fellow at …".
    fn role_follows(&self, from: usize) -> bool {
        for at in from..from + 8 {
            if let Some(Tag { end, kind: TagKind::Title(role), .. }) = self.tag_at(at)
                && role.class != RoleClass::Honorific
            {
                return !self.speaks_itself(from, end);
            }
            if self.word(at).is_some_and(|word| word.lower == "who") && at == from {
                return true;
            }
            let source = self.word(at).is_some_and(|word| word.part == Part::Noun && word.known.has(Fact::Head));
            if source {
                return true;
            }
            if !self.part(at).is_some_and(|part| part.is_nominal() || part == Part::Adverb) {
                return false;
            }
        }
        false
    }

    /// How many words from here are one person's name; `sure` where a title stands before.
    pub(super) fn name_length(&self, from: usize, sure: bool) -> usize {
        let mut length = 0;
        while length < MAX_NAME && self.part(from + length) == Some(Part::Name) {
            let Some(word) = self.word(from + length) else { break };
            if let Some(tag) = self.tag_at(from + length) {
                let name = matches!(tag.kind, TagKind::Name(Name { ambiguous: true, .. })) || length > 0 && tag.end == tag.start + 1;
                let state = matches!(tag.kind, TagKind::Name(Name { kind: NameKind::State | NameKind::Demonym, ambiguous: false, .. }));
                let title = matches!(tag.kind, TagKind::Title(role) if !role.ambiguous);
                let joins = name && (sure || length > 0 && !word.possessive);
                if title || state || !joins {
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

    pub(super) fn is_body_name(&self, from: usize, length: usize) -> bool {
        (from..from + length).any(|index| self.word(index).is_some_and(|word| word.known.has(Fact::Body)))
    }

    /// Whether words with capitals look like a person's name.
    pub(super) fn looks_like_person(&self, from: usize, length: usize, sure: bool) -> bool {
        if length == 0 || self.is_body_name(from, length) {
            return false;
        }
        let first = self.word(from).map(|word| word.known).filter(|known| known.has(Fact::Given));
        let initial = (from..from + length).any(|index| self.word(index).is_some_and(|w| w.text.len() == 2 && w.text.ends_with('.')));
        sure || length >= 2 && (first.is_some_and(|known| known.has(Fact::OnlyGiven) || length <= 3) || initial)
    }

    pub(super) fn person(&mut self, start: usize, from: usize, length: usize, codes: Vec<String>, role: Option<Office>) {
        let end = from + length;
        let name = self.text(from, end);
        let what = if length >= 2 { What::Person(name) } else { What::Surname { name, certain: true } };
        self.push(start, end, what, codes, role, "name_with_title");
        self.at = end;
    }

    /// States and bodies named inside a longer phrase are mentions too.
    pub(super) fn inner(&mut self, start: usize, end: usize) {
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
}

/// Whether the name of a region is that of its people or states ("Europeans", "Gulf states").
fn is_people(text: &str) -> bool {
    let one = text.strip_suffix("ers").or_else(|| text.strip_suffix('s'));
    let states = text.split(' ').next_back().is_some_and(|last| Lexicon::get().source_head(last).is_some());
    states || one.is_some_and(|one| Lexicon::get().name(one).iter().any(|name| name.kind == NameKind::Region))
}

/// Whether the name of a region has the form of an adjective ("European", "Western").
fn is_adjective(text: &str) -> bool {
    ["ean", "ian", "can", "ern", "ish"].iter().any(|ending| text.ends_with(ending))
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
