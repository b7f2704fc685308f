//! Who talks to whom in a novel: `cargo run --example novel -- FILE`.

use std::collections::BTreeMap;

use whosaid::{Attributor, Genre};

/// How often each speaks to each, most often first.
pub(crate) fn report(text: &str) -> String {
    let attributor = Attributor::builder().genre(Genre::Fiction).build();
    let document = attributor.attribute(text);
    let name = |id| document.entity(id).map_or("?", |entity| entity.name());
    let mut pairs: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for quote in &document {
        for (speaker, hearer) in quote.speakers().iter().zip(quote.addressees()) {
            *pairs.entry((name(*speaker), name(*hearer))).or_default() += 1;
        }
    }
    let mut pairs: Vec<_> = pairs.into_iter().collect();
    pairs.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    pairs.iter().map(|((speaker, hearer), count)| format!("{speaker} to {hearer}: {count}\n")).collect()
}

pub(crate) fn main() {
    let path = std::env::args().nth(1).unwrap_or_else(|| "examples/chapter.txt".to_owned());
    let text = std::fs::read_to_string(path).expect("a text in UTF-8");
    print!("{}", report(&text));
}
