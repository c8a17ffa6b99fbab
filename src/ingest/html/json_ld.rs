//! JSON-LD scripts of a page in, what they say about the article out.

use serde_json::Value;

use super::dom::{Attribute, Dom, push_collapsed};
use super::tag::Tag;

/// What the scripts say; of several articles the first one's, of several values the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkedData {
    /// `headline`, else `name`.
    pub headline: Option<String>,
    /// The names under `author`.
    pub authors: Vec<String>,
    /// The name of `publisher`.
    pub publisher: Option<String>,
    /// `datePublished`
    pub published: Option<String>,
    /// `dateModified`
    pub modified: Option<String>,
    /// `inLanguage`
    pub language: Option<String>,
    /// `mainEntityOfPage` or `url`
    pub address: Option<String>,
    /// `description`
    pub description: Option<String>,
}

/// Objects of all scripts that are looked at.
const MAX_OBJECTS: usize = 10_000;
/// Bytes of a value that are kept.
const MAX_VALUE: usize = 2_000;

/// Reads the scripts. What is no JSON is passed over; the JSON reader bounds its own depth.
pub fn read(dom: &Dom) -> LinkedData {
    let mut found = LinkedData::default();
    let mut objects = 0;
    for (id, tag) in dom.elements() {
        if tag != Tag::Script || dom.attribute(id, Attribute::Type).is_none() {
            continue;
        }
        let Some(super::dom::Data::Text(script)) = dom.node(id).first_child.map(|child| &dom.node(child).data) else { continue };
        let Ok(value) = serde_json::from_str::<Value>(&without_breaks(script)) else { continue };
        let mut stack = vec![&value];
        while let Some(value) = stack.pop() {
            objects += 1;
            if objects > MAX_OBJECTS {
                return found;
            }
            match value {
                Value::Array(values) => stack.extend(values.iter().rev()),
                Value::Object(fields) => {
                    if is_article(fields.get("@type")) {
                        found.take(fields);
                    } else {
                        stack.extend(fields.get("mainEntity"));
                        stack.extend(fields.get("@graph"));
                    }
                }
                _ => {}
            }
        }
    }
    found
}

/// Some pages break lines inside strings, which JSON forbids; a space is as good.
fn without_breaks(script: &str) -> String {
    script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn is_article(kind: Option<&Value>) -> bool {
    let is = |value: &Value| value.as_str().is_some_and(|name| name.ends_with("Article") || name.ends_with("Posting") || name == "Report");
    match kind {
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
        None => false,
    }
}

impl LinkedData {
    fn take(&mut self, fields: &serde_json::Map<String, Value>) {
        let fill = |slot: &mut Option<String>, names: &[&str]| {
            if slot.is_none() {
                *slot = names.iter().find_map(|name| text(fields.get(*name)?));
            }
        };
        fill(&mut self.headline, &["headline", "name"]);
        fill(&mut self.publisher, &["publisher"]);
        fill(&mut self.published, &["datePublished", "dateCreated"]);
        fill(&mut self.modified, &["dateModified"]);
        fill(&mut self.language, &["inLanguage"]);
        fill(&mut self.address, &["mainEntityOfPage", "url"]);
        fill(&mut self.description, &["description"]);
        if self.authors.is_empty() {
            self.authors = match fields.get("author") {
                Some(Value::Array(authors)) => authors.iter().filter_map(text).collect(),
                Some(author) => text(author).into_iter().collect(),
                None => Vec::new(),
            };
        }
    }
}

/// A value's text: its own, the name of an object, the first of a list.
fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.as_str(),
        Value::Object(fields) => ["name", "@id", "url"].iter().find_map(|name| fields.get(*name)?.as_str())?,
        Value::Array(values) => values.iter().find_map(|value| value.as_str().or_else(|| value.get("name")?.as_str()))?,
        _ => return None,
    };
    let mut plain = String::new();
    push_collapsed(&mut plain, text.get(..MAX_VALUE).unwrap_or(text));
    plain.truncate(plain.trim_end().len());
    (!plain.is_empty()).then(|| decoded(&plain))
}

/// Publishing systems often leave entities in these strings: "Smith &amp; Sons".
fn decoded(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut plain = String::new();
    for Ok(token) in html5gum::Tokenizer::new(text) {
        if let html5gum::Token::String(piece) = token {
            plain.push_str(&String::from_utf8_lossy(&piece));
        }
    }
    plain
}
