//! A row for each quote, for spreadsheets and data frames.

use crate::cli::paint::one_line;
use crate::offsets::{Offsets, Unit};
use crate::{Document, EntityId};

const COLUMNS: [&str; 17] = [
    "id",
    "quote",
    "kind",
    "start",
    "end",
    "text",
    "speaker",
    "speaker_id",
    "source",
    "cue",
    "status",
    "mode",
    "stance",
    "form",
    "addressees",
    "rule",
    "confidence",
];

/// The names of the columns.
pub(super) fn head(separator: u8) -> String {
    COLUMNS.join(&char::from(separator).to_string()) + "\n"
}

/// The quotes of a text.
pub(super) fn write(id: &str, document: &Document<'_>, unit: Unit, separator: u8) -> Vec<u8> {
    let offsets = Offsets::new(document.text(), unit);
    let names = |ids: &[EntityId]| -> String {
        let entities = ids.iter().filter_map(|id| document.entity(*id));
        entities.map(|entity| entity.name()).collect::<Vec<_>>().join("; ")
    };
    let mut rows = Vec::new();
    for (place, quote) in document.quotes().iter().enumerate() {
        let words = |span: Option<crate::Span>| {
            span.and_then(|span| span.get(document.text())).map(one_line).unwrap_or_default()
        };
        let (first, last) = (quote.content().first(), quote.content().last());
        let fields = [
            id.to_owned(),
            place.to_string(),
            quote.kind().to_string(),
            first.map_or(0, |span| offsets.get(span.start())).to_string(),
            last.map_or(0, |span| offsets.get(span.end())).to_string(),
            document.words(quote),
            names(quote.speakers()),
            quote.speakers().first().map(|id| id.index().to_string()).unwrap_or_default(),
            words(quote.source().map(|source| source.span())),
            words(quote.cue()),
            quote.cue_status().to_string(),
            quote.mode().to_string(),
            quote.stance().to_string(),
            quote.form().to_string(),
            names(quote.addressees()),
            quote.rule().to_string(),
            format!("{:.3}", quote.confidence()),
        ];
        for (at, field) in fields.iter().enumerate() {
            if at > 0 {
                rows.push(separator);
            }
            put(&mut rows, field, separator);
        }
        rows.push(b'\n');
    }
    rows
}

/// A field: with commas in quotation marks where it must be, with tabs none of its own.
fn put(rows: &mut Vec<u8>, field: &str, separator: u8) {
    if separator == b'\t' {
        let plain = |byte: u8| if matches!(byte, b'\t' | b'\n' | b'\r') { b' ' } else { byte };
        rows.extend(field.bytes().map(plain));
        return;
    }
    if !field.contains([',', '"', '\n', '\r']) {
        rows.extend(field.bytes());
        return;
    }
    rows.push(b'"');
    for byte in field.bytes() {
        if byte == b'"' {
            rows.push(b'"');
        }
        rows.push(byte);
    }
    rows.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_told_apart() {
        let row = |field: &str, separator| {
            let mut row = Vec::new();
            put(&mut row, field, separator);
            String::from_utf8(row).expect("UTF-8")
        };
        assert_eq!(row("plain", b','), "plain");
        assert_eq!(row("a \"b\", c", b','), "\"a \"\"b\"\", c\"");
        assert_eq!(row("a\tb", b'\t'), "a b");
    }
}
