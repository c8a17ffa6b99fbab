//! Web addresses, e-mail addresses, handles, names of domains and files.

use super::chunk::Chunk;
use crate::syntax::{
    character::{Class, class},
    knowledge::{Ending, knowledge},
};

/// The longest local part of an e-mail address (RFC 5321, section 4.5.3.1.1).
const LOCAL_PART: usize = 64;
/// The longest name of a domain or a file that is looked for, in bytes.
const DOTTED_NAME: usize = 96;
/// The longest handle or hashtag that is looked for.
const HANDLE: usize = 140;

/// The end of an address that starts here.
pub fn end(chunk: &Chunk, from: usize) -> Option<usize> {
    if !(chunk.has_at || chunk.has_inner_stop || chunk.has_slash || chunk.char(from) == Some('#')) {
        return None;
    }
    // An address starts where a word does.
    if chunk.before(from).is_some_and(|c| matches!(class(c), Class::Letter | Class::Digit)) {
        return None;
    }
    let first = chunk.char(from)?;
    if matches!(first, '@' | '#') {
        return handle(chunk, from);
    }
    if !first.is_alphanumeric() {
        return None;
    }
    if chunk.has_slash || chunk.has_inner_stop {
        let rest = chunk.slice(from, chunk.span.end).as_bytes();
        let starts = |scheme: &str| rest.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme.as_bytes()));
        if ["http://", "https://", "ftp://", "www."].into_iter().any(starts) {
            return Some(trimmed(chunk, from, chunk.span.end));
        }
    }
    chunk.has_at.then(|| email(chunk, from)).flatten().or_else(|| chunk.has_inner_stop.then(|| dotted(chunk, from)).flatten())
}

/// Takes off what punctuates the sentence and not the address. A closing bracket stays if it was opened in the address.
fn trimmed(chunk: &Chunk, from: usize, end: usize) -> usize {
    let mut end = chunk.run(from, end - from, |c| !matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»' | '|'));
    let address = chunk.slice(from, end);
    let mut open = address.bytes().filter(|b| *b == b'(').count();
    let mut close = address.bytes().filter(|b| *b == b')').count();
    for (at, c) in address.char_indices().rev() {
        match c {
            '(' => open = open.saturating_sub(1),
            ')' if close > open => close -= 1,
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | ']' | '}' | '*' => {}
            _ => break,
        }
        if at == 0 {
            break;
        }
        end = from + at;
    }
    end
}

fn email(chunk: &Chunk, from: usize) -> Option<usize> {
    let local = chunk.run(from, LOCAL_PART, |c| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-'));
    if chunk.char(local)? != '@' {
        return None;
    }
    let found = labels(chunk, local + 1)?;
    // The name of a machine or a department, as programs for mail inside an office write it: "Lind@HARBOUR".
    let inside = || chunk.slice(local + 1, found.end).chars().all(|c| c.is_alphabetic() || c == '_') && found.end > local + 2;
    (found.labels > 1 || inside()).then_some(found.end)
}

fn handle(chunk: &Chunk, from: usize) -> Option<usize> {
    let end = chunk.run(from + 1, HANDLE, |c| c.is_alphanumeric() || c == '_');
    // The end of an address whose start is left to the reader: "@example.org".
    let domain = if chunk.char(end) == Some('.') { labels(chunk, from + 1) } else { None };
    let domain = domain.filter(|found| found.labels > 1 && knowledge().ending(chunk.slice(found.last, found.end)) == Some(Ending::Domain));
    chunk.slice(from + 1, end).chars().any(char::is_alphabetic).then_some(domain.map_or(end, |found| found.end))
}

/// A name with full stops in it.
#[derive(Debug, Clone, Copy)]
struct Labels {
    end: usize,
    /// Where the last part starts.
    last: usize,
    labels: usize,
}

/// Parts of letters, digits, hyphens and underscores with a single full stop between each two.
fn labels(chunk: &Chunk, from: usize) -> Option<Labels> {
    let mut found = Labels { end: from, last: from, labels: 0 };
    loop {
        let end = chunk.run(found.last, DOTTED_NAME, |c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        if end == found.last || end - from > DOTTED_NAME {
            // A stop with nothing behind it ends the sentence; take it off.
            found.last = if found.labels > 0 { found.last } else { return None };
            return Some(found);
        }
        found = Labels { end, last: found.last, labels: found.labels + 1 };
        let next = end + 1;
        if chunk.char(end) != Some('.') || !chunk.char(next).is_some_and(char::is_alphanumeric) {
            return Some(found);
        }
        found.last = next;
    }
}

/// The name of a domain, with a path behind it, or of a file: told by its last part.
fn dotted(chunk: &Chunk, from: usize) -> Option<usize> {
    let found = labels(chunk, from)?;
    let last = chunk.slice(found.last, found.end);
    let one_case = !last.chars().any(char::is_uppercase) || !last.chars().any(char::is_lowercase);
    if found.labels < 2 || !one_case {
        return None;
    }
    // "alt.politics.europe": three parts in small letters are no sentences with their spaces missing. "1.5-2.0" is a range.
    let name = chunk.slice(from, found.end);
    let is_small = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    let is_range = name.contains('-') && name.bytes().any(|b| b.is_ascii_digit());
    if found.labels > 2 && is_small && !is_range {
        return Some(found.end);
    }
    let path = chunk.char(found.end) == Some('/');
    match knowledge().ending(last)? {
        Ending::Domain if path => Some(trimmed(chunk, from, chunk.span.end)),
        Ending::Second if path && found.labels > 2 => Some(trimmed(chunk, from, chunk.span.end)),
        Ending::Domain | Ending::File => Some(found.end),
        Ending::Second => (found.labels > 2).then_some(found.end),
    }
}
