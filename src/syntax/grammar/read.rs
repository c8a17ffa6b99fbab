//! Reads the grammar of a sentence.

use wide::f32x4;

use super::{
    arc::Scores,
    encoder::{self, Encoded, encode, enter},
    relation, segment, tree,
    word::Words,
};
use crate::{
    syntax::{
        Grammar, Token,
        model::Model,
        role::{self, RoleModel, Roles},
        tag::Relation,
    },
    text::Span,
};

/// Room to compute in and words that were seen; made once, it serves any number of sentences of one model.
#[derive(Debug, Default)]
pub struct Workspace {
    words: Words,
    /// The entries of the stretch's words.
    entries: Vec<usize>,
    buffers: encoder::Buffers,
    encoded: Encoded,
    /// What [`Model::heads`] gives for each token.
    views: Vec<f32x4>,
    scores: Scores,
    tree: tree::Buffers,
    heads: Vec<usize>,
    relation: relation::Buffers,
    relations: Vec<Relation>,
    roles: role::Buffers,
}

impl Workspace {
    /// The states of the stretch that was read last.
    pub fn encoded(&self) -> &Encoded {
        &self.encoded
    }
}

/// Which part of a statement each token may be: how that is found, how the tokens of a text stand in quotations, and what was found so far.
pub struct Parts<'a> {
    /// What was learned of it.
    pub model: &'a RoleModel,
    /// For each token of the text its place in a quotation.
    pub quoted: &'a [role::Quoted],
    /// For each token the finding.
    pub found: &'a mut Vec<Roles>,
}

/// Gives the tokens of a sentence their grammar. `first` is the index of the first in the text, which heads are counted from; lemmas are
/// appended to `lemmas`.
pub fn read(
    model: &Model,
    text: &str,
    tokens: &mut [Token],
    first: usize,
    lemmas: &mut String,
    mut parts: Option<&mut Parts<'_>>,
    workspace: &mut Workspace,
) {
    // A sentence that is cut hangs together by the roots of its stretches.
    let mut root = None;
    let mut next = 0;
    while let Some(rest) = tokens.get_mut(next..).filter(|rest| !rest.is_empty()) {
        let length = segment::stretch(text, rest);
        let Some(stretch) = rest.get_mut(..length) else { return };
        workspace.read(model, text, stretch, next == 0);
        let place = workspace.write(model, stretch, first + next, root, lemmas);
        root = root.or(place);
        if let Some(parts) = parts.as_deref_mut() {
            let quoted = parts.quoted.get(first + next..).unwrap_or(&[]);
            let stretch = role::Stretch { tokens: stretch, first: first + next, lemmas, quoted, encoded: &workspace.encoded };
            parts.model.read(&stretch, &mut workspace.roles, parts.found);
        }
        next += length;
    }
}

impl Workspace {
    /// Finds tags, heads and relations of a stretch.
    #[inline(never)]
    fn read(&mut self, model: &Model, text: &str, tokens: &[Token], opens: bool) {
        enter(model, text, tokens, opens, &mut self.words, &mut self.entries);
        encode(model, &self.words, &self.entries, &mut self.buffers, &mut self.encoded);
        let (length, lanes) = (tokens.len(), model.heads.lanes());
        self.views.resize(length * lanes, f32x4::ZERO);
        model.heads.product(self.encoded.packed(), self.encoded.width / 8, length, &mut self.views);
        let layout = Layout::of(model);
        let views = &self.views;
        let view = |token: usize, (from, to): (usize, usize)| views.get(token * lanes + from..token * lanes + to).unwrap_or(&[]);
        self.scores.compute(&model.arc, length, |token| view(token, layout.arc_dependent), |token| view(token, layout.arc_head));
        tree::decode(&self.scores, &mut self.tree, &mut self.heads);
        relation::name(
            &model.relation,
            &self.heads,
            |token| view(token, layout.relation_dependent),
            |token| view(token, layout.relation_head),
            &mut self.relation,
            &mut self.relations,
        );
    }

    /// Writes what was found into the tokens and returns the place of the root, which hangs on `above` if there is such a token.
    #[inline(never)]
    fn write(&mut self, model: &Model, tokens: &mut [Token], first: usize, above: Option<usize>, lemmas: &mut String) -> Option<usize> {
        let lanes = model.heads.lanes();
        let mut root = None;
        for (index, token) in tokens.iter_mut().enumerate() {
            let scores = self.views.get(index * lanes..(index + 1) * lanes).unwrap_or(&[]);
            let scores: &[f32] = bytemuck::cast_slice(scores);
            let tag = tree::first_of_best(scores.get(..model.tags.len()).unwrap_or(&[]));
            let Some((xpos, upos)) = model.tags.get(tag).copied() else { continue };
            let start = lemmas.len();
            let entry = self.entries.get(index).copied().unwrap_or(usize::MAX);
            lemmas.push_str(self.words.lemma(entry, tag, model));
            let head = self.heads.get(index).and_then(|head| head.checked_sub(1)).map(|head| first + head);
            let mut relation = self.relations.get(index).copied().unwrap_or(Relation::Dep);
            if head.is_none() {
                root = Some(first + index);
                relation = if above.is_some() { Relation::Parataxis } else { Relation::Root };
            }
            token.grammar = Some(Grammar { upos, xpos, lemma: Span::new(start, lemmas.len()), head: head.or(above), relation });
        }
        root
    }
}

/// Where the outputs of [`Model::heads`] begin and end, in vectors of four.
struct Layout {
    arc_dependent: (usize, usize),
    arc_head: (usize, usize),
    relation_dependent: (usize, usize),
    relation_head: (usize, usize),
}

impl Layout {
    fn of(model: &Model) -> Self {
        let tags = model.tags.len().next_multiple_of(crate::syntax::model::GROUP) / 4;
        let (arc, relation) = (model.arc.lanes, model.relation.lanes);
        let ends = [tags, tags + arc, tags + 2 * arc, tags + 2 * arc + relation, tags + 2 * arc + 2 * relation];
        let [a, b, c, d, e] = ends;
        Self { arc_dependent: (a, b), arc_head: (b, c), relation_dependent: (c, d), relation_head: (d, e) }
    }
}

/// What the heads say of a stretch before anything is decided.
#[cfg(test)]
#[cfg(feature = "model")]
pub struct Found {
    /// Scores of tags.
    pub tags: Vec<Vec<f32>>,
    /// Scores of heads.
    pub heads: Vec<Vec<f32>>,
}

#[cfg(test)]
#[cfg(feature = "model")]
impl Workspace {
    /// Reads a stretch and gives the scores.
    pub fn scores_of(&mut self, model: &Model, text: &str, tokens: &[Token]) -> Found {
        self.read(model, text, tokens, true);
        let scores = self.views.chunks_exact(model.heads.lanes());
        let tags = scores.map(|scores| scores.iter().flat_map(|four| four.to_array()).take(model.tags.len()).collect());
        Found { tags: tags.collect(), heads: (0..tokens.len()).map(|token| self.scores.row(token).to_vec()).collect() }
    }
}
