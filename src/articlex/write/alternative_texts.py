"""Alternative texts of pictures that the text below says as well: who cannot see them would have it twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from articlex.page import Block, Kind
from articlex.tokens import fold

_IMAGE, _CAPTION = Kind.IMAGE, Kind.CAPTION  # see articlex.page
_HEADING = Kind.HEADING


def without_said_texts(body: Sequence[Block], title: str | None) -> Sequence[Block]:
    """The body, in which a picture has no alternative text if the block below has the same, or is a caption
    that begins with it. A heading that repeats the ``title`` is not printed, and says nothing."""
    said = [
        place
        for place, (block, below) in enumerate(pairwise(body))
        if block.kind is _IMAGE and block.runs and below.text and _says(below, block.runs[0].text, title)
    ]
    if not said:
        return body
    shown = list(body)
    for place in said:
        block = shown[place]
        shown[place] = replace(block, runs=(block.runs[0]._replace(text=""), *block.runs[1:]))
    return shown


def _says(below: Block, alternative: str, title: str | None) -> bool:
    text, key = fold(below.text), fold(alternative)
    if not key or (below.kind is _HEADING and text == fold(title or "")):
        return False
    is_beginning = below.kind is _CAPTION and text.startswith(f"{key} ")
    return text == key or is_beginning
