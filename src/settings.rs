//! What is told beside the text.

use std::sync::Arc;

use crate::answer::genre::Genre;
use crate::answer::nested::Nested;
use crate::attribution::custom::CustomRule;
use crate::cast;

#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) genre: Option<Genre>,
    pub(crate) wrapped: Option<bool>,
    /// Speech without marks; where nothing is said, as the genre has it.
    pub(crate) indirect: Option<bool>,
    /// Of what has no marks also topics and attitudes.
    pub(crate) topics: bool,
    pub(crate) entities: bool,
    pub(crate) nested: Nested,
    /// Readings below it are not reported.
    pub(crate) least_confidence: f32,
    pub(crate) rules: Arc<[CustomRule]>,
    /// The people whom the caller knows.
    pub(crate) cast: Arc<cast::Index>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            genre: None,
            wrapped: None,
            indirect: None,
            topics: false,
            entities: true,
            nested: Nested::default(),
            least_confidence: 0.0,
            rules: Arc::default(),
            cast: Arc::default(),
        }
    }
}
