//! Any text, read as news and as fiction: no panic, spans on character boundaries and in order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use once::attributors;

mod once {
    use std::sync::OnceLock;
    use whosaid::{Attributor, Genre};

    /// One for each genre, made once.
    pub fn attributors() -> &'static [Attributor; 2] {
        static MADE: OnceLock<[Attributor; 2]> = OnceLock::new();
        MADE.get_or_init(|| {
            [Genre::News, Genre::Fiction].map(|genre| Attributor::builder().genre(genre).build())
        })
    }
}

fuzz_target!(|text: &str| {
    for attributor in attributors() {
        let document = attributor.attribute(text);
        for quote in document.quotes() {
            assert!(quote.content().iter().all(|span| span.get(text).is_some()));
            assert!(quote.cue().is_none_or(|span| span.get(text).is_some()));
            assert!(quote.source().is_none_or(|source| source.span().get(text).is_some()));
            assert!(document.speakers(quote).count() == quote.speakers().len());
        }
        for entity in document.entities() {
            assert!(entity.mentions().all(|span| span.get(text).is_some()));
        }
        assert!(document.unattributed().iter().all(|other| other.span().get(text).is_some()));
        assert!(document.sentences().windows(2).all(|pair| pair[0].end() <= pair[1].start()));
    }
});
