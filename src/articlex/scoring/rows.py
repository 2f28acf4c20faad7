"""The blocks of a page that have text, which are the rows of its feature matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlex.page import Block, Kind, Page
from articlex.scoring.columns import integers, numbered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Kind, tag, heading level and bits of ``hidden`` of a block.
Sort = tuple[Kind, str, int, int]


@dataclass(slots=True)
class Rows:
    """``blocks[i]`` is the block with index ``at[i]`` on the page. ``sorts`` are the different sorts of
    blocks, of which a page has few, and ``sorts[sort[i]]`` is that of block ``i``."""

    blocks: list[Block]
    at: NDArray[np.int64]
    sorts: list[Sort]
    sort: NDArray[np.int64]


def rows_of(page: Page) -> Rows:
    """The rows of ``page``."""
    blocks = [block for block in page.blocks if block.text]
    sorts: list[Sort] = [(block.kind, block.tag, block.level, block.hidden) for block in blocks]
    return Rows(blocks, integers([block.index for block in blocks]), *numbered(sorts))
