//! From paths to bytes: files as given, folders in the order of names, standard input.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use rapporteur::Error;

/// A file to read, with the name that its report carries.
#[derive(Debug)]
pub struct Input {
    /// The path as it was given, or the path of a file in a folder that was given.
    pub name: String,
    path: PathBuf,
}

/// The endings of files that are read when a folder is given.
const ENDINGS: [&str; 7] = ["txt", "text", "md", "markdown", "html", "htm", "xhtml"];

/// The files to read: those named, and those in folders that are named.
pub fn files(paths: &[PathBuf]) -> Vec<Input> {
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() != "-" && path.is_dir() {
            collect(path, &mut found);
        } else {
            found.push(input(path));
        }
    }
    found
}

fn input(path: &Path) -> Input {
    Input { name: path.to_string_lossy().into_owned(), path: path.to_owned() }
}

/// All texts below a folder, in the order of their paths; links to folders are not followed, so that no loop can arise.
fn collect(folder: &Path, found: &mut Vec<Input>) {
    let mut open = vec![folder.to_owned()];
    let mut paths = Vec::new();
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
            } else if ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
                paths.push(path);
            }
        }
    }
    paths.sort();
    found.extend(paths.iter().map(|path| input(path)));
}

/// The bytes of a file; no more than one over the limit is read, which is enough to refuse it.
pub fn bytes(input: &Input, limit: usize) -> Result<Vec<u8>, Error> {
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
    read.map(|_| bytes).map_err(|error| Error::unreadable(&input.name, error))
}
