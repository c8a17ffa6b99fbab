//! Roles, given names, and the words that report go in; their tables come out.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::{folded, lowered};
use super::inflect::{verb_forms, with_s};
use super::label::{Channel, Frame, FurnitureCategory, FurniturePlace, Gender, Grade, MarkerClass, RoleClass, Strength, VerbKind};
use super::record::{Body, Data, FirstName, Furniture, Marker, Noun, Role, SourceHead, SourcePattern, Verb};
use super::table::{PhraseTableBuilder, Problem, keep, rows};

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

/// What a ministry deals with, and how its minister and it are called.
pub struct Portfolio {
    field: &'static str,
    adjectives: Vec<String>,
    nouns: Vec<String>,
    offices: Vec<String>,
}

pub fn portfolios(text: &str) -> Result<Vec<Portfolio>, Problem> {
    let rows = rows("portfolios.csv", text, PORTFOLIOS)?;
    let owned = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect();
    rows.iter()
        .map(|row| {
            Ok(Portfolio {
                field: keep(row.required("field")?.to_owned()),
                adjectives: owned(row.list("adjectives")?),
                nouns: owned(row.list("nouns")?),
                offices: owned(row.list("offices")?),
            })
        })
        .collect()
}

/// Titles of the data file, and of each portfolio "defence minister", "minister of defence", "defence secretary".
pub fn titles(text: &str, portfolios: &[Portfolio], data: &mut Data<'_>) -> Result<(), Problem> {
    let mut table = PhraseTableBuilder::new();
    for row in rows("titles.csv", text, TITLES)? {
        let title = row.required("title")?;
        let class = row.label("class", RoleClass::from_label)?;
        let any_case = row.flag("any_case")?;
        let code = keep(row.get("code").to_owned());
        if !code.is_empty()
            && !data.states.iter().any(|state| state.alpha3 == code)
            && !data.organisations.iter().any(|entry| entry.code == code)
        {
            return Err(row.problem(format!("unknown code \"{code}\"")));
        }
        let plural = match row.get("plural") {
            "" => with_s(title),
            other => other.to_owned(),
        };
        let role = Role { class, code, plural: false, ambiguous: row.flag("ambiguous")? };
        if !table.values(title, any_case).is_empty() {
            return Err(row.problem(format!("\"{title}\" twice")));
        }
        table.add(title, any_case, role);
        if plural != "-" && plural != title {
            table.add(&plural, any_case, Role { plural: true, ..role });
        }
    }
    let mut add = |title: String, code: &'static str| {
        for (form, plural) in [(title.clone(), false), (plural_title(&title), true)] {
            if table.values(&form, true).is_empty() {
                table.add(&form, true, Role { class: RoleClass::Minister, code, plural, ambiguous: false });
            }
        }
    };
    for portfolio in portfolios {
        for adjective in &portfolio.adjectives {
            add(format!("{adjective} minister"), "");
        }
        for noun in &portfolio.nouns {
            add(format!("minister of {noun}"), "");
            add(format!("minister for {noun}"), "");
        }
        for office in &portfolio.offices {
            add(office.clone(), "");
        }
    }
    data.roles = table.build();
    Ok(())
}

/// The plural of a title is that of its head: "ministers of defence", "secretaries of state", "foreign ministers".
fn plural_title(title: &str) -> String {
    match [" of ", " for "].iter().find_map(|word| title.split_once(word).map(|(head, rest)| (head, word, rest))) {
        Some((head, word, rest)) => format!("{}{word}{rest}", with_s(head)),
        None => with_s(title),
    }
}

/// Bodies of the data file, and of each portfolio "defence ministry", "ministry of defence".
pub fn bodies(text: &str, portfolios: &[Portfolio], data: &mut Data<'_>) -> Result<(), Problem> {
    let mut table = PhraseTableBuilder::new();
    for row in rows("bodies.csv", text, BODIES)? {
        let body = row.required("body")?;
        let country = keep(row.get("country").to_owned());
        if !country.is_empty() && !data.states.iter().any(|state| state.alpha3 == country) {
            return Err(row.problem(format!("unknown country \"{country}\"")));
        }
        if !table.values(body, true).is_empty() {
            return Err(row.problem(format!("\"{body}\" twice")));
        }
        table.add(body, true, Body { field: keep(row.required("field")?.to_owned()), country });
    }
    for portfolio in portfolios {
        let adjectives = portfolio.adjectives.iter().map(|adjective| format!("{adjective} ministry"));
        let nouns = portfolio.nouns.iter().map(|noun| format!("ministry of {noun}"));
        let forms = portfolio.nouns.iter().map(|noun| format!("ministry for {noun}"));
        for form in adjectives.chain(nouns).chain(forms) {
            for form in [form.clone(), plural_title(&form)] {
                if table.values(&form, true).is_empty() {
                    table.add(&form, true, Body { field: portfolio.field, country: "" });
                }
            }
        }
    }
    data.bodies = table.build();
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
    data.first_names = names.into_iter().map(|(name, entry)| (keep(name), entry)).collect();
    Ok(())
}

pub fn verbs(text: &str, data: &mut Data<'_>) -> Result<(), Problem> {
    let mut seen = BTreeSet::new();
    for row in rows("reporting_verbs.csv", text, VERBS)? {
        let lemma = keep(row.required("lemma")?.to_owned());
        let particle = keep(row.get("particle").to_owned());
        if !seen.insert((lemma, particle)) {
            return Err(row.problem(format!("\"{lemma} {particle}\" twice")));
        }
        let index = data.verbs.len() as u16;
        data.verbs.push(Verb {
            lemma,
            particle,
            kind: row.label("kind", VerbKind::from_label)?,
            strength: row.label("strength", Strength::from_label)?,
            channel: row.label("channel", Channel::from_label)?,
            frames: row.frames("frames")?,
            ambiguous: row.flag("also")?,
        });
        let mut spellings = vec![lemma.to_owned()];
        spellings.extend(lemma.strip_suffix("ize").map(|stem| format!("{stem}ise")));
        for spelling in spellings {
            let forms = verb_forms(&spelling, row.get("irregular")).map_err(|message| row.problem(message))?;
            data.verb_forms.extend(forms.into_iter().map(|(form, inflection)| (keep(form), index, inflection)));
        }
    }
    data.verb_forms.sort_unstable();
    data.verb_forms.dedup();
    Ok(())
}

pub fn nouns(text: &str, data: &mut Data<'_>) -> Result<(), Problem> {
    let mut seen = BTreeSet::new();
    for row in rows("reporting_nouns.csv", text, NOUNS)? {
        let lemma = keep(row.required("lemma")?.to_owned());
        let index = data.nouns.len() as u16;
        let frames = row.frames("frames")?;
        if frames.contains(Frame::Noun) {
            return Err(row.problem("a noun takes no frame \"noun\"".to_owned()));
        }
        data.nouns.push(Noun {
            lemma,
            kind: row.label("kind", VerbKind::from_label)?,
            strength: row.label("strength", Strength::from_label)?,
            frames,
            ambiguous: row.flag("also")?,
        });
        for (form, plural) in numbers(lemma, row.get("plural")) {
            if !seen.insert(form) {
                return Err(row.problem(format!("\"{form}\" twice")));
            }
            data.noun_forms.push((form, index, plural));
        }
    }
    data.noun_forms.sort_unstable();
    Ok(())
}

/// The singular and the plural of a noun. In the column "-" says that it has no plural, and nothing that it is regular.
fn numbers(lemma: &'static str, plural: &str) -> Vec<(&'static str, bool)> {
    let mut forms = vec![(lemma, false)];
    match plural {
        "-" => {}
        "" => forms.push((keep(with_s(lemma)), true)),
        other if other == lemma => {}
        other => forms.push((keep(other.to_owned()), true)),
    }
    forms
}

pub fn sources(heads: &str, patterns: &str, data: &mut Data<'_>) -> Result<(), Problem> {
    let mut seen = BTreeMap::new();
    for row in rows("source_heads.csv", heads, HEADS)? {
        let lemma = keep(row.required("head")?.to_owned());
        let mut forms = numbers(lemma, row.get("plural"));
        if row.get("singular_grade").is_empty() {
            // A head that is only a plural, or that is followed by a plural verb ("police").
            forms = vec![(lemma, true)];
        }
        for (form, plural) in forms {
            let column = if plural { "plural_grade" } else { "singular_grade" };
            let grade = row.label(column, Grade::from_label)?;
            if seen.insert(form, SourceHead { lemma, grade, plural }).is_some() {
                return Err(row.problem(format!("\"{form}\" twice")));
            }
        }
    }
    data.source_heads = seen.into_iter().collect();
    let mut table = PhraseTableBuilder::new();
    for row in rows("source_patterns.csv", patterns, PATTERNS)? {
        let pattern = row.required("pattern")?;
        let value = SourcePattern { grade: row.label("grade", Grade::from_label)?, postmodifier: row.flag("postmodifier")? };
        if table.add(pattern, true, value).len() > 1 {
            return Err(row.problem(format!("\"{pattern}\" twice")));
        }
    }
    data.source_patterns = table.build();
    Ok(())
}

pub fn markers(text: &str, data: &mut Data<'_>) -> Result<(), Problem> {
    let mut table = PhraseTableBuilder::new();
    for row in rows("markers.csv", text, MARKERS)? {
        let marker = row.required("marker")?;
        let value = Marker {
            class: row.label("class", MarkerClass::from_label)?,
            kind: row.label("kind", VerbKind::from_label)?,
            strength: row.label("strength", Strength::from_label)?,
        };
        if table.add(marker, true, value).len() > 1 {
            return Err(row.problem(format!("\"{marker}\" twice")));
        }
    }
    data.markers = table.build();
    Ok(())
}

pub fn furniture(text: &str, data: &mut Data<'_>) -> Result<(), Problem> {
    let mut seen = BTreeSet::new();
    for row in rows("furniture.csv", text, FURNITURE)? {
        let phrase = keep(lowered(row.required("text")?));
        let place = row.label("place", FurniturePlace::from_label)?;
        if !seen.insert((phrase, place)) {
            return Err(row.problem(format!("\"{phrase}\" twice")));
        }
        data.furniture.push(Furniture { text: phrase, place, category: row.label("category", FurnitureCategory::from_label)? });
    }
    Ok(())
}
