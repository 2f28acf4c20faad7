"""File trees in raw page text, as ``tree`` draws them: they are preformatted."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Kind
from articlex.read.text.code.blocks import verbatim
from articlex.read.text.lines import Line, breaks_at
from articlex.read.text.shape import Shape
from articlex.regex import regex

#: A name on its branch, in box-drawing characters or ASCII, and a line on which branches just go on.
BRANCH_SIGNS = frozenset("│┃|├└┣┗╰`+")
BRANCH = regex(r"(?:[│┃|] )*(?:[├└┣┗╰][─━-]{1,4} ?|[|`+]-{2,3} )(?=[^\s─━┬┼┤|+-])")
TRUNK = regex(r"[│┃|](?: [│┃|])*$")
#: The name at the root: a folder, or any name without spaces.
ROOT = regex(r"[\w./~@-][^\s:,;]*$|.{1,80}/$")
MIN_BRANCHES = 2


def file_tree(lines: Sequence[Line], start: int) -> Shape | None:
    """Lines below each other with names on branches, and any name at the root right above."""
    first = start
    if not BRANCH.match(lines[start].text):
        first = start + 1
        if breaks_at(lines, first) or not BRANCH.match(lines[first].text):
            return None
        if not ROOT.match(lines[start].text):
            return None
    end = branches = 0
    for end in range(first, len(lines) + 1):
        if end == len(lines) or (lines[end].gap and end > start):
            break
        if BRANCH.match(lines[end].text):
            branches += 1
        elif not (branches and TRUNK.match(lines[end].text)):
            break
    if branches < MIN_BRANCHES:
        return None
    return Shape(Kind.CODE, end, verbatim(lines[start:end]))
