//! The people of a text with its lines, as a file to be edited and given back.

use std::fmt::Write;

use crate::Document;
use crate::cast::Cast;

/// People, and behind `#` a pin for each line: without it the line is pinned.
pub(super) fn write(id: &str, document: &Document<'_>) -> String {
    let mut out =
        format!("# {id}\n# name | other names; … | m or f | an id of your own\n{}", Cast::of(document));
    out.push_str("[pins]\n# take away the # before a line and write who speaks it, or nobody\n");
    for quote in document.quotes() {
        let speaker = document.speaker_name(quote).unwrap_or("nobody");
        let pins = Cast::new().pin(document, quote, speaker.replace(['|', '#'], " "));
        for pin in pins.pins() {
            let _ = writeln!(out, "# {pin}");
        }
    }
    out
}
