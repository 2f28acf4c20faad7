"""Who is printed as an author is, and is none: who answers a question, and what two links of a menu spell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.authors.gathering import Authors, name_key
from articlex.authors.names import read_names
from articlex.page import Block, Page
from articlex.read.metadata.json_ld import people
from articlex.read.metadata.linked_data import read_linked_data

#: Types of what people write below a question, as microdata ends with them.
_RESPONSES = ("/answer", "/comment")


def impostors(page: Page, candidates: Sequence[Authors]) -> set[int]:
    """The places of the candidates that nothing states and that the page shows to be somebody else.

    They are weighed like the others, and what speaks for one of them speaks for the page having no author.
    """
    answered = {name_key(name) for raw in _answerers(page) for name in read_names(raw)}
    return {
        place
        for place, candidate in enumerate(candidates)
        if not candidate.facts
        and not candidate.among
        and (not answered.isdisjoint(map(name_key, candidate.names)) or _is_menu(page, candidate))
    }


def _answerers(page: Page) -> Iterator[str]:
    """Whoever the markup says has answered the question of the page, or commented on it."""
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


def _is_menu(page: Page, candidate: Authors) -> bool:
    if not candidate.blocks:
        return False
    block = page.blocks[candidate.blocks[0]]
    return block.links > 1 and any(_spans_links(block, name) for name in candidate.names)


def _spans_links(block: Block, name: str) -> bool:
    """Whether what looks like one name is the text of two links, side by side as in a menu: "Home News"."""
    start = block.text.find(name)
    if start < 0:
        return False
    end = start + len(name)
    place, hrefs = 0, set()
    for run in block.runs:
        if place < end and place + len(run.text) > start and run.href is not None and run.text.strip():
            hrefs.add(run.href)
        place += len(run.text)
    return len(hrefs) > 1
