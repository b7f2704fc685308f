//! A text cut where speech in quotation marks begins and ends.

use crate::answer::document::Document;
use crate::answer::quote::Quote;
use crate::base::span::Span;

/// A stretch of the text that one voice reads: the narration's, or a speaker's.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
/// for segment in document.segments() {
///     println!("{:?}: {}", segment.speaker(), segment.text());
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment<'d> {
    document: &'d Document<'d>,
    span: Span,
    quote: Option<&'d Quote>,
}

impl<'d> Segment<'d> {
    /// Where it stands, in bytes.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“It rains,” said Tom Hill.");
    /// let segment = document.segments().last().unwrap();
    /// assert_eq!(&document.text()[segment.span()], " said Tom Hill.");
    /// ```
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Its words as they stand in the text.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“It rains,” said Tom Hill.");
    /// assert_eq!(document.segments().next().unwrap().text(), "“It rains,”");
    /// ```
    #[must_use]
    pub fn text(&self) -> &'d str {
        self.span.get(self.document.text()).unwrap_or("")
    }

    /// The quote whose words they are; `None` where the text itself speaks.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“It rains,” said Tom Hill.");
    /// let quoted: Vec<bool> = document.segments().map(|segment| segment.quote().is_some()).collect();
    /// assert_eq!(quoted, [true, false]);
    /// ```
    #[must_use]
    pub const fn quote(&self) -> Option<&'d Quote> {
        self.quote
    }

    /// The name of whoever speaks, where it is speech and somebody is known to.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“It rains,” said Tom Hill.");
    /// let voices: Vec<_> = document.segments().map(|segment| segment.speaker()).collect();
    /// assert_eq!(voices, [Some("Tom Hill"), None]);
    /// ```
    #[must_use]
    pub fn speaker(&self) -> Option<&'d str> {
        self.document.speaker_name(self.quote?)
    }
}

/// The iterator over the segments of a document.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
/// assert_eq!(document.segments().map(|segment| segment.text()).collect::<String>(), document.text());
/// ```
#[derive(Clone, Debug)]
pub struct Segments<'d> {
    document: &'d Document<'d>,
    /// Quoted spans with their quotes, in the order of the text.
    quoted: std::iter::Peekable<std::vec::IntoIter<(Span, &'d Quote)>>,
    at: usize,
}

impl<'d> Iterator for Segments<'d> {
    type Item = Segment<'d>;

    fn next(&mut self) -> Option<Segment<'d>> {
        let (document, len) = (self.document, self.document.text().len());
        let (span, quote) = match self.quoted.peek() {
            Some((span, _)) if span.start() > self.at => (Span::new(self.at, span.start()), None),
            Some((span, quote)) => (Span::new(self.at, span.end()), Some(*quote)),
            None if self.at < len => (Span::new(self.at, len), None),
            None => return None,
        };
        self.at = span.end();
        while self.quoted.next_if(|(quoted, _)| quoted.end() <= self.at).is_some() {}
        Some(Segment { document, span, quote })
    }
}

impl Document<'_> {
    /// The text cut into what the narration tells and what stands in quotation marks: every byte once, in order.
    /// What is reported without marks is narration, as are titles and other words that nobody says.
    ///
    /// ```
    /// let text = "Ana Ruiz said the rain was “a blessing” for the farm. “It is late,” she added.";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// for segment in document.segments() {
    ///     println!("{}: {}", segment.speaker().unwrap_or("narrator"), segment.text());
    /// }
    /// assert_eq!(document.segments().count(), 5);
    /// ```
    #[must_use]
    pub fn segments(&self) -> Segments<'_> {
        let mut quoted: Vec<(Span, &Quote)> = self
            .quotes()
            .iter()
            .flat_map(|quote| self.quoted(quote).map(move |span| (span, quote)))
            .filter(|(span, _)| !span.is_empty() && span.end() <= self.text().len())
            .collect();
        let reach = |quote: &Quote| quote.content().iter().map(|span| span.len()).sum::<usize>();
        quoted.sort_by_key(|(span, quote)| (span.start(), std::cmp::Reverse(span.end()), reach(quote)));
        Segments { document: self, quoted: quoted.into_iter().peekable(), at: 0 }
    }

    /// The text without what stands in quotation marks, in pieces; `collect::<String>()` joins them.
    ///
    /// ```
    /// let text = "Ana Ruiz said the rain was “a blessing” for the farm.";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// let narration: String = document.outside_quotes().collect();
    /// assert_eq!(narration, "Ana Ruiz said the rain was  for the farm.");
    /// ```
    pub fn outside_quotes(&self) -> impl Iterator<Item = &str> + Clone {
        self.segments().filter(|segment| segment.quote().is_none()).map(|segment| segment.text())
    }

    /// The text with blanks over what stands in quotation marks, line breaks apart: as long as before, so that
    /// offsets stay right.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Oui, ça va,” said Tom Hill.");
    /// let mask = document.mask();
    /// assert_eq!((mask.len(), mask.trim_start()), (document.text().len(), "said Tom Hill."));
    /// ```
    #[must_use]
    pub fn mask(&self) -> String {
        let mut mask = String::with_capacity(self.text().len());
        for segment in self.segments() {
            if segment.quote().is_none() {
                mask.push_str(segment.text());
                continue;
            }
            let blank = |byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' };
            mask.extend(segment.text().bytes().map(blank));
        }
        mask
    }
}
