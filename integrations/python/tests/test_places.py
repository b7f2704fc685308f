"""Places in code points and bytes cut the right words out of any text."""

import whosaid

TEXT = "Zoë 👩‍👧‍👦 runs the mill. “It is \ud800 safe,” she told \udfff\U0001f600 reporters. e\u0301 “No,” said Tom Hill."


def test_slices_of_any_text() -> None:
    document = whosaid.attribute(TEXT)
    [quote, other] = document.quotes
    assert document.text is TEXT
    [(start, end)] = quote.content
    assert TEXT[start:end] == "“It is \ud800 safe,”"
    assert quote.source is not None and TEXT[slice(*quote.source)] == "she"
    assert other.source is not None and TEXT[slice(*other.source)] == "Tom Hill"
    assert quote.text == "“It is \ufffd safe,”"


def test_bytes_are_those_of_the_encoded_text() -> None:
    encoded = TEXT.encode("utf-8", "surrogatepass")
    for quote in whosaid.attribute(TEXT).quotes:
        for (start, end), (first, last) in zip(quote.content, quote.content_bytes, strict=True):
            assert encoded[first:last].decode("utf-8", "surrogatepass") == TEXT[start:end]


def test_segments_make_up_the_text(strange: list[str]) -> None:
    for text in strange[:500]:
        segments = whosaid.attribute(text).segments
        assert "".join(segment.text for segment in segments) == text
        assert all(text[slice(*segment.span)] == segment.text for segment in segments)


def test_totals_count_words() -> None:
    totals = whosaid.attribute("“It rains,” said Tom Hill. “Yes,” Tom Hill said.").totals
    assert [(total.speaker, total.quotes, total.words) for total in totals] == [("Tom Hill", 2, 3)]


def test_an_empty_text_has_an_answer() -> None:
    document = whosaid.attribute("")
    assert (len(document), document.segments, document.totals, bool(document)) == (0, [], [], True)
