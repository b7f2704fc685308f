//! TEI P5: a corpus of texts, each with its persons, and `<said who>` around what stands in marks.

use std::fmt::Write;

use crate::page::escape;
use crate::{Document, EntityId, EntityKind};

/// What opens the file.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n\
<teiHeader><fileDesc><titleStmt><title>Who said what</title></titleStmt>\
<publicationStmt><p>Written by whosaid.</p></publicationStmt>\
<sourceDesc><p>The texts as given.</p></sourceDesc></fileDesc></teiHeader>\n";

/// What closes it.
pub(super) const FOOT: &str = "</teiCorpus>\n";

/// A text of the corpus.
pub(super) fn write(id: &str, document: &Document<'_>) -> String {
    let prefix = name(id);
    let who = |ids: &[EntityId]| -> String {
        ids.iter().map(|id| format!("#{prefix}.{}", id.index())).collect::<Vec<_>>().join(" ")
    };
    let title = escape(id);
    let mut tei = format!(
        "<TEI>\n<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>\
         <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>\n\
         <profileDesc><particDesc><listPerson>\n"
    );
    for total in document.totals() {
        let Some(speaker) = total.speaker() else { continue };
        let element = if speaker.kind() == EntityKind::Person { "person" } else { "personGrp" };
        let _ = write!(tei, "<{element} xml:id=\"{prefix}.{}\"", speaker.id().index());
        if let Some(gender) = speaker.gender().filter(|_| element == "person") {
            let _ = write!(tei, " gender=\"{gender}\"");
        }
        let inner = if element == "person" { "persName" } else { "name" };
        let _ = writeln!(tei, "><{inner}>{}</{inner}></{element}>", escape(speaker.name()));
    }
    tei.push_str("</listPerson></particDesc></profileDesc></teiHeader>\n<text><body><ab>");
    for segment in document.segments() {
        let words = xml(segment.text());
        match segment.quote() {
            None => tei.push_str(&words),
            Some(quote) => {
                tei.push_str("<said");
                if !quote.speakers().is_empty() {
                    let _ = write!(tei, " who=\"{}\"", who(quote.speakers()));
                }
                if !quote.addressees().is_empty() {
                    let _ = write!(tei, " toWhom=\"{}\"", who(quote.addressees()));
                }
                let _ = write!(tei, " direct=\"true\" cert=\"{:.2}\">{words}</said>", quote.confidence());
            }
        }
    }
    tei.push_str("</ab></body></text>\n</TEI>\n");
    tei
}

/// A name for XML ids: letters and digits of what the caller calls the text, the rest as numbers.
fn name(id: &str) -> String {
    let mut name = "t-".to_owned();
    for letter in id.chars() {
        if letter.is_ascii_alphanumeric() || letter == '-' {
            name.push(letter);
        } else {
            let _ = write!(name, "_{:x}_", u32::from(letter));
        }
    }
    name
}

/// The words with line breaks marked, without the controls that XML does not have.
fn xml(words: &str) -> String {
    let kept = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    let words: String = words.chars().filter(kept).collect();
    escape(&words).replace('\n', "<lb/>\n")
}
