"""What was deleted and inserted, between the marks of w3m and lynx: ``[DEL:12 €:DEL] [INS:9 €:INS]``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articlex.page import Run, Style
from articlex.read.text.lines import Line
from articlex.regex import regex

#: w3m has "S" for <s> and <strike>, lynx "DEL"; lynx sets blanks inside. What is empty has marks too.
STYLES = {"DEL": Style.DEL, "S": Style.DEL, "INS": Style.INS}
NAMES = "|".join(STYLES)
MARK = regex(rf"\[(?P<opens>{NAMES}): ?| ?:(?P<closes>{NAMES})\]")


def has_changes(lines: Sequence[Line]) -> bool:
    """Whether a line has text and something marked as deleted or inserted, with marks on both sides."""
    for line in lines:
        if ":" in line.text and "[" in line.text:
            marks = [match["opens"] or match["closes"] for match in MARK.finditer(line.text)]
            if len(marks) > len(set(marks)) and any(map(str.isalnum, MARK.sub("", line.text))):
                return True
    return False


def with_changes(runs: Iterable[Run]) -> list[Run]:
    """``runs`` without the marks, what is between them in a run of its own."""
    pieces: list[Run] = []
    changed = 0
    for run in runs:
        start = 0
        for match in MARK.finditer(run.text):
            pieces.append(run._replace(text=run.text[start : match.start()], style=run.style | changed))
            style = STYLES[match["opens"] or match["closes"]]
            changed = changed | style if match["opens"] else changed & ~style
            start = match.end()
        pieces.append(run._replace(text=run.text[start:], style=run.style | changed))
    return [run for run in pieces if run.text]
