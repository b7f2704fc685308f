//! Why a text is read as it is: the item line of each sentence and the rules tried on each quoted span.

use std::io::{self, Read};

use whosaid::Attributor;

fn main() -> io::Result<()> {
    let mut text = String::new();
    match std::env::args_os().nth(1) {
        Some(file) => text = std::fs::read_to_string(file)?,
        None => {
            io::stdin().read_to_string(&mut text)?;
        }
    }
    let text = text.as_str();
    for sentence in Attributor::new().explain(text).sentences() {
        println!("{}\n  {}", text[sentence.span()].replace('\n', " "), sentence.line());
        for verb in sentence.verbs() {
            let subject = verb.subject().map_or("nobody", |subject| &text[subject]);
            let (kind, complement) = verb.complement();
            let reported = text[complement].replace('\n', " ");
            println!("    {}: {subject}; {kind} {} {reported}", &text[verb.verb()], verb.grade());
        }
        for quoted in sentence.quoted() {
            let source = quoted.source().map_or("nobody", |source| &text[source]);
            println!("    {} <- {source}", &text[quoted.span()].replace('\n', " "));
            for trial in quoted.trials() {
                println!("      {} {}", trial.rule(), trial.source().is_some());
            }
        }
    }
    Ok(())
}
