//! The forms of names: who is called by a whole name, a surname, a given name, letters.

use crate::base::steps;
use crate::base::table::{NONE, Table};
use crate::identity::mention::{Flags, NameKey};

/// No more bearers of a name than these are looked at: 10,000 people of one surname would cost 10,000
/// comparisons each otherwise.
const MOST_BEARERS: usize = 8;

/// A bearer of a name, and the one who was met before.
#[derive(Clone, Copy, Debug)]
struct Bearer {
    member: u32,
    next: u32,
}

/// Members by the words of their names.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    bearers: Vec<Bearer>,
    whole: Table,
    last: Table,
    first: Table,
    initials: Table,
}

impl Forms {
    /// Forgets all names.
    pub(super) fn clear(&mut self) {
        self.bearers.clear();
        for table in [&mut self.whole, &mut self.last, &mut self.first, &mut self.initials] {
            table.clear();
        }
    }

    /// Who has the whole name, `NONE` where nobody has.
    pub(super) fn whole(&self, hash: u32) -> u32 {
        self.whole.get(hash)
    }

    /// Who is called by the letters, `NONE` where nobody is.
    pub(super) fn initials(&self, hash: u32) -> u32 {
        self.initials.get(hash)
    }

    /// Those whose name ends in the word, the latest first.
    pub(super) fn last(&self, hash: u32) -> impl Iterator<Item = u32> + '_ {
        self.bearers(&self.last, hash)
    }

    /// Those whose name begins with the word, the latest first.
    pub(super) fn first(&self, hash: u32) -> impl Iterator<Item = u32> + '_ {
        self.bearers(&self.first, hash)
    }

    /// The members that bear the name `hash`, the latest first.
    fn bearers<'a>(&'a self, table: &Table, hash: u32) -> impl Iterator<Item = u32> + 'a {
        let mut next = table.get(hash);
        std::iter::from_fn(move || {
            steps::add(1);
            let bearer = self.bearers.get(next as usize)?;
            next = bearer.next;
            Some(bearer.member)
        })
        .take(MOST_BEARERS)
    }

    /// Enters the words of a form that the member has not been known by.
    pub(super) fn register(&mut self, flags: Flags, before: &NameKey, form: &NameKey, number: u32) {
        if form.parts > 1 {
            *self.whole.entry(form.whole) = number;
        }
        let add = |table: &mut Table, bearers: &mut Vec<Bearer>, hash: u32| {
            let head = table.entry(hash);
            let mut known = *head;
            for _ in 0..MOST_BEARERS {
                steps::add(1);
                match bearers.get(known as usize) {
                    Some(bearer) if bearer.member == number => return,
                    Some(bearer) => known = bearer.next,
                    None => break,
                }
            }
            let next = std::mem::replace(head, bearers.len() as u32);
            bearers.push(Bearer { member: number, next });
        };
        if before.last != form.last && (before.parts == 0 || form.parts > 1) {
            add(&mut self.last, &mut self.bearers, form.last);
        }
        if before.first != form.first && form.parts > 1 && !flags.has(Flags::OWNED) {
            add(&mut self.first, &mut self.bearers, form.first);
        }
        for initials in form.initials.into_iter().filter(|initials| *initials != 0) {
            let known = self.initials.entry(initials);
            if *known == NONE {
                *known = number;
            }
        }
    }
}
