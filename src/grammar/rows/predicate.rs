//! A row of the table of a sentence: a predicate, which is a verb group with its subject and complement.

use crate::grammar::items::VerbGroup;

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

impl Subject {
    /// The item `at` alone.
    pub(super) fn one(at: usize, place: SubjectPlace) -> Self {
        Self { first: at, end: at + 1, place }
    }
}

/// How far back a clause is read, so that a sentence without end costs no more than its length.
pub(super) const FARTHEST: usize = 60;

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
    /// What follows a preposition that the verb asks for: *talked about the plan*.
    About,
}

impl ComplementKind {
    /// Whether verbs can stand in it that are reported with it.
    pub(crate) const fn holds_clause(self) -> bool {
        !matches!(self, Self::None | Self::Quotation)
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

/// A verb group with what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Predicate {
    pub(crate) group: VerbGroup,
    pub(crate) subject: Option<Subject>,
    /// The grammatical subject, where that is another than who does it: *Lee* in *Lee was told by Ray*.
    pub(crate) grammatical_subject: Option<Subject>,
    pub(crate) complement: Complement,
    /// It stands in a relative clause or one with *as, when, if*.
    pub(crate) subordinate: bool,
    /// The row whose complement this one stands in, counted from the sentence's first.
    pub(crate) parent: Option<u32>,
}

impl Predicate {
    pub(crate) fn item(&self) -> usize {
        self.group.item as usize
    }

    /// Whether somebody is named who does it.
    pub(crate) fn has_subject(&self) -> bool {
        self.subject.is_some()
    }

    /// How strongly the verb reports with the complement that it has here.
    pub(crate) fn grade(&self) -> u8 {
        let grades = self.group.grades;
        match self.complement.kind {
            ComplementKind::That => grades.that,
            ComplementKind::Bare => grades.bare,
            ComplementKind::Infinitive => grades.infinitive,
            ComplementKind::Wh => grades.wh,
            ComplementKind::Object => grades.object,
            ComplementKind::About => grades.prepositions.best(),
            ComplementKind::Quotation => grades.quote,
            ComplementKind::None => grades.parenthetical,
        }
    }
}
