"""Lists of reStructuredText for which Markdown has no syntax: items with letters and Roman numbers, options
of a command, fields (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#enumerated-lists)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from articlex.read.light_markup.translation import (
    Made,
    Markup,
    defined,
    flush,
    marked,
    set_in,
    translated,
)
from articlex.regex import regex

#: An item with a letter or a Roman number: what is before it, the letter or number, what is behind.
LETTERED = regex(r"( *)(\(?)([A-Za-z]|[ivxlcdm]{2,8}|[IVXLCDM]{2,8})([.)]) +(?=\S)")
_ROMAN = regex(r"(m{0,3})(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})\Z")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
#: Options of a command, "-f FILE, --file=FILE", and what they do, two columns behind them or on the next row.
_VALUE = r"(?:<[^<>]+>|[A-Za-z][\w-]*)"
_OPTION = rf"(?:-[A-Za-z?](?: ?{_VALUE})?|--\w[\w-]*(?:[ =]{_VALUE})?|/[A-Z])"
OPTION = regex(rf"( *)({_OPTION}(?:, {_OPTION}){{0,5}})(?:  +(\S.*))?\Z")
FIELD = regex(r"( *):(?![: ])([^:\n]{1,80}):(?: +(\S.*))?\Z")


def lettered(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """A list with letters or Roman numbers, whose items get the numbers that these stand for. A row without a
    blank one above, or with other text right below, begins no item: "A. Einstein came"."""
    is_roman = len(found[3]) > 1 or found[3] in "iI"
    number, margin = _value(found[3], is_roman), len(found[1])
    if not number or not _is_apart(rows, place):
        return None
    shown: list[str] = []
    while True:
        end = set_in(rows, place + 1, margin)
        below = _filled(rows, end)
        other = LETTERED.match(rows[below]) if below < len(rows) else None
        goes_on = other is not None and _value(other[3], is_roman) == number + 1 and _are_alike(found, other)
        if below == place + 1 < len(rows) and not goes_on:
            break
        shown += [_counted(found, number) + rows[place][found.end(4) :], *rows[place + 1 : below]]
        place = below
        if not goes_on or other is None:
            break
        found, number = other, number + 1
    return Made(translated(shown, markup.deeper()), place) if shown else None


def _value(sign: str, is_roman: bool) -> int:
    """The number that a letter or a Roman number stands for, 0 if it stands for none."""
    if not is_roman:
        return ord(sign.casefold()) - ord("a") + 1 if len(sign) == 1 else 0
    if not _ROMAN.match(sign.casefold()):
        return 0
    values = [_VALUES[letter] for letter in sign.casefold()]
    return sum(-one if one < next_one else one for one, next_one in pairwise((*values, 0)))


def _are_alike(found: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two items have signs of one kind in the same column."""
    same = found.group(1, 2, 4) == other.group(1, 2, 4)
    return same and found[3].isupper() == other[3].isupper()


def _counted(found: re.Match[str], number: int) -> str:
    """The sign of an item with digits, in as many columns: the rows below are set in by so many."""
    room = found.end(4) - found.start(2) - 1
    return f"{found[1]}{str(number).zfill(room)[-room:]}."


def options(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """The options of a command as terms, each with what it does."""
    return _explained(OPTION, _in_code, rows, place, markup)


def fields(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """The names of fields as terms, each with what it holds."""
    return _explained(FIELD, lambda name: marked(name, markup.marks), rows, place, markup)


def _in_code(option: str) -> str:
    return f"`{option}`"


def _explained(
    pattern: re.Pattern[str], term: Callable[[str], str], rows: Sequence[str], place: int, markup: Markup
) -> Made | None:
    """The entries from ``place`` on, below a blank row, as definitions; None without any."""
    if not _is_apart(rows, place):
        return None
    shown: list[str] = []
    end = place
    while place < len(rows) and (found := pattern.match(rows[place].rstrip())):
        below = set_in(rows, place + 1, len(found[1]))
        told = [*filter(None, found.groups()[2:]), *flush(rows[place + 1 : below])]
        if any(told):
            shown += defined(term(found[2]), translated(told, markup.deeper()), len(found[1]))
        elif pattern is OPTION:
            break
        end, place = below, _filled(rows, below)
    return Made(shown, end) if shown else None


def _is_apart(rows: Sequence[str], place: int) -> bool:
    return not place or not rows[place - 1].strip()


def _filled(rows: Sequence[str], start: int) -> int:
    """The place of the first row from ``start`` on that is not blank."""
    return next((at for at in range(start, len(rows)) if rows[at].strip()), len(rows))
