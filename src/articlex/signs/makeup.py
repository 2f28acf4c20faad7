"""What the blocks of a page are, counted once for all stages that ask what kind of page it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from articlex.page import Block, Kind
from articlex.regex import regex

_PRICE = regex(r"[$€£¥₹]\s?\d|\d\s?[€₽]")
_CURRENCIES = "$€£¥₹₽"
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_COPYRIGHT = "copyright"
#: Longer blocks are no price, and no notice of copyright.
_SHORT, _NOTICE = 60, 300


class Makeup(NamedTuple):
    """Characters of all blocks and of their links, the number of blocks of each kind and of short blocks with
    a price, and the latest year in a copyright notice (0: none)."""

    chars: int
    link_chars: int
    kinds: Mapping[Kind, int]
    prices: int
    notice_year: int


def read_makeup(blocks: Sequence[Block]) -> Makeup:
    """The makeup of a page with these blocks."""
    texts = [block.text for block in blocks]
    return Makeup(
        chars=sum(map(len, texts)),
        link_chars=sum([block.link_chars for block in blocks]),
        kinds=Counter([block.kind for block in blocks]),
        prices=_prices([text for text in texts if len(text) < _SHORT]),
        notice_year=_notice_year([text for text in texts if len(text) < _NOTICE]),
    )


def _prices(texts: list[str]) -> int:
    """How many texts have a price. Most pages have none: one look at all texts together tells."""
    together = "\n".join(texts)
    if not any(sign in together for sign in _CURRENCIES):
        return 0
    return sum([_PRICE.search(text) is not None for text in texts])


def _notice_year(texts: list[str]) -> int:
    worded = _COPYRIGHT in "\n".join(texts).lower()
    notices = [text for text in texts if "©" in text or (worded and _COPYRIGHT in text.lower())]
    return max((int(year) for notice in notices for year in _YEAR.findall(notice)), default=0)
