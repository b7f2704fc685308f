//! Mentions of somebody, kept without their tokens.
//!
//! In: the tokens and items of each block. Out: [`Mentions`], the names among them by their spellings.
//! `sentence.rs` goes through the items, `phrases.rs` makes mentions of noun phrases and `names.rs` of names,
//! `beside.rs` ties those that stand beside one another, `deeds.rs` those with a verb between,
//! `offices.rs` who has an office by a verb; `reading.rs`
//! says what a mention's words tell, `spot.rs` and `reader.rs` where it stands; `mentions.rs`, `flags.rs`, `spelling.rs` are what is kept,
//! `kept.rs` is what is kept of a book; `gender.rs` is the gender that words show.

mod beside;
mod deeds;
mod flags;
pub(crate) mod gender;
mod issuers;
pub(crate) mod kept;
mod mentions;
mod names;
mod offices;
mod phrases;
mod reader;
mod reading;
mod sentence;
mod spelling;
mod spot;

pub(crate) use flags::{Flags, Sign};
pub(crate) use mentions::{Deed, DeedKind, Kind, Mention, Mentions, Nominal, Pronoun};
pub(crate) use reader::Sources;
pub(crate) use sentence::{BYLINE_PARAGRAPHS, Ground, read};
pub(crate) use spelling::{NameKey, Spelling, Spellings};
