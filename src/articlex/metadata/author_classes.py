"""Elements whose class or id says "author": hentry and vcard of microformats, and bylines of templates.

The class names come from http://microformats.org/wiki/hatom and from common templates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from articlex.bylines.given import begins_as_name
from articlex.bylines.label_tests import is_label
from articlex.bylines.names import read_names
from articlex.bylines.persons import is_person
from articlex.bylines.side_by_side import Named, persons_apart, with_commas
from articlex.metadata.evidence import Evidence, RawNames, Source
from articlex.page import Annotation, Block, Fact, Kind
from articlex.read.html.attributes import AUTHOR_WORDS, split_words

REASONS = {"byline-class": "An element whose class says author or byline prints the name."}

NAME = "class"

#: Characters of the longest byline: it prints little beside the names.
MAX_CHARS = 160
#: Signs behind a name that refer to the institute of its bearer.
_SIGNS = " ,*†‡§¶0123456789"
#: Blocks of an element that has several, at least and at most.
_LEAST_BLOCKS, _MOST_BLOCKS = 2, 24
#: Bylines that are read, at most: in lists of stories each has one.
_MOST_BYLINES = 8


def state(evidence: Evidence) -> Iterator[Fact]:
    """The authors that such elements print, a fact for each byline."""
    claim = evidence.claims(NAME, "byline-class")
    taken = 0
    for lines in _bylines(evidence):
        for fact in claim.stated_authors(lines, 0.36):
            taken += 1
            yield fact
        if taken >= _MOST_BYLINES:
            break


def _bylines(evidence: Evidence) -> Iterator[list[RawNames]]:
    """The lines of each byline.

    Elements of the same class in one block that each name a person make one byline.
    """
    lines: list[RawNames] = []
    last: Annotation | None = None
    notes = list(_notes(evidence))
    persons = _side_by_side(notes, evidence.blocks)
    for note in notes:
        text = with_commas(_byline(note, evidence.blocks), persons.get(note.block, ()))
        is_next = last is not None and _is_beside(note, last)
        if lines and not (is_next and _is_one(text) and _is_one(lines[-1].raw)):
            yield lines
            lines = []
        lines.append(RawNames(text, note.block))
        last = note
    if lines:
        yield lines


def _notes(evidence: Evidence) -> Iterator[Annotation]:
    """The notes on elements that name authors, without repeats."""
    stated = (note for note in evidence.markup.annotations if note.name == NAME and _is_byline(note))
    for _, same in groupby(stated, key=lambda note: note.text):
        note = next(same)
        if not _is_heading_by_text(note, evidence):
            yield note


def _side_by_side(notes: Sequence[Annotation], blocks: Sequence[Block]) -> dict[int, list[Named]]:
    """The persons in elements side by side, by the index of their block."""
    beside: dict[int, list[Annotation]] = {}
    for note in notes:
        beside.setdefault(note.block, []).append(note)
    return {at: persons_apart(blocks[at], each) for at, each in beside.items() if at < len(blocks)}


def _is_beside(note: Annotation, last: Annotation) -> bool:
    """Whether an element has the class and the block of the ``last`` one, and neither is inside the other."""
    is_alike = (note.value, note.block) == (last.value, last.block)
    return is_alike and note.text not in last.text and last.text not in note.text


def _is_one(line: str) -> bool:
    """Whether a line names one person and nobody else."""
    return len(read_names(line)) == 1 and _names_persons(line)


def _is_byline(note: Annotation) -> bool:
    return not AUTHOR_WORDS.isdisjoint(note.value.split()) and 1 < len(note.text) <= MAX_CHARS


def _is_heading_by_text(note: Annotation, evidence: Evidence) -> bool:
    """Whether an element is a heading whose id was generated from its text: "advance_by"."""
    if note.block >= len(evidence.blocks) or evidence.blocks[note.block].kind is not Kind.HEADING:
        return False
    return AUTHOR_WORDS.intersection(note.value.split()).issubset(split_words(note.text))


def _byline(note: Annotation, blocks: Sequence[Block]) -> str:
    """What an element says of its authors: its text, or of several blocks those with names."""
    if note.block < len(blocks) and len(blocks[note.block].text) < len(note.text):
        if listed := _one_each(note, blocks):
            return ", ".join(listed)
        return _linked_alone(note, blocks) or note.text
    return note.text


def _one_each(note: Annotation, blocks: Sequence[Block]) -> list[str]:
    """The persons in the blocks of an element, below a label or not; [] if any block is no person."""
    left = "".join(note.text.split())
    lines: list[str] = []
    for block in blocks[note.block : note.block + _MOST_BLOCKS]:
        text = "".join(block.text.split())
        if not left.startswith(text):
            break
        left = left.removeprefix(text)
        lines.append(block.text.rstrip(_SIGNS))
    if lines and is_label(lines[0]):
        del lines[0]
    is_list = not left and len(lines) >= _LEAST_BLOCKS
    return lines if is_list and all(map(is_person, lines)) and any(map(begins_as_name, lines)) else []


def _linked_alone(note: Annotation, blocks: Sequence[Block]) -> str:
    """The first of several blocks of an element if it alone is a link, a picture aside; else "".

    It is the name of a member of a board, whose rank and number of posts stand below.
    """
    inside: list[Block] = []
    left = len(note.text)
    for block in blocks[note.block : note.block + _MOST_BLOCKS]:
        if left <= 0:
            break
        if block.text:
            inside.append(block)
            left -= len(block.text) + 1
    if len(inside) < _LEAST_BLOCKS or any(block.link_chars == len(block.text) for block in inside[1:]):
        return ""
    first = inside[0]
    hrefs = [run.href for run in first.runs if run.src is None and run.text.strip()]
    name = first.text.partition("\n")[0].strip()
    is_linked = first.links == 1 and first.link_chars == len(name) > 1
    return name if is_linked and hrefs[0] is not None and not is_label(name) else ""


def _names_persons(line: str) -> bool:
    """Whether a line names persons and nothing else."""
    names = read_names(line)
    return bool(names) and all(map(is_person, names))


SOURCE = Source(NAME, state, REASONS)
