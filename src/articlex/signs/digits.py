"""The blocks that may hold a digit: two thirds of a page hold none, so no date, price or number either."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Block

#: What stands between the texts of two blocks where they are looked at together.
_BETWEEN = b"\0"
_NO_FIGURES = bytes(set(range(256)) - set(b"0123456789") - set(_BETWEEN))


def blocks_with_digits(blocks: Sequence[Block]) -> list[int]:
    """Indices of the blocks that may have a digit: they have an ASCII one, or are not ASCII.

    To delete all else from all texts at once takes half as long as a search in each.
    """
    texts = [block.text for block in blocks]
    together = _BETWEEN.decode().join(texts).encode("utf-8", "surrogatepass")
    figures = together.translate(None, _NO_FIGURES).split(_BETWEEN)
    if len(figures) != len(texts):
        # A text holds that sign itself.
        return list(range(len(texts)))
    return [
        index
        for index, (text, held) in enumerate(zip(texts, figures, strict=True))
        if held or not text.isascii()
    ]
