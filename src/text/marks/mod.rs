//! Quotation marks to quoted spans, a paragraph at a time.
//!
//! In: the tokens of a paragraph. Out: [`Quoted`] spans in the order of their opening marks, nested ones
//! after the span that holds them. A mark that finds no partner is dropped, but for an opening one of the
//! text's primary kind: it runs to the paragraph's end, as in speeches that go on in the next paragraph.
//! So a stray mark spoils its own paragraph at most.
//!
//! `kind.rs` names the kinds of marks, `event.rs` reads which way a mark can face from what stands beside it, `pair.rs`
//! joins them to what `quoted.rs` describes, `dash.rs` does so for speech that dashes open, up to a tag, which `tag.rs` reads.

pub(crate) mod dash;
mod event;
mod kind;
mod pair;
mod quoted;
mod tag;

pub(crate) use kind::{Family, Primary};
pub(crate) use pair::{Pairing, pair};
pub(crate) use quoted::{Bounds, Quoted};
