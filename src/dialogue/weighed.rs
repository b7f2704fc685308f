//! Who was weighed for a line, and why.

/// What spoke for a person in a turn.
#[derive(Clone, Debug)]
pub(crate) struct Weighed {
    pub(crate) person: u32,
    /// How far the best path with this person stays behind the best of all, in tenths of a point.
    pub(crate) behind: i32,
    /// The reasons with their tenths of a point.
    pub(crate) reasons: Vec<(&'static str, i32)>,
}
