"""Sections: the fullest of the lists that the page states or prints, else the steps of a path.

The path stands above the text and may have been told by its place alone. In HTML its links tell its steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.facts import ranked_facts
from articlex.options import Options
from articlex.page import Block, Fact, Field, Form, Page, Role
from articlex.stages.contract import Output, Stage, has_run
from articlex.stages.parts.steps.linked import linked_sections
from articlex.stages.parts.steps.printed import printed_sections
from articlex.tokens import fold, word_count

REASONS = {
    "in-full": "The list has all sections of the best source, which states only one or some, and more.",
    "printed-path": "It is a step of the path that the page prints.",
    "linked-path": "It is a linked step of a path above the text.",
}

NAME = "sections"

_BREADCRUMB = Role.BREADCRUMB  # see articlex.page

#: Above the score of any source.
_SCORE = 0.97
#: Sources of paths. One that is stated ends before the page itself, one that is printed may not.
_STATED_PATH, _PRINTED_PATH = "breadcrumb", "printed"
#: Sections of the longest list, which may be one of tags, and words of the longest section: what has more is
#: the title of a page.
_MOST, _MOST_WORDS = 8, 7
#: Reasons of the marks on paths in one line, and links of the shortest: one of them may be the home page.
_PATHS, _LEAST_LINKS = ("path", "printed-path"), 2


def run(page: Page, options: Options) -> Output:
    """State the fullest list anew if it is not the best one, or the steps of a path if there is no list."""
    if has_run(page, NAME):
        return
    facts = ranked_facts(page, Field.CATEGORIES)
    if facts and facts[0].value:
        if full := _in_full(facts[0], facts[1:]):
            yield full._replace(reason="in-full", score=_SCORE, stage="")
        return
    if page.form is Form.TEXT:
        found, last = printed_sections(page)
        if found:
            yield Fact(Field.CATEGORIES, found, NAME, " > ".join(found), "printed-path", 0.4, last)
        return
    for block in _paths(page):
        if found := linked_sections(page, [block.index]):
            path = " > ".join(found)
            yield Fact(Field.CATEGORIES, found, NAME, path, "linked-path", 0.4, block.index)
            return


def _in_full(best: Fact, others: Sequence[Fact]) -> Fact | None:
    """The best of ``others`` that has all sections of ``best`` and more; None without one.

    Many templates state the first of several sections as ``article:section``, or the last step of a path.
    """
    own = {fold(name) for name in best.value}
    for other in others:
        names = [fold(name) for name in other.value]
        is_longer_path = best.reason == _STATED_PATH and other.reason == _PRINTED_PATH
        is_list = len(names) <= _MOST and max(map(word_count, names), default=0) <= _MOST_WORDS
        if own < set(names) and is_list and not is_longer_path:
            return other
    return None


def _paths(page: Page) -> Iterator[Block]:
    """The blocks that hold a path in one line with several links."""
    for mark in page.marks:
        if mark.role is _BREADCRUMB and mark.reason in _PATHS:
            block = page.blocks[mark.block]
            if block.links >= _LEAST_LINKS:
                yield block


STAGE = Stage(name=NAME, run=run, reasons=REASONS)
