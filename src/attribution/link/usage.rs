//! What quoted words are used for that nobody says: names, words that are the topic, words held at a distance, signs.

use crate::grammar::items::{Features, Item, ItemKind, VerbForm};
use crate::grammar::rows::{ComplementKind, Predicate};
use crate::lexicon::Classes;
use crate::text::lex::{Shape, Token, TokenKind};

use super::after;
use super::answer::Link;
use super::scene::{QuotedEnd, Scene};
use super::title::{
    Capitals, capitals, describes, feature_after, follows_as, is_credited, is_reported, is_sentence, words,
};

/// Quoted words up to this number may be a mere term.
const TERM: usize = 2;
/// Words up to this number are a term if they open with a capital.
const LONGEST_TERM: usize = 4;
/// So few words inside a sentence are speech only where a verb takes them: otherwise 1 of 14 was on train, 19 of 27
/// where one does.
const FEW: usize = 5;
/// Quoted spans of a list.
const LONGEST_LIST: usize = 8;

/// *waved “Keep Out” signs*: the words describe a thing that carries words.
pub(super) fn describes_a_sign(scene: &Scene<'_>) -> bool {
    feature_after(scene, Features::SIGN) && describes(scene) && !is_reported(scene)
}

/// *the word “fair”*: a noun for words stands before them.
pub(super) fn is_mentioned(scene: &Scene<'_>) -> bool {
    let before = scene.at.checked_sub(1).and_then(|at| scene.view.item(at));
    is_noun_for_words(scene, before) && !of_a_sign(scene) && scene.end != QuotedEnd::Strong
}

/// Whether the item is a noun phrase whose noun is one for words: *the word, a name*.
fn is_noun_for_words(scene: &Scene<'_>, item: Option<&Item>) -> bool {
    item.filter(|item| item.kind.is_noun_phrase())
        .and_then(|item| scene.view.tokens.get(item.head as usize))
        .is_some_and(|head| head.has(Classes::MENTION))
}

/// *by the name of “Red”*, *gave his name as “Smith”*, *her name was “Moss”*: the words are a name that is told.
pub(super) fn is_a_name_told(scene: &Scene<'_>) -> bool {
    let view = &scene.view;
    let known = &view.lexicon.known;
    let Some(before) = scene.at.checked_sub(1).filter(|before| *before > view.first) else { return false };
    let noun = is_noun_for_words(scene, view.item(before - 1));
    let joined = [known.of, known.as_].contains(&view.word(before));
    let is = || view.group(before).is_some_and(|group| group.copular);
    // "his only word was “Go.”" is said
    let name = || view.item(before - 1).is_some_and(|item| !item.features.has(Features::CUE));
    let written = || capitals(words(scene)) != Capitals::None;
    noun && scene.opens_with_capital()
        && (joined || is() && name() && scene.end != QuotedEnd::Strong && written())
}

/// *called him “Old Tom”*, *knew him as “Red”*, *was called “the Bishop”*: what somebody goes by.
pub(super) fn is_called(scene: &Scene<'_>) -> bool {
    let view = &scene.view;
    let beside = |at: usize| {
        let item = view.item(at);
        item.is_some_and(|item| item.kind.is_noun_phrase())
            || view.group(at).is_some_and(|group| group.naming && group.passive)
    };
    let Some(before) = scene.at.checked_sub(1) else { return false };
    let before = if follows_as(scene) { before.saturating_sub(1) } else { before };
    scene.rows_before().next().is_some_and(|(_, row)| {
        row.group.naming
            && row.group.status.is_asserted()
            && row.item() <= before
            && before - row.item() <= 1
            && beside(before)
            && words(scene).len() <= LONGEST_TERM
            && scene.end != QuotedEnd::Strong
    })
}

/// *a “dry” winter*, *he liked his “tea” hot*: small words in marks inside a sentence, or a few that are set off by nothing.
/// Words that follow a verb of saying are speech with a small letter, too.
pub(super) fn is_a_piece(scene: &Scene<'_>, link: Option<&Link>) -> bool {
    let view = &scene.view;
    let capital = view
        .tokens
        .get(scene.quoted.open as usize + 1)
        .is_some_and(|token| !token.is_word() || token.is_capital());
    let punctuated = ends_like_speech(scene);
    let Some(before) = scene.at.checked_sub(1).and_then(|at| view.item(at)).filter(|_| scene.at > view.first)
    else {
        return !scene.opens_paragraph && !capital && !punctuated;
    };
    let last = (before.end as usize).checked_sub(1).and_then(|at| view.tokens.get(at));
    let Some(last) = last else { return false };
    match last.kind {
        TokenKind::Word | TokenKind::Clitic | TokenKind::Number => {
            let says = view.lexicon.grades(last.word).quote >= 2 && !last.has(Classes::NAMING);
            let determined = Classes::DETERMINER.with(Classes::POSSESSIVE).with(Classes::ADJECTIVE);
            !says && (!capital || last.has(determined) || !punctuated && link.is_none())
        }
        TokenKind::Comma | TokenKind::Colon | TokenKind::Semicolon | TokenKind::Dash => {
            !(punctuated || capital || link.is_some() || !scene.first_of_paragraph)
        }
        _ => !capital && !punctuated,
    }
}

/// Whether the words in marks end like speech.
fn ends_like_speech(scene: &Scene<'_>) -> bool {
    let inside = scene.quoted.open as usize + 1..scene.quoted.end() as usize;
    let tokens = scene.view.tokens.get(inside).unwrap_or(&[]);
    let last = tokens.iter().rev().find(|token| !token.kind.is_mark());
    last.is_some_and(|last| {
        last.shape.has(Shape::STOPPED)
            || matches!(
                last.kind,
                TokenKind::Comma
                    | TokenKind::Stop
                    | TokenKind::Question
                    | TokenKind::Exclamation
                    | TokenKind::Dash
                    | TokenKind::Ellipsis
                    | TokenKind::Semicolon
                    | TokenKind::Colon
            )
    })
}

/// *the “right” thing, “so to speak”*: two or three small words inside a sentence.
pub(super) fn is_held_apart(scene: &Scene<'_>) -> bool {
    let words = words(scene);
    let small = !words.is_empty() && words.len() <= TERM + 1 && capitals(words) == Capitals::None;
    small && !scene.opens_sentence()
}

/// *“fair” means …*.
pub(super) fn is_defined(scene: &Scene<'_>) -> bool {
    let means = scene.view.group(scene.at + 1).and_then(|group| scene.view.tokens.get(group.main as usize));
    means.is_some_and(|token| token.has(Classes::MENTION)) && words(scene).len() <= TERM
}

/// *“Top drawer” is a word for …*: a term opens the sentence that says what it is.
pub(super) fn is_explained(scene: &Scene<'_>) -> bool {
    let is = scene.view.group(scene.at + 1);
    is.is_some_and(|is| is.copular && is.form == VerbForm::Finite)
        && scene.end == QuotedEnd::None
        && scene.opens_sentence()
        && words(scene).len() <= TERM
        && (scene.at + 2..scene.at + 4).any(|at| scene.view.is_noun_phrase(at))
        && after::post_posed(scene).is_none()
}

/// *a sign with the words “Keep Out”*, *a banner that read “Save the Mill”*, *a button marked “Start”*.
pub(super) fn of_a_sign(scene: &Scene<'_>) -> bool {
    let near = scene.at.saturating_sub(6).max(scene.view.first)..scene.at;
    near.rev()
        .take_while(|at| {
            !matches!(scene.view.kind(*at), Some(ItemKind::Comma | ItemKind::Semicolon | ItemKind::Quoted))
        })
        .any(|at| scene.view.item(at).is_some_and(|item| item.features.has(Features::SIGN)))
}

/// *goes by “Red”*, *goes by the name “Red”*: a phrase of the lists that reports nothing stands before the words, which are
/// a name.
pub(super) fn is_gone_by(scene: &Scene<'_>) -> bool {
    let view = &scene.view;
    let names = |at: usize| {
        let row = scene.row_at(at).and_then(|row| scene.rows.get(row));
        row.is_some_and(|row| {
            let phrase = row.group.cue_end > row.group.main + 1;
            phrase && !row.group.passive && row.group.grades.best() == 0
        })
    };
    let back = |items: usize| scene.at.checked_sub(items).filter(|at| *at >= view.first);
    // "by “Red”", "by the name “Red”"
    back(2).is_some_and(names) || back(3).is_some_and(|at| names(at) && view.is_noun_phrase(at + 2))
}

/// *what everybody calls the “Old Mill”*: the name that things go by.
pub(super) fn is_commonly_called(scene: &Scene<'_>) -> bool {
    scene.rows_before().next().is_some_and(|(_, row)| {
        let present = scene.view.tokens.get(row.group.main as usize).is_some_and(|main| {
            main.has(Classes::VERB_S.with(Classes::VERB_BASE)) && !main.has(Classes::VERB_PAST)
        });
        let all = row.subject.is_some_and(|subject| {
            subject.first < row.item()
                && scene.view.kind(subject.first) == Some(ItemKind::Pronoun)
                && scene.view.has(subject.first, Classes::INDEFINITE)
        });
        let covers = row.complement.start <= scene.at && scene.at < row.complement.end;
        row.group.naming && present && all && covers && words(scene).len() <= LONGEST_TERM
    })
}

/// *Sign outside the inn: “Closed.”*: a label that opens with a noun for signs.
pub(super) fn is_label_of_a_sign(scene: &Scene<'_>) -> bool {
    let view = &scene.view;
    let first = view.first + usize::from(view.kind(view.first) == Some(ItemKind::Time));
    view.kind_before(scene.at) == Some(ItemKind::Colon)
        && view
            .item(first)
            .is_some_and(|item| item.features.has(Features::SIGN) && item.kind.is_noun_phrase())
        && (first..scene.at).all(|at| view.kind(at) != Some(ItemKind::Verb))
}

/// *The “expert” said nothing*: a determiner and a word in marks are the subject of the verb behind them.
pub(super) fn is_a_so_called(scene: &Scene<'_>) -> bool {
    let view = &scene.view;
    let headless =
        scene.at.checked_sub(1).and_then(|before| view.item(before)).is_some_and(|item| {
            item.features.has(Features::HEADLESS) && item.features.has(Features::DEFINITE)
        });
    if !headless || scene.end != QuotedEnd::None || words(scene).len() > TERM {
        return false;
    }
    let opens = scene.at.checked_sub(1) == Some(view.first);
    let behind = view.over_adverbs(scene.at + 1);
    // "the “unsafe” bridge will close": the words describe a noun
    opens
        && (view.is_finite(behind) || view.kind(behind) == Some(ItemKind::Preposition))
        && after::according_later(scene).is_none()
        && !scene.rows_after().take(4).any(|(_, row)| is_tag_behind(scene, row))
}

/// *…, Lee said*: a tag that commas set off stands later in the sentence.
fn is_tag_behind(scene: &Scene<'_>, row: &Predicate) -> bool {
    row.subject.is_some_and(|subject| {
        scene.view.kind_before(subject.first.min(row.item())) == Some(ItemKind::Comma)
            && row.group.grades.parenthetical >= 2
            && row.complement.kind == ComplementKind::None
    })
}

/// Whether the words are more than a term or title, so that they are somebody's even if nothing tells whose.
pub(crate) fn is_speech(scene: &Scene<'_>) -> bool {
    let tokens = words(scene);
    if is_said_of(scene) || is_cried(scene) {
        return true;
    }
    if describes(scene) || is_credited(scene) {
        return false;
    }
    // "Lock her up!", but not the title of a song with its mark
    if scene.end == QuotedEnd::Strong && tokens.len() > TERM {
        return true;
    }
    // "What “go after them” means is left to others": so few words are somebody's where a verb takes them
    let few = tokens.iter().filter(|token| token.is_word()).count() <= FEW;
    if few && !is_taken(scene) && !is_sentence(scene) {
        return false;
    }
    if tokens.len() > LONGEST_TERM {
        return scene.view.title_case || capitals(tokens) == Capitals::None;
    }
    let small = tokens.first().is_some_and(|first| !first.is_capital());
    small && !scene.view.title_case && tokens.iter().filter(|token| token.is_word()).count() > TERM
}

/// Whether the nearest verb before the span takes what it stands in.
fn is_taken(scene: &Scene<'_>) -> bool {
    let row = scene.rows_before().next();
    row.is_some_and(|(_, row)| row.complement.start <= scene.at && scene.at < row.complement.end)
}

/// *was called “unsafe”*, *is seen as “weak”*: somebody says so, though nobody says who. What *known as* and *titled*
/// add to a noun is its name, and so is what things are called: *are called “dwarfs”*.
fn is_said_of(scene: &Scene<'_>) -> bool {
    let known = &scene.view.lexicon.known;
    scene.rows_before().next().is_some_and(|(_, row)| {
        let object = row.group.grades.object;
        let named = row.group.naming && [known.is, known.are].contains(&scene.view.word(row.item()));
        row.group.passive
            && row.group.form != VerbForm::Participle
            && row.complement.start <= scene.at
            && scene.at < row.complement.end
            && (object >= 2 && !named || object == 1 && !row.group.naming && follows_as(scene))
    })
}

/// *cries of “Shame!” and “Resign!”*, *calls for “calm”*: a noun that reports, of nobody.
pub(super) fn is_cried(scene: &Scene<'_>) -> bool {
    let known = &scene.view.lexicon.known;
    let of = first_of_list(scene).checked_sub(1);
    let of = of.filter(|of| [known.of, known.for_].contains(&scene.view.word(*of)));
    of.and_then(|of| scene.view.item(of.checked_sub(1)?)).is_some_and(|noun| noun.features.has(Features::CUE))
}

/// The first of the quoted spans that commas and *and* join with this one.
fn first_of_list(scene: &Scene<'_>) -> usize {
    let joined = |at: usize| {
        let joint = scene.view.kind_before(at)?;
        let before = at.checked_sub(2).filter(|before| *before >= scene.view.first)?;
        let list = matches!(joint, ItemKind::Comma | ItemKind::Coordinator);
        (list && scene.view.kind(before) == Some(ItemKind::Quoted)).then_some(before)
    };
    let spans = std::iter::successors(Some(scene.at), |at| joined(*at));
    spans.take(LONGEST_LIST).last().unwrap_or(scene.at)
}

/// *John “Red” Hill*: between two parts of a name, with no comma.
pub(super) fn is_nickname(scene: &Scene<'_>) -> bool {
    let words = words(scene);
    let short = (1..=3).contains(&words.len()) && words.iter().all(Token::is_capital);
    let open = scene.quoted.open as usize;
    let before = open.checked_sub(1).and_then(|at| scene.view.tokens.get(at));
    let after = scene.view.tokens.get(scene.quoted.end() as usize);
    short
        && before.is_some_and(|token| {
            token.is_word() && token.is_capital() && !token.has(Classes::VERB.with(Classes::DETERMINER))
        })
        && after.is_some_and(|token| token.is_word() && token.is_capital() && token.shape.has(Shape::SPACED))
        && scene.view.kind_before(scene.at) == Some(ItemKind::Name)
}
