"""A word that stands on both sides of a byline word, and is nobody: "The count, season by season"."""

from __future__ import annotations


def says_twice(text: str, name: str) -> bool:
    """Whether ``name``, a word in small letters, stands before the word that leads to it as well."""
    before = text.rpartition(name)[0].split()
    return name.islower() and len(before) > 1 and before[-2] == name
