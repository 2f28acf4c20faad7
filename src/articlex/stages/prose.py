"""Which blocks are running text: the landmark by which the other stages know where they are. No stage."""

from __future__ import annotations

from articlex.page import Block, Kind

#: Characters from which a block with a full stop counts as running text. A CJK or Thai character is
#: worth two to three Latin letters.
MIN_CHARS = 80
MIN_WIDE_CHARS = 32

#: What ends a sentence, by script; Thai, Lao and Khmer write none and are told by length alone.
_STOPS = ".!?…。！？．।॥؟۔։።။"


def is_prose(block: Block) -> bool:
    """Whether a block reads as running text: long enough, a sentence in it, few of its words linked."""
    text = block.text
    size = len(text)
    if size < MIN_WIDE_CHARS or block.kind is Kind.CODE or block.link_chars * 2 > size:
        return False
    if size < MIN_CHARS and (text.isascii() or len(text.encode()) < 2.5 * size):
        return False
    stops = sum(text.count(stop) for stop in _STOPS) if not text.isascii() else _ascii_stops(text)
    return stops > 0 or "\u0e00" <= text[size // 2] <= "\u0eff"


def _ascii_stops(text: str) -> int:
    return text.count(".") + text.count("!") + text.count("?")


def prose_span(blocks: tuple[Block, ...]) -> tuple[int, int]:
    """Index of the first and of the last block of running text; (number of blocks, -1) without any."""
    indices = [block.index for block in blocks if is_prose(block)]
    return (indices[0], indices[-1]) if indices else (len(blocks), -1)
