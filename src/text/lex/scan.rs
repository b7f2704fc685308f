//! The pass over the bytes.

use std::ops::Range;

use crate::lexicon::{Classes, Key, Lexicon, Part, WordId};

use super::markup;
use super::sixteen::{FIRST_CASE_BIT, Sixteen};
use super::token::{Shape, Token, TokenKind};
use super::word::{self, apostrophe};

/// What the first byte of a token says, where it is no letter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    Space,
    Digit,
    Mark,
    One(TokenKind),
    Stop,
    Hyphen,
    Backtick,
    /// What may be mark-up.
    Markup,
    High,
}

const FIRST: [First; 256] = {
    let mut table = [First::One(TokenKind::Symbol); 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            0..=b' ' | 0x7F => First::Space,
            b'0'..=b'9' => First::Digit,
            b'"' => First::One(TokenKind::Double),
            b'\'' => First::Mark,
            b',' => First::One(TokenKind::Comma),
            b'.' => First::Stop,
            b'?' => First::One(TokenKind::Question),
            b'!' => First::One(TokenKind::Exclamation),
            b':' => First::One(TokenKind::Colon),
            b';' => First::One(TokenKind::Semicolon),
            b'*' | b'<' | b'[' | b']' => First::Markup,
            b'(' | b'{' => First::One(TokenKind::OpenBracket),
            b')' | b'}' => First::One(TokenKind::CloseBracket),
            b'>' => First::One(TokenKind::Angle),
            b'-' => First::Hyphen,
            b'`' => First::Backtick,
            0x80..=0xFF => First::High,
            _ => First::One(TokenKind::Symbol),
        };
        byte += 1;
    }
    table
};

/// What the byte after a run of letters says of the word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    /// The letters are the word.
    Ends,
    /// The word ends here but for abbreviations and addresses.
    Stop,
    /// An apostrophe or mark.
    Mark,
    /// The word goes on, or may.
    More,
}

const AFTER: [After; 256] = {
    let mut table = [After::Ends; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'.' => After::Stop,
            // the bytes of curly marks begin with the second
            b'\'' | 0xE2 => After::Mark,
            b'-' | b'@' | b'&' | b'_' | b'0'..=b'9' | 0x80.. => After::More,
            _ => After::Ends,
        };
        byte += 1;
    }
    table
};

/// In letters, without the stop.
const LONGEST_ABBREVIATION: usize = 6;

/// So near, in bytes, two single marks that close are looked for behind two that open.
const NEAR_CLOSING: usize = 1024;

/// Appends the tokens of the paragraph `range` of `text`, with offsets relative to `base`; returns whether a
/// mark is among them.
pub(crate) fn lex(
    text: &str,
    range: Range<usize>,
    base: usize,
    lexicon: &Lexicon,
    tokens: &mut Vec<Token>,
) -> bool {
    let end = range.end.min(text.len());
    // a word without end must not be followed to its end from each piece of a long paragraph; loads of
    // sixteen bytes stay in reach
    let text = (end + 16..end + 20).find_map(|behind| text.get(..behind)).unwrap_or(text);
    let mut pass = Pass {
        text,
        bytes: text.as_bytes(),
        base,
        end,
        lexicon,
        tokens,
        gap: Shape::LINE_START,
        marks: false,
    };
    let mut at = range.start;
    while at < end {
        at = pass.token(at);
        // a blank between two tokens needs no look at the table
        if pass.bytes.get(at) == Some(&b' ') {
            pass.gap = pass.gap.with(Shape::SPACED);
            at += 1;
        }
    }
    pass.marks
}

struct Pass<'a> {
    text: &'a str,
    bytes: &'a [u8],
    base: usize,
    end: usize,
    lexicon: &'a Lexicon,
    tokens: &'a mut Vec<Token>,
    /// What stands before the next token.
    gap: Shape,
    /// Whether a token is a mark or may be one.
    marks: bool,
}

impl Pass<'_> {
    /// Reads one token or a stretch of white space at `at`; returns where the next begins.
    #[inline]
    fn token(&mut self, at: usize) -> usize {
        let bytes = Sixteen::at(self.bytes, at);
        let letters = bytes.letters();
        if letters > 0 {
            return self.word(at, bytes, letters);
        }
        match FIRST[bytes.low as usize & 0xFF] {
            First::Space => self.space(at),
            First::One(kind) => self.punctuation(at, 1, kind),
            rare => self.rare(at, rare),
        }
    }

    /// What is rare stands apart, so that the loop over words keeps its registers.
    #[inline(never)]
    fn rare(&mut self, at: usize, first: First) -> usize {
        match first {
            First::Digit => self.number(at),
            First::Stop => self.stop(at),
            First::Hyphen => self.hyphen(at),
            First::Mark => self.mark(at),
            First::Backtick => self.backtick(at),
            First::Markup => self.markup(at),
            _ => self.high(at),
        }
    }

    #[inline]
    fn space(&mut self, at: usize) -> usize {
        let newline = self.bytes[at] == b'\n';
        self.gap = self.gap.with(if newline { Shape::LINE_START.with(Shape::SPACED) } else { Shape::SPACED });
        at + 1
    }

    #[inline]
    fn push(&mut self, start: usize, end: usize, kind: TokenKind, word: WordId, shape: Shape) -> usize {
        let classes = self.lexicon.entry(word).classes;
        self.push_token(start, end, Token::new(kind, word, classes, shape))
    }

    /// Appends `token` with its place and what stands before it.
    #[inline]
    fn push_token(&mut self, start: usize, end: usize, token: Token) -> usize {
        let end = end.min(self.end);
        self.tokens.push(Token {
            start: (start - self.base) as u32,
            end: (end - self.base) as u32,
            shape: token.shape.with(self.gap),
            ..token
        });
        self.gap = Shape::default();
        end
    }

    #[inline]
    fn punctuation(&mut self, at: usize, len: usize, kind: TokenKind) -> usize {
        self.marks |= kind.is_mark();
        let token = Token::new(kind, 0, Classes::NONE, Shape::default());
        self.push_token(at, at + len, Token { part: kind.part(), ..token })
    }

    /// A word that begins with `len` plain letters: where it is nothing more, they are its key.
    #[inline]
    fn word(&mut self, at: usize, bytes: Sixteen, len: usize) -> usize {
        let end = at + len;
        if len == Sixteen::LEN {
            return self.long_word(at, end);
        }
        let after = self.bytes.get(end).map_or(After::Ends, |byte| AFTER[usize::from(*byte)]);
        if after != After::Ends && !self.is_apart(after, end, bytes, len) {
            return self.long_word(at, end);
        }
        let written = bytes.keep(len);
        let small = bytes.small().keep(len);
        let (word, entry) = self.lexicon.look_up(small.key());
        let classes = entry.classes;
        // bit 5 of each capital: what made it small
        let (low, high) = (small.low ^ written.low, small.high ^ written.high);
        let capital = low & FIRST_CASE_BIT != 0;
        let mut token =
            Token::new(TokenKind::Word, word, classes, Shape(Shape::CAPITAL.0 * u8::from(capital)));
        token.part = entry.part(capital);
        if low & !FIRST_CASE_BIT | high != 0 {
            token.shape = self.case_of(at, end);
            token.part = Part::Open;
        }
        if word == 0 && token.shape == Shape::default() && self.ends_in_ly(at, end) {
            // adverbs that the lists lack
            token.classes = Classes::ADVERB;
            token.part = Part::Adverb;
        }
        if after == After::Ends {
            return self.push_token(at, end, token);
        }
        if after == After::Stop && classes.any(Classes::ABBREVIATION) {
            return self.long_word(at, end);
        }
        let end = self.push_token(at, end, token);
        if after == After::Mark { self.clitic(end) } else { end }
    }

    #[inline(never)]
    fn ends_in_ly(&self, at: usize, end: usize) -> bool {
        self.bytes[at..end].ends_with(b"ly")
    }

    /// Whether the letters up to `end` are a word, though no blank or comma stands `after` them.
    #[inline(never)]
    fn is_apart(&self, after: After, end: usize, bytes: Sixteen, len: usize) -> bool {
        match after {
            After::Ends => true,
            After::Stop => len > 2 && self.stop_is_apart(end, bytes, len),
            After::Mark => self.mark_is_apart(end),
            After::More => false,
        }
    }

    /// Whether the stop at `at` belongs to no address and to no abbreviation of the lists; `bytes` are the
    /// letters before and the stop.
    fn stop_is_apart(&self, at: usize, bytes: Sixteen, letters: usize) -> bool {
        let joined = self.bytes.get(at + 1).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
        !joined
            && (letters > LONGEST_ABBREVIATION
                || at >= self.end
                || self.lexicon.find(bytes.small().keep(letters + 1).key()) == 0)
    }

    /// Whether what stands at `at` is a mark or dash, or the apostrophe of *'s*.
    fn mark_is_apart(&self, at: usize) -> bool {
        let after = match self.bytes.get(at..at + 3) {
            Some([b'\'', after @ ..]) => after,
            // “ ” ‘ – — …
            Some([0xE2, 0x80, 0x93 | 0x94 | 0x98 | 0x9C | 0x9D | 0xA6]) => return true,
            Some([0xE2, 0x80, 0x99]) => self.bytes.get(at + 3..at + 5).unwrap_or(&[]),
            _ => return false,
        };
        let letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80;
        match after {
            [b's', after] => !letter(*after),
            [after, _] => !letter(*after),
            _ => false,
        }
    }

    fn case_of(&self, at: usize, end: usize) -> Shape {
        let word = &self.bytes[at..end];
        let first_is_capital = match word.first() {
            Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
            _ => word::char_at(self.text, at).is_some_and(char::is_uppercase),
        };
        let mut shape = if first_is_capital { Shape::CAPITAL } else { Shape::default() };
        let capitals = word.iter().filter(|byte| byte.is_ascii_uppercase()).count();
        let lower = word.iter().any(u8::is_ascii_lowercase);
        if capitals > 1 && !lower {
            shape = shape.with(Shape::SHOUTED);
        } else if capitals > usize::from(first_is_capital) && lower {
            shape = shape.with(Shape::INNER_CAPITAL);
        }
        shape
    }

    /// A word with hyphens, apostrophes, stops, digits or letters outside ASCII, or a long one.
    #[inline(never)]
    fn long_word(&mut self, at: usize, letters_end: usize) -> usize {
        let initials = self.initials(at, letters_end);
        // "D.C.-based" is a word with a hyphen
        let goes_on =
            |end: usize| self.bytes.get(end) == Some(&b'-') && word::alphanumeric_at(self.text, end + 1);
        if let Some(end) = initials.filter(|end| !goes_on(*end)) {
            let word = self.lexicon.find(Key::new(self.bytes, at, end - 1 - at));
            let shape = self.case_of(at, end).with(Shape::STOPPED);
            let classes = self.lexicon.entry(word).classes | Classes::ABBREVIATION;
            return self.push_token(at, end, Token::new(TokenKind::Word, word, classes, shape));
        }
        let reach = word::reach(self.text, at, initials.unwrap_or(letters_end));
        let end = reach.end.min(self.end);
        let mut word = if reach.apostrophe {
            word::find_straight(&self.bytes[at..end], self.lexicon)
        } else {
            self.lexicon.find(Key::new(self.bytes, at, end - at))
        };
        if word == 0 && reach.last_part > 0 && reach.last_part < end {
            word = self.lexicon.find(Key::new(self.bytes, reach.last_part, end - reach.last_part));
        }
        let mut shape = self.case_of(at, end).with(reach.shape);
        let mut classes = self.lexicon.entry(word).classes;
        if word == 0 && self.bytes[at..end].ends_with(b"ly") && !shape.has(Shape::CAPITAL) {
            classes = Classes::ADVERB; // "half-jokingly"
        }
        if reach.shape.has(Shape::HYPHENATED) {
            classes = of_last_part(classes, reach.last_part > at + 4);
        }
        let mut stopped = end;
        let stop = self.bytes.get(end) == Some(&b'.') && end < self.end;
        // "cut in.", but "12 in. long"
        let counted = || self.tokens.last().is_some_and(|before| before.kind == TokenKind::Number);
        let measures = !classes.any(Classes::PREPOSITION) || counted();
        if stop && end - at <= LONGEST_ABBREVIATION && measures {
            // "rep" alone is no title, "Rep." is
            let with_stop = self.lexicon.find(Key::new(self.bytes, at, end + 1 - at));
            if with_stop != 0 {
                word = with_stop;
                classes = self.lexicon.entry(word).classes;
            }
        }
        if stop && (self.is_initial(at, end) || classes.any(Classes::ABBREVIATION)) {
            shape = shape.with(Shape::STOPPED);
            classes |= Classes::ABBREVIATION;
            stopped += 1;
        }
        self.push_token(at, stopped, Token::new(TokenKind::Word, word, classes, shape));
        if stopped > end { stopped } else { self.clitic(end) }
    }

    /// Where letters with a stop each end, if such begin at `at`.
    fn initials(&self, at: usize, letters_end: usize) -> Option<usize> {
        let stopped = self.bytes.get(letters_end) == Some(&b'.') && letters_end - at <= 2;
        if !stopped || letters_end == at {
            return None;
        }
        word::initials_end(self.bytes, at).filter(|end| *end <= self.end)
    }

    /// A capital alone before a stop, as in *J. Lee*; *I.* is a pronoun at a sentence's end.
    fn is_initial(&self, at: usize, end: usize) -> bool {
        end == at + 1 && self.bytes[at].is_ascii_uppercase() && self.bytes[at] != b'I'
    }

    /// The ending at an apostrophe that `long_word` left standing: *'s, 'll*.
    fn clitic(&mut self, at: usize) -> usize {
        let mark = apostrophe(self.bytes, at);
        if mark == 0 || at + mark >= self.end || !word::alphanumeric_at(self.text, at + mark) {
            return at;
        }
        let end = word::letters_end(self.text, at + mark).min(self.end);
        let word = word::find_straight(&self.bytes[at..end], self.lexicon);
        self.push(at, end, TokenKind::Clitic, word, Shape::default())
    }

    fn number(&mut self, at: usize) -> usize {
        let mut end = at;
        loop {
            while self.bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
                end += 1;
            }
            let digit_after = self.bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
            match self.bytes.get(end) {
                Some(b',' | b'.' | b':' | b'/') if digit_after => end += 1,
                // 42-year-old
                Some(b'-') if word::alphanumeric_at(self.text, end + 1) => {
                    return self.hyphenated_number(at, end);
                }
                // 5'7" is feet and inches
                Some(b'\'') if digit_after => {
                    end += 1 + self.bytes[end + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                    end += usize::from(self.bytes.get(end) == Some(&b'"'));
                    break;
                }
                Some(b'%') => {
                    end += 1;
                    break;
                }
                _ => break,
            }
        }
        let end = end.min(self.end);
        let stamp =
            self.gap.has(Shape::LINE_START) && is_time_stamp(&self.bytes[at..end], self.bytes.get(end..));
        let classes = if stamp { Classes::NUMBER.with(Classes::TIME) } else { Classes::NUMBER };
        self.push_token(at, end, Token::new(TokenKind::Number, 0, classes, Shape::default()));
        self.clitic(end)
    }

    fn hyphenated_number(&mut self, at: usize, letters_end: usize) -> usize {
        let reach = word::reach(self.text, at, letters_end);
        let end = reach.end.min(self.end);
        let part = reach.last_part.clamp(at, end);
        let word = self.lexicon.find(Key::new(self.bytes, part, end - part));
        let classes = self.lexicon.entry(word).classes.without(Classes::VERB) | Classes::NUMBER;
        let (kind, shape) = (TokenKind::Number, Shape::HYPHENATED);
        self.push_token(at, end, Token::new(kind, word, classes, shape));
        self.clitic(end)
    }

    fn stop(&mut self, at: usize) -> usize {
        let stops = self.bytes[at..self.end].iter().take_while(|byte| **byte == b'.').count();
        self.punctuation(at, stops, if stops > 1 { TokenKind::Ellipsis } else { TokenKind::Stop })
    }

    /// `--` and a hyphen before white space are dashes.
    fn hyphen(&mut self, at: usize) -> usize {
        let hyphens = self.bytes[at..self.end].iter().take_while(|byte| **byte == b'-').count();
        let after = self.bytes.get(at + 1);
        // "-Ana Ruiz" after white space signs a quotation
        let alone = after.is_none_or(u8::is_ascii_whitespace)
            || after.is_some_and(u8::is_ascii_uppercase) && self.gap.has(Shape::SPACED);
        let kind = if hyphens > 1 || alone { TokenKind::Dash } else { TokenKind::Symbol };
        self.punctuation(at, hyphens, kind)
    }

    /// A straight single mark: half of `''`, an elided word's, or left to the marks stage.
    fn mark(&mut self, at: usize) -> usize {
        if self.bytes.get(at + 1) == Some(&b'\'') && at + 1 < self.end {
            // of three at the end of words the first closes the inner quotation
            let inner = self.bytes.get(at + 2) == Some(&b'\'') && self.gap == Shape::default();
            return if inner {
                self.punctuation(at, 1, TokenKind::Single)
            } else if self.opens_elision(at + 1, b"''") {
                self.opened_elision(at, 1, TokenKind::Single)
            } else {
                self.punctuation(at, 2, TokenKind::DoubleClose)
            };
        }
        self.single(at, 1, TokenKind::Single)
    }

    /// A curly single mark; two side by side are typed for a double one: *‘‘No,’’*, and *‘’No,’’* where a program
    /// took the second for an apostrophe.
    fn curly(&mut self, at: usize, mark: char) -> usize {
        let len = mark.len_utf8();
        let char_at = |at: usize| word::char_at(self.text, at).filter(|_| at < self.end);
        let (next, after) = (char_at(at + len), char_at(at + 2 * len));
        match (mark, next) {
            ('‘', Some('’')) if self.opens_elision(at + len, "’’".as_bytes()) => {
                self.opened_elision(at, len, TokenKind::SingleOpen)
            }
            ('‘', Some('‘' | '’')) if after.is_some_and(char::is_alphanumeric) => {
                self.punctuation(at, 2 * len, TokenKind::DoubleOpen)
            }
            // of three the first closes the inner quotation
            ('’', Some('’')) if after != Some('’') => {
                self.punctuation(at, 2 * len, TokenKind::DoubleClose)
            }
            ('‘', _) => self.single(at, len, TokenKind::SingleOpen),
            _ => self.single(at, len, TokenKind::SingleClose),
        }
    }

    /// Whether the second of two single marks, at `at`, is an elided word's, and not half of a double mark that `closing`
    /// ends: *''Tis late,' he said.*
    fn opens_elision(&self, at: usize, closing: &[u8]) -> bool {
        let opens = self.gap != Shape::default() || self.tokens.last().is_none_or(|last| !last.is_word());
        let mark = apostrophe(self.bytes, at);
        if !opens || !word::alphanumeric_at(self.text, at + mark) {
            return false;
        }
        let behind = &self.bytes[at + mark..self.end.min(at + NEAR_CLOSING)];
        memchr::memmem::find(behind, closing).is_none()
    }

    /// A mark of `len` bytes at `at` and the elided word behind it.
    fn opened_elision(&mut self, at: usize, len: usize, kind: TokenKind) -> usize {
        self.punctuation(at, len, kind);
        let (end, word) = word::opened_elision(self.text, at + len, self.lexicon);
        self.push(at + len, end, TokenKind::Word, word, Shape::default())
    }

    fn single(&mut self, at: usize, len: usize, kind: TokenKind) -> usize {
        let after_letter = at > 0 && self.bytes[at - 1].is_ascii_alphanumeric();
        match if after_letter { None } else { word::elision(self.text, at, self.lexicon) } {
            Some((length, 0)) => self.push(at, at + length, TokenKind::Number, 0, Shape::default()),
            Some((length, word)) => self.push(at, at + length, TokenKind::Word, word, Shape::default()),
            None => self.punctuation(at, len, kind),
        }
    }

    /// A star or bracket; nothing where it is mark-up.
    fn markup(&mut self, at: usize) -> usize {
        let (length, kind) = match self.bytes[at] {
            b'*' => (markup::emphasis(self.bytes, at), TokenKind::Symbol),
            b'<' => (markup::tag(self.bytes, at), TokenKind::Angle),
            b'[' => (markup::link(self.bytes, at), TokenKind::OpenBracket),
            _ => (markup::link(self.bytes, at), TokenKind::CloseBracket),
        };
        match length {
            0 => self.punctuation(at, 1, kind),
            length => (at + length).min(self.end),
        }
    }

    /// A double mark at the start of a line that is no mark there but the sign of an item: *» More news*.
    fn is_bullet(&self, at: usize, len: usize) -> bool {
        let behind = &self.bytes[(at + len).min(self.end)..self.end.min(at + NEAR_CLOSING)];
        self.gap.has(Shape::LINE_START)
            && behind.first() == Some(&b' ')
            && memchr::memmem::find(behind, "«".as_bytes()).is_none()
    }

    fn backtick(&mut self, at: usize) -> usize {
        if self.bytes.get(at + 1) == Some(&b'`') && at + 1 < self.end {
            return self.punctuation(at, 2, TokenKind::DoubleOpen);
        }
        self.punctuation(at, 1, TokenKind::SingleOpen)
    }

    /// A character outside ASCII.
    #[inline(never)]
    fn high(&mut self, at: usize) -> usize {
        let Some(char) = word::char_at(self.text, at) else {
            return at + 1;
        };
        let len = char.len_utf8();
        match char {
            '“' | '«' | '„' | '‟' | '「' | '『' => self.punctuation(at, len, TokenKind::DoubleOpen),
            '»' if self.is_bullet(at, len) => self.punctuation(at, len, TokenKind::Symbol),
            '”' | '»' | '」' | '』' => self.punctuation(at, len, TokenKind::DoubleClose),
            '‘' | '’' => self.curly(at, char),
            '‹' | '‚' => self.single(at, len, TokenKind::SingleOpen),
            '›' => self.single(at, len, TokenKind::SingleClose),
            '–' | '—' | '―' => self.punctuation(at, len, TokenKind::Dash),
            '…' => self.punctuation(at, len, TokenKind::Ellipsis),
            '。' | '．' | '｡' | '।' => self.punctuation(at, len, TokenKind::Stop),
            '？' | '؟' => self.punctuation(at, len, TokenKind::Question),
            '！' => self.punctuation(at, len, TokenKind::Exclamation),
            '，' | '、' => self.punctuation(at, len, TokenKind::Comma),
            _ if char.is_alphanumeric() => self.long_word(at, at),
            _ if char.is_whitespace()
                || matches!(char, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}') =>
            {
                self.gap = self.gap.with(Shape::SPACED);
                at + len
            }
            _ => self.punctuation(at, len, TokenKind::Symbol),
        }
    }
}

/// *10:14 The mill …*, *7.05pm “It went up”*: the time at the start of an entry, before a sentence.
fn is_time_stamp(number: &[u8], behind: Option<&[u8]>) -> bool {
    let Some(sign) = number.iter().position(|byte| matches!(byte, b':' | b'.')) else { return false };
    let minutes = &number[sign + 1..];
    let digits = minutes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let half = matches!(&minutes[digits..], b"" | b"am" | b"pm" | b"h");
    let opens = match behind {
        Some([b' ', next, ..]) => next.is_ascii_uppercase() || !next.is_ascii_alphanumeric() && *next != b'(',
        _ => false,
    };
    (1..=2).contains(&sign) && digits == 2 && half && opens
}

/// Of *co-founder* or *so-called* the last part tells the kind of word; `far` tells that five bytes or more are before it.
fn of_last_part(classes: Classes, far: bool) -> Classes {
    // "built-in" is no "in", and "India-US" no "us"
    const NO_PART: Classes = Classes::AUXILIARY
        .with(Classes::PREPOSITION)
        .with(Classes::TO)
        .with(Classes::PRONOUN)
        .with(Classes::OBJECT_FORM);
    let classes = classes.without(NO_PART);
    // "Florida-based", "long-running" are adjectives; "re-elected", "co-wrote" are verbs
    if far && classes.any(Classes::VERB) {
        classes.without(Classes::VERB.with(Classes::REPORTING)) | Classes::ADJECTIVE
    } else {
        classes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of `text` as the lexer cuts them, a blank between.
    fn cut(text: &str) -> String {
        let lexicon = Lexicon::english();
        let mut tokens = Vec::new();
        lex(text, 0..text.len(), 0, &lexicon, &mut tokens);
        let words: Vec<&str> =
            tokens.iter().map(|token| &text[token.start as usize..token.end as usize]).collect();
        words.join(" ")
    }

    #[test]
    fn words_keep_hyphens_and_names_their_apostrophes() {
        assert_eq!(
            cut("The 42-year-old O’Hara didn't co-write it."),
            "The 42-year-old O’Hara didn't co-write it ."
        );
    }

    #[test]
    fn two_single_marks_side_by_side_are_a_double_one() {
        assert_eq!(cut("‘‘No,’’ he said."), "‘‘ No , ’’ he said .");
        assert_eq!(cut("‘’No,’’ he said."), "‘’ No , ’’ he said .");
        assert_eq!(cut("“He said ‘no’’’"), "“ He said ‘ no ’ ’’");
        assert_eq!(cut("the boys’ ‘rules’"), "the boys ’ ‘ rules ’");
    }

    #[test]
    fn initials_before_a_hyphen_are_part_of_the_word() {
        assert_eq!(
            cut("the D.C.-based board, the U.S.-led U.N."),
            "the D.C.-based board , the U.S.-led U.N."
        );
    }

    #[test]
    fn a_letter_read_as_two_characters_does_not_break_its_word() {
        assert_eq!(cut("ZoÃ« LÃ³pez, JosÃ©'s Å¡ef"), "ZoÃ« LÃ³pez , JosÃ© 's Å¡ef");
        assert_eq!(cut("Ã ¿"), "Ã ¿");
    }

    #[test]
    fn endings_stand_apart() {
        assert_eq!(cut("Ann's aides' he'll they’re"), "Ann 's aides ' he 'll they ’re");
    }

    #[test]
    fn initials_and_measures_keep_their_stops_and_marks() {
        assert_eq!(
            cut("J. Lee of the U.S. is 5'7\" tall, born in the '90s."),
            "J. Lee of the U.S. is 5'7\" tall , born in the '90s ."
        );
    }

    #[test]
    fn numbers_keep_what_stands_between_digits() {
        assert_eq!(cut("$3.2 million, 10,000 or 7%"), "$ 3.2 million , 10,000 or 7%");
    }

    #[test]
    fn marks_of_every_kind_are_tokens() {
        assert_eq!(cut("``Yes,'' “no” «so» 'x'"), "`` Yes , '' “ no ” « so » ' x '");
    }

    #[test]
    fn letters_outside_ascii_stay_in_their_word() {
        assert_eq!(cut("José Müller—naïve Ελένη"), "José Müller — naïve Ελένη");
    }

    #[test]
    fn counting_letters_agrees_with_the_plain_way() {
        for sample in ["abcdefgh", "Abc def", "A1bcdefg", "ßbcd", "{abc", "zZ@`[", ""] {
            for filled in ["", "abcdefgh", "abcdefghijklmnop"] {
                let sample = format!("{filled}{sample}");
                let plain = sample.bytes().take(16).take_while(u8::is_ascii_alphabetic).count();
                assert_eq!(Sixteen::at(sample.as_bytes(), 0).letters(), plain, "{sample:?}");
            }
        }
    }
}
