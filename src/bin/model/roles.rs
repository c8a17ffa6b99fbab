//! `model roles`: the tokens of texts in which people marked statements, with their states and the part of a statement that each is.

use std::{
    io::{self, Write},
    path::Path,
};

use rapporteur::{
    Options, actor, ingest,
    statement::candidate::View,
    syntax::{self, Model, Relation, Workspace, Xpos, quoted},
};

use super::attribution::brat;

/// How many numbers stand before the state of a token.
const COLUMNS: usize = 11;

/// Writes what the numbers in the columns stand for: how many numbers a state has, the tags, the relations.
pub fn names(output: &mut impl Write) -> io::Result<()> {
    let model = Model::embedded().ok_or_else(|| io::Error::other("no language model is built in"))?;
    let tags: Vec<&str> = Xpos::ALL.iter().map(|tag| tag.name()).collect();
    let relations: Vec<&str> = Relation::ALL.iter().map(|relation| relation.name()).collect();
    writeln!(output, "{}\n{}\n{}", model.width(), tags.join(" "), relations.join(" "))
}

/// Reads the texts of a folder. Out come for each token little-endian u32: text, sentence, hash of the lemma, tag, relation, place of its head in the
/// sentence (its own for a root), place in a quotation, part of a source, a cue, a content (0 outside, 1 begins, 2 goes on), whether it heads a
/// cue; then its state, f32.
pub fn run(folder: &str, output: &mut impl Write) -> io::Result<()> {
    let model = Model::embedded().ok_or_else(|| io::Error::other("no language model is built in"))?;
    for (number, annotated) in brat::read(Path::new(folder))?.into_iter().enumerate() {
        let Ok(document) = ingest::ingest("text.txt", annotated.text.as_bytes(), &Options::default()) else { continue };
        if document.text() != annotated.text {
            continue;
        }
        let (syntax, states) = syntax::parse_with_states(&document, model, &mut Workspace::default());
        let quoted = quoted(&syntax.tokens, &syntax.quotations);
        let view = View::new(document.text(), &syntax, &actor::find(&document, &syntax));
        let mut parts = vec![[0u32; 4]; view.len()];
        for marked in &annotated.statements {
            for (part, spans) in marked.iter().enumerate() {
                for span in spans {
                    for (at, index) in view.tokens(*span).enumerate() {
                        if let Some(place) = parts.get_mut(index).and_then(|parts| parts.get_mut(part)).filter(|place| **place != 1) {
                            *place = if at == 0 { 1 } else { 2 };
                        }
                    }
                }
            }
            let [_, cue, _] = marked;
            let head = cue.iter().find_map(|span| view.top(view.trimmed(view.tokens(*span))));
            if let Some([.., heads]) = head.and_then(|head| parts.get_mut(head)) {
                *heads = 1;
            }
        }
        let width = states.len() / view.len().max(1);
        for ((index, parts), state) in parts.iter().enumerate().zip(states.chunks_exact(width.max(1))) {
            let sentence = view.around(index);
            let head = view.head(index).filter(|head| sentence.contains(head)).unwrap_or(index) - sentence.start;
            let place = quoted.get(index).map_or(0, |quoted| *quoted as u32);
            let [source, cue, content, heads] = *parts;
            let row: [u32; COLUMNS] = [
                number as u32,
                view.sentence_index(index) as u32,
                view.lemma(index),
                view.tag(index),
                view.label(index),
                head as u32,
                place,
                source,
                cue,
                content,
                heads,
            ];
            for bytes in row.iter().map(|value| value.to_le_bytes()).chain(state.iter().map(|value| value.to_le_bytes())) {
                output.write_all(&bytes)?;
            }
        }
    }
    Ok(())
}
