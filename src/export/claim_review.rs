//! Drafts of fact checks as schema.org's ClaimReview in JSON-LD: what is claimed, by whom and where. What a person has to find out, the
//! rating and who gives it, is left out.

use serde_json::{Map, Value, json};

use super::words::Index;
use crate::report::{Claim, Range, Report};

/// The drafts of a report as a document of JSON-LD, those with most to check first.
///
/// `text` is what the report's offsets point into; as for [`super::statements`], these must not count bytes of the original file, in which
/// words cannot be looked up. <https://schema.org/ClaimReview>
pub fn claim_reviews(report: &Report, text: &str) -> Value {
    let index = Index::new(report.offsets, text);
    let mut claims: Vec<&Claim> = report.audit.claims.iter().collect();
    claims.sort_by_key(|claim| (std::cmp::Reverse(claim.score), claim.span.start));
    let reviews: Vec<Value> = claims.into_iter().map(|claim| review(report, &index, claim)).collect();
    json!({ "@context": "https://schema.org", "@graph": reviews })
}

fn review(report: &Report, index: &Index<'_>, claim: &Claim) -> Value {
    let words = |range: &Range| index.words(range).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut sorts: Vec<&str> = claim.reasons.iter().map(|reason| reason.kind).collect();
    sorts.sort_unstable();
    sorts.dedup();
    let about: Vec<Value> = claim.reasons.iter().map(|reason| named("Thing", &words(&reason.span))).collect();
    let text = words(&claim.span);
    let mut item = json!({ "@type": "Claim", "text": text, "appearance": appearance(report, claim) });
    if let (Some(author), Some(item)) = (author(report, claim), item.as_object_mut()) {
        item.insert("author".to_owned(), author);
    }
    json!({
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "identifier": claim.id,
        "claimReviewed": text,
        // Why it is worth checking, and the words that are the reason.
        "keywords": sorts,
        "about": about,
        "itemReviewed": item,
        "creator": named("SoftwareApplication", report.generator),
    })
}

/// The text that makes the claim, <https://schema.org/CreativeWork>, with the place of the claim in it.
fn appearance(report: &Report, claim: &Claim) -> Value {
    let document = &report.document;
    let property = |id: &str, value: String| json!({ "@type": "PropertyValue", "propertyID": id, "value": value });
    let mut work = Map::new();
    let mut add = |key: &str, value: Value| {
        work.insert(key.to_owned(), value);
    };
    add("@type", json!("CreativeWork"));
    add("name", json!(document.name));
    if let Some(title) = &document.title {
        add("headline", json!(title));
    }
    if let Some(date) = &document.date {
        add("datePublished", json!(date));
    }
    if let Some(publisher) = &report.metadata.publisher {
        add("publisher", named("Organization", &publisher.value));
    }
    let place = format!("{}-{}", claim.span.start, claim.span.end);
    add("identifier", json!([property("sha256", document.sha256.clone()), property(report.offsets, place)]));
    Value::Object(work)
}

/// Whose claim it is, where somebody is named for it. A claim in the author's own voice is left to its appearance.
fn author(report: &Report, claim: &Claim) -> Option<Value> {
    let id = claim.statement.as_ref()?;
    // Statements are named by their order: "s1" is the first.
    let index = id.strip_prefix('s')?.parse::<usize>().ok()?.checked_sub(1)?;
    let actor = report.statements.get(index)?.actor.as_ref()?;
    let actor = report.actors.iter().find(|known| known.id == *actor)?;
    Some(named(if actor.kind == "person" { "Person" } else { "Organization" }, &actor.name))
}

fn named(kind: &str, name: &str) -> Value {
    json!({ "@type": kind, "name": name })
}
