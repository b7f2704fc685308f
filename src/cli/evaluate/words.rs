//! Words of news texts and the stretches between quotation marks, cut as the scorers of the field cut them.
//!
//! Words are known by their first bytes. All that is compared are sorted lists of them.

use std::sync::LazyLock;

use regex::bytes::Regex;

use super::record::Place;

static WORD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u)[0-9A-Za-z\x80-\xff]+(?:['\xe2\x80\x99.-][0-9A-Za-z]+)*").expect("a pattern")
});

/// The bytes of a text with its punctuation outside ASCII blanked, so that it is part of no word.
pub(super) fn blanked(text: &str) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let len = match &bytes[at..] {
            [0xe2, 0x80, 0x90..=0x97 | 0x9a..=0xaf | 0xb9 | 0xba, ..] => 3,
            [0xe2, 0x80, 0x98, next, ..] if *next != b'\n' => 3,
            [0xc2, 0xa0 | 0xab | 0xbb, ..] | [b'\'', b'\'', ..] => 2,
            _ => 0,
        };
        bytes[at..at + len].fill(b' ');
        at += len.max(1);
    }
    bytes
}

/// The words of `places` in a blanked text.
pub(super) fn words(bytes: &[u8], places: &[Place]) -> Vec<usize> {
    let mut words: Vec<usize> = places
        .iter()
        .flat_map(|[start, end]| {
            let piece = bytes.get(*start..*end).unwrap_or(&[]);
            WORD.find_iter(piece).map(move |word| start + word.start())
        })
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// How many words two lists share.
pub(super) fn shared(some: &[usize], others: &[usize]) -> usize {
    let (Some(first), Some(last)) = (some.first(), some.last()) else { return 0 };
    let from = others.partition_point(|word| word < first);
    let others = &others[from..];
    let others = &others[..others.partition_point(|word| word <= last)];
    others.iter().filter(|word| some.binary_search(word).is_ok()).count()
}

/// All words of several lists.
pub(super) fn union<'a>(lists: impl Iterator<Item = &'a Vec<usize>>) -> Vec<usize> {
    let mut all: Vec<usize> = lists.flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What closes an opening mark.
fn closing(open: &str) -> &str {
    match open {
        "“" | "„" => "”",
        "«" => "»",
        "``" => "''",
        other => other,
    }
}

/// The stretches between an opening mark and its closing one, or the paragraph's end.
pub(super) fn units(text: &str) -> Vec<Place> {
    let mut units = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        paragraph(text, start, end, &mut units);
        let rest = &text[end..];
        start = end + (rest.len() - rest.trim_start().len());
        if start == end {
            break;
        }
    }
    units.retain(|[start, end]| end > start);
    units
}

fn paragraph(text: &str, start: usize, end: usize, units: &mut Vec<Place>) {
    let paragraph = &text[start..end];
    let letter_at = |at: usize| paragraph[at..].chars().next();
    let before = |at: usize| paragraph[..at].chars().next_back().unwrap_or(' ');
    let mut open: Option<(usize, &str)> = None;
    let mut at = 0;
    while let Some(letter) = letter_at(at) {
        let rest = &paragraph[at..];
        let width = letter.len_utf8();
        let outside = !before(at).is_alphanumeric();
        match open {
            None => {
                let two = rest.starts_with("``") || rest.starts_with("''");
                if two
                    || matches!(letter, '“' | '«' | '„')
                    || letter == '”' && outside && !".,!?".contains(before(at))
                {
                    let mark = &rest[..if two { 2 } else { width }];
                    open = Some((at + mark.len(), closing(mark)));
                    at += mark.len();
                    continue;
                }
                let next = rest[width..].chars().next();
                if letter == '"' && (outside && next.is_some_and(|next| !next.is_whitespace()) || at == 0) {
                    open = Some((at + 1, "\""));
                } else if letter == '‘' && outside {
                    if let Some(len) = single(&rest[width..]) {
                        let inner = at + width;
                        if rest[width..width + len].contains(' ') {
                            units.push([start + inner, start + inner + len]);
                            at = inner + len + '’'.len_utf8();
                            continue;
                        }
                    }
                }
            }
            Some((from, close)) => {
                let either = matches!(close, "”" | "\"");
                if rest.starts_with(close) || either && matches!(letter, '”' | '"') {
                    units.push([start + from, start + at]);
                    open = None;
                    at += if close == "''" { 2 } else { width };
                    continue;
                }
            }
        }
        at += width;
    }
    if let Some((from, _)) = open {
        let end = paragraph.trim_end().len();
        if end > from {
            units.push([start + from, start + end]);
        }
    }
}

/// The length of what stands before a closing single mark that is no apostrophe.
fn single(rest: &str) -> Option<usize> {
    for (at, letter) in rest.char_indices() {
        match letter {
            '‘' | '\n' => return None,
            '’' => {
                let next = rest[at + letter.len_utf8()..].chars().next();
                if !next.is_some_and(|next| next.is_alphanumeric() || next == '_') {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}
