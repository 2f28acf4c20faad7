"""The titles of boxes in the text: notes, warnings, tips."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Block, Node

#: The class of such a title has a word of each of these.
BOX_WORDS = frozenset({"admonition", "alert", "aside", "callout", "hint"})
TITLE_WORDS = frozenset({"heading", "title"})
#: The admonitions of DocBook and DITA, by which wikis and manuals name boxes that are called nothing else.
_ADMONITIONS = frozenset({"caution", "important", "note", "tip", "warning"})
_NAMES = BOX_WORDS | _ADMONITIONS
#: Characters of the longest title.
_MOST = 120
#: Blocks of the largest box that is one by the name of the whole.
_MOST_BLOCKS = 12


def is_box_title(block: Block, nodes: Sequence[Node]) -> bool:
    """Whether the class of a block's element names the title of an admonition, as in Docutils, Docusaurus,
    GitHub, Bootstrap, Obsidian, Starlight, VuePress."""
    words = words_around(block, nodes)
    is_said = not TITLE_WORDS.isdisjoint(words) and not BOX_WORDS.isdisjoint(words)
    return is_said and 0 < len(block.text) <= _MOST


def opens_box(block: Block, nodes: Sequence[Node], fewest: int = 2) -> bool:
    """Whether a block is the first one in an element that is named as a box, and has ``fewest`` blocks."""
    number = block.node if block.node < len(nodes) else 0
    while number > 0 and nodes[number].first == block.index:
        node = nodes[number]
        size = node.last - node.first
        if size > _MOST_BLOCKS:
            return False
        if size >= fewest and not _NAMES.isdisjoint(node.words):
            return True
        number = node.parent
    return False


def words_around(block: Block, nodes: Sequence[Node]) -> Sequence[str]:
    """The words of the names of a block's element; none if the block was made by hand, without ``nodes``."""
    return nodes[block.node].words if block.node < len(nodes) else ()
