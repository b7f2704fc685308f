//! The few words of the language's grammar that rules speak of one by one.

use super::key::Key;
use super::table::{Table, WordId};

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
    about = "about",
    according = "according",
    after = "after",
    against = "against",
    all = "all",
    although = "although",
    amid = "amid",
    and = "and",
    are = "are",
    as_ = "as",
    at = "at",
    away = "away",
    back = "back",
    be = "be",
    been = "been",
    before = "before",
    being = "being",
    both = "both",
    but = "but",
    by = "by",
    could = "could",
    despite = "despite",
    during = "during",
    each = "each",
    for_ = "for",
    forth = "forth",
    from = "from",
    her = "her",
    here = "here",
    however = "however",
    if_ = "if",
    in_ = "in",
    including = "including",
    into = "into",
    is = "is",
    it = "it",
    like = "like",
    might = "might",
    of = "of",
    off = "off",
    on = "on",
    out = "out",
    over = "over",
    own = "own",
    shall = "shall",
    should = "should",
    since = "since",
    such = "such",
    than = "than",
    the = "the",
    there = "there",
    this = "this",
    though = "though",
    throughout = "throughout",
    to = "to",
    under = "under",
    until = "until",
    up = "up",
    via = "via",
    unless = "unless",
    voice = "voice",
    what = "what",
    whether = "whether",
    while_ = "while",
    will = "will",
    will_short = "'ll",
    with = "with",
    without = "without",
    would = "would",
}

impl Known {
    /// *put in, broke out, went on*: a word that belongs to the verb before it.
    pub(crate) fn is_particle(&self, word: WordId) -> bool {
        [self.in_, self.out, self.on, self.up, self.off, self.back, self.forth, self.away].contains(&word)
    }
}
