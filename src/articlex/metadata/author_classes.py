"""Elements whose class or id says "author": hentry and vcard of microformats, and bylines of templates.

The class names come from http://microformats.org/wiki/hatom and from common templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from articlex.bylines.given import begins_as_name
from articlex.bylines.indexed import indexed_names
from articlex.bylines.label_tests import is_label
from articlex.bylines.leads import strip_label
from articlex.bylines.lines import LABELLED_SHAPES, read_line
from articlex.bylines.names import read_names
from articlex.bylines.persons import is_handle, is_person
from articlex.bylines.side_by_side import Named, persons_apart, with_commas
from articlex.class_words import AUTHOR_WORDS, split_words
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place
from articlex.dates import find_dates
from articlex.markup import Annotation
from articlex.metadata.evidence import Evidence, RawNames, Source
from articlex.page import Block, Fact, Kind
from articlex.punctuation import COLONS, SENTENCE_ENDS, split_at_colon

REASONS = {"byline-class": "An element whose class says author or byline prints the name."}

NAME = "class"

#: Characters of the longest byline: it prints little beside the names.
MAX_CHARS = 160
#: Signs behind a name that refer to the institute of its bearer.
_SIGNS = " ,*†‡§¶0123456789"
#: Blocks of an element that has several, at least and at most.
_LEAST_BLOCKS, _MOST_BLOCKS = 2, 24
#: Elements in a card up to the name.
_IN_CARD = 2
#: Words of the longest label before a colon.
_LABEL = 2
#: Values of rel on links to what a story is about.
_TAGS = frozenset(("tag", "category"))
#: Words of the longest label before a link.
_LINK_LABEL = 3
#: Words of the shortest sentence.
_SENTENCE = 8
#: Bylines that are read, at most: in lists of stories each has one.
_MOST_BYLINES = 8


def state(evidence: Evidence) -> Iterator[Fact]:
    """The authors that such elements print, a fact for each byline."""
    claim = evidence.claims(NAME, "byline-class")
    taken = 0
    for lines in _bylines(evidence):
        if all(_is_sentence(line.raw) for line in lines):
            continue
        for fact in claim.stated_authors(lines, 0.36):
            taken += 1
            yield fact
        if taken >= _MOST_BYLINES:
            break


def _is_sentence(text: str) -> bool:
    """Whether a text is a sentence, neither a byline nor about a person, as one about "us" in the box of the
    authors: "Two friends who have travelled by train and on foot since 2016."."""
    if text[-1:] not in SENTENCE_ENDS or len(text.split()) < _SENTENCE:
        return False
    line = read_line(text)
    is_byline = (line is not None and not line.shape.startswith("inside")) or find_dates(text)
    return not (is_byline or any(map(is_person, read_names(text))))


def _bylines(evidence: Evidence) -> Iterator[list[RawNames]]:
    """The lines of each byline.

    Elements of the same class in one block that each name a person make one byline.
    """
    lines: list[RawNames] = []
    last: Annotation | None = None
    notes = _notes(evidence)
    persons = _side_by_side(notes, evidence.blocks)
    tags: dict[int, list[str]] = {}
    for each in evidence.markup.annotations:
        if each.name == "rel" and each.value in _TAGS and each.text:
            tags.setdefault(each.block, []).append(each.text)
    for note, inner in zip_longest(notes, notes[1:]):
        if (inner and _is_label_and_name(note, inner)) or _is_heading_by_text(note, evidence):
            continue
        text = _linked_behind_words(note, evidence.blocks) or _byline(note, evidence)
        text = _without_tags(text, tags.get(note.block, ()))
        text = with_commas(text, persons.get(note.block, ()))
        text = _without_label(_without_button(text))
        if not text:
            continue
        is_next = last is not None and _is_beside(note, last)
        if lines and not (is_next and _is_one(text) and _is_one(lines[-1].raw)):
            yield lines
            lines = []
        lines.append(RawNames(text, note.block))
        last = note
    if lines:
        yield lines


def _without_button(text: str) -> str:
    """A name without the button behind it to follow who has it: "Lê Ví Dụ Theo dõi"."""
    folded = fold_in_place(text)
    button = next((word for word in byline_words().follow if folded.endswith(f" {word}")), "")
    return text[: len(text) - len(button)].rstrip() if button else text


def _without_tags(text: str, tags: Sequence[str]) -> str:
    """A byline without the tags and categories of the story in it; "" if it is a label of these alone, "filed
    under: Skin, Allergies"."""
    left = text
    for tag in tags:
        left = left.replace(tag, "", 1)
    left = left.rstrip(" ,|/·")
    return text if left == text else "" if left.endswith(COLONS) else left


def _without_label(text: str) -> str:
    """The person behind a label and a colon, where no list has the label: "Razgovarala: Ana Primjer"; or all
    persons that a dash parts; else ``text``."""
    line = read_line(text)
    if line and len(line.names) > len(read_names(text)) == 1 and line.are_persons:
        # "Author: A. Example - B. Sample"
        return ", ".join(line.names)
    label, _, name = split_at_colon(text)
    if (
        not name
        or len(label.split()) > _LABEL
        or read_names(text)
        or byline_words().other.at(fold_in_place(text))
    ):
        return text
    return name if is_person(name.strip()) and begins_as_name(name.strip()) else text


def _notes(evidence: Evidence) -> list[Annotation]:
    """The notes on elements that name authors, without repeats and without the heads of papers."""
    stated = (note for note in evidence.markup.annotations if note.name == "class" and _is_byline(note))
    notes = _without_cards([next(same) for _, same in groupby(stated, key=lambda note: note.text)])
    # Notes of elements inside an element follow its note.
    behind = (notes[place : place + _MOST_BLOCKS] for place in range(1, len(notes) + 1))
    return [
        note
        for note, inner in zip(notes, behind, strict=True)
        if not _holds_another(note, inner, evidence.blocks)
    ]


def _without_cards(notes: list[Annotation]) -> list[Annotation]:
    """``notes`` without those on cards that end with a formatted name, and on what stands before it there:
    "<span class='author vcard'><span class='author-label'>Posted by</span> <span class='fn'>Ann</span>"."""
    left = list(notes)
    for place, note in enumerate(notes):
        inside = notes[place + 1 : place + 1 + _IN_CARD] if "vcard" in note.value.split() else []
        names = [inner for inner in inside if inner.block == note.block and "fn" in inner.value.split()]
        if names and note.text.endswith(f" {names[0].text}"):
            before = notes[place : place + 1 + inside.index(names[0])]
            left = [each for each in left if all(each is not other for other in before)]
    return left


def _side_by_side(notes: Sequence[Annotation], blocks: Sequence[Block]) -> dict[int, list[Named]]:
    """The persons in elements side by side, by the index of their block."""
    beside: dict[int, list[Annotation]] = {}
    for note in notes:
        beside.setdefault(note.block, []).append(note)
    return {at: persons_apart(blocks[at], each) for at, each in beside.items() if at < len(blocks)}


def _holds_another(note: Annotation, behind: Sequence[Annotation], blocks: Sequence[Block]) -> bool:
    """Whether an element is the head of a paper: "Authors", "Affiliations", "Published", each with its
    content.

    It begins with a label that is a noun, and elements with bylines of their own, whose notes are ``behind``
    it, are not all that stands below the label.
    """
    text = blocks[note.block].text if note.block < len(blocks) else ""
    if not is_label(text) or text.strip(" :").casefold() in byline_words().prepositions:
        return False
    holds = any(each.block > note.block and each.text in note.text for each in behind)
    return holds and not (indexed_names(blocks, note.block + 1) or _one_each(note, blocks))


def _is_beside(note: Annotation, last: Annotation) -> bool:
    """Whether an element has the class and the block of the ``last`` one, and neither is inside the other."""
    is_alike = (note.value, note.block) == (last.value, last.block)
    return is_alike and note.text not in last.text and last.text not in note.text


def _is_one(line: str) -> bool:
    """Whether a line names one person and nobody else."""
    return len(read_names(line)) == 1 and _names_persons(line)


def _is_label_and_name(note: Annotation, inner: Annotation) -> bool:
    """Whether an element is a label and a formatted name, ``inner``: "Author ferryman".

    Elsewhere a word in lower case behind a label may be the rest of a sentence, not a name.
    """
    if "fn" not in inner.value.split() or inner.block != note.block:
        return False
    label = note.text.removesuffix(inner.text).strip(_SIGNS)
    return label != note.text and label.casefold() in byline_words().labels


def _is_byline(note: Annotation) -> bool:
    return not AUTHOR_WORDS.isdisjoint(note.value.split()) and 1 < len(note.text) <= MAX_CHARS


def _is_heading_by_text(note: Annotation, evidence: Evidence) -> bool:
    """Whether an element is a heading whose id was generated from its text: "advance_by"."""
    if note.block >= len(evidence.blocks) or evidence.blocks[note.block].kind is not Kind.HEADING:
        return False
    return AUTHOR_WORDS.intersection(note.value.split()).issubset(split_words(note.text))


def _byline(note: Annotation, evidence: Evidence) -> str:
    """What an element says of its authors: its text, or of several lines or blocks those with names.

    Of several lines it is the first that begins with a label, else the first if it names a member, else the
    lines that name persons. "Author: Ann Example", "Editor: Bo Sample" and a date in three lines must not be
    read as one name, nor "Ann Example" and the university below.
    """
    text = evidence.blocks[note.block].text if note.block < len(evidence.blocks) else ""
    if len(text) < len(note.text):
        listed = indexed_names(evidence.blocks, note.block + 1) or _one_each(note, evidence.blocks)
        if listed:
            return ", ".join(listed)
        if labelled := _labelled_block(note, evidence.blocks):
            return labelled
        if member := _linked_alone(note, evidence.blocks):
            return member
        if _is_followed(note, evidence.blocks):
            return text
    if "\n" not in text:
        return note.text
    # The text of a note has a space between all its pieces, also before the sign of an affiliation.
    printed = re.search(r"\s*".join(map(re.escape, note.text.split())), text)
    lines = [line.rstrip(_SIGNS).strip() for line in printed[0].split("\n")] if printed else []
    if len(lines) < 2:
        return note.text
    if "".join(text.split()) == "".join(note.text.split()):
        labelled = next((line for line in lines if strip_label(line, opens=True) != line), "")
        if labelled:
            return labelled
    return _member(evidence.blocks[note.block], lines) or _persons(lines) or note.text


def _is_followed(note: Annotation, blocks: Sequence[Block]) -> bool:
    """Whether an element is the box of a member: a block that is a link, the name, with a button ("Follow")
    below it and what the member says about themselves."""
    if note.block + 1 >= len(blocks):
        return False
    first, below = blocks[note.block : note.block + 2]
    is_link = first.links == 1 and first.link_chars == len(first.text) and note.text.startswith(first.text)
    return is_link and below.tag == "button" and below.text in note.text


def _linked_behind_words(note: Annotation, blocks: Sequence[Block]) -> str:
    """The only link of an element behind words in small letters, as a label that no list has: "creato da
    <a>redazione</a> —"; "" for any other element."""
    runs = blocks[note.block].runs if note.block < len(blocks) else ()
    links = [run.text.strip() for run in runs if run.href is not None and run.text.strip() in note.text]
    if len(links) != 1 or not links[0] or read_line(note.text):
        return ""
    before, _, behind = note.text.partition(links[0])
    label = before.split()
    is_label = 0 < len(label) <= _LINK_LABEL and all(word.islower() and word.isalpha() for word in label)
    return links[0] if is_label and not behind.strip()[:1].isalnum() else ""


def _labelled_block(note: Annotation, blocks: Sequence[Block]) -> str:
    """The first of several blocks of an element that is a label and a person: "About this article", "Author,
    Ann Example", "Role, Reporter"; "" without."""
    for block in _blocks_of(note, blocks):
        line = read_line(block.text, bare=False)
        if line and line.shape in LABELLED_SHAPES:
            return block.text
    return ""


def _blocks_of(note: Annotation, blocks: Sequence[Block]) -> Iterator[Block]:
    """The first blocks of an element, as long as its text goes on with theirs."""
    left = "".join(note.text.split())
    for block in blocks[note.block : note.block + _MOST_BLOCKS]:
        text = "".join(block.text.split())
        if not left.startswith(text):
            return
        left = left.removeprefix(text)
        yield block


def _one_each(note: Annotation, blocks: Sequence[Block]) -> list[str]:
    """The persons in the blocks of an element, [] if it is not made up of them.

    A label may stand first. Either each block is a person, or blocks with a known given name alternate with
    what is said of them: "Ann Example", "Holm University".
    """
    texts = [block.text for block in _blocks_of(note, blocks)]
    lines = [text.rstrip(_SIGNS) for text in texts]
    if lines and is_label(lines[0]):
        del lines[0]
    if len(lines) < _LEAST_BLOCKS or "".join("".join(texts).split()) != "".join(note.text.split()):
        return []
    if all(map(is_person, lines)) and any(map(begins_as_name, lines)):
        return lines
    people = [is_person(line) and begins_as_name(line) for line in lines]
    is_in_turn = people == [True, False] * (len(lines) // 2) and len(lines) > _LEAST_BLOCKS
    return lines[::2] if is_in_turn else []


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


def _member(block: Block, lines: list[str]) -> str:
    """The first line if it is a name and the only link, else "": the rank of a member stands below."""
    named = lines[0]
    links = [run.text.strip() for run in block.runs if run.href is not None and run.text.strip()]
    return named if links == [named] and (is_handle(named) or is_person(named)) else ""


def _persons(lines: list[str]) -> str:
    """All lines if each names a person, else the first if it alone does, else ""."""
    # A university's name has the shape of a person's, so a known given name is required.
    people = [line for line in lines if is_person(line) and begins_as_name(line)]
    if len(people) == len(lines):
        return ", ".join(lines)
    return lines[0] if _names_persons(lines[0]) and people in ([], lines[:1]) else ""


def _names_persons(line: str) -> bool:
    """Whether a line names persons and nothing else."""
    names = read_names(line)
    return bool(names) and all(map(is_person, names))


SOURCE = Source(NAME, state, REASONS)
