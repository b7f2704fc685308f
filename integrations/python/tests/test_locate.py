"""Claims."""

import whosaid

DOCUMENT = whosaid.attribute("Zoë Ruiz runs the mill. “We test it twice a year,” she said. Tom Hill disagreed.")


def test_words_that_stand_there() -> None:
    located = DOCUMENT.locate("We test it twice a year", by="Zoë Ruiz")
    assert (located.verdict, located.speaker, bool(located)) == ("exact", "Zoë Ruiz", True)
    assert [DOCUMENT.text[slice(*span)] for span in located.spans] == ["We test it twice a year"]
    assert located.quote == DOCUMENT.quotes[0]


def test_words_that_differ() -> None:
    located = DOCUMENT.locate("We test it three times a year")
    assert located.verdict == "altered"
    assert [(change.claimed, change.found) for change in located.differences] == [("three times", "twice")]
    assert DOCUMENT.text[slice(*located.differences[0].span)] == "twice"


def test_words_of_another_and_of_nobody() -> None:
    assert DOCUMENT.locate("We test it twice a year", by="Tom Hill").verdict == "said by another"
    absent = DOCUMENT.locate("The harbour is closed")
    assert (absent.verdict, bool(absent), absent.quote) == ("absent", False, None)
