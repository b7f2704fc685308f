//! A stretch of the text as given.

use std::fmt;
use std::ops::{Index, Range};

/// A half-open range of bytes into the text that was given, on character boundaries.
///
/// ```
/// use whosaid::Span;
/// let span = Span::new(4, 9);
/// assert_eq!(&"The judge said"[span], "judge");
/// assert_eq!(span.to_string(), "4..9");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span from byte `start` up to, not including, byte `end`.
    ///
    /// An `end` before `start` gives the empty span at `start`.
    ///
    /// ```
    /// assert_eq!(whosaid::Span::new(3, 1).len(), 0);
    /// ```
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        let end = if end < start { start } else { end };
        Self { start, end }
    }

    /// The first byte.
    ///
    /// ```
    /// assert_eq!(whosaid::Span::new(3, 17).start(), 3);
    /// ```
    #[must_use]
    pub const fn start(self) -> usize {
        self.start
    }

    /// The byte after the last.
    ///
    /// ```
    /// assert_eq!(whosaid::Span::new(3, 17).end(), 17);
    /// ```
    #[must_use]
    pub const fn end(self) -> usize {
        self.end
    }

    /// The length in bytes.
    ///
    /// ```
    /// assert_eq!(whosaid::Span::new(3, 17).len(), 14);
    /// ```
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    ///
    /// ```
    /// assert!(whosaid::Span::new(3, 3).is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether all of `other` lies in this span.
    ///
    /// ```
    /// use whosaid::Span;
    /// assert!(Span::new(3, 17).contains(Span::new(5, 17)));
    /// ```
    #[must_use]
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a byte.
    ///
    /// ```
    /// use whosaid::Span;
    /// assert!(!Span::new(3, 5).overlaps(Span::new(5, 9)));
    /// ```
    #[must_use]
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The words of `text` that the span covers, or `None` where it does not fit the text.
    ///
    /// ```
    /// assert_eq!(whosaid::Span::new(0, 50).get("short"), None);
    /// ```
    #[must_use]
    pub fn get(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start..span.end
    }
}

impl Index<Span> for str {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.start..span.end]
    }
}

/// Texts are often owned, and an index does not look through to `str` by itself.
impl Index<Span> for String {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self.as_str()[span]
    }
}
