//! Who may import whom: no circles, and folders only from those before them.
//!
//! In: the files of `src`. A file imports what its `use` lines and its other paths from `crate`, `super` and `self`
//! name; a name that a `mod.rs` hands on is sought where it comes from. Tests of a module do not count, nor do
//! `$crate` paths of macros, which belong to the file that calls them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The folders in the order of the data. A file imports from its own and from those before; the files beside them
/// from all.
const ORDER: [&str; 8] =
    ["base", "answer", "lexicon", "text", "grammar", "attribution", "identity", "dialogue"];

/// What may know each other: a builder and what it builds.
const PAIR: [&str; 2] = ["attributor.rs", "builder.rs"];

/// Folders with circles of files that are still to be mended; whoever mends the last one of a folder strikes it off.
const KNOWN: [&str; 0] = [];

/// The text of each file by its path below `src`.
type Files = BTreeMap<String, String>;
/// Which files, or folders, each imports.
type Graph = BTreeMap<String, BTreeSet<String>>;

#[test]
fn no_circle_ties_files() {
    let found = circles(&graph(&sources()));
    let allowed = |circle: &BTreeSet<String>| {
        circle.iter().eq(PAIR.iter())
            || KNOWN.iter().any(|folder| circle.iter().all(|file| file.starts_with(folder)))
    };
    let new: Vec<_> = found.iter().filter(|circle| !allowed(circle)).collect();
    assert!(new.is_empty(), "these files import each other: {new:#?}");
    for folder in KNOWN {
        let still = found.iter().flatten().any(|file| file.starts_with(folder));
        assert!(still, "{folder} has no circle any more: strike it off KNOWN");
    }
}

#[test]
fn no_circle_ties_folders() {
    let found = circles(&of_folders(&graph(&sources())));
    // what ties files alone is the other test's
    let is_of_folders = |circle: &&BTreeSet<String>| circle.iter().any(|name| !name.ends_with(".rs"));
    let new: Vec<_> = found.iter().filter(is_of_folders).collect();
    assert!(new.is_empty(), "these folders import each other: {new:#?}");
}

#[test]
fn imports_run_down_the_order_of_the_folders() {
    let found = upward(&graph(&sources()));
    assert!(found.is_empty(), "these imports run upwards: {found:#?}");
}

fn sources() -> Files {
    fn walk(root: &Path, folder: &Path, files: &mut Files) {
        for entry in fs::read_dir(folder).expect("a folder of the project") {
            let path = entry.expect("an entry").path();
            let name =
                path.strip_prefix(root).expect("a path below src").to_string_lossy().replace('\\', "/");
            if path.is_dir() && name != "tests" {
                walk(root, &path, files);
            } else if name.ends_with(".rs") {
                files.insert(name, fs::read_to_string(&path).expect("a source"));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Files::new();
    walk(&root, &root, &mut files);
    assert!(files.len() > 100);
    files
}

/// A path as a file writes it, and the name by which it is known there.
struct Import {
    path: String,
    name: String,
}

/// All paths of a file, those of its children written with `self`.
fn imports(text: &str) -> Vec<Import> {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text);
    let code: Vec<&str> = code.lines().map(|line| line.split("//").next().unwrap_or(line)).collect();
    let code = code.join("\n");
    let mut found = Vec::new();
    for start in ["crate::", "super::", "self::", "use "] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|before| before.is_alphanumeric() || "_:$".contains(before)) {
                continue;
            }
            let declared = code[at..].strip_prefix("use ");
            let mut rest = declared.unwrap_or(&code[at..]);
            let relative = !["crate::", "super::", "self::"].iter().any(|root| rest.starts_with(root));
            if declared.is_none() || relative {
                read_tree(if relative { "self::" } else { "" }, &mut rest, &mut found);
            }
        }
    }
    found
}

/// Reads `crate::text::{lex::Token, marks as kinds}` and the like off the front of `rest`.
fn read_tree(prefix: &str, rest: &mut &str, found: &mut Vec<Import>) {
    let word = |rest: &str| rest.find(|letter: char| !(letter.is_alphanumeric() || "_:*".contains(letter)));
    let end = word(rest).unwrap_or(rest.len());
    let path = format!("{prefix}{}", &rest[..end]);
    *rest = &rest[end..];
    if path.ends_with("::") && rest.starts_with('{') {
        while rest.starts_with(['{', ',']) {
            *rest = rest[1..].trim_start();
            if !rest.starts_with('}') {
                read_tree(&path, rest, found);
                *rest = rest.trim_start();
            }
        }
        *rest = rest.strip_prefix('}').unwrap_or(rest);
        return;
    }
    let path = path.trim_end_matches("::").trim_end_matches("::self").to_owned();
    let mut name = path.rsplit("::").next().unwrap_or("").to_owned();
    if let Some(alias) = rest.strip_prefix(" as ") {
        let end = word(alias).unwrap_or(alias.len());
        name = alias[..end].to_owned();
        *rest = &alias[end..];
    }
    found.push(Import { path, name });
}

/// The module that a file is: `text::lex` of `text/lex/mod.rs`, nothing of `lib.rs`.
fn module(file: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = file.trim_end_matches(".rs").split('/').collect();
    if parts.last() == Some(&"mod") || parts == ["lib"] {
        parts.pop();
    }
    parts
}

/// A path from the crate's root.
fn absolute(file: &str, path: &str) -> Vec<String> {
    let mut base: Vec<&str> = module(file);
    let mut rest = path.split("::").peekable();
    while let Some(root) = rest.next_if(|part| ["crate", "super", "self"].contains(part)) {
        match root {
            "crate" => base.clear(),
            "super" => drop(base.pop()),
            _ => {}
        }
    }
    base.into_iter().chain(rest).map(str::to_owned).collect()
}

fn graph(files: &Files) -> Graph {
    let modules: BTreeMap<Vec<String>, &str> =
        files.keys().map(|file| (absolute(file, "self"), file.as_str())).collect();
    let paths: Vec<(&str, String, Vec<String>)> = files
        .iter()
        .flat_map(|(file, text)| imports(text).into_iter().map(move |import| (file.as_str(), import)))
        .map(|(file, import)| (file, import.name, absolute(file, &import.path)))
        .collect();
    let hands_on = |file: &str| file.ends_with("mod.rs") || file == "lib.rs";
    let handed_on: BTreeMap<Vec<String>, &Vec<String>> = paths
        .iter()
        .filter(|(file, ..)| hands_on(file))
        .map(|(file, name, path)| (absolute(file, name), path))
        .filter(|(name, path)| name != *path)
        .collect();
    let mut graph: Graph = files.keys().map(|file| (file.clone(), BTreeSet::new())).collect();
    for (file, _, path) in &paths {
        let target = target(path, &modules, &handed_on);
        if target != *file && target != "lib.rs" {
            graph.entry((*file).to_owned()).or_default().insert(target.to_owned());
        }
    }
    graph
}

/// The file where what `path` names stands.
fn target<'f>(
    path: &[String],
    modules: &BTreeMap<Vec<String>, &'f str>,
    handed_on: &BTreeMap<Vec<String>, &Vec<String>>,
) -> &'f str {
    let mut path = path.to_vec();
    // names are handed on from folder to folder, and there are fewer than this one in another
    for _ in 0..8 {
        let known = (0..=path.len()).rev().find(|len| modules.contains_key(&path[..*len]));
        let Some(known) = known.filter(|known| *known < path.len()) else { break };
        let Some(from) = handed_on.get(&path[..=known]) else { break };
        path = from.iter().chain(&path[known + 1..]).cloned().collect();
    }
    let known = (0..=path.len()).rev().find_map(|len| modules.get(&path[..len]));
    known.copied().unwrap_or("lib.rs")
}

/// The same for folders: two levels, a file beside the folders for itself.
fn of_folders(graph: &Graph) -> Graph {
    let folder = |file: &str| match file.splitn(3, '/').collect::<Vec<_>>()[..] {
        [one, two, _] => format!("{one}/{two}"),
        _ => file.to_owned(),
    };
    let mut folders = Graph::new();
    for (file, imports) in graph {
        let own = folder(file);
        let others = imports.iter().map(|other| folder(other)).filter(|other| *other != own);
        folders.entry(own.clone()).or_default().extend(others);
    }
    folders
}

/// What `from` imports, and what that imports, and so on.
fn reach(graph: &Graph, from: &str) -> BTreeSet<String> {
    let (mut reached, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(next) = open.pop() {
        for other in graph.get(next).into_iter().flatten() {
            if reached.insert(other.clone()) {
                open.push(other);
            }
        }
    }
    reached
}

/// The sets of files that import each other, if by way of others.
fn circles(graph: &Graph) -> BTreeSet<BTreeSet<String>> {
    let reached: Graph = graph.keys().map(|file| (file.clone(), reach(graph, file))).collect();
    let own = |file: &String| {
        let others = reached[file].iter();
        others.filter(|other| reached.get(*other).is_some_and(|back| back.contains(file))).cloned().collect()
    };
    graph.keys().map(own).filter(|circle: &BTreeSet<String>| !circle.is_empty()).collect()
}

/// The imports from a folder that comes later, as `one -> other`.
fn upward(graph: &Graph) -> Vec<String> {
    let rank = |file: &str| {
        let top = file.split('/').next();
        ORDER.iter().position(|folder| top == Some(folder)).unwrap_or(ORDER.len())
    };
    let pairs = graph.iter().flat_map(|(file, imports)| imports.iter().map(move |other| (file, other)));
    pairs
        .filter(|(file, other)| rank(other) > rank(file))
        .map(|(file, other)| format!("{file} -> {other}"))
        .collect()
}

fn made_up(files: &[(&str, &str)]) -> Graph {
    graph(&files.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect())
}

fn names(circles: BTreeSet<BTreeSet<String>>) -> Vec<Vec<String>> {
    circles.into_iter().map(|circle| circle.into_iter().collect()).collect()
}

#[test]
fn a_circle_by_way_of_a_third_file_is_seen() {
    let graph = made_up(&[
        ("lib.rs", "mod base;\npub use base::Span;"),
        ("base/mod.rs", "mod few;\nmod span;\nmod steps;\npub(crate) use span::{Count, Span as Place};"),
        ("base/span.rs", "use super::few::{self, Few};\n// use super::nothing::Nothing;"),
        ("base/few.rs", "fn count() { crate::base::steps::add(1) }"),
        ("base/steps.rs", "use super::{\n    Place,\n};"),
    ]);
    assert_eq!(names(circles(&graph)), [["base/few.rs", "base/span.rs", "base/steps.rs"]]);
    assert!(upward(&graph).is_empty());
}

#[test]
fn tests_and_macros_tie_nothing() {
    let graph = made_up(&[
        ("base/mod.rs", "mod few;\nmod span;"),
        ("base/span.rs", "use super::few::Few;"),
        (
            "base/few.rs",
            "macro_rules! few { () => { $crate::base::span::Span } }\n#[cfg(test)]\nmod tests {\n    use super::super::span::Span;\n}",
        ),
    ]);
    assert!(circles(&graph).is_empty());
}

#[test]
fn a_circle_of_folders_is_seen_where_files_have_none() {
    let graph = made_up(&[
        ("text/mod.rs", "mod lex;\nmod marks;"),
        ("text/lex/mod.rs", "mod scan;\nmod token;\npub(crate) use token::Token;"),
        ("text/lex/token.rs", ""),
        ("text/lex/scan.rs", "use crate::text::marks::pair;"),
        ("text/marks/mod.rs", "mod pair;\npub(crate) use pair::pair;"),
        ("text/marks/pair.rs", "use crate::text::lex::Token;"),
    ]);
    assert!(circles(&graph).is_empty());
    assert_eq!(names(circles(&of_folders(&graph))), [["text/lex", "text/marks"]]);
}

#[test]
fn an_import_upwards_is_seen() {
    let graph = made_up(&[
        ("builder.rs", "use crate::text::Token;"),
        ("lexicon/mod.rs", "mod phrases;"),
        ("lexicon/phrases.rs", "use crate::text::Token;\nuse crate::builder::Builder;"),
        ("text/mod.rs", "mod token;\npub(crate) use token::Token;"),
        ("text/token.rs", ""),
    ]);
    let found = ["lexicon/phrases.rs -> builder.rs", "lexicon/phrases.rs -> text/token.rs"];
    assert_eq!(upward(&graph), found);
}
