//! What is known beforehand: a word or a text goes in, what the data files in `data/lexicon` say about it comes out.

mod expand;
mod fold;
mod form;
mod furniture;
mod inflect;
mod label;
mod phrase;
mod record;
mod store;

#[cfg(test)]
mod compile;
#[cfg(test)]
mod tests;

pub(crate) use fold::is_word;
pub use label::{
    Channel, Frame, Frames, FurnitureCategory, FurniturePlace, Gender, Grade, Inflection, MarkerClass, NameKind, OrganisationKind,
    RoleClass, Strength, VerbKind,
};
pub use phrase::{Match, PhraseTable};
pub use record::{Body, FirstName, Furniture, Marker, Name, Noun, Organisation, Role, SourceHead, SourcePattern, State, Verb};
pub use store::{Begins, Hit, Lexicon, NounReading, VerbReading};
