"""Who asked the question of a page: in raw page text boards print "asked 3 May 2024 at 9:12", and next to
that the name and the points of the member. And who answered it, by the markup: they did not ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.authors.gathering import Gathering
from articlex.bylines.names import read_names
from articlex.dates import find_dates
from articlex.page import Block, Page
from articlex.read.html.embedded.linked_data import people, read_linked_data
from articlex.signs.asked import begins_with_asked

#: Feature of whoever asked.
ASKER = "asker"

#: Characters of such a line, of a name beside it, and words before the day, at most.
_MAX_CHARS, _MAX_NAME, _MOST_WORDS = 60, 40, 4
#: Types of what people write below a question, as microdata ends with them.
_RESPONSES = ("/answer", "/comment")


def add_asker(found: Gathering) -> None:
    """Add the name beside the line that says when the question was asked; several such lines have one day."""
    asked = {block.index: day for block in found.page.blocks if (day := _day_asked(block.text))}
    if len(set(asked.values())) != 1:
        return
    for index in _beside(found.page, min(asked)):
        names = read_names(found.page.blocks[index].text)
        if len(names) == 1:
            found.entry(names, index).features.add(ASKER)
            return


def _day_asked(text: str) -> tuple[int, ...]:
    """Year, month and day in a line that says when a question was asked; () for any other line."""
    if len(text) > _MAX_CHARS or not begins_with_asked(text):
        return ()
    days = find_dates(text)
    if not days or not days[0].value.day or len(text[: days[0].start].split()) > _MOST_WORDS:
        return ()
    day = days[0].value
    return day[:3]


def _beside(page: Page, index: int) -> Iterator[int]:
    """The blocks beside a line that may be the name: below it and above the points, perhaps with a portrait
    between, or above it and below the points."""
    blocks = page.blocks
    below = index + 1 + _is_face(blocks, index + 1)
    if below + 1 < len(blocks) and _begins_with_figure(blocks[below + 1]):
        yield below
    if index > 1 and _begins_with_figure(blocks[index - 2]):
        yield index - 1


def _is_face(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block stands for the portrait of whoever the next one names: "[face]", "Ann's avatar"."""
    if index + 1 >= len(blocks):
        return False
    text, name = blocks[index].text, blocks[index + 1].text
    return text.startswith("[") or (len(name) <= len(text) <= 2 * _MAX_NAME and name in text)


def _begins_with_figure(block: Block) -> bool:
    return block.text[:1].isdecimal()


def answerers(page: Page) -> Iterator[str]:
    """The raw names of those who answered or commented on the question of the page, by its markup."""
    notes = page.markup.annotations
    if any(note.scope.lower().endswith("/question") for note in notes):
        for note in notes:
            if note.value.lower() == "author" and note.scope.lower().endswith(_RESPONSES):
                yield note.text or note.content
    # Reading scripts takes long, and few have answers. The type may be "https://schema.org/Answer".
    scripts = [script for script in page.markup.json_ld if 'Answer"' in script]
    linked = read_linked_data(scripts)
    if linked.question:
        for thing in linked.things:
            if "answer" in thing.types:
                yield from people(linked, thing.data.get("author"))
