//! `model tokenize`: the sentences of raw text as the program cuts them, for learning word vectors.

use std::io::{self, BufRead, Write};

use rapporteur::{Options, ingest, syntax};

/// Reads one text a line; writes one sentence a line, its normalised tokens parted by spaces.
pub fn run(input: &mut impl BufRead, output: &mut impl Write) -> io::Result<()> {
    let (mut line, mut normal) = (String::new(), String::new());
    while input.read_line(&mut line)? > 0 {
        let document = ingest::ingest("line.txt", line.as_bytes(), &Options::default()).map_err(io::Error::other)?;
        let found = syntax::parse(&document);
        for sentence in &found.sentences {
            for (index, token) in found.tokens_of(sentence).iter().enumerate() {
                syntax::feature::normalise(token.span.of(document.text()), &mut normal);
                write!(output, "{}{normal}", if index > 0 { " " } else { "" })?;
            }
            writeln!(output)?;
        }
        line.clear();
    }
    Ok(())
}
