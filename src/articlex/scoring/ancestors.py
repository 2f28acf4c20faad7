"""Features of the elements around a block: their share of the page, their tags and class words."""

from __future__ import annotations

from itertools import count, pairwise
from typing import Any

from articlex.page import Block, Page, Role
from articlex.scoring.tree import Tree
from articlex.scoring.vocabulary import BY_TAG, BY_WORD, GROUPS

#: Ancestors with a block range of their own that are described one by one, from the inside out.
_LEVELS = 5

#: Words of any group.
_KNOWN = frozenset(BY_WORD)

#: What closeness to a group of tags or words keeps for each level between.
_FADE = 0.8


def ancestor_columns(page: Page, blocks: list[Block], tree: Tree, columns: dict[str, Any]) -> dict[str, Any]:
    """Columns that describe the chain of elements around each block."""
    import numpy as np

    out = _closeness(tree)
    out |= _levels(tree)
    out |= _containers(tree, columns)
    titles = [row for row, block in enumerate(blocks) if page.role(block.index) is Role.TITLE]
    longest = int(np.argmax(columns["good"]))
    out |= _meeting("title", tree, titles[0] if titles else None)
    out |= _meeting("longest", tree, longest)
    return out


def _meeting(name: str, tree: Tree, row: int | None) -> dict[str, Any]:
    """The innermost element that holds both the block and block ``row``: how far up it is, how wide."""
    import numpy as np

    n = len(tree.own)
    level = np.full(n, -1.0)
    blocks = np.full(n, -1.0)
    share = np.full(n, -1.0)
    good = np.full(n, -1.0)
    if row is None:
        return {f"{name}_up": level, f"{name}_blocks": blocks, f"{name}_share": share, f"{name}_good": good}
    chain = [int(tree.own[row])]
    while chain[-1] and len(chain) < 40:
        chain.append(int(tree.wider[chain[-1]]))
    for step, node in reversed(list(enumerate(chain))):
        held = slice(int(tree.first[node]), int(tree.last[node]))
        level[held] = step
        blocks[held] = np.log1p(tree.blocks[node])
        share[held] = tree.size[node] / (tree.size[0] + 1.0)
        good[held] = tree.good[node] / (tree.good[0] + 1.0)
    return {f"{name}_up": level, f"{name}_blocks": blocks, f"{name}_share": share, f"{name}_good": good}


def _closeness(tree: Tree) -> dict[str, Any]:
    """For each group: 1 if the block's own element is of it, less the further up the nearest one is."""
    import numpy as np

    width = len(GROUPS)
    cells: list[int] = []
    for start, (tag, words, _) in zip(count(step=width), tree.looks, strict=False):
        found = BY_TAG.get(tag, ())
        for word in _KNOWN.intersection(words):
            found += BY_WORD[word]
        cells += [start + place for place in found]
    of_looks = np.zeros((len(tree.looks), width), np.float32)
    of_looks.ravel()[cells] = 1.0
    # In the order of their depth, so that those of one depth are a slice and their parents stand before it.
    order = np.argsort(tree.depth, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    near = of_looks[tree.look[order]]
    parent = place[tree.parent[order]]
    bounds = np.searchsorted(tree.depth[order], np.arange(1, int(tree.depth.max()) + 2))
    for start, end in pairwise(bounds.tolist()):
        level = near[start:end]
        np.maximum(level, near[parent[start:end]] * _FADE, out=level)
    return dict(zip(GROUPS, near[place[tree.own]].T, strict=True))


def _levels(tree: Tree) -> dict[str, Any]:
    """Text, links and length of the innermost ancestors that hold more than the one inside them."""
    import numpy as np

    out: dict[str, Any] = {"depth": tree.depth[tree.own]}
    total = tree.size[0] + 1e-6
    good = tree.good[0] + 1e-6
    rows = np.arange(len(tree.own))
    node = tree.own
    for level in range(_LEVELS):
        count = tree.blocks[node]
        text = tree.size[node]
        out[f"up{level}_blocks"] = np.log1p(count)
        out[f"up{level}_share"] = text / total
        out[f"up{level}_good_share"] = tree.good[node] / good
        out[f"up{level}_good"] = tree.good[node] / (text + 1.0)
        out[f"up{level}_links"] = tree.links[node] / (text + 1.0)
        out[f"up{level}_mean"] = np.log1p(text / (count + 1e-6))
        out[f"up{level}_heads"] = tree.heads[node] / (count + 1e-6)
        out[f"up{level}_textless"] = np.minimum(tree.textless[node], 99.0)
        out[f"up{level}_place"] = (rows - tree.first[node]) / (count + 1e-6)
        node = tree.wider[node]
    return out


def _containers(tree: Tree, columns: dict[str, Any]) -> dict[str, Any]:
    """Agreement with the elements that hold most of the page's running text."""
    import numpy as np

    out: dict[str, Any] = {}
    rows = np.arange(len(tree.own))
    total = tree.good[0]
    for share in (0.3, 0.5, 0.7, 0.9):
        best = 0
        if total > 0:
            holders = np.flatnonzero(tree.good >= share * total)
            best = int(holders[np.argmin(tree.blocks[holders])])
        out[f"in_{int(share * 100)}"] = (rows >= tree.first[best]) & (rows < tree.last[best])
        out[f"from_{int(share * 100)}"] = np.clip(rows - tree.first[best], -30, 99)
        out[f"past_{int(share * 100)}"] = np.clip(rows - tree.last[best], -99, 30)
        out[f"holds_{int(share * 100)}"] = tree.blocks[best] / max(len(rows), 1)
    out |= _votes(tree, columns)
    return out


def _votes(tree: Tree, columns: dict[str, Any]) -> dict[str, Any]:
    """Each paragraph votes for its parent, and half for its grandparent (the idea of Readability)."""
    import numpy as np

    count = len(tree.parent)
    points = np.where(
        columns["size"] > np.log1p(25.0),
        1.0 + columns["commas"] + np.minimum(np.expm1(columns["size"]) / 100.0, 3.0),
        0.0,
    ) * (1.0 - columns["link_density"])
    parent = np.maximum(tree.parent[tree.own], 0)
    grandparent = np.maximum(tree.parent[parent], 0)
    votes = np.bincount(parent, weights=points, minlength=count)
    votes += np.bincount(grandparent, weights=points * 0.5, minlength=count)
    votes *= 1.0 - tree.links / (tree.size + 1.0)
    best = int(np.argmax(votes))
    rows = np.arange(len(tree.own))
    top = votes[best] + 1e-6
    return {
        "vote_parent": votes[parent] / top,
        "vote_grandparent": votes[grandparent] / top,
        "in_top_vote": (rows >= tree.first[best]) & (rows < tree.last[best]),
        "from_top_vote": np.clip(rows - tree.first[best], -30, 99),
        "past_top_vote": np.clip(rows - tree.last[best], -99, 30),
    }
