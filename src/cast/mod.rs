//! The people of a text as the caller knows them, and corrections: names, other names, gender, an id of the caller's
//! own, and who speaks a line whatever the text says.
//!
//! ```
//! use whosaid::{Attributor, cast::{Cast, Person}};
//!
//! let text = "“It is late,” said the harbourmaster.\n\n“Past nine,” Robin said. She rose.\n\n“Go home.”";
//! let cast = Cast::new().with(Person::new("Robin Vale").alias("Robin").alias("the harbourmaster").id("Q42"));
//! let document = Attributor::builder().cast(&cast)?.build().attribute(text);
//! assert_eq!(document.speakers(&document.quotes()[0]).next().unwrap().caller_id(), Some("Q42"));
//! # Ok::<(), whosaid::Error>(())
//! ```
//!
//! And out of a document, to be corrected and given back: the pin holds in every later run, and in a novel the lines
//! around it are decided with it.
//!
//! ```
//! use whosaid::{Attributor, Genre, cast::Cast};
//! # let text = "“Is it late?” asked Ann.\n\n“Past nine,” said Tom.\n\n“So late?”\n\n“Yes.”";
//! # let attributor = Attributor::builder().genre(Genre::Fiction).build();
//! # let document = attributor.attribute(text);
//! let cast = Cast::of(&document).pin(&document, &document.quotes()[2], "Eve");
//! let again = Attributor::builder().genre(Genre::Fiction).cast(&cast)?.build().attribute(text);
//! assert_eq!(again.speaker_name(&again.quotes()[2]), Some("Eve"));
//! # Ok::<(), whosaid::Error>(())
//! ```
//!
//! # The file
//!
//! [`Cast::parse`] reads what `Display` writes, and `whosaid quotes --cast FILE` reads it too; `whosaid quotes -f cast`
//! writes one to begin with. A line is an entry, its fields apart by `|`, `#` opens a comment:
//!
//! ```text
//! [people]
//! # name | other names | gender: m or f | id of your own
//! Robin Vale | Robin; the harbourmaster | f | Q42
//! Tom
//! [pins]
//! # from..to in bytes | who, or nobody | the first words, by which the line is found should it move
//! 38..51 | Robin Vale | “Past nine,”
//! 70..81 | nobody
//! ```
//!
//! With the feature `serde` it is also written as JSON and whatever else serde knows.

mod apply;
mod file;
mod given;
mod index;
mod person;
mod pin;
mod utterance;

pub(crate) use apply::PINNED;
pub use given::Cast;
pub(crate) use index::Index;
pub use person::Person;
pub use pin::Pin;
pub use utterance::Utterance;
