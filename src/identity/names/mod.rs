//! One member of the cast behind all forms of a name.
//!
//! In: the spellings of the names among the mentions. Out: a [`Cast`] of members, and of each spelling who is meant
//! by it. `forms.rs` finds who is called by a word, `member.rs` is what is known of one and which names are forms
//! of another, `article.rs` is how names join in an article. A book is counted first: `words.rs` has its names,
//! `book.rs` joins them, `gender.rs` counts the pronouns that follow each, `kinship.rs` is who can be whose wife. `known.rs` has the names that the
//! caller tells.

mod article;
pub(crate) mod book;
mod forms;
pub(crate) mod gender;
pub(crate) mod kinship;
pub(crate) mod known;
mod member;
pub(crate) mod words;

pub(crate) use article::Cast;
pub(crate) use member::{Member, OTHERS};
