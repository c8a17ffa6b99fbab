//! Long lists packed into numbers: one array a list, the fields of its records one after the other.
//!
//! Words that come back often (kinds, rules, values) are numbers too, places in [`Columns::strings`]. The order of the
//! fields is repeated in `www/engine/columns.js`, which unpacks them.

use std::collections::{BTreeMap, HashMap};

use js_sys::{Array, JsString};
use wasm_bindgen::JsValue;

use crate::{
    report::{Range, Report, Row, Statement},
    text::Fnv,
};

/// Stands for what is absent.
pub const NONE: u32 = u32::MAX;

/// The long lists of a report. Offsets over 2³² - 2 are not met: a file is refused long before.
#[derive(Debug, Default)]
pub struct Columns {
    /// start, end, content start, content end, kind, level, reason, explanation; level is a heading's level or an item's depth.
    pub blocks: Vec<u32>,
    /// block, row, start, end, kind, code; row 0 is the header, rows without one start at 1.
    pub cells: Vec<u32>,
    /// start, end, block.
    pub sentences: Vec<u32>,
    /// start, end, actor, rule.
    pub mentions: Vec<u32>,
    /// start, end, kind, value, modifier, resolved, reason, rule, first day, last day.
    pub times: Vec<u32>,
    /// source start, source end, cue start, cue end, cue lemma, first piece, one past the last piece, mode, actor,
    /// affiliation, grade, addressee start, addressee end, strength, sentence, rule; then start and end of venue, occasion, medium,
    /// repeated and of who handed it on; level, parent, act, endorsement, voice, why.
    pub statements: Vec<u32>,
    /// start, end; the contents of the statements.
    pub pieces: Vec<u32>,
    /// statement; start and end of source and content.
    pub stances: Vec<u32>,
    /// start, end, kind, statement.
    pub hedges: Vec<u32>,
    /// start, end, kind, category, rule, reason, statement, supported block, first accused, one past the last accused, usual wording.
    pub findings: Vec<u32>,
    /// start, end, actor; who the findings say is accused.
    pub accused: Vec<u32>,
    /// start, end, sentence, statement, first reason, one past the last reason, score.
    pub claims: Vec<u32>,
    /// start, end, kind; the reasons of the claims.
    pub reasons: Vec<u32>,
    /// The words that the numbers above point to.
    pub strings: Vec<String>,
}

impl Columns {
    /// Packs a report.
    pub fn of(report: &Report) -> Self {
        let mut columns = Self::default();
        let mut words = Words::default();
        columns.add_blocks(report, &mut words);
        for sentence in &report.sentences {
            columns.sentences.extend([number(sentence.span.start), number(sentence.span.end), number(sentence.block)]);
        }
        let actors: BTreeMap<&str, u32> = report.actors.iter().zip(0..).map(|(actor, index)| (actor.id.as_str(), index)).collect();
        let actor = |id: Option<&String>| id.and_then(|id| actors.get(id.as_str())).copied().unwrap_or(NONE);
        for mention in &report.mentions {
            let [start, end] = range(Some(&mention.span));
            columns.mentions.extend([start, end, actor(Some(&mention.actor)), words.number(mention.rule)]);
        }
        for time in &report.times {
            columns.times.extend(range(Some(&time.span)));
            columns.times.extend([words.number(time.kind), words.number(&time.value), words.optional(time.modifier)]);
            columns.times.extend([u32::from(time.resolved), words.optional(time.reason), words.number(time.rule)]);
            columns.times.extend([words.optional(time.first_day.as_deref()), words.optional(time.last_day.as_deref())]);
        }
        for statement in &report.statements {
            let first = columns.pieces.len() / 2;
            columns.pieces.extend(statement.content.iter().flat_map(|piece| range(Some(piece))));
            let row = &mut columns.statements;
            row.extend(range(statement.source.as_ref()));
            row.extend(range(statement.cue.as_ref()));
            row.extend([words.optional(statement.cue_lemma.as_deref()), number(first), number(first + statement.content.len())]);
            row.extend([words.number(statement.mode), actor(statement.actor.as_ref())]);
            row.extend([words.optional(statement.affiliation.as_deref()), words.number(statement.grade)]);
            row.extend(range(statement.addressee.as_ref()));
            row.extend([words.optional(statement.strength), number(statement.sentence), words.number(statement.rule)]);
            columns.add_circumstances(statement, &mut words);
        }
        for hedge in &report.hedges {
            columns.hedges.extend(range(Some(&hedge.span)));
            columns.hedges.extend([words.number(hedge.kind), place(hedge.statement.as_deref())]);
        }
        columns.add_findings(report, &actor, &mut words);
        columns.strings = words.list;
        columns
    }

    fn add_circumstances(&mut self, statement: &Statement, words: &mut Words) {
        let row = &mut self.statements;
        for at in [&statement.venue, &statement.occasion, &statement.medium, &statement.repeated] {
            row.extend(range(at.as_ref()));
        }
        row.extend(range(statement.via.as_ref().map(|via| &via.source)));
        row.extend([number(statement.level), place(statement.parent.as_deref())]);
        row.extend([words.optional(statement.act), words.optional(statement.endorsement), words.number(statement.voice)]);
        row.push(words.number(&statement.why));
        for stance in &statement.stances {
            self.stances.push(place(Some(&statement.id)));
            self.stances.extend(range(Some(&stance.source)));
            self.stances.extend(range(Some(&stance.content)));
        }
    }

    fn add_findings(&mut self, report: &Report, actor: &dyn Fn(Option<&String>) -> u32, words: &mut Words) {
        for finding in &report.audit.findings {
            let first = self.accused.len() / 3;
            for accused in &finding.accused {
                self.accused.extend(range(Some(&accused.span)));
                self.accused.push(actor(accused.actor.as_ref()));
            }
            let row = &mut self.findings;
            row.extend(range(Some(&finding.span)));
            row.extend([finding.kind, finding.category, finding.rule, finding.reason].map(|word| words.number(word)));
            row.extend([place(finding.statement.as_deref()), finding.supports.map_or(NONE, number)]);
            row.extend([number(first), number(first + finding.accused.len()), words.optional(finding.usual)]);
        }
        for claim in &report.audit.claims {
            let first = self.reasons.len() / 3;
            for reason in &claim.reasons {
                self.reasons.extend(range(Some(&reason.span)));
                self.reasons.push(words.number(reason.kind));
            }
            let row = &mut self.claims;
            row.extend(range(Some(&claim.span)));
            row.extend([number(claim.sentence), place(claim.statement.as_deref())]);
            row.extend([number(first), number(first + claim.reasons.len()), claim.score]);
        }
    }

    fn add_blocks(&mut self, report: &Report, words: &mut Words) {
        for (index, block) in report.blocks.iter().enumerate() {
            self.blocks.extend(range(Some(&block.span)));
            self.blocks.extend(range(Some(&block.content)));
            let level = block.level.map(u32::from).or(block.depth.map(u32::from)).unwrap_or(NONE);
            self.blocks.extend([words.number(block.kind), level]);
            self.blocks.extend([words.optional(block.reason.as_deref()), words.optional(block.explanation.as_deref())]);
            if let Some(table) = &block.table {
                let rows = table.header.iter().map(|row| (0, row)).chain((1..).zip(&table.rows));
                for (at, row) in rows {
                    self.add_cells(index, at, row, words);
                }
            }
        }
    }

    fn add_cells(&mut self, block: usize, at: u32, row: &Row, words: &mut Words) {
        for cell in &row.cells {
            self.cells.extend([number(block), at]);
            self.cells.extend(range(Some(&cell.span)));
            self.cells.extend([words.number(cell.kind), words.optional(cell.code.as_deref())]);
        }
    }
}

/// Each word once, in the order of first use.
#[derive(Debug, Default)]
pub struct Words {
    /// The words.
    pub list: Vec<String>,
    known: HashMap<String, u32>,
    /// For each place that a quick hash leads to, the word that was last looked up there. Most words of a text come back soon.
    recent: Vec<u32>,
}

/// So many words are kept at hand; a power of two.
const RECENT: usize = 1 << 12;

impl Words {
    /// The place of a word, which is added where it is new.
    pub fn number(&mut self, word: &str) -> u32 {
        let hash = Fnv::of(word.bytes()) as usize;
        let place = (hash ^ (hash >> 16)) % RECENT;
        if let Some(&recent) = self.recent.get(place)
            && self.list.get(recent as usize).is_some_and(|known| known == word)
        {
            return recent;
        }
        let number = self.look_up(word);
        if self.recent.is_empty() {
            self.recent = vec![NONE; RECENT];
        }
        if let Some(recent) = self.recent.get_mut(place) {
            *recent = number;
        }
        number
    }

    fn look_up(&mut self, word: &str) -> u32 {
        if let Some(&number) = self.known.get(word) {
            return number;
        }
        let next = number(self.list.len());
        self.list.push(word.to_owned());
        self.known.insert(word.to_owned(), next);
        next
    }

    fn optional(&mut self, word: Option<&str>) -> u32 {
        word.map_or(NONE, |word| self.number(word))
    }
}

/// Words as JavaScript gets them. One long string that is cut there crosses far faster than thousands of short ones.
pub fn strings_to_js(words: &[String]) -> Array {
    /// No word of a text holds it, for it is white space; names and explanations are one line.
    const BETWEEN: &str = "\n";
    if words.is_empty() || words.iter().any(|word| word.contains(BETWEEN)) {
        return words.iter().map(|word| JsValue::from_str(word)).collect();
    }
    JsString::from(words.join(BETWEEN)).split(BETWEEN)
}

/// As JavaScript gets it.
pub fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(NONE)
}

/// The place of the statement with an id; ids count from one.
fn place(id: Option<&str>) -> u32 {
    id.and_then(|id| id.strip_prefix('s')?.parse::<usize>().ok()?.checked_sub(1)).map_or(NONE, number)
}

fn range(range: Option<&Range>) -> [u32; 2] {
    range.map_or([NONE, NONE], |range| [number(range.start), number(range.end)])
}
