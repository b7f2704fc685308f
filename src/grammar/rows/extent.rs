//! How far a complement reaches: to the end of its sentence, unless something leads out of it before.

use crate::grammar::items::{ItemKind, Kinds, VerbForm, VerbGroup};
use crate::lexicon::Classes;
use crate::text::lex::TokenKind;

use super::clause::is_relative;
use super::predicate::{Subject, SubjectPlace};
use super::view::View;

/// A complement of more items than this is cut, so that a sentence without end costs no more than its length.
pub(super) const LONGEST: usize = 300;
/// How far a clause is read for its verb.
pub(super) const FARTHEST: usize = 14;

/// How far the verb after a relative clause is looked for.
const LONGEST_RELATIVE: usize = 26;

/// How the clause of a verb stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Main,
    /// *While Lee says A, B*: a clause of its own must follow.
    Fronted,
    /// *Lee, who says A, did B*; *Lee, saying A, did B*: the verb of the outer clause must follow.
    Inserted,
}

/// The end of the clause that begins at `start` and that the verb of `group` reports.
pub(crate) fn of_clause(view: &View<'_>, group: &VerbGroup, subject: Option<Subject>, start: usize) -> usize {
    let standing = standing(view, group, subject);
    let limit = view.end.min(start + LONGEST);
    let mut depth = 0usize;
    let mut dashes = 0usize;
    let mut at = start;
    while at < limit {
        match view.kind(at) {
            None => return at,
            Some(ItemKind::OpenBracket) => depth += 1,
            Some(ItemKind::CloseBracket) if depth == 0 => return at,
            Some(ItemKind::CloseBracket) => depth -= 1,
            Some(ItemKind::Stop) if at + 1 >= view.end => return at,
            Some(ItemKind::Semicolon) if depth == 0 => return at,
            Some(ItemKind::Dash) if depth == 0 => {
                // a pair of dashes holds an insert, a single one leads out
                dashes += 1;
                let alone = dashes % 2 == 1
                    && !(at + 1..limit.min(at + 40)).any(|at| view.kind(at) == Some(ItemKind::Dash));
                if alone || at > start && leaves(view, group, standing, at) {
                    return at;
                }
            }
            // “the ‘old days,’ saying”: the comma stands inside the marks
            Some(ItemKind::Quoted) if depth == 0 && view.ends_in_comma(at) => {
                if leaves(view, group, standing, at) || another_clause(view, at + 1) {
                    return at + 1;
                }
            }
            // "Lee, who says it is late stayed": two verbs side by side
            Some(ItemKind::Verb) if standing == Standing::Inserted && depth == 0 && at > start => {
                let finite =
                    |at| view.group(at).is_some_and(|group: &VerbGroup| group.form == VerbForm::Finite);
                if finite(at) && finite(at - 1) {
                    return at;
                }
            }
            Some(ItemKind::Comma | ItemKind::Coordinator) if depth == 0 && at > start => {
                if leaves(view, group, standing, at) {
                    return at;
                }
            }
            _ => {}
        }
        at += 1;
    }
    limit
}

fn standing(view: &View<'_>, group: &VerbGroup, subject: Option<Subject>) -> Standing {
    let verb = group.item as usize;
    let first = match subject {
        Some(subject) if subject.first < verb && group.form == VerbForm::Finite => {
            let whom = view.kind_before(subject.first) == Some(ItemKind::Relative);
            if whom || is_relative(view, subject) {
                return Standing::Inserted;
            }
            subject.first
        }
        _ => verb,
    };
    // "Although in May she said A, B", "Where he used to boast A, B"
    if opens_subordinate(view, first.min(verb)) {
        return Standing::Fronted;
    }
    match view.kind_before(first) {
        Some(ItemKind::Subordinator)
            if first - 1 == view.first
                || !view.has(first - 1, Classes::WH)
                || view.has(first - 1, Classes::SUBORDINATOR) =>
        {
            Standing::Fronted
        }
        Some(ItemKind::Subordinator | ItemKind::Preposition)
            if group.form == VerbForm::Gerund || first - 1 == view.first =>
        {
            Standing::Fronted
        }
        // "Saying A, Lee did B", "Asked whether A, Lee did B"
        None if group.form == VerbForm::Gerund
            || first == verb && subject.is_none_or(|subject| subject.place == SubjectPlace::Agent) =>
        {
            Standing::Fronted
        }
        _ if group.form == VerbForm::Gerund => Standing::Inserted,
        _ => Standing::Main,
    }
}

/// Whether the sentence opens with *although, while, where* and no comma stands before `at`.
fn opens_subordinate(view: &View<'_>, at: usize) -> bool {
    view.kind(view.first) == Some(ItemKind::Subordinator)
        && (!view.has(view.first, Classes::WH) || view.has(view.first, Classes::SUBORDINATOR))
        && at > view.first
        && at < view.first + FARTHEST
        && (view.first..at).all(|at| !matches!(view.kind(at), Some(ItemKind::Comma | ItemKind::Quoted)))
}

/// Whether the comma, dash or coordinator at `at` ends what is reported: *said A and added B*, *said A, adding
/// B*, *…, Lee said*, *…, according to Lee*.
fn leaves(view: &View<'_>, group: &VerbGroup, standing: Standing, at: usize) -> bool {
    let comma = view.kind(at) != Some(ItemKind::Coordinator);
    let mut next = at + 1;
    let joined = if comma && view.kind(next) == Some(ItemKind::Coordinator) {
        next += 1;
        Some(view.word(next - 1))
    } else {
        (!comma).then(|| view.word(at))
    };
    next = view.over_adverbs(next);
    match view.kind(next) {
        Some(ItemKind::AccordingTo) => comma,
        Some(ItemKind::Verb) => {
            view.group(next).is_some_and(|other| {
                // "noting A and adding B" are two reports
                let goes_on = joined.is_some() && other.form == group.form;
                leaves_with(other, comma && joined.is_none(), goes_on, standing)
            })
        }
        // but "said that, while some doubted it, …"
        Some(ItemKind::Subordinator) if comma && joined.is_none() => {
            view.kind_before(at) != Some(ItemKind::That) && contrasts(view, next)
        }
        // "Where Lee says A, on Tuesday he said B"
        Some(ItemKind::Preposition) if comma && joined.is_none() && standing == Standing::Fronted => {
            let place =
                |at: usize| view.kind(at).is_some_and(|kind| kind == ItemKind::Time || kind.is_noun_phrase());
            let time = usize::from(view.kind(next + 2) == Some(ItemKind::Time));
            place(next + 1) && clause_at(view, next + 2 + time)
        }
        // "saying A and Ray calling it B"
        Some(kind) if joined.is_some() && kind.is_noun_phrase() && gerund_reports(view, group, next + 1) => {
            true
        }
        // "…, to which Ray said"
        Some(ItemKind::Preposition) if comma && view.kind(next + 1) == Some(ItemKind::Relative) => {
            // "…, at which point Ray said"
            let to = view.word(next) == view.lexicon.known.to;
            let verb = if to { verb_of_clause(view, next + 2) } else { None };
            verb.or_else(|| verb_of_clause(view, next + 3))
                .and_then(|verb| view.group(verb))
                .is_some_and(|group| group.grades.quote >= 2)
        }
        Some(kind) if comma && kind.is_noun_phrase() => {
            if joined.is_none() && tag_follows(view, next) {
                return true;
            }
            match joined {
                Some(_) => reports_at(view, next),
                None => standing == Standing::Fronted && clause_at(view, next),
            }
        }
        _ => false,
    }
}

/// Whether the verb of `other` leads out of what is reported: it `goes_on` as the first did, or is set off by a
/// `comma` alone.
fn leaves_with(other: &VerbGroup, comma: bool, goes_on: bool, standing: Standing) -> bool {
    // "hoped that A and praised B"
    let reports = other.grades.quote.max(other.grades.that) >= 2 || other.grades.object >= 3;
    match other.form {
        VerbForm::Gerund => reports && (comma || goes_on),
        VerbForm::Finite => reports && (comma || goes_on) || comma && standing == Standing::Inserted,
        _ => false,
    }
}

/// *said the plan was “a swamp,” but Ray disagreed*: behind words that the marks close with a comma, a clause with a
/// subject of its own, joined at `at`, is the writer's; one about a pronoun may go on.
fn another_clause(view: &View<'_>, at: usize) -> bool {
    view.kind(at) == Some(ItemKind::Coordinator) && {
        let next = view.over_adverbs(at + 1);
        view.kind(next) != Some(ItemKind::Pronoun) && clause_at(view, next)
    }
}

/// *Lee saying A and Ray calling it B*: whether the second gerund stands at `at`.
fn gerund_reports(view: &View<'_>, group: &VerbGroup, at: usize) -> bool {
    group.form == VerbForm::Gerund
        && view.group(at).is_some_and(|other| {
            other.form == VerbForm::Gerund && other.grades.quote.max(other.grades.that) >= 2
        })
}

/// *…, while others doubted it*: the writer sets something against what was said.
fn contrasts(view: &View<'_>, at: usize) -> bool {
    let known = &view.lexicon.known;
    (view.word(at) == known.while_ || view.word(at) == known.although || view.word(at) == known.though)
        && clause_at(view, at + 1)
}

/// Whether the clause at `at` has a verb that reports a clause: *but she also insisted that*.
fn reports_at(view: &View<'_>, at: usize) -> bool {
    verb_of_clause(view, at).and_then(|verb| view.group(verb)).is_some_and(|group| {
        let at = group.item as usize + 1;
        let next = view.kind(at);
        let clause = group.grades.that >= 2
            && (next == Some(ItemKind::That)
                || group.grades.bare >= 2 && next.is_some_and(ItemKind::is_noun_phrase));
        // "and Ray vowed to stay", "and Ray vowed to “stay”"
        let to = view.group(at).is_some_and(|next| next.form == VerbForm::Infinitive)
            || view.word(at) == view.lexicon.known.to && view.kind(at + 1) == Some(ItemKind::Quoted);
        clause || group.grades.infinitive >= 3 && to
    })
}

/// Whether a noun phrase with a finite verb begins at `at`, nothing but what belongs to it between.
pub(crate) fn clause_at(view: &View<'_>, at: usize) -> bool {
    verb_of_clause(view, at).is_some()
}

/// Whether the time at `at` is the subject of a finite verb: *the season was over, two weeks of rain had*, but *said now
/// believes*.
pub(super) fn time_clause_at(view: &View<'_>, at: usize) -> bool {
    const NAMED: Classes = Classes::NOUN.with(Classes::WEEKDAY).with(Classes::MONTH);
    let head = view.item(at).and_then(|item| view.tokens.get(item.head as usize));
    head.is_some_and(|head| head.has(NAMED)) && verb_behind(view, at + 1).is_some()
}

/// The finite verb behind *of* phrases and adverbs at `at`.
fn verb_behind<'v>(view: &'v View<'_>, at: usize) -> Option<&'v VerbGroup> {
    let mut next = at;
    while next < at + FARTHEST {
        match view.kind(next) {
            Some(ItemKind::Verb) => return view.group(next).filter(|group| group.form == VerbForm::Finite),
            Some(ItemKind::Adverb) => next += 1,
            Some(ItemKind::Preposition) if view.is_noun_phrase(next + 1) => next += 2,
            _ => return None,
        }
    }
    None
}

/// Whether the gerund or infinitive at `at` is, with its object, the subject of a finite verb: *selling the mill was,
/// to win would be*.
pub(crate) fn verb_clause_at(view: &View<'_>, at: usize) -> bool {
    let object = usize::from(view.is_noun_phrase(at + 1));
    // "to get the road mended": the form may be a participle
    verb_behind(view, at + 1 + object).is_some_and(|verb| is_surely_finite(view, verb.item as usize))
}

/// Whether the finite verb at `at` can be no participle.
fn is_surely_finite(view: &View<'_>, at: usize) -> bool {
    view.has(at, Classes::AUXILIARY.with(Classes::VERB_S)) || !view.has(at, Classes::VERB_PARTICIPLE)
}

/// Whether the clause that *once, because, what* opens at `at` has its main clause behind it without a comma: *once
/// the rain stops the road will open, what matters is the road*.
pub(crate) fn holds_main_clause(view: &View<'_>, at: usize) -> bool {
    if amount(view, at).is_some_and(|counted| clause_at(view, counted)) {
        return true;
    }
    let inside = |at: &usize| {
        !matches!(
            view.kind(*at),
            None | Some(
                ItemKind::Comma
                    | ItemKind::That
                    | ItemKind::Relative
                    | ItemKind::Subordinator
                    | ItemKind::Coordinator
                    | ItemKind::Quoted
            )
        )
    };
    let finite = |at: &usize| view.group(*at).is_some_and(|group| group.form == VerbForm::Finite);
    let mut clause = (at + 1..at + FARTHEST).take_while(inside);
    let Some(verb) = clause.find(finite) else { return false };
    clause.find(|at| finite(at) && is_surely_finite(view, *at)).is_some_and(|second| {
        // "when she said it was late": the second clause hangs on the first
        let governed = view.group(verb).is_some_and(|verb| verb.grades.bare > 0 || verb.bare_auxiliary);
        !governed || second == verb + 1
    })
}

/// The same where it stands behind a verb of saying: a clause that may tell when something was said is none: *as, when,
/// after*.
pub(super) fn opens_main_clause(view: &View<'_>, at: usize) -> bool {
    let known = &view.lexicon.known;
    let when = view.has(at, Classes::WH) || [known.as_, known.while_, known.since].contains(&view.word(at));
    !when && holds_main_clause(view, at)
}

/// The noun phrase that is counted by the words at `at`, where they say how many: *about 40 people, at least 40, up to
/// 40, as many as 40*.
pub(super) fn amount(view: &View<'_>, at: usize) -> Option<usize> {
    let known = &view.lexicon.known;
    let counted = match view.kind(at)? {
        ItemKind::Preposition if view.has(at, Classes::FOCUS_NOUN) => {
            let to = view.word(at) == known.up && view.word(at + 1) == known.to;
            at + 1 + usize::from(to)
        }
        ItemKind::Subordinator | ItemKind::Preposition if view.word(at) == known.as_ => {
            let much = view.has(at + 1, Classes::DETERMINER);
            if much && view.word(at + 2) == known.as_ { at + 3 } else { return None }
        }
        // "no fewer than 40"
        _ if view.word(at + 1) == known.than => at + 2,
        _ => return None,
    };
    let tokens =
        view.item(counted).filter(|item| item.kind.is_noun_phrase()).map(|item| item.start as usize)?;
    let number = |token: usize| {
        view.tokens.get(token).is_some_and(|token| {
            token.kind == TokenKind::Number || token.has(Classes::NUMBER.with(Classes::FOCUS_NOUN))
        })
    };
    (number(tokens) || view.has(counted, Classes::INDEFINITE) && number(tokens + 1)).then_some(counted)
}

/// The same without commas between subject and verb.
pub(super) fn direct_clause_at(view: &View<'_>, at: usize) -> bool {
    verb_of_clause(view, at).is_some_and(|verb| (at..verb).all(|at| view.kind(at) != Some(ItemKind::Comma)))
}

/// What joins a noun phrase to the one before it.
const JOINTS: Kinds = Kinds::of([
    ItemKind::Preposition,
    ItemKind::Coordinator,
    ItemKind::Comma,
    ItemKind::Dash,
    ItemKind::Verb,
    ItemKind::OpenBracket,
    ItemKind::Subordinator,
]);

/// The verb of the clause whose subject begins at `at`.
fn verb_of_clause(view: &View<'_>, at: usize) -> Option<usize> {
    if !view.is_subject_phrase(at) && view.kind(at) != Some(ItemKind::That) {
        return None;
    }
    let mut next = at + 1;
    let mut commas = 0;
    let mut joined_by_and = false;
    while next < at + FARTHEST {
        match view.kind(next)? {
            ItemKind::Verb => {
                let finite = view
                    .group(next)
                    .is_some_and(|group| matches!(group.form, VerbForm::Finite | VerbForm::Base));
                let after_comma = matches!(view.kind(next - 1), Some(ItemKind::Coordinator))
                    || view.kind(next - 1) == Some(ItemKind::Comma) && commas % 2 == 1;
                // "his victory, Lee said": an apposition has its second comma
                let unclosed = commas == 1 && !joined_by_and && view.kind(next - 2) == Some(ItemKind::Comma);
                if finite {
                    return (!after_comma && !unclosed).then_some(next);
                }
                // "the Iranians released by the court were": a reduced relative clause
                view.group(next).filter(|group| {
                    matches!(group.form, VerbForm::Participle | VerbForm::Gerund | VerbForm::Infinitive)
                })?;
            }
            ItemKind::Preposition
            | ItemKind::Adverb
            | ItemKind::Time
            | ItemKind::OpenBracket
            | ItemKind::Dash
            | ItemKind::CloseBracket => {}
            ItemKind::Coordinator if !view.is_noun_phrase(next + 1) => return None,
            ItemKind::Coordinator => joined_by_and = true,
            ItemKind::Comma if commas < 2 && view.kind(next + 1) != Some(ItemKind::Coordinator) => {
                commas += 1
            }
            ItemKind::Relative => return relative_then_verb(view, next),
            // "more than 40 people were hurt"
            ItemKind::Subordinator if next == at + 1 && amount(view, at) == Some(next + 1) => {}
            kind if kind.is_noun_phrase() && view.kind_before(next).is_some_and(|kind| JOINTS.has(kind)) => {}
            _ => return None,
        }
        next += 1;
    }
    None
}

/// *the road that leads to it was shut*: whether the phrase at `at` is the subject of a clause over one with *that*.
pub(super) fn clause_over_that(view: &View<'_>, at: usize) -> bool {
    view.kind(at + 1) == Some(ItemKind::That)
        && view.kind(at + 2) == Some(ItemKind::Verb)
        && relative_then_verb(view, at + 1).is_some()
}

/// *the judges who ruled that said*: some finite verb after the relative clause's own.
fn relative_then_verb(view: &View<'_>, relative: usize) -> Option<usize> {
    let mut verbs = (relative + 1..relative + LONGEST_RELATIVE).filter(|at| view.is_finite(*at));
    let own = verbs.next()?;
    // "people who said the mill was shut": the next verb stands in what they said
    let reports = view.group(own).is_some_and(|own| own.grades.bare >= 2) && clause_at(view, own + 1);
    if reports { verbs.nth(1) } else { verbs.next() }
}

/// The clause that follows the subordinate one at `at` after a comma: *if elected, he would*.
pub(crate) fn main_clause_after(view: &View<'_>, at: usize) -> Option<usize> {
    view.find(at + 1..at + FARTHEST, Kinds::NONE, |_, kind| kind == ItemKind::Comma)
        .filter(|comma| clause_at(view, comma + 1))
        .map(|comma| comma + 1)
}

/// Whether subject and reporting verb with nothing after them stand at `at`: a tag.
fn tag_follows(view: &View<'_>, at: usize) -> bool {
    let verb = (at + 1..at + 8).find(|next| view.kind(*next) == Some(ItemKind::Verb));
    verb.and_then(|verb| view.group(verb)).is_some_and(|group| {
        let end = group.item as usize + 1;
        group.form == VerbForm::Finite
            && group.grades.parenthetical > 0
            && matches!(view.kind(end), Some(ItemKind::Comma | ItemKind::Stop | ItemKind::Dash) | None)
    })
}
