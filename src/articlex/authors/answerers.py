"""Who answers on the page of a question: where nobody is said to have asked it, that is not one of those."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.authors.gathering import Authors, name_key
from articlex.authors.names import read_names
from articlex.page import Page
from articlex.read.metadata.json_ld import people
from articlex.read.metadata.linked_data import read_linked_data

#: Types of what people write below a question, as microdata ends with them.
_RESPONSES = ("/answer", "/comment")


def without_answerers(page: Page, candidates: Sequence[Authors]) -> list[Authors]:
    """``candidates`` without those who are printed alone and who the markup says have answered."""
    answered = {name_key(name) for raw in _answerers(page) for name in read_names(raw)}
    if not answered:
        return list(candidates)
    return [
        candidate
        for candidate in candidates
        if candidate.facts or candidate.among or answered.isdisjoint(map(name_key, candidate.names))
    ]


def _answerers(page: Page) -> Iterator[str]:
    notes = page.markup.annotations
    if any(note.scope.lower().endswith("/question") for note in notes):
        for note in notes:
            if note.value.lower() == "author" and note.scope.lower().endswith(_RESPONSES):
                yield note.text or note.content
    scripts = [script for script in page.markup.json_ld if '"Answer"' in script]
    linked = read_linked_data(scripts)
    if linked.question:
        for thing in linked.things:
            if "answer" in thing.types:
                yield from (name for name, _ in people(linked, thing.data.get("author")))
