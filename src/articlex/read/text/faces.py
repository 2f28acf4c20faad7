"""Names beside posts, where html2text has printed a board whose posts are rows of a table.

An avatar and a name link to the same address, and a pipe separates them from the post:
"[ ![face](a.jpg) ](/anna/) [ Anna ](/anna/) | The post". Name and post become a line each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from articlex.read.text.lines import Line
from articlex.read.text.marks.markdown import ADDRESS
from articlex.regex import regex

_FACE = regex(
    rf"\[ ?!\[[^\[\]]*\]\({ADDRESS}\) ?\]\((?P<face>{ADDRESS})\) ?"
    rf"(?P<name>\[ ?[^\[\]|]{{1,60}}\]\((?P<named>{ADDRESS})\)) ?\|(?: |$)"
)
#: Fewest posts of a thread.
_LEAST = 2


def with_names_apart(lines: list[Line]) -> list[Line]:
    """``lines`` with each poster's name in a line above the post, without the avatar."""
    found = {
        place: match
        for place, line in enumerate(lines)
        if line.text[0] == "[" and "|" in line.text and (match := _FACE.match(line.text))
        if match["face"] == match["named"]
    }
    return list(_parted(lines, found)) if len(found) >= _LEAST else lines


def _parted(lines: Sequence[Line], found: Mapping[int, re.Match[str]]) -> Iterator[Line]:
    for place, line in enumerate(lines):
        if place not in found:
            yield line
            continue
        name, rest = found[place]["name"], line.text[found[place].end() :].lstrip()
        yield line._replace(text=name, raw=name, width=len(name), gap=max(line.gap, 1))
        if rest:
            yield line._replace(text=rest, raw=rest, gap=1)
