"""What the edges of printed sheets say of the page: its title and its address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.read.text.around.edges import NUMBERED
from articlex.read.text.lines import Line
from articlex.regex import LETTER, regex

_APART = regex(r"\t+| {2,}")
_ADDRESS = regex(r"https?://\S+\Z")
#: The day and the clock time of the print, and the number of a sheet, which is short.
_PRINT, _LONGEST_NUMBER = regex(r"\d[:./年\-]\d"), 20
#: What a browser has cut off.
_CUT = ("...", "…")
#: Lines at the top of a page, one of which prints its title.
_TOP = 40


def printed_record(edges: Sequence[Line]) -> tuple[str, str | None]:
    """The title and the address that a browser prints at the edges of each sheet; "" and None where it does
    not, or where they are cut short."""
    title, url = "", None
    for piece in _pieces(edges):
        if "://" in piece:
            url = url or (piece if _ADDRESS.match(piece) and not piece.endswith(_CUT) else None)
        elif not title and LETTER.search(piece) and not _is_of_print(piece) and not piece.endswith(_CUT):
            title = piece
    return title, url


def running_title(edges: Sequence[Line], lines: Sequence[Line]) -> str:
    """The piece of a running head that a line at the top of the text has for itself; "" if there is none."""
    top = {line.text for line in lines[:_TOP]}
    return next((piece for piece in _pieces(edges) if piece in top and LETTER.search(piece)), "")


def _is_of_print(piece: str) -> bool:
    counts = len(piece) <= _LONGEST_NUMBER and NUMBERED.search(piece) is not None
    return counts or _PRINT.search(piece) is not None


def _pieces(edges: Sequence[Line]) -> Iterator[str]:
    for line in edges:
        yield from filter(None, _APART.split(line.raw.strip()))
