"""The titles of boxes in the text: notes, warnings, tips."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Block, Node

#: The class of such a title has a word of each of these.
BOX_WORDS = frozenset({"admonition", "alert", "aside", "callout", "hint"})
TITLE_WORDS = frozenset({"heading", "title"})
#: Characters of the longest title.
_MOST = 120


def is_box_title(block: Block, nodes: Sequence[Node]) -> bool:
    """Whether the class of a block's element names the title of an admonition, as in Docutils, Docusaurus,
    GitHub, Bootstrap, Obsidian, Starlight, VuePress."""
    words = nodes[block.node].words if block.node < len(nodes) else ()
    is_said = not TITLE_WORDS.isdisjoint(words) and not BOX_WORDS.isdisjoint(words)
    return is_said and 0 < len(block.text) <= _MOST
