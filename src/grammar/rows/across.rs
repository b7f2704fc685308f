//! Over what stands between a subject and its verb: appositions, relative clauses, brackets.

use crate::grammar::items::{Features, ItemKind, VerbForm};
use crate::lexicon::Classes;

use super::clause::is_relative;
use super::insertion::{is_insert, opening_comma, skip_back};
use super::phrase::{chain, is_nominative, is_place, is_somebody, opens_time};
use super::predicate::{FARTHEST, Predicate, Subject, SubjectPlace};
use super::shared::{Level, shared};
use super::view::View;

/// More commas than this between subject and verb are not read.
const MOST_COMMAS: usize = 5;

/// More clauses than this on a subject are not gone out of.
const MOST_CLAUSES: usize = 4;

/// *Voters who have come, on foot or by car, said*: whom the relative word means, where only it was found.
pub(super) fn over_relative(view: &View<'_>, subject: Subject) -> Subject {
    let relative = subject.first;
    let before = relative.checked_sub(1).filter(|at| *at >= view.first);
    let Some(before) = before.filter(|_| is_relative(view, subject)) else { return subject };
    let comma = view.kind(before) == Some(ItemKind::Comma);
    let last = if comma { before.checked_sub(1) } else { Some(before) };
    let Some(last) = last.filter(|last| *last >= view.first && view.is_subject_phrase(*last)) else {
        return subject;
    };
    let phrase = chain(view, last, SubjectPlace::Across);
    // "The owner, a nurse who left, …, said"
    let outer = match view.kind_before(phrase.first) {
        Some(ItemKind::Comma) => across(view, phrase.first - 1),
        _ => None,
    };
    outer.unwrap_or(phrase)
}

/// A noun phrase stands right before the verb. It is the subject unless it is the object of a verb or
/// preposition inside a clause on the subject: *the man who met Lee said*.
pub(super) fn phrase_before(view: &View<'_>, last: usize, rows: &[Predicate]) -> Option<Subject> {
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
    let verbs = (outer.end..subject.first).filter(|at| view.is_finite(*at)).count();
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
    // "when she left he began": no object has this form
    if is_nominative(view, subject.first) {
        return subject;
    }
    let takes_clause = group.grades.bare > 0;
    let relative =
        matches!(view.kind_before(skip_back(view, verb)), Some(ItemKind::Relative | ItemKind::That));
    // "critics of allowing Lee in said"
    let of_doing = group.form == VerbForm::Gerund
        && group.grades.bare < 2
        && view.kind_before(verb) == Some(ItemKind::Preposition);
    if takes_clause && !relative && !of_doing {
        return subject;
    }
    over_clause(view, verb).unwrap_or(subject)
}

/// The phrase follows a preposition that no noun governs: *the man who spoke to Lee said*.
fn after_preposition(view: &View<'_>, subject: Subject, rows: &[Predicate]) -> Subject {
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
        return Subject::one(at - 1, SubjectPlace::Before);
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
                        .and_then(|row| row.grammatical_subject);
                    return own.unwrap_or(subject);
                }
                let outer =
                    over_clause(view, at).or_else(|| contact(view, at)).or_else(|| gathered(view, at));
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

/// *the men gathered in the hall said*: the phrase before what can be a participle at item `verb`, which has
/// something else than a clause after it.
fn gathered(view: &View<'_>, verb: usize) -> Option<Subject> {
    let last = verb.checked_sub(1).filter(|last| *last >= view.first && view.is_subject_phrase(*last))?;
    let group = view.group(verb).filter(|group| group.form == VerbForm::Finite && group.grades.quote < 2)?;
    let main = view.tokens.get(group.main as usize)?;
    let subject = chain(view, last, SubjectPlace::Across);
    (main.has(Classes::VERB_PARTICIPLE)
        && !view.has(verb, Classes::AUXILIARY)
        && view.kind(last) != Some(ItemKind::Pronoun)
        && subject.first == view.first)
        .then_some(subject)
}

/// *people I have spoken with*: the phrase before a clause without *who* whose verb is item `verb`.
pub(super) fn contact(view: &View<'_>, verb: usize) -> Option<Subject> {
    let subject = verb.checked_sub(1).filter(|at| *at > view.first && view.is_subject_phrase(*at))?;
    let last = subject - 1;
    let adjacent = view.kind(subject) == Some(ItemKind::Pronoun) && view.is_subject_phrase(last);
    adjacent.then(|| chain(view, last, SubjectPlace::Across))
}

/// The same where its last item is `last`, a verb or the preposition after it.
fn contact_before(view: &View<'_>, last: usize) -> Option<Subject> {
    let verb = match view.kind(last)? {
        ItemKind::Verb => last,
        ItemKind::Preposition if view.kind_before(last) == Some(ItemKind::Verb) => last - 1,
        _ => return None,
    };
    contact(view, verb).filter(|subject| subject.first == view.first)
}

/// *the men surveyed said*, *a man who did not want to be named said*: the phrase before the clause that ends
/// with the verb at item `verb`.
pub(super) fn after_clause(view: &View<'_>, verb: usize) -> Option<Subject> {
    let reduced = view.has(verb, Classes::VERB_PARTICIPLE) && !view.has(verb, Classes::AUXILIARY);
    if reduced && verb > view.first && view.is_subject_phrase(verb - 1) {
        return Some(chain(view, verb - 1, SubjectPlace::Across));
    }
    before_relative(view, verb)
}

/// The phrase before the relative clause that ends at item `end`, with no comma in it.
pub(super) fn before_relative(view: &View<'_>, end: usize) -> Option<Subject> {
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
pub(super) fn over_clause(view: &View<'_>, verb: usize) -> Option<Subject> {
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
            && matches!(group.form, VerbForm::Gerund | VerbForm::Participle | VerbForm::Infinitive) =>
        {
            Some(chain(view, at - 1, SubjectPlace::Across))
        }
        // "the people interviewed for this article worry": two finite verbs need a joint
        kind if kind.is_noun_phrase()
            && view.is_subject_phrase(at - 1)
            && group.form == VerbForm::Finite
            && group.grades.bare == 0
            && view.has(verb, Classes::VERB_PARTICIPLE)
            && !view.has(verb, Classes::AUXILIARY) =>
        {
            Some(chain(view, at - 1, SubjectPlace::Across))
        }
        // "critics of allowing Lee in said"
        ItemKind::Preposition
            if group.form == VerbForm::Gerund && at >= view.first + 2 && view.is_subject_phrase(at - 2) =>
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
        ItemKind::Verb if matches!(group.form, VerbForm::Infinitive | VerbForm::Gerund) => {
            over_clause(view, at - 1)
        }
        _ => None,
    }
}

/// A comma stands before the verb: the phrase before an apposition, relative clause or the like. Going
/// back from comma to comma, a phrase that fills its stretch from the comma before it is a candidate; one
/// inside a relative clause or after a preposition is not; an apposition gives way to what it stands beside.
pub(super) fn across(view: &View<'_>, comma: usize) -> Option<Subject> {
    let mut close = comma;
    let mut found: Option<Subject> = None;
    // "Lee (D., Ohio), said": the commas inside of the brackets part nothing
    if view.kind_before(comma) == Some(ItemKind::CloseBracket) {
        let open = view.open_bracket(comma - 1)?;
        let last = open
            .checked_sub(1)
            .filter(|last| *last >= view.first && view.kind(*last) == Some(ItemKind::Name));
        if let Some(last) = last.filter(|last| *last == view.first) {
            return Some(chain(view, last, SubjectPlace::Across));
        }
    }
    for _ in 0..MOST_COMMAS {
        let Some(open) = opening_comma(view, close) else { break };
        if open + 1 < close && !is_insert(view, open + 1, close) {
            break;
        }
        if view.kind(open) != Some(ItemKind::Quoted) {
            match left_of(view, open, found) {
                Left::Answer(answer) => return answer,
                Left::Candidate(subject) => found = Some(subject),
                Left::Nothing => {}
            }
        }
        close = open;
    }
    found
}

/// What stands left of a comma.
enum Left {
    /// Nothing farther left can be the subject.
    Answer(Option<Subject>),
    Candidate(Subject),
    Nothing,
}

/// What stands left of the comma at item `open`, where `found` is the candidate so far.
fn left_of(view: &View<'_>, open: usize, found: Option<Subject>) -> Left {
    let mut last = open.checked_sub(1).filter(|at| *at >= view.first);
    // "Lee (Ohio), the mayor, said"
    if let Some(at) = last.filter(|at| view.kind(*at) == Some(ItemKind::CloseBracket)) {
        let Some(bracket) = view.open_bracket(at) else { return Left::Answer(None) };
        last = bracket.checked_sub(1).filter(|at| *at >= view.first);
    }
    // "which — as Lee noted — promises"
    if let Some(at) = last.filter(|at| view.kind(*at) == Some(ItemKind::Relative)) {
        return Left::Answer(Some(Subject::one(at, SubjectPlace::Before)));
    }
    // "The man I was talking to, Tim Hill, said"
    if let Some(outer) = last.and_then(|at| contact_before(view, at)) {
        return Left::Answer(Some(outer));
    }
    // "Lee himself, who …, said"
    if let Some(at) = last.filter(|at| *at > view.first && view.has(*at, Classes::REFLEXIVE)) {
        last = Some(at - 1);
    }
    match last.filter(|last| view.is_subject_phrase(*last)) {
        Some(last) => weigh(view, chain(view, last, SubjectPlace::Across), open, found),
        None => Left::Nothing,
    }
}

/// Whether the phrase left of the comma at item `open` is the subject, by what stands before it.
fn weigh(view: &View<'_>, subject: Subject, open: usize, found: Option<Subject>) -> Left {
    let opens = |outer: Subject| {
        outer.first == view.first || view.kind_before(outer.first) == Some(ItemKind::Coordinator)
    };
    // "who is now a fellow at the Fund"
    let mut before = subject.first;
    while matches!(view.kind_before(before), Some(ItemKind::Adverb | ItemKind::Time))
        && before > view.first + 1
    {
        before -= 1;
    }
    let before = if view.kind_before(before) == Some(ItemKind::Verb) { before } else { subject.first };
    match view.kind_before(before) {
        // "In the Post, and in print, Lee, a lawyer, said": somebody is not given up for what stands apart
        Some(ItemKind::Comma | ItemKind::Dash)
            if found.is_some_and(|found: Subject| {
                found.first != open + 1 && is_somebody(view, found.first) && !is_place(view, found.first)
            }) =>
        {
            Left::Nothing
        }
        Some(ItemKind::Comma | ItemKind::Dash) => Left::Candidate(subject),
        // "A man who still backs Ray, a lawyer, said", with a verb read as a noun
        Some(kind) if kind.is_noun_phrase() && after_relative(view, subject.first) => {
            Left::Answer(before_relative(view, subject.first))
        }
        // "Lee, whose shop, Ray's, sells books, said"
        Some(ItemKind::Relative) if view.has(subject.first - 1, Classes::POSSESSIVE) => Left::Nothing,
        // "As Lee, the mayor, put it", "after a man in Rome, Ohio, told"
        Some(ItemKind::Preposition)
            if view.has(subject.first - 1, Classes::SUBORDINATOR)
                && view.word(subject.first - 1) != view.lexicon.known.for_
                && is_somebody(view, subject.first) =>
        {
            Left::Answer(Some(subject))
        }
        // "State Rep. Lee, the mayor, said": what cannot be a clause's verb there
        Some(ItemKind::Verb)
            if matches!(view.kind_before(subject.first - 1), None | Some(ItemKind::Coordinator))
                && !view.has(subject.first - 1, Classes::VERB_ING) =>
        {
            Left::Answer(Some(subject))
        }
        // "The head of a fund backing Lee, Ray Cole, said"
        Some(ItemKind::Verb)
            if view.group(before - 1).is_some_and(|group| {
                group.form == VerbForm::Gerund && over_clause(view, before - 1).is_some_and(opens)
            }) =>
        {
            Left::Answer(over_clause(view, before - 1))
        }
        // "In a statement, …", "He met Lee, …", "now 81 and living in Rome": no subject
        Some(ItemKind::Preposition | ItemKind::Verb) => Left::Nothing,
        // at the start of its clause: nothing farther left can be meant
        _ => Left::Answer(Some(subject)),
    }
}

/// Whether a relative clause stands before item `at`, with no comma between.
fn after_relative(view: &View<'_>, at: usize) -> bool {
    let before = (view.first..at).rev().take(FARTHEST);
    before
        .take_while(|at| !matches!(view.kind(*at), Some(ItemKind::Comma | ItemKind::Dash)))
        .any(|at| view.kind(at) == Some(ItemKind::Relative))
}

/// *The report of the board, shows*; *Lee (Ohio), said*: the comma is one too many.
pub(super) fn loose(view: &View<'_>, comma: usize) -> Option<Subject> {
    let mut last = comma.checked_sub(1).filter(|last| *last >= view.first)?;
    let brackets = view.kind(last) == Some(ItemKind::CloseBracket);
    if brackets {
        last = view.open_bracket(last)?.checked_sub(1).filter(|last| *last >= view.first)?;
    }
    let subject = view.is_subject_phrase(last).then(|| chain(view, last, SubjectPlace::Across))?;
    // "In a speech, Lee (Ohio), said"
    let set_off = || {
        brackets
            && is_somebody(view, subject.first)
            && view.kind_before(subject.first) == Some(ItemKind::Comma)
    };
    let opens = subject.first == view.first || set_off();
    (opens && view.kind(last) != Some(ItemKind::Time)).then_some(subject)
}
