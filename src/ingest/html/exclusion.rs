//! Which elements of a page cannot hold the article: by their tag, their role, being hidden, and the words of their class and id.

use super::dom::{Attribute, Data, Dom, NodeId};
use super::hint::{self, Rule, Use};
use super::tag::Tag;

/// The rule for what is hidden.
pub const HIDDEN: Rule = "attribute.hidden";
/// Hidden text of so many characters is no article that waits for a script.
const SHORT_HIDDEN: usize = 600;

/// How many characters of text are under each node, and how many of them in links.
#[derive(Debug)]
pub struct Masses {
    text: Vec<u32>,
    link: Vec<u32>,
    quotes: Vec<bool>,
}

impl Masses {
    /// Counts a page. Children stand after their parents, so one pass from the end adds everything up.
    pub fn of(dom: &Dom) -> Masses {
        let mut masses = Masses { text: vec![0; dom.nodes.len()], link: vec![0; dom.nodes.len()], quotes: vec![false; dom.nodes.len()] };
        for (id, node) in dom.nodes.iter().enumerate().rev() {
            match &node.data {
                Data::Text(text) => {
                    let chars = text.chars().filter(|c| !c.is_whitespace()).count();
                    masses.set(id, u32::try_from(chars).unwrap_or(u32::MAX), 0);
                }
                Data::Element(tag, _) if tag.is_never_text() => masses.set(id, 0, 0),
                Data::Element(Tag::A, _) if dom.attribute(id, Attribute::Href).is_some() => {
                    let text = masses.text.get(id).copied().unwrap_or(0);
                    masses.set(id, text, text);
                }
                Data::Element(..) => {}
            }
            if node.parent != id {
                let quotes = matches!(node.data, Data::Element(Tag::Blockquote, _)) || masses.quotes.get(id).copied().unwrap_or(false);
                if let Some(slot) = masses.quotes.get_mut(node.parent) {
                    *slot |= quotes;
                }
                let (text, link) = (masses.text.get(id).copied().unwrap_or(0), masses.link.get(id).copied().unwrap_or(0));
                if let Some(sum) = masses.text.get_mut(node.parent) {
                    *sum = sum.saturating_add(text);
                }
                if let Some(sum) = masses.link.get_mut(node.parent) {
                    *sum = sum.saturating_add(link);
                }
            }
        }
        masses
    }

    fn set(&mut self, id: NodeId, text: u32, link: u32) {
        if let Some(slot) = self.text.get_mut(id) {
            *slot = text;
        }
        if let Some(slot) = self.link.get_mut(id) {
            *slot = link;
        }
    }

    /// Characters under a node that are in links.
    pub fn links(&self, id: NodeId) -> usize {
        self.link.get(id).copied().unwrap_or(0) as usize
    }

    /// Whether a block quotation is under a node.
    fn holds_quote(&self, id: NodeId) -> bool {
        self.quotes.get(id).copied().unwrap_or(false)
    }

    /// Share of the page's text outside links that is under a node, 0 to 1.
    pub fn share(&self, id: NodeId) -> f32 {
        self.plain(id) as f32 / (self.plain(0) as f32).max(1.0)
    }

    /// Characters under a node that are not in links.
    fn plain(&self, id: NodeId) -> usize {
        self.text.get(id).copied().unwrap_or(0).saturating_sub(self.link.get(id).copied().unwrap_or(0)) as usize
    }
}

/// The rule by which nothing in an element belongs to the article, judged by the element alone.
pub fn rule(dom: &Dom, id: NodeId, tag: Tag, masses: &Masses) -> Option<Rule> {
    let share = masses.share(id);
    let by_tag: Option<(Rule, f32)> = match tag {
        Tag::Nav => Some(("tag.nav", 0.5)),
        Tag::Footer => Some(("tag.footer", 0.4)),
        Tag::Aside => Some(("tag.aside", 0.4)),
        Tag::Form | Tag::Fieldset => Some(("tag.form", 0.3)),
        Tag::Menu | Tag::Dialog | Tag::Search => Some(("tag.widget", 0.3)),
        Tag::Button | Tag::Label | Tag::Legend => Some(("tag.control", 0.5)),
        Tag::Figcaption => Some(("tag.caption", 0.5)),
        _ => None,
    };
    if let Some((rule, most)) = by_tag
        && share < most
    {
        return Some(rule);
    }
    // A page may show all of its text only once a script has run; a short stretch is hidden for good, however short the page.
    let most = if masses.plain(id) <= SHORT_HIDDEN { 0.9 } else { 0.4 };
    if dom.attribute(id, Attribute::Hidden).is_some() && share < most {
        return Some(HIDDEN);
    }
    if let Some(role) = dom.attribute(id, Attribute::Role)
        && share < 0.5
        && matches!(
            role.trim().to_ascii_lowercase().as_str(),
            "navigation"
                | "banner"
                | "complementary"
                | "contentinfo"
                | "search"
                | "dialog"
                | "alertdialog"
                | "menu"
                | "menubar"
                | "toolbar"
        )
    {
        return Some("attribute.role");
    }
    if matches!(tag, Tag::Body | Tag::Html | Tag::Main | Tag::Article | Tag::Blockquote) || tag.heading_level().is_some() {
        return None;
    }
    by_words(dom, id, share, masses)
}

/// The rule by the words of class, id and property.
fn by_words(dom: &Dom, id: NodeId, share: f32, masses: &Masses) -> Option<Rule> {
    let mut found = None;
    for attribute in [Attribute::Class, Attribute::Id, Attribute::Property] {
        for (use_, rule) in dom.attribute(id, attribute).map(hint::hints).unwrap_or_default() {
            match use_ {
                Use::Body => return None,
                Use::Embed if share < 0.6 && !masses.holds_quote(id) => found = found.or(Some(rule)),
                Use::Drop if share < 0.6 => found = found.or(Some(rule)),
                Use::Weak if share < 0.25 && !masses.holds_quote(id) => found = found.or(Some(rule)),
                Use::Drop | Use::Embed | Use::Weak => {}
            }
        }
    }
    found
}

/// Whether the words of a heading's markup, or the heading itself, announce other articles.
pub fn announces_others(dom: &Dom, id: NodeId, text: &str) -> bool {
    let by_text = hint::phrase(text).is_some_and(|rule| rule == "line.teaser" || rule == "line.comments");
    by_text
        || [Attribute::Class, Attribute::Id].iter().any(|attribute| {
            let hints = dom.attribute(id, *attribute).map(hint::hints).unwrap_or_default();
            hints.iter().any(|(use_, rule)| *use_ == Use::Drop && matches!(*rule, "drop.related" | "drop.comments"))
        })
}

/// How much the markup of an element says that it holds the article: 0 nothing, 1 that it is declared to.
pub fn body_hint(dom: &Dom, id: NodeId, tag: Tag) -> f32 {
    let declared = [Attribute::Property].iter().any(|a| dom.attribute(id, *a).is_some_and(|v| v.eq_ignore_ascii_case("articleBody")));
    if declared {
        return 1.0;
    }
    let named = [Attribute::Class, Attribute::Id]
        .iter()
        .any(|a| dom.attribute(id, *a).map(hint::hints).unwrap_or_default().iter().any(|(use_, _)| *use_ == Use::Body));
    match tag {
        _ if named => 0.6,
        Tag::Article => 0.4,
        Tag::Main => 0.2,
        _ => 0.0,
    }
}
