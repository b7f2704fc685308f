//! The text in turns, for who reads it aloud.

use crate::Document;
use crate::cli::paint::one_line;

/// A line for each voice: `ANA RUIZ: …`, `NARRATOR: …`; `UNKNOWN` where nobody is known to speak.
pub(super) fn write(id: &str, document: &Document<'_>) -> String {
    let mut script = format!("# {}\n\n", one_line(id));
    let mut last: Option<String> = None;
    for segment in document.segments() {
        let words = one_line(segment.text());
        if !words.contains(char::is_alphanumeric) {
            // what stands alone between two speeches is read by nobody
            continue;
        }
        let voice = match segment.quote() {
            None => "NARRATOR".to_owned(),
            Some(_) => segment.speaker().map_or("UNKNOWN".to_owned(), str::to_uppercase),
        };
        if last.as_ref() == Some(&voice) {
            script.truncate(script.trim_end().len());
            script.push(' ');
        } else {
            script.push_str(&voice);
            script.push_str(": ");
        }
        script.push_str(&words);
        script.push_str("\n\n");
        last = Some(voice);
    }
    script
}
