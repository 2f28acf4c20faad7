"""Features of repetition: blocks of one shape, elements that repeat under one parent, repeated text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
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

    nodes = page.nodes
    groups: dict[tuple[int, str, str], list[int]] = {}
    for index, node in enumerate(nodes):
        if node.last > node.first:
            groups.setdefault((node.parent, node.tag, node.shape), []).append(index)
    rank = np.zeros(len(page.blocks) + 1, np.int64)
    rank[[block.index + 1 for block in blocks]] = 1
    rank = np.cumsum(rank)
    sums = np.concatenate(([0.0], np.cumsum(size, dtype=np.float64)))
    link_sums = np.concatenate(([0.0], np.cumsum(size * columns["link_density"], dtype=np.float64)))
    good_sums = np.concatenate(([0.0], np.cumsum(columns["good"], dtype=np.float64)))
    described = _describe(page, groups, rank, (sums, link_sums, good_sums))
    mine = described[[block.node for block in blocks]]
    rows = np.arange(len(blocks))
    return {
        "repeat_count": np.log1p(mine[:, 0]),
        "repeat_mean": np.log1p(mine[:, 1]),
        "repeat_links": mine[:, 2],
        "repeat_good": mine[:, 3],
        "repeat_share": mine[:, 1] * mine[:, 0] / (sums[-1] + 1e-6),
        "repeat_number": mine[:, 4],
        "repeat_size": np.log1p(mine[:, 5]),
        "repeat_place": np.clip(rows - mine[:, 6], 0, 50),
        "repeat_blocks": mine[:, 7],
        "repeat_depth": mine[:, 8],
    }


def _describe(page: Page, groups: dict[tuple[int, str, str], list[int]], rank: Any, sums: Any) -> Any:
    """For each node, its nearest repeated ancestor-or-self as a row of numbers."""
    import numpy as np

    nodes = page.nodes
    texts, links, goods = sums
    rows: list[tuple[float, ...] | None] = [None] * len(nodes)
    for members in groups.values():
        if len(members) < _LEAST_SIBLINGS:
            continue
        spans = [(rank[nodes[i].first], rank[nodes[i].last]) for i in members]
        text = sum(texts[b] - texts[a] for a, b in spans)
        link = sum(links[b] - links[a] for a, b in spans)
        good = sum(goods[b] - goods[a] for a, b in spans)
        for number, (index, (a, b)) in enumerate(zip(members, spans, strict=True)):
            rows[index] = (
                len(members),
                text / len(members),
                link / (text + 1.0),
                good / (text + 1.0),
                number,
                texts[b] - texts[a],
                a,
                b - a,
                nodes[index].depth,
            )
    none = (0.0,) * 9
    table: list[tuple[float, ...]] = []
    for row, node in zip(rows, nodes, strict=True):
        table.append(row or (table[node.parent] if node.parent >= 0 else none))
    return np.array(table, np.float64)
