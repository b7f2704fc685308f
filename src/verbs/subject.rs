//! Who does it: the subject of a verb group.

use crate::items::{Features, Form, ItemKind, VerbGroup};
use crate::lex::TokenKind;
use crate::lexicon::Classes;

use super::{Row, View, extent};

/// How the subject stands to its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SubjectPlace {
    /// Before the verb, nothing but adverbs between.
    Before,
    /// Before the verb, with an apposition, relative clause or brackets between.
    Across,
    /// After it: *said Lee*.
    Inverted,
    /// Of another verb that this one goes on from: *said A and added B*, *…, adding B*.
    Shared,
    /// After *by*: *was told by Lee*.
    Agent,
}

/// The items of a subject, first to last, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Subject {
    pub(crate) first: usize,
    /// The item after the last.
    pub(crate) end: usize,
    pub(crate) place: SubjectPlace,
}

/// More commas than this between subject and verb are not read.
const MOST_COMMAS: usize = 5;
/// More clauses than this on a subject are not gone out of.
const MOST_CLAUSES: usize = 4;
/// How far back a clause is read, so that a sentence without end costs no more than its length.
const FARTHEST: usize = 60;

/// The grammatical subject of the verb group at item `verb`; `parent` is the row in whose complement it
/// stands.
/// Whether a form that can be past tense or participle is a participle here: it follows the object of a
/// verb, as in *criticized the accord adopted in Paris*, and the word itself does not report.
pub(super) fn follows_object(view: &View<'_>, verb: usize, group: &VerbGroup) -> bool {
    if group.form != Form::Finite || group.grades.quote >= 2 && !group.naming {
        return false;
    }
    let item = view.item(verb).map(|item| item.start as usize);
    let ambiguous = item.and_then(|start| view.tokens.get(start)).is_some_and(|token| {
        token.classes.all(Classes::VERB_PAST.with(Classes::VERB_PARTICIPLE)) && !token.has(Classes::AUXILIARY)
    });
    if !ambiguous {
        return false;
    }
    let at = skip_back(view, verb);
    if at <= view.first || !view.is_subject_phrase(at - 1) || view.kind(at - 1) == Some(ItemKind::Pronoun) {
        return false;
    }
    // "in the spot titled “Storm”"
    if group.naming && view.kind(verb + 1) == Some(ItemKind::Quoted) && !is_somebody(view, at - 1) {
        return true;
    }
    let phrase = chain(view, at - 1, SubjectPlace::Before);
    let before = phrase.first.checked_sub(1).filter(|before| *before >= view.first);
    before.and_then(|before| view.group(before)).is_some_and(|governor| {
        governor.grades.bare == 0
            && !governor.bare_auxiliary
            && over_clause(view, governor.item as usize).is_none()
    })
}

pub(super) fn surface(
    view: &View<'_>,
    verb: usize,
    group: &VerbGroup,
    rows: &[Row],
    parent: Option<usize>,
) -> Option<Subject> {
    match group.form {
        Form::Infinitive => infinitive(view, verb, rows),
        Form::Gerund => gerund(view, verb, rows, parent),
        Form::Participle => reduced(view, verb).or_else(|| shared(rows, Level::Main)),
        Form::Finite | Form::Base => finite(view, verb, group, rows, parent),
    }
}

fn finite(
    view: &View<'_>,
    verb: usize,
    group: &VerbGroup,
    rows: &[Row],
    parent: Option<usize>,
) -> Option<Subject> {
    let at = skip_back(view, verb);
    let Some(kind) = view.kind_before(at) else { return inverted(view, verb, group) };
    let subject = match kind {
        ItemKind::Relative => Some(one(at - 1, SubjectPlace::Before)),
        ItemKind::That => that(view, at - 1),
        ItemKind::Coordinator if group.form == Form::Base => {
            joined_base(rows).or_else(|| shared_by_somebody(view, rows, level(group, parent)))
        }
        ItemKind::Coordinator => nearest(view, at - 1, rows, parent)
            .or_else(|| shared_by_somebody(view, rows, level(group, parent))),
        ItemKind::Comma | ItemKind::Dash => across(view, at - 1),
        // "Lee, author of “Dry Land,” put it"
        ItemKind::Quoted if at > view.first + 1 && extent::ends_in_comma(view, at - 1) => {
            // "Lee, citing “the mood,” said rates would fall"
            let reports = is_governed(view, at - 1) && opens_clause(view, verb + 1);
            // "“…,” said Ray", but "Lee, who was in “Dry Land,” posted the clip"
            return if group.grades.quote >= 3 && !reports {
                inverted(view, verb, group).or_else(|| across(view, at - 1))
            } else {
                let joined = || if reports { shared(rows, Level::Main) } else { None };
                across(view, at - 1).or_else(joined).or_else(|| inverted(view, verb, group))
            };
        }
        ItemKind::Time => leading_time(view, at - 1, rows),
        ItemKind::Verb if group.grades.quote >= 2 => after_clause(view, at - 1),
        kind if kind.is_noun_phrase() && view.is_subject_phrase(at - 1) => phrase_before(view, at - 1, rows),
        _ => None,
    };
    let comma = (kind == ItemKind::Comma).then(|| at - 1);
    let subject = subject.or_else(|| inverted(view, verb, group));
    subject.or_else(|| comma.and_then(|comma| loose(view, comma))).or_else(|| {
        // "Lee, who won, and whose …, said" and the like fall back to the sentence's subject
        matches!(kind, ItemKind::Comma | ItemKind::Adverb)
            .then(|| shared(rows, level(group, parent)))
            .flatten()
            .map(|subject| if comma.is_some() { over_relative(view, subject) } else { subject })
    })
}

/// Whether the quoted words at `at` stand in a phrase or after a verb: *citing “…”*, *a “…”*.
fn is_governed(view: &View<'_>, at: usize) -> bool {
    view.kind_before(at)
        .is_some_and(|kind| matches!(kind, ItemKind::Verb | ItemKind::Preposition) || kind.is_noun_phrase())
}

/// Whether a noun phrase and its finite verb stand at `at`, nothing but *of* phrases between.
fn opens_clause(view: &View<'_>, at: usize) -> bool {
    if !view.is_subject_phrase(at) {
        return false;
    }
    let mut next = at + 1;
    while view.kind(next) == Some(ItemKind::Preposition) && view.is_noun_phrase(next + 1) {
        next += 2;
    }
    view.group(next).is_some_and(|group| group.form == Form::Finite)
}

/// On which level a verb without a subject of its own goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    /// The sentence's own clause: a verb of saying that is joined with *and* reports as the first did.
    Main,
    /// The clause that is open.
    Here(Option<usize>),
}

fn level(group: &VerbGroup, parent: Option<usize>) -> Level {
    if group.grades.quote >= 2 { Level::Main } else { Level::Here(parent) }
}

/// The subject of the last finite verb on that level.
fn shared(rows: &[Row], level: Level) -> Option<Subject> {
    let wanted = match level {
        Level::Main => None,
        Level::Here(parent) => parent.map(|parent| parent as u32),
    };
    let on_level =
        |row: &&Row| row.parent == wanted && row.group.form == Form::Finite && row.surface.is_some();
    let free = |row: &&Row| on_level(row) && (!row.subordinate || level != Level::Main);
    let last = rows.iter().rev().take(FARTHEST).find(free);
    let last = last.or_else(|| rows.iter().rev().take(FARTHEST).find(on_level));
    let any =
        || rows.iter().take(FARTHEST).find(|row| row.group.form == Form::Finite && row.surface.is_some());
    last.or_else(any)?.surface.map(|subject| Subject { place: SubjectPlace::Shared, ..subject })
}

/// *Voters who have come, on foot or by car, said*: whom the relative word means, where only it was found.
fn over_relative(view: &View<'_>, subject: Subject) -> Subject {
    let relative = subject.first;
    let before = relative.checked_sub(1).filter(|at| *at >= view.first);
    let Some(before) = before.filter(|_| super::is_relative(view, subject)) else { return subject };
    let comma = view.kind(before) == Some(ItemKind::Comma);
    let last = if comma { before - 1 } else { before };
    if last < view.first || !view.is_subject_phrase(last) {
        return subject;
    }
    let phrase = chain(view, last, SubjectPlace::Across);
    // "The owner, a nurse who left, …, said"
    let outer = match view.kind_before(phrase.first) {
        Some(ItemKind::Comma) => across(view, phrase.first - 1),
        _ => None,
    };
    outer.unwrap_or(phrase)
}

/// The same, but for *there are times when Lee shouts and says*.
fn shared_by_somebody(view: &View<'_>, rows: &[Row], level: Level) -> Option<Subject> {
    let subject = shared(rows, level)?;
    if view.word(subject.first) != view.lexicon.known.there {
        return Some(subject);
    }
    let last = rows
        .iter()
        .rev()
        .take(FARTHEST)
        .find(|row| row.group.form == Form::Finite && row.surface.is_some())?;
    last.surface.map(|subject| Subject { place: SubjectPlace::Shared, ..subject })
}

/// *got Lee to laugh and say*: the subject of the infinitive that goes on.
fn joined_base(rows: &[Row]) -> Option<Subject> {
    let last = rows.iter().rev().take(FARTHEST).find(|row| row.group.form != Form::Gerund)?;
    let subject = last.surface.filter(|_| last.group.form == Form::Infinitive)?;
    Some(Subject { place: SubjectPlace::Shared, ..subject })
}

/// *When Lee thanked them and said A, a man shouted*: in a clause that stands in front, the verb goes on from it.
fn nearest(view: &View<'_>, joint: usize, rows: &[Row], parent: Option<usize>) -> Option<Subject> {
    if matches!(view.kind_before(joint), Some(ItemKind::Comma | ItemKind::Dash | ItemKind::Quoted)) {
        return None;
    }
    let parent = parent.map(|parent| parent as u32);
    let finite = |row: &&Row| row.group.form == Form::Finite && row.parent == parent;
    let last = rows.iter().rev().take(FARTHEST).find(finite)?;
    let subject = last.surface.filter(|_| last.subordinate)?;
    let opened = match view.kind_before(subject.first) {
        Some(ItemKind::Subordinator) => matches!(
            view.kind_before(subject.first - 1),
            None | Some(ItemKind::Comma | ItemKind::Coordinator | ItemKind::Semicolon)
        ),
        // "such a help that Lee thanked them and said"
        Some(ItemKind::That) => true,
        _ => false,
    };
    opened.then_some(Subject { place: SubjectPlace::Shared, ..subject })
}

/// Over adverbs, times and brackets before the verb.
fn skip_back(view: &View<'_>, mut at: usize) -> usize {
    loop {
        match view.kind_before(at) {
            Some(ItemKind::Adverb) => at -= 1,
            // "he all but accused Ray"
            Some(ItemKind::Coordinator)
                if at >= view.first + 3
                    && view.word(at - 1) == view.lexicon.known.but
                    && view.word(at - 2) == view.lexicon.known.all =>
            {
                at -= 2;
            }
            // "Lee however said"
            Some(ItemKind::Subordinator)
                if view.word(at - 1) == view.lexicon.known.however
                    && view.kind_before(at - 1).is_some_and(ItemKind::is_noun_phrase) =>
            {
                at -= 1;
            }
            // "Lee and Ray both said"
            Some(ItemKind::Pronoun)
                if at >= view.first + 2
                    && (view.is_noun_phrase(at - 2) || view.kind(at - 2) == Some(ItemKind::CloseBracket))
                    && is_floating(view, at - 1) =>
            {
                at -= 1;
            }
            Some(ItemKind::Time) if view.kind_before(at - 1).is_some_and(can_precede_time) => at -= 1,
            Some(ItemKind::CloseBracket) => match open_bracket(view, at - 1) {
                Some(open) => at = open,
                None => return at,
            },
            _ => return at,
        }
    }
}

fn is_floating(view: &View<'_>, at: usize) -> bool {
    let known = &view.lexicon.known;
    [known.both, known.all, known.each].contains(&view.word(at))
}

/// *Lee on Tuesday said, Lee Tuesday said, but now said*: the time goes with the verb.
fn can_precede_time(kind: ItemKind) -> bool {
    kind.is_noun_phrase()
        || matches!(
            kind,
            ItemKind::Relative | ItemKind::Adverb | ItemKind::CloseBracket | ItemKind::Coordinator
        )
}

fn open_bracket(view: &View<'_>, close: usize) -> Option<usize> {
    (view.first..close).rev().take(FARTHEST).find(|at| view.kind(*at) == Some(ItemKind::OpenBracket))
}

fn one(at: usize, place: SubjectPlace) -> Subject {
    Subject { first: at, end: at + 1, place }
}

/// *on Tuesday* before the verb: the phrase before the preposition.
fn leading_time(view: &View<'_>, time: usize, rows: &[Row]) -> Option<Subject> {
    let preposition = view.kind_before(time)? == ItemKind::Preposition;
    let end = if preposition { time - 1 } else { time };
    if end > view.first && view.is_subject_phrase(end - 1) {
        return phrase_before(view, end - 1, rows);
    }
    match view.kind_before(end) {
        // "Lee freed the money and on Monday announced"
        Some(ItemKind::Coordinator) => shared(rows, Level::Main),
        Some(ItemKind::Comma) => across(view, end - 1),
        // "Lee (Ohio) on Monday said"
        Some(ItemKind::CloseBracket) => {
            let open = open_bracket(view, end - 1)?;
            let last = open.checked_sub(1).filter(|last| *last >= view.first)?;
            view.is_subject_phrase(last).then(|| chain(view, last, SubjectPlace::Before))
        }
        // "a poll released on Monday showed"
        Some(ItemKind::Verb) => over_clause(view, end - 1).or_else(|| contact(view, end - 1)),
        // "people I have spoken with over the winter said"
        Some(ItemKind::Preposition) if view.kind_before(end - 1) == Some(ItemKind::Verb) => {
            contact(view, end - 2)
        }
        // "the men who wrote to her on Monday say"
        Some(ItemKind::Pronoun) => before_relative(view, end),
        _ => None,
    }
}

/// *that* before a verb is a relative pronoun after a noun phrase, else it points.
fn that(view: &View<'_>, at: usize) -> Option<Subject> {
    // "a moment that" may be read as a time
    if at > view.first && (view.is_subject_phrase(at - 1) || view.kind(at - 1) == Some(ItemKind::Time)) {
        return Some(one(at, SubjectPlace::Across));
    }
    Some(one(at, SubjectPlace::Before))
}

/// The noun phrase that ends at `last`, with the phrases that it hangs on: *the head of the Fund in Rome*,
/// *Lee and Ray*.
pub(super) fn chain(view: &View<'_>, last: usize, place: SubjectPlace) -> Subject {
    let mut first = last;
    // "Article 33 says"
    if matches!(view.kind_before(last), Some(ItemKind::Nominal | ItemKind::Phrase)) && is_number(view, last) {
        first -= 1;
    }
    let mut steps = 0;
    while first > view.first + 1 && steps < FARTHEST {
        steps += 1;
        match view.kind(first - 1) {
            // "sank in the bay after the mayor said"
            Some(ItemKind::Preposition) if opens_time(view, first - 1) => break,
            Some(ItemKind::Preposition)
                if view.is_noun_phrase(first - 2)
                    && (view.kind(first - 2) != Some(ItemKind::Pronoun) || counts(view, first - 2)) =>
            {
                first -= 2;
            }
            Some(ItemKind::Preposition) if view.kind(first - 2) == Some(ItemKind::Time) => {
                let time = first - 2;
                // "an article on Monday about Lee"
                let on = usize::from(view.kind_before(time) == Some(ItemKind::Preposition));
                if time > view.first + on && view.is_noun_phrase(time - on - 1) {
                    first = time - on - 1;
                } else {
                    break;
                }
            }
            Some(ItemKind::Coordinator) if joins_phrases(view, first - 1) => {
                let last = first - 2;
                let last = if view.kind(last) == Some(ItemKind::Comma) { last - 1 } else { last };
                first = list_start(view, over_brackets(view, last));
            }
            // "Politicians and even some makers"
            Some(ItemKind::Adverb)
                if view.kind(first - 2) == Some(ItemKind::Coordinator)
                    && first >= view.first + 3
                    && prepositional_start(view, first - 3) == view.first
                    && joins_phrases(view, first - 2) =>
            {
                first -= 3;
            }
            // "some in the “never again” crowd"
            Some(ItemKind::Quoted)
                if view.item(first - 2).is_some_and(|item| item.features.has(Features::HEADLESS))
                    && matches!(view.kind(first), Some(ItemKind::Phrase | ItemKind::Nominal))
                    && view.item(first).is_some_and(|item| {
                        !item.features.has(Features::DEFINITE.with(Features::INDEFINITE))
                    })
                    && !extent::ends_in_comma(view, first - 1) =>
            {
                first -= 2;
            }
            // "counties in eastern and southern Ohio"
            Some(ItemKind::Coordinator)
                if view.kind(first - 2) == Some(ItemKind::Adjective)
                    && first >= view.first + 4
                    && view.kind(first - 3) == Some(ItemKind::Preposition)
                    && view.is_noun_phrase(first - 4) =>
            {
                first -= 4;
            }
            // "a source familiar with the ad"
            Some(ItemKind::Preposition)
                if view.kind(first - 2) == Some(ItemKind::Adjective)
                    && first >= view.first + 3
                    && view.is_noun_phrase(first - 3) =>
            {
                first -= 3;
            }
            // "editor at large of the paper"
            Some(ItemKind::Preposition)
                if view.kind(first - 2) == Some(ItemKind::Adjective)
                    && first >= view.first + 4
                    && view.kind(first - 3) == Some(ItemKind::Preposition)
                    && view.is_noun_phrase(first - 4) =>
            {
                first -= 4;
            }
            _ => break,
        }
    }
    if is_titled(view, first) {
        first -= 1;
    }
    Subject { first, end: last + 1, place }
}

/// *Vatican spokesman the Rev. Ann Hill*: a bare noun for people right before the name at `at`.
fn is_titled(view: &View<'_>, at: usize) -> bool {
    let bare = |item: &crate::items::Item| {
        let own = Features::DEFINITE.with(Features::INDEFINITE).with(Features::PLURAL);
        item.kind == ItemKind::Nominal
            && item.features.has(Features::PERSON)
            && !item.features.has(own.with(Features::POSSESSOR))
    };
    at > view.first
        && view.kind(at) == Some(ItemKind::Name)
        && view.item(at - 1).is_some_and(bare)
        && (at - 1 == view.first
            || matches!(view.kind(at - 2), Some(ItemKind::Comma | ItemKind::Coordinator)))
}

fn is_somebody(view: &View<'_>, at: usize) -> bool {
    view.item(at).is_some_and(|item| {
        item.kind == ItemKind::Name || item.features.has(Features::PERSON.with(Features::ORGANISATION))
    })
}

/// *Rome, South Carolina*: the name of a place, by its first or last word.
fn is_place(view: &View<'_>, at: usize) -> bool {
    view.item(at).filter(|item| item.kind == ItemKind::Name).is_some_and(|item| {
        [item.start as usize, item.end as usize - 1]
            .iter()
            .any(|token| view.tokens.get(*token).is_some_and(|token| token.has(Classes::PLACE)))
    })
}

fn is_number(view: &View<'_>, at: usize) -> bool {
    view.item(at).is_some_and(|item| {
        item.start + 1 == item.end
            && view.tokens.get(item.start as usize).is_some_and(|token| token.kind == TokenKind::Number)
    })
}

/// *some of the aides*, *many in the crowd*: pronouns that take a part.
fn counts(view: &View<'_>, at: usize) -> bool {
    view.word(at + 1) == view.lexicon.known.of
        || view.has(at, Classes::DETERMINER.with(Classes::NUMBER))
            && !view.has(at, Classes::POSSESSIVE.with(Classes::THAT))
}

/// The first of *artists, writers, actors* before *and scientists*: at least two commas, or one name after
/// another from the sentence's start.
fn list_start(view: &View<'_>, last: usize) -> usize {
    let mut first = last;
    let mut commas = 0;
    while first >= view.first + 2
        && view.kind(first - 1) == Some(ItemKind::Comma)
        && view.is_noun_phrase(first - 2)
        && commas < FARTHEST
    {
        first -= 2;
        commas += 1;
    }
    // "Instead, Ann Lee, Tom Hill and Ray Cole said"
    let opener = usize::from(view.kind(view.first) == Some(ItemKind::Adverb)) * 2;
    let names = commas == 1
        && (first == view.first || first == view.first + opener)
        && view.kind(first) == Some(ItemKind::Name)
        && view.kind(last) == Some(ItemKind::Name);
    // "A crowd of students, teachers and nurses said"
    let plural = |at: usize| view.item(at).is_some_and(|item| item.features.has(Features::PLURAL));
    let opens = || prepositional_start(view, first) == view.first && plural(first) && plural(last);
    // "voters in Ohio, Georgia and Utah said", "Unions, groups, and makers said"
    let places = || {
        view.kind_before(first) == Some(ItemKind::Preposition)
            && view.kind(first) == Some(ItemKind::Name)
            && view.kind(last) == Some(ItemKind::Name)
            && prepositional_start(view, first) == view.first
            && first > view.first
    };
    if commas >= 2 || names || commas == 1 && (opens() || places()) { first } else { last }
}

/// Whether a coordinator joins two noun phrases, not two clauses: the phrase before it is no object of a
/// verb that cannot take a clause.
fn joins_phrases(view: &View<'_>, at: usize) -> bool {
    let known = &view.lexicon.known;
    if view.word(at) == known.but || at == view.first {
        return false;
    }
    // "unions, groups, and many makers"
    if view.kind(at - 1) == Some(ItemKind::Comma) {
        return at >= view.first + 4
            && view.is_noun_phrase(at - 2)
            && list_start(view, at - 2) == view.first
            && view.kind(at - 3) == Some(ItemKind::Comma);
    }
    let last = over_brackets(view, at - 1);
    if !view.is_noun_phrase(last) {
        return false;
    }
    // "met the press and he said"
    let things = matches!(view.kind(at - 1), Some(ItemKind::Phrase | ItemKind::Nominal));
    if things
        && view.kind(at + 1) == Some(ItemKind::Pronoun)
        && !view.has(at + 1, Classes::DETERMINER.with(Classes::NUMBER))
    {
        return false;
    }
    let left = prepositional_start(view, last);
    if left == view.first {
        return true;
    }
    match view.kind(left - 1) {
        // "Leading aides Lee and Ray have said": no clause without its comma
        Some(ItemKind::Verb) if left - 1 == view.first && view.has(view.first, Classes::VERB_ING) => true,
        Some(ItemKind::Verb) => {
            view.group(left - 1).is_some_and(|group| group.grades.bare > 0 || group.grades.that > 0)
        }
        // "cells turn into parts of a body and doctors hope": a thing and somebody are not joined where the
        // first clause has its verb
        Some(ItemKind::Preposition) if is_thing(view, at - 1) && is_somebody(view, at + 1) => !(view.first
            ..left)
            .rev()
            .take(FARTHEST)
            .any(|at| view.group(at).is_some_and(|group| group.form == Form::Finite)),
        _ => true,
    }
}

/// *after, before, since, until*, before a clause of their own.
fn opens_time(view: &View<'_>, at: usize) -> bool {
    let known = &view.lexicon.known;
    [known.after, known.before, known.since, known.until].contains(&view.word(at))
}

/// The item before brackets that close at `at`, or `at`.
fn over_brackets(view: &View<'_>, at: usize) -> usize {
    if view.kind(at) != Some(ItemKind::CloseBracket) {
        return at;
    }
    open_bracket(view, at).and_then(|open| open.checked_sub(1)).filter(|at| *at >= view.first).unwrap_or(at)
}

/// A phrase for neither a person nor a body.
fn is_thing(view: &View<'_>, at: usize) -> bool {
    view.kind(at) == Some(ItemKind::Phrase) && !is_somebody(view, at)
}

/// The first phrase of *the head of the Fund* that ends at `last`.
fn prepositional_start(view: &View<'_>, last: usize) -> usize {
    let mut first = last;
    while first > view.first + 1
        && view.kind(first - 1) == Some(ItemKind::Preposition)
        && view.is_noun_phrase(first - 2)
        && last - first < FARTHEST
    {
        first -= 2;
    }
    first
}

/// A noun phrase stands right before the verb. It is the subject unless it is the object of a verb or
/// preposition inside a clause on the subject: *the man who met Lee said*.
fn phrase_before(view: &View<'_>, last: usize, rows: &[Row]) -> Option<Subject> {
    let mut subject = chain(view, last, SubjectPlace::Before);
    // "a man seeking help for those who met Lee said": from clause to clause
    for _ in 0..MOST_CLAUSES {
        let outer = match view.kind_before(subject.first) {
            Some(ItemKind::Comma) => return Some(beside(view, subject)),
            Some(ItemKind::Verb) => object_or_subject(view, subject),
            Some(ItemKind::Preposition) => after_preposition(view, subject, rows),
            Some(ItemKind::Coordinator) => return Some(in_relative(view, subject).unwrap_or(subject)),
            _ => return Some(subject),
        };
        if outer.first >= subject.first || outer.place != SubjectPlace::Across {
            return Some(outer);
        }
        subject = outer;
    }
    Some(subject)
}

/// *those who have a car or another cart said*: a phrase joined inside a relative clause that has one verb, so
/// that the next one is of the phrase before it.
fn in_relative(view: &View<'_>, subject: Subject) -> Option<Subject> {
    let outer = before_relative(view, subject.first).filter(|outer| outer.first < subject.first)?;
    let verbs = (outer.end..subject.first)
        .filter(|at| view.group(*at).is_some_and(|group| group.form == Form::Finite))
        .count();
    let opens = matches!(
        view.kind_before(outer.first),
        None | Some(ItemKind::Comma | ItemKind::Subordinator | ItemKind::Coordinator)
    );
    (verbs == 1 && opens).then_some(outer)
}

/// *Ann Hill, a former agent for the Fund has written*: an apposition that lost its closing comma.
fn beside(view: &View<'_>, subject: Subject) -> Subject {
    let name = subject.first.checked_sub(2).filter(|at| *at >= view.first);
    let apposition = view.item(subject.first).is_some_and(|item| {
        // "Ann Hill, the agent said, has left"
        let tag = item.features.has(Features::DEFINITE)
            && view.kind(subject.end + 1) == Some(ItemKind::Comma)
            && view.kind(subject.end + 2) != Some(ItemKind::Quoted);
        item.features.has(Features::PERSON) && item.kind == ItemKind::Nominal && !tag
    });
    // "Ann Hill of Rome, Georgia says"
    let place = is_place(view, subject.first);
    match name {
        Some(name)
            if place
                && subject.end == subject.first + 1
                && name > view.first
                && view.kind(name) == Some(ItemKind::Name)
                && view.kind(name - 1) == Some(ItemKind::Preposition) =>
        {
            chain(view, name, SubjectPlace::Across)
        }
        Some(name) if apposition && view.kind(name) == Some(ItemKind::Name) && name == view.first => {
            Subject { first: name, end: name + 1, place: SubjectPlace::Across }
        }
        _ => subject,
    }
}

/// The phrase follows a verb: the subject of its clause (*said Lee failed*), or its object (*an aide
/// advising Lee said*).
fn object_or_subject(view: &View<'_>, subject: Subject) -> Subject {
    let verb = subject.first - 1;
    let Some(group) = view.group(verb) else { return subject };
    let takes_clause = group.grades.bare > 0;
    let relative =
        matches!(view.kind_before(skip_back(view, verb)), Some(ItemKind::Relative | ItemKind::That));
    // "critics of allowing Lee in said"
    let of_doing = group.form == Form::Gerund
        && group.grades.bare < 2
        && view.kind_before(verb) == Some(ItemKind::Preposition);
    if takes_clause && !relative && !of_doing {
        return subject;
    }
    over_clause(view, verb).unwrap_or(subject)
}

/// The phrase follows a preposition that no noun governs: *the man who spoke to Lee said*.
fn after_preposition(view: &View<'_>, subject: Subject, rows: &[Row]) -> Subject {
    let mut at = subject.first - 1;
    let mut steps = 0;
    // "Lee backs the toll and in a statement called it fair"
    if view.kind_before(at) == Some(ItemKind::Coordinator) {
        return shared(rows, Level::Main).unwrap_or(subject);
    }
    if opens_time(view, at) {
        return subject;
    }
    // "who in the past has said"
    if view.kind_before(at) == Some(ItemKind::Relative) {
        return one(at - 1, SubjectPlace::Before);
    }
    while at > view.first && steps < FARTHEST {
        at -= 1;
        steps += 1;
        match view.kind(at) {
            Some(ItemKind::Verb) => {
                // "who has in the past described": an auxiliary whose verb comes later
                let auxiliary = || {
                    view.has(at, Classes::HAVE)
                        && view.item(at).is_some_and(|item| item.end == item.start + 1)
                };
                if view.group(at).is_some_and(|group| group.bare_auxiliary || group.copular) || auxiliary() {
                    let own = rows
                        .iter()
                        .rev()
                        .take(FARTHEST)
                        .find(|row| row.item() == at)
                        .and_then(|row| row.surface);
                    return own.unwrap_or(subject);
                }
                let outer = over_clause(view, at).or_else(|| contact(view, at));
                // "the man who met Lee and smiled at Ray said"
                return outer.or_else(|| before_relative(view, at)).unwrap_or(subject);
            }
            Some(
                ItemKind::Comma
                | ItemKind::That
                | ItemKind::Subordinator
                | ItemKind::Colon
                | ItemKind::Semicolon,
            ) => break,
            _ => {}
        }
    }
    subject
}

/// *people I have spoken with*: the phrase before a clause without *who* whose verb is item `verb`.
fn contact(view: &View<'_>, verb: usize) -> Option<Subject> {
    let subject = verb.checked_sub(1).filter(|at| *at > view.first && view.is_subject_phrase(*at))?;
    let last = subject - 1;
    let adjacent = view.kind(subject) == Some(ItemKind::Pronoun) && view.is_subject_phrase(last);
    adjacent.then(|| chain(view, last, SubjectPlace::Across))
}

/// *the men surveyed said*, *a man who did not want to be named said*: the phrase before the clause that ends
/// with the verb at item `verb`.
fn after_clause(view: &View<'_>, verb: usize) -> Option<Subject> {
    let reduced = view.has(verb, Classes::VERB_PARTICIPLE) && !view.has(verb, Classes::AUXILIARY);
    if reduced && verb > view.first && view.is_subject_phrase(verb - 1) {
        return Some(chain(view, verb - 1, SubjectPlace::Across));
    }
    before_relative(view, verb)
}

/// The phrase before the relative clause that ends at item `end`, with no comma in it.
fn before_relative(view: &View<'_>, end: usize) -> Option<Subject> {
    let clause = (view.first..end).rev().take(FARTHEST);
    let clause = clause.take_while(|at| !matches!(view.kind(*at), Some(ItemKind::Comma | ItemKind::Quoted)));
    let relative = clause
        .filter(|at| {
            view.kind(*at) == Some(ItemKind::Relative) && *at > view.first && view.is_subject_phrase(at - 1)
        })
        .last()?;
    Some(chain(view, relative - 1, SubjectPlace::Across))
}

/// The noun phrase before a relative or participle clause whose verb is at `verb`.
fn over_clause(view: &View<'_>, verb: usize) -> Option<Subject> {
    let at = skip_back(view, verb);
    let group = view.group(verb)?;
    match view.kind_before(at)? {
        ItemKind::Relative | ItemKind::That => {
            let before = at - 1;
            let last = before.checked_sub(1).filter(|last| *last >= view.first)?;
            // "friends of Lee's who"
            let subject = chain(view, last, SubjectPlace::Across);
            let whole = subject.first < last && view.is_noun_phrase(last);
            (view.is_subject_phrase(last) || whole).then_some(subject)
        }
        kind if kind.is_noun_phrase()
            && matches!(group.form, Form::Gerund | Form::Participle | Form::Infinitive) =>
        {
            Some(chain(view, at - 1, SubjectPlace::Across))
        }
        // "the people interviewed for this article worry": two finite verbs need a joint
        kind if kind.is_noun_phrase()
            && view.is_subject_phrase(at - 1)
            && group.form == Form::Finite
            && group.grades.bare == 0
            && view.has(verb, Classes::VERB_PARTICIPLE)
            && !view.has(verb, Classes::AUXILIARY) =>
        {
            Some(chain(view, at - 1, SubjectPlace::Across))
        }
        // "critics of allowing Lee in said"
        ItemKind::Preposition
            if group.form == Form::Gerund && at >= view.first + 2 && view.is_subject_phrase(at - 2) =>
        {
            Some(chain(view, at - 2, SubjectPlace::Across))
        }
        // "sources close to Lee said", with an adjective read as a verb
        kind if kind.is_noun_phrase()
            && view.is_subject_phrase(at - 1)
            && group.grades.best() == 0
            && view.has(verb, Classes::ADJECTIVE) =>
        {
            Some(chain(view, at - 1, SubjectPlace::Across))
        }
        // "an aide who declined to name Lee said": over the infinitive to its own verb
        ItemKind::Verb if matches!(group.form, Form::Infinitive | Form::Gerund) => over_clause(view, at - 1),
        _ => None,
    }
}

/// A comma stands before the verb: the phrase before an apposition, relative clause or the like. Going
/// back from comma to comma, a phrase that fills its stretch from the comma before it is a candidate; one
/// inside a relative clause or after a preposition is not; an apposition gives way to what it stands beside.
fn across(view: &View<'_>, comma: usize) -> Option<Subject> {
    let mut close = comma;
    let mut found: Option<Subject> = None;
    for _ in 0..MOST_COMMAS {
        let Some(open) = previous_comma(view, close) else { break };
        if open + 1 < close && !is_insert(view, open + 1, close) {
            break;
        }
        if view.kind(open) == Some(ItemKind::Quoted) {
            close = open;
            continue;
        }
        let mut last = open.checked_sub(1).filter(|at| *at >= view.first);
        // "Lee (Ohio), the mayor, said"
        if let Some(at) = last.filter(|at| view.kind(*at) == Some(ItemKind::CloseBracket)) {
            last = open_bracket(view, at)?.checked_sub(1).filter(|at| *at >= view.first);
        }
        // "which — as Lee noted — promises"
        if let Some(at) = last.filter(|at| view.kind(*at) == Some(ItemKind::Relative)) {
            return Some(one(at, SubjectPlace::Before));
        }
        // "Lee himself, who …, said"
        if let Some(at) = last.filter(|at| *at > view.first && view.has(*at, Classes::REFLEXIVE)) {
            last = Some(at - 1);
        }
        if let Some(last) = last.filter(|last| view.is_subject_phrase(*last)) {
            let subject = chain(view, last, SubjectPlace::Across);
            // "who is now a fellow at the Fund"
            let mut before = subject.first;
            while matches!(view.kind_before(before), Some(ItemKind::Adverb | ItemKind::Time))
                && before > view.first + 1
            {
                before -= 1;
            }
            let before =
                if view.kind_before(before) == Some(ItemKind::Verb) { before } else { subject.first };
            match view.kind_before(before) {
                // "In the Post, and in print, Lee, a lawyer, said": somebody is not given up for what stands apart
                Some(ItemKind::Comma | ItemKind::Dash)
                    if found.is_some_and(|found: Subject| {
                        found.first != open + 1
                            && is_somebody(view, found.first)
                            && !is_place(view, found.first)
                    }) => {}
                Some(ItemKind::Comma | ItemKind::Dash) => found = Some(subject),
                // "A man who still backs Ray, a lawyer, said", with a verb read as a noun
                Some(kind) if kind.is_noun_phrase() && after_relative(view, subject.first) => {
                    return before_relative(view, subject.first);
                }
                // "Lee, whose shop, Ray's, sells books, said"
                Some(ItemKind::Relative) if view.has(subject.first - 1, Classes::POSSESSIVE) => {}
                // "As Lee, the mayor, put it", "after a man in Rome, Ohio, told"
                Some(ItemKind::Preposition)
                    if view.has(subject.first - 1, Classes::SUBORDINATOR)
                        && view.word(subject.first - 1) != view.lexicon.known.for_
                        && is_somebody(view, subject.first) =>
                {
                    return Some(subject);
                }
                // "State Rep. Lee, the mayor, said": what cannot be a clause's verb there
                Some(ItemKind::Verb)
                    if matches!(view.kind_before(subject.first - 1), None | Some(ItemKind::Coordinator))
                        && !view.has(subject.first - 1, Classes::VERB_ING) =>
                {
                    return Some(subject);
                }
                // "In a statement, …", "He met Lee, …", "now 81 and living in Rome": no subject
                Some(ItemKind::Preposition | ItemKind::Verb) => {}
                // at the start of its clause: nothing farther left can be meant
                _ => return Some(subject),
            }
        }
        close = open;
    }
    found
}

/// Whether a relative clause stands before item `at`, with no comma between.
fn after_relative(view: &View<'_>, at: usize) -> bool {
    let before = (view.first..at).rev().take(FARTHEST);
    before
        .take_while(|at| !matches!(view.kind(*at), Some(ItemKind::Comma | ItemKind::Dash)))
        .any(|at| view.kind(at) == Some(ItemKind::Relative))
}

/// *The report of the board, shows*; *Lee (Ohio), said*: the comma is one too many.
fn loose(view: &View<'_>, comma: usize) -> Option<Subject> {
    let mut last = comma.checked_sub(1).filter(|last| *last >= view.first)?;
    if view.kind(last) == Some(ItemKind::CloseBracket) {
        last = open_bracket(view, last)?.checked_sub(1).filter(|last| *last >= view.first)?;
    }
    let subject = view.is_subject_phrase(last).then(|| chain(view, last, SubjectPlace::Across))?;
    (subject.first == view.first && view.kind(last) != Some(ItemKind::Time)).then_some(subject)
}

fn previous_comma(view: &View<'_>, before: usize) -> Option<usize> {
    let mut at = before;
    let mut steps = 0;
    while at > view.first && steps < FARTHEST {
        at -= 1;
        steps += 1;
        match view.kind(at) {
            Some(ItemKind::Comma | ItemKind::Dash) => return Some(at),
            Some(ItemKind::Semicolon | ItemKind::Colon) => return None,
            // a title inside an apposition is passed over, a quotation that opens the sentence is not
            Some(ItemKind::Quoted) if at == view.first => return None,
            // "on the show “Dry Land,” who", with the comma inside the marks
            Some(ItemKind::Quoted) if extent::ends_in_comma(view, at) => return Some(at),
            _ => {}
        }
    }
    None
}

/// Whether the items between two commas can stand between subject and verb.
fn is_insert(view: &View<'_>, from: usize, to: usize) -> bool {
    match view.kind(from) {
        Some(
            ItemKind::Relative
            | ItemKind::That
            | ItemKind::Quoted
            | ItemKind::Preposition
            | ItemKind::AccordingTo
            | ItemKind::Subordinator
            | ItemKind::Adverb
            | ItemKind::Time
            | ItemKind::Adjective
            | ItemKind::Coordinator,
        ) => true,
        // "The letter, sent to Lee and kept, called": what can be a participle is one there
        Some(ItemKind::Verb) => view.group(from).is_some_and(|group| {
            group.form != Form::Finite
                || view.has(from, Classes::VERB_PARTICIPLE) && !view.has(from, Classes::AUXILIARY)
        }),
        Some(kind) if kind.is_noun_phrase() => {
            // an apposition has no verb of its own but in a relative clause
            let clause = (from..to).find(|at| {
                matches!(view.kind(*at), Some(ItemKind::Relative | ItemKind::That))
                    || view.group(*at).is_some_and(|group| group.form == Form::Finite)
            });
            clause.is_none_or(|at| view.kind(at) != Some(ItemKind::Verb))
        }
        _ => false,
    }
}

/// *said Lee*, after a quotation, a comma or at the start.
fn inverted(view: &View<'_>, verb: usize, group: &VerbGroup) -> Option<Subject> {
    if group.form != Form::Finite || group.passive || group.grades.best() == 0 {
        return None;
    }
    // after a quotation or at the start; after another comma only a verb that tags speech without marks
    let tag = match view.kind_before(verb) {
        Some(ItemKind::Comma) if view.kind_before(verb - 1) != Some(ItemKind::Quoted) => {
            group.grades.parenthetical >= 2
        }
        Some(kind) if kind.is_noun_phrase() => false,
        _ => true,
    };
    if !tag {
        return None;
    }
    let mut at = verb + 1;
    while view.kind(at) == Some(ItemKind::Adverb) {
        at += 1;
    }
    // "put it"
    if !view.is_subject_phrase(at) || view.word(at) == view.lexicon.known.it {
        return None;
    }
    let end = forward_chain(view, at);
    // "…, said rates would fall": the phrase is the subject of what is said
    let comma = view.kind_before(verb) == Some(ItemKind::Comma)
        && view.kind_before(verb - 1) != Some(ItemKind::Quoted);
    let clause = view.group(end).is_some_and(|next| next.form == Form::Finite);
    if comma && clause && group.grades.bare >= 2 {
        return None;
    }
    Some(Subject { first: at, end, place: SubjectPlace::Inverted })
}

/// The end of the noun phrase that begins at `first`, with *of*-phrases and joined names.
pub(super) fn forward_chain(view: &View<'_>, first: usize) -> usize {
    let known = &view.lexicon.known;
    let mut end = first + 1;
    let mut governs = view.kind(first) != Some(ItemKind::Name);
    loop {
        match view.kind(end) {
            Some(ItemKind::Preposition) if governs && view.is_noun_phrase(end + 1) => {
                let word = view.word(end);
                let document = view.item(end - 1).is_some_and(|item| item.features.has(Features::DOCUMENT));
                let inside = [known.of, known.for_, known.from, known.at].contains(&word)
                    || document && word == known.by;
                if !inside {
                    return end;
                }
                end += 2;
            }
            Some(ItemKind::Coordinator) if view.word(end) == known.and && view.is_noun_phrase(end + 1) => {
                if view.kind(end + 2) == Some(ItemKind::Verb) {
                    return end;
                }
                governs = view.kind(end + 1) != Some(ItemKind::Name);
                end += 2;
            }
            _ => return end,
        }
    }
}

/// *by Lee* after a passive.
pub(super) fn agent(view: &View<'_>, verb: usize, group: &VerbGroup) -> Option<Subject> {
    if !group.passive {
        return None;
    }
    let known = &view.lexicon.known;
    for at in verb + 1..verb + 8 {
        match view.kind(at)? {
            ItemKind::Preposition if view.word(at) == known.by => {
                return view.is_noun_phrase(at + 1).then(|| Subject {
                    first: at + 1,
                    end: forward_chain(view, at + 1),
                    place: SubjectPlace::Agent,
                });
            }
            // "was called “a shame” by Lee"
            ItemKind::Quoted if view.word(at + 1) == known.by => {}
            ItemKind::Verb | ItemKind::Comma | ItemKind::That | ItemKind::Quoted | ItemKind::Stop => {
                return None;
            }
            _ => {}
        }
    }
    None
}

/// *to say*: the object of the verb before (*asked Lee to say*), else its subject.
fn infinitive(view: &View<'_>, verb: usize, rows: &[Row]) -> Option<Subject> {
    let last = rows.last()?;
    let governor = last.item();
    let object = governor + 1;
    let near = object < verb && view.is_noun_phrase(object) && !last.group.passive;
    if near && verb - object <= 3 && last.group.grades.infinitive > 0 {
        return Some(chain(view, verb - 1, SubjectPlace::Before))
            .filter(|subject| subject.first > governor)
            .or(last.subject);
    }
    // "the result led her to say": what has no will makes somebody speak
    if near && view.is_noun_phrase(verb - 1) && is_somebody_or_pronoun(view, object) && drives(view, last) {
        return Some(Subject { first: object, end: verb, place: SubjectPlace::Before });
    }
    last.surface.map(|subject| Subject { place: SubjectPlace::Shared, ..subject })
}

fn is_somebody_or_pronoun(view: &View<'_>, at: usize) -> bool {
    is_somebody(view, at)
        || view.kind(at) == Some(ItemKind::Pronoun)
            && (!view.has(at, Classes::DETERMINER) || view.has(at, Classes::PLURAL))
}

/// Whether a thing does what the row tells, so that an infinitive after its object is the object's.
fn drives(view: &View<'_>, row: &Row) -> bool {
    let known = &view.lexicon.known;
    row.surface.is_some_and(|subject| {
        let first = match view.kind(subject.first) {
            // "a win that led her to say"
            Some(ItemKind::Relative | ItemKind::That) if subject.first > view.first => {
                let before = subject.first - 1;
                if view.kind(before) == Some(ItemKind::Comma) {
                    return true;
                };
                before
            }
            _ => subject.first,
        };
        let paper = view.item(first).is_some_and(|item| {
            item.features.has(Features::DOCUMENT.with(Features::CUE)) && !item.features.has(Features::PERSON)
        });
        is_thing(view, first)
            || paper
            || view.kind(first) == Some(ItemKind::That)
            || view.word(first) == known.it
            || view.kind(first) == Some(ItemKind::Pronoun) && view.has(first, Classes::DETERMINER)
    })
}

fn gerund(view: &View<'_>, verb: usize, rows: &[Row], parent: Option<usize>) -> Option<Subject> {
    let at = skip_back(view, verb);
    match view.kind_before(at) {
        Some(kind) if kind.is_noun_phrase() && view.is_subject_phrase(at - 1) => {
            let phrase = chain(view, at - 1, SubjectPlace::Before);
            if speaks_itself(view, rows, phrase) {
                return Some(phrase);
            }
            shared(rows, Level::Here(parent)).or(Some(phrase))
        }
        // "told of a theme that carried him by urging"
        Some(ItemKind::Preposition)
            if rows.last().and_then(|row| row.surface).is_some_and(|subject| {
                view.kind(subject.first) == Some(ItemKind::That) && subject.place == SubjectPlace::Across
            }) =>
        {
            shared(rows, Level::Main)
        }
        Some(ItemKind::Verb | ItemKind::Preposition | ItemKind::Subordinator) if !rows.is_empty() => rows
            .last()
            .and_then(|row| row.surface)
            .map(|subject| Subject { place: SubjectPlace::Shared, ..subject }),
        _ if rows.is_empty() => beside_comma(view, at).or_else(|| fronted(view, verb)),
        Some(ItemKind::Coordinator) => joined(rows, parent).or_else(|| shared(rows, Level::Main)),
        _ => speaking(view, rows).or_else(|| shared(rows, Level::Main)),
    }
}

/// *Lee, citing the storm, said*: the phrase that opens the clause.
fn beside_comma(view: &View<'_>, at: usize) -> Option<Subject> {
    let last = at.checked_sub(2).filter(|last| *last >= view.first && view.is_subject_phrase(*last))?;
    if view.kind(at - 1) != Some(ItemKind::Comma) {
        return None;
    }
    let phrase = chain(view, last, SubjectPlace::Across);
    (phrase.first == view.first).then_some(phrase)
}

/// Whether the phrase right before a gerund does it: *heard Lee saying*, not *issued a statement saying*.
fn speaks_itself(view: &View<'_>, rows: &[Row], phrase: Subject) -> bool {
    let Some(item) = view.item(phrase.first) else { return false };
    let known = &view.lexicon.known;
    let somebody = matches!(item.kind, ItemKind::Name | ItemKind::Pronoun)
        || item.features.has(Features::PERSON.with(Features::SIGN));
    match view.kind_before(phrase.first) {
        // "…, with the party saying"
        Some(ItemKind::Preposition) if view.word(phrase.first - 1) == known.with => {
            matches!(view.kind_before(phrase.first - 1), Some(ItemKind::Comma | ItemKind::Dash))
                || is_somebody(view, phrase.first)
        }
        // "wrote to the members saying"
        Some(ItemKind::Verb)
            if rows.last().is_some_and(|row| {
                row.item() + 1 == phrase.first && row.group.grades.prepositions.takes_hearer()
            }) =>
        {
            false
        }
        // "after the paper's letter telling him", "went to ads praising him"
        Some(ItemKind::Preposition) if !somebody && item.kind == ItemKind::Nominal => {
            let apart =
                [known.to, known.for_, known.from, known.about, known.after, known.before, known.despite];
            apart.contains(&view.word(phrase.first - 1))
        }
        // "there were mails showing"
        Some(ItemKind::Verb) if view.group(phrase.first - 1).is_some_and(|group| group.copular) => true,
        // things do not speak where somebody does something with them; signs do
        _ => somebody,
    }
}

/// *Lee spoke, calling it A and adding B*: the subject of the gerund that a second one is joined to.
fn joined(rows: &[Row], parent: Option<usize>) -> Option<Subject> {
    let parent = parent.map(|parent| parent as u32);
    let gerund = |row: &&Row| row.group.form == Form::Gerund && row.parent == parent;
    let first = rows.iter().rev().take(FARTHEST).find(gerund)?;
    first.surface.map(|subject| Subject { place: SubjectPlace::Shared, ..subject })
}

/// *The trouble began when fans booed, shouting …*: of two clauses the one whose subject can speak.
fn speaking(view: &View<'_>, rows: &[Row]) -> Option<Subject> {
    let main = shared(rows, Level::Main)?;
    let last = rows.iter().rev().take(FARTHEST).find(|row| row.group.form == Form::Finite)?.surface?;
    let thing = view.item(main.first).is_some_and(|item| {
        item.kind == ItemKind::Phrase && !item.features.has(Features::PLURAL.with(Features::CUE))
    });
    let speaks = view.item(last.first).is_some_and(|item| {
        matches!(item.kind, ItemKind::Name | ItemKind::Nominal) || item.kind == ItemKind::Pronoun
    });
    (thing && speaks).then_some(Subject { place: SubjectPlace::Shared, ..last })
}

/// *Since announcing the plan, Lee has …*: the subject of the clause after the comma.
fn fronted(view: &View<'_>, verb: usize) -> Option<Subject> {
    let comma = (verb + 1..verb + 30).find(|at| {
        let comma = match view.kind(*at) {
            Some(ItemKind::Comma) => true,
            Some(ItemKind::Quoted) => extent::ends_in_comma(view, *at),
            _ => false,
        };
        comma && extent::clause_at(view, at + 1)
    })?;
    let first = comma + 1;
    Some(Subject { first, end: forward_chain(view, first), place: SubjectPlace::Shared })
}

/// *the plan called …*: the phrase before a participle.
fn reduced(view: &View<'_>, verb: usize) -> Option<Subject> {
    let at = skip_back(view, verb);
    let last = at.checked_sub(1).filter(|last| *last >= view.first)?;
    let item = view.item(last)?;
    (view.is_subject_phrase(last) && !item.features.has(Features::HEADLESS))
        .then(|| chain(view, last, SubjectPlace::Before))
}
