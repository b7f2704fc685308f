//! What kind of text it is.

use super::names::names;

/// The kind of text, which decides the policy across sentences: in news a quotation without a cue goes on
/// from the last speaker, in fiction the speakers take turns, in a transcript labels tell
/// them.
///
/// ```
/// use whosaid::{Attributor, Genre};
/// let novels = Attributor::builder().genre(Genre::Fiction).build();
/// assert_eq!(novels.attribute("“Is it late?” asked Ann.").genre(), Genre::Fiction);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Genre {
    /// News, reports, interviews, web pages.
    #[default]
    News,
    /// Novels and stories with dialogue.
    Fiction,
    /// Turns behind the names of their speakers: interviews, hearings, debates, court records, chats, plays.
    Transcript,
}

names!("genre", "Genre", Genre { News = "news", Fiction = "fiction", Transcript = "transcript" });
