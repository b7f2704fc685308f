//! The Python package `whosaid`: the crate's public API as classes, no more.
//!
//! `text.rs` brings Python's texts over, `answer.rs` keeps a text with what was found in it, `row.rs` tells the fields of a
//! quote in the names and values of the JSON page. On top: `attributor.rs` and `settings.rs` read texts, `many.rs` many
//! of them, `document.rs`, `quote.rs`, `entity.rs`, `parts.rs` and `located.rs` are what a caller gets, `json.rs` the way
//! to JSON and back, `program.rs` the command.

mod answer;
mod attributor;
mod document;
mod entity;
mod errors;
mod json;
mod located;
mod many;
mod parts;
mod program;
mod quote;
mod row;
mod settings;
mod text;

use pyo3::prelude::*;

/// Reads English texts and says who said what.
#[pymodule(name = "_whosaid")]
mod module {
    #[pymodule_export]
    use crate::attributor::{Attributor, attribute, attribute_many};
    #[pymodule_export]
    use crate::document::Document;
    #[pymodule_export]
    use crate::entity::Entity;
    #[pymodule_export]
    use crate::located::{Difference, Located};
    #[pymodule_export]
    use crate::many::Documents;
    #[pymodule_export]
    use crate::parts::{Alternative, Segment, Total, Unattributed};
    #[pymodule_export]
    use crate::program::program;
    #[pymodule_export]
    use crate::quote::Quote;
    use pyo3::prelude::*;

    #[pymodule_init]
    fn constants(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))?;
        module.add("SCHEMA", whosaid::json::SCHEMA)?;
        module.add("NOTICE", whosaid::NOTICE)
    }
}
