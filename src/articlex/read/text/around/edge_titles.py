"""What the headers and footers of a printed page say of it: its title and its address."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.read.text.around.edges import NUMBERED
from articlex.read.text.lines import Line
from articlex.regex import LETTER, regex

_APART = regex(r"\t+| {2,}")
_ADDRESS = regex(r"https?://\S+\Z")
#: The date or time at which the page was printed; characters of the longest page number, "2 of 5".
_PRINT, _LONGEST_NUMBER = regex(r"\d[:./年\-]\d"), 20
#: How a text ends that the browser has truncated.
_CUT = ("...", "…")


def printed_record(edges: Sequence[Line]) -> tuple[str, str | None]:
    """The title and the address that a browser prints above and below each sheet; "" and None where it prints
    none, or a truncated one. ``edges`` are the lines of headers and footers."""
    title, url = "", None
    for piece in (piece for line in edges for piece in _APART.split(line.raw.strip())):
        if "://" in piece:
            url = url or (piece if _ADDRESS.match(piece) and not piece.endswith(_CUT) else None)
        elif not title and LETTER.search(piece) and not _is_of_print(piece) and not piece.endswith(_CUT):
            title = piece
    return title, url


def _is_of_print(piece: str) -> bool:
    counts = len(piece) <= _LONGEST_NUMBER and NUMBERED.search(piece) is not None
    return counts or _PRINT.search(piece) is not None
