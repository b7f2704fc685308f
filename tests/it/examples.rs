//! The example programs, run.

#[path = "../../examples/article.rs"]
mod article;
#[path = "../../examples/audiobook.rs"]
mod audiobook;
#[path = "../../examples/claim.rs"]
mod claim;
#[path = "../../examples/folder.rs"]
mod folder;
#[path = "../../examples/novel.rs"]
mod novel;
#[path = "../../examples/rules.rs"]
mod rules;
#[path = "../../examples/threads.rs"]
mod threads;

use std::fs;
use std::path::Path;

const ARTICLE: &str = include_str!("../../examples/article.txt");
const CHAPTER: &str = include_str!("../../examples/chapter.txt");

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

#[test]
fn they_say_what_they_promise() {
    assert!(article::report(ARTICLE).contains("Marta Lindqvist (direct): “We have patched"));
    assert!(novel::report(CHAPTER).contains("Mrs. Pell to Edmund: "));
    assert!(folder::report(&folder()).expect("texts").contains("Tobias Okafor: 4 quotes"));
    assert!(audiobook::report(CHAPTER).contains("\nCLARA: “And Mr. Harrow?”\n"));
    let told = claim::report(ARTICLE, "We have patched these engines for nineteen months", "Marta Lindqvist");
    assert!(told.contains("altered") && told.contains("“months” for “years”"), "{told}");
    let told = rules::report("Ana Ruiz: rates will fall.").expect("rules");
    assert_eq!(told, "Ana Ruiz: rates will fall [minutes]\n");
    let texts = [ARTICLE.to_owned(), CHAPTER.to_owned()];
    assert_eq!(threads::report(&texts).len(), 2);
}

#[test]
fn they_run_without_arguments() {
    // the arguments are those of the tests: only what needs none
    rules::main().expect("rules");
    threads::main();
    let _ = (article::main as fn(), novel::main as fn(), audiobook::main as fn(), claim::main as fn());
    let _ = folder::main as fn() -> std::io::Result<()>;
}

#[test]
fn they_are_short() {
    for name in ["article", "audiobook", "claim", "folder", "novel", "rules", "threads"] {
        let lines = fs::read_to_string(folder().join(name).with_extension("rs")).expect(name).lines().count();
        assert!((10..=60).contains(&lines), "{name}: {lines} lines");
    }
}
