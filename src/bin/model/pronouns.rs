//! `model pronouns`: whom the pronouns of texts may mean, with what speaks for and against each.

use std::{
    fs,
    io::{self, BufRead, Write},
};

use rapporteur::{
    Options,
    actor::{
        self,
        pronoun::{VARIABLES, Whose},
    },
    syntax::Model,
};
use serde_json::{Value, json};

/// Reads JSON lines with the field `text`; writes first the variables with their values, then a line a text. Spans are bytes.
pub fn run(model: &str, input: &mut impl BufRead, output: &mut impl Write) -> io::Result<()> {
    let model = Model::from_bytes(&fs::read(model)?).map_err(io::Error::other)?;
    writeln!(output, "{}", json!(VARIABLES))?;
    for line in input.lines() {
        let row: Value = serde_json::from_str(&line?)?;
        let text = row.get("text").and_then(Value::as_str).unwrap_or("");
        let parsed = rapporteur::parse("text.txt", text.as_bytes(), &Options::default(), Some(&model));
        let (document, syntax) = parsed.map_err(|error| io::Error::other(error.to_string()))?;
        let mut pronouns = Vec::new();
        let actors = actor::find_and_show(&document, &syntax, &mut |shown| {
            let candidates: Vec<Value> = shown
                .candidates
                .iter()
                .map(|candidate| match candidate.whose {
                    Whose::Actor(actor) => json!([actor, candidate.values]),
                    Whose::Noun(_) => json!([null, candidate.values]),
                })
                .collect();
            pronouns.push(json!({ "span": [shown.span.start, shown.span.end], "candidates": candidates }));
        });
        let mentions: Vec<Value> = actors.mentions.iter().map(|m| json!([m.span.start, m.span.end, m.actor, m.rule])).collect();
        writeln!(output, "{}", json!({ "mentions": mentions, "pronouns": pronouns }))?;
    }
    Ok(())
}
