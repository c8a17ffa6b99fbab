//! The embedded rows go in, the tables that are searched come out: inflected forms, the ministers of each portfolio, phrases by first word.

use std::borrow::Cow;

use super::form::Forms;
use super::inflect::{plural, plural_title, spellings, verb_forms};
use super::label::{Inflection, RoleClass};
use super::phrase::PhraseTable;
use super::record::{Body, Data, Name, NameRow, Owner, Portfolio, Role, SourceHead};

pub fn names(data: &Data<'static>) -> PhraseTable<Name<'static>> {
    PhraseTable::new(data.names.iter().map(|row| (Cow::Borrowed(row.text), false, name(data, row))))
}

fn name(data: &Data<'static>, row: &NameRow<'static>) -> Name<'static> {
    let (code, country, organisation) = match row.owner {
        Owner::State(index) => data.states.get(usize::from(index)).map_or(("", "", None), |state| (state.alpha3, state.alpha3, None)),
        Owner::Organisation(index) => {
            data.organisations.get(usize::from(index)).map_or(("", "", None), |entry| (entry.code, entry.country, Some(entry.kind)))
        }
        Owner::Nobody => ("", "", None),
    };
    let word_in_capitals = data.words_in_capitals.contains(&row.text);
    Name { kind: row.kind, code, country, organisation, ambiguous: row.ambiguous, word_in_capitals }
}

/// Titles of the data file; then of each portfolio "defence minister", "minister of defence", "defence secretary".
///
/// A phrase of the data file that a portfolio also makes has two values; the first is that of the file.
pub fn titles(data: &Data<'static>) -> PhraseTable<Role<'static>> {
    let listed = data.titles.iter().flat_map(|row| {
        let more = plural(row.text, row.plural).filter(|form| form != row.text);
        let more = more.map(|form| (Cow::Owned(form), row.any_case, Role { plural: true, ..row.role }));
        [(Cow::Borrowed(row.text), row.any_case, row.role)].into_iter().chain(more)
    });
    let made = data.portfolios.iter().flat_map(ministers).flat_map(|title| {
        let role = |plural| Role { class: RoleClass::Minister, code: "", plural, ambiguous: false };
        [(Cow::Owned(plural_title(&title)), true, role(true)), (Cow::Owned(title), true, role(false))]
    });
    PhraseTable::new(listed.chain(made))
}

fn ministers(portfolio: &Portfolio<'static>) -> impl Iterator<Item = String> {
    let adjectives = portfolio.adjectives.iter().map(|adjective| format!("{adjective} minister"));
    let nouns = portfolio.nouns.iter().flat_map(|noun| [format!("minister of {noun}"), format!("minister for {noun}")]);
    adjectives.chain(nouns).chain(portfolio.offices.iter().map(|&office| office.to_owned()))
}

/// Bodies of the data file; then of each portfolio "defence ministry", "ministry of defence".
pub fn bodies(data: &Data<'static>) -> PhraseTable<Body<'static>> {
    let listed = data.bodies.iter().map(|&(text, body)| (Cow::Borrowed(text), true, body));
    let made = data.portfolios.iter().flat_map(|portfolio| {
        let body = Body { field: portfolio.field, country: "" };
        let adjectives = portfolio.adjectives.iter().map(|adjective| format!("{adjective} ministry"));
        let nouns = portfolio.nouns.iter().flat_map(|noun| [format!("ministry of {noun}"), format!("ministry for {noun}")]);
        adjectives.chain(nouns).flat_map(move |form| [(Cow::Owned(plural_title(&form)), true, body), (Cow::Owned(form), true, body)])
    });
    PhraseTable::new(listed.chain(made))
}

pub fn verbs(data: &Data<'static>) -> Forms<(u16, Inflection)> {
    let mut forms = Vec::new();
    for (index, (verb, irregular)) in (0u16..).zip(&data.verbs) {
        for spelling in spellings(verb.lemma) {
            // The build script has seen to it that no column of irregular forms is wrong.
            let inflected = verb_forms(&spelling, irregular).unwrap_or_default();
            forms.extend(inflected.into_iter().map(|(form, inflection)| (Cow::Owned(form), (index, inflection))));
        }
    }
    Forms::new(forms)
}

pub fn nouns(data: &Data<'static>) -> Forms<(u16, bool)> {
    let mut forms = Vec::new();
    for (index, (noun, column)) in (0u16..).zip(&data.nouns) {
        forms.push((Cow::Borrowed(noun.lemma), (index, false)));
        let plural = plural(noun.lemma, column).filter(|form| form != noun.lemma);
        forms.extend(plural.map(|form| (Cow::Owned(form), (index, true))));
    }
    Forms::new(forms)
}

pub fn source_heads(data: &Data<'static>) -> Forms<SourceHead<'static>> {
    let mut forms = Vec::new();
    for row in &data.source_heads {
        let lemma = row.lemma;
        let plural_head = row.plural_grade.map(|grade| SourceHead { lemma, grade, plural: true });
        match row.singular {
            Some(grade) => {
                forms.push((Cow::Borrowed(lemma), SourceHead { lemma, grade, plural: false }));
                let form = plural(lemma, row.plural).map(Cow::Owned);
                forms.extend(form.zip(plural_head));
            }
            None => forms.extend(plural_head.map(|head| (Cow::Borrowed(lemma), head))),
        }
    }
    Forms::new(forms)
}
