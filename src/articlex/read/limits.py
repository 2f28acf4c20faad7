"""Limits on the bytes of a stream and on the lines, tags and blocks of a page."""

from __future__ import annotations

from typing import IO

from articlex.errors import TooLargeError

_CHUNK = 1 << 16

#: Most blocks of a page. The longest of 2,766 pages of the corpora has 2,641; the limit takes 2 GB and half a
#: minute, and 8 million empty paragraphs would fit into the bytes that a page may have.
MOST_BLOCKS = 500_000
#: Most lines of a flattened page, which are all measured before the first block is made. Only an endless
#: listing has so many without too many blocks.
MOST_LINES = 1_000_000
#: Most start tags of an HTML page. None of 3,736 pages of the corpora has more than 15,796; the limit, in one
#: paragraph, takes 2 GB and 40 seconds, and 15 million line breaks would fit into the bytes of a page.
MOST_TAGS = 3_000_000


def check_blocks(count: int) -> None:
    """Raise TooLargeError if a page with ``count`` blocks may have no further one."""
    if count >= MOST_BLOCKS:
        raise TooLargeError(f"more than {MOST_BLOCKS:,} blocks")


def check_lines(text: str) -> None:
    """Raise TooLargeError if ``text`` has more lines that are not blank than a flattened page may have."""
    if text.count("\n") >= MOST_LINES and sum(bool(row.strip()) for row in text.split("\n")) > MOST_LINES:
        raise TooLargeError(f"more than {MOST_LINES:,} lines")


def check_tags(data: bytes) -> None:
    """Raise TooLargeError if an HTML page has more start tags than it may."""
    if len(data) > MOST_TAGS and data.count(b"<") - data.count(b"</") > MOST_TAGS:
        raise TooLargeError(f"more than {MOST_TAGS:,} tags")


def read_bounded(stream: IO[bytes], max_bytes: int) -> bytes:
    """All of ``stream``, but at most ``max_bytes`` and one byte, which shows that there is more.

    It is read in pieces, so that memory for ``max_bytes`` is not allocated beforehand.
    """
    pieces: list[bytes] = []
    left = max_bytes + 1
    while left > 0 and (piece := stream.read(min(left, _CHUNK))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)
