//! How something was said: in words, in writing or in thought, held for so, denied or asked.

use crate::answer::manner::{Form, Manner, Mode, Stance};
use crate::grammar::items::{Features, ItemKind, VerbForm};
use crate::grammar::rows::{ComplementKind, Predicate, View};
use crate::lexicon::Tone;

/// What the verb of `row` tells of what it takes; `source` is the item of who says it.
pub(crate) fn of_row(view: &View<'_>, row: &Predicate, source: usize) -> Manner {
    let tone = row.group.grades.tone;
    let kind = row.complement.kind;
    let stance = match kind {
        ComplementKind::Infinitive => tone.stance_to,
        // "“No,” he disagreed": what stands in marks is what he holds
        ComplementKind::Quotation | ComplementKind::None => held(tone.stance),
        _ => tone.stance,
    };
    // "recommended waiting": a clause without a subject of its own
    let gerund = view.group(row.complement.start).is_some_and(|group| group.form == VerbForm::Gerund);
    let form = match kind {
        ComplementKind::Object | ComplementKind::About if gerund && !tone.judges => Form::Clause,
        ComplementKind::Object | ComplementKind::About if is_claim(view, row) => Form::Clause,
        ComplementKind::Object | ComplementKind::About => of_object(tone),
        ComplementKind::Infinitive if tone.mode == Mode::Thought => Form::Attitude,
        _ => Form::Clause,
    };
    Manner { mode: mode(view, tone, source), stance, form }
}

/// What the noun, adjective or phrase at token `cue` tells.
pub(crate) fn of_word(view: &View<'_>, cue: usize, source: usize, form: Form) -> Manner {
    let tone = view.tokens.get(cue).map_or(Tone::default(), |token| view.lexicon.tone(token.word));
    Manner { mode: mode(view, tone, source), stance: tone.stance, form }
}

/// Of a quotation with its cue at token `cue`, and its row where that is a verb.
pub(crate) fn of_quotation(
    view: &View<'_>,
    row: Option<&Predicate>,
    cue: Option<u32>,
    source: usize,
) -> Manner {
    match (row, cue) {
        (Some(row), _) => of_row(view, row, source),
        (None, Some(cue)) => {
            let manner = of_word(view, cue as usize, source, Form::Clause);
            Manner { stance: held(manner.stance), ..manner }
        }
        (None, None) => Manner { mode: mode(view, Tone::default(), source), ..Manner::default() },
    }
}

/// Of a line of a novel with a tag.
pub(crate) fn of_line(tone: Tone) -> Manner {
    Manner { mode: tone.mode, stance: held(tone.stance), form: Form::Clause }
}

/// Whether the verb only judges what it takes, or speaks of it.
pub(super) fn of_object(tone: Tone) -> Form {
    if tone.judges { Form::Attitude } else { Form::Topic }
}

/// What somebody says in words of his own is not what he denies or doubts.
fn held(stance: Stance) -> Stance {
    if matches!(stance, Stance::Rejected | Stance::Doubted) { Stance::Asserted } else { stance }
}

/// A document shows, whatever its verb.
fn mode(view: &View<'_>, tone: Tone, source: usize) -> Mode {
    let document = view.item(source).is_some_and(|item| {
        item.features.has(Features::DOCUMENT)
            && !item.features.has(Features::PERSON.with(Features::ORGANISATION))
    });
    if document && tone.mode != Mode::Thought { Mode::Shown } else { tone.mode }
}

/// *called the plan a farce, described it as bad, accused Lee of theft*: of the object something is claimed.
fn is_claim(view: &View<'_>, row: &Predicate) -> bool {
    let (group, complement) = (&row.group, row.complement);
    if !group.grades.tone.claims {
        return false;
    }
    let known = &view.lexicon.known;
    let governs = |at: usize| {
        view.kind(at) == Some(ItemKind::Preposition)
            && group.grades.prepositions.grade(known, view.word(at)) > 0
    };
    has_predicate(view, complement.start, complement.end)
        || (complement.start + 1..complement.end).any(governs)
}

/// *the plan a farce, the state of the road bad, it as a reason*: whether something is said of the phrase at `first`,
/// before `end`; nothing is in *the office to ask for a price* and *the man we spoke to*.
pub(super) fn has_predicate(view: &View<'_>, first: usize, end: usize) -> bool {
    let is_aim = |at: usize| view.group(at).is_some_and(|group| group.form == VerbForm::Infinitive);
    let before_aim = (first + 1..end).take_while(|at| !is_aim(*at));
    before_aim.filter(|at| !(at + 1 < end && view.is_finite(at + 1))).any(|at| {
        let of_phrase = view.is_noun_phrase(at - 1) || view.kind(at - 1) == Some(ItemKind::Adverb);
        of_phrase
            && view.kind(at).is_some_and(|kind| {
                kind.is_noun_phrase()
                    || matches!(kind, ItemKind::Adjective | ItemKind::Quoted)
                    || view.word(at) == view.lexicon.known.as_
            })
    })
}
