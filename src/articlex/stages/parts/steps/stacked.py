"""Paths in raw page text whose steps have a line each, above the headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.data.labels import meaning_of
from articlex.page import Block
from articlex.punctuation import SENTENCE_ENDS
from articlex.signs.path_steps import MAX_STEP, MAX_STEPS, STEP_SIGNS

#: Signs beside a step: those between steps, and all that lists and menus have as well.
SIGNS = f" {STEP_SIGNS}/|·•-–—*"
#: Blocks above the headline in which a path stands.
_ABOVE = 40
#: Steps of a path with a line each that begins at no known home page.
_LEAST = 3


def parted_by_lines(blocks: Sequence[Block], headline: int) -> Iterator[tuple[int, list[str]]]:
    """(last block, steps) of the paths with a line for each step and each sign: "News", "›", "Asia"."""
    steps: list[str] = []
    is_open = False
    for block in blocks[max(0, headline - _ABOVE) : headline + 1]:
        text = block.text.strip()
        if text and text in STEP_SIGNS:
            is_open = bool(steps)
            continue
        if not is_open and steps:
            if _is_path(steps):
                yield block.index - 1, steps
            steps = []
        steps.append(text.strip(SIGNS))
        is_open = False
    if _is_path(steps):
        yield headline, steps


def _is_path(steps: Sequence[str]) -> bool:
    """Whether steps that signs part are a path, not the buttons of a gallery."""
    if not all(len(step) <= MAX_STEP and any(map(str.isalpha, step)) for step in steps[:-1]):
        return False
    return _LEAST <= len(steps) <= MAX_STEPS or (len(steps) > 1 and meaning_of(steps[0]) == "home")


def from_home(blocks: Sequence[Block], headline: int) -> list[str]:
    """The lines from the one that names the home page, right above the headline; [] without one.

    They are a path or a menu.
    """
    steps: list[str] = []
    for block in reversed(blocks[max(0, headline - MAX_STEPS) : headline]):
        text = block.text.strip(SIGNS)
        if not text:
            continue
        if text[-1] in SENTENCE_ENDS:
            return []
        steps.insert(0, text)
        if meaning_of(text) == "home":
            return steps
    return []
