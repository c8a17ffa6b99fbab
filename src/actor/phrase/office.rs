//! Offices: "the UN spokesperson", "Japan's Ambassador to the United Nations", with or without a name behind them.

use super::{Before, MAX_REACH, Office, Reader, What, affiliation};
use crate::{
    actor::{
        tag::{Tag, TagKind},
        words::Part,
    },
    lexicon::{Grade, Lexicon, Name, NameKind, OrganisationKind, RoleClass},
};

impl Reader<'_, '_> {
    /// An office: with a name behind it a person, else the office itself.
    pub(super) fn office(&mut self, tag: Tag, class: RoleClass, code: &str, plural: bool, before: &mut Before) {
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
        let labels = before.labels.clone();
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
        let mut labels = labels;
        let mut of = String::new();
        let outer = codes.len();
        end = self.reach(end, &mut codes, &mut of, outer > 0);
        if of.is_empty() && labels.is_empty() && !codes.is_empty() && before.codes.is_empty() {
            labels.extend(codes.first().cloned());
        }
        // "Head of the … Committee Leonid Slutsky", "Japan's Ambassador to the United Nations, Haruto Omi".
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
        let head = self.word(tag.end - 1).map_or("", |word| &*word.lower);
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

    /// Whether a word that is often no title is one here: with a name after it, or the name of a state or body before it.
    pub(super) fn title_acts(&self, tag: Tag, before: &Before) -> bool {
        self.name_length(tag.end, true) > 0
            || !before.codes.is_empty()
            || before.definite && tag.end == tag.start + 1 && self.verb_follows(tag.end)
            || before.definite && self.is_of_state(tag.end)
    }

    /// "The representative of Kenya": "of" or "for" and the name of a state or body behind a word.
    fn is_of_state(&self, index: usize) -> bool {
        let of = self.word(index).is_some_and(|word| matches!(&*word.lower, "of" | "for"));
        let article = usize::from(self.part(index + 1) == Some(Part::Determiner));
        let state = matches!(
            self.tag_at(index + 1 + article),
            Some(Tag { kind: TagKind::Name(Name { kind: NameKind::State | NameKind::Organisation, .. }), .. })
        );
        of && state
    }

    fn verb_follows(&self, index: usize) -> bool {
        matches!(self.part(index), Some(Part::Verb | Part::Auxiliary))
    }

    /// Reads an office's "of …", "for …", "to …", "at …": its end, with the codes and a short name of what it is of.
    pub(super) fn reach(&self, from: usize, codes: &mut Vec<String>, of: &mut String, coded: bool) -> usize {
        let mut end = from;
        let mut first = true;
        while end < from + MAX_REACH
            && self.word(end).is_some_and(|word| matches!(&*word.lower, "of" | "for" | "to" | "at" | "in" | "on" | "from"))
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
            let preposition = self.word(end).map_or("", |word| &*word.lower);
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

    /// Whether an office behind a comma is who speaks, and not whoever was named before: "Talks to resume on Saint Brandan, mediator says".
    pub(super) fn speaks_itself(&self, from: usize, end: usize) -> bool {
        let article = matches!(self.part(from), Some(Part::Determiner | Part::Possessor));
        !article && self.word(end).is_some_and(|word| word.part == Part::Verb && word.reporting)
    }

    /// A name's role behind a comma: ", a former ambassador to Moscow,", ", who served as …".
    pub(super) fn apposition(&mut self, after: usize) {
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
                former |= matches!(&*word.lower, "previously" | "formerly" | "once" | "served" | "was");
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
                TagKind::Title(_) if self.speaks_itself(opened, tag.end) => return,
                TagKind::Title(role) => {
                    // Another person's title: "Mark Lippert, President Obama's ambassador".
                    let owner = self.name_length(tag.end, true);
                    if owner > 0 {
                        at = tag.end + owner;
                        continue;
                    }
                    let coded = !codes.is_empty();
                    let mut of = String::new();
                    let end = self.reach(tag.end, &mut codes, &mut of, coded);
                    let words = self.text(tag.start, tag.end).to_lowercase();
                    if let Some(phrase) = self.found.last_mut().filter(|phrase| phrase.role.is_none() || phrase.codes.is_empty()) {
                        if phrase.role.is_none() {
                            phrase.role = Some(Office { words, class: role.class, former });
                        }
                        if !former || phrase.codes.is_empty() {
                            phrase.codes.extend(codes);
                        }
                    }
                    // The office is the same person, not another.
                    self.inner(opened, end);
                    self.at = end;
                    return;
                }
                TagKind::Body(_) | TagKind::Source(_) => {}
            }
            at = tag.end;
        }
    }
}

/// What to call the holder of an office: "Russian Foreign Ministry spokeswoman", "Ukrainian ambassador to the UN".
fn canonical(labels: &[String], words: &str, of: &str) -> String {
    let before = labels.join(" ");
    // "envoys from Moscow" are Moscow's envoys.
    let of = of.strip_prefix("from ").unwrap_or(of);
    match (before.is_empty(), of.is_empty()) {
        (true, true) => words.to_owned(),
        (false, true) => format!("{before} {words}"),
        (true, false)
            if !of.contains(' ')
                || of.starts_with("the ")
                || !["to ", "at ", "in ", "on "].iter().any(|preposition| of.starts_with(preposition)) =>
        {
            format!("{} {words}", of.strip_prefix("the ").unwrap_or(of))
        }
        (true, false) => format!("{words} {of}"),
        (false, false) => format!("{before} {words} {of}"),
    }
}
