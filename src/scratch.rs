//! What reading a text needs beside the text, kept for the next one.

use crate::attribution::sentence;
use crate::grammar::block::Block;
use crate::identity::resolve::Collector;

/// The memory in which texts are read: tokens and items of a block, mentions of a text. A caller who reads
/// many short texts keeps one for each thread and hands it to
/// [`attribute_with`](crate::Attributor::attribute_with); it saves the allocations, and answers are the same.
///
/// ```
/// let attributor = whosaid::Attributor::new();
/// let mut scratch = whosaid::Scratch::default();
/// for text in ["“Rates will fall,” Ana Ruiz said.", "“It rains,” said Tom Hill."] {
///     let document = attributor.attribute_with(&mut scratch, text);
///     assert_eq!(document.quotes().len(), 1);
/// }
/// ```
#[derive(Debug, Default)]
pub struct Scratch {
    pub(crate) block: Block,
    pub(crate) kept: Kept,
}

impl Scratch {
    /// Room for a text of `bytes`, so that the first block does not grow step by step.
    pub(crate) fn with_room(bytes: usize) -> Self {
        Self { block: Block::with_room(bytes), kept: Kept::default() }
    }
}

/// What reading takes for a text and gives back.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    pub(crate) attribution: sentence::Kept,
    pub(crate) mentions: Collector,
    /// Where the sources of a block stand.
    pub(crate) sources: Vec<(u32, u32)>,
}
