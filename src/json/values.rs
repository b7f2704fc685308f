//! Small values: the schema, places, ids, rules, what a status holds, segments and totals.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::answer::entity::EntityId;
use crate::answer::quote::{CueStatus, Mention, MentionKind, Quote};
use crate::answer::rule::Rule;
use crate::answer::segments::Segment;
use crate::answer::totals::Total;
use crate::base::span::Span;

/// The version of the shape.
///
/// ```
/// assert_eq!(whosaid::json::SCHEMA, 1);
/// ```
pub const SCHEMA: u32 = 1;

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [self.start(), self.end()].serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let [start, end] = <[usize; 2]>::deserialize(deserializer)?;
        if end < start {
            return Err(D::Error::custom(format!("the place [{start},{end}] ends before it begins")));
        }
        Ok(Self::new(start, end))
    }
}

impl Serialize for EntityId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.index().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for EntityId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u32::deserialize(deserializer).map(|index| Self::new(index as usize))
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Rule {
    /// A name that is none of the crate's rules is that of a rule of the caller's own.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Ok(Self::named(&name).unwrap_or_else(|| Self::user(&name.into())))
    }
}

impl Serialize for CueStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.names())
    }
}

impl<'de> Deserialize<'de> for CueStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let names = Vec::<String>::deserialize(deserializer)?;
        Self::named(names.iter().map(String::as_str)).map_err(D::Error::custom)
    }
}

#[derive(Serialize, Deserialize)]
struct MentionShape {
    span: Span,
    kind: MentionKind,
}

impl Serialize for Mention {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        MentionShape { span: self.span(), kind: self.kind() }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Mention {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        MentionShape::deserialize(deserializer).map(|shape| Self::new(shape.span, shape.kind))
    }
}

impl Serialize for Segment<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shape<'a> {
            span: Span,
            text: &'a str,
            speaker: Option<&'a str>,
            speaker_ids: &'a [EntityId],
            quoted: bool,
        }
        let speaker_ids = self.quote().map_or(&[][..], Quote::speakers);
        let (span, text, quoted) = (self.span(), self.text(), self.quote().is_some());
        Shape { span, text, speaker: self.speaker(), speaker_ids, quoted }.serialize(serializer)
    }
}

impl Serialize for Total<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shape<'a> {
            speaker: Option<&'a str>,
            speaker_id: Option<EntityId>,
            quotes: usize,
            words: usize,
        }
        let speaker_id = self.speaker().map(|speaker| speaker.id());
        let (quotes, words) = (self.quotes(), self.words());
        Shape { speaker: self.name(), speaker_id, quotes, words }.serialize(serializer)
    }
}
