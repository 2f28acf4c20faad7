"""Signs of items in elements of their own, with the item in the next element: two columns by a style sheet.

EUR-Lex has "(a)" in one <div> and the point in another one beside it; they are one block. So are the emoji of
a box and its text, as Notion has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.page import Block, Kind, Run
from articlex.regex import regex

if TYPE_CHECKING:
    from articlex.read.html.assembly import BlockAssembly
    from articlex.read.html.state import State

#: Characters of the longest sign.
MOST_SIGN = 7
_SIGN = regex(
    r"(?i)\((?:[a-z]{1,2}|[ivxlc]{1,5}|\d{1,2}[a-z]?)\)|(?:[a-z]|[ivxlc]{1,5}|\d{1,3}[a-z]?)[.)]|\[\d{1,3}\]|[•▪‣◦–—]"
)
#: Pictures that say what a box is for, not arrows and crosses, which are buttons of it.
_EMOJI = regex(
    "[\U0001f300-\U0001faff\u2600\u2601\u260e\u2614\u2699\u26a0\u26a1\u2139\u2705\u2714\u2728\u274c\u2753\u2757\ufe0f\u200d]+"
)
#: Elements around a sign and around its item within which both stand.
_MOST_AROUND = 6


def with_sign_before(
    walker: BlockAssembly, text: str, runs: tuple[Run, ...], state: State
) -> tuple[str, tuple[Run, ...]]:
    """A paragraph behind the sign of an item that was read as the block before it, which is taken back.

    The sign is the first thing in the element around both, and nothing else is before the paragraph.
    """
    sign = walker.blocks[-1]
    if sign.kind is not Kind.PARAGRAPH or sign.links or sign.within != state.within:
        return text, runs
    if runs[0].src is not None or not _is_sign(sign) or _SIGN.fullmatch(text):
        return text, runs
    around = _path(walker, state.node)
    own = _path(walker, sign.node)
    common = next((node for node in own if node in around), 0)
    # "(1)" of a law may have its text in its own element: a block in a line's place.
    is_inside = common == sign.node and sign.text[0] != "("
    if common <= 0 or is_inside or walker.nodes[common].first != sign.index:
        return text, runs
    _take_back(walker, sign, own[: own.index(common)])
    return f"{sign.text} {text}", (*sign.runs, Run(" "), *runs)


def _is_sign(block: Block) -> bool:
    """Whether a block is a sign alone; an emoji that somebody has for a paragraph is none."""
    if _SIGN.fullmatch(block.text):
        return True
    return block.tag != "p" and _EMOJI.fullmatch(block.text) is not None


def _path(walker: BlockAssembly, node: int) -> list[int]:
    path = [node]
    while len(path) <= _MOST_AROUND and walker.nodes[path[-1]].parent >= 0:
        path.append(walker.nodes[path[-1]].parent)
    return path


def _take_back(walker: BlockAssembly, sign: Block, own: list[int]) -> None:
    """Drop the last block, in whose place the next one comes; ``own`` are the elements around it alone."""
    walker.blocks.pop()
    for node in own:
        walker.nodes[node].last = sign.index
    for later in walker.nodes[sign.node + 1 :]:
        later.first, later.last = min(later.first, sign.index), min(later.last, sign.index)
    notes = walker.markup.annotations
    for place in range(len(notes) - 1, -1, -1):
        if notes[place].block <= sign.index:
            break
        notes[place] = notes[place]._replace(block=sign.index)
    if sign.anchor:
        walker.announce(sign.anchor)
