//! Runs of capitals to names.
//!
//! In: the tokens of a block and the place of a word that may open a name. Out: how far the name reaches, where the
//! name proper begins, and what kind of thing it seems to name. `scan.rs` asks the others in turn: `opening.rs`
//! whether a name begins, `part.rs` which words belong to one, `extent.rs` how far it reaches, `title.rs` what
//! stands before the name proper, `kind.rs` what it names; `run.rs` is what they read.

mod extent;
mod kind;
mod opening;
mod part;
mod run;
mod scan;
mod title;

pub(crate) use kind::NameKind;
pub(crate) use run::{NameContext, is_paper};
pub(crate) use scan::{NameChunk, plain_name, scan_name};
