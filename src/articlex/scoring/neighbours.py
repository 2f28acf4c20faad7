"""Features of a block's surroundings in document order."""

from __future__ import annotations

from functools import cache
from typing import Any

from articlex.page import Form
from articlex.scoring.columns import (
    Columns,
    Stack,
    places_of_true,
    stacked,
    sums_before,
    window_bounds,
    window_sums,
)

#: Columns whose values for the blocks before and after a block are features of it too.
_SHIFTED = ("size", "link_density", "ends_sentence", "level", "kind_list_item", "role_any", "token_size",
            "share_digit", "title_overlap", "ends_ellipsis", "images_before")  # fmt: skip

_STEPS = (-2, -1, 1, 2)

#: Half widths, in blocks, of the windows over which text and links are summed.
_WINDOWS = (3, 8, 20)
#: Other blocks that a run of running text may hold in a row.
_MOST_GAP = 3

#: Farther ones in raw page text, which has no elements, so that more depends on the lines around a block.
_FAR_SHIFTED = ("size", "ends_sentence", "token_size")
_FAR_STEPS = (-5, -4, -3, 3, 4, 5)

#: Latin-sized characters below which a line that ends no sentence looks like a menu entry or a label.
_SHORT = 40.0

#: Half widths of the windows whose menu-like lines and sentences are counted in raw page text, and of the
#: stretches on one side whose running text is.
_SHAPE_WINDOWS = (*_WINDOWS, 50)
_REACHES = (5, 15, 40)

_WINDOW_NAMES = tuple(
    f"window_{half}_{name}" for half in _WINDOWS for name in ("size", "links", "good", "roles", "stops")
)
_SHAPE_NAMES = tuple(
    f"window_{half}_{name}" for half in _SHAPE_WINDOWS for name in ("short", "sentences", "relative")
)
_REACH_NAMES = tuple(f"good_{reach}_{side}" for reach in _REACHES for side in ("before", "after"))
_POSITION_NAMES = (
    "place", "place_share", "text_before", "good_before", "good_after", "since_good", "until_good",
)  # fmt: skip
_SECTION_NAMES = (
    "section_size", "section_good", "section_links", "section_blocks", "since_heading", "section_level",
    "section_number", "previous_section_good",
)  # fmt: skip
_RUN_NAMES = ("run_share", "in_run", "from_run", "past_run", "own_run_share")


def neighbour_columns(columns: Columns, size: Any, form: Form) -> list[Stack]:
    """Shifted columns, sums over windows, distances to running text and headings."""
    out = [_shifted(columns, _SHIFTED, _STEPS)]
    if form is Form.TEXT:
        out.append(_shifted(columns, _FAR_SHIFTED, _FAR_STEPS))
        out += _shape_of_surroundings(columns, size)
    out.append(_windows(columns, size))
    out += [_positions(columns, size), _section(columns, size), _runs(columns)]
    return out


def _windows(columns: Columns, size: Any) -> Stack:
    """Text, links, running text, roles and full stops around each block."""
    import numpy as np

    sums = sums_before(
        size, size * columns["link_density"], columns["good"], columns["role_any"], columns["stops"]
    )
    text, linked, running, roles, stops = window_sums(sums, _WINDOWS)
    held = np.array([2 * half + 1 for half in _WINDOWS])[:, None]
    values = np.empty((len(_WINDOWS), 5, len(size)), np.float32)
    values[:, 0] = np.log1p(text)
    text += 1.0
    values[:, 1], values[:, 2] = linked / text, running / text
    values[:, 3] = roles / held
    values[:, 4] = np.log1p(stops)
    return Stack(_WINDOW_NAMES, values.reshape(len(_WINDOW_NAMES), -1))


def _shape_of_surroundings(columns: Columns, size: Any) -> list[Stack]:
    """Shares of menu-like lines and of sentences around each block, and its length compared with theirs."""
    import numpy as np

    n = len(size)
    short = (size < _SHORT) & (columns["ends_sentence"] == 0)
    sums = sums_before(short, columns["ends_sentence"], columns["size"])
    first, last = window_bounds(n, _SHAPE_WINDOWS)
    menu_like, sentences, lengths = window_sums(sums, _SHAPE_WINDOWS) / (last - first)
    shapes = np.empty((len(_SHAPE_WINDOWS), 3, n), np.float32)
    shapes[:, 0], shapes[:, 1], shapes[:, 2] = menu_like, sentences, columns["size"] - lengths
    before = np.concatenate(([0.0], columns["good"].cumsum()))
    first, last = window_bounds(n, _REACHES)
    reached = np.empty((len(_REACHES), 2, n))
    reached[:, 0] = before[:-1] - before[first]
    reached[:, 1] = before[last] - before[1:]
    rank = np.empty(n)
    rank[size.argsort(kind="stable")] = np.arange(n) / n
    return [
        Stack(_SHAPE_NAMES, shapes.reshape(len(_SHAPE_NAMES), n)),
        Stack(_REACH_NAMES, np.log1p(reached).reshape(len(_REACH_NAMES), n)),
        Stack(("size_rank",), rank[None]),
    ]


def _shifted(columns: Columns, names: tuple[str, ...], steps: tuple[int, ...]) -> Stack:
    """The values of the blocks so many places before (below 0) or after; -1 beyond the ends of the page."""
    import numpy as np

    n = len(columns["size"])
    values = np.full((len(names), len(steps), n), -1.0, np.float32)
    held = np.array([columns[name] for name in names], np.float32)
    for place, step in enumerate(steps):
        if abs(step) < n:
            values[:, place, max(-step, 0) : n - max(step, 0)] = held[:, max(step, 0) : n - max(-step, 0)]
    return Stack(_shifted_names(names, steps), values.reshape(-1, n))


@cache
def _shifted_names(names: tuple[str, ...], steps: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(f"{name}[{step:+d}]" for name in names for step in steps)


def _positions(columns: Columns, size: Any) -> Stack:
    """Where the block stands, in blocks and in text, on the page and among its running text."""
    import numpy as np

    n = len(size)
    places = np.arange(n, dtype=np.float32)
    before = size.cumsum() - size
    total = size.sum() + 1e-6
    good = columns["good"]
    good_before = good.cumsum() - good
    good_total = good.sum()
    long = places_of_true(good > 0)
    since = np.full(n, 99.0, np.float32)
    until = np.full(n, 99.0, np.float32)
    if len(long):
        at = long.searchsorted(places)
        previous = long[np.maximum(at - 1, 0)]
        coming = long[np.minimum(at, len(long) - 1)]
        since = np.where(previous < places, places - previous, 99.0)
        until = np.where(coming >= places, coming - places, 99.0)
    values = (
        places,
        places / n,
        before / total,
        good_before / (good_total + 1e-6),
        (good_total - good_before - good) / (good_total + 1e-6),
        np.minimum(since, 99.0),
        np.minimum(until, 99.0),
    )
    return stacked(_POSITION_NAMES, values, n)


def _section(columns: Columns, size: Any) -> Stack:
    """The text between the heading at or before the block and the next heading."""
    import numpy as np

    n = len(size)
    heads = columns["level"] > 0
    number = heads.cumsum()
    text = np.bincount(number, weights=size, minlength=n + 1)
    good = np.bincount(number, weights=columns["good"], minlength=n + 1)
    links = np.bincount(number, weights=size * columns["link_density"], minlength=n + 1)
    blocks = np.bincount(number, minlength=n + 1)
    starts = np.maximum.accumulate(np.where(heads, np.arange(n), 0))
    level = columns["level"][starts]
    shares = good / (text + 1.0)
    values = (
        np.log1p(text)[number],
        shares[number],
        (links / (text + 1.0))[number],
        np.log1p(blocks)[number],
        np.arange(n) - starts,
        np.where(number > 0, level, 0.0),
        number,
        shares[np.maximum(number - 1, 0)],
    )
    return stacked(_SECTION_NAMES, values, n)


def _runs(columns: Columns) -> Stack:
    """Where the block stands in or beside the largest run of running text, and the share of its own run."""
    import numpy as np

    good = columns["good"]
    n = len(good)
    places = np.arange(n)
    long = places_of_true(good > 0)
    if not len(long):
        return Stack(_RUN_NAMES, np.full((len(_RUN_NAMES), n), -99.0))
    number = np.zeros(len(long), np.int64)
    (long[1:] - long[:-1] > _MOST_GAP + 1).cumsum(out=number[1:])
    mass = np.bincount(number, weights=good[long])
    best = int(mass.argmax())
    members = long[number == best]
    first, last = int(members[0]), int(members[-1])
    nearest = number[np.minimum(long.searchsorted(places), len(long) - 1)]
    values = (
        mass[best] / mass.sum(),
        (places >= first) & (places <= last),
        np.minimum(np.maximum(places - first, -50), 99),
        np.minimum(np.maximum(places - last, -99), 50),
        mass[nearest] / mass[best],
    )
    return stacked(_RUN_NAMES, values, n)
