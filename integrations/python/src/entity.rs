//! A person or body.

use pyo3::prelude::*;
use whosaid::{EntityId, Gender};

use crate::answer::{Answer, Place, all_bytes};

/// A person or body behind mentions.
#[pyclass(frozen, module = "whosaid")]
pub(crate) struct Entity {
    answer: Answer,
    id: EntityId,
}

impl Entity {
    pub(crate) fn all(answer: &Answer) -> Vec<Self> {
        answer.document().entities().map(|entity| Self { answer: answer.clone(), id: entity.id() }).collect()
    }

    fn entity(&self) -> whosaid::Entity<'_> {
        self.answer.document().entity(self.id).expect("an entity of this document")
    }
}

#[pymethods]
impl Entity {
    /// Its place in the document's entities.
    #[getter]
    fn id(&self) -> usize {
        self.id.index()
    }

    /// The fullest name.
    #[getter]
    fn name(&self) -> &str {
        self.entity().name()
    }

    /// Whether it has a name, or is called by a noun only.
    #[getter]
    fn named(&self) -> bool {
        self.entity().is_named()
    }

    /// Other names.
    #[getter]
    fn aliases(&self) -> Vec<&str> {
        self.entity().aliases().collect()
    }

    /// "person", "organisation", "group", "place", "document" or "unknown".
    #[getter]
    fn kind(&self) -> &'static str {
        self.entity().kind().as_str()
    }

    /// "m", "f", or None where the text does not tell.
    #[getter]
    fn gender(&self) -> Option<&'static str> {
        self.entity().gender().map(Gender::as_str)
    }

    /// The place in the document's entities of the body for which it speaks.
    #[getter]
    fn speaks_for(&self) -> Option<usize> {
        self.entity().speaks_for().map(EntityId::index)
    }

    /// The commonest form of the name.
    #[getter]
    fn short_name(&self) -> &str {
        self.entity().short_name()
    }

    /// An office in the words of the text.
    #[getter]
    fn role(&self) -> Option<&str> {
        self.entity().role()
    }

    /// The id that a cast gave.
    #[getter]
    fn caller_id(&self) -> Option<&str> {
        self.entity().caller_id()
    }

    /// Where it is mentioned.
    #[getter]
    fn mentions(&self) -> Vec<Place> {
        self.answer.all_chars(self.entity().mentions())
    }

    /// Where it is mentioned, in bytes.
    #[getter]
    fn mentions_bytes(&self) -> Vec<Place> {
        all_bytes(self.entity().mentions())
    }

    fn __repr__(&self) -> String {
        format!("<Entity {:?} kind={:?}>", self.name(), self.kind())
    }
}
