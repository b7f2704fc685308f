//! The words of a text's quotes, and what gold and prediction say of each quoted span.

use super::gold::{Gold, GoldQuote};
use super::record::{Place, QuoteRecord, Record};
use super::words::{blanked, shared, units, words};

/// A quoted span with what gold and the prediction say of it.
pub(super) struct Unit<'a> {
    pub(super) place: Place,
    pub(super) gold: Option<&'a GoldQuote>,
    pub(super) found: Option<&'a QuoteRecord>,
}

/// The words of all quotes of a text.
pub(super) struct Contents {
    pub(super) gold: Vec<Vec<usize>>,
    pub(super) found: Vec<Vec<usize>>,
}

impl Contents {
    pub(super) fn of(gold: &Gold, record: &Record) -> (Vec<u8>, Self) {
        let bytes = blanked(&gold.text);
        let contents = Self {
            gold: gold.quotes.iter().map(|quote| words(&bytes, &quote.content)).collect(),
            found: record.quotes.iter().map(|quote| words(&bytes, &quote.content)).collect(),
        };
        (bytes, contents)
    }

    /// The quoted spans of a text that hold words, and what covers at least half of each.
    pub(super) fn units<'a>(&self, bytes: &[u8], gold: &'a Gold, record: &'a Record) -> Vec<Unit<'a>> {
        let mut found_units = Vec::new();
        for place in units(&gold.text) {
            let unit = words(bytes, &[place]);
            if unit.is_empty() {
                continue;
            }
            let best = covering(&self.gold, &unit, |_| 0.0);
            let lacks_source = |index: usize| f64::from(u8::from(record.quotes[index].source.is_none()));
            let hit = covering(&self.found, &unit, |index| 0.001 * lacks_source(index));
            found_units.push(Unit {
                place,
                gold: best.map(|index| &gold.quotes[index]),
                found: hit.map(|index| &record.quotes[index]),
            });
        }
        found_units
    }
}

/// Of the lists that hold at least half of `unit` the one that holds most of it.
fn covering(lists: &[Vec<usize>], unit: &[usize], less: impl Fn(usize) -> f64) -> Option<usize> {
    let mut best: Option<(usize, f64, usize)> = None;
    for (index, list) in lists.iter().enumerate() {
        let count = shared(unit, list);
        let weight = count as f64 - less(index);
        if best.is_none_or(|(_, most, _)| weight > most) {
            best = Some((index, weight, count));
        }
    }
    best.filter(|(_, _, count)| 2 * count >= unit.len()).map(|(index, _, _)| index)
}
