//! `model parse`: the grammar of sentences that are already cut into words.

use std::{
    fs,
    io::{self, BufRead, Write},
};

use rapporteur::{
    syntax::{Model, Sentence, Syntax, Token, TokenKind, Workspace, read_grammar},
    text::Span,
};

use super::conllu;

/// Reads CoNLL-U or token lines; writes CoNLL-U.
pub fn run(model: &str, input: &mut impl BufRead, output: &mut impl Write) -> io::Result<()> {
    let model = Model::from_bytes(&fs::read(model)?).map_err(io::Error::other)?;
    let mut workspace = Workspace::default();
    conllu::each(input, |sentence| {
        for comment in &sentence.comments {
            writeln!(output, "{comment}")?;
        }
        let (text, mut syntax) = syntax(&sentence.forms);
        read_grammar(&text, &mut syntax, &model, &mut workspace);
        for (index, token) in syntax.tokens.iter().enumerate() {
            let Some(grammar) = token.grammar else { continue };
            let (form, lemma) = (token.span.of(&text), syntax.lemma(token).unwrap_or("_"));
            let (upos, xpos, relation) = (grammar.upos.name(), grammar.xpos.name(), grammar.relation.name());
            let head = grammar.head.map_or(0, |head| head + 1);
            writeln!(output, "{}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{relation}\t_\t_", index + 1)?;
        }
        writeln!(output)
    })
}

/// The words of one sentence, parted by spaces.
fn syntax(forms: &[String]) -> (String, Syntax) {
    let mut text = String::new();
    let mut syntax = Syntax::default();
    for form in forms {
        let start = text.len();
        text.push_str(form);
        syntax.tokens.push(Token::new(Span::new(start, text.len()), TokenKind::Word));
        text.push(' ');
    }
    syntax.sentences.push(Sentence { span: Span::new(0, text.len()), block: 0, tokens: 0..syntax.tokens.len() });
    (text, syntax)
}
