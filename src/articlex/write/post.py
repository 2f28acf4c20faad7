"""What a post of a thread is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a thread: the name of its author and its date in ISO 8601 as the page has them ("" where it
    has none), and the indices of its first block and of the first one behind it."""

    author: str
    date: str
    first: int
    stop: int
