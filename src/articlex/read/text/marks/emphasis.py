"""Words between asterisks or underscores: how mail programs print bold and italic text, and people write it.

They are read only on a page that has several: elsewhere an asterisk marks a footnote, and an underscore is
part of a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articlex.page import Run, Style
from articlex.read.text.lines import Line, has_several
from articlex.regex import parted, regex

#: One or two asterisks, or an underscore, right at the words on both sides. Around them is white space or
#: punctuation of text, unlike in paths, patterns and comments of code.
_SPAN = regex(
    r"(?<![^\s(\[\"'“„‘«¿¡—–（「『])(?:(?P<sign>\*\*?)(?=[^\s*])(?P<strong>[^*]{1,400})(?<=\S)(?P=sign)"
    r"|_(?=[^\s_])(?P<emphasis>[^_]{1,400})(?<=[^\s_])_)"
    r"(?![^\s.,;:!?…)\]\"'”“’»—–、。．，！？；：）」』])"
)
SIGNS = "*_"
#: Fewest spans of a page that has emphasis.
_MIN_SPANS = 2


def has_emphasis(lines: Sequence[Line]) -> bool:
    """Whether several spans of words stand between such signs."""
    marked = (line for line in lines if "*" in line.text or "_" in line.text)
    return has_several(marked, "", _SPAN, _MIN_SPANS)


def with_emphasis(runs: Iterable[Run]) -> list[Run]:
    """``runs`` with words between asterisks in bold and between underscores in italics, without these."""
    pieces: list[Run] = []
    for run in runs:
        for before, match in parted(run.text, _SPAN):
            pieces.append(run._replace(text=before))
            if match:
                words, style = (
                    match["emphasis"] or match["strong"],
                    Style.EM if match["emphasis"] else Style.STRONG,
                )
                pieces.append(run._replace(text=words, style=run.style | style))
    return [run for run in pieces if run.text]
