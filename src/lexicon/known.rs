//! The few words of the language's grammar that rules speak of one by one.

use super::table::{Key, Table, WordId};

macro_rules! known {
    ($($field:ident = $word:literal,)*) => {
        /// Their entries; a word that the lists lack is 0, which no token of the lexicon has.
        #[derive(Clone, Copy, Debug, Default)]
        pub(crate) struct Known {
            $(pub(crate) $field: WordId,)*
        }

        impl Known {
            pub(super) fn of(table: &Table) -> Self {
                let id = |word: &str| match table.find(Key::of(word.as_bytes())) {
                    // no token carries this number, so that a missing word matches nothing
                    0 => WordId::MAX,
                    id => id,
                };
                Self { $($field: id($word),)* }
            }
        }
    };
}

known! {
    according = "according",
    after = "after",
    all = "all",
    ago = "ago",
    and = "and",
    as_ = "as",
    at = "at",
    be = "be",
    been = "been",
    being = "being",
    both = "both",
    but = "but",
    by = "by",
    each = "each",
    for_ = "for",
    from = "from",
    her = "her",
    if_ = "if",
    in_ = "in",
    it = "it",
    like = "like",
    of = "of",
    on = "on",
    or = "or",
    so = "so",
    that = "that",
    there = "there",
    to = "to",
    under = "under",
    unless = "unless",
    what = "what",
    whether = "whether",
    who = "who",
    will = "will",
    shall = "shall",
    will_short = "'ll",
    with = "with",
}
