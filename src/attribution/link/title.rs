//! Titles of works among quoted words.

use crate::grammar::items::{Features, ItemKind, VerbForm};
use crate::grammar::rows::{ComplementKind, Predicate, SubjectPlace};
use crate::lexicon::Classes;
use crate::text::lex::{Token, TokenKind};

use super::scene::{QuotedEnd, Scene};
use super::{after, before};

/// Longer titles than this are taken for speech.
const LONGEST_TITLE: usize = 9;

/// Whether words that are written as titles are stand where titles do, and nobody says them there.
pub(super) fn is_title(scene: &Scene<'_>) -> bool {
    let capitals = capitals(words(scene));
    // "denounced the “Save the Mill” movement" reports the slogan, but programmes have names
    let slogan = || describes(scene) && !feature_after(scene, Features::WORK) && is_reported(scene);
    capitals != Capitals::None
        && !slogan()
        && !is_described(scene)
        && !closes_tagged_clause(scene)
        && stands_as_title(scene, capitals)
}

/// Whether the words are two or more and written as titles are.
pub(super) fn is_written_as_one(scene: &Scene<'_>) -> bool {
    capitals(words(scene)) == Capitals::All
}

/// *read “The Long Road”*, *sang “Farewell to the Mill”*: what somebody does with a work, and its title.
pub(super) fn is_performed(scene: &Scene<'_>) -> bool {
    let view = &scene.view;
    let Some(before) = scene.at.checked_sub(1) else { return false };
    let performs = view.group(before).filter(|group| !group.passive).is_some_and(|group| {
        view.tokens.get(group.main as usize).is_some_and(|main| main.has(Classes::WORK_NOUN))
    });
    let somebody = || {
        let subject = scene.row_at(before).and_then(|row| scene.rows.get(row)?.subject);
        let item = subject.and_then(|subject| view.item(subject.first));
        item.is_some_and(|item| {
            matches!(item.kind, ItemKind::Name | ItemKind::Nominal | ItemKind::Pronoun)
                && view.word(subject.map_or(0, |subject| subject.first)) != view.lexicon.known.it
        })
    };
    performs
        && matches!(scene.end, QuotedEnd::None | QuotedEnd::Comma | QuotedEnd::Stop)
        && is_written_as_one(scene)
        && somebody()
}

/// Whether a verb around the span reports it.
pub(super) fn is_reported(scene: &Scene<'_>) -> bool {
    before::covered(scene).is_some() || after::post_posed(scene).is_some()
}

/// *the “Dry Land” star*, *a “too big to fail” tax*: the words describe the noun after them.
pub(super) fn describes(scene: &Scene<'_>) -> bool {
    let noun = scene.view.item(scene.at + 1).filter(|item| {
        matches!(item.kind, ItemKind::Nominal | ItemKind::Phrase)
            && !item.features.has(Features::DEFINITE.with(Features::INDEFINITE).with(Features::POSSESSED))
    });
    scene.end == QuotedEnd::None && noun.is_some()
}

/// Whether the item after the span has one of the features.
pub(super) fn feature_after(scene: &Scene<'_>, features: Features) -> bool {
    scene.view.item(scene.at + 1).is_some_and(|item| item.features.has(features))
}

/// Whether nothing else stands in the sentence.
pub(super) fn is_sentence(scene: &Scene<'_>) -> bool {
    scene.at == scene.view.first && scene.at + 1 == scene.view.end
}

/// Whether words that are written as titles are stand where titles do.
fn stands_as_title(scene: &Scene<'_>, capitals: Capitals) -> bool {
    let headline = scene.view.title_case;
    let before = scene.at.checked_sub(1).and_then(|at| scene.view.item(at));
    // "on ABC's “This Week,” Lee said": after a preposition or possessor capitals are a title's
    let placed = before
        .is_some_and(|item| item.kind == ItemKind::Preposition || item.features.has(Features::POSSESSOR));
    if placed && !headline && scene.end != QuotedEnd::Strong {
        return true;
    }
    let whole = capitals == Capitals::All || capitals == Capitals::One && scene.end == QuotedEnd::Comma;
    if !headline && (addressed(scene) && capitals == Capitals::All || beside_work(scene) && whole) {
        return true;
    }
    let tag = || after::source_cue(scene).is_some() || after::cue_source(scene).is_some();
    if headline || scene.sets_off() || after_cue(scene) || scene.leads_to_tag() && tag() {
        return false;
    }
    let named = before.is_some_and(|item| {
        item.features.has(Features::WORK)
            || item.kind == ItemKind::Verb && is_named(scene, scene.at - 1)
            || item.features.has(Features::HEADLESS) && is_named(scene, scene.at.saturating_sub(2))
    });
    // "“Ana Ruiz.”" with its stop answers what was said before
    let answers = scene.end == QuotedEnd::Stop && is_sentence(scene);
    let alone = || feature_after(scene, Features::WORK) || !tagged(scene);
    named || capitals == Capitals::All && alone() && !answers
}

/// *“The Long Road,” by Ann Lee*, *“Heat” (1995)*: its author or year stands after the title of a work.
pub(super) fn is_credited(scene: &Scene<'_>) -> bool {
    let view = &scene.view;
    let next = scene.at + 1;
    // "by Ann Lee", "by Times' Ann Lee"
    let author = || {
        let named = |at: usize| view.kind(at) == Some(ItemKind::Name);
        let capital = || {
            let first = view.item(next + 1).and_then(|item| view.tokens.get(item.start as usize));
            first.is_some_and(Token::is_capital)
        };
        view.word(next) == view.lexicon.known.by
            && (named(next + 1) || capital() && (named(next + 2) || named(next + 3)))
    };
    let year = || {
        let number = view.item(next).and_then(|open| view.tokens.get(open.end as usize));
        number.is_some_and(|token| token.kind == TokenKind::Number && token.end - token.start == 4)
            && view.kind(next) == Some(ItemKind::OpenBracket)
            && view.kind(next + 2) == Some(ItemKind::CloseBracket)
    };
    scene.opens_with_capital() && (author() || year())
}

/// *Lee described the mayor as “Big Red”*: the verb asks for *as*, and somebody does it.
fn is_described(scene: &Scene<'_>) -> bool {
    let describes = |row: &Predicate| row.has_subject() && row.group.grades.object >= 2;
    follows_as(scene)
        && (scene.rows_before().next().is_some_and(|(_, row)| describes(row))
            // "described the mayor, who is out, as"
            || before::described_as(scene)
                .and_then(|answer| scene.rows.get(answer.row?))
                .is_some_and(describes))
}

/// Whether the span stands after *as*, with a determiner or without.
pub(super) fn follows_as(scene: &Scene<'_>) -> bool {
    let view = &scene.view;
    scene.at.checked_sub(1).is_some_and(|before| {
        let headless = view.item(before).is_some_and(|item| item.features.has(Features::HEADLESS));
        view.word(if headless { before.saturating_sub(1) } else { before }) == view.lexicon.known.as_
    })
}

/// *It is played on “Morning Desk,” Lee said*, but not *On “Morning Desk,” Lee said that …*: a clause ends with the
/// span, and its tag follows.
fn closes_tagged_clause(scene: &Scene<'_>) -> bool {
    if scene.end != QuotedEnd::Comma || scene.opens_sentence() {
        return false;
    }
    let clause = || {
        scene
            .rows_before()
            .any(|(_, row)| row.group.form == VerbForm::Finite && !row.subordinate && row.has_subject())
    };
    let tag = || after::source_cue(scene).or_else(|| after::cue_source(scene))?.row;
    let ends =
        |row: usize| scene.rows.get(row).is_some_and(|row| row.complement.kind == ComplementKind::None);
    clause() && tag().is_some_and(ends)
}

/// *a play titled “Dry Land”*: whether the verb at `at` gives a name to what stands before it.
fn is_named(scene: &Scene<'_>, at: usize) -> bool {
    let row = scene.row_at(at).and_then(|row| scene.rows.get(row));
    row.is_some_and(|row| row.group.naming && row.group.passive)
}

/// *in her memoir, “Dry Land,”*: the noun for a work stands before the comma.
fn beside_work(scene: &Scene<'_>) -> bool {
    let noun = scene.at.checked_sub(2).and_then(|at| scene.view.item(at));
    scene.view.kind_before(scene.at) == Some(ItemKind::Comma)
        && noun.is_some_and(|item| item.features.has(Features::WORK))
}

/// *Lee told “Morning Desk”*: where the hearer stands.
fn addressed(scene: &Scene<'_>) -> bool {
    let before = scene.at.checked_sub(1).and_then(|at| scene.view.group(at));
    before.is_some_and(|group| group.grades.prepositions.takes_hearer() && !group.passive)
}

/// Right after a verb of saying or *that*: *shirts that read “Settle for Lee”*.
fn after_cue(scene: &Scene<'_>) -> bool {
    let Some(before) = scene.at.checked_sub(1) else { return false };
    if is_called_by_somebody(scene) {
        return true;
    }
    scene.view.kind(before) == Some(ItemKind::That)
        || scene
            .view
            .group(before)
            .is_some_and(|group| group.grades.quote >= 2 && !group.naming && !group.passive)
}

/// *Lee called the mayor “Big Red”*: somebody names somebody else.
fn is_called_by_somebody(scene: &Scene<'_>) -> bool {
    let row = scene.rows_before().next().map(|(_, row)| row);
    row.is_some_and(|row| {
        let caller = row.subject.and_then(|subject| scene.view.item(subject.first)).is_some_and(|item| {
            matches!(item.kind, ItemKind::Name | ItemKind::Pronoun | ItemKind::Relative)
                || item.features.has(Features::PERSON)
        });
        // "a song called “Dry Land” by Lee" is his, "the town, called “Dry Land” by visitors," is not theirs
        let agent = row.subject.is_some_and(|subject| {
            let item = scene.view.item(subject.first);
            subject.place == SubjectPlace::Agent
                && item.is_some_and(|item| item.kind != ItemKind::Name && item.features.has(Features::PERSON))
        });
        row.group.naming
            && (agent || !row.group.passive && row.group.grades.object >= 3)
            && caller
            && row.complement.start <= scene.at
            && scene.at < row.complement.end
    })
}

/// Whether a comma or other end of speech stands inside and a tag may follow.
fn tagged(scene: &Scene<'_>) -> bool {
    matches!(scene.end, QuotedEnd::Strong | QuotedEnd::Dash)
        || scene.opens_sentence() && scene.end == QuotedEnd::Comma
}

/// The tokens between the marks.
pub(super) fn words<'a>(scene: &Scene<'a>) -> &'a [Token] {
    let (open, close) = (scene.quoted.open as usize + 1, scene.quoted.close as usize);
    scene.view.tokens.get(open..close).unwrap_or(&[])
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Capitals {
    None,
    /// One word, with a capital.
    One,
    /// Two words or more, all but the small ones with capitals.
    All,
}

/// Whether the words are written as titles are.
pub(super) fn capitals(words: &[Token]) -> Capitals {
    let (mut capital, mut shouts) = (0, false);
    for (index, token) in words.iter().enumerate() {
        match token.kind {
            TokenKind::Word => {}
            TokenKind::Stop if index + 1 < words.len() => return Capitals::None,
            // "Home! Home!" is shouted
            TokenKind::Exclamation if shouts => return Capitals::None,
            TokenKind::Exclamation => {
                shouts = true;
                continue;
            }
            _ => continue,
        }
        if token.is_capital() {
            capital += 1;
        } else if index == 0 || token.end - token.start > 4 || !token.has(SMALL) {
            return Capitals::None;
        }
    }
    match capital {
        0 => Capitals::None,
        1 => Capitals::One,
        2..=LONGEST_TITLE => Capitals::All,
        _ => Capitals::None,
    }
}

/// Words that titles write small.
const SMALL: Classes = Classes::DETERMINER
    .with(Classes::PREPOSITION)
    .with(Classes::COORDINATOR)
    .with(Classes::TO)
    .with(Classes::NAME_PARTICLE);
