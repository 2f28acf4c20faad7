"""The summary of <details>: what shows before the reader opens them."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Block, Kind, Node, Wrap, stands_in

_HEADING, _PARAGRAPH, _DETAILS = Kind.HEADING, Kind.PARAGRAPH, Wrap.DETAILS  # see articlex.page
_ENDS = frozenset({"summary", "details"})


def is_summary(block: Block, nodes: Sequence[Node]) -> bool:
    """Whether a block is the text of a <summary>, a heading in one, or another element that fills one.

    Page builders put a <div> there, rustdoc a version before the heading.
    """
    if block.tag == "summary":
        return True
    if block.kind is _PARAGRAPH:
        if not stands_in(block.within, _DETAILS):
            return False
    elif block.kind is not _HEADING:
        return False
    at = block.node if block.node < len(nodes) else 0
    while at > 0 and nodes[at].tag not in _ENDS:
        at = nodes[at].parent
    if at == 0 or nodes[at].tag != "summary":
        return False
    fills = (nodes[at].first, nodes[at].last) == (block.index, block.index + 1)
    return block.kind is _HEADING or fills
