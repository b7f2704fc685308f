//! What labels say, laid over what the text says otherwise.
//!
//! In: a document and the [`Turns`] of its text. Out: each turn one quote with the label for its source; what stands in
//! marks within a turn keeps a source of its own there, or belongs to the turn. `people.rs` tells who the labels name.

mod people;

use people::People;

use crate::answer::document::Document;
use crate::answer::entity::EntityId;
use crate::answer::quote::{Mention, MentionKind, Quote, QuoteKind};
use crate::answer::rule::Entry;
use crate::attribution::content::Draft;
use crate::base::few::Few;
use crate::base::span::Span;
use crate::lexicon::Lexicon;
use crate::text::turns::{Turn, Turns};

/// How a document is read that has labels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    /// Reports without marks within a turn, too.
    pub(crate) nested: bool,
    pub(crate) entities: bool,
    pub(crate) least_confidence: f32,
}

/// The rule of a turn.
pub(crate) static TURN: Entry = Entry {
    name: "turn",
    about: "what stands behind a speaker's label, up to the next one",
    precision: 95.0,
    finds: &[
        "{Mary}<:> [I saw him at the gate. He had no coat.]",
        "{SPEAKER 1}<:> [The road is a swamp. Who pays for it?]",
    ],
    leaves: &["Ingredients: two eggs, flour, salt.", "Mary: twelve goals"],
};

/// What ties a turn to somebody.
const BY_LABEL: &str = "the label";

/// Puts the turns into a document.
pub(crate) fn apply(document: &mut Document<'_>, turns: &Turns, lexicon: &Lexicon, asked: Asked) {
    let precision = TURN.precision / 100.0;
    if turns.all.is_empty() || precision < asked.least_confidence {
        return;
    }
    let text = std::mem::take(&mut document.text);
    let people = asked.entities.then(|| People::of(turns, &mut document.roster, &text, lexicon));
    let speaker = |turn: usize| people.as_ref().map(|people| people.speaker(turn));
    document.quotes.retain_mut(|quote| {
        let Some(place) = quote.content().first().and_then(|first| turns.around(*first)) else { return true };
        keeps(quote, &turns.all[place], asked, &text, speaker(place))
    });
    for (place, turn) in turns.all.iter().enumerate() {
        if !turn.content.as_slice().is_empty() {
            document.quotes.push(quote(turn, &text, speaker(place)));
        }
    }
    document.quotes.sort_by_key(|quote| quote.content().first().map_or(0, |span| span.start()));
    document.text = text;
}

/// Whether a quote within a turn stays: what stands in marks and is said by somebody named there.
fn keeps(quote: &mut Quote, turn: &Turn, asked: Asked, text: &str, speaker: Option<EntityId>) -> bool {
    let inside = |span: Span| turn.content.as_slice().iter().any(|own| own.contains(span));
    let apart = quote.kind() != QuoteKind::Indirect || asked.nested;
    let Some(source) = quote.source().map(|source| source.span()).filter(|source| inside(*source)) else {
        return false;
    };
    if !apart || !quote.content().iter().all(|span| inside(*span)) {
        return false;
    }
    let own = source.get(text).is_some_and(|word| word == "I" || word.eq_ignore_ascii_case("we"));
    match speaker {
        // "I told him no": the one who speaks
        Some(speaker) if own => {
            quote.speakers = Few::one(speaker);
            (quote.speaker_confidence, quote.speaker_reason) = (TURN.precision / 100.0, BY_LABEL.into());
        }
        // "She" in a turn is somebody else
        Some(speaker) if quote.speakers() == [speaker] => {
            quote.speakers = Few::default();
            (quote.speaker_confidence, quote.speaker_reason) = (0.0, "nobody fits".into());
        }
        _ => {}
    }
    true
}

fn quote(turn: &Turn, text: &str, speaker: Option<EntityId>) -> Quote {
    let marked = turn
        .content
        .as_slice()
        .iter()
        .any(|span| span.get(text).is_some_and(|words| words.contains(['"', '“', '«', '„'])));
    let kind = if marked { QuoteKind::Mixed } else { QuoteKind::Indirect };
    let mention = if turn.named { MentionKind::Name } else { MentionKind::Nominal };
    let draft = Draft::of(&TURN, kind, turn.span).said_by(Mention::new(turn.name, mention));
    let quote = Quote { content: turn.content.clone(), cue: Some(turn.cue), ..draft.into_quote() };
    match speaker {
        Some(speaker) => Quote {
            speakers: Few::one(speaker),
            speaker_confidence: TURN.precision / 100.0,
            speaker_reason: BY_LABEL.into(),
            ..quote
        },
        None => quote,
    }
}
