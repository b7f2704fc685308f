//! Why a result came about: what the engine saw of each sentence, and what every rule said.
//!
//! ```
//! let text = "“Rates will fall,” Ana Ruiz said.";
//! let explanation = whosaid::Attributor::new().explain(text);
//! let sentence = &explanation.sentences()[0];
//! assert_eq!(sentence.line(), "QNS.");
//! for item in sentence.items() {
//!     println!("{} {}: {}", item.letter(), item.name(), &text[item.span()]);
//! }
//! for trial in sentence.quoted()[0].trials().iter().filter(|trial| trial.source().is_some()) {
//!     println!("{}: {}", trial.rule(), trial.rule().about());
//! }
//! ```

mod complement;
mod weighed;

use crate::answer::rule::Rule;
use crate::attribution::content::Draft;
use crate::attribution::trace::{Trace, Tried};
use crate::base::span::Span;
use crate::dialogue;
use crate::grammar::block::Block;
use crate::grammar::items::{Sentence, letter, letter_name, line};
use crate::grammar::rows::Predicate;

pub use complement::{Complement, ComplementKind};
pub use weighed::{Points, Weighed};

/// What the engine saw in a text, sentence by sentence.
///
/// ```
/// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
/// assert_eq!(explanation.sentences()[0].line(), "QSN.");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Explanation {
    pub(crate) sentences: Vec<ExplainedSentence>,
}

impl Explanation {
    /// Sets in what the rules said of the quoted spans of the last sentence.
    pub(crate) fn trace(&mut self, traces: impl Iterator<Item = Trace>) {
        if let Some(last) = self.sentences.last_mut() {
            last.quoted.extend(traces.map(ExplainedQuoted::from));
        }
    }

    /// Sets what was weighed for each quoted span into the sentence in which it begins; `told` has what a rule of
    /// the caller's own reads of the answer at a place.
    pub(crate) fn weigh<'d>(
        &mut self,
        answers: &[dialogue::Answer],
        told: impl Fn(usize) -> Option<&'d Draft>,
    ) {
        for (place, answer) in answers.iter().enumerate() {
            let told = told(place);
            let sentences = &mut self.sentences;
            let after = sentences.partition_point(|sentence| sentence.span.start() <= answer.span.start());
            let Some(sentence) = after.checked_sub(1).and_then(|place| sentences.get_mut(place)) else {
                continue;
            };
            let place = sentence.quoted.iter().position(|quoted| quoted.span.start() == answer.span.start());
            let place = place.unwrap_or_else(|| {
                sentence.quoted.push(ExplainedQuoted::from(Trace { span: answer.span, ..Trace::default() }));
                sentence.quoted.len() - 1
            });
            let quoted = &mut sentence.quoted[place];
            let by_answer = || answer.speech.then(|| Rule::of(answer.reason.rule()));
            quoted.rule = told.map(|draft| draft.rule.clone()).or_else(by_answer);
            let source = told.and_then(|draft| draft.source).map(|source| source.span());
            quoted.source = source.or_else(|| answer.source.map(|(span, _)| span));
            quoted.weighed = answer.weighed.iter().map(Weighed::from).collect();
        }
    }

    /// The sentences in the order of the text.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
    /// assert_eq!(explanation.sentences().len(), 1);
    /// ```
    #[must_use]
    pub fn sentences(&self) -> &[ExplainedSentence] {
        &self.sentences
    }
}

/// A sentence as the rules see it.
///
/// ```
/// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
/// let sentence = &explanation.sentences()[0];
/// println!("{}: {} quoted spans", sentence.line(), sentence.quoted().len());
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ExplainedSentence {
    pub(crate) span: Span,
    pub(crate) line: String,
    pub(crate) items: Vec<ExplainedItem>,
    pub(crate) verbs: Vec<ExplainedVerb>,
    pub(crate) quoted: Vec<ExplainedQuoted>,
}

impl ExplainedSentence {
    /// The sentence with its verbs; its quoted spans are set in as they are read.
    pub(crate) fn of(block: &Block, sentence: &Sentence, rows: &[Predicate]) -> Self {
        Self {
            span: block.item_span(sentence.first as usize, sentence.end as usize),
            line: line(sentence, &block.chunks),
            items: sentence.items().map(|at| ExplainedItem::of(block, at)).collect(),
            verbs: rows.iter().map(|row| ExplainedVerb::of(block, row)).collect(),
            quoted: Vec::new(),
        }
    }

    /// Where it stands, in bytes.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
    /// let sentence = &explanation.sentences()[0];
    /// assert_eq!(sentence.span().start(), 0);
    /// ```
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
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
    /// let sentence = &explanation.sentences()[0];
    /// assert_eq!(sentence.line(), "QSN.");
    /// ```
    #[must_use]
    pub fn line(&self) -> &str {
        &self.line
    }

    /// The chunks whose letters make the [`line`](Self::line), in its order.
    ///
    /// ```
    /// let text = "“Rates will fall,” Ana Ruiz said.";
    /// let explanation = whosaid::Attributor::new().explain(text);
    /// let name = explanation.sentences()[0].items()[1];
    /// assert_eq!((name.letter(), name.name(), &text[name.span()]), ('N', "name", "Ana Ruiz"));
    /// ```
    #[must_use]
    pub fn items(&self) -> &[ExplainedItem] {
        &self.items
    }

    /// Its verb groups, each with what was read around it.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
    /// let sentence = &explanation.sentences()[0];
    /// assert_eq!(sentence.verbs().len(), 1);
    /// ```
    #[must_use]
    pub fn verbs(&self) -> &[ExplainedVerb] {
        &self.verbs
    }

    /// The quoted spans that stand in it.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
    /// let sentence = &explanation.sentences()[0];
    /// assert_eq!(sentence.quoted()[0].span().start(), 0);
    /// ```
    #[must_use]
    pub fn quoted(&self) -> &[ExplainedQuoted] {
        &self.quoted
    }
}

/// A chunk of a sentence.
///
/// ```
/// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
/// let sentence = &explanation.sentences()[0];
/// assert_eq!(sentence.items()[0].name(), "quoted");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ExplainedItem {
    span: Span,
    letter: char,
}

impl ExplainedItem {
    fn of(block: &Block, at: usize) -> Self {
        let letter = block.chunks.items.get(at).map_or(b'*', |item| letter(item, &block.chunks));
        Self { span: block.item_span(at, at + 1), letter: char::from(letter) }
    }

    /// Where it stands, in bytes.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("Ana Ruiz left.");
    /// assert_eq!(explanation.sentences()[0].items()[0].span().to_string(), "0..8");
    /// ```
    #[must_use]
    pub const fn span(self) -> Span {
        self.span
    }

    /// Its letter in the line.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("Ana Ruiz left.");
    /// assert_eq!(explanation.sentences()[0].items()[0].letter(), 'N');
    /// ```
    #[must_use]
    pub const fn letter(self) -> char {
        self.letter
    }

    /// What the letter means; empty for marks of punctuation, which stand for themselves.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("She said so.");
    /// assert_eq!(explanation.sentences()[0].items()[1].name(), "verb that reports");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        letter_name(self.letter)
    }
}

/// A verb group with its subject and what it takes.
///
/// ```
/// let explanation = whosaid::Attributor::new().explain("Ana Ruiz said that rates will fall.");
/// let verb = explanation.sentences()[0].verbs()[0];
/// assert!(verb.subject().is_some());
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ExplainedVerb {
    pub(crate) verb: Span,
    pub(crate) subject: Option<Span>,
    pub(crate) complement: Complement,
    pub(crate) grade: u8,
}

impl ExplainedVerb {
    fn of(block: &Block, row: &Predicate) -> Self {
        let complement = row.complement;
        let verb = block.item_span(row.item(), row.item() + 1);
        let reported = if complement.start < complement.end {
            block.item_span(complement.start, complement.end)
        } else {
            Span::new(verb.end(), verb.end())
        };
        Self {
            verb,
            subject: row.subject.map(|subject| block.item_span(subject.first, subject.end)),
            complement: Complement::new(complement.kind.into(), reported),
            grade: row.grade(),
        }
    }

    /// The group, in bytes.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("Ana Ruiz said that rates will fall.");
    /// let verb = explanation.sentences()[0].verbs()[0];
    /// assert_eq!(verb.verb().to_string(), "9..13");
    /// ```
    #[must_use]
    pub const fn verb(self) -> Span {
        self.verb
    }

    /// Who does it.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("Ana Ruiz said that rates will fall.");
    /// let verb = explanation.sentences()[0].verbs()[0];
    /// assert_eq!(verb.subject().unwrap().to_string(), "0..8");
    /// ```
    #[must_use]
    pub const fn subject(self) -> Option<Span> {
        self.subject
    }

    /// What the verb takes, *that-clause* and the like, and where that stands.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("Ana Ruiz said that rates will fall.");
    /// let verb = explanation.sentences()[0].verbs()[0];
    /// assert_eq!(verb.complement().kind().as_str(), "that-clause");
    /// ```
    #[must_use]
    pub const fn complement(self) -> Complement {
        self.complement
    }

    /// How surely the verb reports with such a complement, 0 to 3.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("Ana Ruiz said that rates will fall.");
    /// let verb = explanation.sentences()[0].verbs()[0];
    /// assert_eq!(verb.grade(), 3);
    /// ```
    #[must_use]
    pub const fn grade(self) -> u8 {
        self.grade
    }
}

/// How a quoted span was read.
///
/// ```
/// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
/// let quoted = &explanation.sentences()[0].quoted()[0];
/// assert_eq!(quoted.rule().unwrap().name(), "quoted-cue-source");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ExplainedQuoted {
    span: Span,
    trials: Vec<Trial>,
    rule: Option<Rule>,
    source: Option<Span>,
    weighed: Vec<Weighed>,
}

impl ExplainedQuoted {
    /// In fiction: the persons who were weighed for the line and what spoke for each of them, the speaker
    /// first. Empty in news, where [`trials`](Self::trials) tell what decided.
    ///
    /// ```
    /// use whosaid::{Attributor, Genre};
    /// let attributor = Attributor::builder().genre(Genre::Fiction).build();
    /// let explanation = attributor.explain("“Is it late?” asked Ann.\n\n“Past nine,” said Tom.\n\n“Then I go.”");
    /// let weighed = explanation.sentences()[2].quoted()[0].weighed();
    /// assert!(weighed[0].reasons().iter().any(|reason| reason.name() == "spoke two lines before"));
    /// assert_eq!(weighed.len(), 2);
    /// ```
    #[must_use]
    pub fn weighed(&self) -> &[Weighed] {
        &self.weighed
    }

    /// The quoted words with their marks, in bytes.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
    /// let quoted = &explanation.sentences()[0].quoted()[0];
    /// assert_eq!(quoted.span().start(), 0);
    /// ```
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// What each rule that looks at a single sentence says, in the order in which they are asked. The first
    /// that [answers](Trial::source) decides; where none does, the sentences before may.
    ///
    /// ```
    /// let text = "“Rates will fall,” Ana Ruiz said.";
    /// let explanation = whosaid::Attributor::new().explain(text);
    /// let quoted = &explanation.sentences()[0].quoted()[0];
    /// let first = quoted.trials().iter().find(|trial| trial.source().is_some()).unwrap();
    /// assert_eq!(Some(first.rule()), quoted.rule());
    /// assert_eq!(&text[first.cue().unwrap()], "said");
    /// ```
    #[must_use]
    pub fn trials(&self) -> &[Trial] {
        &self.trials
    }

    /// The rule that decided, which may be one across sentences or one of the caller's own; `None` where the
    /// span is nobody's speech.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
    /// let quoted = &explanation.sentences()[0].quoted()[0];
    /// assert!(quoted.rule().is_some());
    /// ```
    #[must_use]
    pub const fn rule(&self) -> Option<&Rule> {
        self.rule.as_ref()
    }

    /// The source that was found.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
    /// let quoted = &explanation.sentences()[0].quoted()[0];
    /// assert!(quoted.source().is_some());
    /// ```
    #[must_use]
    pub const fn source(&self) -> Option<Span> {
        self.source
    }
}

impl From<Trace> for ExplainedQuoted {
    fn from(trace: Trace) -> Self {
        let trial = |tried: Tried| Trial {
            rule: tried.rule,
            asked: tried.asked,
            source: tried.source,
            cue: tried.cue,
        };
        let trials = trace.tried.into_iter().map(trial).collect();
        Self { span: trace.span, trials, rule: trace.rule, source: trace.source, weighed: Vec::new() }
    }
}

/// What one rule says of a quoted span.
///
/// ```
/// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
/// let quoted = &explanation.sentences()[0].quoted()[0];
/// let trial = quoted.trials().iter().find(|trial| trial.source().is_some()).unwrap();
/// assert_eq!(Some(trial.rule()), quoted.rule());
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Trial {
    rule: Rule,
    asked: bool,
    source: Option<Span>,
    cue: Option<Span>,
}

impl Trial {
    /// The rule.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
    /// let quoted = &explanation.sentences()[0].quoted()[0];
    /// let trial = quoted.trials().iter().find(|trial| trial.source().is_some()).unwrap();
    /// assert_eq!(trial.rule().name(), "quoted-cue-source");
    /// ```
    #[must_use]
    pub const fn rule(&self) -> &Rule {
        &self.rule
    }

    /// Whether the rule looks at such spans at all; some ask only where a comma, question mark or dash leads
    /// over to a tag.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
    /// let quoted = &explanation.sentences()[0].quoted()[0];
    /// let trial = quoted.trials().iter().find(|trial| trial.source().is_some()).unwrap();
    /// assert!(trial.is_asked());
    /// ```
    #[must_use]
    pub const fn is_asked(&self) -> bool {
        self.asked
    }

    /// The source that it would give, in bytes; `None` where it does not hold.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
    /// let quoted = &explanation.sentences()[0].quoted()[0];
    /// let trial = quoted.trials().iter().find(|trial| trial.source().is_some()).unwrap();
    /// assert_eq!(trial.source(), quoted.source());
    /// ```
    #[must_use]
    pub const fn source(&self) -> Option<Span> {
        self.source
    }

    /// The cue that it would give, in bytes.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” said Ana Ruiz.");
    /// let quoted = &explanation.sentences()[0].quoted()[0];
    /// let trial = quoted.trials().iter().find(|trial| trial.source().is_some()).unwrap();
    /// assert!(trial.cue().is_some());
    /// ```
    #[must_use]
    pub const fn cue(&self) -> Option<Span> {
        self.cue
    }
}
