//! Pages written for these tests, and what is read from them.

use super::{HtmlArticle, Kind, Note, Origin, read};

/// The blocks of an article a line each: "# " headings, "> " quotes, "^ " captions, "` " preformatted, items and rows as in the text.
fn outline(article: &HtmlArticle) -> String {
    let lines: Vec<String> = article
        .blocks
        .iter()
        .map(|block| {
            let text = article.text.get(block.span.clone()).unwrap();
            match &block.kind {
                Kind::Heading(level) => format!("{} {text}", "#".repeat(usize::from(*level))),
                Kind::Quote => format!("> {text}"),
                Kind::Caption => format!("^ {text}"),
                Kind::Preformatted => format!("` {text}"),
                Kind::Paragraph | Kind::ListItem { .. } | Kind::Table { .. } => text.to_owned(),
            }
        })
        .collect();
    lines.join("\n")
}

/// Reads a page and compares its outline; whatever the page, spans are in order and what is not in the text has a rule.
#[track_caller]
fn check(html: &str, expected: &str) -> HtmlArticle {
    let article = read(html);
    let mut end = 0;
    for block in &article.blocks {
        assert!(block.span.start >= end && block.span.start <= block.content.start && block.content.end <= block.span.end);
        end = block.span.end;
    }
    assert_eq!(end, article.text.len());
    assert!(article.left_out.iter().all(|part| part.rule.contains('.')));
    assert_eq!(article, read(html), "the same page gives the same article");
    assert_eq!(outline(&article), expected);
    article
}

#[track_caller]
fn check_left_out(article: &HtmlArticle, text: &str, rule: &str) {
    assert!(article.left_out.iter().any(|part| part.text == text && part.rule == rule), "{:#?}", article.left_out);
}

const FIRST: &str = "The two delegations met for six hours on Tuesday, the foreign ministry of Arcadia said in the evening.";
const SECOND: &str = "Neither side would say whether the ceasefire line was discussed, but both called the talks useful.";
const THIRD: &str = "A further round is planned for the end of the month, according to a person close to the mediators.";

#[test]
fn a_news_page_gives_its_article_and_says_what_was_left_out() {
    let page = format!(
        r##"<!doctype html><html lang="en-GB"><head><title>Talks resume - The Daily Record</title>
        <meta property="og:site_name" content="The Daily Record"><meta property="og:title" content="Talks resume">
        <meta property="article:published_time" content="2026-03-03T18:30:00Z"><meta name="author" content="By Ada Field">
        <link rel="canonical" href="https://record.example/talks"></head><body>
        <header><nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav></header>
        <main><article><h1>Talks resume</h1><p class="byline">By Ada Field</p><div class="share-bar"><a href="#">Share</a></div>
        <p>{FIRST}</p><figure><img src="a.jpg"><figcaption>The venue on Tuesday. Photo: Agency</figcaption></figure>
        <p>{SECOND}</p><aside><h3>Related stories</h3><p>An older article about the talks, with a summary of what was said in them.</p></aside>
        <p><a href="/other">Read more: What the parties want from the talks</a></p><h2>What comes next</h2><p>{THIRD}</p>
        <div class="newsletter-box"><p>Sign up for our newsletter and get the news every morning, free of charge.</p></div></article>
        <section id="comments"><h2>Comments</h2><p>I do not believe a word of this, and neither should you, dear readers of this paper.</p></section>
        </main><footer><p>All rights reserved, the publisher of this paper is the Record Company.</p></footer></body></html>"##
    );
    let article = check(&page, &format!("{FIRST}\n{SECOND}\n## What comes next\n{THIRD}"));
    check_left_out(&article, "Talks resume", "line.title");
    check_left_out(&article, "By Ada Field", "drop.author");
    check_left_out(&article, "The venue on Tuesday. Photo: Agency", "tag.caption");
    check_left_out(&article, "Related stories", "tag.aside");
    check_left_out(&article, "Comments", "drop.comments");
    let declared = &article.metadata;
    let value = |found: &Option<super::Declared>| found.as_ref().map(|found| (found.value.clone(), found.origin));
    assert_eq!(value(&declared.title), Some(("Talks resume".to_owned(), Origin::Meta)));
    assert_eq!(value(&declared.publisher), Some(("The Daily Record".to_owned(), Origin::Meta)));
    assert_eq!(value(&declared.published), Some(("2026-03-03T18:30:00Z".to_owned(), Origin::Meta)));
    assert_eq!(value(&declared.language), Some(("en-GB".to_owned(), Origin::Meta)));
    assert_eq!(value(&declared.address), Some(("https://record.example/talks".to_owned(), Origin::Meta)));
    assert_eq!(declared.authors.first().map(|author| author.value.as_str()), Some("Ada Field"));
}

#[test]
fn what_only_json_ld_declares_is_read() {
    let page = format!(
        r#"<script type="application/ld+json">{{"@graph": [{{"@type": "WebSite", "name": "Site"}}, {{"@type": ["NewsArticle"],
        "headline": "Smith &amp; Sons leave the talks", "author": [{{"name": "Ada Field"}}, {{"name": "Ben Hill"}}],
        "publisher": {{"name": "The Paper"}}, "datePublished": "2026-03-03", "inLanguage": "en",
        "mainEntityOfPage": {{"@id": "https://paper.example/1"}}}}]}}</script><p>{FIRST}</p>"#
    );
    let article = check(&page, FIRST);
    let declared = article.metadata;
    assert_eq!(declared.title.map(|found| (found.value, found.origin)), Some(("Smith & Sons leave the talks".to_owned(), Origin::JsonLd)));
    assert_eq!(declared.authors.iter().map(|author| author.value.as_str()).collect::<Vec<_>>(), ["Ada Field", "Ben Hill"]);
    assert_eq!(declared.publisher.map(|found| found.value).as_deref(), Some("The Paper"));
    assert_eq!(declared.published.map(|found| found.value).as_deref(), Some("2026-03-03"));
    assert_eq!(declared.address.map(|found| found.value).as_deref(), Some("https://paper.example/1"));
}

#[test]
fn a_date_is_also_read_from_a_time_element_and_from_its_words() {
    let published = |html: &str| read(html).metadata.published.map(|found| (found.value, found.origin));
    assert_eq!(published("<time datetime=2026-03-03>today</time>"), Some(("2026-03-03".to_owned(), Origin::Markup)));
    assert_eq!(published("<p><time>3 March 2026</time>"), Some(("3 March 2026".to_owned(), Origin::Visible)));
    assert_eq!(published("<p>3 March 2026"), None);
    assert_eq!(read("<link rel=canonical href='javascript:alert(1)'>").metadata.address, None);
}

#[test]
fn lists_quotes_and_breaks_keep_their_form() {
    let page = format!(
        "<div class=entry-content><p>{FIRST}<p>The demands are:<ul><li>a ceasefire<ul><li>on land</ul><li><p>an exchange</ul>
        <ol><li>one<li>two</ol><blockquote><p>{SECOND}</blockquote><pre>a\n  b</pre><p>{THIRD}<br>A new line, and an&nbsp;entity &amp; more.</div>"
    );
    let expected = format!(
        "{FIRST}\nThe demands are:\n- a ceasefire\n  - on land\n- an exchange\n1. one\n2. two\n> {SECOND}\n` a\n  b\n{THIRD}\nA new line, and an entity & more."
    );
    check(&page, &expected);
}

#[test]
fn a_table_of_data_keeps_its_cells_and_a_table_that_is_layout_does_not_count() {
    let page = format!(
        "<p>{FIRST}<table><tr><th>Side<th>Demand<tr><td>Arcadia<td>a | b<tr><td>Ruritania</table>
        <table><tr><td><p>{SECOND}<p>A second.<p>A third.<td><a href=x>Home</a></table>"
    );
    let article = check(
        &page,
        &format!("{FIRST}\n| Side | Demand |\n| --- | --- |\n| Arcadia | a \\| b |\n| Ruritania |\n{SECOND}\nA second.\nA third."),
    );
    let cells: Vec<Vec<&str>> =
        article.blocks[1].cells.iter().map(|row| row.iter().map(|cell| article.text.get(cell.clone()).unwrap()).collect()).collect();
    assert_eq!(cells, [vec!["Side", "Demand"], vec!["Arcadia", "a \\| b"], vec!["Ruritania"]]);
}

fn cards(href: impl Fn(usize) -> String) -> String {
    let card =
        |n| format!("<article class=card><h3><a href='{}'>A linked headline, number {n}</a></h3><p>{n}. {THIRD}</p></article>", href(n));
    (1..5).map(card).collect()
}

#[test]
fn cards_for_other_articles_are_left_out() {
    let article = check(
        &format!("<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>{}</div>", cards(|n| format!("/{n}"))),
        &format!("{FIRST}\n{SECOND}\n{THIRD}"),
    );
    check_left_out(&article, &format!("4. {THIRD}"), "select.card");
}

#[test]
fn entries_of_a_live_report_link_to_themselves_and_stay() {
    let article = read(&format!("<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>{}</div>", cards(|n| format!("#entry-{n}"))));
    assert_eq!(article.blocks.len(), 3 + 8);
}

#[test]
fn an_element_that_begins_with_a_heading_for_other_articles_is_left_out() {
    let page =
        format!("<article><h1>T</h1><p>{FIRST} {SECOND} {THIRD} {FIRST}</p><div><h3>You may also like</h3><p>{SECOND}</p></div></article>");
    check(&page, &format!("{FIRST} {SECOND} {THIRD} {FIRST}"));
    // The same heading in the flow of the text takes nothing with it but itself.
    check(&page.replace("<div>", "").replace("</div>", ""), &format!("{FIRST} {SECOND} {THIRD} {FIRST}\n{SECOND}"));
}

#[test]
fn a_quoted_post_in_a_frame_for_sharing_stays() {
    check(
        &format!(
            "<article><p>{FIRST}<div class=social-embed><blockquote><p>{SECOND}</blockquote></div><div class=social-links><p>{THIRD}</div></article>"
        ),
        &format!("{FIRST}\n> {SECOND}"),
    );
}

#[test]
fn prose_that_begins_like_a_notice_stays() {
    let line = "Posted by the ministry on its website, the draft names neither the cities nor the date.";
    check(&format!("<article><p>{FIRST}<p>{line}<p>Posted by Ada Field</article>"), &format!("{FIRST}\n{line}"));
}

#[test]
fn hidden_text_and_scripts_are_not_text() {
    let page = format!(
        "<p onclick='alert(1)'>{FIRST}<script>document.write('<p>no</p>')</script><style>p {{}}</style>
        <p style='display: none'>{SECOND}<p hidden>{SECOND}<noscript><p>{SECOND}</p></noscript><template><p>{SECOND}</p></template><p>{THIRD}"
    );
    check(&format!("{page}<p>{FIRST} {FIRST} {FIRST}"), &format!("{FIRST}\n{THIRD}\n{FIRST} {FIRST} {FIRST}"));
}

#[test]
fn a_short_page_keeps_hidden_text_out_too() {
    for hidden in ["hidden", "style='display:none'", "aria-hidden=true"] {
        let article = check(&format!("<article><p>Talks end.</p><p {hidden}>Nobody sees this.</p></article>"), "Talks end.");
        assert_eq!(article.left_out[0].rule, "attribute.hidden");
    }
    check("<p hidden>All there is.</p>", "All there is.");
}

#[test]
fn a_byline_is_known_by_its_class() {
    let article = read(&format!("<article><h1>Talks</h1><p class=byline>By Anna Berg</p><p>{FIRST}<p>{SECOND}</article>"));
    assert_eq!(article.metadata.authors[0].value, "Anna Berg");
    assert_eq!(article.metadata.authors[0].origin, Origin::Visible);
    let article = read(&format!("<article><p class=byline>By then the talks had failed.</p><p>{FIRST}</article>"));
    assert!(article.metadata.authors.is_empty());
}

#[test]
fn a_tag_without_its_end_is_told() {
    let rest = format!("<a href=\"/one>more</a><p>{SECOND}</p><p>{THIRD}</p>");
    let article = read(&format!("<p>{FIRST}</p>{rest}"));
    assert_eq!(article.notes, [Note::Unclosed(rest.len())]);
    let article = read(&format!("<p>{FIRST}</p><!-- {SECOND}"));
    assert_eq!(article.notes, [Note::Unclosed(SECOND.len() + 5)]);
    assert_eq!(read(&format!("<p>{FIRST}</p><!-- note --><p title='a'>{SECOND}")).notes, []);
}

#[test]
fn pages_that_are_no_articles_give_what_a_reader_sees() {
    assert_eq!(check("", "").notes, [Note::NoText]);
    assert_eq!(check("<html><head><title>T</title></head><body></body></html>", "").notes, [Note::NoText]);
    assert_eq!(check("<nav>Home</nav>", "Home").notes, [Note::NoArticle]);
    check("Only words: 3 < 4, R&D.", "Only words: 3 < 4, R&D.");
    check("<frameset><frame src=a><noframes>Old words.</noframes></frameset>", "Old words.");
    check("a\0b\u{200b}c &#0; &#xD800;", "abc \u{fffd} \u{fffd}");
}

#[test]
fn unclosed_and_misplaced_tags_do_not_lose_words() {
    check("<p>one<p>two<b>three<p>four</b></div></p></table>five", "one\ntwothree\nfour\nfive");
    check("<a href=x>one<a href=y>two</a> three <p>four</a> five", "onetwo three\nfour five");
}

#[test]
fn hostile_pages_are_read_in_bounded_time() {
    let many = 20_000;
    for (piece, note) in [
        ("<div>", Some(Note::TooDeep)),
        ("<ul><li>a", Some(Note::TooDeep)),
        ("<table><tr><td>", Some(Note::TooDeep)),
        ("<b><p>", None),
        ("<b>", Some(Note::TooDeep)),
        ("<blockquote>", Some(Note::TooDeep)),
        ("<p><b id=x>a", None),
        ("</p></div>", None),
        ("<li>a</li>", None),
        ("<!--", None),
        ("<", None),
        ("&", None),
        ("<a href='", None),
        ("<h2>Related</h2>", None),
        ("<div class='related", None),
        ("<script type='application/ld+json'>[[[[", None),
    ] {
        let start = std::time::Instant::now();
        let article = read(&format!("{}<p>{FIRST}", piece.repeat(many)));
        assert!(start.elapsed().as_secs() < 20, "{piece}: {:?}", start.elapsed());
        assert_eq!(article.notes.contains(&Note::TooDeep), note.is_some(), "{piece}");
    }
    let nested_json = format!("<script type='application/ld+json'>{}</script><p>{FIRST}", "[".repeat(100_000));
    check(&nested_json, FIRST);
}
