//! One member of the cast behind all forms of a name.
//!
//! In: the spellings of the names among the mentions. Out: a [`Cast`] of members, and of each spelling who is meant
//! by it. `forms.rs` finds who is called by a word, `member.rs` is what is known of one and which names are forms
//! of another, `article.rs` is how names join in an article.

mod article;
mod forms;
mod member;

pub(crate) use article::Cast;
pub(crate) use member::{Member, OTHERS};
