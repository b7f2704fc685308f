//! Ties each quoted span to a source, within its sentence.
//!
//! In: the rows of a sentence and its quoted spans. Out: a [`Link`] for each span that a rule of the table
//! reads, with the rule's name. `scene.rs` is what a rule sees, `answer.rs` what it answers, `rules.rs` the table,
//! whose order is the order in which `ask.rs` tries the rules, `after.rs`, `before.rs`, `label.rs`, `noun.rs`, `reply.rs` and
//! `viewpoint.rs` the rules' questions, `usage.rs` what quoted words are used for that nobody says.

mod after;
mod answer;
mod ask;
mod before;
mod label;
mod noun;
mod pattern;
mod reply;
mod rules;
mod scene;
mod usage;
mod viewpoint;

pub(crate) use answer::{Answer, Link};
pub(crate) use ask::{link, trials};
pub(crate) use pattern::Pattern;
pub(crate) use rules::{Genres, RULES};
pub(crate) use scene::Scene;
pub(crate) use usage::{is_speech, usage, use_of};
pub(crate) use viewpoint::{Viewpoint, viewpoint};
