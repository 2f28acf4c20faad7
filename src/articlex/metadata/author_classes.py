"""Class names that say "author": hentry and vcard of microformats, and the bylines of most templates.

Source of the names: http://microformats.org/wiki/hatom and what templates call the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlex.bylines.given import givenness
from articlex.bylines.leads import strip_label
from articlex.bylines.persons import is_person
from articlex.metadata.evidence import Evidence, Source
from articlex.page import Annotation, Fact
from articlex.read.html.attributes import AUTHOR_WORDS

REASONS = {"byline-class": "An element whose class says author or byline prints the name."}

NAME = "class"

#: A byline prints little beside the names.
MAX_CHARS = 160
#: Bylines of a page that are read; lists of stories have one each.
_MOST_BYLINES = 8


def state(evidence: Evidence) -> Iterator[Fact]:
    """The authors in elements whose class or id says so."""
    claim = evidence.claims(NAME, "byline-class")
    taken = 0
    last = ""
    for note in evidence.markup.annotations:
        if note.name == "class" and _is_byline(note) and note.text != last:
            last = note.text
            for fact in claim.stated_authors([(_byline(note, evidence), note.block)], 0.36):
                taken += 1
                yield fact
        if taken == _MOST_BYLINES:
            break


def _is_byline(note: Annotation) -> bool:
    return not AUTHOR_WORDS.isdisjoint(note.value.split()) and 1 < len(note.text) <= MAX_CHARS


def _byline(note: Annotation, evidence: Evidence) -> str:
    """The text of the element; of several lines in it, the first that begins with a byline word, else those
    that are persons' names.

    "Author: Ann Example", "Editor: Bo Sample" and a date below each other are no name in one, nor are "Ann
    Example" and the university below.
    """
    text = evidence.blocks[note.block].text if note.block < len(evidence.blocks) else ""
    if "\n" not in text:
        return note.text
    printed = re.search(r"\s+".join(map(re.escape, note.text.split())), text)
    lines = [line.strip() for line in printed[0].split("\n")] if printed else []
    if len(lines) < 2:
        return note.text
    if "".join(text.split()) == "".join(note.text.split()):
        labelled = next((line for line in lines if strip_label(line, opens=True) != line), "")
        if labelled:
            return labelled
    return _persons(lines) or note.text


def _persons(lines: list[str]) -> str:
    """The names in lines of which each is a person's, or the first alone; "" where neither is so."""
    # The name of a university has the shape of a person's.
    people = [line for line in lines if is_person(line) and givenness(line) == "first"]
    if len(people) == len(lines):
        return ", ".join(lines)
    return lines[0] if is_person(lines[0]) and people in ([], lines[:1]) else ""


SOURCE = Source(NAME, state, REASONS)
