"""Fields: those that look like names, as addresses do ("Closing date", "Location Beverley", "Harbour Street
4"), and that of a table which names the author."""

from __future__ import annotations

from itertools import takewhile

from articlex.bylines.given import begins_as_name
from articlex.bylines.label_tests import is_label
from articlex.bylines.lines import Line
from articlex.page import Block, Cell, Kind, Run, Style, Table, runs_text
from articlex.regex import regex

#: Tags of labels and values, and of links that are blocks of their own, which are drawn as buttons.
_FIELDS = frozenset({"dt", "dd", "th", "a"})
#: A line that ends with its only number, of a house; behind authors of papers are several, of footnotes.
_ENDS_IN_NUMBER = regex(r"\D*[^\W\d_]\.? \d{1,4}\Z")
#: Cells of a row of such a table, and its rows at most.
_PAIR, _MOST_ROWS = 2, 20
_AROUND = " :,–—-|"


def is_field(block: Block) -> bool:
    """Whether a block is a label, its value, a button or a table, and does not begin with a known given name.

    It is asked of names without a byline word or a label.
    """
    is_part = block.tag in _FIELDS or block.kind is Kind.TABLE
    return is_part and (not _has_words(block.text) or not begins_as_name(block.text))


def is_of_field(block: Block, line: Line) -> bool:
    """Whether the names of a line without a byline word are a field, label and value, or an address."""
    if line.has_label:
        return False
    if is_field(block):
        return True
    if line.shape.startswith("bare") and _ENDS_IN_NUMBER.match(block.text):
        return True
    if not block.tag or not block.runs or not _is_bold(block.runs[0]):
        return False
    label = "".join(run.text for run in takewhile(_is_bold, block.runs))
    value = block.text[len(label) :]
    return bool(value.strip()) and any(
        name not in value and name != label.strip(_AROUND) for name in line.names
    )


def _has_words(text: str) -> bool:
    """Whether a text has several words; single characters are one word, spaced out: "全    长"."""
    return " " in text and any(len(word) > 1 for word in text.split())


def author_row(table: Table) -> str:
    """The row of a table of labels and values whose label is a byline word, as a line: "Author: Ann Example".

    Notion and other databases set the properties of a page above its text so. "" if there is no such row, or
    several, as in a list of books.
    """
    rows = [row for row in table.rows if len(row) == _PAIR]
    if len(rows) < len(table.rows) or not 0 < len(rows) <= _MOST_ROWS:
        return ""
    pairs = ((text_of(label).strip(_AROUND), text_of(value)) for label, value in rows)
    found = [f"{label}: {value}" for label, value in pairs if value and is_label(label)]
    return found[0] if len(found) == 1 else ""


def labelled_text(block: Block) -> str:
    """The text of a block; of a table of labels and values the row on the author, if it has one."""
    return (author_row(block.table) if block.table is not None else "") or block.text


def text_of(cell: Cell) -> str:
    """The text of a cell, without pictures."""
    return runs_text(cell.runs).strip()


def _is_bold(run: Run) -> bool:
    return bool(run.style & Style.STRONG)
