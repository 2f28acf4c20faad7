"""Counts over all blocks of a page, for the stages that ask what kind of page it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from articlex.copyright_notices import has_notice
from articlex.page import Block, Kind
from articlex.regex import YEAR, regex

#: Fewer than :mod:`articlex.prices` has: the models of days have learned the number of these.
_PRICE = regex(r"[$€£¥₹]\s?\d|\d\s?[€₽]")
_CURRENCIES = "$€£¥₹₽"
#: Longer blocks are no price, and no notice of copyright.
_SHORT, _NOTICE = 60, 300


class Makeup(NamedTuple):
    """Characters of all blocks and of their links, the number of blocks of each kind and of short blocks with
    a price, and the latest year in a copyright notice (0: none).

    ``lines`` are the blocks of less than 300 characters, joined by line breaks: on most pages one search in
    it shows that no block has what is looked for.
    """

    chars: int
    link_chars: int
    kinds: Mapping[Kind, int]
    prices: int
    notice_year: int
    lines: str


def read_makeup(blocks: Sequence[Block]) -> Makeup:
    """The makeup of a page with these blocks."""
    texts = [block.text for block in blocks]
    sizes = list(map(len, texts))
    lines = [text for text, size in zip(texts, sizes, strict=True) if size < _NOTICE]
    together = "\n".join(lines)
    return Makeup(
        chars=sum(sizes),
        link_chars=sum([block.link_chars for block in blocks]),
        kinds=Counter([block.kind for block in blocks]),
        prices=_count_prices(lines, together),
        notice_year=_notice_year(lines) if has_notice(together) else 0,
        lines=together,
    )


def _count_prices(lines: Sequence[str], together: str) -> int:
    """How many short lines have a price; ``together`` are all lines."""
    # Most pages have no price, nor have most lines of the others: the sign is sought before the pattern.
    signs = [sign for sign in _CURRENCIES if sign in together]
    short = [text for text in lines if len(text) < _SHORT] if signs else []
    signed = {place for sign in signs for place, text in enumerate(short) if sign in text}
    return sum([_PRICE.search(short[place]) is not None for place in signed])


def _notice_year(lines: Sequence[str]) -> int:
    """The latest year in a copyright notice, 0 if none has one."""
    notices = (text for text in lines if ("20" in text or "19" in text) and has_notice(text))
    return max((int(year) for text in notices for year in YEAR.findall(text)), default=0)
