//! Blocks in; out come sentences and tokens with exact spans.

mod character;
mod knowledge;
mod parse;
mod record;
mod sentence;
mod token;

pub use parse::parse;
pub use record::{Sentence, Syntax, Token, TokenKind};
