//! Tree of a page in, what it declares about itself out: title, authors, publisher, dates, language, address, each with where it stood.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::dom::{Attribute, Dom, NodeId};
use super::hint;
use super::json_ld::{self, LinkedData};
use super::tag::Tag;
use crate::{
    ingest::metadata::{byline, date},
    text::Span,
};

/// Where on the page a declaration stands; the more formal ones are believed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A JSON-LD script.
    JsonLd,
    /// A `meta` or `link` element, or the `lang` of the page.
    Meta,
    /// A `time` element's `datetime`, or a property in the markup.
    Markup,
    /// The words that a reader sees.
    Visible,
}

/// A value as the page gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The value; dates are not changed.
    pub value: String,
    /// Where it stood.
    pub origin: Origin,
}

/// What a page says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The headline, without the name of the site.
    pub title: Option<Declared>,
    /// The people or bodies named as authors, each once.
    pub authors: Vec<Declared>,
    /// The site or paper.
    pub publisher: Option<Declared>,
    /// When it was published.
    pub published: Option<Declared>,
    /// When it was last changed.
    pub modified: Option<Declared>,
    /// The language, as a BCP 47 tag.
    pub language: Option<Declared>,
    /// The canonical address.
    pub address: Option<Declared>,
    /// The page's own summary.
    pub description: Option<Declared>,
}

/// Bytes of a declared value that are read.
const MAX_VALUE: usize = 2_000;
/// Authors that are kept.
const MAX_AUTHORS: usize = 20;

/// The names of meta elements with the field they declare and their rank in it.
static META: LazyLock<BTreeMap<&'static str, (&'static str, usize)>> = LazyLock::new(|| {
    include_str!("../../../data/html/meta.csv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(','))
        .enumerate()
        .map(|(rank, (field, name))| (name.trim(), (field.trim(), rank)))
        .collect()
});

/// Reads what a page declares, and every form of its title (for telling the title from the text).
pub fn metadata(dom: &Dom) -> (Metadata, Vec<String>) {
    let linked = json_ld::read(dom);
    let meta = Meta::of(dom);
    let marked = Marked::of(dom);
    let publisher = first([ld(&linked.publisher), meta.first("publisher")]);
    let headings = marked.headings;
    let titles = [
        linked.headline.clone(),
        meta.first("title").map(|found| found.value),
        (headings.len() == 1).then(|| headings.first().cloned()).flatten(),
        marked.title.clone(),
    ];
    let site = publisher.as_ref().map(|found| found.value.as_str());
    let origins = [Origin::JsonLd, Origin::Meta, Origin::Visible, Origin::Meta];
    let title = titles
        .iter()
        .zip(origins)
        .find_map(|(value, origin)| Some(Declared { value: without_site(value.as_ref()?, site).to_owned(), origin }))
        .filter(|title| !title.value.is_empty());
    let mut all_titles: Vec<String> = titles.iter().flatten().map(|value| without_site(value, site).to_owned()).collect();
    all_titles.extend(title_parts(marked.title.as_deref()));
    let metadata = Metadata {
        title,
        authors: authors(&linked, &meta, marked.authors, marked.byline),
        published: first_date([ld(&linked.published), meta.first("published"), marked.published]),
        modified: first_date([ld(&linked.modified), meta.first("modified"), marked.modified]),
        language: first([marked.language, meta.first("language"), ld(&linked.language)]).map(language_tag),
        address: first([marked.canonical, meta.first("address"), ld(&linked.address)]).filter(|found| is_web_address(&found.value)),
        description: first([meta.first("description"), ld(&linked.description)]),
        publisher,
    };
    (metadata, all_titles)
}

fn first<const N: usize>(found: [Option<Declared>; N]) -> Option<Declared> {
    found.into_iter().flatten().next()
}

/// The first that is a date; words that are none ("today") are kept only where no other place has one.
fn first_date(found: [Option<Declared>; 3]) -> Option<Declared> {
    let sound = found.iter().flatten().find(|declared| date::parse_start(&declared.value).is_some()).cloned();
    sound.or_else(|| first(found))
}

fn ld(value: &Option<String>) -> Option<Declared> {
    value.clone().map(|value| Declared { value, origin: Origin::JsonLd })
}

/// `og:locale` writes "en_GB" for what is "en-GB".
fn language_tag(mut found: Declared) -> Declared {
    found.value = found.value.replace('_', "-");
    found
}

/// Only addresses of the web are kept: no "javascript:" gets anywhere from here.
fn is_web_address(value: &str) -> bool {
    let lower = value.get(..8).unwrap_or(value).to_ascii_lowercase();
    lower.starts_with("https://") || lower.starts_with("http://")
}

/// A title without the name of the site at its end: "Talks resume - The Paper" of "The Paper" is "Talks resume".
fn without_site<'a>(title: &'a str, site: Option<&str>) -> &'a str {
    let title = title.trim();
    let Some(rest) = site.filter(|site| !site.is_empty()).and_then(|site| title.strip_suffix(site)) else { return title };
    let cut = rest.trim_end();
    let bare = cut.trim_end_matches(['-', '|', '–', '—', '·', ':', '»', '•', '/']).trim_end();
    if bare.len() < cut.len() && !bare.is_empty() { bare } else { title }
}

/// What stands before each " | " or " - " of a title element, for comparing with headings.
fn title_parts(title: Option<&str>) -> Vec<String> {
    let Some(title) = title else { return Vec::new() };
    [" | ", " - ", " – ", " — ", " · ", " » ", " :: ", " : "]
        .iter()
        .filter_map(|mark| title.rfind(mark).and_then(|at| title.get(..at)))
        .filter(|part| part.split_whitespace().count() > 2)
        .map(|part| part.trim().to_owned())
        .collect()
}

fn authors(linked: &LinkedData, meta: &Meta, marked: Vec<String>, byline: Option<String>) -> Vec<Declared> {
    let sources = [
        (linked.authors.clone(), Origin::JsonLd),
        (meta.all("author"), Origin::Meta),
        (marked, Origin::Markup),
        (Vec::from_iter(byline), Origin::Visible),
    ];
    let mut found: Vec<Declared> = Vec::new();
    for (names, origin) in sources {
        for name in names {
            let value = author_name(&name).to_owned();
            let is_name = !value.is_empty() && value.chars().count() <= 80 && !value.contains("://") && !value.starts_with('@');
            if is_name && found.len() < MAX_AUTHORS && !found.iter().any(|known| known.value.eq_ignore_ascii_case(&value)) {
                found.push(Declared { value, origin });
            }
        }
        // A less formal place repeats the names in other words; it is asked only if the others say nothing.
        if !found.is_empty() {
            break;
        }
    }
    found
}

/// A byline without its "By".
fn author_name(text: &str) -> &str {
    let text = text.trim();
    match text.get(..3) {
        Some(by) if by.eq_ignore_ascii_case("by ") => text.get(3..).unwrap_or("").trim(),
        _ => text,
    }
}

/// The `meta` elements: field, rank, value.
struct Meta(Vec<(&'static str, usize, String)>);

impl Meta {
    fn of(dom: &Dom) -> Meta {
        let mut found = Vec::new();
        for (id, tag) in dom.elements() {
            let Some(content) = dom.attribute(id, Attribute::Content).filter(|_| tag == Tag::Meta) else { continue };
            for attribute in [Attribute::Property, Attribute::Name] {
                let name = dom.attribute(id, attribute).unwrap_or_default().trim().to_ascii_lowercase();
                let value = collapsed(content);
                if let Some((field, rank)) = META.get(name.as_str())
                    && !value.is_empty()
                {
                    found.push((*field, *rank, value));
                }
            }
        }
        // Stable: among equals the first on the page.
        found.sort_by_key(|(_, rank, _)| *rank);
        Meta(found)
    }

    fn first(&self, field: &str) -> Option<Declared> {
        self.0.iter().find(|(own, ..)| *own == field).map(|(.., value)| Declared { value: value.clone(), origin: Origin::Meta })
    }

    fn all(&self, field: &str) -> Vec<String> {
        self.0.iter().filter(|(own, ..)| *own == field).map(|(.., value)| value.clone()).collect()
    }
}

/// What elements of the page's body, and the head's `title` and `link`, declare.
#[derive(Default)]
struct Marked {
    title: Option<String>,
    headings: Vec<String>,
    authors: Vec<String>,
    /// The name in the first element that its class calls a byline.
    byline: Option<String>,
    published: Option<Declared>,
    modified: Option<Declared>,
    language: Option<Declared>,
    canonical: Option<Declared>,
}

impl Marked {
    fn of(dom: &Dom) -> Marked {
        let mut marked = Marked::default();
        let mut time_text = None;
        for (id, tag) in dom.elements() {
            match tag {
                Tag::Title if marked.title.is_none() => marked.title = Some(dom.text(id, MAX_VALUE)).filter(|text| !text.is_empty()),
                Tag::H1 if marked.headings.len() < 20 => {
                    marked.headings.extend(Some(dom.text(id, MAX_VALUE)).filter(|text| !text.is_empty()))
                }
                Tag::Html if marked.language.is_none() => marked.language = declared(dom.attribute(id, Attribute::Lang), Origin::Meta),
                Tag::Link if marked.canonical.is_none() && has_word(dom, id, Attribute::Rel, "canonical") => {
                    marked.canonical = declared(dom.attribute(id, Attribute::Href), Origin::Meta);
                }
                Tag::Time if marked.published.is_none() => {
                    marked.published = declared(dom.attribute(id, Attribute::DateTime), Origin::Markup);
                    if time_text.is_none() {
                        time_text = declared(Some(&dom.text(id, 200)), Origin::Visible);
                    }
                }
                Tag::A if has_word(dom, id, Attribute::Rel, "author") && marked.authors.len() < MAX_AUTHORS => {
                    marked.authors.push(dom.text(id, 200))
                }
                _ => {}
            }
            if marked.byline.is_none() && dom.attribute(id, Attribute::Class).is_some_and(names_author) {
                let line = dom.text(id, 200);
                marked.byline = byline::author(&line, Span::new(0, line.len())).map(|name| name.of(&line).to_owned());
            }
            marked.property(dom, id);
        }
        marked.published = marked.published.or(time_text);
        marked
    }

    /// Properties of schema.org in the markup.
    fn property(&mut self, dom: &Dom, id: NodeId) {
        let Some(property) = dom.attribute(id, Attribute::Property) else { return };
        let value = || {
            let attribute = dom.attribute(id, Attribute::Content).or_else(|| dom.attribute(id, Attribute::DateTime));
            declared(attribute.map(str::to_owned).or_else(|| Some(dom.text(id, 200))).as_deref(), Origin::Markup)
        };
        if property.eq_ignore_ascii_case("datePublished") {
            self.published = value().or(self.published.take());
        } else if property.eq_ignore_ascii_case("dateModified") {
            self.modified = value().or(self.modified.take());
        } else if property.eq_ignore_ascii_case("author") && self.authors.len() < MAX_AUTHORS {
            self.authors.extend(value().map(|found| found.value));
        }
    }
}

/// Whether the words of a class are those of a byline.
fn names_author(class: &str) -> bool {
    hint::hints(class).iter().any(|(_, rule)| *rule == "drop.author")
}

fn has_word(dom: &Dom, id: NodeId, attribute: Attribute, word: &str) -> bool {
    dom.attribute(id, attribute).is_some_and(|value| value.split_ascii_whitespace().any(|own| own.eq_ignore_ascii_case(word)))
}

fn declared(value: Option<&str>, origin: Origin) -> Option<Declared> {
    let value = collapsed(value?);
    (!value.is_empty()).then_some(Declared { value, origin })
}

fn collapsed(value: &str) -> String {
    let mut text = String::new();
    super::dom::push_collapsed(&mut text, value);
    text.truncate(text.trim_end().len());
    text
}
