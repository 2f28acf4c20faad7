"""What all translations of light markups into Markdown share: a markup is a list of rules for rows, and its
inline marks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.read.light_markup.inline_marks import Marks
from articlex.read.light_markup.markdown_rows import ITEM, item_sign, numbered, with_box
from articlex.read.light_markup.rows import indent
from articlex.regex import regex

#: Characters of the longest row that rules are tried on.
_LONGEST = 400
#: Levels of nested blocks that are read; deeper ones are text.
_DEEPEST = 6
_SPACE, _SET_IN = " \t", regex(r" +\S")


class Made(NamedTuple):
    """The Markdown for some rows, and the place behind these."""

    rows: list[str]
    end: int


class Markup(NamedTuple):
    """A light markup: its rules, of which the first that matches a row and makes something of it holds, and
    its inline marks."""

    rules: Sequence[tuple[re.Pattern[str], Maker]]
    marks: Marks
    #: What makes of a paragraph outside of lists that is set in; without it, such a one is as any other.
    indented: Maker | None = None
    depth: int = 0

    def marked(self, text: str) -> str:
        """``text`` with its marks as those of Markdown, and all else escaped."""
        return self.marks.marked(text)

    def lined(self, rows: Sequence[str]) -> list[str]:
        """``rows`` of verse, whose ends are kept."""
        shown = [self.marked(row.strip()) for row in rows]
        return [*(f"{row}\\" if row and below else row for row, below in pairwise(shown)), *shown[-1:]]

    def inner(self, rows: Sequence[str]) -> list[str]:
        """``rows`` inside a block as rows of Markdown: within too many blocks there are no rules."""
        if self.depth < _DEEPEST:
            return self._replace(depth=self.depth + 1).translated(rows)
        return self._replace(rules=(), indented=None).translated(rows)

    def translated(self, rows: Sequence[str]) -> list[str]:
        """``rows`` as rows of Markdown."""
        shown: list[str] = []
        text: list[str] = []
        place, column = 0, 0
        while place < len(rows):
            row = rows[place].rstrip()
            is_below_blank = not place or not rows[place - 1].strip()
            if row:
                column = _column(row, column, is_below_blank and place > 0)
            is_apart = row[:1] == " " and not column and is_below_blank
            made = self._made(row, rows, place, is_apart) if row and len(row) <= _LONGEST else None
            if made is None and row:
                text.append(item_sign(row) if column else row.lstrip(_SPACE))
                place += 1
                continue
            shown += self._paragraph(text)
            text = []
            shown += made.rows if made else [""]
            place = made.end if made else place + 1
        return [*shown, *self._paragraph(text)]

    def _paragraph(self, rows: Sequence[str]) -> list[str]:
        return [with_box(row) for row in self.marked("\n".join(rows)).split("\n")] if rows else []

    def _made(self, row: str, rows: Sequence[str], place: int, is_apart: bool) -> Made | None:
        """What the rules make of the block at ``place``, and if ``is_apart``, of a paragraph that is set
        in."""
        rules = (*self.rules, (_SET_IN, self.indented)) if is_apart and self.indented else self.rules
        for pattern, make in rules:
            if (found := pattern.match(row)) and (made := make(found, rows, place, self)):
                return made
        return None

    def table(self, cells: Sequence[Sequence[str]], head: bool = True) -> list[str]:
        """A table of Markdown; its header row is the first one, or empty if it has no ``head``. Shorter rows
        are not filled up, which could take quadratic space and which no parser needs."""
        width = max(map(len, cells), default=0)
        if not width:
            return []
        shown = [
            [self.marked(cell).replace("|", "\\|").replace("\n", "<br>") for cell in row] for row in cells
        ]
        first, *others = shown if head else [[], *shown]
        filled = [*first, *[""] * (width - len(first))]
        lines = [f"| {' | '.join(row)} |" for row in (filled, *others)]
        return ["", lines[0], "|" + " --- |" * width, *lines[1:], ""]

    def document(self, title: str, metas: Mapping[str, Iterable[str]], rows: Iterable[str]) -> str:
        """A Markdown document with ``metas`` as front matter, and with ``title``, unless "", as its
        headline."""
        stated = [
            f"{name}: [{', '.join(json.dumps(value, ensure_ascii=False) for value in values)}]"
            for name, values in metas.items()
            if values
        ]
        front = ["---", *stated, "---", ""] if stated else []
        headline = [f"# {self.marked(title)}", ""] if title else []
        return "\n".join((*front, *headline, *numbered(rows), ""))


#: Translates a block, given the match for its first row, all rows, and its place; None if it cannot.
Maker = Callable[[re.Match[str], Sequence[str], int, Markup], Made | None]
#: A markup without any, for plain text that is to be escaped.
PLAIN = Markup((), Marks())


def _column(row: str, column: int, apart: bool) -> int:
    """The column of the items' text in the list that ``row`` belongs to, 0 if it is in none; ``column`` is
    that of the row above. Only in a list rows stay indented: elsewhere four spaces would make them code."""
    if item := ITEM.match(row):
        return column or item.end() + 1
    return 0 if apart and indent(row) < min(column, 2) else column


def rule(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """A rule between two sections."""
    return Made(["", "---", ""], place + 1)


def dropped(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """Nothing for a row that is for programs."""
    return Made([], place + 1)


def heading(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """A heading, whose level is the number of signs before it (group 1), and its text (group 2)."""
    return Made(["", f"{'#' * len(found[1])} {markup.marked(found[2])}", ""], place + 1)
