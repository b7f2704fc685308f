//! The settings of the attributor on the command line.

use std::io;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::input::Text;
use crate::cast::Cast;
use crate::words::Words;
use crate::{Attributor, Document, Genre, Nested, Scratch};

#[derive(Debug, Args)]
pub(super) struct Engine {
    /// What kind of texts they are; decided for each where this is left out.
    #[arg(long, value_enum, default_value_t = GenreChoice::Auto)]
    genre: GenreChoice,
    /// Leave out what is less sure than this, from 0 to 1.
    #[arg(long, value_name = "SHARE", default_value_t = 0.0)]
    least_confidence: f32,
    /// Leave out speech without quotation marks.
    #[arg(long)]
    no_indirect: bool,
    /// Report the indirect speech of novels too.
    #[arg(long, conflicts_with = "no_indirect")]
    indirect: bool,
    /// Without marks also what is only spoken of (called for talks), and attitudes (praised the crew).
    #[arg(long, conflicts_with = "no_indirect")]
    topics: bool,
    /// Words of your own: a file with sections in brackets: verbs, titles, roles, organisations, places, names,
    /// abbreviations, remove.
    #[arg(long, value_name = "FILE")]
    words: Option<PathBuf>,
    /// The people whom you know, and who speaks which lines: a file as "quotes -f cast" writes it.
    #[arg(long, value_name = "FILE")]
    cast: Option<PathBuf>,
    /// Give speech inside of speech to the speaker nearest to it.
    #[arg(long)]
    inner: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum GenreChoice {
    Auto,
    News,
    Fiction,
    Transcript,
}

impl Engine {
    pub(super) fn attributor(&self) -> io::Result<Attributor> {
        let builder = Attributor::builder().least_confidence(self.least_confidence);
        let mut builder = builder.map_err(io::Error::other)?.topics(self.topics);
        if self.indirect || self.no_indirect {
            builder = builder.indirect(self.indirect);
        }
        if let Some(path) = &self.words {
            let named = |problem: String| io::Error::other(format!("{}: {problem}", path.display()));
            let file = std::fs::read_to_string(path).map_err(|error| named(error.to_string()))?;
            let words = Words::parse(&file).map_err(|error| named(error.to_string()))?;
            builder = builder.words(&words).map_err(|error| named(error.to_string()))?;
        }
        if let Some(path) = &self.cast {
            let named = |problem: String| io::Error::other(format!("{}: {problem}", path.display()));
            let file = std::fs::read_to_string(path).map_err(|error| named(error.to_string()))?;
            let cast = if file.trim_start().starts_with('{') {
                serde_json::from_str(&file).map_err(|error| named(error.to_string()))?
            } else {
                Cast::parse(&file).map_err(|error| named(error.to_string()))?
            };
            builder = builder.cast(&cast).map_err(|error| named(error.to_string()))?;
        }
        if self.inner {
            builder = builder.nested(Nested::Inner);
        }
        Ok(match self.genre {
            GenreChoice::Auto => builder,
            GenreChoice::News => builder.genre(Genre::News),
            GenreChoice::Fiction => builder.genre(Genre::Fiction),
            GenreChoice::Transcript => builder.genre(Genre::Transcript),
        }
        .build())
    }
}

/// Who says what in a text, where the pins of the caller's cast have their places in it.
pub(super) fn attribute<'t>(
    attributor: &Attributor,
    scratch: &mut Scratch,
    text: &'t Text,
) -> io::Result<Document<'t>> {
    attributor.check(&text.text).map_err(|error| io::Error::other(format!("{}: {error}", text.id)))?;
    Ok(attributor.attribute_with(scratch, &text.text))
}
