"""Rows of names of the site's pages, in one line: "About us | Terms | Contact"."""

from __future__ import annotations

from articlex.data.labels import labels, normal
from articlex.regex import regex

#: A row of links is short names with separators between them, some of which are labels that we know.
_MAX_NAME, _MIN_NAMES, _MIN_KNOWN = 40, 3, 2

_HAS_SEPARATOR = regex(r"[|·•‧／/\t\n]|\s\s")
_SEPARATOR = regex(r"\s*[|·•‧／/]\s*|\s{2,}|\t|\n")


def is_row_of_labels(text: str) -> bool:
    """Whether a text is names with separators between them, known labels among them."""
    if not _HAS_SEPARATOR.search(text):
        return False
    names = [name for name in _SEPARATOR.split(text) if name]
    if len(names) < _MIN_NAMES or max(map(len, names)) > _MAX_NAME:
        return False
    known = labels()
    return sum(normal(name) in known for name in names) >= _MIN_KNOWN
