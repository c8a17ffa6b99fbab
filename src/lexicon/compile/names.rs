//! States, places and organisations go in, the table of names comes out.
//!
//! A form that two rows share must be listed as ambiguous in each: whoever adds a name learns at build time what it clashes with.

use std::collections::BTreeSet;

use super::fold::is_word;
use super::label::{NameKind, OrganisationKind};
use super::record::{Data, Name, Organisation, State};
use super::table::{PhraseTableBuilder, Problem, Row, keep, rows};

const STATES: &[&str] = &["alpha3", "alpha2", "name", "official", "aliases", "demonyms", "capitals", "ambiguous"];
const PLACES: &[&str] = &["name", "aliases", "kind", "code", "ambiguous"];
const ORGANISATIONS: &[&str] = &["code", "name", "aliases", "kind", "country", "ambiguous"];

const CAPITALS: &[&str] = &["form"];

struct Names {
    words_in_capitals: BTreeSet<String>,
    table: PhraseTableBuilder<Name<'static>>,
}

/// Fills the states, the organisations and the names of `data`.
pub fn compile([states, places, organisations, capitals]: [&str; 4], data: &mut Data<'_>) -> Result<(), Problem> {
    let capitals = rows("words_in_capitals.csv", capitals, CAPITALS)?;
    let words_in_capitals = capitals.iter().map(|row| row.get("form").to_owned()).collect();
    let mut names = Names { words_in_capitals, table: PhraseTableBuilder::new() };
    let mut codes = BTreeSet::new();
    for row in rows("states.csv", states, STATES)? {
        let state = state(&row, &mut names)?;
        if !codes.insert(state.alpha3) {
            return Err(row.problem(format!("{} twice", state.alpha3)));
        }
        data.states.push(state);
    }
    data.states.sort_by_key(|state| state.alpha3);
    let organisation_rows = rows("organisations.csv", organisations, ORGANISATIONS)?;
    let mut organisation_codes = BTreeSet::new();
    for row in organisation_rows {
        let entry = organisation(&row, &codes, &mut names)?;
        if codes.contains(entry.code) || !organisation_codes.insert(entry.code) {
            return Err(row.problem(format!("{} twice", entry.code)));
        }
        data.organisations.push(entry);
    }
    data.organisations.sort_by_key(|entry| entry.code);
    for row in rows("places.csv", places, PLACES)? {
        place(&row, &codes, &organisation_codes, &mut names)?;
    }
    let unknown = capitals.iter().find(|row| names.table.values(row.get("form"), false).is_empty());
    if let Some(row) = unknown {
        return Err(row.problem(format!("{} is no name", row.get("form"))));
    }
    data.names = names.table.build();
    Ok(())
}

fn state(row: &Row, names: &mut Names) -> Result<State<'static>, Problem> {
    let code = keep(row.required("alpha3")?.to_owned());
    let alpha2 = row.required("alpha2")?;
    let upper = |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_uppercase());
    if !upper(code, 3) || !upper(alpha2, 2) {
        return Err(row.problem(format!("{code}, {alpha2}: no codes of ISO 3166-1")));
    }
    let ambiguous = row.list("ambiguous")?;
    let mut seen = BTreeSet::new();
    let official = row.get("official");
    let mut named = vec![row.required("name")?];
    named.extend((!official.is_empty()).then_some(official));
    named.extend(row.list("aliases")?);
    let groups = [(NameKind::State, named), (NameKind::Demonym, row.list("demonyms")?), (NameKind::Capital, row.list("capitals")?)];
    for (kind, forms) in groups {
        for form in forms {
            let name = Name {
                kind,
                code,
                country: code,
                organisation: None,
                ambiguous: ambiguous.contains(&form),
                word_in_capitals: names.words_in_capitals.contains(form),
            };
            names.add(row, form, name)?;
            seen.insert(form);
        }
    }
    known(row, &ambiguous, &seen)?;
    let first = |column: &str| Ok::<_, Problem>(row.list(column)?.first().map_or("", |form| keep((*form).to_owned())));
    Ok(State {
        alpha3: code,
        alpha2: keep(alpha2.to_owned()),
        name: keep(row.get("name").to_owned()),
        official: keep(official.to_owned()),
        capital: first("capitals")?,
        demonym: first("demonyms")?,
    })
}

fn organisation(row: &Row, states: &BTreeSet<&str>, names: &mut Names) -> Result<Organisation<'static>, Problem> {
    let code = keep(row.required("code")?.to_owned());
    let kind = row.label("kind", OrganisationKind::from_label)?;
    let country = keep(row.get("country").to_owned());
    if !country.is_empty() && !states.contains(country) {
        return Err(row.problem(format!("unknown country \"{country}\"")));
    }
    let ambiguous = row.list("ambiguous")?;
    let mut forms = vec![row.required("name")?];
    forms.extend(row.list("aliases")?);
    if !forms.contains(&code) {
        forms.push(code);
    }
    for &form in &forms {
        let name = Name {
            kind: if kind == OrganisationKind::Media { NameKind::Medium } else { NameKind::Organisation },
            code,
            country,
            organisation: Some(kind),
            ambiguous: ambiguous.contains(&form),
            word_in_capitals: names.words_in_capitals.contains(form),
        };
        names.add(row, form, name)?;
    }
    known(row, &ambiguous, &forms.iter().copied().collect())?;
    Ok(Organisation { code, name: keep(row.get("name").to_owned()), kind, country })
}

fn place(row: &Row, states: &BTreeSet<&str>, organisations: &BTreeSet<&str>, names: &mut Names) -> Result<(), Problem> {
    let kind = row.label("kind", NameKind::from_label)?;
    if !matches!(kind, NameKind::Seat | NameKind::Place | NameKind::Region) {
        return Err(row.problem(format!("a place is no {}", kind.label())));
    }
    let codes = row.list("code")?;
    if codes.is_empty() && kind != NameKind::Region {
        return Err(row.problem("no code".to_owned()));
    }
    let ambiguous = row.list("ambiguous")?;
    let mut forms = vec![row.required("name")?];
    forms.extend(row.list("aliases")?);
    known(row, &ambiguous, &forms.iter().copied().collect())?;
    for &form in &forms {
        for &code in if codes.is_empty() { &[""][..] } else { &codes[..] } {
            if !code.is_empty() && !states.contains(code) && !organisations.contains(code) {
                return Err(row.problem(format!("unknown code \"{code}\"")));
            }
            let code = keep(code.to_owned());
            let name = Name {
                kind,
                code,
                country: if states.contains(code) { code } else { "" },
                organisation: None,
                ambiguous: ambiguous.contains(&form) || codes.len() > 1 || kind == NameKind::Region,
                word_in_capitals: false,
            };
            names.add(row, form, name)?;
        }
    }
    Ok(())
}

impl Names {
    fn add(&mut self, row: &Row, form: &str, name: Name<'static>) -> Result<(), Problem> {
        if !form.chars().next().is_some_and(is_word) {
            return Err(row.problem(format!("\"{form}\" begins with no letter or digit")));
        }
        let before = self.table.values(form, false);
        if before.iter().any(|other| other.code == name.code && other.kind == name.kind) {
            return Err(row.problem(format!("\"{form}\" is a name of {} twice", name.code)));
        }
        if let Some(other) = before.iter().find(|other| !other.ambiguous || !name.ambiguous) {
            let message = format!("\"{form}\" is also a name of {}: list it as ambiguous in both rows", other.code);
            return Err(row.problem(message));
        }
        self.table.add(form, false, name);
        Ok(())
    }
}

/// Checks that what a row lists as ambiguous is a name in it.
fn known(row: &Row, ambiguous: &[&str], forms: &BTreeSet<&str>) -> Result<(), Problem> {
    match ambiguous.iter().find(|form| !forms.contains(*form)) {
        Some(form) => Err(row.problem(format!("\"{form}\" is listed as ambiguous and is no name in this row"))),
        None => Ok(()),
    }
}
