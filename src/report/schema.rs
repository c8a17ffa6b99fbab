//! The JSON Schema of the program's lines of output.

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::{Failure, record::Report};

/// The JSON Schema of a line of output: a report, or the record that stands for a file without one.
pub fn schema() -> Schema {
    let mut generator = SchemaGenerator::default();
    let lines = [Report::json_schema(&mut generator), Failure::json_schema(&mut generator)];
    let mut schema = schemars::json_schema!({ "title": "Line of output", "oneOf": lines });
    if let Some(dialect) = &generator.settings().meta_schema {
        schema.insert("$schema".to_owned(), dialect.as_ref().into());
    }
    schema.insert("$defs".to_owned(), generator.take_definitions(true).into());
    schema
}
