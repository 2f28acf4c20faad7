"""Features of repetition: blocks of one shape, elements that repeat under one parent, repeated text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from itertools import accumulate
from typing import Any

from articlex.page import Block, Form, Page

#: A list of posts, cards or comments begins with this many elements of one shape under one parent.
_LEAST_SIBLINGS = 3


def repetition_columns(page: Page, blocks: list[Block], size: Any, columns: dict[str, Any]) -> dict[str, Any]:
    """Columns on how often, and as what, the block's shape and text recur."""
    import numpy as np

    repeated = Counter(block.text for block in blocks)
    n = len(blocks)
    out: dict[str, Any] = {
        "text_repeats": np.fromiter((repeated[block.text] for block in blocks), np.float32, n)
    }
    if page.form is Form.TEXT:
        shapes = [(b.kind, b.indent, min(b.gap, 2), b.level) for b in blocks]
        return out | _group("shape", _numbers(shapes), size, columns)
    nodes = page.nodes
    near = [(b.tag, b.kind, nodes[b.node].shape) for b in blocks]
    far = [(*key, nodes[max(nodes[b.node].parent, 0)].shape) for key, b in zip(near, blocks, strict=True)]
    out |= _group("shape", _numbers(near), size, columns)
    out |= _group("path", _numbers(far), size, columns)
    return out | _siblings(page, blocks, size, columns)


def _numbers(keys: Iterable[Hashable]) -> Any:
    """A number for each distinct key."""
    import numpy as np

    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(key, len(known)) for key in keys])


def _group(name: str, number: Any, size: Any, columns: dict[str, Any]) -> dict[str, Any]:
    """What the blocks of one group have in common."""
    import numpy as np

    count = np.bincount(number)
    text = np.bincount(number, weights=size)
    links = np.bincount(number, weights=size * columns["link_density"])
    good = np.bincount(number, weights=columns["good"])
    places = np.arange(len(number))
    first = np.full(len(count), len(number))
    np.minimum.at(first, number, places)
    last = np.zeros(len(count), np.int64)
    np.maximum.at(last, number, places)
    span = (last - first + 1)[number]
    return {
        f"{name}_count": np.log1p(count[number]),
        f"{name}_mean": np.log1p(text / count)[number],
        f"{name}_share": text[number] / (size.sum() + 1e-6),
        f"{name}_links": (links / (text + 1.0))[number],
        f"{name}_good": (good / (text + 1.0))[number],
        f"{name}_density": count[number] / span,
    }


def _siblings(page: Page, blocks: list[Block], size: Any, columns: dict[str, Any]) -> dict[str, Any]:
    """The nearest ancestor that repeats under its parent: the post, the card, the comment, the item."""
    import numpy as np

    groups: dict[tuple[int, str, str], list[int]] = {}
    for index, node in enumerate(page.nodes):
        if node.last > node.first:
            groups.setdefault((node.parent, node.tag, node.shape), []).append(index)
    sums = [
        list(accumulate(column.tolist(), initial=0.0))
        for column in (size, size * columns["link_density"], columns["good"])
    ]
    number, described = _described(page, blocks, groups, sums)
    mine = [described[number[block.node]] for block in blocks]
    count, mean, links, good, place, own, first, held, depth = np.array(
        list(zip(*mine, strict=True)), np.float64
    )
    rows = np.arange(len(blocks))
    return {
        "repeat_count": np.log1p(count),
        "repeat_mean": np.log1p(mean),
        "repeat_links": links,
        "repeat_good": good,
        "repeat_share": mean * count / (sums[0][-1] + 1e-6),
        "repeat_number": place,
        "repeat_size": np.log1p(own),
        "repeat_place": np.clip(rows - first, 0, 50),
        "repeat_blocks": held,
        "repeat_depth": depth,
    }


def _described(
    page: Page, blocks: list[Block], groups: dict[tuple[int, str, str], list[int]], sums: list[list[float]]
) -> tuple[list[int], list[tuple[float, ...]]]:
    """Rows of numbers, and for each node the one that describes its nearest repeated ancestor-or-self.

    ``sums`` are the text, the link text and the running text before each row of ``blocks``.
    """
    nodes = page.nodes
    texts, links, goods = sums
    rank = _rank(page, blocks)
    number = [0] * len(nodes)
    described: list[tuple[float, ...]] = [(0.0,) * 9]
    for members in groups.values():
        if len(members) < _LEAST_SIBLINGS:
            continue
        spans = [(rank[nodes[i].first], rank[nodes[i].last]) for i in members]
        text = sum([texts[b] - texts[a] for a, b in spans])
        shares = (
            sum([links[b] - links[a] for a, b in spans]) / (text + 1.0),
            sum([goods[b] - goods[a] for a, b in spans]) / (text + 1.0),
        )
        count = len(members)
        for place, (index, (a, b)) in enumerate(zip(members, spans, strict=True)):
            number[index] = len(described)
            described.append(
                (count, text / count, *shares, place, texts[b] - texts[a], a, b - a, nodes[index].depth)
            )
    for index, node in enumerate(nodes):
        # A parent comes before its children.
        if not number[index] and node.parent >= 0:
            number[index] = number[node.parent]
    return number, described


def _rank(page: Page, blocks: list[Block]) -> list[int]:
    """How many blocks with text stand before each block of the page, and how many there are."""
    has_text = [0] * len(page.blocks)
    for block in blocks:
        has_text[block.index] = 1
    return list(accumulate(has_text, initial=0))
