"""Values that a framework wrote flat: one list of all of them, in which each has the places of its parts.

Nuxt 3 and SvelteKit write so ("devalue": ``[{"title":1},"Rain"]``), and React Router, which has places for
keys too ("turbo-stream": ``[{"_1":2},"title","Rain"]``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

#: Nesting that is followed, and values that are put together at most: one may be part of many others.
_DEEPEST, _MOST = 60, 200_000
#: Characters of all texts that are put together: more than any page's state has, unless many share one text.
MOST_CHARS = 8_000_000


def unflattened(value: Any) -> Any:
    """The value that such a list stands for; any other ``value`` as it is."""
    return _Flat(value).at(0, 0) if _is_flat(value) else value


def _is_flat(value: Any) -> bool:
    if not isinstance(value, list) or len(value) < 3:
        return False
    first = value[0]
    if isinstance(first, list):
        return len(first) == 2 and isinstance(first[0], str) and _is_place(first[1], value)
    return isinstance(first, dict) and bool(first) and all(_is_place(part, value) for part in first.values())


def _is_place(part: Any, value: Sequence[Any]) -> bool:
    return isinstance(part, int) and not isinstance(part, bool) and part < len(value)


class _Flat:
    """A flat list, and how many of its values, and characters of their texts, have been read so far."""

    def __init__(self, value: list[Any]) -> None:
        self.values, self.read, self.chars = value, 0, 0

    def at(self, place: Any, level: int) -> Any:
        """The value at a place of the list, with all its parts; None for places below 0."""
        self.read += 1
        if not _is_place(place, self.values) or place < 0 or level > _DEEPEST or self.read > _MOST:
            return None
        value = self.values[place]
        if isinstance(value, dict):
            return {self._key(key): self.at(part, level + 1) for key, part in value.items()}
        if not isinstance(value, list):
            return self._text(value) if isinstance(value, str) else value
        if value and isinstance(value[0], str):
            # The kind of a value, then the value: a date as it is written, any other by its place.
            given = value[1] if len(value) > 1 else None
            return self._text(given) if isinstance(given, str) else self.at(given, level + 1)
        return [self.at(part, level + 1) for part in value]

    def _text(self, text: str) -> str | None:
        self.chars += len(text)
        return text if self.chars <= MOST_CHARS else None

    def _key(self, key: str) -> str:
        if key[:1] == "_" and key[1:].isdecimal() and len(key) < 9 and int(key[1:]) < len(self.values):
            named = self.values[int(key[1:])]
            return named if isinstance(named, str) else key
        return key
