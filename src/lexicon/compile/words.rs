//! Roles, given names, and the words that report go in; their rows come out.

use std::collections::{BTreeMap, BTreeSet};

use super::super::fold::{folded, lowered};
use super::super::inflect::{plural, spellings, verb_forms};
use super::super::label::{Channel, Frame, FurnitureCategory, FurniturePlace, Gender, Grade, MarkerClass, RoleClass, Strength, VerbKind};
use super::super::record::{Body, Data, FirstName, Furniture, HeadRow, Marker, Noun, Portfolio, Role, SourcePattern, TitleRow, Verb};
use super::table::{Problem, Row, keep, rows};

const TITLES: &[&str] = &["title", "plural", "class", "code", "any_case", "ambiguous"];
const PORTFOLIOS: &[&str] = &["field", "adjectives", "nouns", "offices"];
const BODIES: &[&str] = &["body", "field", "country"];
const FIRST_NAMES: &[&str] = &["name", "gender", "also"];
const VERBS: &[&str] = &["lemma", "particle", "irregular", "kind", "strength", "channel", "frames", "also"];
const NOUNS: &[&str] = &["lemma", "plural", "kind", "strength", "frames", "also"];
const HEADS: &[&str] = &["head", "plural", "singular_grade", "plural_grade"];
const PATTERNS: &[&str] = &["pattern", "grade", "postmodifier"];
const MARKERS: &[&str] = &["marker", "class", "kind", "strength"];
const FURNITURE: &[&str] = &["text", "place", "category"];

/// What a file has had so far, to find what it has twice.
#[derive(Default)]
struct Seen(BTreeSet<String>);

impl Seen {
    fn add(&mut self, row: &Row, form: &str) -> Result<(), Problem> {
        if self.0.insert(form.to_owned()) { Ok(()) } else { Err(row.problem(format!("\"{form}\" twice"))) }
    }
}

pub fn portfolios(text: &str, data: &mut Data<'_>) -> Result<(), Problem> {
    let kept = |list: Vec<&str>| list.into_iter().map(keep).collect();
    let mut seen = Seen::default();
    for row in rows("portfolios.csv", text, PORTFOLIOS)? {
        seen.add(&row, row.required("field")?)?;
        data.portfolios.push(Portfolio {
            field: keep(row.get("field")),
            adjectives: kept(row.list("adjectives")?),
            nouns: kept(row.list("nouns")?),
            offices: kept(row.list("offices")?),
        });
    }
    Ok(())
}

pub fn titles(text: &str, data: &mut Data<'_>) -> Result<(), Problem> {
    let mut seen = Seen::default();
    for row in rows("titles.csv", text, TITLES)? {
        let title = row.required("title")?;
        seen.add(&row, title)?;
        let code = row.get("code");
        let known = data.states.iter().any(|state| state.alpha3 == code) || data.organisations.iter().any(|entry| entry.code == code);
        if !code.is_empty() && !known {
            return Err(row.problem(format!("unknown code \"{code}\"")));
        }
        let class = row.label("class", RoleClass::from_label)?;
        let role = Role { class, code: keep(code), plural: false, ambiguous: row.flag("ambiguous")? };
        let any_case = row.flag("any_case")?;
        data.titles.push(TitleRow { text: keep(title), plural: keep(row.get("plural")), role, any_case });
    }
    Ok(())
}

pub fn bodies(text: &str, data: &mut Data<'_>) -> Result<(), Problem> {
    let mut seen = Seen::default();
    for row in rows("bodies.csv", text, BODIES)? {
        let (body, country) = (row.required("body")?, row.get("country"));
        seen.add(&row, body)?;
        if !country.is_empty() && !data.states.iter().any(|state| state.alpha3 == country) {
            return Err(row.problem(format!("unknown country \"{country}\"")));
        }
        data.bodies.push((keep(body), Body { field: keep(row.required("field")?), country: keep(country) }));
    }
    Ok(())
}

pub fn first_names(text: &str, data: &mut Data<'_>) -> Result<(), Problem> {
    let mut names = BTreeMap::new();
    for row in rows("first_names.csv", text, FIRST_NAMES)? {
        let name = folded(row.required("name")?);
        let entry = FirstName { gender: row.label("gender", Gender::from_label)?, ambiguous: row.flag("also")? };
        if names.insert(name.clone(), entry).is_some() {
            return Err(row.problem(format!("\"{name}\" twice")));
        }
    }
    data.first_names = names.into_iter().map(|(name, entry)| (keep(&name), entry)).collect();
    Ok(())
}

pub fn verbs(text: &str, data: &mut Data<'_>) -> Result<(), Problem> {
    let mut seen = Seen::default();
    for row in rows("reporting_verbs.csv", text, VERBS)? {
        let (lemma, particle, irregular) = (row.required("lemma")?, row.get("particle"), row.get("irregular"));
        for spelling in spellings(lemma) {
            seen.add(&row, format!("{spelling} {particle}").trim_end())?;
            verb_forms(&spelling, irregular).map_err(|message| row.problem(message))?;
        }
        let verb = Verb {
            lemma: keep(lemma),
            particle: keep(particle),
            kind: row.label("kind", VerbKind::from_label)?,
            strength: row.label("strength", Strength::from_label)?,
            channel: row.label("channel", Channel::from_label)?,
            frames: row.frames("frames")?,
            ambiguous: row.flag("also")?,
        };
        data.verbs.push((verb, keep(irregular)));
    }
    Ok(())
}

pub fn nouns(text: &str, data: &mut Data<'_>) -> Result<(), Problem> {
    let mut seen = Seen::default();
    for row in rows("reporting_nouns.csv", text, NOUNS)? {
        let (lemma, column) = (row.required("lemma")?, row.get("plural"));
        numbers(&row, lemma, column, &mut seen)?;
        let frames = row.frames("frames")?;
        if frames.contains(Frame::Noun) {
            return Err(row.problem("a noun takes no frame \"noun\"".to_owned()));
        }
        let noun = Noun {
            lemma: keep(lemma),
            kind: row.label("kind", VerbKind::from_label)?,
            strength: row.label("strength", Strength::from_label)?,
            frames,
            ambiguous: row.flag("also")?,
        };
        data.nouns.push((noun, keep(column)));
    }
    Ok(())
}

/// Notes the singular and the plural as seen.
fn numbers(row: &Row, lemma: &str, column: &str, seen: &mut Seen) -> Result<(), Problem> {
    seen.add(row, lemma)?;
    plural(lemma, column).filter(|form| form != lemma).map_or(Ok(()), |form| seen.add(row, &form))
}

pub fn sources(heads: &str, patterns: &str, data: &mut Data<'_>) -> Result<(), Problem> {
    let mut seen = Seen::default();
    for row in rows("source_heads.csv", heads, HEADS)? {
        let (lemma, column) = (row.required("head")?, row.get("plural"));
        let grade = |name: &str| (!row.get(name).is_empty()).then(|| row.label(name, Grade::from_label)).transpose();
        let (singular, plural_grade) = (grade("singular_grade")?, grade("plural_grade")?);
        if plural_grade.is_none() && (singular.is_none() || column != "-") {
            return Err(row.problem("no grade for the plural".to_owned()));
        }
        numbers(&row, lemma, column, &mut seen)?;
        data.source_heads.push(HeadRow { lemma: keep(lemma), plural: keep(column), singular, plural_grade });
    }
    let mut seen = Seen::default();
    for row in rows("source_patterns.csv", patterns, PATTERNS)? {
        let pattern = row.required("pattern")?;
        seen.add(&row, &lowered(pattern))?;
        let value = SourcePattern { grade: row.label("grade", Grade::from_label)?, postmodifier: row.flag("postmodifier")? };
        data.source_patterns.push((keep(pattern), value));
    }
    Ok(())
}

pub fn markers(text: &str, data: &mut Data<'_>) -> Result<(), Problem> {
    let mut seen = Seen::default();
    for row in rows("markers.csv", text, MARKERS)? {
        let marker = row.required("marker")?;
        seen.add(&row, &lowered(marker))?;
        let value = Marker {
            class: row.label("class", MarkerClass::from_label)?,
            kind: row.label("kind", VerbKind::from_label)?,
            strength: row.label("strength", Strength::from_label)?,
        };
        data.markers.push((keep(marker), value));
    }
    Ok(())
}

pub fn furniture(text: &str, data: &mut Data<'_>) -> Result<(), Problem> {
    let mut seen = Seen::default();
    for row in rows("furniture.csv", text, FURNITURE)? {
        let phrase = lowered(row.required("text")?);
        let place = row.label("place", FurniturePlace::from_label)?;
        seen.add(&row, &format!("{} {phrase}", place.label()))?;
        let category = row.label("category", FurnitureCategory::from_label)?;
        data.furniture.push(Furniture { text: keep(&phrase), place, category });
    }
    Ok(())
}
