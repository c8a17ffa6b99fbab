//! Sentences in; out come expressions of time with TIMEX3 values.
//!
//! The phases are the files: [`piece`] cuts a sentence up, [`grammar`] finds what its words mean, [`tense`] looks which way the clause
//! points, [`resolve`] counts from the document's date or from the date named last, [`place`] writes the value. The words themselves
//! are in `data/time`, read by [`vocabulary`].

mod amount;
mod expression;
mod find;
mod grammar;
mod meaning;
mod piece;
mod place;
mod resolve;
mod tense;
mod vocabulary;

pub use expression::{TimeExpression, TimeKind};
pub use find::find;
