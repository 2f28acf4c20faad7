"""How a name is spelled that its source has in capitals or in small letters alone: as the page prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlex.authors.gathering import Authors, name_key
from articlex.bylines.names import read_names
from articlex.bylines.persons import is_person
from articlex.page import Page


def well_spelled(page: Page, candidate: Authors) -> tuple[str, ...]:
    """The names of ``candidate``, "ANN EXAMPLE" and "ann example" as the page has "Ann Example" elsewhere.

    A single word is left as it is: an acronym, or the name under which somebody posts.
    """
    if not any(map(_is_of_one_case, candidate.names)):
        return candidate.names
    names = candidate.names
    return tuple(_spelled(page, candidate, name) if _is_of_one_case(name) else name for name in names)


def _is_of_one_case(name: str) -> bool:
    return " " in name and (name.isupper() or name.islower())


def _spelled(page: Page, candidate: Authors, name: str) -> str:
    """The first spelling of ``name`` with both cases; ``name`` itself where the page has none."""
    spellings = _spellings(page, candidate, name)
    return next((other for other in spellings if is_person(other) and not _is_of_one_case(other)), name)


def _spellings(page: Page, candidate: Authors, name: str) -> Iterator[str]:
    """How the page spells ``name``: in the candidate's lines, in what states it, anywhere in print."""
    key = name_key(name)
    for index in candidate.blocks:
        yield from (other for other in read_names(page.blocks[index].text) if name_key(other) == key)
    for fact in candidate.facts:
        yield from (other for other in fact.value if name_key(other) == key)
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for block in page.blocks:
        yield from pattern.findall(block.text)
