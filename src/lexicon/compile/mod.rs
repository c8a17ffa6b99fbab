//! The data files go in, the lexicon's [`Data`] comes out, or the file and line of the first mistake.
//!
//! Only the build script and the tests compile this module; the program reads what it made.

mod names;
mod table;
mod words;

use super::record::Data;

pub use table::Problem;

/// The data files, in the order of the fields of [`Files`].
pub const FILES: [&str; 14] = [
    "states.csv",
    "places.csv",
    "organisations.csv",
    "words_in_capitals.csv",
    "titles.csv",
    "portfolios.csv",
    "bodies.csv",
    "first_names.csv",
    "reporting_verbs.csv",
    "reporting_nouns.csv",
    "source_heads.csv",
    "source_patterns.csv",
    "markers.csv",
    "furniture.csv",
];

/// The texts of the data files, in the order of [`FILES`].
pub type Texts = [String; FILES.len()];

/// Compiles the data files.
pub fn compile(texts: &Texts) -> Result<Data<'_>, Problem> {
    let [
        states,
        places,
        organisations,
        capitals,
        titles,
        portfolios,
        bodies,
        first_names,
        verbs,
        nouns,
        heads,
        patterns,
        markers,
        furniture,
    ] = texts;
    let mut data = Data::default();
    names::compile([states, places, organisations, capitals], &mut data)?;
    words::portfolios(portfolios, &mut data)?;
    words::titles(titles, &mut data)?;
    words::bodies(bodies, &mut data)?;
    words::first_names(first_names, &mut data)?;
    words::verbs(verbs, &mut data)?;
    words::nouns(nouns, &mut data)?;
    words::sources(heads, patterns, &mut data)?;
    words::markers(markers, &mut data)?;
    words::furniture(furniture, &mut data)?;
    Ok(data)
}
