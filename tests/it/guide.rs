//! The guide's list of rules is the table's.

use std::fmt::Write;
use std::path::Path;

use whosaid::Rule;

/// A cell of a table of Markdown.
fn cell(words: &str) -> String {
    words.replace('|', "\\|").replace('\n', " ")
}

fn list() -> String {
    let mut list = String::from(
        "All rules by name, made from the tables of the crate. In an example `[…]` is content, `<…>` the cue, `{…}` the\n\
         source. Rules about one sentence stand first, in the order in which they are asked.\n\n\
         | rule | reads | example |\n|---|---|---|\n",
    );
    for rule in Rule::all() {
        let example = rule.examples().first().map(|example| format!("`{}`", cell(example)));
        let (name, about) = (rule.name(), cell(rule.about()));
        let _ = writeln!(list, "| `{name}` | {about} | {} |", example.unwrap_or_default());
    }
    list
}

#[test]
#[ignore = "run by .ci/run, so that a rule may be tried without its line in the guide"]
fn the_guide_lists_all_rules() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/guide/rules.md");
    let list = list();
    if std::env::var_os("UPDATE_GUIDE").is_some() {
        std::fs::write(&path, &list).expect("the list");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == list,
        "src/guide/rules.md is not what the tables say: UPDATE_GUIDE=1 cargo test --all-features --test it guide -- --ignored"
    );
}
