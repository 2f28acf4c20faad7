"""Markers of items in blocks of their own, with the item in the next block: two columns by a style sheet.

EUR-Lex has "(a)" in one <div> and the text of the point in the next; they become one block. So do the emoji
of a box and its text in Notion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.page import Block, Kind, Run
from articlex.regex import regex

if TYPE_CHECKING:
    from articlex.read.html.assembly import BlockAssembly
    from articlex.read.html.state import State

_PARAGRAPH = Kind.PARAGRAPH  # see articlex.page

#: Characters of the longest marker.
MOST_MARKER = 7
_MARKER = regex(
    r"(?i)\((?:[a-z]{1,2}|[ivxlc]{1,5}|\d{1,2}[a-z]?)\)|(?:[a-z]|[ivxlc]{1,5}|\d{1,3}[a-z]?)[.)]|\[\d{1,3}\]|[•▪‣◦–—]"
)
#: Emoji that say what a box is about. (Arrows and crosses are its buttons.)
_EMOJI = regex(
    "[\U0001f300-\U0001faff\u2600\u2601\u260e\u2614\u2699\u26a0\u26a1\u2139\u2705\u2714\u2728\u274c\u2753\u2757\ufe0f\u200d]+"
)
#: The kinds of block that a marker may be.
_KINDS = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM})
#: How many elements up from a marker and from its item is one that holds both.
_MOST_AROUND = 6


def with_marker_before(
    walker: BlockAssembly, text: str, runs: tuple[Run, ...], state: State
) -> tuple[Kind, str, tuple[Run, ...]]:
    """The kind, ``text`` and ``runs`` of a paragraph behind the marker that the last block is, which goes.

    The marker must be the first thing in the nearest element around both. Else all three are as they are.
    """
    marker, alone = walker.blocks[-1], (_PARAGRAPH, text, runs)
    if marker.kind not in _KINDS or marker.links or marker.within != state.within:
        return alone
    if runs[0].src is not None or not _is_marker(marker) or _MARKER.fullmatch(text):
        return alone
    around = _path(walker, walker.node)
    own = _path(walker, marker.node)
    common = next((node for node in own if node in around), 0)
    # The text of a "(1)" in a law may be a block inside the marker's own element.
    is_inside = common == marker.node and marker.text[0] != "("
    if common <= 0 or is_inside or walker.nodes[common].first != marker.index:
        return alone
    _take_back(walker, marker, own[: own.index(common)])
    return marker.kind, f"{marker.text} {text}", (*marker.runs, Run(" "), *runs)


def _is_marker(block: Block) -> bool:
    """Whether a block is nothing but a marker. (An emoji that is a <p> is what somebody writes, and one that
    is an item is counted behind it.)"""
    if _MARKER.fullmatch(block.text):
        return True
    return block.kind is _PARAGRAPH and block.tag != "p" and _EMOJI.fullmatch(block.text) is not None


def _path(walker: BlockAssembly, node: int) -> list[int]:
    path = [node]
    while len(path) <= _MOST_AROUND and walker.nodes[path[-1]].parent >= 0:
        path.append(walker.nodes[path[-1]].parent)
    return path


def _take_back(walker: BlockAssembly, marker: Block, own: list[int]) -> None:
    """Drop the last block, so that the next takes its place; ``own`` are the nodes around it alone."""
    walker.blocks.pop()
    for node in own:
        walker.nodes[node].last = marker.index
    for later in walker.nodes[marker.node + 1 :]:
        later.first, later.last = min(later.first, marker.index), min(later.last, marker.index)
    notes = walker.markup.annotations
    for place in range(len(notes) - 1, -1, -1):
        if notes[place].block <= marker.index:
            break
        notes[place] = notes[place]._replace(block=marker.index)
    if marker.anchor:
        walker.announce(marker.anchor)
