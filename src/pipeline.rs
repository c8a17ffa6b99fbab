//! The phases in their order.

use crate::{
    Error, Options,
    actor::{self, words::Words},
    audit::{self, Given},
    brief,
    correction::Editor,
    ingest::{self, Document},
    position, report,
    statement::{self, Weights},
    structure,
    syntax::{self, Model, RoleModel, Syntax, Workspace},
    time,
};

/// Reads one file and reports on it. The same bytes and options give the same report on every machine.
///
/// # Errors
/// Only for what cannot be read at all: over the limit, or not a text. See [`Error::code`].
pub fn read(name: &str, bytes: &[u8], options: &Options) -> Result<report::Report, Error> {
    read_with(name, bytes, options, Model::embedded())
}

/// The same as [`read`], with a language model that the caller has, or with none: then the report has no grammar.
///
/// # Errors
/// As [`read`].
pub fn read_with(name: &str, bytes: &[u8], options: &Options, model: Option<&Model>) -> Result<report::Report, Error> {
    read_by(name, bytes, options, Learned { grammar: model, roles: RoleModel::embedded(), statements: Weights::embedded() })
}

/// What was learned from texts; each part may be missing, and the rules go without it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Learned<'a> {
    /// The language model: tags, lemmas, dependencies.
    pub grammar: Option<&'a Model>,
    /// Which part of a statement a token may be; of no use without the language model that it was learned on.
    pub roles: Option<&'a RoleModel>,
    /// The weights that choose statements; of no use without the others.
    pub statements: Option<&'a Weights>,
}

/// The same as [`read`], with what was learned as the caller has it.
///
/// # Errors
/// As [`read`].
pub fn read_by(name: &str, bytes: &[u8], options: &Options, learned: Learned<'_>) -> Result<report::Report, Error> {
    let document = ingest::ingest(name, bytes, options)?;
    let syntax = match (learned.grammar, learned.roles) {
        (Some(model), Some(roles)) => syntax::parse_with_roles(&document, model, roles, &mut Workspace::default()),
        (model, _) => syntax::parse_with(&document, model, &mut Workspace::default()),
    };
    let words = Words::of(document.text(), &syntax);
    let mut actors = actor::find_with(&document, &syntax, &words);
    let anchor = options.date.or(document.metadata.date.as_ref().map(|(date, _)| *date)).or(options.default_date);
    let mut times = time::find(&document, &syntax, anchor);
    // What a reader says is otherwise is put right where it was found, so that what is made of it is right as well.
    let mut editor = Editor::new(&document.source, &options.corrections);
    editor.times(&mut times);
    let weights = learned.statements.filter(|_| !syntax.roles.is_empty());
    let mut statements = statement::find_with(&document, &syntax, &actors, weights, &words);
    if !options.nested {
        statements.retain(|statement| statement.parent.is_none());
    }
    editor.statements(&mut actors, &mut statements);
    let positions = position::find_edited(&document, &syntax, &actors, &times, &statements, &mut editor);
    let hedges = statement::hedges(document.text(), &syntax, &statements);
    let declared = structure::declared(&document);
    let given =
        Given { document: &document, syntax: &syntax, actors: &actors, times: &times, statements: &statements, declared: &declared };
    let mut audit = audit::audit(&given);
    editor.audit(&mut audit);
    let given =
        brief::Given { document: &document, syntax: &syntax, times: &times, statements: &statements, positions: &positions, anchor };
    let brief = brief::find(&given);
    let met = editor.finish();
    let findings = report::Findings {
        document: &document,
        syntax: &syntax,
        actors: &actors,
        times: &times,
        statements: &statements,
        positions: &positions,
        hedges: &hedges,
        declared: &declared,
        audit: &audit,
        brief: &brief,
        met: &met,
    };
    Ok(report::build(&findings, options))
}

/// Reads the grammar of one file and nothing beyond it: its text, and the sentences and tokens of [`read_with`], which without a model have no
/// grammar. Spans are bytes of the text. The document has no SHA-256, which would cost as much as cutting the text into tokens.
///
/// # Errors
/// As [`read`].
pub fn parse(name: &str, bytes: &[u8], options: &Options, model: Option<&Model>) -> Result<(Document, Syntax), Error> {
    let document = ingest::take_in(name, bytes, options)?;
    let syntax = syntax::parse_with(&document, model, &mut Workspace::default());
    Ok((document, syntax))
}
