//! Blocks in; out come sentences and tokens with exact spans and, where there is a model, tags, lemmas and dependencies.

mod character;
pub mod feature;
mod grammar;
mod knowledge;
mod lemma;
mod model;
mod parse;
mod record;
mod sentence;
mod tag;
mod token;
mod vocabulary;

pub use grammar::{Encoded, Workspace};
pub use model::{Model, ModelError};
pub use parse::{parse, parse_with, read_grammar};
pub use record::{Grammar, Sentence, Syntax, Token, TokenKind};
pub use tag::{Relation, Upos, Xpos};
pub use vocabulary::Vocabulary;
