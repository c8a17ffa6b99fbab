//! The words of `data/position/course.csv`, in one table so that a text is walked once a question.

use std::sync::LazyLock;

use super::Order;
use crate::position::{
    scene::Scene,
    vocabulary::{Phrases, rows},
};

/// What a word says about the course of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CourseWord {
    /// What comes before or after, goes on, or happens again.
    Sequence(Order),
    /// A period with a name: its years.
    Period(&'static str),
    /// No date is known.
    Undated,
    /// In a heading: what is under it is background.
    Background,
    /// Before a colon: what follows is news.
    Update,
    /// Of an event: it is to come (1), over (-1) or going on (0).
    Stage(i8),
    /// Of a position: how it changed.
    Shift(&'static str),
}

static WORDS: LazyLock<Phrases<CourseWord>> = LazyLock::new(|| {
    Phrases::new(rows(include_str!("../../../data/position/course.csv")).filter_map(|([class, value], phrase)| {
        let word = match class {
            "sequence" => CourseWord::Sequence(Order::from_name(value)?),
            "period" => CourseWord::Period(value),
            "undated" => CourseWord::Undated,
            "background" => CourseWord::Background,
            "update" => CourseWord::Update,
            "stage" => CourseWord::Stage(match value {
                "coming" => 1,
                "past" => -1,
                _ => 0,
            }),
            "shift" => CourseWord::Shift(value),
            _ => return None,
        };
        Some((phrase, word))
    }))
});

/// What begins at a token and ends before another: how many tokens it has, and what it says.
pub fn words(scene: &Scene<'_>, index: usize, end: usize) -> Option<(usize, CourseWord)> {
    WORDS.at(scene, index, end)
}
