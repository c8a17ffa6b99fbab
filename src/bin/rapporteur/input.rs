//! From paths to bytes: files as given, folders in the order of names, standard input.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use rapporteur::{Error, correction::Session};

/// A file to read, with the name that its report carries.
#[derive(Debug)]
pub struct Input {
    /// The path as it was given, or the path of a file in a folder that was given.
    pub name: String,
    path: PathBuf,
}

/// The endings of files that are read when a folder is given.
const ENDINGS: [&str; 7] = ["txt", "text", "md", "markdown", "html", "htm", "xhtml"];

/// The files to read: those named, and those in folders that are named. What a folder holds that is not read goes into `notes`, a
/// line each.
///
/// # Errors
/// If standard input is asked for more than once.
pub fn files(names: &[OsString], notes: &mut Vec<String>) -> io::Result<Vec<Input>> {
    if names.iter().filter(|name| *name == "-").count() > 1 {
        return Err(io::Error::other("`-` may be given only once: standard input is one text"));
    }
    let mut found = Vec::new();
    for path in names.iter().map(Path::new) {
        if path.as_os_str() != "-" && path.is_dir() {
            collect(path, &mut found, notes);
        } else {
            found.push(input(path));
        }
    }
    Ok(found)
}

fn input(path: &Path) -> Input {
    Input { name: path.to_string_lossy().into_owned(), path: path.to_owned() }
}

/// All texts below a folder, in the order of their paths; links to folders are not followed, so that no loop can arise.
fn collect(folder: &Path, found: &mut Vec<Input>, notes: &mut Vec<String>) {
    let top = folder;
    let mut open = vec![folder.to_owned()];
    let mut paths = Vec::new();
    let mut skipped: BTreeMap<String, usize> = BTreeMap::new();
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            paths.push(folder);
            continue;
        };
        for entry in entries.flatten() {
            let path = entry.path();
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
            if is_folder {
                open.push(path);
            } else if ending.as_ref().is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
                paths.push(path);
            } else {
                *skipped.entry(ending.map_or_else(|| "no ending".to_owned(), |ending| format!(".{ending}"))).or_default() += 1;
            }
        }
    }
    paths.sort();
    if paths.is_empty() {
        notes.push(format!("{}: holds no text", top.display()));
    }
    if !skipped.is_empty() {
        let kinds: Vec<String> = skipped.iter().map(|(ending, count)| format!("{count} {ending}")).collect();
        let read = ENDINGS.join(", ");
        notes.push(format!("{}: files skipped: {}; in a folder these endings are read: {read}", top.display(), kinds.join(", ")));
    }
    found.extend(paths.iter().map(|path| input(path)));
}

/// The corrections of a session file.
pub fn session(path: &Path) -> Result<Session, Error> {
    let name = path.to_string_lossy();
    let bytes = fs::read(path).map_err(|error| Error::unreadable(&name, error))?;
    Session::read(&name, &bytes)
}

/// The bytes of a file; no more than one over the limit is read, which is enough to refuse it.
pub fn bytes(input: &Input, limit: usize) -> Result<Vec<u8>, Error> {
    if input.path.as_os_str().is_empty() {
        return Err(Error::unreadable("''", "the name is empty"));
    }
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = if input.path.as_os_str() == "-" {
        io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        let size = fs::metadata(&input.path).map_err(|error| Error::unreadable(&input.name, error))?.len();
        if size >= most {
            return Err(Error::too_large(&input.name, usize::try_from(size).unwrap_or(usize::MAX), limit));
        }
        File::open(&input.path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map_err(|error| Error::unreadable(&input.name, error))?;
    // A stream tells its size by ending.
    if bytes.len() > limit { Err(Error::stream_too_large(&input.name, limit)) } else { Ok(bytes) }
}
