//! Counts the work of the segmenter in tests: a step for each byte that is passed over. Without tests
//! nothing is counted and nothing is left of it.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static STEPS: Cell<usize> = const { Cell::new(0) };
}

/// Counts `steps` more.
#[cfg(test)]
pub(super) fn add(steps: usize) {
    STEPS.with(|all| all.set(all.get() + steps));
}

#[cfg(not(test))]
#[inline]
pub(super) const fn add(_steps: usize) {}

/// How many steps `work` takes.
#[cfg(test)]
pub(super) fn count(work: impl FnOnce()) -> usize {
    STEPS.with(|all| all.set(0));
    work();
    STEPS.with(Cell::get)
}
