"""The address of a saved page, which browsers and their extensions write into the file.

Sources: the Mark of the Web (Microsoft, "Mark of the Web and HTML documents"), which Internet Explorer, Edge
and Chrome write; the comment of SingleFile.
"""

from __future__ import annotations

from html import unescape

from articlex.regex import regex

#: Characters at the top of the file in which the comment stands, and parts of it.
_TOP, _COMMENTS = 4096, ("saved from url", "SingleFile")
_COMMENT = regex(
    r"<!--\s*(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]+)\s"
)


def saved_from(source: str) -> str | None:
    """The address that is written into the ``source`` of a saved page; None if there is none."""
    top = source[:_TOP]
    found = _COMMENT.search(top) if any(sign in top for sign in _COMMENTS) else None
    return unescape(found[1]) if found else None
