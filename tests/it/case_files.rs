//! Files of cases: what is common to all that is told as data in `tests/cases/`.
//!
//! A file holds `[[case]]` tables. A runner says what is in one ([`Case`]) and what is wrong with the answer; [`run`]
//! goes through all of them and tells of every one that fails. `expect = "fail"` marks what is not done yet; when it
//! is done, the run says so.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// One case of a file.
pub(crate) trait Case: DeserializeOwned {
    /// What no other case is called.
    fn name(&self) -> &str;
    fn expected(&self) -> Option<Expected>;
}

/// What is expected of a case but that it passes.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Expected {
    Fail,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases<C> {
    case: Vec<C>,
}

/// The cases of `tests/cases/PATH`, a file or a folder of files, each with the name of its file.
#[track_caller]
pub(crate) fn load<C: Case>(path: &str) -> Vec<(String, C)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(path);
    let mut files = match fs::read_dir(&path) {
        Ok(entries) => entries.map(|entry| entry.expect("a file of cases").path()).collect(),
        Err(_) => vec![path],
    };
    files.sort();
    files.into_iter().flat_map(read).collect()
}

fn read<C: Case>(path: PathBuf) -> impl Iterator<Item = (String, C)> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let cases: Cases<C> = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    cases.case.into_iter().map(move |case| (name.clone(), case))
}

/// Checks the cases of `path`, of which there are `least` or more.
#[track_caller]
pub(crate) fn run<C: Case>(path: &str, least: usize, check: impl Fn(&C) -> Result<(), String>) {
    let cases = load::<C>(path);
    let (mut names, mut failures) = (BTreeSet::new(), Vec::new());
    for (file, case) in &cases {
        let name = case.name();
        assert!(names.insert(name), "{file}, {name}: the name is taken");
        match (check(case), case.expected()) {
            (Ok(()), Some(Expected::Fail)) => {
                // not println!, which a test that passes shows to nobody
                let _ = writeln!(io::stderr(), "{file}, {name}: passes now; take its expect = \"fail\" out");
            }
            (Err(problem), None) => failures.push(format!("{file}, {name}: {problem}")),
            _ => {}
        }
    }
    let (count, failed) = (cases.len(), failures.len());
    assert!(failures.is_empty(), "{}\n{failed} of {count} cases fail", failures.join("\n"));
    assert!(count >= least, "only {count} cases");
}
