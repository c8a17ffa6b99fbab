//! Blocks of a page in, those of the article out, with the reason for each that is not.
//!
//! Every block gets a weight: prose counts for, lists of links and loose lines count against. The article is the element whose blocks
//! weigh most together (a maximum-weight subtree), where markup that declares itself the article's body counts a little extra. Inside
//! it, subtrees that weigh less than nothing fall out, then lines that are known not to belong to a text.

use super::block::{Block, Kind};
use super::card;
use super::dom::{Dom, NodeId, ROOT};
use super::exclusion::{announces_others, body_hint};
use super::hint::{self, Rule};
use super::tag::Tag;

/// For each block the rule by which it is left out; `None` for the article's own.
pub fn verdicts(dom: &Dom, blocks: &[Block], titles: &[String], authors: &[&str]) -> Vec<Option<Rule>> {
    let mut weights: Vec<f32> = blocks.iter().map(|block| weight(dom, block)).collect();
    let cards = card::cards(dom, blocks, &weights);
    for (weight, is_card) in weights.iter_mut().zip(&cards) {
        if *is_card {
            *weight = 0.0;
        }
    }
    let sums = sums(dom, blocks, &weights);
    let article = article(dom, &sums);
    let mut verdicts: Vec<Option<Rule>> = blocks
        .iter()
        .zip(&cards)
        .map(|(block, is_card)| {
            if block.excluded.is_some() {
                block.excluded
            } else if *is_card {
                Some("select.card")
            } else if !is_within(dom, block.node, article) {
                Some("select.outside")
            } else {
                light_subtree(dom, block, article, &sums)
            }
        })
        .collect();
    lines(blocks, &mut verdicts, titles, authors);
    others(dom, blocks, &weights, &mut verdicts);
    edges(dom, blocks, &mut verdicts);
    headings(blocks, &mut verdicts);
    verdicts
}

/// How much a block speaks for being part of an article, in characters of prose.
fn weight(dom: &Dom, block: &Block) -> f32 {
    let chars = block.chars as f32;
    if block.excluded.is_some() {
        return 0.0;
    }
    let link = block.link_chars as f32 / chars.max(1.0);
    let loose = dom.tag(block.node) != Some(Tag::P);
    match &block.kind {
        Kind::Heading(_) => {
            if link > 0.5 {
                -20.0
            } else {
                0.0
            }
        }
        Kind::Caption => 0.0,
        Kind::Table { .. } => {
            if link > 0.5 {
                -chars
            } else {
                0.5 * chars * (1.0 - link)
            }
        }
        Kind::Preformatted => 0.8 * chars,
        Kind::Paragraph | Kind::Quote | Kind::ListItem { .. } => {
            let prose = is_prose(&block.text, block.chars);
            if link > 0.6 && block.chars - block.link_chars < 120 {
                -chars.min(200.0)
            } else if prose {
                chars * (1.0 - link)
            } else if block.link_chars == 0 && matches!(block.kind, Kind::ListItem { .. }) {
                0.0
            } else if loose {
                -10.0 - chars * link
            } else {
                0.0
            }
        }
    }
}

/// Whether a text reads like running text: long enough for a sentence, and with a sentence's punctuation.
pub fn is_prose(text: &str, chars: usize) -> bool {
    let is_wide = text.chars().take(200).filter(|c| ('\u{2e80}'..='\u{ffdc}').contains(c)).count() > chars.min(200) / 3;
    let least = if is_wide { 15 } else { 40 };
    if chars < least {
        return false;
    }
    let ends =
        text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', ' ']).ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？', '．']);
    let inner = text.contains(". ") || text.contains(", ") || text.contains(['。', '、', '，']);
    ends || inner || chars >= 3 * least
}

/// The weights of all blocks in each element.
fn sums(dom: &Dom, blocks: &[Block], weights: &[f32]) -> Vec<f32> {
    let mut sums = vec![0.0f32; dom.nodes.len()];
    for (block, weight) in blocks.iter().zip(weights) {
        if let Some(sum) = sums.get_mut(block.node) {
            *sum += weight;
        }
    }
    for id in (1..dom.nodes.len()).rev() {
        let own = sums.get(id).copied().unwrap_or(0.0);
        if let Some(sum) = sums.get_mut(dom.node(id).parent) {
            *sum += own;
        }
    }
    sums
}

/// The element that holds the article: the heaviest; of equals the innermost.
fn article(dom: &Dom, sums: &[f32]) -> NodeId {
    let mut best = (ROOT, f32::MIN);
    for (id, tag) in dom.elements() {
        let sum = sums.get(id).copied().unwrap_or(0.0);
        if sum <= 0.0 && id != ROOT {
            continue;
        }
        let score = sum * (1.0 + 0.25 * body_hint(dom, id, tag));
        if score >= best.1 {
            best = (id, score);
        }
    }
    best.0
}

fn is_within(dom: &Dom, mut id: NodeId, outer: NodeId) -> bool {
    loop {
        if id == outer {
            return true;
        }
        if id == ROOT {
            return false;
        }
        id = dom.node(id).parent;
    }
}

/// Whether an element between the block and the article weighs less than nothing.
fn light_subtree(dom: &Dom, block: &Block, article: NodeId, sums: &[f32]) -> Option<Rule> {
    let mut id = block.node;
    while id != article && id != ROOT {
        if sums.get(id).copied().unwrap_or(0.0) < 0.0 {
            return Some("select.light");
        }
        id = dom.node(id).parent;
    }
    None
}

/// Leaves out lines by their words: the title again, the byline, teasers, notices, buttons.
fn lines(blocks: &[Block], verdicts: &mut [Option<Rule>], titles: &[String], authors: &[&str]) {
    let titles: Vec<String> = titles.iter().map(|title| words(title)).filter(|title| !title.is_empty()).collect();
    for (block, verdict) in blocks.iter().zip(verdicts.iter_mut()) {
        if verdict.is_some() || matches!(block.kind, Kind::Table { .. }) {
            continue;
        }
        let own = words(&block.text);
        if titles.contains(&own) {
            *verdict = Some("line.title");
        } else if own.is_empty() {
            *verdict = Some("line.no_words");
        } else if block.text.starts_with('<') && block.text.ends_with('>') {
            *verdict = Some("line.markup");
        } else if authors.iter().any(|name| is_byline(&own, name)) {
            *verdict = Some("line.byline");
        } else {
            *verdict = hint::phrase(&block.text);
        }
    }
}

/// The words of a text in lower case with one space between, for comparing.
fn words(text: &str) -> String {
    let mut words = String::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.extend(word.chars().flat_map(char::to_lowercase));
    }
    words
}

/// Whether a short line is about the author and says no more: "By Ada Field", "Ada Field, 3 May".
fn is_byline(line: &str, author: &str) -> bool {
    let author = words(author);
    author.contains(' ') && line.len() <= author.len() + 40 && (line.starts_with(&author) || line.starts_with(&format!("by {author}")))
}

/// Prose, in characters, that must be left when what other articles are announced by is taken away.
const LEAST_REST: f32 = 200.0;

/// Leaves out elements that begin with a heading for other articles ("Related stories"), unless little or no title would be left.
fn others(dom: &Dom, blocks: &[Block], weights: &[f32], verdicts: &mut [Option<Rule>]) {
    let mut rest: f32 =
        weights.iter().zip(verdicts.iter()).filter(|(weight, verdict)| verdict.is_none() && **weight > 0.0).map(|(weight, _)| weight).sum();
    for (at, block) in blocks.iter().enumerate() {
        if !matches!(block.kind, Kind::Heading(_)) || block.excluded.is_some() || !announces_others(dom, block.node, &block.text) {
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| blocks.get(at)).map_or(ROOT, |block| block.node);
        let begun = begun_by(dom, block.node, before);
        // Blocks are in the tree's order, so those of the element are the next ones.
        let length = blocks.iter().skip(at).take_while(|block| is_within(dom, block.node, begun)).count();
        let range = at..at + length;
        let kept = |at: usize| verdicts.get(at).is_some_and(Option::is_none);
        let under: f32 = range.clone().filter(|at| kept(*at)).filter_map(|at| weights.get(at)).filter(|weight| **weight > 0.0).sum();
        let has_title = blocks.iter().skip(at).take(length).any(|block| block.kind == Kind::Heading(1));
        if rest - under >= LEAST_REST && !has_title {
            rest -= under;
            for verdict in verdicts.iter_mut().skip(at).take(length) {
                *verdict = verdict.or(Some("select.others"));
            }
        }
    }
}

/// The outermost element that has `node` in it and not `before`, the element of the block before it.
fn begun_by(dom: &Dom, node: NodeId, before: NodeId) -> NodeId {
    let mut begun = node;
    loop {
        let parent = dom.node(begun).parent;
        if parent == ROOT || begun == ROOT || is_within(dom, before, parent) {
            return begun;
        }
        begun = parent;
    }
}

/// Leaves out loose short lines before the first and after the last paragraph of prose.
fn edges(dom: &Dom, blocks: &[Block], verdicts: &mut [Option<Rule>]) {
    let anchors = |block: &Block| is_prose(&block.text, block.chars) || matches!(block.kind, Kind::Table { .. } | Kind::Preformatted);
    let kept = |at: &usize| verdicts.get(*at).is_some_and(Option::is_none);
    let prose = |at: &usize| blocks.get(*at).is_some_and(anchors);
    let first = (0..blocks.len()).find(|at| kept(at) && prose(at));
    let last = (0..blocks.len()).rev().find(|at| kept(at) && prose(at));
    let (Some(first), Some(last)) = (first, last) else { return };
    for (at, (block, verdict)) in blocks.iter().zip(verdicts.iter_mut()).enumerate() {
        let is_loose = !matches!(block.kind, Kind::Heading(_)) && dom.tag(block.node) != Some(Tag::P);
        if verdict.is_none() && (at < first || at > last) && is_loose && !matches!(block.kind, Kind::ListItem { .. }) {
            *verdict = Some("select.edge");
        }
    }
}

/// Leaves out headings that nothing of the article follows before the next heading of their rank.
fn headings(blocks: &[Block], verdicts: &mut [Option<Rule>]) {
    // The highest rank that a block kept since would be the content of: content is below every heading.
    let mut content_below: Option<u8> = None;
    for at in (0..blocks.len()).rev() {
        let (Some(block), Some(verdict)) = (blocks.get(at), verdicts.get_mut(at)) else { continue };
        if verdict.is_some() {
            continue;
        }
        match block.kind {
            Kind::Heading(level) => {
                // Content, or a heading of a lower rank that has content, must follow.
                if content_below.is_some_and(|rank| rank > level) {
                    content_below = Some(level);
                } else {
                    *verdict = Some("select.empty_heading");
                }
            }
            _ => content_below = Some(u8::MAX),
        }
    }
}
