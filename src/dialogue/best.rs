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
        if self.is_full() && self.items.last().is_none_or(&before) {
            return;
        }
        let end = (usize::from(self.count) + 1).min(N);
        let mut place = end - 1;
        while place > 0 && !before(&self.items[place - 1]) {
            self.items[place] = self.items[place - 1];
            place -= 1;
        }
        self.items[place] = item;
        self.count = end as u8;
    }

    /// Each item made another, in the same order.
    pub(super) fn map<U: Copy>(&self, blank: U, make: impl Fn(T) -> U) -> Best<U, N> {
        let mut made = Best::new(blank);
        for (made, item) in made.items.iter_mut().zip(self.as_slice()) {
            *made = make(*item);
        }
        made.count = self.count;
        made
    }

    /// Whether the next one that comes in puts the last one out.
    pub(super) const fn is_full(&self) -> bool {
        self.count as usize == N
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
