//! What quoted words are used for that nobody says.

use crate::answer::quote::Use;
use crate::grammar::items::{Features, ItemKind, VerbForm};
use crate::grammar::rows::{ComplementKind, Predicate, SubjectPlace};
use crate::lexicon::Classes;
use crate::text::lex::{Shape, Token, TokenKind};

use super::scene::{QuotedEnd, Scene};
use super::{after, before};

/// Quoted words up to this number may be a mere term.
const TERM: usize = 2;
/// Words up to this number are a term if they open with a capital.
const LONGEST_TERM: usize = 4;
/// So few words inside a sentence are speech only where a verb takes them: otherwise 1 of 14 was on train, 19 of 27
/// where one does.
const FEW: usize = 5;
/// Quoted spans of a list.
const LONGEST_LIST: usize = 8;
/// Longer titles than this are taken for speech.
const LONGEST_TITLE: usize = 9;

/// The use of the quoted span, where its words or neighbours tell that it is no speech.
pub(crate) fn usage(scene: &Scene<'_>) -> Option<Use> {
    if is_nickname(scene) || is_gone_by(scene) {
        return Some(Use::Nickname);
    }
    if is_commonly_called(scene) {
        return Some(Use::Nickname);
    }
    if is_label_of_a_sign(scene) {
        return Some(Use::Sign);
    }
    if is_a_so_called(scene) {
        return Some(Use::Scare);
    }
    let capitals = capitals(words(scene));
    if is_explained(scene) {
        return Some(if capitals == Capitals::All { Use::Title } else { Use::Word });
    }
    let sign = feature_after(scene, Features::SIGN);
    if (sign || capitals != Capitals::None) && describes(scene) {
        let reported = before::covered(scene).is_some() || after::post_posed(scene).is_some();
        // "denounced the “Save the Mill” movement" reports the slogan, but programmes have names
        if reported && !feature_after(scene, Features::WORK) {
            return None;
        }
        // "waved “Keep Out” signs"
        if !reported && sign {
            return Some(Use::Sign);
        }
    }
    let may = capitals != Capitals::None && !is_described(scene) && !closes_tagged_clause(scene);
    (may && is_title(scene, capitals)).then_some(Use::Title)
}

/// Whether words that are written as titles are stand where titles do.
fn is_title(scene: &Scene<'_>, capitals: Capitals) -> bool {
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

/// What a quoted span that no rule gives to anybody is used for.
pub(crate) fn use_of(scene: &Scene<'_>) -> Use {
    let view = &scene.view;
    let words = words(scene);
    let before = scene.at.checked_sub(1).and_then(|at| view.item(at));
    let head = before.and_then(|item| view.tokens.get(item.head as usize));
    // "the word “fair”", "“fair” means"
    let mentioned = head.is_some_and(|head| head.has(Classes::MENTION))
        && before.is_some_and(|item| item.kind.is_noun_phrase());
    if mentioned && !of_a_sign(scene) || is_defined(scene) {
        return Use::Word;
    }
    if of_a_sign(scene) {
        return Use::Sign;
    }
    if is_credited(scene) {
        return Use::Title;
    }
    let small = !words.is_empty() && words.len() <= TERM + 1 && capitals(words) == Capitals::None;
    if small && !scene.opens_sentence() { Use::Scare } else { Use::Unknown }
}

/// *“fair” means …*.
fn is_defined(scene: &Scene<'_>) -> bool {
    let means = scene.view.group(scene.at + 1).and_then(|group| scene.view.tokens.get(group.main as usize));
    means.is_some_and(|token| token.has(Classes::MENTION)) && words(scene).len() <= TERM
}

/// *“Top drawer” is a word for …*: a term opens the sentence that says what it is.
fn is_explained(scene: &Scene<'_>) -> bool {
    let is = scene.view.group(scene.at + 1);
    is.is_some_and(|is| is.copular && is.form == VerbForm::Finite)
        && scene.end == QuotedEnd::None
        && scene.opens_sentence()
        && words(scene).len() <= TERM
        && (scene.at + 2..scene.at + 4).any(|at| scene.view.is_noun_phrase(at))
        && after::post_posed(scene).is_none()
}

/// *a sign with the words “Keep Out”*, *a banner that read “Save the Mill”*, *a button marked “Start”*.
fn of_a_sign(scene: &Scene<'_>) -> bool {
    let near = scene.at.saturating_sub(6).max(scene.view.first)..scene.at;
    near.rev()
        .take_while(|at| {
            !matches!(scene.view.kind(*at), Some(ItemKind::Comma | ItemKind::Semicolon | ItemKind::Quoted))
        })
        .any(|at| scene.view.item(at).is_some_and(|item| item.features.has(Features::SIGN)))
}

/// *goes by “Red”*, *goes by the name “Red”*: a phrase of the lists that reports nothing stands before the words, which are
/// a name.
fn is_gone_by(scene: &Scene<'_>) -> bool {
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
fn is_commonly_called(scene: &Scene<'_>) -> bool {
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
fn is_label_of_a_sign(scene: &Scene<'_>) -> bool {
    let view = &scene.view;
    let first = view.first + usize::from(view.kind(view.first) == Some(ItemKind::Time));
    view.kind_before(scene.at) == Some(ItemKind::Colon)
        && view
            .item(first)
            .is_some_and(|item| item.features.has(Features::SIGN) && item.kind.is_noun_phrase())
        && (first..scene.at).all(|at| view.kind(at) != Some(ItemKind::Verb))
}

/// *The “expert” said nothing*: a determiner and a word in marks are the subject of the verb behind them.
fn is_a_so_called(scene: &Scene<'_>) -> bool {
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

/// *the “Dry Land” star*, *a “too big to fail” tax*: the words describe the noun after them.
fn describes(scene: &Scene<'_>) -> bool {
    let noun = scene.view.item(scene.at + 1).filter(|item| {
        matches!(item.kind, ItemKind::Nominal | ItemKind::Phrase)
            && !item.features.has(Features::DEFINITE.with(Features::INDEFINITE).with(Features::POSSESSED))
    });
    scene.end == QuotedEnd::None && noun.is_some()
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

/// Whether the item after the span has one of the features.
fn feature_after(scene: &Scene<'_>, features: Features) -> bool {
    scene.view.item(scene.at + 1).is_some_and(|item| item.features.has(features))
}

/// Whether nothing else stands in the sentence.
fn is_sentence(scene: &Scene<'_>) -> bool {
    scene.at == scene.view.first && scene.at + 1 == scene.view.end
}

/// Whether the nearest verb before the span takes what it stands in.
fn is_taken(scene: &Scene<'_>) -> bool {
    let row = scene.rows_before().next();
    row.is_some_and(|(_, row)| row.complement.start <= scene.at && scene.at < row.complement.end)
}

/// *“The Long Road,” by Ann Lee*, *“Heat” (1995)*: its author or year stands after the title of a work.
fn is_credited(scene: &Scene<'_>) -> bool {
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
fn follows_as(scene: &Scene<'_>) -> bool {
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
fn is_cried(scene: &Scene<'_>) -> bool {
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
    if is_called(scene) {
        return true;
    }
    scene.view.kind(before) == Some(ItemKind::That)
        || scene
            .view
            .group(before)
            .is_some_and(|group| group.grades.quote >= 2 && !group.naming && !group.passive)
}

/// *Lee called the mayor “Big Red”*: somebody names somebody else.
fn is_called(scene: &Scene<'_>) -> bool {
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

fn words<'a>(scene: &Scene<'a>) -> &'a [Token] {
    let (open, close) = (scene.quoted.open as usize + 1, scene.quoted.close as usize);
    scene.view.tokens.get(open..close).unwrap_or(&[])
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Capitals {
    None,
    /// One word, with a capital.
    One,
    /// Two words or more, all but the small ones with capitals.
    All,
}

/// Whether the words are written as titles are.
fn capitals(words: &[Token]) -> Capitals {
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

/// *John “Red” Hill*: between two parts of a name, with no comma.
fn is_nickname(scene: &Scene<'_>) -> bool {
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
