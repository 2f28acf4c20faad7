"""Who answered the question of a page, by its markup: they did not ask it."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.page import Page
from articlex.read.html.embedded.linked_data import people, read_linked_data

#: Types of what people write below a question, as microdata ends with them.
_RESPONSES = ("/answer", "/comment")


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
