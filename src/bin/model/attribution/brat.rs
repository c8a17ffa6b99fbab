//! Statements that people marked, as brat writes them beside a text.

use std::{
    collections::{BTreeMap, HashMap},
    fs, io,
    path::{Path, PathBuf},
};

use rapporteur::text::Span;

/// A text with its statements: source, cue and content of each, as bytes of the text.
#[derive(Debug)]
pub struct Annotated {
    /// The letters.
    pub text: String,
    /// The statements.
    pub statements: Vec<[Vec<Span>; 3]>,
}

/// Reads the texts of a folder with `text/*.txt` and `attributions/*.ann`; of several annotations of a text the first by name.
pub fn read(folder: &Path) -> io::Result<Vec<Annotated>> {
    let mut annotations: BTreeMap<String, PathBuf> = BTreeMap::new();
    for path in files(&folder.join("attributions"), "ann")? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let name = stem.rsplit_once('_').map_or(stem.as_str(), |(name, _)| name).to_owned();
        annotations.entry(name).or_insert(path);
    }
    let mut found = Vec::new();
    for path in files(&folder.join("text"), "txt")? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let Some(marks) = annotations.get(&name) else { continue };
        let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
        let statements = statements(&fs::read_to_string(marks)?, &text);
        found.push(Annotated { text, statements });
    }
    Ok(found)
}

fn files(folder: &Path, ending: &str) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    paths.sort();
    Ok(paths)
}

/// Lines `T1 <tab> Source 10 14;20 30 <tab> words` are spans in characters, lines `E1 <tab> Attribution:T4 Source:T1 ...` statements.
fn statements(marks: &str, text: &str) -> Vec<[Vec<Span>; 3]> {
    let mut places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
    places.push(text.len());
    let place = |number: &str| number.parse().ok().map(|number: usize| places.get(number).copied().unwrap_or(text.len()));
    let mut spans: HashMap<&str, Vec<Span>> = HashMap::new();
    for line in marks.lines() {
        let mut columns = line.split('\t');
        let (Some(name), Some(what)) = (columns.next().filter(|name| name.starts_with('T')), columns.next()) else { continue };
        let Some((_, numbers)) = what.split_once(' ') else { continue };
        let pieces = numbers.split(';').filter_map(|piece| {
            let (start, end) = piece.split_once(' ')?;
            Some(Span::new(place(start)?, place(end)?))
        });
        spans.insert(name, pieces.collect());
    }
    let mut found = Vec::new();
    for line in marks.lines().filter(|line| line.starts_with('E')) {
        let mut statement: [Vec<Span>; 3] = Default::default();
        for part in line.split('\t').nth(1).unwrap_or("").split(' ').skip(1) {
            let Some((role, name)) = part.split_once(':') else { continue };
            let role = ["Source", "Cue", "Content"].iter().position(|known| role.trim_end_matches(|c: char| c.is_ascii_digit()) == *known);
            if let Some(pieces) = role.and_then(|role| statement.get_mut(role)) {
                pieces.extend(spans.get(name).into_iter().flatten());
            }
        }
        for pieces in &mut statement {
            join(pieces, text);
        }
        found.push(statement);
    }
    found
}

/// Sorts pieces and joins those that only white space parts.
fn join(pieces: &mut Vec<Span>, text: &str) {
    pieces.sort();
    let mut joined: Vec<Span> = Vec::new();
    for piece in pieces.drain(..) {
        match joined.last_mut() {
            Some(last) if piece.start <= last.end || text.get(last.end..piece.start).is_some_and(|gap| gap.trim().is_empty()) => {
                last.end = last.end.max(piece.end);
            }
            _ => joined.push(piece),
        }
    }
    *pieces = joined;
}
