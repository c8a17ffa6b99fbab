//! The names of Universal Dependencies: parts of speech and relations, and the finer tags of its English treebanks.

macro_rules! names {
    ($(#[$meta:meta])* $type:ident { $($name:literal $variant:ident: $doc:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $type { $(#[doc = $doc] $variant,)* }

        impl $type {
            /// All of them, in their order; the place of each is its value as a number.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name as the treebanks write it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The value with this name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

names! {
    /// A universal part of speech.
    Upos {
        "ADJ" Adj: "An adjective.",
        "ADP" Adp: "A preposition or postposition.",
        "ADV" Adv: "An adverb.",
        "AUX" Aux: "An auxiliary verb.",
        "CCONJ" Cconj: "A coordinating conjunction.",
        "DET" Det: "A determiner.",
        "INTJ" Intj: "An interjection.",
        "NOUN" Noun: "A common noun.",
        "NUM" Num: "A numeral.",
        "PART" Part: "A particle.",
        "PRON" Pron: "A pronoun.",
        "PROPN" Propn: "A proper noun.",
        "PUNCT" Punct: "A mark of punctuation.",
        "SCONJ" Sconj: "A subordinating conjunction.",
        "SYM" Sym: "A symbol.",
        "VERB" Verb: "A verb.",
        "X" X: "Anything else.",
    }
}

names! {
    /// A tag of the English treebanks, which goes back to the Penn Treebank.
    Xpos {
        "$" Dollar: "A currency sign.",
        "''" CloseQuote: "A closing quotation mark.",
        "," Comma: "A comma.",
        "-LRB-" OpenBracket: "An opening bracket.",
        "-RRB-" CloseBracket: "A closing bracket.",
        "." Stop: "The mark that ends a sentence.",
        ":" Colon: "A colon, semicolon or dash.",
        "ADD" Add: "An address of the web or of mail.",
        "AFX" Afx: "A prefix on its own.",
        "CC" Cc: "A coordinating conjunction.",
        "CD" Cd: "A cardinal number.",
        "DT" Dt: "A determiner.",
        "EX" Ex: "Existential \"there\".",
        "FW" Fw: "A foreign word.",
        "GW" Gw: "Part of a word written apart.",
        "HYPH" Hyph: "A hyphen.",
        "IN" In: "A preposition or subordinating conjunction.",
        "JJ" Jj: "An adjective.",
        "JJR" Jjr: "A comparative adjective.",
        "JJS" Jjs: "A superlative adjective.",
        "LS" Ls: "The label of a list item.",
        "MD" Md: "A modal verb.",
        "NFP" Nfp: "Punctuation that is not needed.",
        "NN" Nn: "A singular noun.",
        "NNP" Nnp: "A singular proper noun.",
        "NNPS" Nnps: "A plural proper noun.",
        "NNS" Nns: "A plural noun.",
        "PDT" Pdt: "A determiner before a determiner.",
        "POS" Pos: "A possessive ending.",
        "PRP" Prp: "A personal pronoun.",
        "PRP$" PrpPossessive: "A possessive pronoun.",
        "RB" Rb: "An adverb.",
        "RBR" Rbr: "A comparative adverb.",
        "RBS" Rbs: "A superlative adverb.",
        "RP" Rp: "A particle.",
        "SYM" Sym: "A symbol.",
        "TO" To: "\"to\".",
        "UH" Uh: "An interjection.",
        "VB" Vb: "The base form of a verb.",
        "VBD" Vbd: "The past tense of a verb.",
        "VBG" Vbg: "A verb in -ing.",
        "VBN" Vbn: "A past participle.",
        "VBP" Vbp: "A verb of the present, not third person singular.",
        "VBZ" Vbz: "A verb of the present, third person singular.",
        "WDT" Wdt: "A determiner that asks or relates.",
        "WP" Wp: "A pronoun that asks or relates.",
        "WP$" WpPossessive: "\"whose\".",
        "WRB" Wrb: "An adverb that asks or relates.",
        "XX" Xx: "Not known.",
        "``" OpenQuote: "An opening quotation mark.",
    }
}

names! {
    /// A universal relation, without subtype.
    Relation {
        "acl" Acl: "A clause that modifies a noun.",
        "advcl" Advcl: "An adverbial clause.",
        "advmod" Advmod: "An adverb that modifies.",
        "amod" Amod: "An adjective that modifies.",
        "appos" Appos: "An apposition.",
        "aux" Aux: "An auxiliary.",
        "case" Case: "A preposition or other mark of case.",
        "cc" Cc: "A coordinating conjunction.",
        "ccomp" Ccomp: "A clause that is an object.",
        "clf" Clf: "A classifier.",
        "compound" Compound: "Part of a compound.",
        "conj" Conj: "What is coordinated with the head.",
        "cop" Cop: "A copula.",
        "csubj" Csubj: "A clause that is the subject.",
        "dep" Dep: "Not specified.",
        "det" Det: "A determiner.",
        "discourse" Discourse: "An interjection or the like.",
        "dislocated" Dislocated: "A dislocated element.",
        "expl" Expl: "An expletive.",
        "fixed" Fixed: "Part of a fixed expression.",
        "flat" Flat: "Part of a name or other flat expression.",
        "goeswith" Goeswith: "The rest of a word written apart.",
        "iobj" Iobj: "The indirect object.",
        "list" List: "An item of a list.",
        "mark" Mark: "The mark of a subordinate clause.",
        "nmod" Nmod: "A noun that modifies a noun.",
        "nsubj" Nsubj: "The subject.",
        "nummod" Nummod: "A number that modifies.",
        "obj" Obj: "The object.",
        "obl" Obl: "A noun that modifies a verb.",
        "orphan" Orphan: "What is left of an ellipsis.",
        "parataxis" Parataxis: "A clause set beside another.",
        "punct" Punct: "Punctuation.",
        "reparandum" Reparandum: "What a speaker corrected.",
        "root" Root: "The word that the sentence hangs on.",
        "vocative" Vocative: "The one who is addressed.",
        "xcomp" Xcomp: "A clause without a subject of its own.",
    }
}

/// Reads "XPOS/UPOS".
pub fn parse_tag(tag: &str) -> Option<(Xpos, Upos)> {
    let (xpos, upos) = tag.rsplit_once('/')?;
    Some((Xpos::from_name(xpos)?, Upos::from_name(upos)?))
}
