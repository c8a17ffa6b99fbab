//! `model features`: what the model sees of every word, as rows that numpy reads.

use std::{
    fs,
    io::{self, BufRead, Write},
};

use rapporteur::syntax::{
    Vocabulary,
    feature::{AFFIXES, affixes, normalise, shape},
};
use serde::Deserialize;

use super::conllu;

/// The file that says which words are known, and how large the tables of affixes are.
#[derive(Debug, Deserialize)]
struct File {
    /// Words with an embedding of their own; row 0 is padding, 1 any other word, 2 the first of these.
    words: Vec<String>,
    /// Words with a pretrained vector; row 0 is any other word, 1 the first of these.
    vectors: Vec<String>,
    /// Rows of the tables of affixes: endings of 2, 3, 4 characters, beginnings of 2, 3.
    affixes: [u32; AFFIXES],
}

/// Writes, for each sentence, its number of words, then for each word: word, vector, five affixes, shape; all as little-endian u32.
pub fn run(vocabulary: &str, input: &mut impl BufRead, output: &mut impl Write) -> io::Result<()> {
    let file: File = serde_json::from_slice(&fs::read(vocabulary)?)?;
    let words = Vocabulary::new(file.words.iter().map(String::as_str));
    let vectors = Vocabulary::new(file.vectors.iter().map(String::as_str));
    let mut normal = String::new();
    conllu::each(input, |sentence| {
        write(output, sentence.forms.len())?;
        for (index, form) in sentence.forms.iter().enumerate() {
            normalise(form, &mut normal);
            write(output, words.find(&normal).map_or(1, |number| number + 2))?;
            write(output, vectors.find(&normal).map_or(0, |number| number + 1))?;
            for row in affixes(&normal, &file.affixes) {
                write(output, row as usize)?;
            }
            write(output, shape(form, index == 0) as usize)?;
        }
        Ok(())
    })
}

fn write(output: &mut impl Write, value: usize) -> io::Result<()> {
    output.write_all(&u32::try_from(value).unwrap_or(u32::MAX).to_le_bytes())
}
