//! Candidates in; out comes the one that the weights are for.

use std::{collections::HashMap, sync::LazyLock};

use super::candidate::{Candidate, VARIABLES};
use crate::actor::words::rows;

/// Weights of combinations of values, as `data/actor/pronoun_weights.csv` lists them.
struct Weights {
    /// The variables that are looked at together, with the weight of each combination of their values: in thousandths.
    templates: Vec<(Vec<usize>, HashMap<u64, i32>)>,
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let mut templates: Vec<(Vec<usize>, HashMap<u64, i32>)> = Vec::new();
    let learned = rows(include_str!("../../../data/actor/pronoun_weights.csv"));
    for (names, rest) in learned.chain(rows(include_str!("../../../data/actor/pronoun_of_speaker.csv"))) {
        let Some((values, weight)) = rest.split_once(',') else { continue };
        let variables: Option<Vec<usize>> = names.split('+').map(variable).collect();
        let Some(variables) = variables else { continue };
        let codes: Option<Vec<u8>> = variables.iter().zip(values.split('+')).map(|(&variable, value)| code(variable, value)).collect();
        let (Some(codes), Ok(weight)) = (codes, weight.parse::<i32>()) else { continue };
        let at = templates.iter().position(|(known, _)| *known == variables).unwrap_or_else(|| {
            templates.push((variables, HashMap::new()));
            templates.len() - 1
        });
        if let Some((_, weights)) = templates.get_mut(at) {
            *weights.entry(joined(codes.into_iter())).or_default() += weight;
        }
    }
    Weights { templates }
});

fn variable(name: &str) -> Option<usize> {
    VARIABLES.iter().position(|(known, _)| *known == name)
}

fn code(variable: usize, value: &str) -> Option<u8> {
    let (_, values) = VARIABLES.get(variable)?;
    values.iter().position(|known| *known == value).and_then(|at| u8::try_from(at).ok())
}

/// Several values as one number.
fn joined(values: impl Iterator<Item = u8>) -> u64 {
    values.fold(1, |number, value| number << 8 | u64::from(value))
}

/// What the weights say of a candidate.
fn score(candidate: &Candidate) -> i32 {
    let value = |variable: &usize| candidate.values.get(*variable).copied().unwrap_or(u8::MAX);
    let templates = WEIGHTS.templates.iter();
    templates.filter_map(|(variables, weights)| weights.get(&joined(variables.iter().map(value)))).sum()
}

/// The candidate with the greatest weight, the first of several; none where even that one is below zero.
pub fn best(candidates: &[Candidate]) -> Option<&Candidate> {
    let mut best: Option<(i32, &Candidate)> = None;
    for candidate in candidates {
        let score = score(candidate);
        if score >= 0 && best.is_none_or(|(known, _)| score > known) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
