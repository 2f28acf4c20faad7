"""What is known of the page as a whole before it is walked, or found out when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Whole(NamedTuple):
    """Facts that the walk over a page shares with those over the cells of its tables."""

    #: The page's own address, without a fragment; "" if it is not known.
    address: str = ""
    #: Whether a script typesets TeX in the page's text; asked when a dollar sign comes.
    typeset: Callable[[], bool] = lambda: False
    #: Whether any list item may have a check box.
    has_boxes: Callable[[], bool] = lambda: True
    #: For each link within the page, each of its names with the name of the place to which it leads.
    links: Callable[[], frozenset[tuple[str, str]]] = frozenset
