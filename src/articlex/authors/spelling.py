"""The names of the chosen candidate as the page spells them: neither in capitals nor in small letters
alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlex.authors.gathering import Authors, name_key
from articlex.bylines.names import read_names
from articlex.bylines.persons import is_person
from articlex.page import Page


def well_spelled(page: Page, candidate: Authors) -> tuple[str, ...]:
    """The names of ``candidate``: "ANN EXAMPLE" and "ann example" become "Ann Example" if the page has that.

    A single word is left as it is, as it may be an acronym or a user name.
    """
    return tuple(
        _spelled(page, candidate, name) if _is_of_one_case(name) else name for name in candidate.names
    )


def _is_of_one_case(name: str) -> bool:
    return " " in name and (name.isupper() or name.islower())


def _spelled(page: Page, candidate: Authors, name: str) -> str:
    """The first spelling of ``name`` on the page with letters of both cases, else ``name``."""
    spellings = _spellings(page, candidate, name)
    return next((other for other in spellings if is_person(other) and not _is_of_one_case(other)), name)


def _spellings(page: Page, candidate: Authors, name: str) -> Iterator[str]:
    """How the page spells ``name``: in the blocks of the candidate, in its facts, in any block."""
    key = name_key(name)
    for index in candidate.blocks:
        yield from (other for other in read_names(page.blocks[index].text) if name_key(other) == key)
    for fact in candidate.facts:
        yield from (other for other in fact.value if name_key(other) == key)
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for block in page.blocks:
        yield from pattern.findall(block.text)
