//! `model normalise`: the words of a treebank in the form that they are looked up by.

use std::io::{self, BufRead, Write};

use rapporteur::syntax::feature::normalise;

use super::conllu;

/// Writes one sentence a line, its normalised words parted by spaces; a space inside a word becomes `_`.
pub fn run(input: &mut impl BufRead, output: &mut impl Write) -> io::Result<()> {
    let mut normal = String::new();
    conllu::each(input, |sentence| {
        for (index, form) in sentence.forms.iter().enumerate() {
            normalise(form, &mut normal);
            write!(output, "{}{}", if index > 0 { " " } else { "" }, normal.replace(' ', "_"))?;
        }
        writeln!(output)
    })
}
