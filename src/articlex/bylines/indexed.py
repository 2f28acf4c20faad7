"""Names as in an index, each in a block of its own below a label: "Example, Ann", "Sample, Bo"."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.bylines.given import begins_as_name
from articlex.bylines.label_tests import is_label
from articlex.bylines.leads import is_east_asian
from articlex.bylines.persons import is_caseless, is_person
from articlex.data.bylines import byline_words
from articlex.page import Block, Wrap
from articlex.regex import regex

#: Numbers of affiliations behind a name; an entry with surname, comma and given name; one with such numbers.
_FIGURES = r" ?\d{1,2}(?:, ?\d{1,2})*+"
_ENTRY = regex(rf"([^\W\d_][^,،\d\n]{{0,30}})[,،] ?([^\W\d_][^,،\d\n]{{0,30}}?)(?:{_FIGURES})?")
_NOTED = regex(rf"([^\W\d_][^,،\d\n]{{0,40}}?){_FIGURES}")
_NUMBERED = regex(r"(\d{1,2})\.?\s+[^\W\d_]")
#: Characters of an entry and of an affiliation, and how many there are of each, at most.
_MAX_CHARS, _MAX_INSTITUTE, _MOST_NAMES = 70, 200, 30
#: Characters of the longest surname in Chinese.
_HAN_SURNAME = 2


def indexed_names(blocks: Sequence[Block], index: int) -> list[str]:
    """The names in the entries from a block right below a label on, the given names first; [] without any.

    Entries with the number of an affiliation need not begin with the surname. A single entry has to have a
    known given name and capitals, without which "Sample, Example" may be two persons.
    """
    if not 0 < index <= len(blocks) or not is_label(blocks[index - 1].text):
        return []
    names: list[str] = []
    for block in blocks[index : index + _MOST_NAMES]:
        name = _entry(block.text)
        if not name:
            break
        names.append(name)
    if len(names) == 1 and not any(map(str.isdigit, blocks[index].text)):
        return names if not is_caseless(names[0]) and begins_as_name(names[0]) else []
    return names


def institutes(blocks: Sequence[Block], last: int) -> list[int]:
    """The blocks with the affiliations below a list of names that ends with block ``last``, numbered from one
    as behind the names: "1. University of Holm". A button may stand before them."""
    if not 0 <= last < len(blocks) or not _NOTED.fullmatch(blocks[last].text.replace(",", " ")):
        return []
    found: list[int] = []
    for block in blocks[last + 1 : last + 1 + _MOST_NAMES]:
        if _number(block) == len(found) + 1 and len(block.text) <= _MAX_INSTITUTE:
            found.append(block.index)
        elif found or block.index > last + 1:
            break
    return found


def _number(block: Block) -> int:
    """The number that a block begins with, or has as an item of a list; 0 without one."""
    if number := _NUMBERED.match(block.text):
        return int(number[1])
    is_ordered = any(each.wrap is Wrap.LIST and each.ordered for each in block.within)
    items = [each.number for each in block.within if each.wrap is Wrap.ITEM]
    return items[-1] if is_ordered and items else 0


def _entry(text: str) -> str:
    """The name in an entry, the given name first; "" if it is none."""
    if len(text) > _MAX_CHARS:
        return ""
    found = _ENTRY.fullmatch(text)
    if found is None:
        noted = _NOTED.fullmatch(text)
        return noted[1] if noted and is_person(noted[1]) else ""
    surname, given = found[1].strip(), found[2].strip()
    if is_east_asian(surname[0]) and len(surname) <= _HAN_SURNAME:
        name = f"{surname}{given}"
    elif given[0].islower() or _is_name_and_more(surname, given):
        return ""
    else:
        name = f"{given} {surname}"
    return name if is_person(name) else ""


def _is_name_and_more(name: str, rest: str) -> bool:
    """Whether a whole name stands before a comma, and a degree or a job behind it: "Ann Example, Ph.D."."""
    words, folded = byline_words(), rest.casefold().replace(".", "")
    is_more = folded in words.credentials or not words.jobs.isdisjoint(folded.split())
    return is_more or (" " in name and begins_as_name(name) and not begins_as_name(rest))


def may_be_subjects(part: str, names: Sequence[str]) -> bool:
    """Whether the only name was printed with the surname first, and no given name is known in it. In a line
    without a label that may be two subjects, as beside the day of a notice: "Road works, Town centre"."""
    return len(names) == 1 and "," in part and names[0] not in part and not begins_as_name(names[0])
