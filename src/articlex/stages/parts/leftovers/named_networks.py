"""Dropped blocks that name social networks."""

from __future__ import annotations

from articlex.page import Block, Role
from articlex.regex import regex
from articlex.signs.networks import SURE_NETWORKS
from articlex.signs.runs import runs_of_blocks
from articlex.stages.parts.leftovers.dropped import Dropped, Found

#: Blocks of the shortest run of names of networks, and words of the longest.
_LEAST_NETWORKS, _WORDS = 3, 6
#: Characters of the longest block.
_LONGEST = 150
_WORD = regex(r"\w+")
#: What a button to share adds in brackets: "(Opens in new window)".
_ADDED = regex(r"\([^()]*\)")


def named_networks(dropped: Dropped) -> Found:
    """Runs of short blocks, each of which names a network: "Follow us on Facebook"."""
    others = (None, Role.NAV, Role.SHARE, Role.RELATED)
    texts = {
        block.index: block.text.casefold()
        for block, role in zip(dropped.page.blocks, dropped.roles, strict=True)
        if role in others and len(block.text) <= _LONGEST and block.text.count(" ") < 2 * _WORDS
    }
    together = "\n".join(texts.values())
    named = [name for name in SURE_NETWORKS if name in together]
    if not named:
        return

    def belongs(block: Block) -> bool:
        text = texts.get(block.index, "")
        # Most blocks hold none of the few names on the page: the words are read of the others alone.
        if not [name for name in named if name in text]:
            return False
        words = _WORD.findall(_ADDED.sub(" ", text))
        return len(words) <= _WORDS and not SURE_NETWORKS.isdisjoint(words)

    for run in runs_of_blocks(dropped.page.blocks, belongs):
        if len({block.text for block in run}) >= _LEAST_NETWORKS:
            for block in run:
                if dropped.roles[block.index] is not Role.SHARE:
                    yield block.index, Role.SHARE, "networks"
