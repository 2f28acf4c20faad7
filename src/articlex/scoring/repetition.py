"""Features of repetition: blocks of one shape, elements that repeat under one parent, repeated text."""

from __future__ import annotations

from typing import Any

from articlex.page import Block
from articlex.scoring.columns import Columns, Stack, numbered, renumbered, stacked
from articlex.scoring.rows import Rows
from articlex.scoring.tree import Tree, innermost

#: Fewest elements of one shape under one parent that are a list of posts, cards or comments.
_LEAST_SIBLINGS = 3

_COPY_NAMES = ("text_repeats", "copy", "copy_run")
_SIBLING_NAMES = (
    "repeat_count", "repeat_mean", "repeat_links", "repeat_good", "repeat_share", "repeat_number",
    "repeat_size", "repeat_place", "repeat_blocks", "repeat_depth",
)  # fmt: skip


def repetition_columns(rows: Rows, tree: Tree | None, size: Any, columns: Columns) -> list[Stack]:
    """Columns on how often, and as what, the block's shape and text recur; raw page text has no ``tree``."""
    import numpy as np

    blocks = rows.blocks
    copies = _copies(blocks, size)
    if tree is None:
        indent, gap = columns["indent"].astype(np.int64), np.minimum(columns["gap"], 2).astype(np.int64)
        # A sort is a kind and a heading level: raw page text has neither tags nor hidden blocks.
        shapes = renumbered((rows.sort * (indent.max() + 1) + indent) * 3 + gap)
        return [copies, _group("shape", shapes, size, columns)]
    shapes = numbered([node.shape for node in tree.elements.named])[1]
    shape = shapes[tree.look]
    count = len(tree.elements.named)
    own = numbered([(tag, kind) for kind, tag, _, _ in rows.sorts])[1][rows.sort]
    near = renumbered(own * count + shape[tree.own])
    far = renumbered(near * count + shape[np.maximum(tree.parent[tree.own], 0)])
    groups = [_group("shape", near, size, columns), _group("path", far, size, columns)]
    return [copies, *groups, _siblings(tree, shapes)]


def _copies(blocks: list[Block], size: Any) -> Stack:
    """How many blocks have the same text, and how many of them before; how long the run is that is repeated.

    A page that has a text once more for narrow screens has one long run, a label that recurs has many short
    ones. Five folds of `wcxb-dev` without its articles, trees alone: 0.777 to 0.781, product 0.649 to 0.658,
    listing 0.730 to 0.740, no kind lower.
    """
    import numpy as np

    n = len(blocks)
    text = numbered([block.text for block in blocks])[1]
    count = np.bincount(text)
    if len(count) == n:
        return stacked(_COPY_NAMES, (1.0, 0.0, 0.0), n)
    order, copies = _within(text, count)
    earlier = np.full(n, -1)
    earlier[order[1:]] = np.where(copies[order[1:]] > 0, order[:-1], -1)
    is_copy = earlier >= 0
    goes_on = is_copy[1:] & (earlier[1:] == earlier[:-1] + 1)
    run = np.zeros(n, np.int64)
    np.cumsum(~goes_on, out=run[1:])
    length = np.bincount(run, weights=size * is_copy)
    return stacked(_COPY_NAMES, (count[text], np.minimum(copies, 20), np.log1p(length)[run] * is_copy), n)


def _within(number: Any, count: Any) -> tuple[Any, Any]:
    """The rows sorted by the number of their group, and how many rows of its group stand before each."""
    import numpy as np

    order = number.argsort(kind="stable")
    before = np.empty_like(order)
    before[order] = np.arange(len(order)) - np.repeat(count.cumsum() - count, count)
    return order, before


def _group(name: str, number: Any, size: Any, columns: Columns) -> Stack:
    """What the blocks of one group have in common."""
    import numpy as np

    count = np.bincount(number)
    text = np.bincount(number, weights=size)
    links = np.bincount(number, weights=size * columns["link_density"])
    good = np.bincount(number, weights=columns["good"])
    places = np.arange(len(number))
    first = np.zeros(len(count), np.int64)
    first[number[::-1]] = places[::-1]  # of the places of one group the last that is set stays
    last = np.zeros(len(count), np.int64)
    last[number] = places
    more = text + 1.0
    of_groups = np.array(
        (
            np.log1p(count),
            np.log1p(text / count),
            text / (size.sum() + 1e-6),
            links / more,
            good / more,
            count / (last - first + 1),
        ),
        np.float32,
    )
    names = tuple(f"{name}_{what}" for what in ("count", "mean", "share", "links", "good", "density"))
    return Stack(names, of_groups.take(number, axis=1))


def _siblings(tree: Tree, shapes: Any) -> Stack:
    """The nearest ancestor that repeats under its parent: the post, the card, the comment, the item.

    ``shapes`` are the numbers of the shapes of the looks.
    """
    import numpy as np

    named = tree.elements.named
    tags, tag = numbered([node.tag for node in named])
    kinds = shapes * len(tags) + tag
    group = renumbered(tree.parent * (len(named) * len(tags)) + kinds[tree.look])
    members = np.bincount(group)
    count = members[group]
    text = np.bincount(group, weights=tree.size)
    links = np.bincount(group, weights=tree.links) / (text + 1.0)
    good = np.bincount(group, weights=tree.good) / (text + 1.0)
    _, place = _within(group, members)
    wanted = count >= _LEAST_SIBLINGS
    node = innermost(wanted, tree.parent)[tree.own]

    def of_nearest(values: Any) -> Any:
        """The value of the nearest such ancestor of each block; without one, where it is the root, 0."""
        return np.where(wanted, values, 0.0).take(node)

    many, mean = of_nearest(count), of_nearest(text[group] / count)
    values = (
        np.log1p(many),
        np.log1p(mean),
        of_nearest(links[group]),
        of_nearest(good[group]),
        mean * many / (tree.size[0] + 1e-6),
        of_nearest(place),
        np.log1p(of_nearest(tree.size)),
        np.minimum(np.maximum(np.arange(len(node)) - of_nearest(tree.first), 0), 50),
        of_nearest(tree.blocks),
        of_nearest(tree.depth),
    )
    return stacked(_SIBLING_NAMES, values, len(node))
