//! What a genre decides, in one table. No stage asks for the genre: each is handed the field that bears on it.

use crate::answer::genre::Genre;
use crate::text::layout;
use crate::text::marks::{Family, Primary};

/// How a text of a genre is read.
#[derive(Debug)]
pub(crate) struct Policy {
    pub(crate) marks: Marks,
    pub(crate) across: Across,
    /// Whether speech without marks is reported where the caller says nothing. Readers of novels seek the lines.
    pub(crate) indirect: bool,
}

/// Which marks hold speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marks {
    Fixed(Family),
    /// Those that most of the text's lines open with; that may be dashes.
    ByLayout,
}

/// What ties a quoted span to somebody where its own sentence is silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Across {
    /// The sentence before, the speech that goes on.
    Flow,
    /// The conversation as a whole.
    Conversation,
}

static NEWS: Policy = Policy { marks: Marks::Fixed(Family::Double), across: Across::Flow, indirect: true };

static FICTION: Policy = Policy { marks: Marks::ByLayout, across: Across::Conversation, indirect: false };

impl Policy {
    pub(crate) const fn of(genre: Genre) -> &'static Self {
        match genre {
            // what stands between the turns of a transcript is read as news
            Genre::News | Genre::Transcript => &NEWS,
            Genre::Fiction => &FICTION,
        }
    }

    /// What opens speech in `text`.
    pub(crate) fn primary(&self, text: &str) -> Primary {
        match self.marks {
            Marks::Fixed(family) => Primary::Marks(family),
            Marks::ByLayout => layout::primary(text),
        }
    }
}
