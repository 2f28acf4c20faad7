"""Fields and addresses have the shape of names: "Closing date", "Location Beverley", "Harbour Street 4"."""

from __future__ import annotations

from itertools import takewhile

from articlex.bylines.given import givenness
from articlex.bylines.lines import UNLABELLED, Line
from articlex.page import Block, Kind, Run, Style
from articlex.regex import regex

#: Elements of labels and values, and links that are drawn as buttons, which are blocks of their own.
_FIELDS = frozenset({"dt", "dd", "th", "a"})
#: The number of a house, the only one of the line: the authors of papers have signs of notes.
_ENDS_IN_NUMBER = regex(r"\D*[^\W\d_]\.? \d{1,4}\Z")
_AROUND = " :,–—-|"


def is_field(block: Block) -> bool:
    """Whether a block is a label, its value, a button or a table, and not a known given name and another.

    What a byline word or a label for authors stands before is read before this is asked.
    """
    is_part = block.tag in _FIELDS or block.kind is Kind.TABLE
    return is_part and (" " not in block.text or givenness(block.text) != "first")


def is_of_field(block: Block, line: Line) -> bool:
    """Whether the names of a line without a byline word are those of a field, made of the label of one, which
    is in bold, and its value, or an address."""
    if not line.shape.startswith(UNLABELLED):
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


def _is_bold(run: Run) -> bool:
    return bool(run.style & Style.STRONG)
