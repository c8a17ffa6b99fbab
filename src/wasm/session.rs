//! Session files, before the page uses them.

use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use super::error;
use crate::correction::Session;

/// Holds a session file against its form, and the texts in it against their SHA-256: what passes can be taken as it is.
///
/// # Errors
/// An `Error` with the code `wrong_session`; its message names the file, the cause and the way out.
#[wasm_bindgen(js_name = checkSession)]
pub fn check_session(name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    Session::read(name, bytes).map(|_| ()).map_err(|cause| error::to_js(&cause))
}
