//! JSON, the same bytes on every machine.

use serde::Serialize;

/// One line of JSON, without the line end.
pub fn line<T: Serialize>(record: &T) -> String {
    // Serialising plain records of strings and numbers has no way to fail; an empty object would show if it ever did.
    serde_json::to_string(record).unwrap_or_else(|_| "{}".to_owned())
}

/// The same over several lines, for people.
pub fn pretty<T: Serialize>(record: &T) -> String {
    serde_json::to_string_pretty(record).unwrap_or_else(|_| "{}".to_owned())
}
