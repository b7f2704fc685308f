//! Ties each quoted span to a source, within its sentence.
//!
//! In: the rows of a sentence and its quoted spans. Out: a [`Link`] for each span that a rule of the table
//! reads, with the rule's name. `scene.rs` is what a rule sees, `answer.rs` what it answers, `rules.rs` the table,
//! whose order is the order in which `ask.rs` tries the rules, `after.rs`, `before.rs`, `label.rs`, `noun.rs`, `reply.rs` and
//! `viewpoint.rs` the rules' questions. `uses.rs` is the table of what quoted words are used for that nobody says, `usage.rs`,
//! `title.rs` and `unsaid.rs` what its entries ask.

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
mod title;
mod unsaid;
mod usage;
mod uses;
mod viewpoint;

pub(crate) use answer::{Answer, Link};
pub(crate) use ask::{link, trials};
pub(crate) use pattern::Pattern;
pub(crate) use rules::{Genres, RULES};
pub(crate) use scene::Scene;
pub(crate) use usage::is_speech;
#[cfg(test)]
pub(crate) use uses::USES;
pub(crate) use uses::{first_use, later_use};
pub(crate) use viewpoint::{Viewpoint, viewpoint};
