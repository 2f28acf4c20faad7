"""What is known of the page as a whole before it is walked, or sought in all of it once something asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Whole(NamedTuple):
    """What the walks over a page and over the cells of its tables have in common."""

    #: The page's own address, without a fragment; "" if it is not known.
    address: str = ""
    #: Asked once a dollar comes: whether a script typesets TeX in the page's text.
    typeset: Callable[[], bool] = lambda: False
    #: Whether an item of a list may have a check box.
    has_boxes: Callable[[], bool] = lambda: True
    #: The names of each link and where in the page it leads.
    links: Callable[[], frozenset[tuple[str, str]]] = frozenset
