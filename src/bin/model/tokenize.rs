//! `model tokenize`: the sentences of raw text as the program cuts them, to learn from what nobody has annotated.

use std::io::{self, BufRead, Write};

use rapporteur::{Options, ingest, syntax};

/// Reads one text a line; writes one sentence a line, its tokens parted by spaces.
pub fn run(input: &mut impl BufRead, output: &mut impl Write) -> io::Result<()> {
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        // A line that is no text (control characters, say) teaches nothing.
        let Ok(document) = ingest::ingest("line.txt", line.as_bytes(), &Options::default()) else {
            line.clear();
            continue;
        };
        let found = syntax::parse(&document);
        for sentence in &found.sentences {
            for (index, token) in found.tokens_of(sentence).iter().enumerate() {
                write!(output, "{}{}", if index > 0 { " " } else { "" }, token.span.of(document.text()))?;
            }
            writeln!(output)?;
        }
        line.clear();
    }
    Ok(())
}
