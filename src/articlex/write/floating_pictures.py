"""Pictures within a paragraph that are blocks of their own: pages float them beside it, or print its words as
their caption."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from articlex.page import Block, Kind, Run
from articlex.signs.photographs import PHOTOGRAPH
from articlex.signs.prose import is_prose

_IMAGE = Kind.IMAGE  # see articlex.page

_WORDED = frozenset({Kind.PARAGRAPH, Kind.CAPTION})


def with_pictures_apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; photographs at either end of running text, and pictures before what the markup calls their
    caption, become blocks of their own."""
    for block in blocks:
        runs = block.runs
        if len(runs) < 2 or (runs[0].src is None and runs[-1].src is None):
            yield block
            continue
        head, tail = _pictures_at_ends(block)
        end = len(runs) - tail
        yield from (_picture(block, run) for run in runs[:head] if run.src is not None)
        yield replace(block, runs=runs[head:end]) if head or tail else block
        yield from (_picture(block, run) for run in runs[end:] if run.src is not None)


def _pictures_at_ends(block: Block) -> tuple[int, int]:
    """How many runs at the start and at the end of a block are such pictures, or blanks beside these."""
    if block.kind not in _WORDED or not block.text:
        return 0, 0
    is_caption = block.kind is Kind.CAPTION or "caption" in block.inline_words
    is_text = is_prose(block)
    head = _leading(block.runs, any_picture=is_caption) if is_caption or is_text else 0
    return head, _leading(block.runs[::-1], any_picture=False) if is_text else 0


def _leading(runs: Sequence[Run], *, any_picture: bool) -> int:
    """How many runs precede the words, if these are pictures (photographs unless ``any_picture``) and blanks;
    0 if a picture remains or there is none."""
    has_picture = False
    for place, run in enumerate(runs):
        if run.src is not None:
            if not (any_picture or PHOTOGRAPH.search(run.src)):
                return 0
            has_picture = True
        elif run.text.strip():
            return place if has_picture else 0
    return 0


def _picture(block: Block, run: Run) -> Block:
    return replace(block, kind=_IMAGE, runs=(run,), text="")
