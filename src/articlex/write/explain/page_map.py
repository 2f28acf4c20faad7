"""The map of a page at the side of the report: where kept and dropped blocks lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.write.explain.account import Entry
from articlex.write.explain.stretches import Stretch

#: The height of the map in its own units, and the width of what is kept and dropped: the map can be read
#: without its colours.
_HEIGHT, _KEPT_WIDTH, _DROPPED_WIDTH = 1_000, 12, 7
#: What each block adds to its characters: a short one can be seen too.
_EACH = 25
#: Parts of the map that lead to different places, even if the page has one fate from its head to its foot.
_PARTS = 50


def page_map(stretches: Sequence[Stretch]) -> str:
    """The map as SVG, in which each block is as high as its text is long. A click leads to the place.

    Screen readers pass over it: it says nothing that the blocks do not say.
    """
    whole = sum(_size(entry) for stretch in stretches for entry in stretch.entries)
    scale = _HEIGHT / max(1, whole)
    pieces, above = [], 0
    for stretch in stretches:
        width = _KEPT_WIDTH if stretch.is_kept else _DROPPED_WIDTH
        for first, size in _parts(stretch.entries, whole // _PARTS):
            pieces.append(
                f'<a href="#b{first}" tabindex="-1"><rect class="r-{stretch.role}" y="{above * scale:.1f}" '
                f'width="{width}" height="{size * scale:.1f}"><title>{stretch.label}</title></rect></a>'
            )
            above += size
    frame = f'viewBox="0 0 {_KEPT_WIDTH} {_HEIGHT}" preserveAspectRatio="none"'
    return f'<svg class="map" {frame} aria-hidden="true">\n' + "\n".join(pieces) + "\n</svg>"


def _size(entry: Entry) -> int:
    return len(entry.shown) + _EACH


def _parts(entries: Sequence[Entry], least: int) -> Iterator[tuple[int, int]]:
    """(index of the first block, size) of parts of a stretch that are at least of the size ``least``, the
    last one excepted."""
    first, size = entries[0].block.index, 0
    for entry in entries:
        if size > least:
            yield first, size
            first, size = entry.block.index, 0
        size += _size(entry)
    yield first, size
