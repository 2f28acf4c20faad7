"""Deleted and inserted text, as w3m and lynx mark it: ``[DEL:12 €:DEL] [INS:9 €:INS]``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articlex.page import Run, Style
from articlex.read.text.lines import Line
from articlex.regex import parted, regex

#: For <s> and <strike> w3m has "S" and lynx "DEL"; lynx has spaces inside. An empty element is marked too.
_STYLES = {"DEL": Style.DEL, "S": Style.DEL, "INS": Style.INS}
NAMES = "|".join(_STYLES)
_MARK = regex(rf"\[(?P<opens>{NAMES}): ?| ?:(?P<closes>{NAMES})\]")


def has_changes(lines: Sequence[Line]) -> bool:
    """Whether any line has marks on both sides of a change, and other text."""
    for line in lines:
        if ":" in line.text and "[" in line.text:
            marks = [match["opens"] or match["closes"] for match in _MARK.finditer(line.text)]
            if len(marks) > len(set(marks)) and any(map(str.isalnum, _MARK.sub("", line.text))):
                return True
    return False


def with_changes(runs: Iterable[Run]) -> list[Run]:
    """``runs`` without the marks, with each change as a run of its own style."""
    pieces: list[Run] = []
    changed = 0
    for run in runs:
        for before, match in parted(run.text, _MARK):
            pieces.append(run._replace(text=before, style=run.style | changed))
            if match:
                style = _STYLES[match["opens"] or match["closes"]]
                changed = changed | style if match["opens"] else changed & ~style
    return [run for run in pieces if run.text]
