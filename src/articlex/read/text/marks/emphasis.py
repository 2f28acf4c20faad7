"""Words between asterisks and underscores: what mail programs print of bold and italic text, and what people
write where no type is.

They are read on a page alone that has several: elsewhere an asterisk is the sign of a note or a blank, and
an underscore part of a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articlex.page import Run, Style
from articlex.read.text.lines import Line, has_several
from articlex.regex import regex

#: One asterisk or two on both sides, or an underscore, right at the words, and around them white space or
#: what may stand beside a word: a path, a pattern and a comment in code have others.
SPAN = regex(
    r"(?<![^\s(\[\"'“„‘«¿¡—–（「『])(?:(?P<sign>\*\*?)(?=[^\s*])(?P<strong>[^*]{1,400})(?<=\S)(?P=sign)"
    r"|_(?=[^\s_])(?P<emphasis>[^_]{1,400})(?<=[^\s_])_)"
    r"(?![^\s.,;:!?…)\]\"'”“’»—–、。，！？；：）」』])"
)
SIGNS = "*_"
#: Spans of a page that writes so.
MIN_SPANS = 2


def has_emphasis(lines: Sequence[Line]) -> bool:
    """Whether several spans of words stand between such signs."""
    marked = (line for line in lines if "*" in line.text or "_" in line.text)
    return has_several(marked, "", SPAN, MIN_SPANS)


def with_emphasis(runs: Iterable[Run]) -> list[Run]:
    """``runs`` with what stands between asterisks as bold text and between underscores as italic, without
    them."""
    pieces: list[Run] = []
    for run in runs:
        start = 0
        for match in SPAN.finditer(run.text):
            pieces.append(run._replace(text=run.text[start : match.start()]))
            style = Style.EM if match["emphasis"] else Style.STRONG
            pieces.append(run._replace(text=match["emphasis"] or match["strong"], style=run.style | style))
            start = match.end()
        pieces.append(run._replace(text=run.text[start:]))
    return [run for run in pieces if run.text]
