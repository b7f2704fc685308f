//! Where a rule stands in the sources of the crate, so that whoever wonders at an answer knows what to open.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::Rule;

/// The tables of rules, as they were compiled.
const TABLES: [(&str, &str); 5] = [
    ("src/attribution/link/rules.rs", include_str!("../attribution/link/rules.rs")),
    ("src/attribution/flow/rules.rs", include_str!("../attribution/flow/rules.rs")),
    ("src/attribution/content/rules.rs", include_str!("../attribution/content/rules.rs")),
    ("src/dialogue/rules.rs", include_str!("../dialogue/rules.rs")),
    ("src/transcript/mod.rs", include_str!("../transcript/mod.rs")),
];

static PLACES: LazyLock<HashMap<&str, String>> = LazyLock::new(|| {
    let mut places = HashMap::new();
    for (file, source) in TABLES {
        for (line, number) in source.lines().zip(1..) {
            let name = line.split_once("name: \"").and_then(|(_, rest)| rest.split_once('"'));
            if let Some((name, _)) = name {
                places.insert(name, format!("{file}:{number}"));
            }
        }
    }
    places
});

/// File and line of a rule of the crate's, in brackets; nothing for one that stands in no table.
pub(super) fn place(rule: &Rule) -> String {
    PLACES.get(rule.name()).map_or_else(String::new, |place| format!(" ({place})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_place() {
        let without: Vec<String> =
            Rule::all().filter(|rule| place(rule).is_empty()).map(|rule| rule.to_string()).collect();
        // what the caller says stands in no table
        assert_eq!(without, ["given", "pinned"]);
    }
}
