//! The usual names of the codes that the records of positions use, for whoever shows them to people.

use std::collections::BTreeMap;

use super::Report;
use crate::lexicon::Lexicon;

/// Every code of a report that the lexicon has a name for, with that name.
pub fn names(report: &Report) -> BTreeMap<&str, &'static str> {
    let lists = [
        report.positions.iter().flat_map(|position| [Some(&position.holder), position.target.as_ref()]).flatten().collect::<Vec<_>>(),
        report.commitments.iter().flat_map(|commitment| [commitment.by.as_ref(), commitment.to.as_ref()]).flatten().collect(),
        report.scheduled.iter().flat_map(|scheduled| &scheduled.who).collect(),
        report.points.iter().flat_map(|point| point.by.iter().chain(&point.to).chain(&point.offered_by)).collect(),
        report.comparisons.iter().flat_map(|comparison| &comparison.parties).collect(),
        report.statements.iter().filter_map(|statement| statement.affiliation.as_ref()).collect(),
    ];
    let codes = lists.into_iter().flatten().flat_map(|codes| codes.split(','));
    let lexicon = Lexicon::get();
    codes.filter_map(|code| Some((code, lexicon.usual_name(code)?))).collect()
}
