//! What each reason weighs, in tenths of a point.
//!
//! Set by hand; moved one at a time over development novels they gain less than a point.

/// As many paragraphs back a mention makes somebody a candidate.
pub(super) const RECENT: u32 = 10;
/// Hypotheses that are followed, and candidates for each turn.
pub(super) const BEAM: usize = 4;
pub(super) const CANDIDATES: usize = 4;
/// A speaker by so much takes part for sure when the turns are decided a second time.
pub(super) const KNOWN: i32 = 90;

macro_rules! weights {
    ($($(#[$doc:meta])* $name:ident = $value:literal,)*) => {
        /// The weight of each reason.
        #[derive(Clone, Copy, Debug)]
        pub(super) struct Weights {
            $($(#[$doc])* pub(super) $name: i32,)*
        }

        impl Weights {
            pub(super) const STANDARD: Self = Self { $($name: $value,)* };

        }
    };
}

weights! {
    tag = 250,
    own_vocative = -110,
    /// The same paragraph goes on with another line, or the tag says that it is another.
    not_again = -110,
    tag_gender = -190,
    beat_gender = -115,
    unknown_gender = -12,
    addressed_before = 80,
    addressed_after = 40,
    addressed_before_gap = 15,
    interrupted = 120,
    beat_before = 110,
    beat_after = 70,
    beat_far = 24,
    own_nominal = 100,
    nominal = -8,
    same_adjacent = -56,
    same_gap = -1,
    alternates = 50,
    alternates_tagged = 14,
    alternates_gap = 5,
    takes_part = 16,
    polite = 15,
    present = 11,
    lead = 60,
    family = 60,
    family_near = 40,
    unmarried = -60,
    beside = -20,
    named_inside = -90,
    recency = -4,
    nearest_subject = 20,
    /// The paragraph before tells of him alone, and the line has a pronoun, or nothing.
    led_up = 30,
    led_up_bare = 50,
    nearest_of_gender = 10,
    nearest_of_pronoun = 20,
    /// Nothing tells that this person ever speaks, or acts.
    never_speaks = -10,
    never_acts = -20,
    continues_open = 120,
}
