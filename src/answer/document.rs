//! All answers for one text.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::fmt;

use crate::answer::entity::{Entity, EntityId};
use crate::answer::genre::Genre;
use crate::answer::quote::{Quote, QuoteKind};
use crate::answer::roster::Roster;
use crate::answer::unattributed::Unattributed;
use crate::base::span::Span;

/// No parent.
const NONE: u32 = u32::MAX;

/// What [`Attributor::attribute`](crate::Attributor::attribute) found in a text. It borrows the text; its
/// quotes and entities hold spans and ids. [`into_owned`](Self::into_owned) makes it stand alone, to be kept or
/// sent to another thread.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
/// for quote in &document {
///     println!("{}", document.words(quote));
/// }
/// ```
#[derive(Clone, PartialEq)]
pub struct Document<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) genre: Genre,
    pub(crate) quotes: Vec<Quote>,
    /// The outer quoted spans that somebody says, in the order of the text.
    pub(crate) spoken: Vec<Span>,
    /// For each quote the one around it; empty where there is none at all.
    pub(crate) parents: Vec<u32>,
    pub(crate) unattributed: Vec<Unattributed>,
    pub(crate) roster: Roster,
    pub(crate) sentences: Vec<Span>,
}

impl<'t> Document<'t> {
    /// The text that was given; empty after [`without_text`](Self::without_text).
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“It rains,” said Tom Hill.");
    /// assert_eq!(document.text(), "“It rains,” said Tom Hill.");
    /// ```
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same with a text of its own: to keep, to return, to send to another thread.
    ///
    /// ```
    /// let text = String::from("“Rates will fall,” Ana Ruiz said.");
    /// let document = whosaid::Attributor::new().attribute(&text).into_owned();
    /// drop(text);
    /// let names = std::thread::spawn(move || document.totals()[0].name().map(str::to_owned));
    /// assert_eq!(names.join().unwrap().as_deref(), Some("Ana Ruiz"));
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Document<'static> {
        Document {
            text: Cow::Owned(self.text.into_owned()),
            genre: self.genre,
            quotes: self.quotes,
            spoken: self.spoken,
            parents: self.parents,
            unattributed: self.unattributed,
            roster: self.roster,
            sentences: self.sentences,
        }
    }

    /// A copy with a text of its own.
    ///
    /// ```
    /// let text = String::from("“Rates will fall,” Ana Ruiz said.");
    /// let borrowed = whosaid::Attributor::new().attribute(&text);
    /// let kept: whosaid::Document<'static> = borrowed.to_owned();
    /// assert_eq!(kept, borrowed);
    /// ```
    #[must_use]
    #[allow(clippy::should_implement_trait)]
    pub fn to_owned(&self) -> Document<'static> {
        self.clone().into_owned()
    }

    /// The same without the text, for who has it elsewhere: names and places stay, words are to be cut from the
    /// text as given.
    ///
    /// ```
    /// let text = String::from("“Rates will fall,” Ana Ruiz said.");
    /// let document = whosaid::Attributor::new().attribute(&text).without_text();
    /// let quote = &document.quotes()[0];
    /// assert_eq!(document.speaker_name(quote), Some("Ana Ruiz"));
    /// assert_eq!(&text[quote.content()[0]], "“Rates will fall,”");
    /// ```
    #[must_use]
    pub fn without_text(mut self) -> Document<'static> {
        self.roster.detach(&self.text);
        Document { text: Cow::Borrowed(""), ..self.into_owned() }
    }

    /// The quotations, in the order of their first content byte.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” Ana Ruiz said.");
    /// assert_eq!(document.quotes().len(), 1);
    /// ```
    #[must_use]
    pub fn quotes(&self) -> &[Quote] {
        &self.quotes
    }

    /// The quoted spans that nobody says, each with its use or the reason.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("The film “Salt Road” opens today.");
    /// assert_eq!(document.unattributed().len(), 1);
    /// ```
    #[must_use]
    pub fn unattributed(&self) -> &[Unattributed] {
        &self.unattributed
    }

    /// The persons and bodies; an [`EntityId`] is a place in this list.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“No,” said Ana Ruiz of Harbour Bank.");
    /// let names: Vec<_> = document.entities().map(|entity| entity.name()).collect();
    /// assert_eq!(names, ["Ana Ruiz", "Harbour Bank"]);
    /// ```
    pub fn entities(&self) -> impl ExactSizeIterator<Item = Entity<'_>> + DoubleEndedIterator + Clone {
        self.roster.rows(&self.text).enumerate().map(|(id, row)| Entity::new(EntityId::new(id), row))
    }

    /// The sentences, which cover all but white space.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("It rained. We left.");
    /// assert_eq!(document.sentences().len(), 2);
    /// ```
    #[must_use]
    pub fn sentences(&self) -> &[Span] {
        &self.sentences
    }

    /// The genre by which the text was read: the one that was set, else the one that was recognised.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
    /// assert_eq!(document.genre(), whosaid::Genre::News);
    /// ```
    #[must_use]
    pub const fn genre(&self) -> Genre {
        self.genre
    }

    /// The entity of an id. None for an id of another document that has more of them.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
    /// let quote = &document.quotes()[0];
    /// assert_eq!(document.entity(quote.speakers()[0]).unwrap().name(), "Ana Ruiz");
    /// ```
    #[must_use]
    pub fn entity(&self, id: EntityId) -> Option<Entity<'_>> {
        Some(Entity::new(id, self.roster.row(id.index(), &self.text)?))
    }

    /// The persons or bodies that say `quote`: none, one, or several.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute(
    ///     "Ana Ruiz runs the bank. “Rates will fall,” she said.",
    /// );
    /// let names: Vec<_> = document.speakers(&document.quotes()[0]).map(|entity| entity.name()).collect();
    /// assert_eq!(names, ["Ana Ruiz"]);
    /// ```
    pub fn speakers<'d>(&'d self, quote: &'d Quote) -> impl Iterator<Item = Entity<'d>> + 'd {
        quote.speakers().iter().filter_map(|id| self.entity(*id))
    }

    /// The name of the first speaker of `quote`, where there is one.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” Ana Ruiz said.");
    /// assert_eq!(document.speaker_name(&document.quotes()[0]), Some("Ana Ruiz"));
    /// ```
    #[must_use]
    pub fn speaker_name<'d>(&'d self, quote: &'d Quote) -> Option<&'d str> {
        self.speakers(quote).next().map(|entity| entity.name())
    }

    /// The words of each of `spans`.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” Ana Ruiz said.");
    /// let texts: Vec<_> = document.texts(document.quotes()[0].content()).collect();
    /// assert_eq!(texts, ["“Rates will fall,”"]);
    /// ```
    pub fn texts<'d>(&'d self, spans: &'d [Span]) -> impl Iterator<Item = &'d str> + Clone + 'd {
        spans.iter().filter_map(|span| span.get(&self.text))
    }

    /// The words of `quote`: those of its content, with ` … ` where something stands between, on one line.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates,” Ana Ruiz\nsaid, “will\nfall.”");
    /// assert_eq!(document.words(&document.quotes()[0]), "“Rates,” … “will fall.”");
    /// ```
    #[must_use]
    pub fn words(&self, quote: &Quote) -> String {
        let mut words = String::with_capacity(quote.content().iter().map(|span| span.len() + 5).sum());
        for piece in self.texts(quote.content()).map(one_line).filter(|piece| !piece.is_empty()) {
            if !words.is_empty() {
                words.push_str(" … ");
            }
            words.push_str(&piece);
        }
        words
    }

    /// What of `quote` stands in quotation marks, with them: all of a direct quote, the marked words of a mixed
    /// one, nothing of an indirect one.
    ///
    /// ```
    /// let text = "Ana Ruiz said the rain was “a blessing” for the farm.";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// let quoted: Vec<_> = document.quoted(&document.quotes()[0]).map(|span| &text[span]).collect();
    /// assert_eq!(quoted, ["“a blessing”"]);
    /// ```
    pub fn quoted<'d>(&'d self, quote: &'d Quote) -> impl Iterator<Item = Span> + Clone + 'd {
        let (whole, marked): (&[Span], &[Span]) = match quote.kind() {
            QuoteKind::Direct => (quote.content(), &[]),
            QuoteKind::Mixed => (&[], quote.content()),
            QuoteKind::Indirect => (&[], &[]),
        };
        let marked = marked.iter().flat_map(|content| {
            let first = self.spoken.partition_point(|span| span.start() < content.start());
            self.spoken[first..].iter().take_while(|span| span.start() < content.end())
        });
        whole.iter().chain(marked).copied()
    }

    /// The same words without the marks, and without the comma before the last of them.
    ///
    /// ```
    /// let text = "“Rates,” Ana Ruiz said, “will fall.”";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// let inner: Vec<_> = document.inner(&document.quotes()[0]).map(|span| &text[span]).collect();
    /// assert_eq!(inner, ["Rates", "will fall."]);
    /// ```
    pub fn inner<'d>(&'d self, quote: &'d Quote) -> impl Iterator<Item = Span> + Clone + 'd {
        self.quoted(quote).map(|span| without_marks(&self.text, span))
    }

    /// The quote in whose words `quote` stands: in *“He called it ‘a farce,’” Lee said* that of Lee.
    ///
    /// ```
    /// use whosaid::Span;
    /// let text = "“He called it ‘a farce,’” said Ana Ruiz.";
    /// let at = |words: &str| Span::from(text.find(words).unwrap()..text.find(words).unwrap() + words.len());
    /// let known = [(at("Ana Ruiz"), at("“He called it ‘a farce,’”")), (at("He"), at("‘a farce,’"))];
    /// let document = whosaid::Attributor::new().identify(text, &known.map(Into::into)).unwrap();
    /// let [outer, inner] = document.quotes() else { panic!() };
    /// assert_eq!(document.parent(inner), Some(outer));
    /// assert_eq!(document.parent(outer), None);
    /// ```
    #[must_use]
    pub fn parent(&self, quote: &Quote) -> Option<&Quote> {
        self.parent_place(self.place_of(quote)?).and_then(|parent| self.quotes.get(parent))
    }

    /// The place of the quote around the quote at `place`.
    pub(crate) fn parent_place(&self, place: usize) -> Option<usize> {
        self.parents.get(place).filter(|parent| **parent != NONE).map(|parent| *parent as usize)
    }

    /// Where `quote` stands among the quotes.
    fn place_of(&self, quote: &Quote) -> Option<usize> {
        let start = |quote: &Quote| quote.content().first().map_or(0, |span| span.start());
        let first = self.quotes.partition_point(|other| start(other) < start(quote));
        let mut same = self.quotes[first..].iter().take_while(|other| start(other) == start(quote));
        same.position(|other| other == quote).map(|place| first + place)
    }

    /// Puts the last touch to the answers: each reading once, and which quotes stand in others.
    pub(crate) fn settle(&mut self) {
        self.quotes.dedup_by(|next, before| {
            (next.content(), next.cue(), next.source()) == (before.content(), before.cue(), before.source())
        });
        let mut end = 0;
        let nested = self.quotes.iter().flat_map(Quote::content).any(|span| {
            let inside = span.start() < end;
            end = end.max(span.end());
            inside
        });
        self.parents = if nested { parents(&self.quotes) } else { Vec::new() };
    }
}

/// Words with each stretch of white space a blank: mostly they are so already.
pub(crate) fn one_line(words: &str) -> Cow<'_, str> {
    let mut before = ' ';
    let plain = words.chars().all(|letter| {
        let apart = if letter == ' ' { before != ' ' } else { letter > ' ' && !letter.is_whitespace() };
        before = letter;
        apart
    });
    if plain && (before != ' ' || words.is_empty()) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// For each of `quotes` the one with the shortest stretch of words around its first.
fn parents(quotes: &[Quote]) -> Vec<u32> {
    let mut spans: Vec<(Span, usize)> = quotes
        .iter()
        .enumerate()
        .flat_map(|(place, quote)| quote.content().iter().map(move |span| (*span, place)))
        .collect();
    spans.sort_by_key(|(span, place)| (span.start(), Reverse(span.end()), *place));
    let mut parents = vec![NONE; quotes.len()];
    let mut around: Vec<(Span, usize)> = Vec::new();
    for (span, place) in spans {
        while around.last().is_some_and(|(outer, _)| !outer.contains(span)) {
            around.pop();
        }
        if quotes[place].content().first() == Some(&span) {
            let outer =
                around.iter().rev().find(|(outer, other)| *other != place && outer.len() > span.len());
            parents[place] = outer.map_or(NONE, |(_, other)| *other as u32);
        }
        // of several with the same words one is enough
        if around.last().is_none_or(|(outer, _)| *outer != span) {
            around.push((span, place));
        }
    }
    parents
}

/// The words of a quoted span: without the marks, the dash that opens a line of dialogue, and the comma that leads
/// over to a tag.
fn without_marks(text: &str, span: Span) -> Span {
    let Some(words) = span.get(text) else { return span };
    let is_mark = |letter: char| "\"'`‘’‚‛“”„‟«»‹›「」『』".contains(letter);
    let is_open = |letter: char| is_mark(letter) || matches!(letter, '—' | '–' | '―');
    let opened = words.trim_start_matches(is_open);
    let start = span.start() + (words.len() - opened.len());
    let closed = opened.trim_end_matches(is_mark).trim_end();
    let closed = closed.strip_suffix(',').unwrap_or(closed);
    let blank = closed.len() - closed.trim_start().len();
    Span::new(start + blank, start + closed.len())
}

impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("genre", &self.genre)
            .field("bytes", &self.text.len())
            .field("quotes", &self.quotes)
            .field("unattributed", &self.unattributed)
            .field("entities", &self.entities().collect::<Vec<_>>())
            .field("sentences", &self.sentences.len())
            .finish()
    }
}

impl<'d> IntoIterator for &'d Document<'_> {
    type Item = &'d Quote;
    type IntoIter = std::slice::Iter<'d, Quote>;

    fn into_iter(self) -> Self::IntoIter {
        self.quotes.iter()
    }
}

impl IntoIterator for Document<'_> {
    type Item = Quote;
    type IntoIter = std::vec::IntoIter<Quote>;

    fn into_iter(self) -> Self::IntoIter {
        self.quotes.into_iter()
    }
}
