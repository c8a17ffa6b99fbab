//! Learning the weights: logistic regression for the words, maximum likelihood over the candidates for the choices.
//!
//! Steps are scaled by AdaGrad (Duchi, Hazan, Singer: Adaptive subgradient methods, JMLR 12, 2011). Everything runs in one thread and in an
//! order that depends on nothing but the lessons, so that the same texts give the same weights.

use rapporteur::statement::choose::{
    BITS, Decision, Weights,
    lesson::{Choice, Lesson},
};

/// A feature that fewer candidates have teaches nothing.
const LEAST: [u32; 4] = [4, 12, 6, 6];
/// How often the lessons are gone through before the small weights are dropped, and after.
const ROUNDS: [usize; 2] = [6, 3];
/// The length of a step.
const STEP: f32 = 0.15;
/// How much each weight is drawn to zero, a round.
const DECAY: f32 = 0.004;
/// How many weights are kept for each decision.
const KEPT: [usize; 4] = [40_000, 30_000, 15_000, 8_000];
/// What stands below the root from the beginning. It keeps the steps of rare features short, without which they are learned by heart: with
/// next to nothing instead, eight points of F1 are lost.
const FLOOR: f32 = 30.0;

/// Learns the weights of all decisions.
pub fn learn(lessons: Vec<Lesson>) -> Vec<(Decision, u32, f32)> {
    let mut words: Vec<Choice> = Vec::new();
    let mut choices: [Vec<Choice>; 3] = Default::default();
    for lesson in lessons {
        words.extend(lesson.words.into_iter().map(|(features, is)| Choice { options: vec![features], right: usize::from(is) }));
        for (all, some) in choices.iter_mut().zip(lesson.choices) {
            all.extend(some);
        }
    }
    let [contents, sources, extents] = choices;
    let mut learned = Vec::new();
    for (decision, lessons) in Decision::ALL.into_iter().zip([words, contents, sources, extents]) {
        learned.extend(Learner::new(decision, lessons).learn());
    }
    learned
}

/// Says how often weights choose right in lessons that they were not learned from.
pub fn examine(lessons: &[Lesson], weights: &Weights) {
    let (mut hits, mut said, mut all) = (0, 0, 0);
    for (features, is) in lessons.iter().flat_map(|lesson| &lesson.words) {
        let says = weights.score(Decision::Cue, features) > 0.0;
        hits += usize::from(says && *is);
        said += usize::from(says);
        all += usize::from(*is);
    }
    eprintln!("held out: {hits} cues right of {said} found and {all} marked");
    for (place, decision) in Decision::ALL.into_iter().skip(1).enumerate() {
        let choices = || lessons.iter().flat_map(|lesson| lesson.choices.get(place).into_iter().flatten());
        let right = choices().filter(|choice| {
            let scores: Vec<f32> = choice.options.iter().map(|option| weights.score(decision, option)).collect();
            let best = scores.iter().copied().fold(f32::MIN, f32::max);
            scores.iter().position(|score| *score == best) == Some(choice.right)
        });
        eprintln!("held out: {decision:?}, {} right of {}", right.count(), choices().count());
    }
}

struct Learner {
    decision: Decision,
    lessons: Vec<Choice>,
    /// For each dense number the hash that it stands for.
    hashes: Vec<u32>,
    weights: Vec<f32>,
    squares: Vec<f32>,
}

impl Learner {
    /// Counts the features and gives numbers to those that occur often enough; the others are dropped from the lessons.
    fn new(decision: Decision, mut lessons: Vec<Choice>) -> Self {
        let mut counts = vec![0u32; 1 << BITS];
        for feature in lessons.iter().flat_map(|lesson| lesson.options.iter().flatten()) {
            counts[*feature as usize] += 1;
        }
        let mut hashes = Vec::new();
        for (hash, count) in counts.iter_mut().enumerate() {
            if *count >= LEAST[decision as usize] && hash > 0 {
                hashes.push(hash as u32);
                *count = hashes.len() as u32;
            } else {
                *count = 0;
            }
        }
        for option in lessons.iter_mut().flat_map(|lesson| lesson.options.iter_mut()) {
            option.retain_mut(|feature| {
                *feature = counts[*feature as usize];
                *feature > 0
            });
            option.iter_mut().for_each(|feature| *feature -= 1);
        }
        Self { decision, weights: vec![0.0; hashes.len()], squares: vec![FLOOR; hashes.len()], hashes, lessons }
    }

    fn learn(mut self) -> Vec<(Decision, u32, f32)> {
        let known = self.hashes.len();
        let mut order: Vec<usize> = (0..self.lessons.len()).collect();
        let mut random = Random(0x2545_f491_4f6c_dd1d);
        self.rounds(ROUNDS[0], &mut order, &mut random);
        self.prune(KEPT[self.decision as usize]);
        self.rounds(ROUNDS[1], &mut order, &mut random);
        let right = self.lessons.iter().filter(|lesson| self.is_right(lesson)).count();
        eprintln!("{:?}: {known} features, {} of {} lessons right", self.decision, right, self.lessons.len());
        self.hashes
            .iter()
            .zip(&self.weights)
            .filter(|(_, weight)| **weight != 0.0)
            .map(|(hash, weight)| (self.decision, *hash, *weight))
            .collect()
    }

    fn rounds(&mut self, rounds: usize, order: &mut [usize], random: &mut Random) {
        let lessons = std::mem::take(&mut self.lessons);
        let mut scores = Vec::new();
        let mut sums = vec![0.0; self.weights.len()];
        for _ in 0..rounds {
            for index in (1..order.len()).rev() {
                order.swap(index, random.below(index + 1));
            }
            for &index in order.iter() {
                let lesson = &lessons[index];
                match self.decision {
                    Decision::Cue => {
                        let is = lesson.right as f32;
                        let sure = 1.0 / (1.0 + (-self.score(&lesson.options[0])).exp());
                        self.step(&lesson.options[0], sure - is);
                    }
                    _ => self.choose(lesson, &mut scores),
                }
            }
            self.weights.iter_mut().for_each(|weight| *weight -= weight.clamp(-DECAY, DECAY));
            sums.iter_mut().zip(&self.weights).for_each(|(sum, weight)| *sum += weight);
        }
        // The mean over the rounds is steadier than where the last one ended.
        self.weights.iter_mut().zip(&sums).for_each(|(weight, sum)| *weight = sum / rounds as f32);
        self.lessons = lessons;
    }

    fn choose(&mut self, lesson: &Choice, scores: &mut Vec<f32>) {
        scores.clear();
        scores.extend(lesson.options.iter().map(|option| self.score(option)));
        let highest = scores.iter().copied().fold(f32::MIN, f32::max);
        scores.iter_mut().for_each(|score| *score = (*score - highest).exp());
        let sum: f32 = scores.iter().sum();
        for (index, option) in lesson.options.iter().enumerate() {
            let gradient = scores[index] / sum - f32::from(u8::from(index == lesson.right));
            if gradient.abs() > 1e-3 {
                self.step(option, gradient);
            }
        }
    }

    fn score(&self, option: &[u32]) -> f32 {
        option.iter().map(|feature| self.weights[*feature as usize]).sum()
    }

    fn step(&mut self, option: &[u32], gradient: f32) {
        if gradient.abs() < 1e-4 {
            return;
        }
        for &feature in option {
            let feature = feature as usize;
            self.squares[feature] += gradient * gradient;
            self.weights[feature] -= STEP * gradient / self.squares[feature].sqrt();
        }
    }

    /// Keeps the largest weights, and of the lessons only the features that have one.
    fn prune(&mut self, kept: usize) {
        let mut sizes: Vec<f32> = self.weights.iter().map(|weight| weight.abs()).collect();
        if sizes.len() <= kept {
            return;
        }
        sizes.sort_by(|a, b| b.total_cmp(a));
        let least = sizes[kept].max(f32::MIN_POSITIVE);
        let keep: Vec<bool> = self.weights.iter().map(|weight| weight.abs() > least).collect();
        for option in self.lessons.iter_mut().flat_map(|lesson| lesson.options.iter_mut()) {
            option.retain(|feature| keep[*feature as usize]);
        }
        self.weights.iter_mut().zip(&keep).filter(|(_, keep)| !**keep).for_each(|(weight, _)| *weight = 0.0);
    }

    fn is_right(&self, lesson: &Choice) -> bool {
        if self.decision == Decision::Cue {
            return (self.score(&lesson.options[0]) > 0.0) == (lesson.right == 1);
        }
        let best = (0..lesson.options.len()).max_by(|a, b| self.score(&lesson.options[*a]).total_cmp(&self.score(&lesson.options[*b])));
        best == Some(lesson.right)
    }
}

/// Numbers that look like chance and are the same each time: xorshift64* (Vigna, 2016).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        number as usize % limit
    }
}
