//! The bytes of a model file in; out comes the model, checked, with its tables unpacked for use. `model/FORMAT.md` says what the bytes are.

mod container;
mod error;
mod load;
mod matrix;
mod table;

pub(in crate::syntax) use container::Container;
pub use error::ModelError;
pub use load::Model;
pub(in crate::syntax) use load::{ArcWeights, LayerWeights, RelationWeights};
pub(in crate::syntax) use matrix::{GROUP, Matrix, pack, pack_halves, unpack_halves};
pub(in crate::syntax) use table::Table;
