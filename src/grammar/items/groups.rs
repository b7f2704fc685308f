//! Verb groups to items.

use crate::lexicon::Classes;

use super::chunker::Chunker;
use super::features::{Features, NOMINAL, noun_features};
use super::item::{Item, ItemKind};
use super::verb::{Group, VerbForm, VerbGroup, lone_group, scan_group};

impl Chunker<'_> {
    pub(super) fn verb_group(&mut self, at: usize, limit: usize) -> usize {
        self.add_verb(scan_group(self.tokens, at, limit, self.context.lexicon), at, limit)
    }

    /// *“…!” squorked Ann*: whether a word in *-ed* that no list has tags the quotation before it.
    pub(super) fn tags_unlisted(&self, at: usize, limit: usize) -> bool {
        let token = &self.tokens[at];
        let quoted = self.chunks.items.last().is_some_and(|last| last.kind == ItemKind::Quoted);
        let subject = || {
            self.tokens.get(at + 1).filter(|_| at + 1 < limit).is_some_and(|next| {
                next.is_word() && (next.is_capital() || next.has(Classes::DETERMINER.with(Classes::PRONOUN)))
            })
        };
        let word = || self.ground.words.get(token.start as usize..token.end as usize);
        quoted && subject() && word().is_some_and(|word| word.ends_with(b"ed"))
    }

    /// The same as a verb that may report.
    #[inline(never)]
    pub(super) fn unlisted_verb(&mut self, at: usize, limit: usize) -> usize {
        let end = self.add_verb(lone_group(&self.tokens[at], at), at, limit);
        if let Some(verb) = self.chunks.verbs.last_mut() {
            verb.form = VerbForm::Finite;
            verb.passive = false;
            verb.grades.quote = 1;
        }
        end
    }

    pub(super) fn add_verb(&mut self, group: Group, at: usize, limit: usize) -> usize {
        let main = self.tokens[group.main];
        if group.form == VerbForm::Finite {
            self.part_hearer();
        }
        let form = if group.form == VerbForm::Finite && self.is_reduced(&group, at, limit) {
            VerbForm::Participle
        } else if group.form == VerbForm::Base && self.has_own_subject() {
            VerbForm::Finite
        } else {
            group.form
        };
        self.chunks.verbs.push(VerbGroup {
            item: self.chunks.items.len() as u32,
            main: group.main as u32,
            cue_end: group.main as u32 + 1,
            grades: self.context.lexicon.grades(main.word),
            form,
            passive: group.passive || form == VerbForm::Participle,
            copular: group.copular,
            bare_auxiliary: group.bare_auxiliary,
            status: group.status,
            naming: main.has(Classes::NAMING),
        });
        let detail = self.chunks.verbs.len() as u32 - 1;
        let (start, end, head) = (at as u32, group.end as u32, group.main as u32);
        self.chunks.items.push(Item {
            kind: ItemKind::Verb,
            features: Features::default(),
            start,
            end,
            head,
            detail,
        });
        group.end
    }

    /// *told reporters | roads were shut*: before a finite verb the phrase after a verb that names who is spoken to is
    /// hearer and subject, not one of both.
    fn part_hearer(&mut self) {
        let items = &self.chunks.items;
        let mut last = items.len().wrapping_sub(1);
        // "told reporters roads in the town were shut"
        let goes_on = |last: usize| match items.get(..last) {
            Some([.., governor, preposition]) => {
                matches!(preposition.kind, ItemKind::Preposition | ItemKind::Coordinator)
                    && (governor.kind.is_noun_phrase() || governor.kind == ItemKind::Time)
            }
            _ => false,
        };
        while goes_on(last) {
            last -= 2;
        }
        let Some([.., verb, phrase]) = items.get(..last.wrapping_add(1)) else { return };
        if verb.kind == ItemKind::Verb && phrase.end > phrase.start + 1 {
            let told = self.chunks.verbs.get(verb.detail as usize).is_some_and(|verb| {
                verb.grades.prepositions.takes_hearer() && verb.grades.bare > 0 && !verb.passive
            });
            if told {
                self.part_phrase(last);
            }
        }
    }

    #[inline(never)]
    fn part_phrase(&mut self, at: usize) {
        const PEOPLE: Classes = Classes::PERSON_NOUN.with(Classes::PLURAL);
        let phrase = self.chunks.items[at];
        let (start, end) = (phrase.start as usize, phrase.end as usize);
        let people = self.tokens[start..end - 1].iter().position(|token| token.classes.all(PEOPLE));
        let Some(people) = people.map(|people| start + people) else { return };
        let head = self.tokens[phrase.head as usize].classes;
        let features = noun_features(head);
        let kind = match phrase.kind {
            ItemKind::Name | ItemKind::Time => phrase.kind,
            _ if head.any(Classes::TIME) => ItemKind::Time,
            _ if features.has(NOMINAL) => ItemKind::Nominal,
            _ => ItemKind::Phrase,
        };
        let features = if kind == ItemKind::Name { phrase.features } else { features };
        let start = people as u32 + 1;
        self.chunks.items[at] = Item {
            kind: ItemKind::Nominal,
            features: noun_features(self.tokens[people].classes).with(Features(
                phrase.features.0 & (Features::DEFINITE.0 | Features::INDEFINITE.0 | Features::POSSESSED.0),
            )),
            end: start,
            head: people as u32,
            detail: u32::MAX,
            ..phrase
        };
        self.chunks.items.insert(at + 1, Item { kind, features, start, ..phrase });
    }

    /// Whether a subject stands before a base form: *many argue*, but not *made him argue*, *let Lee argue*.
    pub(super) fn has_own_subject(&self) -> bool {
        let items = &self.chunks.items;
        let mut before =
            items.iter().rev().skip_while(|item| matches!(item.kind, ItemKind::Adverb | ItemKind::Time));
        let subject = before.next().is_some_and(|item| match item.kind {
            ItemKind::Relative | ItemKind::That => true,
            kind => {
                kind.is_noun_phrase() && !item.features.has(Features::OBJECT_FORM.with(Features::HEADLESS))
            }
        });
        let governor = before.next().filter(|item| item.kind == ItemKind::Verb);
        subject
            && governor.is_none_or(|item| {
                let verb = &self.chunks.verbs[item.detail as usize];
                verb.grades.bare > 0 || verb.grades.that > 0
            })
    }

    /// *the plan announced by Lee*: a past form before *by* that is a participle, not a tense.
    pub(super) fn is_reduced(&self, group: &Group, at: usize, limit: usize) -> bool {
        let by = group.end < limit && self.tokens[group.end].word == self.context.lexicon.known.by;
        if !by {
            return false;
        }
        let token = &self.tokens[at];
        // "…," Lee said by telephone: the subject of a tag
        let items = &self.chunks.items;
        let tag = items.len() >= 2
            && items[items.len() - 2..].iter().any(|item| item.kind == ItemKind::Quoted)
            || items.len() >= 3
                && items[items.len() - 2].kind == ItemKind::Comma
                && items[items.len() - 3].kind == ItemKind::Quoted;
        if tag {
            return false;
        }
        // "Lee responded by saying, by first saying"
        let manner = self.tokens[..limit].get(group.end + 1..).is_some_and(|next| {
            next.iter().find(|next| !next.has(Classes::ADVERB)).is_some_and(|next| {
                next.has(Classes::VERB_ING) && !next.has(Classes::ANY_NOUN.with(Classes::ADJECTIVE))
            })
        });
        // "Lee said by telephone that": a means
        let means = matches!(
            self.tokens[..limit].get(group.end + 1..),
            Some([noun, that, ..]) if noun.has(Classes::NOUN) && !noun.is_capital() && that.has(Classes::THAT)
        );
        !manner
            && !means
            && group.main == at
            && token.has(Classes::VERB_PARTICIPLE)
            && !token.has(Classes::AUXILIARY)
    }
}
