//! What the training of the model asks of the program that will use it: `model tokenize`, `model normalise`, `model features`,
//! `model parse`, `model pronouns`, `model roles`, `model attribution`.

mod attribution;
mod conllu;
mod features;
mod normalise;
mod parse;
mod pronouns;
mod roles;
mod tokenize;

use std::{
    env,
    io::{self, BufRead, BufWriter, Write},
    process::ExitCode,
};

const USAGE: &str = "usage: model COMMAND < input > output

  tokenize         raw text, one text a line -> its sentences, one a line, the tokens parted by spaces
  normalise        CoNLL-U, or token lines -> the same sentences, one a line, their tokens normalised
  features VOCAB   CoNLL-U, or token lines -> feature rows, as described in model/README.md
  names            how many numbers a state has, the tags and the relations, in the order of their numbers
  roles DIR        texts with marked statements (brat) -> their tokens, as model/README.md describes
  attribution ROLES APART DIR [HELD-OUT]
                   the same texts -> the weights that choose statements
  report ROLES WEIGHTS FILE...
                   the reports of texts, one a line, with these roles and weights
  parse MODEL      CoNLL-U, or token lines -> CoNLL-U with the tags, lemmas, heads and relations of the model
  pronouns MODEL   JSON lines {\"text\": ...} -> JSON lines with its mentions, and its pronouns with those whom they may mean";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut input = io::stdin().lock();
    let mut output = BufWriter::new(io::stdout().lock());
    match run(&arguments, &mut input, &mut output).and_then(|()| output.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("model: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str], input: &mut impl BufRead, output: &mut impl Write) -> io::Result<()> {
    match arguments {
        ["names"] => roles::names(output),
        ["roles", folder] => roles::run(folder, output),
        ["tokenize"] => tokenize::run(input, output),
        ["normalise"] => normalise::run(input, output),
        ["features", vocabulary] => features::run(vocabulary, input, output),
        ["parse", model] => parse::run(model, input, output),
        ["attribution", roles, apart, folder] => attribution::run(roles, apart, folder, None, output),
        ["attribution", roles, apart, folder, held_out] => attribution::run(roles, apart, folder, Some(held_out), output),
        ["report", roles, weights, files @ ..] => attribution::report(roles, weights, files, output),
        ["pronouns", model] => pronouns::run(model, input, output),
        _ => Err(io::Error::other(USAGE)),
    }
}
