//! Why a result came about.

use crate::span::Span;

/// What the engine saw in a text, sentence by sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    pub(crate) sentences: Vec<ExplainedSentence>,
}

impl Explanation {
    /// The sentences in the order of the text.
    #[must_use]
    pub fn sentences(&self) -> &[ExplainedSentence] {
        &self.sentences
    }
}

/// A sentence as the rules see it.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplainedSentence {
    pub(crate) span: Span,
    pub(crate) line: String,
    pub(crate) verbs: Vec<ExplainedVerb>,
    pub(crate) quoted: Vec<ExplainedQuoted>,
}

impl ExplainedSentence {
    /// Where it stands, in bytes.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The item line: a letter for each chunk. `Q` is a quoted span, `N` a name, `D` a person, body or
    /// document by noun, `X` another noun phrase, `P` a pronoun, `W` *who* or *which*, `T` *that*, `S` a
    /// verb that reports (`G` as *-ing* form, `I` as infinitive, `U` as participle), `V` another verb
    /// (`g`, `i`, `u`), `B` a form of *be*, `A` *according to*, `K` a preposition, `M` a time, `R` an
    /// adverb, `J` an adjective, `C` *and*, `H` *if, because, what*, `*` anything else; punctuation marks
    /// stand for themselves.
    #[must_use]
    pub fn line(&self) -> &str {
        &self.line
    }

    /// Its verb groups, each with what was read around it.
    #[must_use]
    pub fn verbs(&self) -> &[ExplainedVerb] {
        &self.verbs
    }

    /// The quoted spans that stand in it.
    #[must_use]
    pub fn quoted(&self) -> &[ExplainedQuoted] {
        &self.quoted
    }
}

/// A verb group with its subject and what it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExplainedVerb {
    pub(crate) verb: Span,
    pub(crate) subject: Option<Span>,
    pub(crate) complement: (&'static str, Span),
    pub(crate) grade: u8,
}

impl ExplainedVerb {
    /// The group, in bytes.
    #[must_use]
    pub const fn verb(self) -> Span {
        self.verb
    }

    /// Who does it.
    #[must_use]
    pub const fn subject(self) -> Option<Span> {
        self.subject
    }

    /// What the verb takes, *that-clause* and the like, and where that stands.
    #[must_use]
    pub const fn complement(self) -> (&'static str, Span) {
        self.complement
    }

    /// How surely the verb reports with such a complement, 0 to 3.
    #[must_use]
    pub const fn grade(self) -> u8 {
        self.grade
    }
}

/// How a quoted span was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplainedQuoted {
    pub(crate) span: Span,
    pub(crate) tried: Vec<(&'static str, bool)>,
    pub(crate) source: Option<Span>,
}

impl ExplainedQuoted {
    /// The quoted words with their marks, in bytes.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The rules that were tried, in order, and whether each held; the one that held decided.
    #[must_use]
    pub fn tried(&self) -> &[(&'static str, bool)] {
        &self.tried
    }

    /// The source that was found.
    #[must_use]
    pub const fn source(&self) -> Option<Span> {
        self.source
    }
}
