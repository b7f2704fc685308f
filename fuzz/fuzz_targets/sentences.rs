//! Any text to sentences: they cover all but white space, in order.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut end = 0;
    for span in whosaid::sentences(text) {
        assert!(span.start() >= end && span.end() > span.start());
        assert!(text[end..span.start()].chars().all(is_blank));
        end = span.end();
    }
    assert!(text[end..].chars().all(is_blank));
});

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{FEFF}'
}
