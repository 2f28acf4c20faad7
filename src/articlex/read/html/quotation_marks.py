"""Quotations in the line, <q>, whose quotation marks the page prints itself, as where its style has browsers
set none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from articlex.page import Run, Style, runs_text

#: The marks with which a quotation ends that begins with one.
_ENDS = {
    '"': '"',
    "“": "”",
    "„": '“”"',
    "”": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
}
#: Marks between which and the words French sets blanks.
_SPACED = ("«", "»", "‹", "›")


def without_second_marks(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs of a block; quotations that have marks around them or at their ends become plain text."""
    groups = [(quoted, tuple(group)) for quoted, group in groupby(runs, _is_quoted)]
    made: list[Run] = []
    for place, (quoted, group) in enumerate(groups):
        if quoted:
            before = runs_text(groups[place - 1][1]) if place else ""
            behind = runs_text(groups[place + 1][1]) if place + 1 < len(groups) else ""
            text = runs_text(group)
            if _are_marks(_last(before), _first(behind)) or _is_marked(text.strip()):
                group = tuple(run._replace(style=run.style & ~Style.QUOTE) for run in group)
        made.extend(group)
    return tuple(made)


def _is_quoted(run: Run) -> bool:
    return bool(run.style & Style.QUOTE)


def _are_marks(first: str, last: str) -> bool:
    """Whether two characters are the marks around a quotation."""
    return bool(last) and last in _ENDS.get(first, "")


def _is_marked(text: str) -> bool:
    """Whether a quotation has marks of its own at both ends, and is not two of them."""
    return len(text) > 2 and _are_marks(text[0], text[-1]) and not (set(text[1:-1]) & {text[0], text[-1]})


def _last(text: str) -> str:
    """The last character of the text before a quotation, the mark behind which a blank stands perhaps."""
    stripped = text.rstrip()
    return stripped[-1:] if stripped == text or stripped.endswith(_SPACED) else ""


def _first(text: str) -> str:
    """The first character of the text behind a quotation."""
    stripped = text.lstrip()
    return stripped[:1] if stripped == text or stripped.startswith(_SPACED) else ""
