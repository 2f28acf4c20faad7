"""Features of a block's surroundings in document order."""

from __future__ import annotations

from typing import Any

from articlex.page import Form
from articlex.scoring.columns import Columns, sums_before, window_sums

#: Columns of which the values of the blocks before and after are features too.
_SHIFTED = ("size", "link_density", "ends_sentence", "level", "kind_list_item", "role_any", "token_size",
            "share_digit", "title_overlap", "ends_ellipsis", "images_before")  # fmt: skip

_STEPS = (-2, -1, 1, 2)

#: Half widths, in blocks, of the windows over which text and links are summed.
_WINDOWS = (3, 8, 20)
#: Blocks of other sorts that a run of running text may hold in a row.
_MOST_GAP = 3

#: In raw page text there are no elements around a block, so that more depends on the lines around it.
_FAR_SHIFTED = ("size", "ends_sentence", "token_size")
_FAR_STEPS = (-5, -4, -3, 3, 4, 5)

#: Latin-sized characters below which a line that ends no sentence looks like a menu entry or a label.
_SHORT = 40.0


def neighbour_columns(columns: Columns, size: Any, form: Form) -> Columns:
    """Shifted columns, sums over windows, distances to running text and headings."""
    import numpy as np

    out = _shifted(columns, _SHIFTED, _STEPS)
    if form is Form.TEXT:
        out |= _shifted(columns, _FAR_SHIFTED, _FAR_STEPS)
        out |= _shape_of_surroundings(columns, size)
    good = columns["good"]
    sums = sums_before(size, size * columns["link_density"], good, columns["role_any"], columns["stops"])
    for half in _WINDOWS:
        text, linked, running, roles, stops = window_sums(sums, half)
        out[f"window_{half}_size"] = np.log1p(text)
        out[f"window_{half}_links"] = linked / (text + 1.0)
        out[f"window_{half}_good"] = running / (text + 1.0)
        out[f"window_{half}_roles"] = roles / (2 * half + 1)
        out[f"window_{half}_stops"] = np.log1p(stops)
    out |= _positions(columns, size)
    out |= _section(columns, size)
    out |= _runs(columns)
    return out


def _shape_of_surroundings(columns: Columns, size: Any) -> Columns:
    """Shares of menu-like lines and of sentences around each block, and its length against theirs."""
    import numpy as np

    out: Columns = {}
    n = len(size)
    short = ((size < _SHORT) & (columns["ends_sentence"] == 0)).astype(np.float32)
    places = np.arange(n)
    sums = sums_before(short, columns["ends_sentence"], columns["size"])
    for half in (*_WINDOWS, 50):
        held = np.minimum(places + half + 1, n) - np.maximum(places - half, 0)
        menu_like, sentences, lengths = window_sums(sums, half) / held
        out[f"window_{half}_short"] = menu_like
        out[f"window_{half}_sentences"] = sentences
        out[f"window_{half}_relative"] = columns["size"] - lengths
    before = np.concatenate(([0.0], np.cumsum(columns["good"])))
    for reach in (5, 15, 40):
        out[f"good_{reach}_before"] = np.log1p(before[places] - before[np.maximum(places - reach, 0)])
        after = before[np.minimum(places + 1 + reach, n)] - before[places + 1]
        out[f"good_{reach}_after"] = np.log1p(after)
    out["size_rank"] = np.argsort(np.argsort(size, kind="stable"), kind="stable") / n
    return out


def _shifted(columns: Columns, names: tuple[str, ...], steps: tuple[int, ...]) -> Columns:
    """The values of the blocks so many places before (below 0) or after; -1 beyond the ends of the page."""
    import numpy as np

    reach = max(map(abs, steps))
    n = len(columns["size"])
    held = np.full((len(names), n + 2 * reach), -1.0, np.float32)
    held[:, reach:-reach] = np.array([columns[name] for name in names], np.float32)
    by_step = [(f"[{step:+d}]", held[:, reach + step : reach + step + n]) for step in steps]
    return {name + label: values[row] for row, name in enumerate(names) for label, values in by_step}


def _positions(columns: Columns, size: Any) -> Columns:
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
    since = np.full(n, 99.0, np.float32)
    until = np.full(n, 99.0, np.float32)
    if len(long):
        at = np.searchsorted(long, places)
        previous = long[np.maximum(at - 1, 0)]
        coming = long[np.minimum(at, len(long) - 1)]
        since = np.where(previous < places, places - previous, 99.0)
        until = np.where(coming >= places, coming - places, 99.0)
    return {
        "place": places,
        "place_share": places / n,
        "text_before": before / total,
        "good_before": good_before / (good_total + 1e-6),
        "good_after": (good_total - good_before - good) / (good_total + 1e-6),
        "since_good": np.minimum(since, 99.0),
        "until_good": np.minimum(until, 99.0),
    }


def _section(columns: Columns, size: Any) -> Columns:
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


def _runs(columns: Columns) -> Columns:
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
        "from_run": np.minimum(np.maximum(places - first, -50), 99),
        "past_run": np.minimum(np.maximum(places - last, -99), 50),
        "own_run_share": mass[nearest] / mass[best],
    }
