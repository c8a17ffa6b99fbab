//! From the content and the name of a file to its format.

use super::Format;

/// How much of a text is looked at for the marks of Markdown.
const LINES: usize = 400;

/// Whether bytes start like a web page, before they are decoded; marks and white space at the start are passed over.
pub fn is_page(name: &str, bytes: &[u8]) -> bool {
    let head = bytes.get(..1024.min(bytes.len())).unwrap_or_default();
    is_html(name, &String::from_utf8_lossy(head).replace('\0', ""))
}

/// What a decoded file is: a page if it starts like one, or is named like one and holds a tag; Markdown by its name or at least two
/// kinds of mark that plain text hardly has; else plain text.
pub fn format(name: &str, text: &str) -> Format {
    if is_html(name, text) {
        Format::Html
    } else if has_ending(name, &["md", "markdown", "mdown", "mkd"]) || has_markdown_marks(text) {
        Format::Markdown
    } else {
        Format::Text
    }
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

fn is_html(name: &str, text: &str) -> bool {
    let mut head: &str = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}' || c == '\u{FFFD}');
    while let Some((_, rest)) = head.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")) {
        head = rest.trim_start();
    }
    let starts = |text: &str, tag: &str| {
        let after = text.as_bytes().get(tag.len());
        text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)) && after.is_none_or(|byte| !byte.is_ascii_alphanumeric())
    };
    if ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| starts(head, tag)) {
        return true;
    }
    if starts(head, "<?xml") {
        let rest = head.split_once("?>").map_or("", |(_, rest)| rest).trim_start();
        return starts(rest, "<!doctype html") || starts(rest, "<html");
    }
    has_ending(name, &["html", "htm", "xhtml"]) && (head.starts_with('<') || head.contains("</"))
}

/// Headings with `#`, links, fences, emphasis in asterisks: two kinds of them, the first at least twice.
fn has_markdown_marks(text: &str) -> bool {
    let (mut headings, mut links, mut fences, mut strong) = (0, 0, 0, 0);
    for line in text.lines().take(LINES) {
        let marks = line.bytes().take_while(|byte| *byte == b'#').count();
        headings += usize::from((1..=6).contains(&marks) && line.as_bytes().get(marks) == Some(&b' '));
        links += usize::from(line.split(']').skip(1).any(|behind| behind.starts_with("(http")));
        fences += usize::from(line.starts_with("```"));
        strong += usize::from(line.contains('*') && line.matches("**").count() >= 2);
    }
    let kinds = [headings, links, fences, strong].iter().filter(|count| **count > 0).count();
    headings >= 2 || kinds >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, text: &str, expected: Format) {
        assert_eq!(format(name, text), expected, "{text}");
    }

    #[test]
    fn content_comes_before_the_name() {
        check("page.txt", "\u{FEFF} <!-- saved --> <!DOCTYPE html><title>x", Format::Html);
        check("page.html", "Just a note that someone named wrongly.", Format::Text);
        check("page.html", "<p>A fragment</p>", Format::Html);
        check("note.txt", "<headline> is a word in angle brackets", Format::Text);
        check("note.txt", "# One\n\ntext\n\n## Two\n", Format::Markdown);
        check("note.txt", "# of missiles: 3\n", Format::Text);
        check("note.md", "plain words", Format::Markdown);
    }
}
