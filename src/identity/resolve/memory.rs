//! What resolving keeps: who was met, and from text to text the room for it.
//!
//! In: the mentions of a text or of a part of a long one, and those that were found to be sources. Out: an
//! [`Answer`] for each source, and once the text is read its entities.

use crate::answer::roster::{Place, Roster};
use crate::base::table::NONE;
use crate::identity::mention::{Flags, Kind, Mention, Mentions};
use crate::identity::names::Cast;
use crate::identity::names::known::Known;

use super::answer::{self, Answer, Part, Source};
use super::walk::{self, LONGEST_DESCRIPTION};

/// What a mention's own words can tell of its kind.
const TYPED: Flags =
    Flags::ORGANISATION.with(Flags::PLACE).with(Flags::PEOPLE).with(Flags::THING).with(Flags::DOCUMENT);

/// What resolving fills, and keeps room for from text to text.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    /// Something of the text at hand has been resolved.
    begun: bool,
    cast: Cast,
    walk: walk::Memory,
    answer: answer::Memory,
    parts: Vec<Option<Part>>,
    said: Vec<walk::Said>,
    by: Vec<walk::Said>,
    /// The member behind each mention.
    members: Vec<u32>,
}

impl Memory {
    /// Resolves the mentions of a text, or of a part of a long one, whose bytes count from `base`. Those who
    /// have a name are known in the parts that follow.
    pub(super) fn resolve(
        &mut self,
        text: &str,
        mentions: &mut Mentions,
        base: usize,
        sources: &[Source],
        caller: &Known,
    ) -> Vec<Answer> {
        if !self.begun {
            self.cast.clear();
            self.walk.clear();
        }
        self.begun = true;
        let Self { cast, walk, answer, parts, said, by, members, .. } = self;
        parts.clear();
        parts.extend(sources.iter().map(|source| answer::part_of(text, &mentions.all, base, source)));
        mark_sources(mentions, parts);
        members.clear();
        members.resize(mentions.all.len(), NONE);
        cast.read(text, mentions, base, caller);
        let named = cast.members.len();
        said.clear();
        for (source, part) in sources.iter().zip(&*parts) {
            let place = |at: usize| at.saturating_sub(base).min(u32::MAX as usize) as u32;
            let (start, end) = (place(source.content.start()), place(source.content.end()));
            said.extend(part.map(|part| walk::Said { start, end, by: part.main }));
        }
        said.sort_unstable();
        by.clear();
        by.extend_from_slice(said);
        by.sort_unstable_by_key(|said| (said.by, said.start));
        walk::Walk::run(mentions, base, said, by, members, cast, walk);
        describe(cast, &mentions.all, base, members, (sources, parts));
        answer.enter(text, mentions, base, members, cast);
        let answers = answer::Answers { mentions, members, cast, trials: &walk.trials, ids: &answer.ids };
        let answers = answers.all(sources, parts);
        cast.members.truncate(named);
        walk.forget_from(named);
        answer.forget_from(named);
        answers
    }

    /// The entities of the text, which is over.
    pub(super) fn finish(&mut self) -> Roster {
        self.begun = false;
        self.answer.finish()
    }
}

/// Marks the mentions that say something.
fn mark_sources(mentions: &mut Mentions, parts: &[Option<Part>]) {
    for part in parts.iter().flatten() {
        let mention = &mentions.all[part.main as usize];
        let mut flags = mention.flags.with(Flags::SPEAKER);
        flags.set(Flags::SUBJECT, !flags.has(Flags::OBLIQUE.with(Flags::POSSESSIVE)));
        // who speaks and has a name of two words that nothing tells is a person
        let full = mention.kind == Kind::Name && mentions.form(mention).parts > 1;
        flags.set(Flags::PERSON, full && !flags.has(TYPED.with(Flags::COMMON)));
        mentions.all[part.main as usize].flags = flags;
        // "the agency, which said": it speaks too
        let speaks = mentions.all[part.main as usize];
        if speaks.kind == Kind::Relative && speaks.detail < part.main {
            let antecedent = &mut mentions.all[speaks.detail as usize];
            antecedent.flags = antecedent.flags.with(Flags::SPEAKER);
        }
    }
    // "said the board and the county court"
    for part in parts.iter().flatten() {
        let (first, end) = (part.main as usize + 1, part.end as usize);
        for joined in mentions.all.get_mut(first..end).unwrap_or(&mut []) {
            let source = joined.has(Flags::COORDINATED) && !joined.has(Flags::INNER);
            joined.flags.set(Flags::SPEAKER, source);
        }
    }
}

/// Who has no name is called by all the words of a source: *a member of the finance committee*.
fn describe(
    cast: &mut Cast,
    mentions: &[Mention],
    base: usize,
    members: &[u32],
    (sources, parts): (&[Source], &[Option<Part>]),
) {
    for (source, part) in sources.iter().zip(parts) {
        let member = part.and_then(|part| members.get(part.main as usize).copied()).unwrap_or(NONE);
        let Some(member) = cast.members.get_mut(member as usize).filter(|member| !member.named) else {
            continue;
        };
        let joined = |mention: &Mention| mention.has(Flags::COORDINATED) && !mention.has(Flags::INNER);
        let parts = part.map_or(0..0, |part| part.main as usize + 1..part.end as usize);
        if mentions.get(parts).is_some_and(|parts| parts.iter().any(joined)) {
            continue;
        }
        let (known, span) = (member.name.span(), source.span);
        let main = part.and_then(|part| mentions.get(part.main as usize));
        let opens = main.is_some_and(|main| base + main.start as usize == span.start());
        if opens && span.len() > known.len() && span.len() <= LONGEST_DESCRIPTION {
            member.name = Place::new(span.start(), span.end());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::steps;
    use crate::identity::mention::{Mention, NameKey, Pronoun, Sign, Spelling};
    use crate::lexicon::hash;

    /// A text of `count` names, each said to speak and followed by *he*.
    fn names(count: u32, form: impl Fn(u32) -> NameKey) -> (Mentions, Vec<Source>) {
        let (mut mentions, mut sources) = (Mentions::default(), Vec::new());
        for number in 0..count {
            let start = number * 20;
            let name = Mention {
                start,
                end: start + 9,
                head: 0,
                head_len: 9,
                sentence: number,
                paragraph: number / 3,
                flags: Flags::PERSON,
                detail: number,
                kind: Kind::Name,
                gender: None,
                sign: Sign::None,
            };
            let (kind, start, end) = (Kind::Pronoun(Pronoun::He), start + 12, start + 14);
            mentions.spellings.alone(Spelling { form: form(number), ..Spelling::at((start, start + 9)) });
            mentions.all.extend([name, Mention { start, end, head_len: 2, kind, detail: NONE, ..name }]);
            let (start, end) = (start as usize, end as usize);
            sources.push(Source {
                span: crate::base::span::Span::new(start, start + 9),
                content: crate::base::span::Span::new(end, end + 4),
                points: false,
            });
        }
        (mentions, sources)
    }

    /// Steps for each name of `count`.
    fn steps_for(count: u32, form: impl Fn(u32) -> NameKey) -> f64 {
        let (mut mentions, sources) = names(count, form);
        let mut answers = Vec::new();
        let steps = steps::count(|| {
            answers = Memory::default().resolve("", &mut mentions, 0, &sources, &Known::default())
        });
        assert!(answers.iter().all(|answer| answer.speakers.as_slice().len() == 1));
        steps as f64 / f64::from(count)
    }

    fn form(first: u32, last: u32) -> NameKey {
        let [first, last] = [first, last].map(|word| hash(&word.to_le_bytes()));
        NameKey { whole: first.wrapping_add(last), first, last, letter: b'a', parts: 2, ..NameKey::default() }
    }

    #[test]
    fn work_for_a_name_does_not_grow_with_their_number() {
        let distinct = |number| form(2 * number, 2 * number + 1);
        let few = steps_for(10_000, distinct);
        for count in [100_000, 1_000_000] {
            let many = steps_for(count, distinct);
            assert!(many <= few * 1.3 + 1.0, "{few:.1} steps a name, of {count} {many:.1}");
        }
    }

    #[test]
    fn work_for_a_name_does_not_grow_with_the_bearers_of_a_surname() {
        let one_surname = |number| form(number + 1, 0);
        let (few, many) = (steps_for(100, one_surname), steps_for(10_000, one_surname));
        assert!(many <= few * 1.3 + 1.0, "{few:.1} steps for each of a hundred, {many:.1} of ten thousand");
    }
}
