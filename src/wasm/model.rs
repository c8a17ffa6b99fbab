//! The language model as JavaScript holds it.

use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use super::error;
use crate::{
    Learned,
    statement::Weights,
    syntax::{Model, RoleModel},
};

/// What was learned of English, read from `model/english.model` once and shared by any number of texts. It lives in the memory of the
/// module until `free()`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct LanguageModel {
    model: Model,
    roles: Option<RoleModel>,
    statements: Option<Weights>,
}

#[wasm_bindgen]
impl LanguageModel {
    /// Reads the bytes of a model file.
    ///
    /// # Errors
    /// An `Error` whose `code` is `not_a_model`, `version`, `damaged` or `malformed`.
    #[wasm_bindgen(js_name = fromBytes)]
    pub fn from_bytes(bytes: &[u8]) -> Result<LanguageModel, JsValue> {
        Model::from_bytes(bytes).map(|model| Self { model, roles: None, statements: None }).map_err(|cause| error::of_model(&cause))
    }

    /// Takes in the bytes of `model/roles.model`: which part of a statement a word may be.
    ///
    /// # Errors
    /// An `Error` whose `code` is `not_a_model`, `version`, `damaged` or `malformed`.
    #[wasm_bindgen(js_name = addRoles)]
    pub fn add_roles(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        self.roles = Some(RoleModel::from_bytes(bytes).map_err(|cause| error::of_model(&cause))?);
        Ok(())
    }

    /// Takes in the bytes of `model/attribution.weights`, by which statements are then chosen; without them, or without the roles, the rules
    /// decide alone.
    ///
    /// # Errors
    /// An `Error` whose `code` is `not_a_model`.
    #[wasm_bindgen(js_name = addStatements)]
    pub fn add_statements(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        self.statements = Some(Weights::from_bytes(bytes).map_err(|cause| error::of_weights(&cause))?);
        Ok(())
    }
}

impl LanguageModel {
    /// The model itself.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// What was learned, to read with.
    pub fn learned(&self) -> Learned<'_> {
        Learned { grammar: Some(&self.model), roles: self.roles.as_ref(), statements: self.statements.as_ref() }
    }
}
