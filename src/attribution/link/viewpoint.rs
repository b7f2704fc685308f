//! Phrases that give words or a view to somebody: *in the words of Lee*, *in Lee's view*, *for Lee, …*.

use crate::answer::quote::CueStatus;
use crate::grammar::items::{Features, Item, ItemKind};
use crate::grammar::rows::View;
use crate::lexicon::Classes;

use super::answer::Answer;
use super::scene::Scene;

/// A phrase that says whose words or view its sentence gives.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Viewpoint {
    /// The items of the whole phrase.
    pub(crate) first: usize,
    pub(crate) end: usize,
    /// The items of the source. Where it is the possessor of the cue's noun, the noun phrase.
    pub(crate) source: (usize, usize),
    /// The tokens of the cue.
    pub(crate) cue: (u32, u32),
}

/// The phrase whose preposition is item `at`.
pub(crate) fn viewpoint(view: &View<'_>, at: usize) -> Option<Viewpoint> {
    let known = &view.lexicon.known;
    let preposition = view.item(at).filter(|item| item.kind == ItemKind::Preposition)?;
    let noun = view.item(at + 1)?;
    // "by her own account", "by Lee's estimate,": after a comma, since a passive has its agent so
    let word = view.word(at);
    let own = word == known.by && is_own(view, noun);
    let set_apart = at == view.first || view.kind_before(at) == Some(ItemKind::Comma);
    if !noun.features.has(Features::CUE) || word != known.in_ && !(word == known.by && (own || set_apart)) {
        return None;
    }
    let end = if noun.features.has(Features::POSSESSED) {
        at + 2
    } else if noun.features.has(Features::DEFINITE)
        && view.word(at + 2) == known.of
        && view.is_noun_phrase(at + 3)
    {
        view.forward_chain(at + 3)
    } else {
        return None;
    };
    let set_off = matches!(
        view.kind(end),
        None | Some(ItemKind::Comma | ItemKind::Stop | ItemKind::Quoted | ItemKind::Dash)
    );
    let possessed = end == at + 2;
    (set_off || own && possessed).then(|| Viewpoint {
        first: at,
        end,
        source: if possessed { (at + 1, end) } else { (at + 3, end) },
        cue: if possessed {
            (noun.head, noun.head + 1)
        } else {
            (preposition.start, view.item(at + 2).map_or(noun.end, |of| of.end))
        },
    })
}

/// *her own account, Lee's own estimate*.
fn is_own(view: &View<'_>, noun: &Item) -> bool {
    let before = (noun.head as usize).checked_sub(1).and_then(|before| view.tokens.get(before));
    noun.features.has(Features::POSSESSED) && before.is_some_and(|token| token.word == view.lexicon.known.own)
}

/// *For Lee, the plan is …*, *To Lee, …*: the view of somebody, where the sentence opens with it and goes on with *is*.
fn in_the_eyes_of(view: &View<'_>) -> Option<Viewpoint> {
    let first = view.first;
    let preposition = view.item(first)?;
    let known = &view.lexicon.known;
    let word = view.word(first);
    if word != known.for_ && word != known.to || view.item(first + 1)?.kind == ItemKind::Phrase {
        return None;
    }
    let somebody = view.item(first + 1).is_some_and(|item| {
        matches!(item.kind, ItemKind::Name | ItemKind::Pronoun) || item.features.has(Features::PERSON)
    });
    let end = first + 2;
    let comma = view.kind(end) == Some(ItemKind::Comma) && view.is_subject_phrase(end + 1);
    let copular = || {
        let verb = (end + 2..end + 8).find_map(|at| view.group(at));
        verb.is_some_and(|group| group.copular && !group.bare_auxiliary)
    };
    (somebody && comma && copular()).then_some(Viewpoint {
        first,
        end,
        source: (first + 1, end),
        cue: (preposition.start, preposition.end),
    })
}

/// *Under Norwegian law, a ferry must …*: what a law says, in its words.
fn under_law(view: &View<'_>) -> Option<Viewpoint> {
    let first = view.first;
    let preposition = view.item(first).filter(|_| view.word(first) == view.lexicon.known.under)?;
    let law = view.item(first + 1).filter(|item| item.kind.is_noun_phrase())?;
    let last = view.tokens.get(law.end as usize - 1)?;
    let document = law.features.has(Features::DOCUMENT) || last.has(Classes::DOCUMENT_NOUN);
    let comma = view.kind(first + 2) == Some(ItemKind::Comma) && view.is_subject_phrase(first + 3);
    (document && comma).then_some(Viewpoint {
        first,
        end: first + 2,
        source: (first + 1, first + 2),
        cue: (preposition.start, preposition.end),
    })
}

impl Viewpoint {
    fn answer(self) -> Answer {
        Answer { source: self.source, cue: Some(self.cue), row: None, status: CueStatus::default() }
    }
}

/// *in the words of X, “…”*, *was, in X's view, “…”*: right before the quoted span.
pub(super) fn beside(scene: &Scene<'_>) -> Option<Answer> {
    let view = &scene.view;
    let found = (view.first..scene.at).rev().take(12).find_map(|at| viewpoint(view, at))?;
    let between = if view.kind(found.end) == Some(ItemKind::Comma) { found.end + 1 } else { found.end };
    (between == scene.at).then(|| found.answer())
}

/// The same elsewhere in the sentence, where no verb of saying stands before the quoted span.
pub(super) fn anywhere(scene: &Scene<'_>) -> Option<Answer> {
    let view = &scene.view;
    let says = |scene: &Scene<'_>| scene.rows_before().take(8).any(|(_, row)| row.grade() >= 2);
    let before = (view.first..scene.at).rev().take(40).find_map(|at| viewpoint(view, at));
    let after = || (scene.at + 1..view.end.min(scene.at + 8)).find_map(|at| viewpoint(view, at));
    let found = before.or_else(after).or_else(|| in_the_eyes_of(view)).or_else(|| under_law(view))?;
    let set_off = found.first == view.first
        || matches!(
            view.kind_before(found.first),
            Some(ItemKind::Comma | ItemKind::Dash | ItemKind::Quoted | ItemKind::Verb)
        );
    let own = || view.item(found.first + 1).is_some_and(|noun| is_own(view, noun));
    ((set_off || own()) && !says(scene)).then(|| found.answer())
}
