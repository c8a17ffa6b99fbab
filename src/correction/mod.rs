//! Findings and a reader's corrections in; out come the findings as the reader has them, and which corrections met nothing.

mod actors;
mod apply;
mod session;
mod statements;

pub use apply::{Editor, Met};
pub use session::{Session, SessionText};
