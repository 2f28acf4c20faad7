"""Footnote markers, which w3m and lynx print with a caret: ``in 1666.^1``, ``in 1666.^[2]``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articlex.page import Run, Style
from articlex.read.text.lines import Line, has_several
from articlex.regex import parted, regex

#: A marker behind a word or a sentence: behind a figure it would be a power. Lynx prints its link number
#: between caret and marker. One in brackets may have another right behind it.
_SIGN = r"(?:\[(?:\w+ )?\w{1,8}\](?!\w)|\d{1,3}(?![\w^]))"
_RAISED = regex(rf"(?<=[^\s\d^_])\^({_SIGN})")
_PRINTED = regex(rf"(?<=[^\s\d^_])\^(?:\[\d{{1,6}}\])?(?:{_SIGN}|\[\[\d{{1,6}}\]\w{{1,8}}\])")
#: How a run ends if a marker begins the next one, as a link number was between; and that beginning.
_OPENINGS = {"^": regex(_SIGN), "^[": regex(r"\w{1,8}\]")}
#: Fewest markers of a page that has notes.
_MIN_SIGNS = 2


def has_raised(lines: Sequence[Line]) -> bool:
    """Whether the page has several footnote markers with carets."""
    return has_several(lines, "^", _PRINTED, _MIN_SIGNS)


def with_raised(runs: Iterable[Run]) -> list[Run]:
    """``runs`` with footnote markers as superscript runs of their own, without carets."""
    pieces: list[Run] = []
    for run in runs:
        text = run.text
        before = pieces[-1].text if pieces else ""
        opening = next((opening for opening in _OPENINGS if before.endswith(opening)), "")
        sign = _OPENINGS[opening].match(text) if opening else None
        if sign:
            pieces[-1] = pieces[-1]._replace(text=before.removesuffix(opening))
            pieces.append(run._replace(text=opening[1:] + sign[0], style=run.style | Style.SUP))
            # The marker is all of its link, whatever was taken for the link's text.
            run, text = run._replace(href=None), text[sign.end() :]
        for before, match in parted(text, _RAISED):
            if before:
                pieces.append(run._replace(text=before))
            if match:
                pieces.append(run._replace(text=match[1], style=run.style | Style.SUP))
    return pieces
