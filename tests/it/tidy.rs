//! The tree keeps its own rules.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("a file of the project")
}

/// All Rust files below a folder.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn the_change_log_has_this_version() {
    let heading = format!("## {}", env!("CARGO_PKG_VERSION"));
    assert!(read("CHANGELOG.md").lines().any(|line| line.starts_with(&heading)), "no {heading}");
}

#[test]
fn the_readme_names_the_commands() {
    let readme = read("README.md");
    for command in ["cargo test --all-features", "cargo run --features cli -- quotes examples/article.txt"] {
        assert!(readme.lines().any(|line| line == command), "README.md does not name {command}");
    }
}

#[test]
fn every_module_says_what_it_is() {
    let mut files = Vec::new();
    ["src", "examples", "benches", "tests"]
        .iter()
        .for_each(|folder| sources(&root().join(folder), &mut files));
    assert!(files.len() > 50);
    for file in files {
        let text = fs::read_to_string(&file).expect("a source");
        assert!(text.starts_with("//!"), "{} does not open with its purpose", file.display());
        for left in ["todo!(", "dbg!(", "unimplemented!("] {
            let own = file.ends_with("tidy.rs");
            assert!(own || !text.contains(left), "{} has {left}", file.display());
        }
    }
}

#[test]
fn licences_ship() {
    for file in ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"] {
        assert!(!read(file).is_empty());
    }
}

/// Nine in ten of what is public have an example that a user would paste.
#[test]
fn public_items_have_examples() {
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    let (mut all, mut bare) = (0, Vec::new());
    for file in files {
        let text = fs::read_to_string(&file).expect("a source");
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let item = line.trim_start();
            let public = ["fn ", "const fn ", "struct ", "enum ", "trait "]
                .iter()
                .any(|kind| item.strip_prefix("pub ").is_some_and(|item| item.starts_with(kind)));
            let attached = |line: &&&str| {
                let line = line.trim();
                line.starts_with("///") || line.starts_with("#[") || line.ends_with(")]")
            };
            let above = lines[..at].iter().rev().take_while(attached);
            if !public || above.clone().any(|line| line.contains("doc(hidden)")) {
                continue;
            }
            all += 1;
            if !above.clone().any(|line| line.contains("```")) {
                bare.push(format!("{}:{}: {item}", file.display(), at + 1));
            }
        }
    }
    assert!(all > 100);
    assert!(bare.len() * 10 <= all, "{} of {all} have none:\n{}", bare.len(), bare.join("\n"));
}

/// Whoever reads where to look finds the file there.
#[test]
fn the_guides_name_files_that_exist() {
    let path = |character: char| character.is_ascii_alphanumeric() || "/_-.".contains(character);
    for guide in ["DESIGN.md", "CONTRIBUTING.md"] {
        let text = read(guide);
        let named = text.split(|character| !path(character)).map(|word| word.trim_end_matches('.'));
        let named: Vec<&str> = named
            .filter(|word| {
                ["src/", "tests/", "benches/", "examples/"].iter().any(|top| word.starts_with(top))
            })
            .collect();
        assert!(named.len() > 10, "{guide} names {} files", named.len());
        let lost: Vec<_> = named.iter().filter(|path| !root().join(path).exists()).collect();
        assert!(lost.is_empty(), "{guide} names what does not exist: {lost:?}");
    }
}
