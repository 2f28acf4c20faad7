"""Lists of reStructuredText for which Markdown has no syntax: items with letters and Roman numbers, options
of a command, fields (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#enumerated-lists)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articlex.read.light_markup.markdown_rows import COUNTED, defined, led
from articlex.read.light_markup.rows import dedented, indent, set_in
from articlex.read.light_markup.translation import Made, Markup
from articlex.regex import regex

#: An item with a letter or a Roman number.
LETTERED = regex(r"( *)\(?(?:[A-Za-z]|[ivx]{2,6}|[IVX]{2,6})[.)] +(?=\S)")
#: Options of a command, "-f FILE, --file=FILE", or the name of a field; what it means, behind it (an option
#: has two spaces there) or below.
_VALUE = r"(?:<[^<>]+>|[A-Za-z][\w-]*)"
_OPTION = rf"(?:-[A-Za-z?](?: ?{_VALUE})?|--\w[\w-]*(?:[ =]{_VALUE})?|/[A-Z])"
EXPLAINED = regex(
    rf"( *)(?:({_OPTION}(?:, {_OPTION}){{0,5}})(?:  +|\Z)|:(?![: ])([^:\n]{{1,80}}):(?: +|\Z))(.*)\Z"
)


def lettered(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """An item, which gets a number in place of its sign. A row with other text right below begins none: "A.
    Einstein came"."""
    margin = len(found[1])
    end = set_in(rows, place + 1, margin)
    below = rows[end] if end < len(rows) else ""
    if not _is_apart(LETTERED, margin, rows, place) or (below.strip() and not LETTERED.match(below)):
        return None
    first = " " * found.end() + rows[place][found.end() :]
    inner = markup.inner(dedented([first, *rows[place + 1 : end]]))
    return Made(led(f"{found[1]}{COUNTED} ", inner, f"{found[1]}   "), end)


def explained(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """Options or the name of a field as a term, with what it means."""
    margin = len(found[1])
    end = set_in(rows, place + 1, margin)
    told = [*filter(None, [found[4]]), *dedented(rows[place + 1 : end])]
    if not any(told) or not _is_apart(EXPLAINED, margin, rows, place):
        return None
    term = f"`{found[2]}`" if found[2] else markup.marked(found[3])
    return Made(defined(term, markup.inner(told), margin), end)


def _is_apart(pattern: re.Pattern[str], margin: int, rows: Sequence[str], place: int) -> bool:
    """Whether no text but an entry of the same list stands right above."""
    above = rows[place - 1] if place else ""
    return not above.strip() or indent(above) > margin or pattern.match(above.rstrip()) is not None
