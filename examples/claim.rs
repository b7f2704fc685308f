//! Whether somebody said so: `cargo run --example claim -- FILE WORDS SPEAKER`.

use whosaid::Attributor;
use whosaid::locate::Claim;

/// What the text has of the words, and who says them there.
pub(crate) fn report(text: &str, words: &str, speaker: &str) -> String {
    let document = Attributor::new().attribute(text);
    let found = document.locate(Claim::new(words).by(speaker));
    let mut report = format!("“{words}” by {speaker}: {}\n", found.verdict());
    for span in found.spans() {
        report += &format!("  {}: {}\n", found.speaker().unwrap_or("the text"), &document.text()[*span]);
    }
    for difference in found.differences() {
        report += &format!("  {difference}\n");
    }
    report
}

pub(crate) fn main() {
    let mut given = std::env::args().skip(1);
    let mut next = |default: &str| given.next().unwrap_or_else(|| default.to_owned());
    let path = next("examples/article.txt");
    let words = next("We have patched these engines for nineteen months");
    let speaker = next("Marta Lindqvist");
    let text = std::fs::read_to_string(path).expect("a text in UTF-8");
    print!("{}", report(&text, &words, &speaker));
}
