//! Options as JavaScript passes them.

use serde::Deserialize;
use wasm_bindgen::JsValue;

use super::error;
use crate::{
    Error, Options,
    options::{Correction, Corrections},
    text::OffsetUnit,
};

/// What a caller may set; what is left out has the library's own default, except that offsets count UTF-16 units.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Given {
    offsets: Option<String>,
    date: Option<String>,
    default_date: Option<String>,
    corrections: Vec<Correction>,
    text: bool,
    tokens: bool,
    nested: Option<bool>,
    limit: Option<usize>,
}

/// Reads an object of options; `undefined` and `null` stand for none.
///
/// # Errors
/// An `Error` with the code `wrong_option`.
pub fn from_js(value: JsValue) -> Result<Options, JsValue> {
    let given = if value.is_null() || value.is_undefined() {
        Given::default()
    } else {
        serde_wasm_bindgen::from_value(value).map_err(|cause| error::wrong_options(&cause))?
    };
    let defaults = Options::default();
    let unit = given.offsets.as_deref().unwrap_or("utf16");
    let offsets =
        OffsetUnit::from_name(unit).ok_or_else(|| error::to_js(&Error::wrong_option("offsets", unit, "one of chars, utf16 and bytes")))?;
    let day = |given: Option<&str>| given.map(Options::parse_date).transpose().map_err(|cause| error::to_js(&cause));
    let (date, default_date) = (day(given.date.as_deref())?, day(given.default_date.as_deref())?);
    // The page counts as JavaScript does, whatever a report is to count.
    let corrections = Corrections { unit: OffsetUnit::Utf16, list: given.corrections };
    let (nested, limit) = (given.nested.unwrap_or(defaults.nested), given.limit.unwrap_or(defaults.limit));
    Ok(Options { offsets, date, default_date, corrections, text: given.text, tokens: given.tokens, nested, limit })
}
