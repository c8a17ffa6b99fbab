//! Candidates in; out comes the one that the weights are for.

use std::sync::LazyLock;

use super::candidate::{Candidate, VARIABLES};
use crate::actor::words::rows;

/// Variables that are looked at together, with the weight of each combination of their values: in thousandths.
struct Template {
    variables: Vec<usize>,
    weights: Vec<i32>,
}

/// Weights of combinations of values, as `data/actor/pronoun_weights.csv` lists them.
static WEIGHTS: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let mut templates: Vec<Template> = Vec::new();
    let learned = rows(include_str!("../../../data/actor/pronoun_weights.csv"));
    for (names, rest) in learned.chain(rows(include_str!("../../../data/actor/pronoun_of_speaker.csv"))) {
        let Some((values, weight)) = rest.split_once(',') else { continue };
        let variables: Option<Vec<usize>> = names.split('+').map(variable).collect();
        let Some(variables) = variables else { continue };
        let codes: Option<Vec<u8>> = variables.iter().zip(values.split('+')).map(|(&variable, value)| code(variable, value)).collect();
        let (Some(codes), Ok(weight)) = (codes, weight.parse::<i32>()) else { continue };
        let at = templates.iter().position(|known| known.variables == variables).unwrap_or_else(|| {
            let combinations = variables.iter().map(|&variable| VARIABLES.get(variable).map_or(0, |(_, values)| values.len())).product();
            templates.push(Template { variables, weights: vec![0; combinations] });
            templates.len() - 1
        });
        if let Some(template) = templates.get_mut(at)
            && let Some(place) = place(&template.variables, &codes)
            && let Some(known) = template.weights.get_mut(place)
        {
            *known += weight;
        }
    }
    templates
});

fn variable(name: &str) -> Option<usize> {
    VARIABLES.iter().position(|(known, _)| *known == name)
}

fn code(variable: usize, value: &str) -> Option<u8> {
    let (_, values) = VARIABLES.get(variable)?;
    values.iter().position(|known| *known == value).and_then(|at| u8::try_from(at).ok())
}

/// The place of a combination of values among the weights of its variables.
fn place(variables: &[usize], values: &[u8]) -> Option<usize> {
    variables.iter().zip(values).try_fold(0, |place, (&variable, &value)| {
        let (_, names) = VARIABLES.get(variable)?;
        let value = usize::from(value);
        (value < names.len()).then_some(place * names.len() + value)
    })
}

/// What the weights say of a candidate.
fn score(candidate: &Candidate, values: &mut Vec<u8>) -> i32 {
    let weight = |template: &Template| {
        values.clear();
        values.extend(template.variables.iter().map(|&variable| candidate.values.get(variable).copied().unwrap_or(u8::MAX)));
        template.weights.get(place(&template.variables, values)?).copied()
    };
    WEIGHTS.iter().filter_map(weight).sum()
}

/// The candidate with the greatest weight, the first of several; none where even that one is below zero.
pub fn best(candidates: &[Candidate]) -> Option<&Candidate> {
    let mut best: Option<(i32, &Candidate)> = None;
    let mut values = Vec::new();
    for candidate in candidates {
        let score = score(candidate, &mut values);
        if score >= 0 && best.is_none_or(|(known, _)| score > known) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
