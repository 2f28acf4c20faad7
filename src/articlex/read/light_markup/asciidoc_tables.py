"""Tables of AsciiDoc as those of Markdown (https://docs.asciidoctor.org/asciidoc/latest/tables/build-a-basic-table/).

Their cells follow each other, each behind a bar: the rows are as long as the columns stated above the table,
or as its first line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from articlex.read.light_markup.rows import separated
from articlex.regex import parted, regex

_COLUMNS = regex(r"cols=[\"']?([^\"'\]]+)")
_REPEATED = regex(r"(\d{1,3})\*")
_HEADED = regex(r"\[.*header")
_SEPARATED = regex(r"format=[\"']?(csv|tsv|dsv)\b")
#: What stands before the bar of a cell: how often the cell is there, or the columns and rows that it spans;
#: its alignment; what it holds ("a" for blocks, "h" for a header).
_BAR = regex(
    r"(?:(?<!\S)(?:(?P<times>\d{1,2})\*|(?P<across>\d{1,2})?(?:\.(?P<down>\d{1,2}))?\+)?"
    r"[<^>]?(?:\.[<^>])?[adehlmsv]?)?(?<!\\)\|"
)
_MOST_COLUMNS, _LONGEST_REPEATED = 100, 100
#: The beginning of a line that is an item of a list in a cell.
_ITEM = regex(r"(?:\*{1,5}|-|\.{1,5}|\d{1,3}\.) +(?=\S)")
_SEPARATORS = {",===": ",", ":===": ":", "csv": ",", "dsv": ":", "tsv": "\t"}


class _Cell(NamedTuple):
    text: str
    across: int = 1
    down: int = 1


def cells_of(lines: Sequence[str], fence: str, stated: str) -> tuple[list[list[str]], bool]:
    """(the cells by row, whether the first row is a header) of a table with these lines between two of
    ``fence``; ``stated`` is the line above it."""
    lines = [line.strip() for line in lines]
    first = next((place for place, line in enumerate(lines) if line), len(lines))
    kind = _SEPARATED.search(stated)
    separator = _SEPARATORS.get(kind[1] if kind else fence)
    if separator:
        rows, is_row = separated(lines, separator), True
    else:
        columns = _COLUMNS.search(stated)
        opening = sum(cell.across for cell in _cells(lines[first : first + 1]))
        width = _width(columns[1]) if columns else opening
        rows, is_row = list(_rows(_cells(lines), min(max(1, width), _MOST_COLUMNS))), opening == width
    stands_off = lines[first + 1 : first + 2] == [""] and len(lines) > first + 2
    return rows, (stands_off and is_row) or _HEADED.search(stated) is not None


def _width(stated: str) -> int:
    """The number of columns in "1,2*<m,a"."""
    return sum(int(found[1]) if (found := _REPEATED.match(part.strip())) else 1 for part in stated.split(","))


def _cells(lines: Sequence[str]) -> Iterator[_Cell]:
    """The cells in these lines. A line without a bar goes on with the cell above it."""
    text: list[str] = []
    stated: dict[str, str | None] | None = None
    for line in lines:
        for before, bar in parted(line, _BAR):
            text.append(before)
            if bar:
                yield from _made(stated, text)
                text, stated = [], bar.groupdict()
    yield from _made(stated, text)


def _made(stated: dict[str, str | None] | None, lines: Sequence[str]) -> Iterator[_Cell]:
    """The cell with these lines of text, as often as it is ``stated`` to be there; if no bar precedes it, and
    nothing is stated, only for a text."""
    text = ""
    for line in filter(None, map(str.strip, lines)):
        item = _ITEM.match(line)
        apart = "\n" if item and text else " " if text else ""
        text += apart + (f"- {line[item.end() :]}" if item and line[0] in "*-" else line)
    text = text.replace("\\|", "|")
    if stated is None and not text:
        return
    times, across, down = (max(1, int((stated or {}).get(name) or 1)) for name in ("times", "across", "down"))
    yield from [_Cell(text, across, down)] * (times if len(text) <= _LONGEST_REPEATED else 1)


def _rows(cells: Iterable[_Cell], width: int) -> Iterator[list[str]]:
    """The cells in rows of ``width``; what a cell spans beside its first place is empty."""
    row: list[str] = []
    below = [0] * width
    for cell in cells:
        for _ in range(2):  # where one from above reaches: to the end of this row, and on in the next
            while len(row) < width and below[len(row)]:
                below[len(row)] -= 1
                row.append("")
            if len(row) == width:
                yield row
                row = []
        span = min(cell.across, width - len(row))
        below[len(row) : len(row) + span] = [cell.down - 1] * span
        row += [cell.text, *[""] * (span - 1)]
    if row:
        yield row
