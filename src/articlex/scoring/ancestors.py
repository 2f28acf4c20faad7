"""Features of the elements around a block: their share of the page, their tags and class words."""

from __future__ import annotations

from itertools import count, pairwise

from articlex.scoring.columns import Columns
from articlex.scoring.tree import Tree
from articlex.scoring.vocabulary import BY_TAG, BY_WORD, GROUPS

#: Ancestors with a block range of their own that are described one by one, from the inside out.
_LEVELS = 5

#: Words of any group.
_KNOWN = frozenset(BY_WORD)

#: What closeness to a group of tags or words keeps for each level between.
_FADE = 0.8


def ancestor_columns(tree: Tree, columns: Columns) -> Columns:
    """Columns that describe the chain of elements around each block; ``columns`` has those of the blocks."""
    import numpy as np

    out = _closeness(tree)
    out |= _levels(tree)
    out |= _containers(tree, columns)
    title = columns["role_title"]
    out |= _meeting("title", tree, int(np.argmax(title)) if title.any() else None)
    out |= _meeting("longest", tree, int(np.argmax(columns["good"])))
    return out


def _meeting(name: str, tree: Tree, row: int | None) -> Columns:
    """The innermost element that holds both the block and block ``row``: how far up it is, how wide."""
    import numpy as np

    n = len(tree.own)
    level = np.full(n, -1)
    chain = [] if row is None else [int(tree.own[row])]
    while chain and chain[-1] and len(chain) < 40:
        chain.append(int(tree.wider[chain[-1]]))
    bounds = zip(tree.first[chain].tolist(), tree.last[chain].tolist(), strict=True) if chain else ()
    for step, (first, last) in reversed(list(enumerate(bounds))):
        level[first:last] = step
    return {
        f"{name}_up": level,
        f"{name}_blocks": np.append(np.log1p(tree.blocks[chain]), -1.0)[level],
        f"{name}_share": np.append(tree.size[chain] / (tree.size[0] + 1.0), -1.0)[level],
        f"{name}_good": np.append(tree.good[chain] / (tree.good[0] + 1.0), -1.0)[level],
    }


def _closeness(tree: Tree) -> Columns:
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


def _levels(tree: Tree) -> Columns:
    """Text, links and length of the innermost ancestors that hold more than the one inside them."""
    import numpy as np

    rows = np.arange(len(tree.own))
    chain = [tree.own]
    while len(chain) < _LEVELS:
        chain.append(tree.wider[chain[-1]])
    node = np.array(chain)
    count = tree.blocks[node]
    text = tree.size[node]
    by_level = {
        "blocks": np.log1p(count),
        "share": text / (tree.size[0] + 1e-6),
        "good_share": tree.good[node] / (tree.good[0] + 1e-6),
        "good": tree.good[node] / (text + 1.0),
        "links": tree.links[node] / (text + 1.0),
        "mean": np.log1p(text / (count + 1e-6)),
        "heads": tree.heads[node] / (count + 1e-6),
        "textless": np.minimum(tree.textless[node], 99.0),
        "place": (rows - tree.first[node]) / (count + 1e-6),
    }
    out: Columns = {"depth": tree.depth[tree.own]}
    for level in range(_LEVELS):
        out |= {f"up{level}_{name}": values[level] for name, values in by_level.items()}
    return out


def _containers(tree: Tree, columns: Columns) -> Columns:
    """Agreement with the elements that hold most of the page's running text."""
    import numpy as np

    total = tree.good[0]
    out: Columns = {}
    for share in (0.3, 0.5, 0.7, 0.9):
        best = 0
        if total > 0:
            holders = np.flatnonzero(tree.good >= share * total)
            best = int(holders[np.argmin(tree.blocks[holders])])
        out |= _against(tree, best, str(int(share * 100)))
        out[f"holds_{int(share * 100)}"] = np.full(len(tree.own), tree.blocks[best] / len(tree.own))
    return out | _votes(tree, columns)


def _against(tree: Tree, node: int, name: str) -> Columns:
    """Where each block stands against an element: inside, how far after its start, how far after its end."""
    import numpy as np

    rows = np.arange(len(tree.own))
    begun, ended = rows - tree.first[node], rows - tree.last[node]
    return {
        f"in_{name}": (begun >= 0) & (ended < 0),
        f"from_{name}": np.minimum(np.maximum(begun, -30), 99),
        f"past_{name}": np.minimum(np.maximum(ended, -99), 30),
    }


def _votes(tree: Tree, columns: Columns) -> Columns:
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
    top = votes[best] + 1e-6
    return {
        "vote_parent": votes[parent] / top,
        "vote_grandparent": votes[grandparent] / top,
        **_against(tree, best, "top_vote"),
    }
