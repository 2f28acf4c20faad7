"""Tables of AsciiDoc as those of Markdown (https://docs.asciidoctor.org/asciidoc/latest/tables/build-a-basic-table/).

Their cells follow each other, each behind a bar: the rows are as long as the columns stated above the table,
or as its first line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.regex import parted, regex

_COLUMNS = regex(r"cols=[\"']?([^\"'\]]+)")
_REPEATED = regex(r"(\d{1,3})\*")
_HEADED = regex(r"\[.*header")
#: What stands before the bar of a cell: how often the cell is there (which is once, here), or the columns and
#: rows that it spans; its alignment; what it holds ("a" for blocks, "h" for a header).
_BAR = regex(
    r"(?:(?<!\S)(?:\d{1,2}\*|(?P<across>\d{1,2})?(?:\.\d{1,2})?\+)?"
    r"[<^>]?(?:\.[<^>])?[adehlmsv]?)?(?<!\\)\|"
)
_MOST_COLUMNS = 100
#: The beginning of a line that is an item of a list in a cell.
_ITEM = regex(r"(?:\*{1,5}|-|\.{1,5}|\d{1,3}\.) +(?=\S)")


def cells_of(lines: Sequence[str], stated: str) -> tuple[list[list[str]], bool]:
    """(the cells by row, whether the first row is a header) of a table with these lines; ``stated`` is the
    line above it."""
    lines = [line.strip() for line in lines]
    first = next((place for place, line in enumerate(lines) if line), len(lines))
    columns = _COLUMNS.search(stated)
    opening = len(list(_cells(lines[first : first + 1])))
    width = min(max(1, _width(columns[1]) if columns else opening), _MOST_COLUMNS)
    cells = list(_cells(lines))
    rows = [cells[start : start + width] for start in range(0, len(cells), width)]
    stands_off = lines[first + 1 : first + 2] == [""] and len(lines) > first + 2
    return rows, (stands_off and opening == width) or _HEADED.search(stated) is not None


def _width(stated: str) -> int:
    """The number of columns in "1,2*<m,a"."""
    return sum(int(found[1]) if (found := _REPEATED.match(part.strip())) else 1 for part in stated.split(","))


def _cells(lines: Sequence[str]) -> Iterator[str]:
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


def _made(stated: dict[str, str | None] | None, lines: Sequence[str]) -> Iterator[str]:
    """The cell with these lines of text, and an empty one for each further column that it is ``stated`` to
    span; if no bar precedes it, and nothing is stated, only for a text."""
    text = ""
    for line in filter(None, map(str.strip, lines)):
        item = _ITEM.match(line)
        apart = "\n" if item and text else " " if text else ""
        text += apart + (f"- {line[item.end() :]}" if item and line[0] in "*-" else line)
    text = text.replace("\\|", "|")
    if stated is None and not text:
        return
    yield text
    yield from [""] * (int((stated or {}).get("across") or 1) - 1)
