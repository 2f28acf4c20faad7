"""Elements whose class says that they hold the caption of a picture or a table."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Block, Node

_CAPTION = "caption"
#: MediaWiki's galleries are lists, of which each item has a picture and the element with this class.
GALLERY = "gallerytext"
#: One of so many elements around a caption has the class.
_MOST_AROUND = 3


def is_called_caption(block: Block, nodes: Sequence[Node]) -> bool:
    """Whether an element around a block that holds no other text has "caption" as or in its class."""
    number = block.node if block.node < len(nodes) else 0
    for _ in range(_MOST_AROUND):
        node = nodes[number] if number > 0 else None
        if node is None or node.last - node.first > 1:
            return False
        if any(word.endswith(_CAPTION) or word == GALLERY for word in node.words):
            return True
        number = node.parent
    return False
