"""A word on both sides of a byline word, which is no name: "The count, season by season"."""

from __future__ import annotations


def says_twice(text: str, name: str) -> bool:
    """Whether ``name``, in small letters, also stands before the word in front of it."""
    before = text.rpartition(name)[0].split()
    return name.islower() and len(before) > 1 and before[-2] == name
