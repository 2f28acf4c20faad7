"""The frequency of garbage collection, Python's search for cycles of objects."""

from __future__ import annotations

import gc


def collect_garbage_less_often() -> None:
    """Collect less often than by default: reference counts free nearly all objects.

    A worker takes 1.6 % less time with it (420 pages, each both ways) and as much memory. One page in a new
    process makes 70,000 objects, nearly all of modules and models, and ends before the first collection.
    """
    gc.set_threshold(100_000, 20, 20)
