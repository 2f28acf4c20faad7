"""Joins a date whose year, month and day stand in elements of their own, with signs between:
``get_text("\\n")`` prints "2024", "-", "01", "-", "21" on five lines."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.read.text.lines import Line, measured
from articlex.regex import regex

#: Lines of such a date, what parts them, and the date, its year first or last.
_LINES = 5
_SIGNS = frozenset("-/.")
_DATE = regex(r"(?:(?:19|20)\d\d([-/.])\d\d?\1\d\d?|\d\d?([-/.])\d\d?\2(?:19|20)\d\d)")


def with_dates(lines: list[Line]) -> list[Line]:
    """``lines`` with each date on five of them as one line."""
    signs = (place for place, line in enumerate(lines) if line.text in _SIGNS)
    firsts = {place - 1 for place in signs if place and _is_date(lines[place - 1 : place - 1 + _LINES])}
    if not firsts:
        return lines
    rest = {first + behind for first in firsts for behind in range(1, _LINES)}
    return [
        _joined(lines[place : place + _LINES]) if place in firsts else line
        for place, line in enumerate(lines)
        if place not in rest
    ]


def _is_date(parts: Sequence[Line]) -> bool:
    """Whether lines right below each other are a date."""
    if len(parts) < _LINES or any(line.gap for line in parts[1:]):
        return False
    return _DATE.fullmatch("".join(line.text for line in parts)) is not None


def _joined(parts: Sequence[Line]) -> Line:
    text = "".join(line.text for line in parts)
    return measured(parts[0].number, text, text, parts[0].gap)._replace(open=parts[-1].open)
