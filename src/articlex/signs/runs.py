"""Blocks that stand near each other, in runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from articlex.page import Block


def runs(places: Iterable[int], goes_on: Callable[[int, int], bool], least: int = 1) -> Iterator[list[int]]:
    """The runs of ``least`` or more of ascending ``places``, in which each goes on with the one before."""
    run: list[int] = []
    for place in places:
        if run and not goes_on(run[-1], place):
            if len(run) >= least:
                yield run
            run = []
        run.append(place)
    if run and len(run) >= least:
        yield run


def grouped(indices: Iterable[int], reach: int) -> Iterator[list[int]]:
    """Ascending ``indices`` in groups: from one of a group to the next it is ``reach`` at most."""
    return runs(indices, lambda before, after: after - before <= reach)


def runs_of_blocks(blocks: Iterable[Block], belongs: Callable[[Block], bool]) -> Iterator[list[Block]]:
    """The runs of neighbours with text of which ``belongs`` is true."""
    run: list[Block] = []
    for block in blocks:
        if block.text and belongs(block):
            run.append(block)
        elif block.text and run:
            yield run
            run = []
    if run:
        yield run
