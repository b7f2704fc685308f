//! The rows of a sentence, verb by verb.

use crate::grammar::items::{Chunks, ItemKind, Sentence, VerbForm, VerbGroup};
use crate::lexicon::{Classes, Lexicon};
use crate::text::lex::Token;

use super::predicate::{Complement, ComplementKind, Predicate};
use super::view::View;
use super::{clause, complement, status, subject};

/// Which rows of a sentence are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Those on which an answer can hang, which most verbs are not.
    OfCues,
    /// All with their subjects, and what those take that may report.
    Subjects,
    /// All with all that they take: people look at them, or a caller's own rules.
    All,
}

/// A sentence of no more items can be a tag by itself, if it has no other verb.
const SHORT: usize = 8;

impl Wanted {
    /// The same for one sentence: a quoted span, a noun that reports and a colon ask for what stands around them,
    /// whatever it is.
    fn of(self, sentence: &Sentence) -> Self {
        let holds = sentence.holds;
        let all = holds.has(ItemKind::Quoted)
            || holds.has_cue_noun()
            || holds.has(ItemKind::Colon)
            || sentence.items().len() <= SHORT;
        if all { Self::All } else { self }
    }
}

/// Whether the verb may report, or an adjective that it brings.
fn may_report(view: &View<'_>, group: &VerbGroup) -> bool {
    let adjective = || {
        let main = view.tokens.get(group.main as usize);
        main.is_some_and(|main| main.has(Classes::ADJECTIVE_CUE))
    };
    group.grades.are_any()
        || group.grades.prepositions.heads_phrase()
        || group.copular && view.holds.has(ItemKind::Adjective)
        || adjective()
}

/// The verb groups of a sentence that are wanted.
fn verbs_of<'c>(chunks: &'c Chunks, view: &View<'_>, sentence: &Sentence, wanted: Wanted) -> &'c [VerbGroup] {
    let verbs = chunks.verbs.get(sentence.first_verb as usize..).unwrap_or_default();
    // the later pieces of a long sentence have their first verb farther on
    let piece = verbs.first().is_some_and(|group| group.item < sentence.first);
    let from = if piece { verbs.partition_point(|group| group.item < sentence.first) } else { 0 };
    let verbs = &verbs[from..];
    // nothing hangs on the verbs after the last that may report
    let own = verbs.iter().take_while(|group| group.item < sentence.end);
    let count = match wanted {
        Wanted::All | Wanted::Subjects => own.count(),
        Wanted::OfCues => {
            let cues = own.enumerate().filter(|(_, group)| may_report(view, group));
            cues.last().map_or(0, |(place, _)| place + 1)
        }
    };
    &verbs[..count]
}

/// Makes `rows` those of a sentence.
#[cfg(feature = "stages")]
pub(crate) fn read(
    chunks: &Chunks,
    tokens: &[Token],
    sentence: &Sentence,
    lexicon: &Lexicon,
    wanted: Wanted,
    rows: &mut Vec<Predicate>,
) {
    rows.clear();
    append(chunks, tokens, sentence, lexicon, wanted, rows);
}

/// Appends the rows of a sentence to `rows`.
pub(crate) fn append(
    chunks: &Chunks,
    tokens: &[Token],
    sentence: &Sentence,
    lexicon: &Lexicon,
    wanted: Wanted,
    rows: &mut Vec<Predicate>,
) {
    let view = View::of(chunks, tokens, sentence, lexicon);
    let first = rows.len();
    let mut open = None;
    let wanted = wanted.of(sentence);
    for group in verbs_of(chunks, &view, sentence, wanted) {
        let (mut group, at) = (*group, group.item as usize);
        // a verb's form inside of a phrase: "make it clear"
        let within = |last: &Predicate| last.group.main < group.main && group.main < last.group.cue_end;
        if rows[first..].last().is_some_and(within) {
            continue;
        }
        if group.grades.prepositions.heads_phrase() {
            let behind = group.main as usize + 1;
            let following = tokens[behind..].iter().map(|token| (token.word, token.classes));
            if let Some((phrase, taken)) = lexicon.phrase(tokens[behind - 1].word, following) {
                group.grades = phrase.grades;
                group.cue_end = (behind + taken) as u32;
            }
        }
        if subject::follows_object(&view, at, &group) {
            group.form = VerbForm::Participle;
            group.passive = true;
        }
        let own = &rows[first..];
        let parent = clause::parent(own, &mut open, at);
        let grammatical_subject = subject::grammatical_subject(&view, at, &group, own, parent);
        group.status = status::of(&view, &group, grammatical_subject, parent.is_none());
        status::shift(&mut group, &mut rows[first..]);
        let group = &group;
        let subject = subject::agent(&view, at, group).or(grammatical_subject);
        // a verb that cannot report is somebody else's subject at most
        let complement = if wanted == Wanted::All || group.grades.are_any() {
            complement::of(&view, group, subject)
        } else {
            Complement { kind: ComplementKind::None, start: at + 1, end: at + 1 }
        };
        let parent = parent.map(|parent| parent as u32);
        let subordinate = clause::is_subordinate(&view, at, grammatical_subject);
        rows.push(Predicate { group: *group, subject, grammatical_subject, complement, subordinate, parent });
        clause::enter(&rows[first..], &mut open);
    }
}
