//! The speakers of all texts of a folder, joined: `cargo run --example folder -- FOLDER`.

use std::path::Path;

use whosaid::Attributor;
use whosaid::registry::Registry;

/// A line for each person or body.
pub(crate) fn report(folder: &Path) -> std::io::Result<String> {
    let attributor = Attributor::new();
    let mut registry = Registry::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            registry.add(&attributor.attribute(&std::fs::read_to_string(path)?));
        }
    }
    let mut report = String::new();
    for person in registry.people() {
        let (quotes, words, texts) = (person.quotes(), person.words(), person.documents());
        report += &format!("{}: {quotes} quotes, {words} words in {texts} texts\n", person.name());
    }
    Ok(report)
}

pub(crate) fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "examples".to_owned());
    print!("{}", report(Path::new(&folder))?);
    Ok(())
}
