"""Settings in raw page text that are nested by indentation, as in YAML.

A table of facts has names, colons and values too ("author: Ann"), and a labelled list has items below a name.
So there must be several lower-case ASCII names, entries indented below one without a value, and among those a
name with a value: below "ingredients:" and "method:" there are only items.
"""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Kind
from articlex.read.text.code.blocks import MAX_GAP, verbatim
from articlex.read.text.code.signs import is_prose
from articlex.read.text.lines import Line
from articlex.read.text.shape import Shape
from articlex.regex import regex

NAME = regex(r"(?:- )?[a-z_\"'][A-Za-z\d_.$/\"'-]*:(?: \S|$)")
#: A name with a value that is no item of a list.
PAIR = regex(r"[a-z_\"'][A-Za-z\d_.$/\"'-]*: \S")
OTHER = regex(r"- \S|# \S")
MIN_NAMES = 2
MIN_LINES = 3
#: Within so many lines entries must be indented, and within FIRST_PAIR one of those must have a value: each
#: line of a long labelled list is tried anew.
AHEAD = 40
FIRST_PAIR = 200


def nested_settings(lines: Sequence[Line], start: int) -> Shape | None:
    """At least three lines of settings, some of them indented below a name without a value."""
    if not NAME.match(lines[start].text) or not _nests(lines, start):
        return None
    end, has_pair = start + 1, False
    while end < len(lines) and _goes_on(lines, start, end):
        line = lines[end]
        has_pair = has_pair or (line.indent > lines[start].indent and PAIR.match(line.text) is not None)
        end += 1
        if end - start == FIRST_PAIR and not has_pair:
            return None
    names = sum(NAME.match(line.text) is not None for line in lines[start:end])
    if end - start < MIN_LINES or names < MIN_NAMES or not has_pair:
        return None
    return Shape(Kind.CODE, end, verbatim(lines[start:end]))


def _nests(lines: Sequence[Line], start: int) -> bool:
    """Whether entries are indented below a name without a value, soon after ``start``."""
    ahead = range(start, min(start + AHEAD, len(lines) - 1))
    if not any(lines[place + 1].indent > lines[place].indent for place in ahead):
        return False
    for place in ahead:
        if place > start and not _goes_on(lines, start, place):
            return False
        deeper = lines[place + 1].indent > lines[place].indent
        if deeper and NAME.match(lines[place].text) and lines[place].text[-1] == ":":
            return _goes_on(lines, start, place + 1)
    return False


def _goes_on(lines: Sequence[Line], start: int, place: int) -> bool:
    """Whether the line at ``place`` belongs to the settings that begin at ``start``."""
    line = lines[place]
    if line.gap > MAX_GAP or line.indent < lines[start].indent or is_prose(line.text):
        return False
    return NAME.match(line.text) is not None or OTHER.match(line.text) is not None
