"""Settings in raw page text whose nesting is their indentation, as in YAML.

A name, a colon and a value are what a table of facts has too ("author: Ann"), and a name above list items is
a list with a label. So there must be several names in small letters of ASCII, entries set in below one that
has no value, and one of those a name with a value: below "ingredients:" and "method:" stand items alone.
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
#: Lines within which entries must be set in.
AHEAD = 40
#: Lines within which one of those must have a value: each line of a long list with labels asks anew.
FIRST_PAIR = 200


def nested_settings(lines: Sequence[Line], start: int) -> Shape | None:
    """At least three lines of settings, some of them set in below the name of a section."""
    if ":" not in lines[start].text or not NAME.match(lines[start].text) or not _nests(lines, start):
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
    return Shape(Kind.CODE, end, verbatim(lines[start:end], lines[start].indent))


def _nests(lines: Sequence[Line], start: int) -> bool:
    """Whether entries are set in below a name that has no value, soon after ``start``."""
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
    """Whether the line at ``place`` is one more of the settings that begin at ``start``."""
    line = lines[place]
    if line.gap > MAX_GAP or line.indent < lines[start].indent or is_prose(line.text):
        return False
    return NAME.match(line.text) is not None or OTHER.match(line.text) is not None
