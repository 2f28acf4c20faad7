"""Features of a block's surroundings in document order."""

from __future__ import annotations

from typing import Any

from articlex.page import Form

#: Columns of which the values of the blocks before and after are features too.
_SHIFTED = ("size", "link_density", "ends_sentence", "level", "kind_list_item", "role_any", "token_size",
            "share_digit", "title_overlap", "ends_ellipsis", "images_before")  # fmt: skip

_STEPS = (-2, -1, 1, 2)

#: Half widths, in blocks, of the windows over which text and links are summed.
_WINDOWS = (3, 8, 20)


#: In raw page text there are no elements around a block, so that more depends on the lines around it.
_FAR_SHIFTED = ("size", "ends_sentence", "token_size")
_FAR_STEPS = (-5, -4, -3, 3, 4, 5)

#: Latin-sized characters below which a line that ends no sentence looks like a menu entry or a label.
_SHORT = 40.0


def neighbour_columns(columns: dict[str, Any], size: Any, form: Form) -> dict[str, Any]:
    """Shifted columns, sums over windows, distances to running text and headings."""
    import numpy as np

    out: dict[str, Any] = {}
    for name in _SHIFTED:
        column = columns[name]
        for step in _STEPS:
            out[f"{name}[{step:+d}]"] = _shift(column, step)
    if form is Form.TEXT:
        for name in _FAR_SHIFTED:
            for step in _FAR_STEPS:
                out[f"{name}[{step:+d}]"] = _shift(columns[name], step)
        out |= _shape_of_surroundings(columns, size)
    density = columns["link_density"]
    good = columns["good"]
    for half in _WINDOWS:
        text = _window(size, half)
        out[f"window_{half}_size"] = np.log1p(text)
        out[f"window_{half}_links"] = _window(size * density, half) / (text + 1.0)
        out[f"window_{half}_good"] = _window(good, half) / (text + 1.0)
        out[f"window_{half}_roles"] = _window(columns["role_any"], half) / (2 * half + 1)
        out[f"window_{half}_stops"] = np.log1p(_window(columns["stops"], half))
    out |= _positions(columns, size)
    out |= _section(columns, size)
    out |= _runs(columns)
    return out


def _shape_of_surroundings(columns: dict[str, Any], size: Any) -> dict[str, Any]:
    """Shares of menu-like lines and of sentences around each block, and its length against theirs."""
    import numpy as np

    out: dict[str, Any] = {}
    n = len(size)
    short = ((size < _SHORT) & (columns["ends_sentence"] == 0)).astype(np.float32)
    places = np.arange(n)
    for half in (*_WINDOWS, 50):
        held = np.minimum(places + half + 1, n) - np.maximum(places - half, 0)
        out[f"window_{half}_short"] = _window(short, half) / held
        out[f"window_{half}_sentences"] = _window(columns["ends_sentence"], half) / held
        out[f"window_{half}_relative"] = columns["size"] - _window(columns["size"], half) / held
    before = np.concatenate(([0.0], np.cumsum(columns["good"])))
    for reach in (5, 15, 40):
        out[f"good_{reach}_before"] = np.log1p(before[places] - before[np.maximum(places - reach, 0)])
        after = before[np.minimum(places + 1 + reach, n)] - before[places + 1]
        out[f"good_{reach}_after"] = np.log1p(after)
    out["size_rank"] = np.argsort(np.argsort(size, kind="stable"), kind="stable") / n
    return out


def _shift(column: Any, step: int) -> Any:
    import numpy as np

    shifted = np.full_like(column, -1.0)
    if abs(step) >= len(column):
        return shifted
    if step > 0:
        shifted[:-step] = column[step:]
    else:
        shifted[-step:] = column[:step]
    return shifted


def _window(column: Any, half: int) -> Any:
    """Sum over the 2·half + 1 blocks around each block."""
    import numpy as np

    n = len(column)
    sums = np.concatenate(([0.0], np.cumsum(column, dtype=np.float64)))
    places = np.arange(n)
    return sums[np.minimum(places + half + 1, n)] - sums[np.maximum(places - half, 0)]


def _positions(columns: dict[str, Any], size: Any) -> dict[str, Any]:
    """Where the block stands, in blocks and in text, on the page and among its running text."""
    import numpy as np

    n = len(size)
    places = np.arange(n, dtype=np.float32)
    before = np.cumsum(size) - size
    total = size.sum() + 1e-6
    good = columns["good"]
    good_before = np.cumsum(good) - good
    good_total = good.sum()
    long = np.flatnonzero(good > 0)
    distance = np.full(n, 99.0, np.float32)
    following = np.full(n, 99.0, np.float32)
    if len(long):
        at = np.searchsorted(long, places)
        previous = long[np.maximum(at - 1, 0)]
        coming = long[np.minimum(at, len(long) - 1)]
        distance = np.where(previous < places, places - previous, 99.0)
        following = np.where(coming >= places, coming - places, 99.0)
    return {
        "place": places,
        "place_share": places / n,
        "text_before": before / total,
        "good_before": good_before / (good_total + 1e-6),
        "good_after": (good_total - good_before - good) / (good_total + 1e-6),
        "since_good": np.minimum(distance, 99.0),
        "until_good": np.minimum(following, 99.0),
    }


def _section(columns: dict[str, Any], size: Any) -> dict[str, Any]:
    """The text between the heading at or before the block and the next heading."""
    import numpy as np

    n = len(size)
    heads = columns["level"] > 0
    number = np.cumsum(heads)
    text = np.bincount(number, weights=size, minlength=n + 1)
    good = np.bincount(number, weights=columns["good"], minlength=n + 1)
    links = np.bincount(number, weights=size * columns["link_density"], minlength=n + 1)
    blocks = np.bincount(number, minlength=n + 1)
    starts = np.maximum.accumulate(np.where(heads, np.arange(n), 0))
    level = columns["level"][starts]
    return {
        "section_size": np.log1p(text[number]),
        "section_good": good[number] / (text[number] + 1.0),
        "section_links": links[number] / (text[number] + 1.0),
        "section_blocks": np.log1p(blocks[number]),
        "since_heading": np.arange(n) - starts,
        "section_level": np.where(number > 0, level, 0.0),
        "section_number": number,
        "previous_section_good": good[np.maximum(number - 1, 0)] / (text[np.maximum(number - 1, 0)] + 1.0),
    }


#: Blocks of other sorts that a run of running text may hold in a row.
_MOST_GAP = 3


def _runs(columns: dict[str, Any]) -> dict[str, Any]:
    """The block against the largest run of running text on the page."""
    import numpy as np

    good = columns["good"]
    n = len(good)
    places = np.arange(n)
    long = np.flatnonzero(good > 0)
    if not len(long):
        none = np.full(n, -99.0)
        return dict.fromkeys(("run_share", "in_run", "from_run", "past_run", "own_run_share"), none)
    number = np.concatenate(([0], np.cumsum(np.diff(long) > _MOST_GAP + 1)))
    mass = np.bincount(number, weights=good[long])
    best = int(np.argmax(mass))
    members = long[number == best]
    first, last = int(members[0]), int(members[-1])
    nearest = number[np.minimum(np.searchsorted(long, places), len(long) - 1)]
    return {
        "run_share": np.full(n, mass[best] / mass.sum()),
        "in_run": (places >= first) & (places <= last),
        "from_run": np.clip(places - first, -50, 99),
        "past_run": np.clip(places - last, -99, 50),
        "own_run_share": mass[nearest] / mass[best],
    }
