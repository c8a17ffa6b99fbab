//! What the behaviour suites share: reading their Markdown, and printing a report as lines that a person can check.

pub mod audit;
pub mod brief;
pub mod course;
pub mod render;
pub mod suite;
