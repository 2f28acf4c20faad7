"""readability-lxml as the engine: its summary decides which of our blocks are the body.

A block is body if its text occurs in the summary (:mod:`articlex.scoring.summary`). Title, metadata, writers
and ``explain`` work as usual.
"""

from __future__ import annotations

from collections.abc import Sequence

from articlex.options import Options
from articlex.page import Fact, Field, Form, Mark, Page, Role
from articlex.scoring.summary import blocks_in, summary
from articlex.stages.contract import Output, Stage
from articlex.stages.parts.body_choice import SETTLED

REASONS = {
    "readability": "The text of the block stands in the summary that readability-lxml makes of the page.",
    "between": "The block has no text, and the blocks around it are in that summary.",
    "readability-found": "readability-lxml found a summary.",
    "readability-found-nothing": "Nothing that readability-lxml found is in a block.",
}

#: readability-lxml does not say how sure it is.
_CONFIDENCE = 0.5


def engine_order(order: Sequence[Stage]) -> tuple[Stage, ...]:
    """``order`` with the engine in place of the body stage."""
    engine = Stage(
        name="readability",
        run=_run,
        reasons=REASONS,
        sets=frozenset({Role.BODY}),
        overrides=frozenset(Role) - SETTLED - {Role.UNKNOWN},
        forms=frozenset({Form.HTML}),
    )
    return tuple(engine if stage.name == "body" else stage for stage in order)


def _run(page: Page, options: Options) -> Output:
    """Mark the blocks in the summary of the page, and state the verdict."""
    kept = blocks_in(page, summary(page.markup.source))
    for index in sorted(kept):
        if page.role(index) not in SETTLED:
            yield Mark(index, Role.BODY, "readability", _CONFIDENCE)
    for index in _between(page, kept):
        if page.role(index) is Role.UNKNOWN:
            yield Mark(index, Role.BODY, "between", _CONFIDENCE)
    if kept:
        yield Fact(Field.VERDICT, "ok", "readability", "", "readability-found", _CONFIDENCE)
    elif page.blocks:
        yield Fact(Field.VERDICT, "no_article", "readability", "", "readability-found-nothing", _CONFIDENCE)


def _between(page: Page, kept: set[int]) -> list[int]:
    """The blocks without text, such as images, between two kept blocks."""
    found: list[int] = []
    waiting: list[int] = []
    inside = False
    for block in page.blocks:
        if not block.text:
            waiting.append(block.index)
            continue
        if inside and block.index in kept:
            found += waiting
        inside, waiting = block.index in kept, []
    return found
