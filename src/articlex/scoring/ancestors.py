"""Features of the elements around a block: their share of the page, their tags and class words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from articlex.scoring.columns import Columns, Stack, places_of_true, stacked
from articlex.scoring.tree import Tree
from articlex.scoring.vocabulary import BY_TAG, BY_WORD, GROUPS
from articlex.signs.elements import Elements

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Ancestors with a block range of their own that are described one by one, from the inside out.
_LEVELS = 5

#: What closeness to a group of tags or words keeps for each level between.
_FADE = 0.8

#: Shares of the page's running text that an element holds.
_SHARES = (0.3, 0.5, 0.7, 0.9)

_LEVEL_NAMES = (
    "depth",
    *(
        f"up{level}_{name}"
        for level in range(_LEVELS)
        for name in ("blocks", "share", "good_share", "good", "links", "mean", "heads", "textless", "place")
    ),
)
_CONTAINER_NAMES = tuple(
    f"{name}_{int(share * 100)}" for share in _SHARES for name in ("in", "from", "past", "holds")
)
_VOTE_NAMES = ("vote_parent", "vote_grandparent", "in_top_vote", "from_top_vote", "past_top_vote")


def ancestor_columns(tree: Tree, columns: Columns) -> list[Stack]:
    """Columns that describe the chain of elements around each block; ``columns`` has those of the blocks."""
    headline = columns["is_headline"]
    return [
        _closeness(tree),
        _levels(tree),
        *_containers(tree, columns),
        _meeting("title", tree, int(headline.argmax()) if headline.any() else None),
        _meeting("longest", tree, int(columns["good"].argmax())),
    ]


def _meeting(name: str, tree: Tree, row: int | None) -> Stack:
    """The innermost element around the block and block ``row``: how far up from ``row``, and how large."""
    import numpy as np

    n = len(tree.own)
    names = tuple(f"{name}_{what}" for what in ("up", "blocks", "share", "good"))
    if row is None:
        return Stack(names, np.full((len(names), n), -1.0, np.float32))
    chain = [int(tree.own[row])]
    while chain[-1] and len(chain) < 40:
        chain.append(int(tree.wider[chain[-1]]))
    level = np.full(n, -1)
    bounds = zip(tree.first[chain].tolist(), tree.last[chain].tolist(), strict=True)
    for step, (first, last) in reversed(list(enumerate(bounds))):
        level[first:last] = step
    # Behind the chain stands what counts for blocks that have no element with ``row`` in common.
    found = np.full((len(names), len(chain) + 1), -1.0, np.float32)
    found[:, :-1] = (
        np.arange(len(chain)),
        np.log1p(tree.blocks[chain]),
        tree.size[chain] / (tree.size[0] + 1.0),
        tree.good[chain] / (tree.good[0] + 1.0),
    )
    return Stack(names, found[:, level])


def _closeness(tree: Tree) -> Stack:
    """For each group: 1 if the block's own element is of it, less the further up the nearest one is."""
    import numpy as np

    order, place, levels = tree.descent
    near = _groups(tree.elements).take(tree.look[order], axis=0)
    for level, parents in levels:
        above = near.take(parents, axis=0)
        above *= _FADE
        np.maximum(near[level], above, out=near[level])
    return Stack(GROUPS, near.take(place[tree.own], axis=0).T)


def _groups(elements: Elements) -> NDArray[np.float32]:
    """Whether each look is of each group: [looks, groups]. Most words are in no group."""
    import numpy as np

    cells: list[int] = []
    step = len(GROUPS)
    for index, groups_of in ((elements.with_tag, BY_TAG), (elements.with_word, BY_WORD)):
        for name in index.keys() & groups_of.keys():
            cells += [look * step + group for look in index[name] for group in groups_of[name]]
    table = np.zeros((len(elements.named), step), np.float32)
    table.ravel()[cells] = 1.0
    return table


def _levels(tree: Tree) -> Stack:
    """Text, links and length of the innermost ancestors that hold more than the one inside them."""
    import numpy as np

    n = len(tree.own)
    chain = [tree.own]
    while len(chain) < _LEVELS:
        chain.append(tree.wider[chain[-1]])
    of_nodes = np.array(
        (tree.blocks, tree.size, tree.good, tree.links, tree.heads, tree.textless, tree.first)
    )
    blocks, text, good, links, heads, textless, first = of_nodes.take(np.array(chain), axis=1)
    table = np.empty((len(_LEVEL_NAMES), n), np.float32)
    table[0] = tree.depth[tree.own]
    some, more = blocks + 1e-6, text + 1.0
    table[1:].reshape(_LEVELS, -1, n).swapaxes(0, 1)[:] = (
        np.log1p(blocks),
        text / (tree.size[0] + 1e-6),
        good / (tree.good[0] + 1e-6),
        good / more,
        links / more,
        np.log1p(text / some),
        heads / some,
        np.minimum(textless, 99.0),
        (np.arange(n) - first) / some,
    )
    return Stack(_LEVEL_NAMES, table)


def _containers(tree: Tree, columns: Columns) -> list[Stack]:
    """How each block stands to the elements that hold most of the running text, and to the one voted for."""
    import numpy as np

    n = len(tree.own)
    total = tree.good[0]
    best = []
    for share in _SHARES:
        holders = places_of_true(tree.good >= share * total) if total > 0 else np.zeros(1, np.int64)
        best.append(int(holders[tree.blocks[holders].argmin()]))
    parent, grandparent, top = _votes(tree, columns)
    against = _against(tree, [*best, top])
    held = np.empty((len(_SHARES), 4, n), np.float32)
    held[:, :3] = against[:, :-1].swapaxes(0, 1)
    held[:, 3] = (tree.blocks[best] / n)[:, None]
    votes = stacked(_VOTE_NAMES, (parent, grandparent, *against[:, -1]), n)
    return [Stack(_CONTAINER_NAMES, held.reshape(len(_CONTAINER_NAMES), n)), votes]


def _against(tree: Tree, nodes: list[int]) -> Any:
    """Where each block stands against each of ``nodes``: whether inside it, how far after its start, how far
    after its end; [3, nodes, blocks]."""
    import numpy as np

    rows = np.arange(len(tree.own))
    begun, ended = rows - tree.first[nodes][:, None], rows - tree.last[nodes][:, None]
    return np.array(
        (
            (begun >= 0) & (ended < 0),
            np.minimum(np.maximum(begun, -30), 99),
            np.minimum(np.maximum(ended, -99), 30),
        )
    )


def _votes(tree: Tree, columns: Columns) -> tuple[Any, Any, int]:
    """Each paragraph votes for its parent, and half for its grandparent (the idea of Readability): the votes
    for those of each block, as shares of the most, and which element has the most."""
    import numpy as np

    count = len(tree.parent)
    points = np.where(
        columns["size"] > np.log1p(25.0),
        1.0 + columns["commas"] + np.minimum(np.expm1(columns["size"]) / 100.0, 3.0),
        0.0,
    ) * (1.0 - columns["link_density"])
    parent = np.maximum(tree.parent[tree.own], 0)
    grandparent = np.maximum(tree.parent[parent], 0)
    votes: Any = np.bincount(parent, weights=points, minlength=count)
    votes += np.bincount(grandparent, weights=points * 0.5, minlength=count)
    votes *= 1.0 - tree.links / (tree.size + 1.0)
    best = int(votes.argmax())
    votes /= votes[best] + 1e-6
    return votes[parent], votes[grandparent], best
