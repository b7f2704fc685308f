//! A text and what was found in it, in one value that any thread may hold.

use std::sync::Arc;

use pyo3::prelude::*;
use self_cell::self_cell;
use whosaid::offsets::Offsets;
use whosaid::{Document, Span};

/// What was found, and the table that counts its places in code points.
pub(crate) struct Found<'t> {
    pub(crate) document: Document<'t>,
    pub(crate) offsets: Offsets<'t>,
}

self_cell!(
    struct Cell {
        owner: String,
        #[covariant]
        dependent: Found,
    }
);

/// An answer is shared by the document and whatever was taken out of it, so that a quote outlives its document.
#[derive(Clone)]
pub(crate) struct Answer(Arc<Cell>);

impl Answer {
    /// What `read` finds in `text`.
    pub(crate) fn new(text: String, read: impl for<'t> FnOnce(&'t str) -> Document<'t>) -> Self {
        Self(Arc::new(Cell::new(text, |text| Found { document: read(text), offsets: Offsets::chars(text) })))
    }

    /// The same where finding may fail.
    pub(crate) fn try_new<E>(
        text: String,
        read: impl for<'t> FnOnce(&'t str) -> Result<Document<'t>, E>,
    ) -> Result<Self, E> {
        let cell =
            Cell::try_new(text, |text| Ok(Found { document: read(text)?, offsets: Offsets::chars(text) }));
        cell.map(|cell| Self(Arc::new(cell)))
    }

    pub(crate) fn text(&self) -> &str {
        self.0.borrow_owner()
    }

    pub(crate) fn document(&self) -> &Document<'_> {
        &self.0.borrow_dependent().document
    }

    pub(crate) fn offsets(&self) -> &Offsets<'_> {
        &self.0.borrow_dependent().offsets
    }

    /// The words of a place.
    pub(crate) fn words(&self, span: Span) -> &str {
        span.get(self.text()).unwrap_or("")
    }

    /// A place in code points.
    pub(crate) fn chars(&self, span: Span) -> Place {
        let place = self.offsets().span(span);
        Place(place.start, place.end)
    }

    pub(crate) fn all_chars(&self, spans: impl IntoIterator<Item = Span>) -> Vec<Place> {
        spans.into_iter().map(|span| self.chars(span)).collect()
    }

    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A place as Python has it: `(start, end)`.
#[derive(Clone, Copy, PartialEq, Eq, FromPyObject, IntoPyObject)]
pub(crate) struct Place(pub(crate) usize, pub(crate) usize);

impl From<Span> for Place {
    /// In bytes.
    fn from(span: Span) -> Self {
        Self(span.start(), span.end())
    }
}

pub(crate) fn all_bytes(spans: impl IntoIterator<Item = Span>) -> Vec<Place> {
    spans.into_iter().map(Place::from).collect()
}
