"""Who wrote a post beside it, in a page that html2text made of a board whose posts are rows of a table.

The picture and the name lead to one address, and a bar stands between them and the post:
"[ ![face](a.jpg) ](/anna/) [ Anna ](/anna/) | The post". Each of both is a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.read.text.lines import Line
from articlex.read.text.marks.markdown import ADDRESS
from articlex.regex import regex

_FACE = regex(
    rf"\[ ?!\[[^\[\]]*\]\({ADDRESS}\) ?\]\((?P<face>{ADDRESS})\) ?"
    rf"(?P<name>\[ ?[^\[\]|]{{1,60}}\]\((?P<named>{ADDRESS})\)) ?\|(?: |$)"
)
#: Posts of a thread, at least.
_LEAST = 2


def with_names_apart(lines: list[Line]) -> list[Line]:
    """``lines`` with the name of who wrote a post above it, without the picture."""
    found = {place for place, line in enumerate(lines) if line.text.startswith("[") and _names(line)}
    return list(_parted(lines, found)) if len(found) >= _LEAST else lines


def _names(line: Line) -> bool:
    match = _FACE.match(line.text) if "|" in line.text else None
    return match is not None and match["face"] == match["named"]


def _parted(lines: Sequence[Line], found: set[int]) -> Iterator[Line]:
    for place, line in enumerate(lines):
        match = _FACE.match(line.text) if place in found else None
        if match is None:
            yield line
            continue
        name, rest = match["name"], line.text[match.end() :].lstrip()
        yield line._replace(text=name, raw=name, width=len(name), gap=max(line.gap, 1))
        if rest:
            yield line._replace(text=rest, raw=rest, gap=1)
