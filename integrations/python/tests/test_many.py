"""Many texts: in order, lazily, without the interpreter's lock."""

import itertools
import threading
import time
from collections.abc import Iterator

import pytest

import whosaid

NEWS = "Ana Ruiz runs the mill. “It is perfectly safe,” she told reporters on Friday.\n\n" * 400


@pytest.mark.parametrize("threads", [None, 1, 2, 7])
def test_answers_come_in_order(strange: list[str], threads: int | None) -> None:
    documents = list(whosaid.attribute_many(strange[:300], threads=threads))
    assert [document.text for document in documents] == strange[:300]
    assert documents == [whosaid.attribute(text) for text in strange[:300]]


def test_an_endless_source_is_read_a_little_ahead() -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield f"“Yes,” said Tom Hill. {taken}"

    first = list(itertools.islice(whosaid.attribute_many(endless(), threads=2), 3))
    assert [document.text[-1] for document in first] == ["1", "2", "3"]
    assert taken <= 5 * 32


def test_long_texts_are_not_taken_ahead_by_the_dozen() -> None:
    taken = itertools.count()
    texts = (NEWS * 3 for _ in taken)
    next(whosaid.attribute_many(texts, threads=1))
    assert next(taken) <= 4


def test_what_the_source_raises_comes_after_the_texts_before() -> None:
    def broken() -> Iterator[str]:
        yield "“Yes,” said Tom Hill."
        raise LookupError("the shelf is empty")

    documents = whosaid.attribute_many(broken())
    assert next(documents).quotes[0].speaker == "Tom Hill"
    with pytest.raises(LookupError, match="the shelf is empty"):
        next(documents)
    with pytest.raises(StopIteration):
        next(documents)


def test_what_is_no_text_is_told() -> None:
    with pytest.raises(TypeError):
        list(whosaid.attribute_many([b"bytes"]))  # type: ignore[list-item]
    with pytest.raises(TypeError, match="give many texts"):
        whosaid.attribute_many("one text")
    with pytest.raises(ValueError, match="threads: 0"):
        whosaid.attribute_many([], threads=0)


def test_python_goes_on_while_texts_are_read() -> None:
    ticks: list[float] = []
    done = threading.Event()

    def tick() -> None:
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.001)

    ticker = threading.Thread(target=tick)
    ticker.start()
    started = time.perf_counter()
    whosaid.attribute(NEWS * 40)
    list(whosaid.attribute_many([NEWS * 40], threads=1))
    ended = time.perf_counter()
    done.set()
    ticker.join()
    during = [at for at in ticks if started < at < ended]
    # a lock held would leave one tick before and one after each of the two calls
    assert len(during) > 10
