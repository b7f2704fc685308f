//! Verbs and rules of a caller's own, from lines of the input: errors, never panics, whatever they say.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whosaid::Attributor;

const TEXT: &str = "“Rates will fall,” Ana Ruiz said. Tom Hill: “It rains.” The board skeeted that “all is well.”";

fuzz_target!(|input: &str| {
    let mut lines = input.lines();
    let mut next = || lines.next().unwrap_or("");
    let builder = Attributor::builder();
    let builder = builder.clone().verb(next(), next()).unwrap_or(builder);
    let builder = builder.clone().rule(next(), next(), 0.5).unwrap_or(builder);
    let builder = builder.clone().least_confidence(next().len() as f32 / 10.0).unwrap_or(builder);
    let document = builder.build().attribute(TEXT);
    for quote in document.quotes() {
        assert!(quote.content().iter().all(|span| span.get(TEXT).is_some()));
    }
});
