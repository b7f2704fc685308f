//! Counts work in tests: a step for each byte that the segmenter passes over, for each token and item that
//! a later stage looks at. Without tests nothing is counted and nothing is left of it.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static STEPS: Cell<usize> = const { Cell::new(0) };
}

/// Counts `steps` more.
#[cfg(test)]
pub(crate) fn add(steps: usize) {
    STEPS.with(|all| all.set(all.get() + steps));
}

#[cfg(not(test))]
#[inline]
pub(crate) const fn add(_steps: usize) {}

/// How many steps `work` takes.
#[cfg(test)]
pub(crate) fn count(work: impl FnOnce()) -> usize {
    STEPS.with(|all| all.set(0));
    work();
    STEPS.with(Cell::get)
}
