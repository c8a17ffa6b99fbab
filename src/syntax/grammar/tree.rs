//! From scores to a tree: each token's best head where that is a tree with one root, else the best tree with one root.

use wide::f32x4;

use super::{arc::Scores, segment::LONGEST};

/// Room to compute in.
#[derive(Debug, Default)]
pub struct Buffers {
    seen: Vec<u32>,
    graph: Graph,
}

/// Finds heads: 0 for the root, `i + 1` for the token `i`. Exactly one token hangs on the root, and all others on it in the end.
pub fn decode(scores: &Scores, buffers: &mut Buffers, heads: &mut Vec<usize>) {
    heads.clear();
    heads.extend((0..scores.length).map(|dependent| first_of_best(scores.row(dependent))));
    if is_tree(heads, &mut buffers.seen) {
        return;
    }
    buffers.graph.decode(scores, heads);
    // Scores that are no numbers give no tree.
    if !is_tree(heads, &mut buffers.seen) {
        heads.iter_mut().enumerate().for_each(|(token, head)| *head = usize::from(token > 0));
    }
}

/// The place of the largest number; the first of several.
pub fn first_of_best(values: &[f32]) -> usize {
    let (fours, rest) = values.as_chunks::<4>();
    let most = fours.iter().fold(f32x4::splat(f32::NEG_INFINITY), |most, four| most.fast_max(f32x4::new(*four))).to_array();
    let most = most.iter().chain(rest).fold(f32::NEG_INFINITY, |most, value| if *value > most { *value } else { most });
    let all = f32x4::splat(most);
    let four = fours.iter().position(|four| f32x4::new(*four).simd_eq(all).any()).unwrap_or(fours.len());
    let last = values.get(four * 4..).unwrap_or(&[]);
    last.iter().position(|value| *value == most).map_or(0, |place| four * 4 + place)
}

/// Whether heads make a tree with one root.
pub fn is_tree(heads: &[usize], seen: &mut Vec<u32>) -> bool {
    if heads.iter().filter(|head| **head == 0).count() != 1 {
        return false;
    }
    seen.clear();
    seen.resize(heads.len(), 0);
    for (number, start) in (1..).zip(0..heads.len()) {
        // Up from each token until the root or a token from which a walk went before.
        let mut at = Some(start);
        while let Some(mark) = at.and_then(|at| seen.get_mut(at)).filter(|mark| **mark == 0) {
            *mark = number;
            at = at.and_then(|at| heads.get(at)?.checked_sub(1));
        }
        // The token was passed on this very walk.
        if at.and_then(|at| seen.get(at)) == Some(&number) {
            return false;
        }
    }
    true
}

/// Sets of tokens: a bit for each.
type Tokens = u128;
const _: () = assert!(LONGEST <= Tokens::BITS as usize);

/// Taken off the score of every arc from the root: more than all other arcs of a tree can differ, so that the best tree has one of them
/// (Stanojević and Cohen 2021, "A root of the problem"), and little enough to leave their differences.
const ROOT: f32 = 1e5;

/// A graph in which cycles become nodes, until the best heads make a tree (Chu and Liu 1965; Edmonds 1967). Node 0 is the root.
#[derive(Debug, Default)]
struct Graph {
    size: usize,
    /// For each node and head: the score of the best arc, and which tokens it joins.
    arcs: Vec<(f32, Arc)>,
    /// Nodes that are not inside others.
    nodes: Vec<usize>,
    /// For each node: its tokens and its best head.
    tokens: Vec<Tokens>,
    best: Vec<usize>,
    cycle: Vec<usize>,
    /// For each node inside another, the innermost first: its tokens, and the arc that goes to it inside the cycle.
    inside: Vec<(Tokens, Arc)>,
    seen: Vec<usize>,
}

/// The dependent, a token, and its head as [`decode`] gives it.
type Arc = (u8, u8);

impl Graph {
    /// Finds the best tree. `heads` has the best head of each token, and gets what is found.
    #[inline(never)]
    fn decode(&mut self, scores: &Scores, heads: &mut [usize]) {
        self.set_up(scores, heads);
        while self.find_cycle() {
            self.contract();
        }
        let mut done: Tokens = 0;
        let mut take = |(dependent, head): Arc| {
            if let Some(place) = heads.get_mut(usize::from(dependent)) {
                *place = usize::from(head);
            }
            1 << dependent
        };
        for node in self.nodes.iter().skip(1) {
            done |= take(self.arc(*node, self.head(*node)).1);
        }
        // Into every cycle one arc has gone from outside; the others of its nodes keep their arcs inside.
        for (tokens, arc) in self.inside.iter().rev() {
            if done & tokens == 0 {
                done |= take(*arc);
            }
        }
    }

    fn set_up(&mut self, scores: &Scores, heads: &[usize]) {
        self.size = scores.length + 1;
        self.arcs.clear();
        self.arcs.resize(self.size, (0.0, (0, 0)));
        for dependent in 0..scores.length {
            let arc = |head: usize| (u8::try_from(dependent).unwrap_or(0), u8::try_from(head).unwrap_or(0));
            let row = scores.row(dependent).iter().enumerate();
            self.arcs.extend(row.map(|(head, score)| (*score - if head == 0 { ROOT } else { 0.0 }, arc(head))));
        }
        self.nodes.clear();
        self.nodes.extend(0..self.size);
        self.tokens.clear();
        self.tokens.extend((0..self.size).map(|node| node.checked_sub(1).map_or(0, |token| 1 << token)));
        self.best.clear();
        self.best.push(0);
        for (token, head) in heads.iter().enumerate() {
            let best = if *head == 0 { self.best_head(token + 1) } else { *head };
            self.best.push(best);
        }
        self.inside.clear();
    }

    fn arc(&self, node: usize, head: usize) -> (f32, Arc) {
        self.arcs.get(node * self.size + head).copied().unwrap_or_default()
    }

    fn head(&self, node: usize) -> usize {
        self.best.get(node).copied().unwrap_or(0)
    }

    /// The best head of a node among all others; the first of several.
    fn best_head(&self, node: usize) -> usize {
        let heads = self.nodes.iter().filter(|head| **head != node).map(|head| (self.arc(node, *head).0, *head));
        heads.fold((f32::NEG_INFINITY, 0), |best, (score, head)| if score > best.0 { (score, head) } else { best }).1
    }

    /// Whether the best heads make a cycle; its nodes are in `cycle` then.
    fn find_cycle(&mut self) -> bool {
        self.seen.clear();
        self.seen.resize(self.size, 0);
        for start in self.nodes.iter().skip(1) {
            let mut at = *start;
            while at != 0 && self.seen.get(at) == Some(&0) {
                if let Some(mark) = self.seen.get_mut(at) {
                    *mark = *start;
                }
                at = self.head(at);
            }
            if at != 0 && self.seen.get(at) == Some(start) {
                self.cycle.clear();
                self.cycle.push(at);
                let mut next = self.head(at);
                while next != at {
                    self.cycle.push(next);
                    next = self.head(next);
                }
                return true;
            }
        }
        false
    }

    /// Makes one node of the nodes of `cycle`, in the place of the first.
    fn contract(&mut self) {
        let Some(whole) = self.cycle.first().copied() else { return };
        let mut all = 0;
        for node in &self.cycle {
            let tokens = self.tokens.get(*node).copied().unwrap_or(0);
            self.inside.push((tokens, self.arc(*node, self.head(*node)).1));
            all |= tokens;
        }
        let better = |best: (f32, Arc), arc: (f32, Arc)| if arc.0 > best.0 { arc } else { best };
        let none = (f32::NEG_INFINITY, (0, 0));
        self.nodes.retain(|node| *node == whole || !self.cycle.contains(node));
        for at in 0..self.nodes.len() {
            let Some(other) = self.nodes.get(at).copied().filter(|other| *other != whole) else { continue };
            let down = self.cycle.iter().map(|node| self.arc(other, *node)).fold(none, better);
            // An arc into the cycle takes the place of the one that went to the same node inside.
            let up = |node: &usize| {
                let (score, arc) = self.arc(*node, other);
                (score - self.arc(*node, self.head(*node)).0, arc)
            };
            let up = self.cycle.iter().map(up).fold(none, better);
            for (place, arc) in [(other * self.size + whole, down), (whole * self.size + other, up)] {
                if let Some(place) = self.arcs.get_mut(place) {
                    *place = arc;
                }
            }
            if let Some(best) = self.best.get_mut(other).filter(|best| self.cycle.contains(best)) {
                *best = whole;
            }
        }
        if let Some(tokens) = self.tokens.get_mut(whole) {
            *tokens = all;
        }
        let head = self.best_head(whole);
        if let Some(best) = self.best.get_mut(whole) {
            *best = head;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::syntax::grammar::arc::NEVER;

    fn tree(heads: &[usize]) -> bool {
        is_tree(heads, &mut Vec::new())
    }

    #[test]
    fn trees_have_one_root_and_no_cycle() {
        assert!(tree(&[0]));
        assert!(tree(&[2, 0, 2]));
        assert!(tree(&[2, 3, 0]));
        assert!(!tree(&[0, 0]));
        assert!(!tree(&[2, 1]));
        assert!(!tree(&[2, 1, 0]));
        assert!(!tree(&[0, 2]));
        assert!(!tree(&[]));
    }

    /// All trees with one root, tried one by one.
    fn best_by_trying(scores: &Scores) -> f32 {
        let n = scores.length;
        let mut best = f32::NEG_INFINITY;
        for code in 0..(n + 1).pow(n as u32) {
            let heads: Vec<usize> = (0..n).map(|i| code / (n + 1).pow(i as u32) % (n + 1)).collect();
            if tree(&heads) {
                best = best.max(total(scores, &heads));
            }
        }
        best
    }

    fn total(scores: &Scores, heads: &[usize]) -> f32 {
        heads.iter().enumerate().map(|(dependent, head)| scores.row(dependent)[*head]).sum()
    }

    fn scores(length: usize, values: &[f32]) -> Scores {
        let mut values: Vec<f32> = values.iter().copied().cycle().take(length * (length + 1)).collect();
        for dependent in 0..length {
            values[dependent * (length + 1) + dependent + 1] = NEVER;
        }
        Scores::of(length, &values)
    }

    #[test]
    fn scores_that_are_no_numbers_give_a_tree() {
        let mut heads = Vec::new();
        decode(&scores(5, &[f32::NAN]), &mut Buffers::default(), &mut heads);
        assert!(tree(&heads), "{heads:?}");
    }

    proptest! {
        #[test]
        fn what_is_found_is_the_best_tree(length in 1..6usize, values in prop::collection::vec(-8..8i32, 30)) {
            let values: Vec<f32> = values.iter().map(|value| *value as f32).collect();
            let scores = scores(length, &values);
            let mut heads: Vec<_> = (0..length).map(|dependent| first_of_best(scores.row(dependent))).collect();
            Graph::default().decode(&scores, &mut heads);
            prop_assert!(tree(&heads), "{:?}", heads);
            prop_assert_eq!(total(&scores, &heads), best_by_trying(&scores));
        }

        #[test]
        fn the_first_of_the_best_is_found(values in prop::collection::vec(-3..3i32, 0..20)) {
            let values: Vec<f32> = values.iter().map(|value| *value as f32).collect();
            let best = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            prop_assert_eq!(first_of_best(&values), values.iter().position(|value| *value == best).unwrap_or(0));
        }

        #[test]
        fn any_scores_give_a_tree(length in 1..=LONGEST, values in prop::collection::vec(-1e6..1e6f32, 1..300)) {
            let mut heads = Vec::new();
            decode(&scores(length, &values), &mut Buffers::default(), &mut heads);
            prop_assert_eq!(heads.len(), length);
            prop_assert!(tree(&heads), "{:?}", heads);
        }
    }
}
