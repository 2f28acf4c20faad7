"""Persons in elements of their own with nothing but a blank between them: "By <a>Ann Lee</a> <a>Bo Moor</a>".

In a browser a style sheet draws a comma, a gap or a line between them; in the text of the page they would be
one long name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from articlex.bylines.given import begins_as_name
from articlex.bylines.persons import is_caseless, is_person
from articlex.markup import Annotation
from articlex.page import Block, runs_text

#: Characters of a block with bylines, and elements in it that are read, at most.
_MOST_CHARS, _MOST_ELEMENTS = 300, 24
#: Names of annotations on elements that may name a person.
_NAMING = ("class", "itemprop", "property", "rel")


class Named(NamedTuple):
    """An element with a person's name. ``kind`` is the same for similar elements: the folder of a link's
    address, or the value of an annotation."""

    name: str
    kind: str


def persons_apart(block: Block, notes: Iterable[Annotation]) -> list[Named]:
    """The persons in links of ``block``, then those in annotated elements, each in order. ``notes`` are the
    annotations of the block."""
    if len(block.text) > _MOST_CHARS:
        return []
    linked = list(_links(block)) if block.links > 1 else []
    marked = [Named(note.text, note.value) for note in notes if note.name in _NAMING][:_MOST_ELEMENTS]
    return [one for one in (*linked, *marked) if is_person(one.name)]


def with_commas(text: str, persons: Iterable[Named]) -> str:
    """``text`` with a comma between each two of ``persons`` that touch in it, or with a bar if the second may
    be none: names of towns and newspapers look like a person's.

    >>> with_commas("By Ann Lee Bo Moor", [Named("Ann Lee", "/people"), Named("Bo Moor", "/people")])
    'By Ann Lee, Bo Moor'
    >>> with_commas("By Ann Lee Moor Post", [Named("Ann Lee", "/people"), Named("Moor Post", "/papers")])
    'By Ann Lee | Moor Post'
    """
    for one, other in pairwise(persons):
        sure = one.kind == other.kind or is_caseless(other.name) or begins_as_name(other.name)
        for between in (" ", ""):
            parted = f"{one.name}{', ' if sure else ' | '}{other.name}"
            text = text.replace(f"{one.name}{between}{other.name}", parted)
    return text


def _links(block: Block) -> Iterator[Named]:
    """The text of each link of a block, and the folder of its address."""
    for href, runs in groupby(block.runs, key=lambda run: run.href):
        text = runs_text(runs).strip()
        if href is not None and text:
            yield Named(text, href.rstrip("/").rpartition("/")[0])
