"""Words between asterisks: what mail programs print of bold text, and what people write where no type is.

They are read on a page alone that has several: elsewhere an asterisk is the sign of a note or a blank.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articlex.page import Run, Style
from articlex.read.text.lines import Line, has_several
from articlex.regex import regex

#: One asterisk or two on both sides, right at the words, and around them white space or what may stand beside
#: a word: a path, a pattern and a comment in code have others.
SPAN = regex(
    r"(?<![^\s(\[\"'“„‘«¿¡—–（「『])(\*\*?)(?=[^\s*])(?P<words>[^*]{1,400})(?<=\S)\1"
    r"(?![^\s.,;:!?…)\]\"'”“’»—–、。，！？；：）」』])"
)
#: Spans of a page that writes so.
MIN_SPANS = 2


def has_emphasis(lines: Sequence[Line]) -> bool:
    """Whether several spans of words stand between asterisks."""
    return has_several(lines, "*", SPAN, MIN_SPANS)


def with_emphasis(runs: Iterable[Run]) -> list[Run]:
    """``runs`` with what stands between asterisks as bold text, without them."""
    pieces: list[Run] = []
    for run in runs:
        start = 0
        for match in SPAN.finditer(run.text):
            pieces.append(run._replace(text=run.text[start : match.start()]))
            pieces.append(run._replace(text=match["words"], style=run.style | Style.STRONG))
            start = match.end()
        pieces.append(run._replace(text=run.text[start:]))
    return [run for run in pieces if run.text]
