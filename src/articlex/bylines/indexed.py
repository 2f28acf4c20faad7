"""Names as an index has them, in blocks of their own below a label: "Example, Ann", "Sample, Bo"."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.bylines.label_tests import is_label
from articlex.bylines.leads import is_east_asian
from articlex.bylines.persons import is_caseless, is_person
from articlex.page import Block
from articlex.regex import regex

#: The figures of the institutes where somebody works, behind the name; a surname, a comma, a given name.
_FIGURES = r" ?\d{1,2}(?:, ?\d{1,2})*+"
_ENTRY = regex(rf"([^\W\d_][^,،\d\n]{{0,30}})[,،] ?([^\W\d_][^,،\d\n]{{0,30}}?)(?:{_FIGURES})?")
_NOTED = regex(rf"([^\W\d_][^,،\d\n]{{0,40}}?){_FIGURES}")
_MAX_CHARS, _MOST_NAMES = 70, 30
#: Characters of the longest surname in Chinese.
_HAN_SURNAME = 2


def indexed_names(blocks: Sequence[Block], index: int) -> list[str]:
    """The names of the entries that begin with a block right below a label, the given name of each first.

    Entries with the figure of an institute need not begin with the surname. In a script without capitals
    "Sample, Example" may as well be two people, so there one entry is none.
    """
    if not 0 < index <= len(blocks) or not is_label(blocks[index - 1].text):
        return []
    names: list[str] = []
    for block in blocks[index : index + _MOST_NAMES]:
        name = _entry(block.text)
        if not name:
            break
        names.append(name)
    return [] if len(names) == 1 and is_caseless(names[0]) else names


def _entry(text: str) -> str:
    if len(text) > _MAX_CHARS:
        return ""
    found = _ENTRY.fullmatch(text)
    if found is None:
        noted = _NOTED.fullmatch(text)
        return noted[1] if noted and is_person(noted[1]) else ""
    surname, given = found[1].strip(), found[2].strip()
    if is_east_asian(surname[0]) and len(surname) <= _HAN_SURNAME:
        name = f"{surname}{given}"
    elif given[0].islower():
        return ""
    else:
        name = f"{given} {surname}"
    return name if is_person(name) else ""
