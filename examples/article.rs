//! Who says what in an article: `cargo run --example article -- FILE`.

use whosaid::Attributor;

/// A line for each quote.
pub(crate) fn report(text: &str) -> String {
    let document = Attributor::new().attribute(text);
    let mut report = String::new();
    for quote in &document {
        let who = document.speaker_name(quote).unwrap_or("?");
        report += &format!("{who} ({}): {}\n", quote.kind(), document.words(quote));
    }
    report
}

pub(crate) fn main() {
    let path = std::env::args().nth(1).unwrap_or_else(|| "examples/article.txt".to_owned());
    let text = std::fs::read_to_string(path).expect("a text in UTF-8");
    print!("{}", report(&text));
}
