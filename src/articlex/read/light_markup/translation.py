"""What the translations of light markups into Markdown share: rules for rows, marks, front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from articlex.regex import regex

#: Characters of the longest row that a rule is asked about, and rows of the longest block.
_LONGEST, _MOST_ROWS = 400, 500
#: Blocks within blocks that are read; deeper ones are text.
_DEEPEST = 6
#: What Markdown would read as marks in a text.
_SIGN = regex(r"[\\<*_`\[\]$~]|^(?: {0,3})(?=[#>=])", re.MULTILINE)
_BOX = regex(r"^( *(?:-|\d+\.) +)\\\[([ xX])\\\](?= )")
_TICKS = regex(r"`+")
#: An item of a list, up to its text.
ITEM = regex(r"( *)(?:([-*+•])|\(?(\d{1,3}|#)[.)])(?= +\S)")
_SPACE = " \t"
#: The sign of an item whose number is to be counted.
COUNTED = "\0."
_COUNTED = regex(r"( *)\x00\.")


class Made(NamedTuple):
    """The Markdown of some rows, and the place behind them."""

    rows: list[str]
    end: int


class Markup(NamedTuple):
    """The rules of a markup, which are asked in turn, and its marks in texts: see :func:`marked`."""

    rules: Sequence[tuple[re.Pattern[str], Maker]]
    marks: re.Pattern[str]
    depth: int = 0

    def deeper(self) -> Markup:
        """The markup as it is read within a block."""
        return self._replace(depth=self.depth + 1, rules=self.rules if self.depth < _DEEPEST else ())


#: What makes Markdown of the rows from the one that was found on; None if it cannot.
Maker = Callable[[re.Match[str], Sequence[str], int, Markup], Made | None]


def translated(rows: Sequence[str], markup: Markup) -> list[str]:
    """The Markdown of ``rows``."""
    shown: list[str] = []
    text: list[str] = []
    place, column = 0, 0
    while place < len(rows):
        row = rows[place].rstrip()
        if row:
            column = _column(row, column, place > 0 and not rows[place - 1].strip())
        made = _made(row, rows, place, markup) if row and len(row) <= _LONGEST else None
        if made is None and row:
            text.append(item_sign(row) if column else row.lstrip(_SPACE))
            place += 1
            continue
        if text:
            shown += _texts(text, markup)
            text = []
        shown += made.rows if made else [""]
        place = made.end if made else place + 1
    return [*shown, *_texts(text, markup)] if text else shown


def _texts(rows: Sequence[str], markup: Markup) -> list[str]:
    """Rows of text, with the boxes of items to be checked."""
    return [_BOX.sub(r"\1[\2]", row) for row in marked("\n".join(rows), markup.marks).split("\n")]


def _made(row: str, rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    for pattern, make in markup.rules:
        if (found := pattern.match(row)) and (made := make(found, rows, place, markup)):
            return made
    return None


def item_sign(row: str) -> str:
    """``row`` with the sign of an item as Markdown has it, if it begins with one."""
    found = ITEM.match(row)
    if not found:
        return row
    sign = "-" if found[2] else COUNTED if found[3] == "#" else f"{found[3]}."
    return f"{found[1]}{sign}{row[found.end() :]}"


def _column(row: str, column: int, apart: bool) -> int:
    """The column of the texts of the list that ``row`` stands in, which was ``column`` before it; 0 for none:
    four blanks before a text that is in no list would make code of it."""
    if item := ITEM.match(row):
        return column or item.end() + 1
    return 0 if apart and indent(row) < min(column, 2) else column


def marked(text: str, marks: re.Pattern[str]) -> str:
    """``text`` with its ``marks`` as those of Markdown, told by the names of their groups: "code", "strong",
    "emphasis", "deleted", "address" and "label", "picture", "note", "broken", "plain"; "code_2" is
    a second way to write "code"."""
    pieces: list[str] = []
    start = 0
    for found in marks.finditer(text):
        pieces += [_plain(text[start : found.start()]), _mark(found, marks)]
        start = found.end()
    return "".join((*pieces, _plain(text[start:])))


def _plain(text: str) -> str:
    return _SIGN.sub(lambda found: f"{found[0] if found[0].isspace() else ''}\\{found[0].strip()}", text)


def _mark(found: re.Match[str], marks: re.Pattern[str]) -> str:
    groups = {name.partition("_")[0]: value for name, value in found.groupdict().items() if value is not None}
    if "address" in groups:
        address, label = groups["address"], marked(groups.get("label", ""), marks)
        return f"[{label or _plain(address)}](<{address}>)"
    for name, sign in (("strong", "**"), ("emphasis", "*"), ("deleted", "~~")):
        if name in groups:
            return f"{sign}{marked(groups[name], marks)}{sign}"
    if "code" in groups:
        ticks = "`" * (1 + max((len(row) for row in _TICKS.findall(groups["code"])), default=0))
        return f"{ticks} {groups['code']} {ticks}" if len(ticks) > 1 else f"`{groups['code']}`"
    if "picture" in groups:
        return f"![{_plain(groups.get('label', ''))}](<{groups['picture']}>)"
    if "broken" in groups:
        return "\\"
    if "note" in groups:
        return f"[^{groups['note']}]"
    return marked(groups["plain"], marks) if "plain" in groups else ""


def indent(row: str) -> int:
    """The blanks before a row."""
    return len(row) - len(row.lstrip(" "))


def flush(rows: Sequence[str]) -> list[str]:
    """``rows`` without the blanks that all of them begin with, and without blank rows at both ends."""
    least = min((indent(row) for row in rows if row.strip()), default=0)
    return "\n".join(row[least:].rstrip() for row in rows).strip("\n").split("\n")


def set_in(rows: Sequence[str], start: int, margin: int) -> int:
    """The place behind the rows from ``start`` on that are blank or stand to the right of ``margin``."""
    end = start
    for place in range(start, len(rows)):
        if rows[place].strip():
            if indent(rows[place]) <= margin:
                break
            end = place + 1
    return end


def closing(
    rows: Sequence[str], start: int, ends: Callable[[str], bool], most: int = _MOST_ROWS
) -> int | None:
    """The place of the row that ends a block, ``most`` rows on at the farthest; None if there is none."""
    places = range(start, min(len(rows), start + most))
    return next((place for place in places if ends(rows[place].strip())), None)


def fenced(rows: Sequence[str], language: str = "", margin: int = 0) -> list[str]:
    """Code as Markdown, ``margin`` columns in."""
    rows, before = flush(rows), " " * margin
    longest = max((len(row) for code in rows for row in _TICKS.findall(code)), default=0)
    fence = "`" * max(3, longest + 1)
    return ["", *(f"{before}{row}" for row in (f"{fence}{language.lower()}", *rows, fence)), ""]


def quoted(rows: Sequence[str]) -> list[str]:
    """``rows`` of Markdown as a quotation."""
    return ["", *(f"> {row}".rstrip() for row in rows), ""]


def table(cells: Sequence[Sequence[str]], markup: Markup, head: bool = True) -> list[str]:
    """A table of Markdown; without a ``head`` its first row is empty. The first row tells how wide it is: to
    fill up all others could take the square of what was read."""
    width = max(map(len, cells), default=0)
    if not width:
        return []
    shown = [[marked(cell, markup.marks).replace("|", "\\|") for cell in row] for row in cells]
    first, *others = shown if head else [[], *shown]
    filled = [*first, *[""] * (width - len(first))]
    lines = [f"| {' | '.join(row)} |" for row in (filled, *others)]
    return ["", lines[0], "|" + " --- |" * width, *lines[1:], ""]


def dropped(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """Nothing of a row that is for programs."""
    return Made([], place + 1)


def document(title: str, metas: Mapping[str, Iterable[str]], rows: Iterable[str], markup: Markup) -> str:
    """A Markdown document with ``title`` as its headline, if it has one, and ``metas`` as front matter."""
    stated = [
        f"{name}: [{', '.join(json.dumps(value, ensure_ascii=False) for value in values)}]"
        for name, values in metas.items()
        if values
    ]
    front = ["---", *stated, "---", ""] if stated else []
    headline = [f"# {marked(title, markup.marks)}", ""] if title else []
    return "\n".join((*front, *headline, *_numbered(rows), ""))


def _numbered(rows: Iterable[str]) -> Iterator[str]:
    """``rows`` with the numbers of items that are to be counted."""
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
