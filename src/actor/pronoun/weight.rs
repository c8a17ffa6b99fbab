//! Candidates in; out comes the one that the weights are for.

use std::sync::LazyLock;

use super::candidate::{Candidate, VARIABLES};
use crate::actor::words::rows;

/// Weights of combinations of values, as `data/actor/pronoun_weights.csv` lists them, in thousandths.
#[derive(Default)]
struct Weights {
    templates: Vec<Template>,
    /// The weights of all templates, one behind the other.
    weights: Vec<i32>,
}

/// One or two variables that are looked at together; of one, the second is the same again.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Template {
    variables: [usize; 2],
    /// Where the weights of its combinations begin: those of the first variable's first value, with each value of the second; then the next.
    start: usize,
    /// How many values the second variable has.
    width: usize,
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let mut weights = Weights::default();
    let learned = rows(include_str!("../../../data/actor/pronoun_weights.csv"));
    for (names, rest) in learned.chain(rows(include_str!("../../../data/actor/pronoun_of_speaker.csv"))) {
        weights.take_in(names, rest);
    }
    weights
});

impl Weights {
    /// Takes in a row; `None` for one that cannot be read.
    fn take_in(&mut self, names: &str, rest: &str) -> Option<()> {
        let (values, weight) = rest.split_once(',')?;
        let weight: i32 = weight.parse().ok()?;
        let (first, second) = names.split_once('+').unwrap_or((names, names));
        let (value, other) = values.split_once('+').unwrap_or((values, values));
        let variables = [variable(first)?, variable(second)?];
        let [value, other] = [code(variables[0], value)?, code(variables[1], other)?];
        let template = self.templates.iter().find(|known| known.variables == variables).copied().unwrap_or_else(|| {
            let [height, width] = variables.map(|variable| VARIABLES.get(variable).map_or(0, |(_, values)| values.len()));
            let template = Template { variables, start: self.weights.len(), width };
            self.weights.resize(self.weights.len() + height * width, 0);
            self.templates.push(template);
            template
        });
        *self.weights.get_mut(template.start + value * template.width + other)? += weight;
        Some(())
    }

    /// What the weights say of a candidate.
    fn score(&self, candidate: &Candidate) -> i32 {
        let value = |variable: usize| candidate.values.get(variable).map_or(0, |value| usize::from(*value));
        let weight = |&Template { variables: [first, second], start, width }: &Template| {
            self.weights.get(start + value(first) * width + value(second)).copied().unwrap_or(0)
        };
        self.templates.iter().map(weight).sum()
    }
}

fn variable(name: &str) -> Option<usize> {
    VARIABLES.iter().position(|(known, _)| *known == name)
}

fn code(variable: usize, value: &str) -> Option<usize> {
    let (_, values) = VARIABLES.get(variable)?;
    values.iter().position(|known| *known == value)
}

/// The candidate with the greatest weight, the first of several; none where even that one is below zero.
pub fn best(candidates: &[Candidate]) -> Option<&Candidate> {
    let weights = &*WEIGHTS;
    let mut best: Option<(i32, &Candidate)> = None;
    for candidate in candidates {
        let score = weights.score(candidate);
        if score >= 0 && best.is_none_or(|(known, _)| score > known) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
