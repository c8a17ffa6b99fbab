//! Which sentences stand in a brief.
//!
//! One after the other is taken: the one that adds most to those taken already. It is worth less the more of its words have been said (maximal
//! marginal relevance: Carbonell and Goldstein, "The Use of MMR, Diversity-Based Reranking", SIGIR 1998), and more if it lets a party speak, or
//! comes to an issue, for the first time (rewards for diversity with diminishing returns: Lin and Bilmes, "A Class of Submodular Functions for
//! Document Summarization", ACL 2011; greedy choice is near the best for those). No more than a few are taken, so that the time is linear.

use std::collections::{BTreeMap, BTreeSet};

use super::{Group, Line, candidate::Candidate, scene::Scene, scene::shared};

/// A group has at least and at most so many lines, and in between one for so many sentences.
const UPDATE: (usize, usize, usize) = (3, 6, 3);
const BACKGROUND: (usize, usize, usize) = (2, 3, 4);
/// Points for a party that was not heard yet, and one more for each further sentence that it is heard in, up to a few; for one whose position is
/// told, and for an issue that was not spoken of yet. No more than two parties and two issues of a sentence count.
const PARTY: i32 = 4;
const OFTEN: usize = 3;
const HELD: i32 = 2;
const ISSUE: i32 = 2;
const AT_MOST: usize = 2;
/// So many lines are taken whatever they are worth, others only from so many points on.
const FEW: usize = 2;
const WORTH: i32 = 3;
/// Points that a sentence loses if all of its words have been said.
const SAID: i32 = 10;

/// Chooses the lines: first what is new, then what was before, each in the order of the text.
pub fn choose(candidates: &[Candidate], scene: &Scene<'_>) -> Vec<Line> {
    let mut chosen = Chosen::default();
    for code in candidates.iter().flat_map(|candidate| candidate.parties.iter().take(candidate.heard)) {
        *chosen.sentences.entry(code.clone()).or_default() += 1;
    }
    let mut lines = Vec::new();
    for (group, room) in [(Group::Update, UPDATE), (Group::Background, BACKGROUND)] {
        let own: Vec<&Candidate> = candidates.iter().filter(|candidate| candidate.role.group == group).collect();
        let mut taken = chosen.pick(&own, most(own.len(), room), scene);
        taken.sort_unstable_by_key(|line| line.sentence);
        lines.append(&mut taken);
    }
    lines
}

fn most(sentences: usize, (least, most, each): (usize, usize, usize)) -> usize {
    (sentences / each).clamp(least, most)
}

/// What has been said by the lines that were chosen.
#[derive(Default)]
struct Chosen {
    /// In how many sentences each party is heard.
    sentences: BTreeMap<String, usize>,
    /// Those that are heard in the lines.
    heard: BTreeSet<String>,
    /// Those whose position the lines tell.
    held: BTreeSet<String>,
    issues: u32,
}

impl Chosen {
    fn pick(&mut self, candidates: &[&Candidate], most: usize, scene: &Scene<'_>) -> Vec<Line> {
        let mut said = vec![0; candidates.len()];
        let mut free = vec![true; candidates.len()];
        let mut lines = Vec::with_capacity(most);
        while lines.len() < most {
            let gain = |(index, candidate): (usize, &&Candidate)| {
                let open = free.get(index).copied().unwrap_or(false);
                let loss = said.get(index).copied().unwrap_or(0);
                // Of two that gain the same, the earlier one.
                open.then(|| (candidate.worth + self.turn(candidate) - loss, std::cmp::Reverse(index)))
            };
            let Some((gained, std::cmp::Reverse(best))) = candidates.iter().enumerate().filter_map(gain).max() else { break };
            if lines.len() >= FEW && gained < WORTH {
                break;
            }
            let Some(candidate) = candidates.get(best) else { break };
            lines.push(self.take(candidate));
            if let Some(free) = free.get_mut(best) {
                *free = false;
            }
            let words = scene.topics(candidate.sentence);
            for (other, loss) in candidates.iter().zip(&mut said) {
                *loss = (*loss).max(overlap(words, scene.topics(other.sentence)));
            }
        }
        lines
    }

    /// Points for those who have not had their turn.
    fn turn(&self, candidate: &Candidate) -> i32 {
        let points = |(index, code): (usize, &String)| {
            let often = self.sentences.get(code).map_or(0, |count| count.saturating_sub(1).min(OFTEN));
            match () {
                () if self.heard.contains(code) => None,
                () if index < candidate.heard => Some(PARTY + i32::try_from(often).unwrap_or(0)),
                () => (!self.held.contains(code)).then_some(HELD),
            }
        };
        let parties: i32 = candidate.parties.iter().enumerate().filter_map(points).take(AT_MOST).sum();
        let issues = ((candidate.issues & !self.issues).count_ones() as usize).min(AT_MOST);
        parties + ISSUE * i32::try_from(issues).unwrap_or(0)
    }

    fn take(&mut self, candidate: &Candidate) -> Line {
        let mut reasons = candidate.reasons.clone();
        if candidate.parties.iter().take(candidate.heard).any(|code| !self.heard.contains(code)) {
            reasons.push("new_party");
        }
        if candidate.issues & !self.issues != 0 {
            reasons.push("new_issue");
        }
        self.heard.extend(candidate.parties.iter().take(candidate.heard).cloned());
        self.held.extend(candidate.parties.iter().cloned());
        self.issues |= candidate.issues;
        Line {
            span: candidate.span,
            sentence: candidate.sentence,
            role: candidate.role,
            parties: candidate.parties.clone(),
            statements: candidate.statements.clone(),
            reasons,
        }
    }
}

/// How much of the shorter of two lists the other has, in points.
fn overlap(one: &[u32], other: &[u32]) -> i32 {
    let least = one.len().min(other.len()).max(1);
    i32::try_from(shared(one, other)).unwrap_or(0) * SAID / i32::try_from(least).unwrap_or(i32::MAX)
}
