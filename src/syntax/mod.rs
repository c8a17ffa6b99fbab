//! Blocks in; out come sentences and tokens with exact spans and, where there is a model, tags, lemmas and dependencies.

mod character;
pub mod feature;
mod grammar;
mod knowledge;
mod lemma;
mod model;
mod parse;
pub mod quotation;
mod record;
mod role;
mod sentence;
mod tag;
mod token;
mod vocabulary;

pub(crate) use character::is_quote;
pub use grammar::{Encoded, Workspace};
pub use model::{Model, ModelError};
#[cfg(feature = "train")]
pub use parse::parse_with_states;
pub use parse::{parse, parse_with, parse_with_roles, read_grammar};
pub use record::{Grammar, Sentence, Syntax, Token, TokenKind};
pub use role::{Role, RoleModel, Roles, quoted};
pub use tag::{Relation, Upos, Xpos};
pub use vocabulary::Vocabulary;
