//! What the phase gives: places in the text, and by what each was found.

use crate::text::Span;

/// The brief of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Brief {
    /// The sentences that were chosen: first what is new, then what was before, each in the order of the text.
    pub lines: Vec<Line>,
    /// What the writer sums up, in the order of the text.
    pub takeaways: Vec<Takeaway>,
    /// The question that the headline asks.
    pub question: Option<HeadlineQuestion>,
    /// For each block what the page itself says of it; see [`Role`].
    pub sections: Vec<Option<Role>>,
}

/// Whether a sentence tells news, or what was before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What is new; also what nothing shows to be older.
    Update,
    /// What was before.
    Background,
}

impl Group {
    /// The word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::Background => "background",
        }
    }

    /// The group with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "update" => Some(Self::Update),
            "background" => Some(Self::Background),
            _ => None,
        }
    }
}

/// Why something is in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    /// The group.
    pub group: Group,
    /// The rule that put it there.
    pub rule: &'static str,
    /// The words that show it.
    pub why: Span,
}

/// A sentence of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its words, without a label before them.
    pub span: Span,
    /// The index of the sentence.
    pub sentence: usize,
    /// News, or what was before.
    pub role: Role,
    /// Whose turn it is: codes, in their order.
    pub parties: Vec<String>,
    /// The statements in it, as indices.
    pub statements: Vec<usize>,
    /// Why it was chosen, as stable words.
    pub reasons: Vec<&'static str>,
}

/// What the writer wants taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Takeaway {
    /// The sentence.
    pub span: Span,
    /// Its index.
    pub sentence: usize,
    /// The words that announce it.
    pub mark: Span,
    /// The statement that it stands in, as an index; none in the author's voice.
    pub statement: Option<usize>,
    /// The sentences that it restates, as indices.
    pub restates: Vec<usize>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// How a text answers its headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It goes ahead.
    For,
    /// It does not.
    Against,
    /// Both, or nobody knows.
    Hedged,
    /// The words do not say.
    Stated,
}

impl Verdict {
    /// The word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Against => "against",
            Self::Hedged => "hedged",
            Self::Stated => "stated",
        }
    }
}

/// A headline that asks, and what answers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadlineQuestion {
    /// The question.
    pub question: Span,
    /// Whether it asks for yes or no.
    pub polar: bool,
    /// What answers it; none where no sentence takes up its words.
    pub answer: Option<Answer>,
}

/// What answers a headline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The clause.
    pub span: Span,
    /// The index of its sentence.
    pub sentence: usize,
    /// How it answers.
    pub verdict: Verdict,
    /// The words that show how.
    pub why: Vec<Span>,
    /// The rule that found it.
    pub rule: &'static str,
}
