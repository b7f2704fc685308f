//! The table of what quoted words are used for that nobody says. Its order is the order in which the uses are tried.
//!
//! In the examples `[…]` is the quoted span.

use crate::answer::unattributed::Use;

use super::answer::Link;
use super::rules::Genres;
use super::scene::Scene;
use super::{title, unsaid, usage};

/// When a use is asked of a quoted span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// Before any rule that looks for who says it.
    First,
    /// Once they have answered, whatever they say.
    Then,
    /// Where none of them answers.
    Unlinked,
}

/// What a use asks of a quoted span, and of who the rules of the sentence say speaks it.
type Question = fn(&Scene<'_>, Option<&Link>) -> bool;

/// A use of quoted words.
#[cfg_attr(not(test), expect(dead_code, reason = "the tests read name and examples"))]
pub(crate) struct UseRule {
    pub(crate) name: &'static str,
    pub(crate) quoted_use: Use,
    pub(crate) genres: Genres,
    when: When,
    asks: Question,
    pub(crate) finds: &'static [&'static str],
    pub(crate) leaves: &'static [&'static str],
}

/// What the quoted span is used for, by the uses that are asked before any link.
pub(crate) fn first_use(scene: &Scene<'_>, genres: Genres) -> Option<&'static UseRule> {
    ask(scene, genres, None, |when| when == When::First)
}

/// The same by the others: a span is speech where a rule of the sentence ties it to somebody, but for those that ask what
/// it was tied to.
pub(crate) fn later_use(scene: &Scene<'_>, genres: Genres, link: Option<&Link>) -> Option<&'static UseRule> {
    ask(scene, genres, link, |when| when == When::Then || when == When::Unlinked && link.is_none())
}

fn ask(
    scene: &Scene<'_>,
    genres: Genres,
    link: Option<&Link>,
    now: impl Fn(When) -> bool,
) -> Option<&'static UseRule> {
    USES.iter().find(|rule| rule.genres.has(genres) && now(rule.when) && (rule.asks)(scene, link))
}

pub(crate) static USES: &[UseRule] = &[
    UseRule {
        name: "nickname",
        quoted_use: Use::Nickname,
        genres: Genres::ALL,
        when: When::First,
        asks: |scene, _| usage::is_nickname(scene) || usage::is_gone_by(scene),
        finds: &["Tom [“Red”] Hill came in.", "The coach goes by [“Red.”]"],
        leaves: &["Tom cried [“Run,”] and Hill ran."],
    },
    UseRule {
        name: "commonly-called",
        quoted_use: Use::Nickname,
        genres: Genres::ALL,
        when: When::First,
        asks: |scene, _| usage::is_commonly_called(scene),
        finds: &["That is what everybody calls the [“Old Mill.”]"],
        leaves: &[],
    },
    UseRule {
        name: "label-of-a-sign",
        quoted_use: Use::Sign,
        genres: Genres::ALL,
        when: When::First,
        asks: |scene, _| usage::is_label_of_a_sign(scene),
        finds: &["Sign outside the inn: [“Closed.”]"],
        leaves: &["Tom at the inn: [“We lost.”]"],
    },
    UseRule {
        name: "so-called",
        quoted_use: Use::Scare,
        genres: Genres::ALL,
        when: When::First,
        asks: |scene, _| usage::is_a_so_called(scene),
        finds: &["The [“expert”] said nothing."],
        leaves: &["[“Expert,”] said the coach."],
    },
    UseRule {
        name: "explained-title",
        quoted_use: Use::Title,
        genres: Genres::NEWS,
        when: When::First,
        asks: |scene, _| usage::is_explained(scene) && title::is_written_as_one(scene),
        finds: &["[“Dry Land”] is a play about a farm."],
        leaves: &["[“Run,”] is all the coach said."],
    },
    UseRule {
        name: "explained-word",
        quoted_use: Use::Word,
        genres: Genres::NEWS,
        when: When::First,
        asks: |scene, _| usage::is_explained(scene),
        finds: &["[“Drouth”] is a word for a dry year."],
        leaves: &["[“Run,”] is all the coach said."],
    },
    UseRule {
        name: "describes-a-sign",
        quoted_use: Use::Sign,
        genres: Genres::ALL,
        when: When::First,
        asks: |scene, _| usage::describes_a_sign(scene),
        finds: &["The fans waved [“Keep Out”] signs."],
        leaves: &[],
    },
    UseRule {
        name: "performed",
        quoted_use: Use::Title,
        genres: Genres::ALL,
        when: When::First,
        asks: |scene, _| title::is_performed(scene),
        finds: &["She read [“The Long Road”] twice.", "The fans sang [“Farewell to the Mill.”]"],
        leaves: &["The fans sang, [“Farewell to the mill.”]"],
    },
    UseRule {
        name: "title",
        quoted_use: Use::Title,
        genres: Genres::NEWS,
        when: When::First,
        asks: |scene, _| title::is_title(scene),
        finds: &["He is the author of [“The Long Road.”]"],
        leaves: &["[“Good Night,”] said the coach."],
    },
    UseRule {
        name: "title-in-a-sentence",
        quoted_use: Use::Title,
        genres: Genres::FICTION,
        when: When::First,
        asks: |scene, _| !scene.opens_sentence() && !usage::is_cried(scene) && title::is_title(scene),
        finds: &["He is the author of [“The Long Road.”]"],
        // a speech that lost its dash
        leaves: &["[“But, Ana”] the coach began.", "There was a cry of [“Good Old Tom.”]"],
    },
    UseRule {
        name: "noise",
        quoted_use: Use::Sound,
        genres: Genres::ALL,
        when: When::First,
        asks: |scene, _| unsaid::is_noise(scene),
        finds: &["The clock went [“tick, tock.”]", "[“Bang!”] went the gun."],
        leaves: &["[“Bang!”] cried the coach."],
    },
    UseRule {
        name: "lettered",
        quoted_use: Use::Sign,
        genres: Genres::FICTION,
        when: When::First,
        asks: |scene, _| unsaid::is_lettered(scene),
        finds: &["Over the gate was written [“Know thyself.”]", "[“Private”] was painted on the gate."],
        leaves: &["She wrote, [“I shall come.”]"],
    },
    UseRule {
        name: "sign-said",
        quoted_use: Use::Sign,
        genres: Genres::FICTION,
        when: When::Then,
        asks: unsaid::is_of_a_sign,
        finds: &["The sign said: [“Keep out.”]"],
        leaves: &["The coach said: [“Keep out.”]"],
    },
    UseRule {
        name: "denied",
        quoted_use: Use::Unsaid,
        genres: Genres::FICTION,
        when: When::Then,
        asks: unsaid::is_denied,
        finds: &["She did not say [“thank you.”]", "[“Stay,”] nobody said."],
        leaves: &["She could not help saying, [“Stay.”]"],
    },
    UseRule {
        name: "unreal",
        quoted_use: Use::Unsaid,
        genres: Genres::FICTION,
        when: When::Then,
        asks: unsaid::is_unreal,
        finds: &["He would have said [“no”] at once."],
        leaves: &["He would say [“no”] at once."],
    },
    UseRule {
        name: "meant",
        quoted_use: Use::Unsaid,
        genres: Genres::FICTION,
        when: When::Then,
        asks: unsaid::is_meant,
        finds: &["He shrugged as if to say, [“What now?”]"],
        leaves: &["He stopped to say, [“What now?”]"],
    },
    UseRule {
        name: "thing-said",
        quoted_use: Use::Unsaid,
        genres: Genres::FICTION,
        when: When::Then,
        asks: unsaid::is_of_a_thing,
        finds: &["Her eyes said, [“Stay.”]"],
        leaves: &["A voice said [“Stay.”]"],
    },
    UseRule {
        name: "called",
        quoted_use: Use::Nickname,
        genres: Genres::FICTION,
        when: When::Then,
        asks: |scene, _| usage::is_called(scene),
        finds: &["They called him [“Old Tom.”]"],
        leaves: &["She called to him, [“Old Tom!”]"],
    },
    UseRule {
        name: "name-told",
        quoted_use: Use::Nickname,
        genres: Genres::ALL,
        when: When::First,
        asks: |scene, _| usage::is_a_name_told(scene),
        finds: &["Her name was [“Moss.”]"],
        leaves: &["Her answer was [“Moss.”]"],
    },
    UseRule {
        name: "word",
        quoted_use: Use::Word,
        genres: Genres::ALL,
        when: When::Unlinked,
        asks: |scene, _| usage::is_mentioned(scene) || usage::is_defined(scene),
        finds: &["The word [“fair”] came up.", "By [“soon”] he meant a week."],
        leaves: &[],
    },
    UseRule {
        name: "on-a-sign",
        quoted_use: Use::Sign,
        genres: Genres::ALL,
        when: When::Unlinked,
        asks: |scene, _| usage::of_a_sign(scene),
        finds: &["There was a sign with [“Keep Out”] on it."],
        leaves: &[],
    },
    UseRule {
        name: "credited",
        quoted_use: Use::Title,
        genres: Genres::ALL,
        when: When::Unlinked,
        asks: |scene, _| title::is_credited(scene),
        finds: &["Then came [“The Long Road,”] by Ana Ruiz."],
        leaves: &[],
    },
    UseRule {
        name: "shouted",
        quoted_use: Use::Sign,
        genres: Genres::FICTION,
        when: When::Unlinked,
        asks: |scene, _| unsaid::is_shouted(scene),
        finds: &["On the wall hung a bill, [“VOTE FOR HILL,”] torn across."],
        leaves: &["[“STOP THIEF!”]"],
    },
    UseRule {
        name: "held-apart",
        quoted_use: Use::Scare,
        genres: Genres::NEWS,
        when: When::Unlinked,
        asks: |scene, _| usage::is_held_apart(scene),
        finds: &["The [“dry”] year was long."],
        leaves: &[],
    },
    UseRule {
        name: "piece",
        quoted_use: Use::Scare,
        genres: Genres::FICTION,
        when: When::Then,
        asks: usage::is_a_piece,
        finds: &["It was a [“dry”] year."],
        leaves: &["He rose and said [“thank you”] at last."],
    },
];
