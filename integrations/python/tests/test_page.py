"""The page of one text."""

import html
import re

import whosaid


def test_the_page_is_the_library_s() -> None:
    page = whosaid.attribute("“It <rains>,” said Tom Hill.").to_html("A & B")
    assert page.startswith("<!DOCTYPE html>") and page.endswith("</html>\n")
    assert "<title>A &amp; B</title>" in page and "“It &lt;rains&gt;,”" in page


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    document = whosaid.attribute("“It <rains>,” said Tom Hill.")
    [source] = re.findall('srcdoc="([^"]*)"', document._repr_html_())
    assert html.unescape(source) == document.to_html()
