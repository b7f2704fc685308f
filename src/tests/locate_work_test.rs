//! The work of looking for a claim, counted in steps: it grows with the length of the source, and with that of the claim,
//! whatever they are.

use crate::base::steps;
use crate::locate::Locator;
use crate::{Attributor, Genre};

/// What a source repeats.
const SOURCES: [&str; 8] = [
    "“It is what it is,” said Ana Ruiz. ",
    "“It is,” said Ana Ruiz, “what it is.” ",
    "It is what it is. ",
    "it ",
    "“it ",
    "“‘It is,’ he said,” she said. ",
    "Ana: “It is.” Tom: “It is what?”\n\n",
    "Ana Ruiz said that it was what it was, and that “it is.”\n\n",
];

/// Claims over them, and what a long one repeats.
const CLAIMS: [&str; 14] = [
    "It is what it is ",
    "it ",
    "it … is … what … ",
    "it [was] is ",
    "it is not what it is ",
    "nothing of the kind ",
    "“It is,” Ruiz said, “what it was.” ",
    "[",
    "[a",
    "[a]b",
    "…",
    "...",
    "“",
    "it’s ",
];

fn work(source: &str, claim: &str) -> usize {
    let document = Attributor::builder().genre(Genre::News).build().attribute(source).into_owned();
    steps::count(|| {
        for by in [None, Some("Ana Ruiz"), Some("Eve")] {
            let claim = crate::locate::Claim::new(claim);
            let _ = Locator::new(&document).locate(by.map_or(claim, |name| claim.by(name)));
        }
    })
}

#[test]
fn a_longer_source_costs_no_more_than_its_length() {
    for source in SOURCES {
        for claim in CLAIMS {
            let claim = claim.repeat(3);
            let [once, twice] = [150, 300].map(|times| work(&source.repeat(times), &claim));
            assert!(twice <= once * 22 / 10 + 20_000, "{source:?}, {claim:?}: {once}, then {twice}");
        }
    }
}

#[test]
fn a_longer_claim_costs_no_more_than_its_length() {
    for source in SOURCES {
        for claim in CLAIMS {
            let source = source.repeat(20);
            let [once, twice] = [100, 200].map(|times| work(&source, &claim.repeat(times)));
            assert!(twice <= once * 22 / 10 + 20_000, "{source:?}, {claim:?}: {once}, then {twice}");
        }
    }
}
