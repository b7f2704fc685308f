//! The one JSON shape, schema 1: what `serde_json::to_string(&document)` and `whosaid quotes --format jsonl` write.
//!
//! ```
//! use whosaid::json::Answer;
//! use whosaid::offsets::Unit;
//!
//! let document = whosaid::Attributor::new().attribute("“Não,” Ana Ruiz said.");
//! let line = serde_json::to_string(&Answer::of(&document).id("a1").offsets(Unit::Chars))?;
//! assert!(line.starts_with(r#"{"schema":1,"id":"a1","genre":"news","offsets":"chars","quotes":[{"kind":"direct","#));
//!
//! // what was written comes back, words included where the text was written with it
//! let kept: whosaid::Document<'static> = serde_json::from_str(&serde_json::to_string(&document)?)?;
//! assert_eq!(kept.speaker_name(&kept.quotes()[0]), Some("Ana Ruiz"));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # The shape
//!
//! Every place is `[start, end]`, half open, into the text that was given, in the unit that `"offsets"` names. Where
//! there is nothing to tell, a field is `null` or `[]`; it is never left out, but for those marked with a star.
//!
//! | field | what it holds |
//! |---|---|
//! | `schema` | `1`. Fields may be added to a schema; none is renamed, dropped or changed in meaning |
//! | `id` * | what the caller calls the text |
//! | `genre` | `news`, `fiction`, `transcript`: by which policy it was read |
//! | `offsets` | `bytes` of UTF-8, `chars` (code points, as Python and jq count) or `utf16` (as JavaScript counts) |
//! | `text` * | the text itself; the program writes it with `--with-text` |
//! | `quotes` | the quotations, in the order of their first content |
//! | `unattributed` | quoted spans that nobody says |
//! | `entities` | the persons and bodies |
//! | `sentences` | the places of all sentences |
//!
//! The program passes the other fields of its input through, between `id` and `genre`; one that has the name of a field
//! of the shape gives way to it.
//!
//! Of a quote:
//!
//! | field | what it holds |
//! |---|---|
//! | `kind` | `direct`, `mixed`, `indirect` |
//! | `text` | the words of the content on one line, ` … ` between its pieces |
//! | `content` | where they stand, marks included: one place or several |
//! | `quoted` | what of it stands in marks |
//! | `sentence` | the place of the sentence, or sentences, with content, cue and source |
//! | `parent` | the place in this list of the quote in whose words it stands |
//! | `cue`, `cue_text` | the word that reports: where, and what |
//! | `status` | of `negated`, `future`, `conditional`, `questioned` all that hold; empty where the saying is asserted |
//! | `mode` | how: `said`, `written`, `thought`, or `shown` by a document or study |
//! | `stance` | how the speaker stands to it: `asserted`, `rejected`, `doubted`, `asked`, `ordered`, `promised` |
//! | `form` | `clause` where what was said is there, else `topic` (*called for talks*) or `attitude` (*praised the crew*) |
//! | `source`, `source_text`, `mention` | the words that stand for the speaker: where, what, and whether a `name`, `nominal` or `pronoun` |
//! | `speaker`, `speakers`, `speaker_ids` | the name of the first speaker, of all, and their places in `entities` |
//! | `speaker_reason`, `speaker_confidence` | what ties source and speaker, and how surely, from 0 to 1 |
//! | `addressees`, `addressee_ids` | who is spoken to |
//! | `rule`, `confidence` | which rule tied content and source, and how surely |
//! | `alternatives` | other readings: `source`, `speakers`, `speaker_ids`, `confidence` |
//!
//! Of what is unattributed: `span`, `text`, `use` (`title`, `nickname`, `word`, `scare`, `sign`, `unknown`), `reason`
//! (`not speech`, `no cue`, `no source`, `below the least confidence`).
//!
//! Of an entity: `id` (its place in the list), `name`, `named` (or called by a noun only), `aliases`, `kind` (`person`,
//! `organisation`, `group`, `place`, `document`, `unknown`), `gender` (`m`, `f`, `null`), `speaks_for` (an `id`),
//! `short_name` (the commonest form), `role` (an office in the words of the text, or `null`), `caller_id` * (the id that
//! a [`Cast`](crate::cast::Cast) gave it) and `mentions`.
//!
//! Confidences are rounded to thousandths. A [`Quote`](crate::Quote) alone is written with the same fields, without
//! those that need the text. `tests/it/json.rs` freezes the shape.

mod read;
mod values;
mod write;

pub use values::SCHEMA;
pub use write::Answer;
