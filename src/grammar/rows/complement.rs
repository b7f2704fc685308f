//! What a verb takes: where its complement begins and of what kind it is. `extent.rs` says how far it reaches.

use crate::grammar::items::{Features, ItemKind, Kinds, VerbForm, VerbGroup};
use crate::lexicon::Classes;

use super::extent;
use super::insertion::{closing_comma, that_behind};
use super::phrase_extent;
use super::predicate::{Complement, ComplementKind, Subject, SubjectPlace};
use super::view::View;

/// How far ahead of a verb its complement is looked for.
const FARTHEST: usize = 14;

pub(super) fn of(view: &View<'_>, group: &VerbGroup, subject: Option<Subject>) -> Complement {
    let verb = group.item as usize;
    let after = match subject {
        Some(subject) if subject.place == SubjectPlace::Inverted && subject.first > verb => subject.end,
        _ => view.after_phrase(group, verb + 1),
    };
    let mut scan = Scan { view, group, subject, object: None, opener: None };
    let (kind, start) = match scan.open(after) {
        Some(found) => found,
        None => match scan.object {
            Some(object) if scan.may_hold_quotation(object) => (ComplementKind::Bare, object),
            Some(object) => (ComplementKind::Object, object),
            None => (ComplementKind::None, after),
        },
    };
    let end = match kind {
        ComplementKind::None => start,
        ComplementKind::Object | ComplementKind::About => phrase_extent::of_phrase(view, start),
        ComplementKind::Infinitive => phrase_extent::of_infinitive(view, group, subject, start),
        _ => extent::of_clause(view, group, subject, start),
    };
    // "called the “heart of the bay” by sailors": who calls it so is no part of what it is called
    let agent = subject.filter(|subject| subject.place == SubjectPlace::Agent && subject.first > start);
    let end = agent.map_or(end, |agent| end.min(agent.first - 1));
    Complement { kind, start, end: end.max(start) }
}

/// The way from a verb to what it takes.
struct Scan<'a, 'b> {
    view: &'a View<'b>,
    group: &'a VerbGroup,
    subject: Option<Subject>,
    /// The first noun phrase after the verb.
    object: Option<usize>,
    /// Where words began that stand before a subject and belong to it: *only, not even*.
    opener: Option<usize>,
}

impl Scan<'_, '_> {
    /// Where the complement begins, and its kind; `None` where at most an object is there.
    fn open(&mut self, after: usize) -> Option<(ComplementKind, usize)> {
        let view = self.view;
        let mut at = after;
        while at < view.end && at < after + FARTHEST {
            match view.kind(at)? {
                ItemKind::That if self.points(at) => self.object = self.object.or(Some(at)),
                ItemKind::That => return self.that(at),
                // "told “Morning Desk” that": the hearer
                ItemKind::Quoted if self.object.is_none() && self.is_hearer(at) => self.object = Some(at),
                ItemKind::Quoted if self.is_title(at) || self.names_remark(at) => {}
                ItemKind::Quoted => return Some(self.quoted(at)),
                ItemKind::Subordinator if view.word(at) == view.lexicon.known.however => {}
                ItemKind::Subordinator | ItemKind::Preposition if self.amount_opens(at) => {
                    return Some((ComplementKind::Bare, self.opener.unwrap_or(at)));
                }
                ItemKind::Subordinator | ItemKind::Relative => {
                    return self.subordinate(at).or_else(|| self.over_clause(at));
                }
                ItemKind::Verb => return self.verb(at).or_else(|| self.over_clause(at)),
                ItemKind::Comma | ItemKind::Colon => match self.comma(at)? {
                    Step::Found(kind, start) => return Some((kind, start)),
                    Step::On(next) => at = next,
                },
                ItemKind::OpenBracket => {
                    at = (at..at + FARTHEST).find(|at| view.kind(*at) == Some(ItemKind::CloseBracket))?
                }
                // "called himself a reformer"
                ItemKind::Adverb if self.group.grades.object >= 2 && view.has(at, Classes::REFLEXIVE) => {
                    self.object = self.object.or(Some(at));
                }
                // "not even the mayor, too often the road"
                ItemKind::Adverb if self.opener.is_some() || view.has(at, Classes::FOCUS_NOUN) => {
                    self.opener = self.opener.or(Some(at));
                    at += 1;
                    continue;
                }
                ItemKind::Time if self.time_opens(at) => {
                    return Some((ComplementKind::Bare, self.opener.unwrap_or(at)));
                }
                ItemKind::Adverb | ItemKind::Time | ItemKind::Adjective => {}
                ItemKind::Preposition => match self.preposition(at)? {
                    Step::Found(kind, start) => return Some((kind, start)),
                    Step::On(next) => at = next,
                },
                // "told all my friends that": the hearers
                ItemKind::Pronoun if self.object.is_none() && self.counts_all(at) => {}
                kind if kind.is_noun_phrase() => {
                    if self.clause_opens(at) || self.amount_opens(at) {
                        return Some((ComplementKind::Bare, self.opener.unwrap_or(at)));
                    }
                    if self.object.is_some() {
                        return None;
                    }
                    self.object = Some(at);
                }
                _ => return None,
            }
            self.opener = None;
            at += 1;
        }
        None
    }

    /// *said: The mill is shut*, *told them: The mill is shut*: whether a clause with a capital stands behind the colon.
    fn announces(&self, colon: usize) -> bool {
        let view = self.view;
        let capital = view
            .item(colon + 1)
            .and_then(|item| view.tokens.get(item.start as usize))
            .is_some_and(crate::text::lex::Token::is_capital);
        self.group.grades.quote >= 3
            && capital
            && self.object.is_none_or(|object| self.is_somebody(object))
            && (colon + 1..view.end.min(colon + FARTHEST)).any(|at| view.is_finite(at))
            && !(view.holds.has(ItemKind::Quoted)
                && (colon + 1..view.end).any(|at| view.kind(at) == Some(ItemKind::Quoted)))
    }

    /// What a comma or colon leads to: a quoted span, or over what is inserted.
    fn comma(&self, at: usize) -> Option<Step> {
        let view = self.view;
        if view.kind(at) == Some(ItemKind::Colon) && self.announces(at) {
            return Some(Step::Found(ComplementKind::That, at + 1));
        }
        if view.kind(at + 1) == Some(ItemKind::Quoted) {
            return Some(Step::Found(ComplementKind::Quotation, at + 1));
        }
        // "written by Ray, a lawyer, that": what was written ends there
        if view.kind(at) != Some(ItemKind::Comma) || self.group.form == VerbForm::Participle {
            return None;
        }
        let free = self.group.grades.that >= 3 && self.object.is_none();
        let that = if free { that_behind(view, at) } else { None };
        if let Some(that) = that.filter(|that| that - at > 1 && !self.points(*that)) {
            return Some(Step::Found(ComplementKind::That, that));
        }
        // "said, however, that": a short insert between commas
        let clause = matches!(view.kind(at + 1), Some(ItemKind::Subordinator | ItemKind::Relative));
        closing_comma(view, at).filter(|_| !clause || self.group.grades.bare >= 2).map(Step::On)
    }

    /// Whether a clause without *that* can stand after what was read: *said*, *told Lee*.
    fn can_open(&self) -> bool {
        let grades = self.group.grades;
        match self.object {
            Some(object) => grades.bare > 0 && self.is_somebody(object),
            None => grades.bare >= 2,
        }
    }

    /// *told all my friends, asked both the boys*: whether the word belongs to somebody behind it.
    fn counts_all(&self, at: usize) -> bool {
        let known = &self.view.lexicon.known;
        [known.all, known.both].contains(&self.view.word(at))
            && self.view.has(at + 1, Classes::DETERMINER.with(Classes::POSSESSIVE))
            && self.is_somebody(at + 1)
            && !self.clause_opens(at)
    }

    /// *said the season was over, told Lee last year was hard*: a time that is the subject of a clause, where a time
    /// else goes with the verb: *said Monday the season was over*.
    fn time_opens(&self, at: usize) -> bool {
        let gap = self.subject.is_some_and(|subject| {
            let before = self.view.kind_before(subject.first);
            subject.first < self.group.item as usize
                && (before.is_some_and(ItemKind::is_noun_phrase)
                    || matches!(before, Some(ItemKind::Relative | ItemKind::That)))
        });
        // "a deal announced Monday would": the form may be a participle, and the time its own
        let own = self.group.grades.bare >= 3
            || self.view.has(at, Classes::DETERMINER) && self.view.word(at) != self.view.lexicon.known.this;
        own && self.can_open() && !gap && extent::time_clause_at(self.view, at)
    }

    /// *said about 40 people were hurt, told Lee as many as 40 were hurt*: whether words that say how many open a
    /// clause.
    fn amount_opens(&self, at: usize) -> bool {
        self.can_open()
            && extent::amount(self.view, at).is_some_and(|counted| extent::clause_at(self.view, counted))
    }

    /// *proposed just that*: the word points and opens nothing.
    fn points(&self, at: usize) -> bool {
        match self.view.kind(at + 1) {
            None | Some(ItemKind::Stop | ItemKind::Coordinator | ItemKind::Semicolon) => true,
            // "said that, in the end, he won"
            Some(ItemKind::Comma) => self.group.grades.that < 2,
            // "makes that clear"
            Some(ItemKind::Adjective | ItemKind::Adverb) => {
                matches!(self.view.kind(at + 2), None | Some(ItemKind::Stop | ItemKind::Colon))
            }
            _ => false,
        }
    }

    /// After *told Lee* the clause is what is told; after *cited the proof* it belongs to the noun.
    fn that(&self, at: usize) -> Option<(ComplementKind, usize)> {
        match self.object {
            Some(object) if self.group.grades.that == 0 || !self.is_somebody(object) => None,
            _ => Some((ComplementKind::That, at)),
        }
    }

    /// *called it “a farce”*, *said Lee “lied”*, but *told Lee “no”*.
    fn quoted(&self, at: usize) -> (ComplementKind, usize) {
        let grades = self.group.grades;
        // "argued the ferry, which is old, “would not last”"
        let inserted = self.view.kind_before(at) == Some(ItemKind::Comma);
        match self.object {
            Some(object) if inserted && grades.bare >= 2 && !grades.prepositions.takes_hearer() => {
                (ComplementKind::Bare, object)
            }
            Some(object) if grades.object >= 2 => (ComplementKind::Object, object),
            Some(object) if grades.bare >= 2 && !grades.prepositions.takes_hearer() => {
                (ComplementKind::Bare, object)
            }
            None if grades.bare >= 2 && self.opens_clause(at) => (ComplementKind::Bare, at),
            _ => (ComplementKind::Quotation, at),
        }
    }

    /// *said “most people” would come*, but *who said “no” was fined*: whether the quoted span is the subject of a
    /// clause.
    fn opens_clause(&self, at: usize) -> bool {
        let view = self.view;
        let own = self.subject.is_some_and(|subject| {
            let before = view.kind_before(subject.first);
            subject.first < self.group.item as usize
                && !matches!(view.kind(subject.first), Some(ItemKind::Relative | ItemKind::That))
                && !before.is_some_and(ItemKind::is_noun_phrase)
                && before != Some(ItemKind::Subordinator)
        });
        let adverb = usize::from(view.kind(at + 1) == Some(ItemKind::Adverb));
        let finite = view.is_finite(at + 1 + adverb);
        let last = view.item(at).and_then(|item| view.tokens.get((item.end as usize).checked_sub(2)?));
        own && finite && last.is_some_and(|last| last.is_word())
    }

    /// *asked whether*, *said if elected he would*; other subordinators lead out of the clause.
    fn subordinate(&self, at: usize) -> Option<(ComplementKind, usize)> {
        let view = self.view;
        let grades = self.group.grades;
        let asks = view.has(at, Classes::WH)
            || view.word(at) == view.lexicon.known.whether
            || view.word(at) == view.lexicon.known.if_ && grades.wh >= 3;
        if asks {
            // "told voters who wonder why": who is told
            let described = self.object.is_some_and(|object| {
                view.kind(at) == Some(ItemKind::Relative)
                    && view.kind(object) == Some(ItemKind::Nominal)
                    && view.kind(at + 1) == Some(ItemKind::Verb)
                    && grades.wh < 3
            });
            let free = !described && self.object.is_none_or(|object| self.is_somebody(object));
            return (grades.wh > 0 && free).then_some((ComplementKind::Wh, at));
        }
        let fronted = self.can_open()
            && (extent::main_clause_after(view, at).is_some()
                || grades.bare >= 3
                    && (view.word(at) == view.lexicon.known.if_ || extent::opens_main_clause(view, at)));
        fronted.then_some((ComplementKind::Bare, at))
    }

    fn verb(&self, at: usize) -> Option<(ComplementKind, usize)> {
        let view = self.view;
        let grades = self.group.grades;
        match view.group(at)?.form {
            // "said to win would be a dream"
            VerbForm::Infinitive
                if grades.bare >= 3 && self.can_open() && extent::verb_clause_at(view, at) =>
            {
                Some((ComplementKind::Bare, self.opener.unwrap_or(at)))
            }
            VerbForm::Infinitive => self.infinitive(at),
            // "told Lee selling the firm was a mistake"
            VerbForm::Gerund
                if self.object.is_some() && self.can_open() && grades.prepositions.takes_hearer() =>
            {
                extent::verb_clause_at(view, at).then_some((ComplementKind::Bare, self.opener.unwrap_or(at)))
            }
            // "said selling the firm was a mistake"
            VerbForm::Gerund if grades.bare >= 3 && self.object.is_none() => {
                self.finite_ahead(at).then_some((ComplementKind::Bare, self.opener.unwrap_or(at)))
            }
            // "considered selling the firm"
            VerbForm::Gerund if grades.object >= 2 && self.object.is_none() => {
                Some((ComplementKind::Object, at))
            }
            _ => None,
        }
    }

    /// The infinitive at `at`, with the object whose deed it is.
    fn infinitive(&self, at: usize) -> Option<(ComplementKind, usize)> {
        let grade = self.group.grades.infinitive;
        match self.object {
            None => Some((ComplementKind::Infinitive, at)),
            Some(object) if grade >= 2 || grade > 0 && self.is_somebody(object) => {
                Some((ComplementKind::Infinitive, object))
            }
            Some(_) => None,
        }
    }

    /// Over a prepositional phrase, unless the verb asks for it.
    fn preposition(&self, at: usize) -> Option<Step> {
        let view = self.view;
        let next = view.kind(at + 1)?;
        // "pointed out that": the word belongs to the verb
        if [view.lexicon.known.out, view.lexicon.known.up].contains(&view.word(at)) {
            return Some(Step::On(at));
        }
        // "told him to be quiet": the form of "be" stands apart
        let be = view.word(at) == view.lexicon.known.to && view.word(at + 1) == view.lexicon.known.be;
        if be && self.object.is_some() {
            return self.infinitive(at).map(|(kind, start)| Step::Found(kind, start));
        }
        let graded = self.group.grades.prepositions.grade(&view.lexicon.known, view.word(at));
        if graded > 1 {
            let opens = next.is_noun_phrase()
                || matches!(
                    next,
                    ItemKind::Subordinator
                        | ItemKind::Relative
                        | ItemKind::That
                        | ItemKind::Adverb
                        | ItemKind::Adjective
                )
                || view.group(at + 1).is_some_and(|group| group.form == VerbForm::Gerund);
            if opens {
                // "accused Lee of lying": whom belongs to what is said, unless the verb speaks to him
                let told = self.group.grades.prepositions.takes_hearer();
                let start = self.object.filter(|_| !told).unwrap_or(at + 1);
                return Some(Step::Found(ComplementKind::About, start));
            }
        }
        match next {
            // "said on “Morning Desk” that": the title of a show
            ItemKind::Quoted if self.title_before_that(at + 1) => Some(Step::On(at + 1)),
            ItemKind::Quoted => Some(Step::Found(ComplementKind::Quotation, at + 1)),
            ItemKind::Time => Some(Step::On(at + 1)),
            next if next.is_noun_phrase() => Some(Step::On(at + 1)),
            // "said in taping a show that"
            ItemKind::Verb if view.group(at + 1).is_some_and(|group| group.form == VerbForm::Gerund) => {
                Some(Step::On(at + 1))
            }
            _ => None,
        }
    }

    /// *told Ann before he left that*, *said as he left, “…”*: over a clause of time that opens at `at`, or whose
    /// verb stands there.
    fn over_clause(&self, at: usize) -> Option<(ComplementKind, usize)> {
        let view = self.view;
        let opens = |at: usize| view.has(at, Classes::SUBORDINATOR) && !view.has(at, Classes::WH);
        let finite = view.is_finite(at);
        let tag = view.kind(view.first) == Some(ItemKind::Quoted);
        if tag || self.group.grades.quote < 3 || !(opens(at) || finite && at >= 2 && opens(at - 2)) {
            return None;
        }
        for next in at..at + FARTHEST {
            match view.kind(next)? {
                // "said after Lee argued that"
                ItemKind::Verb if view.group(next).is_some_and(|group| group.grades.that >= 2) => {
                    return None;
                }
                ItemKind::That if self.group.grades.that >= 2 && !self.is_cue_noun(next - 1) => {
                    return Some((ComplementKind::That, next));
                }
                ItemKind::Comma => {
                    let quoted = view.kind(next + 1) == Some(ItemKind::Quoted);
                    return quoted.then_some((ComplementKind::Quotation, next + 1));
                }
                ItemKind::Quoted | ItemKind::Stop | ItemKind::Colon | ItemKind::Semicolon => return None,
                _ => {}
            }
        }
        None
    }

    /// *the claim that*: a noun that takes the clause itself.
    fn is_cue_noun(&self, at: usize) -> bool {
        self.view.item(at).is_some_and(|item| item.features.has(Features::CUE))
    }

    /// *told “Morning Desk”*: a title where the verb names who is spoken to, and a clause follows.
    fn is_hearer(&self, at: usize) -> bool {
        self.group.grades.prepositions.takes_hearer() && self.has_capitals(at) && self.clause_follows(at)
    }

    /// *told WKRB's “Morning Desk” that*, *said on her show “Late Hour” he*: a title after whose it is or what,
    /// before the clause.
    fn is_title(&self, at: usize) -> bool {
        let view = self.view;
        let owned =
            view.item(at - 1).is_some_and(|item| item.features.has(Features::POSSESSOR.with(Features::WORK)));
        owned && self.group.grades.that >= 2 && self.has_capitals(at) && self.clause_follows(at)
    }

    /// Whether the quoted words open and close with a capital.
    fn has_capitals(&self, at: usize) -> bool {
        let capital = |token: Option<usize>| {
            token
                .and_then(|token| self.view.tokens.get(token))
                .is_some_and(crate::text::lex::Token::is_capital)
        };
        let words =
            self.view.item(at).map(|item| (item.start as usize + 1, (item.end as usize).checked_sub(2)));
        words.is_some_and(|(first, last)| capital(Some(first)) && capital(last))
    }

    /// *laughed at Lee's “three percent” remark*: the noun that reports has the quoted words.
    fn names_remark(&self, at: usize) -> bool {
        let owned = self.view.item(at - 1).is_some_and(|item| item.features.has(Features::POSSESSOR));
        owned && self.is_cue_noun(at + 1)
    }

    fn clause_follows(&self, at: usize) -> bool {
        let view = self.view;
        (at + 1..at + 5).any(|next| {
            view.kind(next) == Some(ItemKind::That)
                || view.is_noun_phrase(next) && extent::clause_at(view, next)
        })
    }

    fn title_before_that(&self, at: usize) -> bool {
        self.group.grades.that >= 2
            && (at + 1..at + 5)
                .find(|next| {
                    !matches!(
                        self.view.kind(*next),
                        Some(ItemKind::Time | ItemKind::Preposition | ItemKind::Adverb)
                    )
                })
                .is_some_and(|next| self.view.kind(next) == Some(ItemKind::That))
    }

    /// Whether the noun phrase at `at` opens a clause that the verb reports.
    fn clause_opens(&self, at: usize) -> bool {
        let grades = self.group.grades;
        // "indicated he would": a pronoun that can be nothing but a subject
        let pronoun = grades.that >= 2 && self.object.is_none() && self.is_subject_only(at);
        if grades.bare == 0 && !pronoun || !self.view.is_subject_phrase(at) {
            return false;
        }
        // "told reporters | about 40 were hurt, told Lee | selling it was": the first is who is told
        let told = grades.prepositions.takes_hearer() && self.object.is_none() && self.is_somebody(at);
        let active = !self.group.passive && self.group.form != VerbForm::Participle;
        if told && (grades.bare >= 3 && active || extent::time_clause_at(self.view, at + 1)) {
            return false;
        }
        if let Some(object) = self.object {
            // "cited the gains the fund made" is no clause, "told Lee the fund gained" is
            let loose = grades.bare >= 3 && object + 1 == at && self.is_plain_ahead(at);
            return self.is_somebody(object)
                && (extent::clause_at(self.view, at)
                    || grades.bare >= 3 && extent::clause_over_that(self.view, at)
                    || loose && self.finite_ahead(at));
        }
        extent::clause_at(self.view, at)
            || grades.bare >= 3 && !grades.prepositions.takes_hearer() && self.finite_ahead(at)
    }

    /// *told the crowd gathered in the hall of her plan that is “a swamp”*: where nothing tells hearer and clause apart,
    /// the quoted words are still what was told.
    fn may_hold_quotation(&self, hearer: usize) -> bool {
        self.view.holds.has(ItemKind::Quoted)
            && self.group.grades.bare >= 3
            && self.group.grades.prepositions.takes_hearer()
            && extent::clause_at(self.view, hearer)
    }

    /// *he, she, they*, but not *it, you*.
    fn is_subject_only(&self, at: usize) -> bool {
        let view = self.view;
        view.kind(at) == Some(ItemKind::Pronoun)
            && view.has(at, Classes::PRONOUN)
            && !view.has(
                at,
                Classes::OBJECT_FORM
                    .with(Classes::SECOND_PERSON)
                    .with(Classes::DETERMINER)
                    .with(Classes::POSSESSIVE)
                    .with(Classes::NUMBER),
            )
            && view.word(at) != view.lexicon.known.it
    }

    /// Whether neither *that* nor *who* nor a quoted span follows at once, which would describe the phrase.
    fn is_plain_ahead(&self, at: usize) -> bool {
        (at + 1..at + 4).all(|at| {
            !matches!(self.view.kind(at), Some(ItemKind::That | ItemKind::Relative | ItemKind::Quoted))
        })
    }

    /// Whether a finite verb follows before the next comma.
    fn finite_ahead(&self, at: usize) -> bool {
        const STOPS: Kinds = Kinds::of([
            ItemKind::Comma,
            ItemKind::Stop,
            ItemKind::Semicolon,
            ItemKind::Colon,
            ItemKind::Quoted,
        ]);
        self.view.find(at + 1..at + FARTHEST, STOPS, |at, _| self.view.is_finite(at)).is_some()
    }

    /// Whether the noun phrase can be told something.
    fn is_somebody(&self, at: usize) -> bool {
        self.view.item(at).is_some_and(|item| {
            matches!(item.kind, ItemKind::Name | ItemKind::Pronoun | ItemKind::Quoted)
                || item.features.has(Features::PERSON.with(Features::ORGANISATION))
        })
    }
}

enum Step {
    Found(ComplementKind, usize),
    On(usize),
}
