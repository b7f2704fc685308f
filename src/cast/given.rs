//! A cast as its caller gives it.

use crate::answer::document::Document;
use crate::answer::entity::Entity;
use crate::answer::quote::Quote;
use crate::base::span::Span;

use super::person::Person;
use super::pin::Pin;

/// Who is who, and who speaks which lines.
///
/// ```
/// use whosaid::{Attributor, Gender, cast::{Cast, Person}};
/// let cast = Cast::new().with(Person::new("Sasha Lind").gender(Gender::Masculine));
/// let attributor = Attributor::builder().cast(&cast)?.build();
/// let document = attributor.attribute("Sasha Lind met Ana Ruiz. “It rains,” he said.");
/// assert_eq!(document.speaker_name(&document.quotes()[0]), Some("Sasha Lind"));
/// # Ok::<(), whosaid::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Cast {
    pub(super) people: Vec<Person>,
    pub(super) pins: Vec<Pin>,
}

impl Cast {
    /// Nobody.
    ///
    /// ```
    /// assert!(whosaid::cast::Cast::new().people().is_empty());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Those whom a document names, with their other names, genders and the ids that a cast gave them. A name that two
    /// have is nobody's.
    ///
    /// ```
    /// use whosaid::{Attributor, cast::Cast};
    /// let cast = Cast::of(&Attributor::new().attribute("“No,” said Ana Ruiz. Ruiz left."));
    /// assert_eq!(cast.people()[0].aliases(), ["Ruiz"]);
    /// ```
    #[must_use]
    pub fn of(document: &Document<'_>) -> Self {
        let named = || document.entities().filter(Entity::is_named);
        let mut bearers = std::collections::HashMap::<Box<str>, usize>::new();
        for entity in named() {
            let mut forms: Vec<Box<str>> =
                entity.aliases().chain([entity.name()]).map(crate::identity::names::known::form).collect();
            forms.sort_unstable();
            forms.dedup();
            forms.into_iter().for_each(|form| *bearers.entry(form).or_default() += 1);
        }
        let own = |name: &str| bearers.get(&crate::identity::names::known::form(name)) == Some(&1);
        let people = named().filter(|entity| own(entity.name())).map(|entity| Person::of(entity, own));
        Self { people: people.collect(), pins: Vec::new() }
    }

    /// Adds somebody.
    ///
    /// ```
    /// use whosaid::cast::{Cast, Person};
    /// assert_eq!(Cast::new().with(Person::new("Ana Ruiz")).people().len(), 1);
    /// ```
    #[must_use]
    pub fn with(mut self, person: Person) -> Self {
        self.people.push(person);
        self
    }

    /// Gives a quote of `document` to somebody, whoever else may seem to say it: one of these people, one whom the text
    /// names, or somebody new. Its first words are kept, so that it is found again where the text has grown before it.
    ///
    /// ```
    /// use whosaid::{Attributor, cast::Cast};
    /// let text = "Ana Ruiz met Eve Ray. “It rains,” she said.";
    /// let document = Attributor::new().attribute(text);
    /// let cast = Cast::new().pin(&document, &document.quotes()[0], "Eve Ray");
    /// let again = Attributor::builder().cast(&cast)?.build().attribute(text);
    /// assert_eq!(again.speaker_name(&again.quotes()[0]), Some("Eve Ray"));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    #[must_use]
    pub fn pin(self, document: &Document<'_>, quote: &Quote, speaker: impl Into<String>) -> Self {
        let speaker = speaker.into();
        let pins = quote
            .content()
            .iter()
            .map(|span| Pin::new(*span, Some(speaker.clone())).words_of(document.text()));
        pins.fold(self, Self::with_pin)
    }

    /// The same by a place in the text, in bytes, be there a quote or not.
    ///
    /// ```
    /// use whosaid::{Attributor, cast::Cast};
    /// let text = "Salt Road. “It rains.” Ana Ruiz left.";
    /// let cast = Cast::new().pin_span(11..26, "Ana Ruiz");
    /// let document = Attributor::builder().cast(&cast)?.build().attribute(text);
    /// assert_eq!(document.speaker_name(&document.quotes()[0]), Some("Ana Ruiz"));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    #[must_use]
    pub fn pin_span(self, span: impl Into<Span>, speaker: impl Into<String>) -> Self {
        self.with_pin(Pin::new(span.into(), Some(speaker.into())))
    }

    /// Says that the words at a place are nobody's speech.
    ///
    /// ```
    /// use whosaid::{Attributor, cast::Cast};
    /// let text = "“Rates will fall,” said Ana Ruiz.";
    /// let cast = Cast::new().pin_nobody(0..22);
    /// let document = Attributor::builder().cast(&cast)?.build().attribute(text);
    /// assert!(document.quotes().is_empty());
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    #[must_use]
    pub fn pin_nobody(self, span: impl Into<Span>) -> Self {
        self.with_pin(Pin::new(span.into(), None))
    }

    /// Adds a pin; of two for one place the later one holds.
    ///
    /// ```
    /// use whosaid::cast::{Cast, Pin};
    /// let pin: Pin = "38..51 | Tom | “Past nine,”".parse()?;
    /// assert_eq!(Cast::new().with_pin(pin).pins().len(), 1);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    #[must_use]
    pub fn with_pin(mut self, pin: Pin) -> Self {
        self.pins.retain(|known| known.span() != pin.span());
        self.pins.push(pin);
        self
    }

    /// The people, in the order in which they were added.
    ///
    /// ```
    /// use whosaid::cast::{Cast, Person};
    /// assert_eq!(Cast::new().with(Person::new("Ana Ruiz")).people()[0].name(), "Ana Ruiz");
    /// ```
    #[must_use]
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// The pins, in the order in which they were added.
    ///
    /// ```
    /// assert_eq!(whosaid::cast::Cast::new().pin_span(0..9, "Tom").pins()[0].speaker(), Some("Tom"));
    /// ```
    #[must_use]
    pub fn pins(&self) -> &[Pin] {
        &self.pins
    }
}
