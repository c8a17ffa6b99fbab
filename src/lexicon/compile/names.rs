//! States, places and organisations go in, their records and every form of their names come out.
//!
//! A form that two rows share must be listed as ambiguous in each: whoever adds a name learns at build time what it clashes with.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::fold::{first_key, folded, is_word};
use super::super::label::{NameKind, OrganisationKind};
use super::super::record::{Data, NameRow, Organisation, Owner, State};
use super::table::{Problem, Row, keep, rows};

const STATES: &[&str] = &["alpha3", "alpha2", "name", "official", "aliases", "demonyms", "capitals", "ambiguous"];
const PLACES: &[&str] = &["name", "aliases", "kind", "code", "ambiguous"];
const ORGANISATIONS: &[&str] = &["code", "name", "aliases", "kind", "country", "ambiguous"];
const CAPITALS: &[&str] = &["form"];

type Owners<'r> = BTreeMap<&'r str, Owner>;

/// Fills the states, the organisations and the names of `data`.
pub fn compile([states, places, organisations, capitals]: [&str; 4], data: &mut Data<'_>) -> Result<(), Problem> {
    let state_rows = by_code(rows("states.csv", states, STATES)?, "alpha3")?;
    let organisation_rows = by_code(rows("organisations.csv", organisations, ORGANISATIONS)?, "code")?;
    let mut owners = Owners::new();
    owners.extend((0..).zip(&state_rows).map(|(index, row)| (row.get("alpha3"), Owner::State(index))));
    for (index, row) in (0..).zip(&organisation_rows) {
        if owners.insert(row.get("code"), Owner::Organisation(index)).is_some() {
            return Err(row.problem(format!("{} is also the code of a state", row.get("code"))));
        }
    }
    let codes = owners.iter().map(|(&code, &owner)| (owner, code)).collect();
    let mut names = Names { codes, rows: Vec::new(), known: BTreeMap::new() };
    for row in &state_rows {
        data.states.push(state(row, &owners, &mut names)?);
    }
    for row in &organisation_rows {
        data.organisations.push(organisation(row, &owners, &mut names)?);
    }
    for row in rows("places.csv", places, PLACES)? {
        place(&row, &owners, &mut names)?;
    }
    for row in rows("words_in_capitals.csv", capitals, CAPITALS)? {
        let form = row.get("form");
        if !names.known.contains_key(form) {
            return Err(row.problem(format!("{form} is no name")));
        }
        data.words_in_capitals.push(keep(form));
    }
    // In the order of the table that they go to, which is quickly made then. Equal forms stay in the order of the files.
    names.rows.sort_by_cached_key(|row| (first_key(row.text), Reverse(folded(row.text).len()), folded(row.text)));
    data.names = names.rows;
    Ok(())
}

/// The rows sorted by a column that must differ in each.
fn by_code(mut rows: Vec<Row>, column: &str) -> Result<Vec<Row>, Problem> {
    rows.sort_by(|left, right| left.get(column).cmp(right.get(column)));
    match rows.windows(2).find(|pair| pair[0].get(column) == pair[1].get(column)) {
        Some(pair) => Err(pair[1].problem(format!("{} twice", pair[1].get(column)))),
        None => Ok(rows),
    }
}

fn state(row: &Row, owners: &Owners, names: &mut Names<'_>) -> Result<State<'static>, Problem> {
    let (alpha3, alpha2) = (row.required("alpha3")?, row.required("alpha2")?);
    let upper = |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_uppercase());
    if !upper(alpha3, 3) || !upper(alpha2, 2) {
        return Err(row.problem(format!("{alpha3}, {alpha2}: no codes of ISO 3166-1")));
    }
    let owner = owner(row, owners, alpha3)?;
    let official = row.get("official");
    let mut named = vec![row.required("name")?];
    named.extend((!official.is_empty()).then_some(official));
    named.extend(row.list("aliases")?);
    let (demonyms, capitals) = (row.list("demonyms")?, row.list("capitals")?);
    names.add_all(row, &[(NameKind::State, &named), (NameKind::Demonym, &demonyms), (NameKind::Capital, &capitals)], &[owner])?;
    Ok(State {
        alpha3: keep(alpha3),
        alpha2: keep(alpha2),
        name: keep(row.get("name")),
        official: keep(official),
        capital: keep(capitals.first().unwrap_or(&"")),
        demonym: keep(demonyms.first().unwrap_or(&"")),
    })
}

fn organisation(row: &Row, owners: &Owners, names: &mut Names<'_>) -> Result<Organisation<'static>, Problem> {
    let (code, country) = (row.required("code")?, row.get("country"));
    let kind = row.label("kind", OrganisationKind::from_label)?;
    if !country.is_empty() && !matches!(owners.get(country), Some(Owner::State(_))) {
        return Err(row.problem(format!("unknown country \"{country}\"")));
    }
    let mut forms = vec![row.required("name")?];
    forms.extend(row.list("aliases")?);
    if !forms.contains(&code) {
        forms.push(code);
    }
    let name_kind = if kind == OrganisationKind::Media { NameKind::Medium } else { NameKind::Organisation };
    names.add_all(row, &[(name_kind, &forms)], &[owner(row, owners, code)?])?;
    Ok(Organisation { code: keep(code), name: keep(row.get("name")), kind, country: keep(country) })
}

fn place(row: &Row, owners: &Owners, names: &mut Names<'_>) -> Result<(), Problem> {
    let kind = row.label("kind", NameKind::from_label)?;
    if !matches!(kind, NameKind::Seat | NameKind::Place | NameKind::Region) {
        return Err(row.problem(format!("a place is no {}", kind.label())));
    }
    let mut places = Vec::new();
    for code in row.list("code")? {
        places.push(owner(row, owners, code)?);
    }
    if places.is_empty() {
        if kind != NameKind::Region {
            return Err(row.problem("no code".to_owned()));
        }
        places.push(Owner::Nobody);
    }
    let mut forms = vec![row.required("name")?];
    forms.extend(row.list("aliases")?);
    names.add_all(row, &[(kind, &forms)], &places)
}

fn owner(row: &Row, owners: &Owners, code: &str) -> Result<Owner, Problem> {
    owners.get(code).copied().ok_or_else(|| row.problem(format!("unknown code \"{code}\"")))
}

/// The forms of the names so far, as rows and by their folded text.
struct Names<'r> {
    codes: BTreeMap<Owner, &'r str>,
    rows: Vec<NameRow<'static>>,
    known: BTreeMap<String, Vec<NameRow<'static>>>,
}

impl Names<'_> {
    /// Adds the forms of a row, which lists the ambiguous ones; with several owners all are.
    fn add_all(&mut self, row: &Row, groups: &[(NameKind, &[&str])], owners: &[Owner]) -> Result<(), Problem> {
        let ambiguous = row.list("ambiguous")?;
        let unknown = ambiguous.iter().find(|form| !groups.iter().any(|(_, forms)| forms.contains(form)));
        if let Some(form) = unknown {
            return Err(row.problem(format!("\"{form}\" is listed as ambiguous and is no name in this row")));
        }
        for &(kind, forms) in groups {
            for form in forms {
                for &owner in owners {
                    let ambiguous = ambiguous.contains(form) || owners.len() > 1 || kind == NameKind::Region;
                    self.add(row, NameRow { text: keep(form), kind, owner, ambiguous })?;
                }
            }
        }
        Ok(())
    }

    fn add(&mut self, row: &Row, name: NameRow<'static>) -> Result<(), Problem> {
        let form = name.text;
        if !form.chars().next().is_some_and(is_word) {
            return Err(row.problem(format!("\"{form}\" begins with no letter or digit")));
        }
        if first_key(form).is_none() {
            return Err(row.problem(format!("the first word of \"{form}\" is too long")));
        }
        let others = self.known.entry(folded(form)).or_default();
        if others.iter().any(|other| other.owner == name.owner && other.kind == name.kind) {
            return Err(row.problem(format!("\"{form}\" twice, but for diacritics")));
        }
        if let Some(other) = others.iter().find(|other| !other.ambiguous || !name.ambiguous) {
            let code = self.codes.get(&other.owner).copied().unwrap_or("a region");
            let message = format!("\"{form}\" also names {code}: list it as ambiguous in both rows");
            return Err(row.problem(message));
        }
        others.push(name);
        self.rows.push(name);
        Ok(())
    }
}
