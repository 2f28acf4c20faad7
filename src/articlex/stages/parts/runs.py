"""Blocks that stand near each other, by their indices, in runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator


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
