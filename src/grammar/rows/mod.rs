//! A row for each verb group of a sentence: its subject, its complement and what it stands in.
//!
//! In: the items and verb groups of a sentence. Out: [`Predicate`]s in the order of the text. Items are counted
//! from the chunks' start. `sentence.rs` makes the rows (`predicate.rs`) of a sentence's items (`view.rs`). `subject.rs` finds who does
//! it, with `phrase.rs` how far a noun phrase reaches, `across.rs` what stands between it and the verb, `shared.rs`
//! whose subject a second verb takes, `nonfinite.rs` *to say, saying, called*; `complement.rs` finds what is said and `extent.rs`
//! how far that reaches; `insertion.rs` goes over what stands between commas, `clause.rs` says which row stands in the
//! complement of which, `status.rs` whether it is asked, denied or supposed.

mod across;
mod clause;
mod complement;
mod extent;
mod insertion;
mod nonfinite;
mod phrase;
mod phrase_extent;
mod predicate;
mod sentence;
mod shared;
mod status;
mod subject;
mod view;

pub(crate) use clause::is_relative;
pub(crate) use extent::{clause_at, holds_main_clause, of_clause as clause_end, verb_clause_at};
pub(crate) use phrase_extent::of_phrase as phrase_end;
pub(crate) use predicate::{ComplementKind, Predicate, Subject, SubjectPlace};
#[cfg(feature = "stages")]
pub(crate) use sentence::read;
pub(crate) use sentence::{Wanted, append};
pub(crate) use view::View;
