//! Tree of a page in, its blocks of text in reading order out: paragraphs, headings, list items, quotes, captions, tables.
//!
//! Text is put together as a browser shows it. Every block is kept, also those that are not the article's, with the reason.

use super::dom::{Attribute, Data, Dom, NodeId, ROOT, push_collapsed};
use super::exclusion::{self, Masses};
use super::hint::Rule;
use super::tag::Tag;

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph, or a run of text that stands alone.
    Paragraph,
    /// An item of a list; depth 1 is the outermost list.
    ListItem {
        /// How many lists it is in.
        depth: u8,
        /// Its number in an ordered list.
        number: Option<u32>,
    },
    /// A paragraph in a block quotation.
    Quote,
    /// Text whose line breaks are its own.
    Preformatted,
    /// The words under a picture or table.
    Caption,
    /// A table of data; the text of a block of this kind is empty.
    Table {
        /// Its rows, each a list of cells, which need not be equally many.
        rows: Vec<Vec<String>>,
        /// Whether the first row names the columns.
        header: bool,
    },
}

/// A run of text that stands by itself on the page.
#[derive(Clone, Debug)]
pub struct Block {
    /// The innermost block element around it.
    pub node: NodeId,
    /// What it is.
    pub kind: Kind,
    /// Its words; "\n" is a line break that the page asks for.
    pub text: String,
    /// Its length in characters, cells included.
    pub chars: usize,
    /// How many of them are in links.
    pub link_chars: usize,
    /// The rule by which an element around it is not part of any article.
    pub excluded: Option<Rule>,
}

/// Text of one table cell that is kept, in bytes.
const MAX_CELL: usize = 20_000;

/// All blocks of a page; links to `address`, the page's own, do not count as links.
pub fn blocks(dom: &Dom, masses: &Masses, address: Option<&str>) -> Vec<Block> {
    let mut walk = Walk { dom, masses, address, out: Vec::new(), text: String::new(), link_chars: 0, open: vec![Open::root()] };
    let mut next = dom.node(ROOT).first_child;
    while let Some(mut at) = next {
        if walk.enter(at)
            && let Some(child) = dom.node(at).first_child
        {
            next = Some(child);
            continue;
        }
        next = loop {
            walk.leave(at);
            let node = dom.node(at);
            if node.next.is_some() {
                break node.next;
            }
            at = node.parent;
            if at == ROOT {
                break None;
            }
        };
    }
    walk.flush();
    walk.out
}

/// What holds for the text inside an element; a copy for each open element, so that leaving is forgetting.
#[derive(Clone)]
struct Open {
    block: NodeId,
    link: bool,
    heading: Option<u8>,
    quote: bool,
    caption: bool,
    pre: bool,
    lists: u8,
    ordered: bool,
    items: u32,
    item: Item,
    excluded: Option<Rule>,
}

/// Where we are in a list item: its first block is the item, what follows are paragraphs in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Item {
    None,
    Begins(Option<u32>),
}

impl Open {
    fn root() -> Open {
        Open {
            block: ROOT,
            link: false,
            heading: None,
            quote: false,
            caption: false,
            pre: false,
            lists: 0,
            ordered: false,
            items: 0,
            item: Item::None,
            excluded: None,
        }
    }
}

struct Walk<'a> {
    dom: &'a Dom,
    masses: &'a Masses,
    address: Option<&'a str>,
    out: Vec<Block>,
    text: String,
    link_chars: usize,
    open: Vec<Open>,
}

impl Walk<'_> {
    fn state(&self) -> Open {
        self.open.last().cloned().unwrap_or_else(Open::root)
    }

    /// Whether a link stays on the page: a footnote, the fixed address of an entry in a live report.
    fn is_own(&self, href: &str) -> bool {
        href.starts_with('#') || self.address.is_some_and(|own| own.len() > 12 && href.starts_with(own))
    }

    /// Takes a node in; whether its children are to be walked.
    fn enter(&mut self, id: NodeId) -> bool {
        match &self.dom.node(id).data {
            Data::Text(text) => {
                self.add(text);
                false
            }
            Data::Element(tag, _) => self.enter_element(id, *tag),
        }
    }

    fn enter_element(&mut self, id: NodeId, tag: Tag) -> bool {
        if tag.is_never_text() {
            // The element is left again like any other.
            self.open.push(self.state());
            return false;
        }
        match tag {
            Tag::Br => {
                self.line_break();
                self.open.push(self.state());
                return false;
            }
            _ if tag.is_block() => self.flush(),
            _ => {}
        }
        let mut open = self.state();
        if open.excluded.is_none() {
            open.excluded = exclusion::rule(self.dom, id, tag, self.masses);
        }
        if tag.is_block() {
            open.block = id;
        }
        match tag {
            Tag::A => open.link |= self.dom.attribute(id, Attribute::Href).is_some_and(|href| !self.is_own(href)),
            Tag::Button => open.link = true,
            Tag::Blockquote => open.quote = true,
            Tag::Figcaption | Tag::Caption => open.caption = true,
            Tag::Pre | Tag::Listing | Tag::Plaintext | Tag::Xmp => open.pre = true,
            Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir | Tag::Dl => {
                open.lists = open.lists.saturating_add(1);
                open.ordered = tag == Tag::Ol;
                open.items = 0;
            }
            Tag::Li | Tag::Dd | Tag::Dt => {
                let number = self.open.last_mut().and_then(|list| {
                    list.items = list.items.saturating_add(1);
                    list.ordered.then_some(list.items)
                });
                open.item = Item::Begins(number);
                open.lists = open.lists.max(1);
            }
            Tag::Table => {
                if let Some(table) = data_table(self.dom, id) {
                    self.table(id, table, &open);
                    self.open.push(open);
                    return false;
                }
            }
            _ => open.heading = tag.heading_level().or(open.heading),
        }
        self.open.push(open);
        true
    }

    fn leave(&mut self, id: NodeId) {
        let Data::Element(tag, _) = &self.dom.node(id).data else { return };
        if tag.is_block() {
            self.flush();
        }
        let closed = self.open.pop();
        // An item that got its text inside a nested element has begun for the elements around it too.
        if let (Some(closed), Some(outer)) = (closed, self.open.last_mut())
            && !matches!(tag, Tag::Li | Tag::Dd | Tag::Dt)
            && closed.item == Item::None
        {
            outer.item = Item::None;
        }
    }

    fn add(&mut self, text: &str) {
        let open = self.state();
        if open.pre {
            self.text.push_str(text);
            return;
        }
        let before = self.text.len();
        push_collapsed(&mut self.text, text);
        if open.link {
            self.link_chars += self.text.get(before..).map_or(0, |added| added.chars().count());
        }
    }

    /// A line break; the second of two in a row ends the paragraph.
    fn line_break(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        if self.text.ends_with('\n') && !self.state().pre {
            self.flush();
        } else if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Ends the block at hand.
    fn flush(&mut self) {
        let link_chars = std::mem::take(&mut self.link_chars);
        let mut text = std::mem::take(&mut self.text);
        let open = self.state();
        if open.pre {
            text = text.trim_matches('\n').trim_end().replace(['\r', '\0'], "");
        } else {
            text.truncate(text.trim_end().len());
        }
        if text.trim().is_empty() {
            return;
        }
        let kind = if let Some(level) = open.heading {
            Kind::Heading(level)
        } else if open.caption {
            Kind::Caption
        } else if let Item::Begins(number) = open.item {
            Kind::ListItem { depth: open.lists, number }
        } else if open.pre {
            Kind::Preformatted
        } else if open.quote {
            Kind::Quote
        } else {
            Kind::Paragraph
        };
        if matches!(kind, Kind::ListItem { .. })
            && let Some(last) = self.open.last_mut()
        {
            last.item = Item::None;
        }
        let chars = text.chars().count();
        self.out.push(Block { node: open.block, kind, text, chars, link_chars: link_chars.min(chars), excluded: open.excluded });
    }

    fn table(&mut self, id: NodeId, table: DataTable, open: &Open) {
        let chars = table.rows.iter().flatten().map(|cell| cell.chars().count()).sum();
        let link_chars = self.masses.links(id).min(chars);
        let kind = Kind::Table { rows: table.rows, header: table.header };
        if let Some(text) = table.caption.filter(|text| !text.is_empty()) {
            let chars = text.chars().count();
            self.out.push(Block { node: id, kind: Kind::Caption, text, chars, link_chars: 0, excluded: open.excluded });
        }
        self.out.push(Block { node: id, kind, text: String::new(), chars, link_chars, excluded: open.excluded });
    }
}

/// The cells of a table that holds data and does not merely lay out the page.
struct DataTable {
    rows: Vec<Vec<String>>,
    header: bool,
    caption: Option<String>,
}

/// A table is data if it has at least two rows and two columns, no table, heading, list or several paragraphs in a cell, and cells that are
/// short or are named by header cells. Layout tables of old pages fail one of these.
fn data_table(dom: &Dom, table: NodeId) -> Option<DataTable> {
    let mut found = DataTable { rows: Vec::new(), header: false, caption: None };
    let (mut header_cells, mut cells, mut long) = (0usize, 0usize, 0usize);
    let mut next = dom.node(table).first_child;
    while let Some(at) = next {
        let mut enter = dom.node(at).first_child;
        match dom.tag(at) {
            Some(Tag::Table | Tag::H1 | Tag::H2 | Tag::Article | Tag::Nav | Tag::Form | Tag::Blockquote) => return None,
            Some(Tag::Tr) => found.rows.push(Vec::new()),
            Some(Tag::Caption) => {
                found.caption = Some(dom.text(at, MAX_CELL));
                enter = None;
            }
            Some(tag @ (Tag::Td | Tag::Th)) => {
                if holds_blocks(dom, at) {
                    return None;
                }
                let text = dom.text(at, MAX_CELL);
                cells += 1;
                long += usize::from(text.chars().count() > 250);
                header_cells += usize::from(tag == Tag::Th);
                if found.rows.len() <= 1 && tag == Tag::Th {
                    found.header = true;
                }
                if found.rows.is_empty() {
                    found.rows.push(Vec::new());
                }
                if let Some(row) = found.rows.last_mut() {
                    row.push(text);
                }
                enter = None;
            }
            _ => {}
        }
        next = enter.or_else(|| dom.after(at, table));
    }
    found.rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    let columns = found.rows.iter().map(Vec::len).max().unwrap_or(0);
    let is_data = found.rows.len() >= 2 && columns >= 2 && (long * 5 < cells || header_cells >= 2);
    is_data.then_some(found)
}

/// Whether a cell holds what cells of data do not: tables, headings, lists, two paragraphs.
fn holds_blocks(dom: &Dom, cell: NodeId) -> bool {
    let mut paragraphs = 0;
    let mut next = dom.node(cell).first_child;
    while let Some(at) = next {
        match dom.tag(at) {
            Some(Tag::Table | Tag::H1 | Tag::H2 | Tag::H3 | Tag::Form | Tag::Article | Tag::Iframe) => return true,
            Some(Tag::P) => paragraphs += 1,
            _ => {}
        }
        if paragraphs > 2 {
            return true;
        }
        next = dom.node(at).first_child.or_else(|| dom.after(at, cell));
    }
    false
}
