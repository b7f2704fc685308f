//! From the links of mentions to what a quotation is told: which entities, why, how surely.

use crate::answer::entity::EntityId;
use crate::answer::kind::EntityKind;
use crate::answer::roster::{Chain, Facts, Place, Roster};
use crate::base::few::Few;
use crate::base::span::Span;
use crate::base::table::NONE;
use crate::identity::mention::{Flags, Kind, Mention, Mentions, NameKey, Pronoun};
use crate::identity::names::{Cast, Member, OTHERS};

use super::reason::Reason;
use super::walk::Link;

/// A mention that somebody found to be a source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source {
    /// The words of the source.
    pub(crate) span: Span,
    /// From the first byte of what it says to the last.
    pub(crate) content: Span,
    /// Where it is no mention, the one beside it is meant.
    pub(crate) points: bool,
}

/// Who is behind a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Answer {
    pub(crate) speakers: Few<EntityId>,
    pub(crate) reason: Reason,
    pub(crate) confidence: f32,
    /// The next best, the likelier first, and how likely each is.
    pub(crate) alternatives: [Option<(EntityId, f32)>; OTHERS],
}

/// How much of the doubt in an answer falls to each of those who were weighed beside it; the rest is for
/// somebody else. Not measured.
const SHARES: [f32; OTHERS] = [0.6, 0.2, 0.1];

/// The mentions that a source is made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// The mention that stands for all, and how many follow it to the source's end.
    pub(super) main: u32,
    pub(super) end: u32,
}

/// Finds the mentions of a source. Mentions are in the order of their first bytes, which count from `base`.
pub(super) fn part_of(text: &str, mentions: &[Mention], base: usize, source: &Source) -> Option<Part> {
    let span = source.span;
    let place = |at: usize| at.saturating_sub(base).min(u32::MAX as usize) as u32;
    let (from, to) = (place(span.start()), place(span.end()));
    let first = mentions.partition_point(|mention| mention.start < from);
    let rest = &mentions[first..];
    let count = rest.iter().position(|mention| mention.start >= to).unwrap_or(rest.len());
    let end = first + count;
    let inside = |index: &usize| mentions[*index].end <= to;
    let own = |index: &usize| !mentions[*index].has(Flags::INNER);
    // whose it is comes before what hangs on it: "Lee's attacks on Ray"
    let opens = |index: &usize| mentions[*index].start == from;
    let main = (first..end)
        .filter(inside)
        .find(|index| opens(index) && own(index))
        .or_else(|| (first..end).filter(inside).find(opens))
        .or_else(|| (first..end).filter(inside).find(own))
        .or_else(|| (first..end).find(inside))
        .or_else(|| holds(mentions, first, from, to))
        .or_else(|| (first..end).next())
        .or_else(|| {
            if source.points {
                return beside(mentions, first, from, to);
            }
            // "another objector, Ann Lee,"
            let comma = text.as_bytes().get(span.end()) == Some(&b',');
            let named = |next: &Mention| next.kind == Kind::Name && next.start == to + 2;
            Some(first).filter(|first| comma && mentions.get(*first).is_some_and(named))
        })?;
    Some(Part { main: main as u32, end: end.max(main + 1) as u32 })
}

/// The mention that touches a source without one, as where a caller marked the verb for its subject.
fn beside(mentions: &[Mention], first: usize, from: u32, to: u32) -> Option<usize> {
    let before = first.checked_sub(1).filter(|index| mentions[*index].end + 2 >= from);
    let after = Some(first).filter(|index| mentions.get(*index).is_some_and(|next| next.start <= to + 2));
    before.filter(|index| mentions[*index].has(Flags::SUBJECT)).or(after).or(before)
}

/// The mention around a source that is a part of its noun phrase.
fn holds(mentions: &[Mention], first: usize, from: u32, to: u32) -> Option<usize> {
    (first.saturating_sub(4)..first).rev().find(|index| {
        let (start, end) = mentions[*index].head();
        start >= from && end <= to
    })
}

pub(super) struct Answers<'a> {
    pub(super) mentions: &'a Mentions,
    /// The member behind each mention.
    pub(super) members: &'a [u32],
    pub(super) cast: &'a Cast,
    /// What was weighed for those that are no names.
    pub(super) trials: &'a [(u32, Link)],
    /// The public number of each member, `NONE` where it has none.
    pub(super) ids: &'a [u32],
}

impl Answers<'_> {
    fn id(&self, member: u32) -> Option<EntityId> {
        let id = *self.ids.get(member as usize)?;
        (id != NONE).then(|| EntityId::new(id as usize))
    }

    /// The answer for each source, whose mentions are `parts`.
    pub(super) fn all(&self, sources: &[Source], parts: &[Option<Part>]) -> Vec<Answer> {
        let mut answers: Vec<Answer> =
            parts.iter().map(|part| part.map_or_else(Answer::default, |part| self.answer(part))).collect();
        self.first_person(sources, parts, &mut answers);
        answers
    }

    /// Whom a mention means, and why.
    fn link(&self, index: u32) -> Link {
        if let Ok(place) = self.trials.binary_search_by_key(&index, |trial| trial.0) {
            return self.trials[place].1;
        }
        let member = self.members.get(index as usize).copied().unwrap_or(NONE);
        let (Some(mention), Some(known)) =
            (self.mentions.all.get(index as usize), self.cast.members.get(member as usize))
        else {
            return Link::NOBODY;
        };
        let form = self.mentions.form(mention);
        let others = if form.parts > 1 { [NONE; OTHERS] } else { self.cast.others(form, member) };
        Link { others, ..Link::new(member, reason_of_name(form, known)) }
    }

    fn answer(&self, part: Part) -> Answer {
        let link = self.link(part.main);
        let mut speakers = Few::default();
        if let Some(id) = self.id(link.member) {
            speakers.push(id);
            let with = link.with.into_iter().filter_map(|member| self.id(member));
            for id in with.chain(self.joined(part)) {
                if !speakers.as_slice().contains(&id) {
                    speakers.push(id);
                }
            }
        }
        let (reason, confidence) = (link.reason, link.confidence);
        let mut alternatives = [None; OTHERS];
        let mut shares = SHARES.into_iter();
        for (place, other) in alternatives.iter_mut().zip(link.others) {
            let known = self.id(other).filter(|id| !speakers.as_slice().contains(id));
            *place = known.zip(shares.next().map(|share| ((1.0 - confidence) * share).max(0.01)));
        }
        Answer { speakers, reason, confidence, alternatives }
    }

    /// *Lee and Ray*: the others.
    fn joined(&self, part: Part) -> impl Iterator<Item = EntityId> + '_ {
        (part.main + 1..part.end).filter_map(|index| {
            let mention = self.mentions.all.get(index as usize)?;
            let joined = mention.has(Flags::COORDINATED) && !mention.has(Flags::INNER);
            if joined { self.id(self.members[index as usize]) } else { None }
        })
    }

    /// Whether a source is *I* or *we* inside a quotation.
    fn is_first_person(&self, part: Option<Part>) -> bool {
        part.and_then(|part| self.mentions.all.get(part.main as usize)).is_some_and(|mention| {
            mention.has(Flags::QUOTED) && matches!(mention.kind, Kind::Pronoun(Pronoun::I | Pronoun::We))
        })
    }

    /// *I* and *we* inside a quotation are its speaker, who is known only now.
    fn first_person(&self, sources: &[Source], parts: &[Option<Part>], answers: &mut [Answer]) {
        let open = |index: usize| {
            self.is_first_person(parts[index]) && answers[index].speakers.as_slice().is_empty()
        };
        if sources.len() < 2 || !(0..sources.len()).any(open) {
            return;
        }
        let mut outer: Vec<usize> = (0..sources.len()).collect();
        outer.sort_by_key(|index| {
            (sources[*index].content.start(), usize::MAX - sources[*index].content.end())
        });
        let mut open: Vec<usize> = Vec::new();
        let mut at = 0;
        let mut order: Vec<usize> = (0..sources.len()).collect();
        order.sort_by_key(|index| sources[*index].span.start());
        for index in order {
            let start = sources[index].span.start();
            while at < outer.len() && sources[outer[at]].content.start() <= start {
                open.push(outer[at]);
                at += 1;
            }
            let ended = |other: &usize| sources[*other].content.end() <= start;
            // what ended before the innermost is dropped when it comes to be that
            while open.last().is_some_and(ended) {
                open.pop();
            }
            // the quote's own content may be the innermost: the speaker is the next around it
            let own = if open.last() == Some(&index) { open.pop() } else { None };
            while open.last().is_some_and(ended) {
                open.pop();
            }
            let speaker = open.last().copied();
            open.extend(own);
            let Some(speaker) = speaker else { continue };
            if self.is_first_person(parts[index]) && answers[index].speakers.as_slice().is_empty() {
                answers[index] = Answer {
                    reason: Reason::Speaker,
                    confidence: Reason::Speaker.confidence().min(answers[speaker].confidence),
                    ..answers[speaker].clone()
                };
            }
        }
    }
}

/// Why a name means the member `known`.
fn reason_of_name(form: &NameKey, known: &Member) -> Reason {
    let full = &known.form;
    if form.whole == full.whole {
        if form.parts > 1 { Reason::FullName } else { Reason::OnlyName }
    } else if form.parts > 1 {
        Reason::OtherForm
    } else if known.kind == EntityKind::Organisation {
        if full.initials.contains(&form.last) { Reason::Letters } else { Reason::PartOfName }
    } else if form.last == full.last {
        Reason::Surname
    } else {
        Reason::GivenName
    }
}

/// More forms of one name than these are chance; the bound keeps the comparison short.
const MOST_ALIASES: usize = 16;

/// Puts the public list of those who are mentioned together, and keeps room from text to text.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    roster: Roster,
    /// The public number of each member, `NONE` where it has none.
    pub(super) ids: Vec<u32>,
    /// The names and mentions of each member.
    chains: Vec<Chain>,
    /// The members in the order of their first mentions, and these.
    order: Vec<(u32, u32)>,
    /// Of each mention the next of its member.
    next: Vec<u32>,
    /// Of each member the last mention so far.
    last: Vec<u32>,
    /// The mentions of one.
    run: Vec<(u32, u32)>,
}

impl Memory {
    /// Enters those who are mentioned.
    pub(super) fn enter(
        &mut self,
        text: &str,
        mentions: &Mentions,
        base: usize,
        members: &[u32],
        cast: &Cast,
    ) {
        self.number(members, cast.members.len());
        let Self { roster, ids, chains, order, next, run, .. } = self;
        for spelling in mentions.spellings.all.iter().filter(|spelling| !spelling.shared) {
            if let Some(chain) = chains.get_mut(spelling.member as usize) {
                let (start, end) = spelling.head();
                let form = Place::new(base + start as usize, base + end as usize);
                roster.alias(chain, form, text, MOST_ALIASES);
            }
        }
        // a surname that several bear is a form of each
        for (index, mention) in mentions.all.iter().enumerate().filter(|_| cast.shared) {
            let spelling = mentions.spelling(mention).filter(|spelling| spelling.shared);
            let chain = chains.get_mut(members[index] as usize);
            if let Some((spelling, chain)) = spelling.zip(chain) {
                let (start, end) = spelling.head();
                roster.alias(
                    chain,
                    Place::new(base + start as usize, base + end as usize),
                    text,
                    MOST_ALIASES,
                );
            }
        }
        for (number, first) in order.iter().copied() {
            let member = &cast.members[number as usize];
            let chain = &mut chains[number as usize];
            run.clear();
            let mut at = first;
            while let Some(mention) = mentions.all.get(at as usize) {
                run.push((mention.start, mention.end));
                at = next[at as usize];
            }
            // a possessor is read before the phrase that it stands in
            if !run.is_sorted() {
                run.sort_unstable();
            }
            roster.run(chain, run.iter().map(|(start, end)| base + *start as usize..base + *end as usize));
            let facts = Facts {
                name: member.name,
                kind: member.kind,
                gender: member.gender,
                named: member.named,
                short: member.short.1.filter(|_| member.named),
                role: member.role,
                caller_id: None,
                speaks_for: ids.get(member.speaks_for as usize).copied().filter(|id| *id != NONE),
            };
            roster.set(ids[number as usize] as usize, facts, chain);
        }
    }

    /// Numbers the members, of whom there are `count`, and chains the mentions of each.
    fn number(&mut self, members: &[u32], count: usize) {
        let Self { roster, ids, chains, order, next, last, .. } = self;
        ids.resize(count, NONE);
        chains.resize(count, Chain::default());
        last.clear();
        last.resize(count, NONE);
        next.clear();
        next.resize(members.len(), NONE);
        order.clear();
        let mut new = roster.len() as u32;
        for (at, member) in members.iter().enumerate() {
            let Some(last) = last.get_mut(*member as usize) else { continue };
            match next.get_mut(*last as usize) {
                Some(next) => *next = at as u32,
                None => {
                    order.push((*member, at as u32));
                    let id = &mut ids[*member as usize];
                    if *id == NONE {
                        *id = new;
                        new += 1;
                    }
                }
            }
            *last = at as u32;
        }
        roster.reserve(order.len(), members.len());
    }

    /// Forgets the members from number `first` on.
    pub(super) fn forget_from(&mut self, first: usize) {
        self.ids.truncate(first);
        self.chains.truncate(first);
    }

    /// The list, of which nothing more comes.
    pub(super) fn finish(&mut self) -> Roster {
        self.forget_from(0);
        std::mem::take(&mut self.roster)
    }
}
