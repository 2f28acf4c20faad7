"""What all translations of light markups into Markdown share: rules for rows, inline marks, front matter."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import unescape
from itertools import chain, pairwise
from typing import NamedTuple

from articlex.regex import parted, regex

#: Characters of the longest row that rules are tried on, and rows of the longest block.
_LONGEST, _MOST_ROWS = 400, 500
#: Levels of nested blocks that are read; deeper ones are text.
_DEEPEST = 6
#: What Markdown would take for markup in a text.
_SIGN = regex(r"[\\<*_`\[\]$~]|^(?: {0,3})(?=[#>=]|-{2,}[ \t]*$)", re.MULTILINE)
_BOX = regex(r"^((?: *(?:-|(?:\d+|\x00)\.) )+ *)\\\[([ xX])\\\](?= )")
_TICKS = regex(r"`+")
#: The beginning of a list item, up to its text.
ITEM = regex(r"( *)(?:([-*+•])|\(?(\d{1,3}|#)[.)])(?= +\S)")
_SPACE, _SET_IN = " \t", regex(r" +\S")
#: The marker of an item that has yet to get its number (:func:`_numbered`).
COUNTED = "\0."
_COUNTED = regex(r"( *)\x00\.")


#: Groups of inline marks that hold text, and what is before and behind it in Markdown.
_SPANS = (
    ("both", "***", "***"),
    ("strong", "**", "**"),
    ("emphasis", "*", "*"),
    ("deleted", "~~", "~~"),
    ("highlighted", "<mark>", "</mark>"),
    ("raised", "<sup>", "</sup>"),
    ("lowered", "<sub>", "</sub>"),
    ("aside", " (", ")"),
    ("double", "“", "”"),
    ("single", "‘", "’"),
    ("entry", "\\[", "\\]"),
)
#: Groups that hold no text, and what is around them in Markdown.
_VERBATIM = (("formula", "$", "$"), ("displayed", "$$", "$$"), ("note", "[^", "]"))


class Made(NamedTuple):
    """The Markdown for some rows, and the place behind these."""

    rows: list[str]
    end: int


class Markup(NamedTuple):
    """A light markup: its rules, of which the first that matches a row and makes something of it holds, and
    its inline marks (:func:`marked`)."""

    rules: Sequence[tuple[re.Pattern[str], Maker]]
    marks: re.Pattern[str]
    #: What makes of a paragraph outside of lists that is set in; without it, such a one is as any other.
    indented: Maker | None = None
    depth: int = 0

    def deeper(self) -> Markup:
        """The markup inside a block: within too many blocks it has no rules."""
        if self.depth < _DEEPEST:
            return self._replace(depth=self.depth + 1)
        return self._replace(rules=(), indented=None)


#: Translates a block, given the match for its first row, all rows, and its place; None if it cannot.
Maker = Callable[[re.Match[str], Sequence[str], int, Markup], Made | None]
#: A markup without any, for plain text that is to be escaped.
PLAIN = Markup((), regex(r"(?!)"))


def translated(rows: Sequence[str], markup: Markup) -> list[str]:
    """``rows`` of ``markup`` as rows of Markdown."""
    shown: list[str] = []
    text: list[str] = []
    place, column = 0, 0
    while place < len(rows):
        row = rows[place].rstrip()
        if row:
            column = _column(row, column, place > 0 and not rows[place - 1].strip())
        is_apart = row[:1] == " " and not column and not (place and rows[place - 1].strip())
        made = _made(row, rows, place, markup, is_apart) if row and len(row) <= _LONGEST else None
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
    return list(map(with_box, marked("\n".join(rows), markup.marks).split("\n")))


def with_box(row: str) -> str:
    """``row`` with the checkbox of an item, which :func:`marked` has escaped."""
    return _BOX.sub(r"\1[\2]", row)


def _made(row: str, rows: Sequence[str], place: int, markup: Markup, is_apart: bool) -> Made | None:
    """What the rules make of the block at ``place``, and if ``is_apart``, of a paragraph that is set in."""
    rules = (*markup.rules, (_SET_IN, markup.indented)) if is_apart and markup.indented else markup.rules
    for pattern, make in rules:
        if (found := pattern.match(row)) and (made := make(found, rows, place, markup)):
            return made
    return None


def item_sign(row: str) -> str:
    """``row`` with the marker of a list item as Markdown has it, if it begins with one."""
    found = ITEM.match(row)
    if not found:
        return row
    sign = "-" if found[2] else COUNTED if found[3] == "#" else f"{found[3]}."
    return f"{found[1]}{sign}{row[found.end() :]}"


def _column(row: str, column: int, apart: bool) -> int:
    """The column of the items' text in the list that ``row`` belongs to, 0 if it is in none; ``column`` is
    that of the row above. Only in a list rows stay indented: elsewhere four spaces would make them code."""
    if item := ITEM.match(row):
        return column or item.end() + 1
    return 0 if apart and indent(row) < min(column, 2) else column


def marked(text: str, marks: re.Pattern[str]) -> str:
    """``text`` with its inline ``marks`` as those of Markdown, and all else escaped.

    The groups of the pattern say what a mark is: "code", one of _SPANS, "address" and "label" of a link,
    "picture" (an address), "note" (a footnote's name), "formula" and "displayed" (a formula too), "broken" (a
    line break), "named" (a letter or sign by its name in HTML), "plain" (text without its mark). A name may
    end in a number, "code_2", where a markup has two ways to write the same.
    """
    pieces = ((_plain(before), _mark(found, marks) if found else "") for before, found in parted(text, marks))
    return "".join(chain.from_iterable(pieces))


def _plain(text: str) -> str:
    return _SIGN.sub(lambda found: f"{found[0] if found[0].isspace() else ''}\\{found[0].strip()}", text)


def _mark(found: re.Match[str], marks: re.Pattern[str]) -> str:
    """The Markdown for a match of ``marks``."""
    groups = {name.partition("_")[0]: value for name, value in found.groupdict().items() if value is not None}
    if "address" in groups:
        address, label = groups["address"], marked(groups.get("label", ""), marks)
        return f"[{label or _plain(address)}](<{address}>)"
    for name, start, end in _SPANS:
        if name in groups:
            return f"{start}{marked(groups[name], marks)}{end}"
    if "code" in groups:
        ticks = "`" * (1 + max((len(row) for row in _TICKS.findall(groups["code"])), default=0))
        return f"{ticks} {groups['code']} {ticks}" if len(ticks) > 1 else f"`{groups['code']}`"
    for name, start, end in _VERBATIM:
        if name in groups:
            return f"{start}{groups[name]}{end}"
    if "picture" in groups:
        return f"![{_plain(groups.get('label', ''))}](<{groups['picture']}>)"
    if "broken" in groups:
        return "\\"
    if "named" in groups:
        return _sign(groups["named"]) or _plain(found[0])
    return marked(groups["plain"], marks) if "plain" in groups else ""


def _sign(name: str) -> str:
    """The letter or sign with this name in HTML, "" without any."""
    sign = unescape(f"&{name};")
    return "" if name in sign else _plain(sign)


def indent(row: str) -> int:
    """The number of spaces before a row."""
    return len(row) - len(row.lstrip(" "))


def flush(rows: Sequence[str]) -> list[str]:
    """``rows`` without their common indentation, and without blank rows at both ends."""
    least = min((indent(row) for row in rows if row.strip()), default=0)
    return "\n".join(row[least:].rstrip() for row in rows).strip("\n").split("\n")


def set_in(rows: Sequence[str], start: int, margin: int) -> int:
    """The place behind the rows from ``start`` on that are blank or indented by more than ``margin``."""
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
    """The place of the row that ``ends`` a block, among the next ``most`` rows; None if there is none."""
    places = range(start, min(len(rows), start + most))
    return next((place for place in places if ends(rows[place].strip())), None)


def until(rows: Sequence[str], start: int, ends: Callable[[str], bool]) -> int:
    """The place of the first row from ``start`` on that ``ends`` a block, else that behind all rows."""
    return next((place for place in range(start, len(rows)) if ends(rows[place])), len(rows))


def is_blank(row: str) -> bool:
    """Whether there is nothing in a row."""
    return not row.strip()


def lined(rows: Sequence[str], markup: Markup) -> list[str]:
    """``rows`` of verse, whose ends are kept."""
    shown = [marked(row.strip(), markup.marks) for row in rows]
    return [*(f"{row}\\" if row and below else row for row, below in pairwise(shown)), *shown[-1:]]


def fenced(rows: Sequence[str], language: str = "", margin: int = 0) -> list[str]:
    """``rows`` of code as a fenced block, indented by ``margin`` columns."""
    rows, before = flush(rows), " " * margin
    longest = max((len(row) for code in rows for row in _TICKS.findall(code)), default=0)
    fence = "`" * max(3, longest + 1)
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


def table(cells: Sequence[Sequence[str]], markup: Markup, head: bool = True) -> list[str]:
    """A table of Markdown; its header row is the first one, or empty if it has no ``head``. Shorter rows are
    not filled up, which could take quadratic space and which no parser needs."""
    width = max(map(len, cells), default=0)
    if not width:
        return []
    shown = [[_in_cell(marked(cell, markup.marks)) for cell in row] for row in cells]
    first, *others = shown if head else [[], *shown]
    filled = [*first, *[""] * (width - len(first))]
    lines = [f"| {' | '.join(row)} |" for row in (filled, *others)]
    return ["", lines[0], "|" + " --- |" * width, *lines[1:], ""]


def separated(rows: Iterable[str], separator: str) -> list[list[str]]:
    """The fields of rows with a ``separator`` between them, as in files of comma-separated values."""
    rows = [row for row in rows if row.strip()]
    is_blank = separator == " "
    try:
        return [row for row in csv.reader(rows, delimiter=separator, skipinitialspace=not is_blank) if row]
    except (csv.Error, ValueError):  # a field of more than 131,072 characters; a separator that csv refuses
        return [row.split(separator) for row in rows]


def _in_cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")


def rule(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """A rule between two sections."""
    return Made(["", "---", ""], place + 1)


def dropped(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """Nothing for a row that is for programs."""
    return Made([], place + 1)


def heading(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """A heading, whose level is the number of signs before it (group 1), and its text (group 2)."""
    return Made(["", f"{'#' * len(found[1])} {marked(found[2], markup.marks)}", ""], place + 1)


def document(title: str, metas: Mapping[str, Iterable[str]], rows: Iterable[str], markup: Markup) -> str:
    """A Markdown document with ``metas`` as front matter, and with ``title``, unless "", as its headline."""
    stated = [
        f"{name}: [{', '.join(json.dumps(value, ensure_ascii=False) for value in values)}]"
        for name, values in metas.items()
        if values
    ]
    front = ["---", *stated, "---", ""] if stated else []
    headline = [f"# {marked(title, markup.marks)}", ""] if title else []
    return "\n".join((*front, *headline, *_numbered(rows), ""))


def _numbered(rows: Iterable[str]) -> Iterator[str]:
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
