//! The model: everything that was learned, laid out for use.

use std::fmt;

use wide::{f32x4, i16x8};

use super::{GROUP, Matrix, ModelError, Table, container::Container, pack};
use crate::syntax::{
    Vocabulary,
    feature::AFFIXES,
    grammar::LONGEST,
    lemma::LemmaRules,
    tag::{Relation, Upos, Xpos, parse_tag},
};

/// What was learned of English. Reading it from bytes takes a few milliseconds; it can be shared by all texts.
#[derive(Clone)]
pub struct Model {
    pub(in crate::syntax) width: usize,
    pub(in crate::syntax) words: Vocabulary,
    /// Row 0 is for words that are not in the vocabulary.
    pub(in crate::syntax) word_table: Table,
    pub(in crate::syntax) affix_tables: [Table; AFFIXES],
    pub(in crate::syntax) affix_sizes: [u32; AFFIXES],
    pub(in crate::syntax) shape_table: Table,
    /// The first layer: for the word before, the word itself and the word behind, what a token is by itself, its gates, and what is seen.
    pub(in crate::syntax) first: Matrix,
    /// A third of a row of `first`, empty: what is before the first word and behind the last.
    pub(in crate::syntax) nothing: Vec<i16x8>,
    /// The layers above.
    pub(in crate::syntax) layers: Vec<LayerWeights>,
    pub(in crate::syntax) tags: Vec<(Xpos, Upos)>,
    /// Tag, the two views for arcs and the two for relations, side by side.
    pub(in crate::syntax) heads: Matrix,
    pub(in crate::syntax) arc: ArcWeights,
    pub(in crate::syntax) relation: RelationWeights,
    pub(in crate::syntax) lemmas: LemmaRules,
}

/// A layer of the encoder above the first.
#[derive(Debug, Clone)]
pub(in crate::syntax) struct LayerWeights {
    pub convolution: Matrix,
    pub gate: Matrix,
}

/// What heads are found with.
#[derive(Debug, Clone)]
pub(in crate::syntax) struct ArcWeights {
    /// Vectors of four in a view of a token; the last two numbers of a dependent's weigh direction and distance.
    pub lanes: usize,
    /// The root's view as a head.
    pub root: Vec<f32x4>,
    /// What is added for the root.
    pub root_bias: f32,
    /// For each difference of head and dependent, from -[`LONGEST`] on: what is added, its direction, and the logarithm of the distance.
    pub distance: Vec<f32>,
    pub direction: Vec<f32>,
    pub logarithm: Vec<f32>,
}

/// What relations are named with.
#[derive(Debug, Clone)]
pub(in crate::syntax) struct RelationWeights {
    pub names: Vec<Relation>,
    /// Vectors of four in a view of a token.
    pub lanes: usize,
    /// The root's view as a head.
    pub root: Vec<f32x4>,
    /// For each difference of head and dependent, from -[`LONGEST`] on, its row in `distance`.
    pub buckets: Vec<usize>,
    pub root_bucket: usize,
    pub distance: Table,
    pub out: Matrix,
}

impl Model {
    /// Reads a model file.
    ///
    /// # Errors
    /// [`ModelError`] for bytes that are not such a file, that are damaged, or that another version wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let file = Container::open(bytes)?;
        let header = &file.header;
        let (width, arc, label) = (header.width, header.arc, header.label);
        let fits = |size: usize| size > 0 && size <= 512 && size.is_multiple_of(GROUP);
        if !fits(width) || !fits(arc) || !fits(label) || !(1..=8).contains(&header.layers) {
            return Err(ModelError::malformed("sizes"));
        }
        let words = Vocabulary::new(file.lines("words")?);
        let word_table = file.table("embed.word", width)?;
        if word_table.rows() != words.len() + 1 {
            return Err(ModelError::malformed("words"));
        }
        let [s2, s3, s4, p2, p3] = ["s2", "s3", "s4", "p2", "p3"].map(|name| file.table(&format!("embed.{name}"), width));
        let affix_tables = [s2?, s3?, s4?, p2?, p3?];
        let affix_sizes = [0, 1, 2, 3, 4].map(|at: usize| affix_tables.get(at).map_or(0, |table| table.rows() as u32));
        let tags = header.tags.iter().map(|tag| parse_tag(tag)).collect::<Option<Vec<_>>>().ok_or_else(|| ModelError::malformed("tags"))?;
        let named = header.relations.iter().map(|name| Relation::from_name(name)).collect::<Option<Vec<_>>>();
        let names = named.ok_or_else(|| ModelError::malformed("relations"))?;
        let lemmas = LemmaRules::new(file.lines("lemma")?, &tags).ok_or_else(|| ModelError::malformed("lemma"))?;
        let layers = (1..header.layers).map(|layer| load_layer(&file, layer, width)).collect::<Result<_, _>>()?;
        let arc_head = file.matrix("arc.head", width, arc)?;
        let relation_dependent = file.matrix("relation.dependent", width, label)?;
        let relation_head = file.matrix("relation.head", width, label)?;
        let root = file.floats("root", width)?;
        let (arc_root, relation_root) = (product(&arc_head, &root, true), product(&relation_head, &root, false));
        let heads = file
            .matrix("tag", width, tags.len())?
            .beside(file.matrix("arc.dependent", width, arc)?)
            .and_then(|heads| heads.beside(arc_head))
            .and_then(|heads| heads.beside(relation_dependent))
            .and_then(|heads| heads.beside(relation_head))
            .ok_or_else(|| ModelError::malformed("heads"))?;
        Ok(Self {
            width,
            words,
            word_table,
            affix_tables,
            affix_sizes,
            shape_table: file.table("embed.shape", width)?,
            first: file.matrix("convolution.0", width, 9 * width)?,
            nothing: vec![i16x8::ZERO; 3 * width / 8],
            layers,
            tags,
            heads,
            arc: load_arc(&file, arc_root)?,
            relation: load_relation(&file, names, relation_root)?,
            lemmas,
        })
    }

    /// How many numbers the state of a token has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The model that the program was built with; `None` where it was built without one.
    pub fn embedded() -> Option<&'static Self> {
        #[cfg(feature = "model")]
        {
            static MODEL: std::sync::OnceLock<Option<Model>> = std::sync::OnceLock::new();
            let bytes = include_bytes!("../../../model/english.model");
            MODEL.get_or_init(|| Self::from_bytes(bytes).ok()).as_ref()
        }
        #[cfg(not(feature = "model"))]
        None
    }
}

impl fmt::Debug for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Model").field("width", &self.width).field("words", &self.words.len()).finish_non_exhaustive()
    }
}

fn load_layer(file: &Container<'_>, layer: usize, width: usize) -> Result<LayerWeights, ModelError> {
    Ok(LayerWeights {
        convolution: file.matrix(&format!("convolution.{layer}"), 2 * width, width)?,
        gate: file.matrix(&format!("gate.{layer}"), width, 2 * width)?,
    })
}

/// How many buckets of distance there are on either side of a word; the one after them is the root's.
const BUCKETS: usize = 20;

fn bucket(difference: usize, buckets: &[usize]) -> Option<usize> {
    let found = *buckets.get(difference.abs_diff(LONGEST))?;
    (found <= BUCKETS).then_some(if difference > LONGEST { BUCKETS + found } else { found })
}

fn load_arc(file: &Container<'_>, root: Vec<f32x4>) -> Result<ArcWeights, ModelError> {
    let wrong = || ModelError::malformed("distances");
    let Container { header, .. } = file;
    let bias = file.floats("arc.distance", 2 * BUCKETS + 3)?;
    let logarithms = file.floats("arc.logarithm", header.buckets.len())?;
    let differences = 0..=2 * LONGEST;
    let distance: Option<_> = differences.clone().map(|at| bias.get(bucket(at, &header.buckets)?).copied()).collect();
    let logarithm: Option<_> = differences.clone().map(|at| logarithms.get(at.abs_diff(LONGEST)).copied()).collect();
    let sign = |at: usize| f32::from(i8::from(at > LONGEST) - i8::from(at < LONGEST));
    Ok(ArcWeights {
        lanes: header.arc / 4,
        root,
        root_bias: bias.get(2 * BUCKETS + 1).copied().ok_or_else(wrong)?,
        distance: distance.ok_or_else(wrong)?,
        direction: differences.map(sign).collect(),
        logarithm: logarithm.ok_or_else(wrong)?,
    })
}

fn load_relation(file: &Container<'_>, names: Vec<Relation>, root: Vec<f32x4>) -> Result<RelationWeights, ModelError> {
    let Container { header, .. } = file;
    let mut out = file.matrix("relation.out", header.label, names.len())?;
    // Whether a token hangs on the root is decided before; no other may be called so.
    names.iter().position(|name| *name == Relation::Root).into_iter().for_each(|root| out.bar(root));
    let buckets: Option<_> = (0..=2 * LONGEST).map(|at| bucket(at, &header.buckets)).collect();
    Ok(RelationWeights {
        lanes: header.label / 4,
        root,
        buckets: buckets.ok_or_else(|| ModelError::malformed("distances"))?,
        root_bucket: 2 * BUCKETS + 1,
        distance: file.table("relation.distance", header.label)?,
        out,
        names,
    })
}

/// The view that a matrix has of one state, its negative numbers cut off on demand.
fn product(matrix: &Matrix, state: &[f32], rectify: bool) -> Vec<f32x4> {
    let state: Vec<f32x4> = state.as_chunks().0.iter().map(|four| f32x4::new(*four)).collect();
    let mut packed = vec![i16x8::ZERO; state.len() / 2];
    pack(&state, &mut packed);
    let mut out = vec![f32x4::ZERO; matrix.lanes()];
    matrix.product(&packed, packed.len(), 1, &mut out);
    if rectify {
        out.iter_mut().for_each(|value| *value = value.fast_max(f32x4::ZERO));
    }
    out
}

#[cfg(test)]
#[cfg(feature = "model")]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    const BYTES: &[u8] = include_bytes!("../../../model/english.model");

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(Model::from_bytes(bytes).map_err(|error| error.code()).err(), Some(expected));
    }

    #[test]
    fn the_built_in_model_is_read() {
        assert!(Model::embedded().is_some());
    }

    #[test]
    fn other_bytes_are_refused() {
        check(b"", "not_a_model");
        check(b"RAPMODE", "not_a_model");
        check(b"RAPMODEL", "damaged");
        check(b"RAPMODEL\x09\0\0\0", "version");
        check(&BYTES[..BYTES.len() - 1], "damaged");
        for at in [12, 44, 60, BYTES.len() / 2, BYTES.len() - 1] {
            let mut bytes = BYTES.to_vec();
            bytes[at] ^= 1;
            check(&bytes, "damaged");
        }
    }

    /// A header that says something else, with a checksum that holds.
    fn check_header(from: &str, to: &str) {
        let length = u32::from_le_bytes(*BYTES[44..].first_chunk().unwrap()) as usize;
        let header = std::str::from_utf8(&BYTES[48..48 + length]).unwrap();
        assert!(header.contains(from), "{from} is not in the header");
        let header = header.replacen(from, to, 1);
        let mut body = u32::try_from(header.len()).unwrap().to_le_bytes().to_vec();
        body.extend_from_slice(header.as_bytes());
        body.extend_from_slice(&BYTES[48 + length..]);
        let mut bytes = BYTES[..12].to_vec();
        bytes.extend_from_slice(&Sha256::digest(&body));
        bytes.extend_from_slice(&body);
        check(&bytes, "malformed");
    }

    #[test]
    fn headers_that_do_not_fit_are_refused() {
        check_header("{", "[");
        for name in ["arc", "label", "layers", "width"] {
            check_header(&format!("\"{name}\":"), &format!("\"{name}\":1"));
        }
        check_header("\"buckets\":[0,", "\"buckets\":[99,");
        check_header("\"relations\":[\"", "\"relations\":[\"not");
        check_header("\"tags\":[\"", "\"tags\":[\"NN/NOUN\",\"");
        check_header("\"kind\":\"matrix\"", "\"kind\":\"text\"");
        check_header("\"start\":0", "\"start\":18446744073709551615");
        check_header("\"length\":", "\"length\":9999");
        check_header("\"shape\":[", "\"shape\":[9,9,");
        check_header("\"embed.word\"", "\"embed.none\"");
    }
}
