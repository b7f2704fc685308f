//! A verb and a rule of one's own: `cargo run --example rules`.

use whosaid::{Attributor, Error, Genre};

/// The minutes of a meeting, read with them.
pub(crate) fn report(text: &str) -> Result<String, Error> {
    let attributor = Attributor::builder()
        .genre(Genre::News)
        // a strong verb with a quotation, as a tag, and with a that-clause
        .verb("skeet", "q3 p3 t2")?
        // a name, a colon and all up to the stop: the letters are those of the item line that `explain` shows
        .rule("minutes", r"^(?<source>N)(?<cue>:)(?<content>[^.]+)", 0.7)?
        .build();
    let document = attributor.attribute(text);
    let line = |quote| {
        let who = document.speaker_name(quote).unwrap_or("?");
        format!("{who}: {} [{}]\n", document.words(quote), quote.rule())
    };
    Ok(document.quotes().iter().map(line).collect())
}

pub(crate) fn main() -> Result<(), Error> {
    let text = "Ana Ruiz: rates will fall.\n\n“They will not,” Tom Lee skeeted.";
    print!("{}", report(text)?);
    Ok(())
}
