//! The first few of a row, without an allocation.

/// At most `N` items in an order that the caller keeps; what comes after them falls out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Best<T, const N: usize> {
    items: [T; N],
    count: u8,
}

impl<T: Copy, const N: usize> Best<T, N> {
    /// None; `blank` fills the room.
    pub(super) const fn new(blank: T) -> Self {
        Self { items: [blank; N], count: 0 }
    }

    pub(super) fn as_slice(&self) -> &[T] {
        &self.items[..usize::from(self.count)]
    }

    pub(super) fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.items[..usize::from(self.count)]
    }

    /// Puts the item after those that go `before` it.
    pub(super) fn insert(&mut self, item: T, before: impl Fn(&T) -> bool) {
        let count = usize::from(self.count);
        let place = self.as_slice().iter().position(|known| !before(known)).unwrap_or(count);
        if place == N {
            return;
        }
        let end = (count + 1).min(N);
        self.items[place..end].rotate_right(1);
        self.items[place] = item;
        self.count = end as u8;
    }

    pub(super) fn remove(&mut self, place: usize) {
        self.as_mut_slice()[place..].rotate_left(1);
        self.count -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_first_in_order() {
        let mut best: Best<i32, 3> = Best::new(0);
        for item in [4, 9, 1, 7, 9, 2] {
            best.insert(item, |known| *known >= item);
        }
        assert_eq!(best.as_slice(), [9, 9, 7]);
        best.remove(1);
        assert_eq!(best.as_slice(), [9, 7]);
    }
}
