//! Errors as JavaScript knows them.

use js_sys::{Error as JsError, Reflect};
use wasm_bindgen::JsValue;

use crate::{statement::choose::NoWeights, syntax::ModelError};

/// An `Error` with the message, and the word for programs as its `code`.
pub fn to_js(error: &crate::Error) -> JsValue {
    with_code(error.code(), &error.to_string())
}

/// The same for a language model that could not be read.
pub fn of_model(error: &ModelError) -> JsValue {
    with_code(error.code(), &error.to_string())
}

/// The same for weights that could not be read.
pub fn of_weights(error: &NoWeights) -> JsValue {
    with_code("not_a_model", &error.to_string())
}

/// The error of a caller that passed something else than an object of options.
pub fn wrong_options(cause: &serde_wasm_bindgen::Error) -> JsValue {
    with_code("wrong_option", &cause.to_string())
}

fn with_code(code: &str, message: &str) -> JsValue {
    let error = JsError::new(message);
    // Setting a property of an object that was just made cannot be refused.
    let _ = Reflect::set(&error, &JsValue::from_str("code"), &JsValue::from_str(code));
    error.into()
}
