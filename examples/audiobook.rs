//! A script for an audiobook, a voice for each line: `cargo run --example audiobook -- FILE`.

use whosaid::{Attributor, Genre};

/// The text in turns, every byte of it once.
pub(crate) fn report(text: &str) -> String {
    let document = Attributor::builder().genre(Genre::Fiction).build().attribute(text);
    let mut script = String::new();
    for segment in document.segments() {
        let voice = match segment.quote() {
            None => "NARRATOR".to_owned(),
            Some(_) => segment.speaker().unwrap_or("UNKNOWN").to_uppercase(),
        };
        let words: Vec<&str> = segment.text().split_whitespace().collect();
        if !words.is_empty() {
            script += &format!("{voice}: {}\n", words.join(" "));
        }
    }
    script
}

pub(crate) fn main() {
    let path = std::env::args().nth(1).unwrap_or_else(|| "examples/chapter.txt".to_owned());
    let text = std::fs::read_to_string(path).expect("a text in UTF-8");
    print!("{}", report(&text));
}
