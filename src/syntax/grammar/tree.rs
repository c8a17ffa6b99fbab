//! From scores to a tree: each token's best head where that is a tree with one root, else the best tree without crossing arcs.

use super::arc::{NEVER, Scores};

/// Room to compute in.
#[derive(Debug, Default)]
pub struct Buffers {
    seen: Vec<u32>,
    tables: Tables,
}

/// Finds heads: 0 for the root, `i + 1` for the token `i`. Exactly one token hangs on the root, and all others on it in the end.
pub fn decode(scores: &Scores, buffers: &mut Buffers, heads: &mut Vec<usize>) {
    heads.clear();
    heads.extend((0..scores.length).map(|dependent| first_of_best(scores.row(dependent))));
    if !is_tree(heads, &mut buffers.seen) {
        buffers.tables.decode(scores, heads);
    }
}

/// The place of the largest number; the first of several.
pub fn first_of_best(values: &[f32]) -> usize {
    let mut best = (f32::NEG_INFINITY, 0);
    for (index, value) in values.iter().enumerate() {
        if *value > best.0 {
            best = (*value, index);
        }
    }
    best.1
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

/// The tables of Eisner's algorithm (1996, "Three new probabilistic models for dependency parsing"), each a square over the tokens.
/// `x[a][b]` is the best score of a span from `a` to `b`; what is read along columns is kept turned as well, so that every search
/// runs along rows.
#[derive(Debug, Default)]
struct Tables {
    size: usize,
    /// Whole spans with their head at the left.
    right: Vec<f32>,
    right_turned: Vec<f32>,
    /// Whole spans with their head at the right.
    left: Vec<f32>,
    left_turned: Vec<f32>,
    /// Spans whose ends are joined by an arc from the left end to the right.
    arc_right: Vec<f32>,
    /// The same from the right end to the left.
    arc_left_turned: Vec<f32>,
    /// Scores of arcs, head by dependent.
    arcs: Vec<f32>,
    open: Vec<(Shape, usize, usize)>,
}

#[derive(Debug, Clone, Copy)]
enum Shape {
    Right,
    Left,
    ArcRight,
    ArcLeft,
}

impl Tables {
    fn decode(&mut self, scores: &Scores, heads: &mut [usize]) {
        let size = scores.length;
        self.size = size;
        for table in [&mut self.right, &mut self.right_turned, &mut self.left, &mut self.left_turned] {
            table.clear();
            table.resize(size * size, 0.0);
        }
        for table in [&mut self.arc_right, &mut self.arc_left_turned, &mut self.arcs] {
            table.clear();
            table.resize(size * size, NEVER);
        }
        for dependent in 0..size {
            for (head, score) in scores.row(dependent).iter().skip(1).enumerate() {
                put(&mut self.arcs, head * size + dependent, *score);
            }
        }
        for span in 1..size {
            for a in 0..size - span {
                self.fill(a, a + span);
            }
        }
        let Some(last) = size.checked_sub(1) else { return };
        // The root takes one token only: the one with the best pair of whole spans on its sides.
        let totals = (0..size).map(|token| {
            let root = scores.row(token).first().copied().unwrap_or(NEVER);
            at(&self.left, token) + at(&self.right, token * size + last) + root
        });
        let root =
            totals.enumerate().fold((f32::NEG_INFINITY, 0), |best, (token, total)| if total > best.0 { (total, token) } else { best }).1;
        self.open.clear();
        self.open.extend([(Shape::Left, 0, root), (Shape::Right, root, last)]);
        self.trace(heads);
        if let Some(head) = heads.get_mut(root) {
            *head = 0;
        }
    }

    /// Computes the spans from `a` to `b`; all shorter ones are there.
    fn fill(&mut self, a: usize, b: usize) {
        let n = self.size;
        let joined = best(self.halves(Shape::ArcRight, a, b)).0;
        let arc_right = joined + at(&self.arcs, a * n + b);
        let arc_left = joined + at(&self.arcs, b * n + a);
        put(&mut self.arc_right, a * n + b, arc_right);
        put(&mut self.arc_left_turned, b * n + a, arc_left);
        let right = best(self.halves(Shape::Right, a, b)).0;
        put(&mut self.right, a * n + b, right);
        put(&mut self.right_turned, b * n + a, right);
        let left = best(self.halves(Shape::Left, a, b)).0;
        put(&mut self.left, a * n + b, left);
        put(&mut self.left_turned, b * n + a, left);
    }

    /// The two rows whose sum is searched for the best way to part a span.
    fn halves(&self, shape: Shape, a: usize, b: usize) -> (&[f32], &[f32]) {
        let n = self.size;
        let (first, second, from) = match shape {
            // Parted behind `r`: head at the left up to `r`, head at the right from `r + 1`.
            Shape::ArcRight | Shape::ArcLeft => {
                return (row(&self.right, a * n + a, a * n + b), row(&self.left_turned, b * n + a + 1, b * n + b + 1));
            }
            Shape::Right => (&self.arc_right, &self.right_turned, a + 1),
            Shape::Left => (&self.left, &self.arc_left_turned, a),
        };
        (row(first, a * n + from, a * n + b + 1), row(second, b * n + from, b * n + b + 1))
    }

    /// Reads the arcs off the tables.
    fn trace(&mut self, heads: &mut [usize]) {
        while let Some((shape, a, b)) = self.open.pop() {
            if a >= b {
                continue;
            }
            let found = best(self.halves(shape, a, b)).1;
            match shape {
                Shape::ArcRight | Shape::ArcLeft => {
                    let (head, dependent) = if matches!(shape, Shape::ArcRight) { (a, b) } else { (b, a) };
                    if let Some(place) = heads.get_mut(dependent) {
                        *place = head + 1;
                    }
                    self.open.extend([(Shape::Right, a, a + found), (Shape::Left, a + found + 1, b)]);
                }
                Shape::Right => self.open.extend([(Shape::ArcRight, a, a + 1 + found), (Shape::Right, a + 1 + found, b)]),
                Shape::Left => self.open.extend([(Shape::Left, a, a + found), (Shape::ArcLeft, a + found, b)]),
            }
        }
    }
}

/// The largest sum of two rows, and its first place.
fn best((first, second): (&[f32], &[f32])) -> (f32, usize) {
    let mut best = (f32::NEG_INFINITY, 0);
    for (index, (a, b)) in first.iter().zip(second).enumerate() {
        if a + b > best.0 {
            best = (a + b, index);
        }
    }
    best
}

fn row(table: &[f32], from: usize, to: usize) -> &[f32] {
    table.get(from..to).unwrap_or(&[])
}

fn at(table: &[f32], index: usize) -> f32 {
    table.get(index).copied().unwrap_or(NEVER)
}

fn put(table: &mut [f32], index: usize, value: f32) {
    if let Some(place) = table.get_mut(index) {
        *place = value;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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

    /// All trees with one root and no crossing arcs, tried one by one.
    fn best_by_trying(scores: &Scores) -> f32 {
        let n = scores.length;
        let mut best = f32::NEG_INFINITY;
        for code in 0..(n + 1).pow(n as u32) {
            let heads: Vec<usize> = (0..n).map(|i| code / (n + 1).pow(i as u32) % (n + 1)).collect();
            if tree(&heads) && is_projective(&heads) {
                best = best.max(total(scores, &heads));
            }
        }
        best
    }

    fn is_projective(heads: &[usize]) -> bool {
        let arcs: Vec<_> = heads.iter().enumerate().filter(|(_, h)| **h > 0).map(|(d, h)| ((d + 1).min(*h), (d + 1).max(*h))).collect();
        let root = heads.iter().position(|head| *head == 0).unwrap() + 1;
        let crossing = |a: &(usize, usize), b: &(usize, usize)| a.0 < b.0 && b.0 < a.1 && a.1 < b.1;
        arcs.iter().all(|a| !(a.0 < root && root < a.1) && arcs.iter().all(|b| !crossing(a, b)))
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

    proptest! {
        #[test]
        fn what_is_found_is_the_best_tree(length in 1..6usize, values in prop::collection::vec(-8..8i32, 30)) {
            let values: Vec<f32> = values.iter().map(|value| *value as f32).collect();
            let scores = scores(length, &values);
            let mut heads = vec![0; length];
            Tables::default().decode(&scores, &mut heads);
            prop_assert!(tree(&heads), "{:?}", heads);
            prop_assert_eq!(total(&scores, &heads), best_by_trying(&scores));
        }

        #[test]
        fn any_scores_give_a_tree(length in 1..40usize, values in prop::collection::vec(-1e6..1e6f32, 1..300)) {
            let mut heads = Vec::new();
            decode(&scores(length, &values), &mut Buffers::default(), &mut heads);
            prop_assert_eq!(heads.len(), length);
            prop_assert!(tree(&heads), "{:?}", heads);
        }
    }
}
