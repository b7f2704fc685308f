//! A short list that allocates only beyond two.

use std::fmt;

/// Nearly every quote has one or two content spans and one speaker: they stay in place.
#[derive(Clone, Default)]
pub(crate) struct Few<T> {
    near: [T; 2],
    len: u8,
    /// All of the list, once it is longer than two.
    far: Vec<T>,
}

impl<T: Copy + Default> Few<T> {
    pub(crate) fn one(item: T) -> Self {
        Self { near: [item, T::default()], len: 1, far: Vec::new() }
    }

    pub(crate) fn push(&mut self, item: T) {
        let len = usize::from(self.len);
        if self.far.is_empty() && len < self.near.len() {
            self.near[len] = item;
            self.len += 1;
            return;
        }
        if self.far.is_empty() {
            self.far.extend_from_slice(&self.near);
        }
        self.far.push(item);
    }

    #[cfg_attr(not(feature = "serde"), allow(dead_code))]
    pub(crate) fn as_mut_slice(&mut self) -> &mut [T] {
        if self.far.is_empty() { &mut self.near[..usize::from(self.len)] } else { &mut self.far }
    }

    pub(crate) fn as_slice(&self) -> &[T] {
        if self.far.is_empty() { &self.near[..usize::from(self.len)] } else { &self.far }
    }
}

impl<T: Copy + Default + fmt::Debug> fmt::Debug for Few<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_slice().fmt(f)
    }
}

impl<T: Copy + Default + PartialEq> PartialEq for Few<T> {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl<T: Copy + Default> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut few = Self::default();
        for item in items {
            few.push(item);
        }
        few
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_order_whatever_its_length() {
        for len in 0..6 {
            let few: Few<usize> = (0..len).collect();
            assert_eq!(few.as_slice(), (0..len).collect::<Vec<_>>());
        }
    }
}
