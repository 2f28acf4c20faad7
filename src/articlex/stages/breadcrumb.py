"""Breadcrumbs: the path from the home page to this one."""

from __future__ import annotations

from articlex.data.labels import labels, normal
from articlex.options import Options
from articlex.page import Mark, Page, Role
from articlex.regex import regex
from articlex.signs import Place, Signs, signs_of
from articlex.stages.contract import Output, Stage

REASONS = {
    "breadcrumb-element": "The block stands in an element that is named a breadcrumb.",
    "path": "The block is a path with separators that begins with the home page.",
    "steps": "One of several lines with separators between them, the first of which is the home page.",
}

#: A step of a path is a short name; a path has a handful of them.
MAX_STEP, MAX_CHARS, MAX_LINES = 60, 200, 14

_SEPARATOR = regex(r"\s*[>›»❯→/|\\⟩·•]+\s*|\s+[-–—]\s+")
_HAS_SIGN = regex("[>›»❯→/⟩]")
_SIGNS = frozenset("> › » ❯ → / | \\ ⟩ · • - – — :: >>".split())


def run(page: Page, options: Options) -> Output:
    """Mark breadcrumbs, above the running text when only the text tells."""
    signs = signs_of(page)
    for index in signs.at[Place.BREADCRUMB]:
        if page.role(index) is Role.UNKNOWN and not signs.prose[index]:
            yield Mark(index, Role.BREADCRUMB, "breadcrumb-element", 0.95)
    done = -1
    for block in page.blocks[: signs.first]:
        index = block.index
        if index <= done or page.role(index) is not Role.UNKNOWN or signs.places[index] is Place.BREADCRUMB:
            continue
        if signs.labels[index] == "home":
            last = _last_step(page, signs, index)
            for step in range(index, last + 1):
                if page.role(step) is Role.UNKNOWN and signs.places[step] is not Place.BREADCRUMB:
                    yield Mark(step, Role.BREADCRUMB, "steps", 0.85)
            done = last
        elif len(block.text) <= MAX_CHARS and _is_path(block.text):
            yield Mark(index, Role.BREADCRUMB, "path", 0.9)


def _is_path(text: str) -> bool:
    """Whether a text is "Home > News > Asia"; the first step alone may be a label we know."""
    if not _HAS_SIGN.search(text):
        return False
    steps = _SEPARATOR.split(text)
    known = labels().get(normal(steps[0])) == "home"
    return known and 2 <= len(steps) <= 8 and all(len(step) <= MAX_STEP for step in steps)


def _last_step(page: Page, signs: Signs, home: int) -> int:
    """The last line of a path whose steps and separators stand on lines of their own; else ``home - 1``."""
    last = home - 1
    index = home
    while index + 1 < min(signs.first, home + MAX_LINES) and page.blocks[index + 1].text in _SIGNS:
        last = index + 1
        index += 2
        if index < signs.first and len(page.blocks[index].text) <= MAX_STEP:
            last = index
    return last


STAGE = Stage(name="breadcrumb", run=run, reasons=REASONS, sets=frozenset({Role.BREADCRUMB}))
