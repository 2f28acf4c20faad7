"""The source of a page in pieces: its tags, and what is between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: A comment, a declaration or a processing instruction; or a tag.
_MARKUP = re.compile(
    r"<!--.*?-->|<[!?][^>]*>"
    r"|<(?P<slash>/?)(?P<name>[a-zA-Z][^\s<>/\"']*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"([^\s=\"'/<>]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'<>]+)))?"
)
#: Elements whose content is no HTML, or has white space that a browser shows.
_RAW = frozenset("script style textarea title xmp iframe pre svg math listing noscript".split())


class Piece(NamedTuple):
    """A piece of the source as it stands.

    ``kind`` is "start" or "end" for a tag, whose ``name`` is in small letters; "text"; "raw" for the content
    of an element called ``name`` that is left as it is; "other" for comments and the like. ``closing`` is
    what a tag that closes itself has before its last character.
    """

    source: str
    kind: str
    name: str = ""
    attributes: tuple[tuple[str, str | None], ...] = ()
    closing: str = ""


def pieces(source: str) -> Iterator[Piece]:
    """The pieces of a page, whose sources make up the page again."""
    position = 0
    while match := _MARKUP.search(source, position):
        if match.start() > position:
            yield Piece(source[position : match.start()], "text")
        position = match.end()
        if match["name"] is None:
            yield Piece(match[0], "other")
            continue
        name = match["name"].lower()
        yield _tag(match, name)
        if name in _RAW and not match["slash"]:
            end = re.compile(rf"</{name}\b", re.IGNORECASE).search(source, position)
            last = end.start() if end else len(source)
            if last > position:
                yield Piece(source[position:last], "raw", name)
            position = last
    if position < len(source):
        yield Piece(source[position:], "text")


def _tag(match: re.Match[str], name: str) -> Piece:
    if match["slash"]:
        return Piece(match[0], "end", name)
    found = [
        (one[1], one[one.lastgroup] if one.lastgroup else None)
        for one in _ATTRIBUTE.finditer(match["attributes"])
    ]
    closing = re.search(r"\s*/?\Z", match["attributes"])
    return Piece(match[0], "start", name, tuple(found), closing[0] if closing else "")
