//! The explanations of the reasons, from `data/page/reasons.csv`.

use std::{collections::BTreeMap, sync::OnceLock};

const REASONS: &str = include_str!("../../../data/page/reasons.csv");

/// The sentence for people behind a reason; empty for a word that is no reason.
pub fn explanation(reason: &str) -> &'static str {
    static TABLE: OnceLock<BTreeMap<&'static str, &'static str>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let rows = REASONS.lines().filter(|line| !line.starts_with('#')).skip(1);
        rows.filter_map(|row| row.split_once(',')).map(|(reason, sentence)| (reason, sentence.trim_matches('"'))).collect()
    });
    table.get(reason).copied().unwrap_or("")
}
