"""Pages flattened by ``get_text()`` in ways that lose line breaks, and where their lines begin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from articlex_lab.training.breaks.text_nodes import Between, nodes_between


class Row(NamedTuple):
    """A line of a page, and what ``get_text()`` prints between it and the one before it."""

    before: str
    text: str


def rows_of(page: bytes, separator: str, strip: bool) -> list[Row]:
    """The lines of ``page`` in what ``get_text(separator, strip=strip)`` prints: texts in one block are one
    line, unless nearly all of the block is linked."""
    rows: list[Row] = []
    before = ""
    for number, (text, between) in enumerate(nodes_between(page, strip)):
        shown = text.strip()
        if number and between is not Between.CODE:
            before += separator
        if shown:
            before += text[: len(text) - len(text.lstrip())]
            if rows and between is Between.NOTHING:
                rows[-1] = rows[-1]._replace(text=f"{rows[-1].text}{before}{shown}")
            else:
                rows.append(Row(before, shown))
            before = text[len(text.rstrip()) :]
        else:
            before += text
    return rows


def joined(rows: Iterable[Row]) -> tuple[str, set[int]]:
    """The text of ``rows``, and the places in it at which they begin."""
    parts: list[str] = []
    places: set[int] = set()
    size = 0
    for row in rows:
        places.add(size + len(row.before))
        parts += row
        size += len(row.before) + len(row.text)
    return "".join(parts), places
