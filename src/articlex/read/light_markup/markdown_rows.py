"""Blocks of Markdown as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from articlex.read.light_markup.inline_marks import longest_ticks
from articlex.read.light_markup.rows import dedented
from articlex.regex import regex

_BOX = regex(r"^((?: *(?:-|(?:\d+|\x00)\.) )+ *)\\\[([ xX])\\\](?= )")
#: The beginning of a list item, up to its text.
ITEM = regex(r"( *)(?:([-*+•])|\(?(\d{1,3}|#)[.)])(?= +\S)")
#: The marker of an item that has yet to get its number (:func:`numbered`).
COUNTED = "\0."
_COUNTED = regex(r"( *)\x00\.")


def fenced(rows: Sequence[str], language: str = "", margin: int = 0) -> list[str]:
    """``rows`` of code as a fenced block, indented by ``margin`` columns."""
    rows, before = dedented(rows), " " * margin
    fence = "`" * max(3, 1 + longest_ticks("\n".join(rows)))
    return ["", *(f"{before}{row}" for row in (f"{fence}{language.lower()}", *rows, fence)), ""]


def quoted(rows: Sequence[str]) -> list[str]:
    """``rows`` of Markdown as a block quotation."""
    return ["", *(f"> {row}".rstrip() for row in rows), ""]


def led(lead: str, body: Sequence[str], rest: str) -> list[str]:
    """The first row of Markdown behind ``lead``, the others behind ``rest``."""
    first, *others = "\n".join(body).strip("\n").split("\n")
    return [f"{lead}{first}", *(f"{rest}{row}".rstrip() for row in others)]


def defined(term: str, body: Sequence[str], margin: int = 0) -> list[str]:
    """A ``term`` and its definition, rows of Markdown, both indented by ``margin`` columns."""
    before = " " * margin
    return ["", f"{before}{term}", *led(f"{before}: ", body, f"{before}  "), ""]


def with_box(row: str) -> str:
    """``row`` with the checkbox of an item, which was escaped as any brackets are."""
    return _BOX.sub(r"\1[\2]", row)


def item_sign(row: str) -> str:
    """``row`` with the marker of a list item as Markdown has it, if it begins with one."""
    found = ITEM.match(row)
    if not found:
        return row
    sign = "-" if found[2] else COUNTED if found[3] == "#" else f"{found[3]}."
    return f"{found[1]}{sign}{row[found.end() :]}"


def numbered(rows: Iterable[str]) -> Iterator[str]:
    """``rows`` with numbers for the items marked as COUNTED, from 1 in each list."""
    last: dict[int, int] = {}
    for row in rows:
        found = _COUNTED.match(row)
        if found:
            column = len(found[1])
            last = {other: number for other, number in last.items() if other <= column}
            last[column] = last.get(column, 0) + 1
            yield f"{found[1]}{last[column]}.{row[found.end() :]}"
            continue
        if row and not row[0].isspace():
            last = {}
        yield row
