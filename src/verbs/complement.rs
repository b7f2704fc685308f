//! What is said: the complement of a verb, and how far it reaches.

use crate::items::{Form, ItemKind, VerbGroup};

use super::{Subject, View};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ComplementKind {
    None,
    /// A quoted span right after the verb, or after a comma or colon.
    Quotation,
    That,
    /// A clause without *that*.
    Bare,
    Infinitive,
    Wh,
    Object,
}

impl ComplementKind {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::None => "nothing",
            Self::Quotation => "quotation",
            Self::That => "that-clause",
            Self::Bare => "bare clause",
            Self::Infinitive => "infinitive",
            Self::Wh => "wh-clause",
            Self::Object => "object",
        }
    }
}

/// The items of a complement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Complement {
    pub(crate) kind: ComplementKind,
    pub(crate) start: usize,
    /// The item after the last.
    pub(crate) end: usize,
}

/// How far ahead of a verb its complement is looked for.
const FARTHEST: usize = 14;
/// A complement of more items than this is cut, so that a sentence without end costs no more than its length.
const LONGEST: usize = 300;

pub(super) fn of(view: &View<'_>, group: &VerbGroup, subject: Option<Subject>) -> Complement {
    let verb = group.item as usize;
    let after = match subject {
        Some(subject) if subject.first > verb => subject.end,
        _ => verb + 1,
    };
    let (kind, start) = open(view, group, after);
    let end = if kind == ComplementKind::None { start } else { end(view, group, start) };
    Complement { kind, start, end }
}

/// Where the complement begins, and its kind.
fn open(view: &View<'_>, group: &VerbGroup, after: usize) -> (ComplementKind, usize) {
    let grades = group.grades;
    let mut object = None;
    let mut at = after;
    while at < view.end && at < after + FARTHEST {
        match view.kind(at) {
            Some(ItemKind::That) => return (ComplementKind::That, at),
            Some(ItemKind::Quoted) => return (ComplementKind::Quotation, at),
            Some(ItemKind::Subordinator) if object.is_none() || grades.wh > 0 => {
                return (ComplementKind::Wh, at);
            }
            Some(ItemKind::Verb) => {
                let infinitive = view.group(at).is_some_and(|group| group.form == Form::Infinitive);
                if infinitive {
                    return (ComplementKind::Infinitive, at);
                }
                break;
            }
            Some(ItemKind::Comma | ItemKind::Colon) => {
                if matches!(view.kind(at + 1), Some(ItemKind::Quoted)) {
                    return (ComplementKind::Quotation, at + 1);
                }
                // "said, however, that": a short insert between commas
                match closing_comma(view, at) {
                    Some(close) if view.kind(at) == Some(ItemKind::Comma) => at = close,
                    _ => break,
                }
            }
            Some(ItemKind::Adverb | ItemKind::Time) => {}
            Some(ItemKind::Preposition) => {
                if !view.is_noun_phrase(at + 1) && view.kind(at + 1) != Some(ItemKind::Time) {
                    if view.kind(at + 1) == Some(ItemKind::Quoted) {
                        return (ComplementKind::Quotation, at + 1);
                    }
                    break;
                }
                at += 1;
            }
            Some(ItemKind::Adjective) => {}
            Some(kind) if kind.is_noun_phrase() => {
                if grades.bare > 0 && opens_clause(view, at) {
                    return (ComplementKind::Bare, at);
                }
                if object.is_some() {
                    break;
                }
                object = Some(at);
            }
            _ => break,
        }
        at += 1;
    }
    match object {
        Some(object) => (ComplementKind::Object, object),
        None => (ComplementKind::None, after),
    }
}

/// The comma that closes a short insert opened at `open`.
fn closing_comma(view: &View<'_>, open: usize) -> Option<usize> {
    (open + 1..open + 6).find(|at| view.kind(*at) == Some(ItemKind::Comma)).filter(|close| {
        (open + 1..*close).all(|at| {
            matches!(
                view.kind(at),
                Some(
                    ItemKind::Adverb
                        | ItemKind::Time
                        | ItemKind::Preposition
                        | ItemKind::Phrase
                        | ItemKind::Name
                        | ItemKind::Nominal
                )
            )
        })
    })
}

/// Whether the noun phrase at `at` is the subject of a finite verb that follows.
fn opens_clause(view: &View<'_>, at: usize) -> bool {
    if !view.is_subject_phrase(at) {
        return false;
    }
    let mut next = at + 1;
    let mut commas = 0;
    while next < view.end && next < at + FARTHEST {
        match view.kind(next) {
            Some(ItemKind::Verb) => {
                return view.group(next).is_some_and(|group| matches!(group.form, Form::Finite | Form::Base));
            }
            Some(
                ItemKind::Preposition
                | ItemKind::Adverb
                | ItemKind::Time
                | ItemKind::Coordinator
                | ItemKind::OpenBracket
                | ItemKind::CloseBracket,
            ) => {}
            Some(ItemKind::Comma) if commas < 2 => commas += 1,
            Some(ItemKind::Relative) => return true,
            Some(kind) if kind.is_noun_phrase() => {
                // two noun phrases side by side: the second may open the clause ("told Ann Lee lied")
                let joined = matches!(
                    view.kind(next - 1),
                    Some(
                        ItemKind::Preposition
                            | ItemKind::Coordinator
                            | ItemKind::Comma
                            | ItemKind::OpenBracket
                    )
                );
                if !joined {
                    return false;
                }
            }
            _ => return false,
        }
        next += 1;
    }
    false
}

/// How far the complement that begins at `start` reaches.
fn end(view: &View<'_>, group: &VerbGroup, start: usize) -> usize {
    let mut depth = 0usize;
    let mut at = start;
    let limit = view.end.min(start + LONGEST);
    while at < limit {
        match view.kind(at) {
            Some(ItemKind::OpenBracket) => depth += 1,
            Some(ItemKind::CloseBracket) if depth == 0 => return at,
            Some(ItemKind::CloseBracket) => depth -= 1,
            Some(ItemKind::Stop) if at + 1 >= view.end => return at,
            Some(ItemKind::Semicolon) if depth == 0 => return at,
            Some(ItemKind::Comma | ItemKind::Coordinator | ItemKind::Dash)
                if depth == 0 && at > start && leaves(view, group, at) =>
            {
                return at;
            }
            _ => {}
        }
        at += 1;
    }
    limit
}

/// Whether the comma or coordinator at `at` ends what is reported: *said A and added B*, *said A, adding
/// B*, *…, Lee said*, *…, according to Lee*.
fn leaves(view: &View<'_>, group: &VerbGroup, at: usize) -> bool {
    let comma = view.kind(at) == Some(ItemKind::Comma);
    let mut next = at + 1;
    if comma && view.kind(next) == Some(ItemKind::Coordinator) {
        next += 1;
    }
    while view.kind(next) == Some(ItemKind::Adverb) {
        next += 1;
    }
    match view.kind(next) {
        Some(ItemKind::AccordingTo) => comma,
        Some(ItemKind::Verb) => {
            let Some(other) = view.group(next) else { return false };
            let reports = other.grades.quote.max(other.grades.that) >= 2;
            let coordinated = view.kind(next - 1) == Some(ItemKind::Coordinator)
                || view.kind(at) == Some(ItemKind::Coordinator);
            match other.form {
                Form::Gerund => comma && reports,
                // "…, and added B"; "Lee, who wants A, said" goes back to the outer clause
                Form::Finite if coordinated => reports && group.form == Form::Finite,
                Form::Finite => comma && reports,
                _ => false,
            }
        }
        // ", he said" at the end or between two halves
        Some(kind) if comma && kind.is_noun_phrase() => tag_follows(view, next),
        _ => false,
    }
}

/// Whether subject and reporting verb with nothing after them stand at `at`: a tag.
fn tag_follows(view: &View<'_>, at: usize) -> bool {
    let verb = (at + 1..at + 8).find(|next| view.kind(*next) == Some(ItemKind::Verb));
    verb.and_then(|verb| view.group(verb)).is_some_and(|group| {
        let end = group.item as usize + 1;
        group.form == Form::Finite
            && group.grades.parenthetical > 0
            && matches!(view.kind(end), Some(ItemKind::Comma | ItemKind::Stop) | None)
    })
}
