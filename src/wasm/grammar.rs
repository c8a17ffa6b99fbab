//! The grammar of one text, packed into numbers: for those who want sentences, tags, lemmas and dependencies, and no report.

use js_sys::{Array, Uint32Array};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use super::{
    columns::{self, NONE, Words, number},
    error,
    model::LanguageModel,
    options,
};
use crate::{
    syntax::{Relation, Syntax, Upos, Xpos},
    text::OffsetMap,
};

/// The sentences and tokens of a text. It lives in the memory of the module until `free()`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Grammar {
    sentences: Vec<u32>,
    tokens: Vec<u32>,
    strings: Vec<String>,
}

#[wasm_bindgen]
impl Grammar {
    /// Reads the grammar of a file: the tokens are those of `Reading.readWith` with the option `tokens`. Of the options, `offsets` and
    /// `limit` matter.
    ///
    /// # Errors
    /// An `Error` whose `code` is `too_large`, `not_text` or `wrong_option`.
    pub fn read(model: &LanguageModel, name: &str, bytes: &[u8], options: JsValue) -> Result<Grammar, JsValue> {
        let options = options::from_js(options)?;
        let (document, syntax) = crate::parse(name, bytes, &options, Some(model.model())).map_err(|cause| error::to_js(&cause))?;
        Ok(Self::of(&syntax, &OffsetMap::new(&document.source, options.offsets)))
    }

    /// The sentences, packed: start, end, first token, one past the last token.
    pub fn sentences(&self) -> Uint32Array {
        Uint32Array::from(self.sentences.as_slice())
    }

    /// The tokens, packed: start, end, sentence, part of speech, tag, lemma, head, relation. Part of speech, tag, lemma and relation are
    /// places in `strings()`; the head is the index of a token, and 4294967295 for the root of a sentence.
    pub fn tokens(&self) -> Uint32Array {
        Uint32Array::from(self.tokens.as_slice())
    }

    /// The words that the tokens point to: the names of Universal Dependencies, and each lemma once.
    #[wasm_bindgen(unchecked_return_type = "string[]")]
    pub fn strings(&self) -> Array {
        columns::strings_to_js(&self.strings)
    }
}

impl Grammar {
    fn of(syntax: &Syntax, map: &OffsetMap<'_>) -> Self {
        // The names come first, each at a place that its value gives; only lemmas have to be looked for.
        let mut strings: Vec<String> = Upos::ALL.iter().map(|upos| upos.name().to_owned()).collect();
        let xpos_names = strings.len();
        strings.extend(Xpos::ALL.iter().map(|xpos| xpos.name().to_owned()));
        let relation_names = strings.len();
        strings.extend(Relation::ALL.iter().map(|relation| relation.name().to_owned()));
        let lemmas = strings.len();

        let (mut words, mut walk) = (Words::default(), map.walk());
        let mut sentences = Vec::with_capacity(syntax.sentences.len() * 4);
        let mut tokens = Vec::with_capacity(syntax.tokens.len() * 8);
        for (index, sentence) in syntax.sentences.iter().enumerate() {
            let first = tokens.len();
            for token in syntax.tokens_of(sentence) {
                let (start, end) = (number(walk.offset(token.span.start)), number(walk.offset(token.span.end)));
                let [upos, xpos, lemma, head, relation] = match token.grammar {
                    Some(grammar) => [
                        number(grammar.upos as usize),
                        number(xpos_names + grammar.xpos as usize),
                        number(lemmas) + words.number(grammar.lemma.of(&syntax.lemmas)),
                        grammar.head.map_or(NONE, number),
                        number(relation_names + grammar.relation as usize),
                    ],
                    None => [NONE; 5],
                };
                tokens.extend_from_slice(&[start, end, number(index), upos, xpos, lemma, head, relation]);
            }
            let at = |token: usize| tokens.get(token).copied().unwrap_or(0);
            let (start, end) = (at(first), at(tokens.len().saturating_sub(7)));
            sentences.extend([start, end, number(sentence.tokens.start), number(sentence.tokens.end)]);
        }
        strings.append(&mut words.list);
        Self { sentences, tokens, strings }
    }
}
