"""Reads an English text and says who said what.

>>> import whosaid
>>> text = "Ana Ruiz runs the mill. “It is perfectly safe,” she told reporters."
>>> document = whosaid.attribute(text)
>>> quote = document.quotes[0]
>>> quote.speaker, quote.text
('Ana Ruiz', '“It is perfectly safe,”')
>>> start, end = quote.source
>>> text[start:end]
'she'

Fields have the names and values of the library's JSON page. Places are ``(start, end)`` in code points, as Python counts;
fields that end in ``_bytes`` count bytes of UTF-8. Half a surrogate pair is read as U+FFFD, which is as long.
"""

from ._whosaid import (
    NOTICE,
    SCHEMA,
    Alternative,
    Attributor,
    Difference,
    Document,
    Documents,
    Entity,
    Located,
    Quote,
    Segment,
    Total,
    Unattributed,
    __version__,
    attribute,
    attribute_many,
)

__all__ = [
    "NOTICE",
    "SCHEMA",
    "Alternative",
    "Attributor",
    "Difference",
    "Document",
    "Documents",
    "Entity",
    "Located",
    "Quote",
    "Segment",
    "Total",
    "Unattributed",
    "__version__",
    "attribute",
    "attribute_many",
]
