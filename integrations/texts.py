"""Texts of every script and every mark, for the tests that hold one way to read them against another.

``python3 texts.py > texts.jsonl`` writes 2,000 of them, the same ones each time: reports and scenes whose names and words
are in turn of every block of Unicode that has letters, between marks of all kinds, with the white space, the controls
and the emoji on which places in bytes, code points and UTF-16 units part ways.
"""

import json
import random
import sys
import unicodedata
from collections.abc import Iterator

MARKS = ["“ ”", '" "', "‘ ’", "' '", "« »", "‹ ›", "„ “", "» «", "「 」", "『 』", "`` ''", "“ “", "— ", "‟ ”", "＂ ＂"]
SPACES = [" ", "  ", "\n", "\r\n", "\t", "\u00a0", "\u2028", "\u2009", "\u3000", "\u200b", " \n ", "\x0b", "\x85"]
ODD = ["", "😀", "👩‍👧‍👦", "é", "e\u0301", "\u200f", "\ufeff", "\x00", "\x1b", "\ufffd", "\U0010ffff", "🇬🇧", "ﷺ", "Ω", "½"]
VERBS = ["said", "asked", "told reporters", "wrote on Friday", "did not say", "will argue", "warned", "thought"]
FRAMES = [
    "{name} runs the mill.{space}{open}{words}, {odd}{close}{space}{pronoun} {verb}.",
    "{name} {verb}: {open}{words} {odd}{close}{space}It rained.",
    "{open}{words},{close} {verb} {name}, {open}and {words}.{close}{space}",
    "{name} {verb} that {words} was {open}{odd} perfectly safe{close}.{space}{other} disagreed.",
    "{open}{words}?{close}{space}{space}{open}No, {other},{close} said {name}.{space}{open}{odd}Yes.{close}",
    "The film {open}{words}{close} opens today, according to {name}.{odd}{space}",
    "{capitals}: {words} {odd}.\n{other_capitals}: {open}{words}.{close}\n",
    "{open}{name} called it {inner_open}{words}{inner_close},{close} {other} {verb}.{space}",
]


def alphabets() -> list[list[str]]:
    """The first letters of each stretch of 128 code points that has some: every script is among them."""
    found = []
    for start in range(0x80, 0x32000, 0x80):
        letters = [chr(code) for code in range(start, start + 0x80) if unicodedata.category(chr(code))[0] == "L"]
        if letters:
            found.append(letters)
    return found


def texts(count: int = 2000, seed: int = 19) -> Iterator[str]:
    """So many texts; the same for the same seed."""
    chance = random.Random(seed)
    all_letters = alphabets()
    for number in range(count):
        foreign = all_letters[number % len(all_letters)]
        paragraphs = [paragraph(chance, foreign) for _ in range(chance.randint(1, 4))]
        yield chance.choice(["\n\n", "\n", " ", "\r\n\r\n"]).join(paragraphs)


def paragraph(chance: random.Random, foreign: list[str]) -> str:
    def word() -> str:
        own = ["the", "rates", "will", "fall", "we", "it", "safe", "twice", "year"]
        return chance.choice(own) if chance.random() < 0.6 else "".join(chance.choices(foreign, k=chance.randint(1, 6)))

    def name() -> str:
        own = ["Ana Ruiz", "Tom Hill", "the mayor", "Harbour Bank", "Zoë O’Dell"]
        strange = f"{word().capitalize()} {''.join(chance.choices(foreign, k=4)).capitalize()}"
        return chance.choice(own) if chance.random() < 0.7 else strange

    opened, closed = chance.choice(MARKS).split(" ")
    inner = chance.choice(MARKS).split(" ")
    if chance.random() < 0.1:
        closed = ""
    return chance.choice(FRAMES).format(
        name=name(),
        other=name(),
        capitals=name().upper(),
        other_capitals=name().upper(),
        pronoun=chance.choice(["she", "he", "they", "it"]),
        verb=chance.choice(VERBS),
        words=" ".join(word() for _ in range(chance.randint(1, 8))),
        odd=chance.choice(ODD),
        space=chance.choice(SPACES),
        open=opened,
        close=closed,
        inner_open=inner[0],
        inner_close=inner[1],
    )


if __name__ == "__main__":
    for number, text in enumerate(texts()):
        sys.stdout.write(json.dumps({"id": str(number), "text": text}) + "\n")
