//! The language model as JavaScript holds it.

use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use super::error;
use crate::syntax::Model;

/// What was learned of English, read from `model/english.model` once and shared by any number of texts. It lives in the memory of the
/// module until `free()`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct LanguageModel {
    model: Model,
}

#[wasm_bindgen]
impl LanguageModel {
    /// Reads the bytes of a model file.
    ///
    /// # Errors
    /// An `Error` whose `code` is `not_a_model`, `version`, `damaged` or `malformed`.
    #[wasm_bindgen(js_name = fromBytes)]
    pub fn from_bytes(bytes: &[u8]) -> Result<LanguageModel, JsValue> {
        Model::from_bytes(bytes).map(|model| Self { model }).map_err(|cause| error::of_model(&cause))
    }
}

impl LanguageModel {
    /// The model itself.
    pub fn model(&self) -> &Model {
        &self.model
    }
}
