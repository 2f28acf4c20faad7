"""Class names that say "author": hentry and vcard of microformats, and the bylines of most templates.

Source of the names: http://microformats.org/wiki/hatom and what templates call the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlex.bylines.leads import strip_label
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
    """The text of the element; of several lines in it, the first that begins with a byline word.

    "Author: Ann Example", "Editor: Bo Sample" and a date below each other are no name in one.
    """
    text = evidence.blocks[note.block].text if note.block < len(evidence.blocks) else ""
    if "\n" not in text or "".join(text.split()) != "".join(note.text.split()):
        return note.text
    return next((line for line in text.split("\n") if strip_label(line, opens=True) != line), note.text)


SOURCE = Source(NAME, state, REASONS)
