//! What the caller knows: who is who, of which gender, and who speaks some of the lines.
//!
//! In: the cast that the text shows. Out: the same with the caller's people, each one figure, and lines that are theirs
//! whatever the narration says; the conversation is decided with them.

use crate::answer::kind::Gender;
use crate::answer::unattributed::Use;
use crate::base::span::Span;
use crate::base::table::NONE;
use crate::identity::mention::kept::Flags;
use crate::identity::names::book::{Cast, Figure};
use crate::identity::names::known::{Known, form};

use super::collect::Collector;

/// A line that the caller gives to somebody, or to nobody.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pinned {
    pub(crate) span: Span,
    pub(crate) speaker: Option<Box<str>>,
}

/// More than any text says of somebody, in sixths of a vote.
const SURELY: u32 = 1 << 24;

/// Makes one figure of those who are one person of the caller's.
pub(super) fn join(cast: &mut Cast, caller: &Known) {
    if caller.is_empty() {
        return;
    }
    let mut own = vec![NONE; caller.len()];
    let mut pairs = Vec::new();
    for (place, figure) in (0..).zip(&cast.figures) {
        let Some(person) = bearer(figure, caller) else { continue };
        match own[person] {
            NONE => own[person] = place,
            first => pairs.push((place, first)),
        }
    }
    cast.merge(&pairs);
    for (person, place) in own.iter().enumerate() {
        let figure = cast.figures.get_mut(*place as usize);
        if let Some((figure, gender)) = figure.zip(caller.gender(person)) {
            figure.votes = match gender {
                Gender::Masculine => (SURELY, 0),
                Gender::Feminine => (0, SURELY),
            };
        }
    }
}

fn bearer(figure: &Figure, caller: &Known) -> Option<usize> {
    let names = std::iter::once(&figure.name).chain(&figure.aliases);
    names.filter(|name| !name.is_empty()).find_map(|name| caller.bearer(name))
}

/// Takes lines from those whom the caller knows to be silent, and gives others to their speakers: returns the figure
/// of each quoted span, or [`NONE`]. Who is not yet in the cast comes in.
pub(super) fn pin(collector: &mut Collector, cast: &mut Cast, caller: &Known, pins: &[Pinned]) -> Vec<u32> {
    if pins.is_empty() {
        return Vec::new();
    }
    let mut figures = vec![NONE; collector.quotes.len()];
    let spans: Vec<Span> = collector
        .quotes
        .iter()
        .map(|quote| collector.place(quote.paragraph, quote.start, quote.end))
        .collect();
    for pin in pins {
        let first = spans.partition_point(|span| span.end() <= pin.span.start());
        let speaker = pin.speaker.as_deref().map(|name| figure_of(cast, caller, name));
        for place in first..spans.len() {
            if spans[place].start() >= pin.span.end() {
                break;
            }
            if pin.span.contains(spans[place]) {
                let quote = &mut collector.quotes[place];
                quote.unsaid = speaker.is_none().then_some(Use::Unknown);
                quote.tag = quote.tag.filter(|tag| {
                    let mention = collector.mentions.get(tag.mention as usize);
                    mention.is_some_and(|mention| !mention.flags.has(Flags::PLURAL))
                });
                figures[place] = speaker.unwrap_or(NONE);
            }
        }
    }
    figures
}

/// Points to the second of a pair instead of the first, which is merged into it.
pub(super) fn follow(pairs: &[(u32, u32)], pinned: &mut [u32]) {
    for figure in pinned {
        if let Some((_, to)) = pairs.iter().find(|(from, _)| from == figure) {
            *figure = *to;
        }
    }
}

/// The figure of a name, with whoever bears it for the caller.
fn figure_of(cast: &mut Cast, caller: &Known, name: &str) -> u32 {
    let (person, wanted) = (caller.bearer(name), form(name));
    let is_meant = |figure: &Figure| {
        person.is_some() && bearer(figure, caller) == person
            || std::iter::once(&figure.name).chain(&figure.aliases).any(|known| form(known) == wanted)
    };
    if let Some(place) = cast.figures.iter().position(is_meant) {
        return place as u32;
    }
    cast.figures.push(Figure {
        name: name.into(),
        aliases: vec![name.into()],
        titled: true,
        ..Figure::default()
    });
    cast.figures.len() as u32 - 1
}
