"""Numbers that a program has set before each line of a text: ``cat -n``, ``nl``, ``grep -n`` and editors."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articlex.regex import regex

#: The number, and what stands between it and the line.
_NUMBER = regex(r" {0,8}(\d{1,6})(\t|:| ?[│|] ?| {1,2}(?=\S)|$)")
#: Lines of the shortest such text, and columns in which ``cat`` and ``nl`` set a number at least.
_LEAST, _COLUMNS = 5, 6


def without_line_numbers(source: str) -> str:
    """``source`` without the numbers before its lines; as it is where one has none, or does not count on.

    ``nl`` passes over blank lines. The entries of a list or a ranking may be numbered too: what numbers lines
    sets the figures below each other, or numbers blank lines as well.
    """
    if not _NUMBER.match(source.lstrip("\r\n")):
        return source
    rows = source.split("\n")
    shown = [row.rstrip("\r") for row in rows if row.strip()]
    found = [_NUMBER.match(row) for row in shown]
    starts = [match.end() for match in found if match]
    numbers = [int(match[1]) for match in found if match]
    if len(starts) < max(_LEAST, len(shown)) or any(
        after != before + 1 for before, after in pairwise(numbers)
    ):
        return source
    blank = any(row[start:].strip() == "" for row, start in zip(shown, starts, strict=True))
    set_in = all(match[2] == "\t" and match.end(1) >= _COLUMNS for match in found if match)
    if not blank and not set_in:
        return source
    return "\n".join(_rests(rows))


def _rests(rows: Sequence[str]) -> list[str]:
    matches = (_NUMBER.match(row) for row in rows)
    return [row[match.end() :] if match else "" for row, match in zip(rows, matches, strict=True)]
