//! Statements, structure and grammar in; out comes how well the text is sourced, finding by finding: who is heard and who is only spoken of,
//! what leads nowhere, what nobody is named for, what judges or heightens, what could be checked.
//!
//! | file | finds |
//! | --- | --- |
//! | `source` | the sources, by grade, and how often each is heard |
//! | `voice` | whose words fill the text: every party's and the author's |
//! | `citation` | references in brackets that lead nowhere, with the paragraph each claims to support |
//! | `passive` | passives of saying and thinking without anybody who says or thinks |
//! | `wording` | words that judge or heighten |
//! | `propaganda` | claims about propaganda and false information, and who is accused |
//! | `claim` | what could be checked: quantities, dated events, superlatives |
//! | `quantity` | how many of what, whose, and where |
//! | `term` | what the things in dispute are called, and in whose voice |
//! | `remark` | what the text says of its own sources without naming one |
//! | `quality` | missing spaces, and fixed terms with a word exchanged |
//! | `phrase` | the phrases that all of these ask for, found in one walk |
//! | `scene` | the look-ups that all of these share |
//!
//! The rules have names; `data/audit/rules.csv` says what each finds. Nothing here judges whether a claim is true, or what an author meant.

mod citation;
mod claim;
mod passive;
mod phrase;
mod propaganda;
mod quality;
mod quantity;
mod read;
mod record;
mod remark;
mod scene;
mod source;
mod term;
mod voice;
mod wording;

pub use read::{Given, audit};
pub use record::{
    Accused, Audit, Bound, Claim, ClaimReason, Finding, FindingKind, Party, Quantity, Shares, Source, Term, TermUse, TermVoice,
};
