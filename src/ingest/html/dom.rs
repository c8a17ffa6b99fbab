//! Text of a page in, tree of elements out: html5gum's tokens, put together by the rules of the HTML standard that matter to text.
//!
//! The tokens are the standard's. The tree is simpler than a browser's: elements that a page leaves open are closed where the standard
//! says, but formatting elements are not opened again and table content is not moved. That costs nothing for the words, and it is what
//! keeps the work linear: the standard's own algorithm can be made quadratic by a page that means to.

use html5gum::{DefaultEmitter, Error, StartTag, Token, Tokenizer};

use super::tag::Tag;

/// Elements nested deeper than this are not opened; their text goes to the innermost element that is. Browsers stop at 512 too.
const MAX_DEPTH: usize = 512;
/// Nodes after which the rest of the page is not read: a bound for memory, far above any article.
const MAX_NODES: usize = 1_000_000;
/// Bytes of an attribute that are kept.
const MAX_ATTRIBUTE: usize = 4_096;

/// The place of a node in its [`Dom`].
pub type NodeId = usize;
/// The node that holds all others.
pub const ROOT: NodeId = 0;

/// What a node is.
#[derive(Debug)]
pub enum Data {
    /// An element with those of its attributes that this reader looks at.
    Element(Tag, Vec<(Attribute, String)>),
    /// Text, decoded, with its white space as it was.
    Text(String),
}

/// The attributes that are read; no other one is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// `class`
    Class,
    /// `id`
    Id,
    /// `role`
    Role,
    /// `itemprop` or RDFa's `property`
    Property,
    /// `name`
    Name,
    /// `content`
    Content,
    /// `datetime`
    DateTime,
    /// `href`
    Href,
    /// `rel`
    Rel,
    /// `type`
    Type,
    /// `lang`
    Lang,
    /// `hidden`, `aria-hidden="true"`, or `style` with `display:none` or `visibility:hidden`; the value is empty
    Hidden,
}

/// A node of the tree. Children always come after their parent in [`Dom::nodes`].
#[derive(Debug)]
pub struct Node {
    /// The element around it; the root is its own parent.
    pub parent: NodeId,
    /// Its first child.
    pub first_child: Option<NodeId>,
    /// The node after it with the same parent.
    pub next: Option<NodeId>,
    last_child: Option<NodeId>,
    /// What it is.
    pub data: Data,
}

impl Node {
    fn root() -> Node {
        Node { parent: ROOT, first_child: None, next: None, last_child: None, data: Data::Element(Tag::Other, Vec::new()) }
    }
}

/// The tree of a page, all nodes in document order.
#[derive(Debug)]
pub struct Dom {
    /// The nodes; [`ROOT`] is always there.
    pub nodes: Vec<Node>,
    /// What an id of another tree would give.
    nowhere: Node,
    /// Whether elements were nested too deeply to be told apart.
    pub too_deep: bool,
    /// Whether the page has more nodes than are read.
    pub truncated: bool,
    /// Bytes at the end of the page that a tag or comment without its end took into itself.
    pub unclosed: usize,
}

impl Dom {
    /// The node of an id. An id that is not of this tree gives an empty element, so that no caller can fail.
    pub fn node(&self, id: NodeId) -> &Node {
        self.nodes.get(id).unwrap_or(&self.nowhere)
    }

    /// The tag of an element; `None` for text.
    pub fn tag(&self, id: NodeId) -> Option<Tag> {
        match &self.node(id).data {
            Data::Element(tag, _) => Some(*tag),
            Data::Text(_) => None,
        }
    }

    /// The value of an attribute.
    pub fn attribute(&self, id: NodeId, wanted: Attribute) -> Option<&str> {
        match &self.node(id).data {
            Data::Element(_, attributes) => attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str()),
            Data::Text(_) => None,
        }
    }

    /// The text under a node with its white space collapsed, at most `limit` bytes of it.
    pub fn text(&self, id: NodeId, limit: usize) -> String {
        let mut text = String::new();
        let mut next = self.node(id).first_child;
        while let Some(at) = next {
            let node = self.node(at);
            let mut enter = None;
            match &node.data {
                Data::Text(piece) => push_collapsed(&mut text, piece),
                Data::Element(tag, _) if tag.is_never_text() && *tag != Tag::Title => {}
                Data::Element(tag, _) => {
                    if tag.is_block() || *tag == Tag::Br {
                        push_collapsed(&mut text, " ");
                    }
                    enter = node.first_child;
                }
            }
            if text.len() >= limit {
                break;
            }
            next = enter.or_else(|| self.after(at, id));
        }
        text.truncate(text.trim_end().len());
        text
    }

    /// The node that follows `at` and all in it, without leaving `within`.
    pub fn after(&self, mut at: NodeId, within: NodeId) -> Option<NodeId> {
        while at != within {
            let node = self.node(at);
            if node.next.is_some() {
                return node.next;
            }
            at = node.parent;
        }
        None
    }

    /// The elements with a tag, in document order.
    pub fn elements(&self) -> impl Iterator<Item = (NodeId, Tag)> + '_ {
        self.nodes.iter().enumerate().filter_map(|(id, node)| match node.data {
            Data::Element(tag, _) => Some((id, tag)),
            Data::Text(_) => None,
        })
    }
}

/// Adds `piece` to `text` as a browser shows it: each run of white space is one space, and none stands at the start.
pub fn push_collapsed(text: &mut String, piece: &str) {
    for c in piece.chars() {
        let is_space = matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c' | '\u{a0}' | '\u{2028}' | '\u{2029}');
        let is_invisible = c == '\u{ad}' || c == '\u{200b}' || c == '\u{feff}' || (c.is_control() && !is_space);
        if is_space {
            if !text.is_empty() && !text.ends_with([' ', '\n']) {
                text.push(' ');
            }
        } else if !is_invisible {
            text.push(c);
        }
    }
}

/// Reads a page. Any text gives a tree.
pub fn parse(html: &str) -> Dom {
    let mut builder = Builder {
        dom: Dom { nodes: vec![Node::root()], nowhere: Node::root(), too_deep: false, truncated: false, unclosed: 0 },
        open: vec![(ROOT, Tag::Html)],
        counts: [0; Tag::COUNT],
        overflow: 0,
    };
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    // Where the last piece of the page ends that became part of the tree.
    let mut end = 0;
    emitter.naively_switch_states(true);
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        if builder.dom.nodes.len() >= MAX_NODES {
            builder.dom.truncated = true;
            break;
        }
        match token {
            Token::StartTag(tag) => {
                end = tag.span.end;
                builder.start(&tag);
            }
            Token::EndTag(tag) => {
                end = tag.span.end;
                builder.end(Tag::named(&tag.name));
            }
            Token::String(text) => {
                end = text.span.end;
                builder.text(&text);
            }
            Token::Error(error) if matches!(*error, Error::EofInTag | Error::EofInComment) => {
                builder.dom.unclosed = html.len().saturating_sub(end);
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    builder.dom
}

struct Builder {
    dom: Dom,
    /// The open elements, outermost first; the root is never closed.
    open: Vec<(NodeId, Tag)>,
    /// How many elements of a tag are open, so that most end tags without a start need no search.
    counts: [u32; Tag::COUNT],
    /// Elements that were opened beyond the greatest depth and not closed yet.
    overflow: usize,
}

impl Builder {
    fn current(&self) -> (NodeId, Tag) {
        self.open.last().copied().unwrap_or((ROOT, Tag::Html))
    }

    fn count(&self, tag: Tag) -> u32 {
        self.counts.get(tag as usize).copied().unwrap_or(0)
    }

    fn append(&mut self, data: Data) -> NodeId {
        let (parent, _) = self.current();
        let id = self.dom.nodes.len();
        self.dom.nodes.push(Node { parent, first_child: None, next: None, last_child: None, data });
        let before = self.dom.nodes.get_mut(parent).and_then(|node| {
            node.first_child.get_or_insert(id);
            node.last_child.replace(id)
        });
        if let Some(node) = before.and_then(|before| self.dom.nodes.get_mut(before)) {
            node.next = Some(id);
        }
        id
    }

    fn text(&mut self, bytes: &[u8]) {
        let (_, tag) = self.current();
        let keeps = !tag.is_never_text() || matches!(tag, Tag::Title | Tag::Script);
        if !keeps {
            return;
        }
        if tag == Tag::Script && !self.is_data_script() {
            return;
        }
        let text = String::from_utf8_lossy(bytes).into_owned();
        if let Some(Node { data: Data::Text(before), .. }) =
            self.dom.nodes.get(self.current().0).and_then(|node| node.last_child).and_then(|last| self.dom.nodes.get_mut(last))
        {
            before.push_str(&text);
            return;
        }
        self.append(Data::Text(text));
    }

    /// Whether the open script holds data (JSON-LD) and not a program.
    fn is_data_script(&self) -> bool {
        self.dom.attribute(self.current().0, Attribute::Type).is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
    }

    fn start(&mut self, token: &StartTag<usize>) {
        let tag = Tag::named(&token.name);
        if matches!(tag, Tag::Html | Tag::Head | Tag::Body) && self.count(tag) > 0 {
            return;
        }
        self.close_implied(tag);
        if tag.is_void() || (token.self_closing && self.count(Tag::Svg) + self.count(Tag::Math) > 0) {
            self.append(Data::Element(tag, attributes(token)));
        } else if self.open.len() >= MAX_DEPTH {
            self.overflow += 1;
            self.dom.too_deep = true;
        } else {
            let id = self.append(Data::Element(tag, attributes(token)));
            self.open.push((id, tag));
            if let Some(count) = self.counts.get_mut(tag as usize) {
                *count += 1;
            }
        }
    }

    /// Closes what the standard closes when `tag` begins although its end tag is missing.
    fn close_implied(&mut self, tag: Tag) {
        use Tag::*;
        if tag.ends_paragraph() {
            self.close_if_open(P, &[Button, Td, Th, Caption, Table, Object, Template]);
        }
        match tag {
            Body => self.close_if_open(Head, &[]),
            Li => self.close_if_open(Li, &[Ul, Ol, Menu, Dir, Table, Td, Th]),
            Dd | Dt => {
                self.close_if_open(Dd, &[Dl, Table, Td, Th]);
                self.close_if_open(Dt, &[Dl, Table, Td, Th]);
            }
            A => self.close_if_open(A, &[Table, Td, Th, Div, P, Li, Section, Article, Object]),
            Button => self.close_if_open(Button, &[Table, Td, Th]),
            Option | Optgroup => self.close_if_open(Option, &[Select, Datalist]),
            Td | Th => {
                self.close_if_open(Td, &[Table]);
                self.close_if_open(Th, &[Table]);
            }
            Tr => self.close_if_open(Tr, &[Table]),
            Tbody | Thead | Tfoot => {
                for part in [Tbody, Thead, Tfoot] {
                    self.close_if_open(part, &[Table]);
                }
            }
            H1 | H2 | H3 | H4 | H5 | H6 if self.current().1.heading_level().is_some() => self.pop_to(self.open.len() - 1),
            _ => {}
        }
    }

    /// Closes the innermost open `tag`, and all in it, unless one of `bounds` stands between.
    fn close_if_open(&mut self, tag: Tag, bounds: &[Tag]) {
        self.close_within(tag, |open| bounds.contains(&open));
    }

    /// The same with any test for what may not stand between.
    fn close_within(&mut self, tag: Tag, is_bound: impl Fn(Tag) -> bool) {
        if self.count(tag) == 0 {
            return;
        }
        for (at, (_, open)) in self.open.iter().enumerate().skip(1).rev() {
            if *open == tag {
                self.pop_to(at);
                return;
            }
            if is_bound(*open) {
                return;
            }
        }
    }

    fn end(&mut self, tag: Tag) {
        use Tag::*;
        if tag == Br {
            self.append(Data::Element(Br, Vec::new()));
            return;
        }
        // What follows the end of the body still belongs to it.
        if matches!(tag, Html | Body) || tag.is_void() {
            return;
        }
        if self.overflow > 0 {
            self.overflow -= 1;
            return;
        }
        match tag {
            Table | Template | Svg | Math => self.close_if_open(tag, &[]),
            Tr | Td | Th | Tbody | Thead | Tfoot | Caption => self.close_if_open(tag, &[Table]),
            _ if tag.is_block() || matches!(tag, Button | Object | Head | Select) => {
                self.close_if_open(tag, &[Table, Td, Th, Caption, Template])
            }
            // An inline element ends only where no block element was opened in it since.
            _ => self.close_within(tag, |open| open.is_block()),
        }
    }

    fn pop_to(&mut self, length: usize) {
        while self.open.len() > length.max(1) {
            if let Some((_, tag)) = self.open.pop()
                && let Some(count) = self.counts.get_mut(tag as usize)
            {
                *count = count.saturating_sub(1);
            }
        }
    }
}

/// The attributes of a tag that are kept.
fn attributes(token: &StartTag<usize>) -> Vec<(Attribute, String)> {
    let mut kept = Vec::new();
    for (name, value) in &token.attributes {
        let attribute = match name.as_slice() {
            b"class" => Attribute::Class,
            b"id" => Attribute::Id,
            b"role" => Attribute::Role,
            b"itemprop" | b"property" => Attribute::Property,
            b"name" => Attribute::Name,
            b"content" => Attribute::Content,
            b"datetime" => Attribute::DateTime,
            b"href" => Attribute::Href,
            b"rel" => Attribute::Rel,
            b"type" => Attribute::Type,
            b"lang" => Attribute::Lang,
            b"hidden" | b"aria-hidden" | b"style" => Attribute::Hidden,
            _ => continue,
        };
        let text = String::from_utf8_lossy(value.get(..MAX_ATTRIBUTE).unwrap_or(value)).into_owned();
        if attribute != Attribute::Hidden {
            kept.push((attribute, text));
        } else if hides(name, &text) {
            kept.push((Attribute::Hidden, String::new()));
        }
    }
    kept
}

/// Whether an attribute with this value takes its element off the page.
fn hides(name: &[u8], value: &str) -> bool {
    let plain: String = value.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    match name {
        b"hidden" => true,
        b"aria-hidden" => plain == "true",
        _ => plain.contains("display:none") || plain.contains("visibility:hidden"),
    }
}
