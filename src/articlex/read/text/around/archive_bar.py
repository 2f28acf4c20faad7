"""The bar that a web archive shows above its copy of a page; it ends with the address of the copy.

In text, the Wayback Machine and archives with its software end it with "The Wayback Machine -
https://web.archive.org/web/20190401120000/https://example.org/". In HTML it is removed from the tree
(:mod:`articlex.read.html.preparation.archive_bar`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from articlex.read.text.lines import Line
from articlex.read.text.wrapping.paragraphs import NARROWEST_SHORT
from articlex.regex import regex

#: The bar ends within so many lines.
_TOP = 80
#: The name of the archive, which wrapping may leave on a line of its own, and the address.
_NAME = "Wayback Machine -"
_COPY = regex(rf"(?:(?:The )?{_NAME} )?(https?://\S+/\d{{14}}(?:[a-z]{{2}}_)?/https?:/\S+)")


class Bar(NamedTuple):
    """How many lines the bar has, and the address of the copy; 0 and None if there is no bar."""

    lines: int = 0
    url: str | None = None


def archive_bar(lines: Sequence[Line]) -> Bar:
    """The bar of a web archive at the top of a page."""
    for place, line in enumerate(lines[:_TOP]):
        copy = _COPY.fullmatch(line.text) if "/http" in line.text else None
        if copy and (copy.start(1) or (place and lines[place - 1].text.endswith(_NAME))):
            rest = lines[place + 1].text if _is_cut(line, lines[place + 1 : place + 2]) else ""
            return Bar(place + 1 + bool(rest), copy[1] + rest)
    return Bar()


def _is_cut(line: Line, following: Sequence[Line]) -> bool:
    """Whether the address at the end of a line goes on in the next: text browsers break it at their width."""
    return line.width >= NARROWEST_SHORT and any(not one.gap and " " not in one.text for one in following)
