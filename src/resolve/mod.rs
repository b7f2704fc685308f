//! Who is meant: one person or body behind every mention.
//!
//! In: the items of each block, in order ([`Collector::block`]), and once the text is read the mentions
//! that were found to be sources. Out: the entities of the text and an [`Answer`] for each source.
//!
//! `collect.rs` turns items into mentions, `reading.rs` says what its words tell,
//! `mention.rs` is what is kept of one, `cast.rs` joins the forms of
//! a name, `walk.rs` resolves pronouns, nominals and documents in one walk over the kept mentions,
//! `salience.rs` is who *he* means, `kindred.rs` knows short forms and roles, `reason.rs` says why and how
//! surely, `answer.rs` turns all that into entities.

mod answer;
mod cast;
mod collect;
mod kindred;
mod mention;
mod reading;
mod reason;
mod salience;
mod table;
mod walk;

pub(crate) use answer::{Answer, Source};
pub(crate) use collect::Collector;

use crate::roster::Roster;

use mention::{Fact, Flags, Kind, Mention, NONE};

/// What a whole text says of its people and bodies.
#[derive(Clone, Debug, Default)]
pub(crate) struct Resolved {
    pub(crate) roster: Roster,
    /// One for each source, in the order in which they were given.
    pub(crate) answers: Vec<Answer>,
}

/// What a mention's own words can tell of its kind.
const TYPED: Flags =
    Flags::ORGANISATION.with(Flags::PLACE).with(Flags::PEOPLE).with(Flags::THING).with(Flags::DOCUMENT);

/// What resolving fills, and keeps room for from text to text.
#[derive(Clone, Debug, Default)]
struct Memory {
    cast: cast::Cast,
    members: Vec<u32>,
    walk: walk::Memory,
    answer: answer::Memory,
}

/// Resolves the mentions of a text.
fn resolve(
    text: &str,
    mentions: &mut [Mention],
    facts: &[Fact],
    sources: &[Source],
    memory: &mut Memory,
) -> Resolved {
    let Memory { cast, members, walk, answer } = memory;
    for source in sources {
        if let Some(part) = answer::part_of(mentions, source.span) {
            let mention = &mut mentions[part.main as usize];
            let flags = &mut mention.flags;
            *flags = flags.with(Flags::SPEAKER);
            flags.set(Flags::SUBJECT, !flags.has(Flags::OBLIQUE.with(Flags::POSSESSIVE)));
            // who speaks and has a name of two words that nothing tells is a person
            let full = mention.kind == Kind::Name && mention.form.parts > 1;
            flags.set(Flags::PERSON, full && !flags.has(TYPED));
        }
    }
    members.clear();
    members.resize(mentions.len(), NONE);
    cast.read(mentions, members);
    walk::Walk::run(mentions, facts, members, cast, walk);
    let links = &walk.links;
    let roster = answer::roster(text, mentions, links, cast, answer);
    let answers = answer::Answers { mentions, links, ids: &answer.ids }.all(sources);
    Resolved { roster, answers }
}
