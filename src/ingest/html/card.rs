//! Teasers for other articles: elements alike in tag and class, at least three of them, each a linked line with little text under it.
//!
//! Entries of a live report look the same but for their links, which stay on the page and so do not count as links (see [`super::block`]).

use std::collections::BTreeMap;

use super::block::{Block, Kind};
use super::dom::{Attribute, Dom, NodeId, ROOT};
use super::tag::Tag;

/// Elements alike that make a set of cards.
const LEAST_CARDS: usize = 3;
/// Prose, in characters, that a card has at most.
const MOST_PROSE: f32 = 600.0;
/// Blocks that a card has at most.
const MOST_BLOCKS: usize = 10;
/// Prose, in characters, that must be left on the page without its cards; with less it is a page of cards.
const LEAST_REST: f32 = 200.0;
/// Ancestors of a block that are looked at: a card is a small thing.
const MOST_LEVELS: usize = 12;

#[derive(Clone, Copy, Default)]
struct Content {
    blocks: usize,
    prose: f32,
    /// Whether its first heading or line is a link; `None` before there was one.
    linked: Option<bool>,
}

/// For each block whether it is in a card.
pub fn cards(dom: &Dom, blocks: &[Block], weights: &[f32]) -> Vec<bool> {
    let contents = contents(dom, blocks, weights);
    let mut alike: BTreeMap<(Tag, &str, Option<NodeId>), (usize, usize)> = BTreeMap::new();
    for (id, content) in &contents {
        if let Some(key) = key(dom, *id) {
            let (all, cards) = alike.entry(key).or_default();
            *all += 1;
            *cards += usize::from(is_card(content));
        }
    }
    let is_set = |id: NodeId| {
        key(dom, id).and_then(|key| alike.get(&key)).is_some_and(|(all, cards)| *cards >= LEAST_CARDS && *cards * 10 >= *all * 7)
    };
    let found: Vec<bool> = blocks
        .iter()
        .map(|block| block.excluded.is_none() && ancestors(dom, block.node).any(|id| contents.get(&id).is_some_and(is_card) && is_set(id)))
        .collect();
    let rest: f32 = weights.iter().zip(&found).filter(|(weight, is_card)| !**is_card && **weight > 0.0).map(|(weight, _)| weight).sum();
    if rest < LEAST_REST { vec![false; blocks.len()] } else { found }
}

/// What is in each element that is near a block.
fn contents(dom: &Dom, blocks: &[Block], weights: &[f32]) -> BTreeMap<NodeId, Content> {
    let mut contents: BTreeMap<NodeId, Content> = BTreeMap::new();
    for (block, weight) in blocks.iter().zip(weights) {
        if block.excluded.is_some() {
            continue;
        }
        let linked = block.link_chars * 5 > block.chars * 4;
        for id in ancestors(dom, block.node) {
            let content = contents.entry(id).or_default();
            content.blocks += 1;
            content.prose += weight.max(0.0);
            // A word above the title (a section, a date) is no title.
            if content.linked != Some(true) && (linked || content.linked.is_none() || matches!(block.kind, Kind::Heading(_))) {
                content.linked = Some(linked && block.chars >= 12);
            }
        }
    }
    contents
}

fn is_card(content: &Content) -> bool {
    content.linked == Some(true) && content.prose <= MOST_PROSE && (2..=MOST_BLOCKS).contains(&content.blocks)
}

/// What makes elements alike; without a class, that they have the same parent too.
fn key(dom: &Dom, id: NodeId) -> Option<(Tag, &str, Option<NodeId>)> {
    let tag = dom.tag(id).filter(|tag| matches!(tag, Tag::Article | Tag::Div | Tag::Li | Tag::Section | Tag::Td | Tag::Dd))?;
    let class = dom.attribute(id, Attribute::Class).unwrap_or_default();
    Some((tag, class, class.is_empty().then(|| dom.node(id).parent)))
}

fn ancestors(dom: &Dom, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    std::iter::successors(Some(id), |id| Some(dom.node(*id).parent)).take_while(|id| *id != ROOT).take(MOST_LEVELS)
}
