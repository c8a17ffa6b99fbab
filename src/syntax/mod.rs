//! Blocks in; out come sentences and tokens with exact spans.

mod character;
pub mod feature;
mod knowledge;
mod parse;
mod record;
mod sentence;
mod token;
mod vocabulary;

pub use parse::parse;
pub use record::{Sentence, Syntax, Token, TokenKind};
pub use vocabulary::Vocabulary;
