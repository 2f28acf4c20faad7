"""The picture of a <figure> and words behind it that are no caption, as a credit: two blocks."""

from __future__ import annotations

from articlex.page import Kind, Run, Wrap
from articlex.read.html.state import State


def is_right_in_figure(state: State) -> bool:
    """Whether text begins right in a figure; in its caption, or in a list there, a picture is part of it."""
    return state.kind is Kind.PARAGRAPH and bool(state.within) and state.within[-1].wrap is Wrap.FIGURE


def without_picture(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs behind the picture that they begin with, and the white space there."""
    first = 1
    while runs[first].src is None and not runs[first].text.strip():
        first += 1
    return runs[first:]
