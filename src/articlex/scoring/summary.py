"""What readability-lxml keeps of a page: its summary, and which of our blocks stand in it.

The engine keeps text that it rebuilds from the page, while blocks are what the rest of articlex works on. So
its summary is read by our reader, and a block of the page is kept if its text stands there. White space is
left out of the comparison, because the engine moves it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

from articlex.page import Page
from articlex.read.html.reader import read_html
from articlex.regex import regex

#: A block of so many characters or more is in the summary if it stands anywhere in it; a shorter one has to
#: be a block of the summary, because "Share" stands in many a sentence.
_LONG = 40

#: A block is sought in so many characters of the summary from the last hit on, so that a page with thousands
#: of blocks that the summary lacks is not searched from end to end for each.
_AHEAD = 20_000

#: Characters that XML forbids, as such and as references.
_FORBIDDEN = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    "|&#(?:x0*(?:[1-8bcef]|1[0-9a-f]|fff[ef])(?![0-9a-f])|0*(?:[1-8]|1[1-9]|2[0-9]|3[01]|6553[45])(?![0-9]));?",
    re.IGNORECASE,
)
_SILENT = logging.NullHandler()


def summary(source: str) -> str:
    """What readability-lxml finds in ``source``, as HTML; "" when there is nothing for it to read."""
    from readability import Document
    from readability.readability import Unparseable

    # It logs what it raises, which Python prints on stderr where nobody has asked for a log.
    logging.getLogger("readability").addHandler(_SILENT)
    try:
        return str(Document(_xml_compatible(_undeclared(source))).summary(html_partial=True))
    except Unparseable:
        return ""


def _undeclared(source: str) -> str:
    """``source`` without an XML declaration, which lxml refuses in text that is decoded already."""
    start = source.lstrip("\ufeff \t\r\n")
    return start.partition("?>")[2] if start.startswith("<?xml") else start


def _xml_compatible(source: str) -> str:
    """``source`` with spaces for characters that lxml reads in HTML but refuses to write into a tree."""
    return _FORBIDDEN.sub(" ", source)


def blocks_in(page: Page, found: str) -> set[int]:
    """Indices of the blocks of ``page`` whose text is in the summary ``found``, which is HTML."""
    return matching_blocks(page, [block.text for block in read_html(found).blocks])


def matching_blocks(page: Page, texts: Sequence[str]) -> set[int]:
    """Indices of the blocks of ``page`` whose text is in ``texts``, the blocks of a summary in order."""
    pieces = [bare(text) for text in texts]
    whole, exact = "".join(pieces), set(pieces)
    kept: set[int] = set()
    first_long: int | None = None
    place = 0
    for block in page.blocks:
        key = bare(block.text)
        if not key or (len(key) < _LONG and key not in exact):
            continue
        found = whole.find(key, place, place + len(key) + _AHEAD)
        if found < 0:
            continue
        kept.add(block.index)
        if len(key) >= _LONG:
            place = found + len(key)
            first_long = block.index if first_long is None else first_long
    return _without_early_strays(kept, first_long)


def _without_early_strays(kept: set[int], first_long: int | None) -> set[int]:
    """``kept`` without short blocks before the first long one that do not lead up to it: menus."""
    if first_long is None:
        return kept
    start = first_long
    while start - 1 in kept:
        start -= 1
    return {index for index in kept if index >= start}


def bare(text: str) -> str:
    """``text`` without its white space and what :func:`_xml_compatible` takes out."""
    joined = "".join(text.split())
    return joined if joined.isprintable() else _FORBIDDEN.sub("", joined)
