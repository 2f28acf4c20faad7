"""Limits of what is read: the bytes of a stream, the lines, the tags and the blocks of a page."""

from __future__ import annotations

from typing import IO

from articlex.errors import TooLargeError

_CHUNK = 1 << 16

#: Blocks of a page at most. The longest of 2,766 pages of the corpora has 2,641; so many take 2 GB and half a
#: minute, and 8 million empty paragraphs fit into the bytes that a page may have.
MOST_BLOCKS = 500_000
#: Lines of a flattened page at most: all are measured before the first block is made, and only an endless
#: listing has so many and no more blocks than a page may have.
MOST_LINES = 1_000_000
#: Opening tags of an HTML page at most. Of 3,736 pages of the corpora none has more than 15,796; so many
#: elements in one paragraph take 2 GB and 40 seconds, and 15 million line breaks fit into a page's bytes.
MOST_TAGS = 3_000_000


def check_blocks(count: int) -> None:
    """Raise TooLargeError where a page has as many blocks as it may have, and one more comes."""
    if count >= MOST_BLOCKS:
        raise TooLargeError(f"more than {MOST_BLOCKS:,} blocks")


def check_lines(text: str) -> None:
    """Raise TooLargeError where more lines of ``text`` show something than a flattened page may have."""
    if text.count("\n") < MOST_LINES:
        return
    if sum(not (row == "" or row.isspace()) for row in text.split("\n")) > MOST_LINES:
        raise TooLargeError(f"more than {MOST_LINES:,} lines")


def check_tags(data: bytes) -> None:
    """Raise TooLargeError where an HTML page opens more elements than it may."""
    if len(data) > MOST_TAGS and data.count(b"<") - data.count(b"</") > MOST_TAGS:
        raise TooLargeError(f"more than {MOST_TAGS:,} tags")


def read_bounded(stream: IO[bytes], max_bytes: int) -> bytes:
    """All of ``stream``, or more than ``max_bytes`` of it: at most a byte more.

    In pieces: memory for all that it may have is not asked for beforehand.
    """
    pieces: list[bytes] = []
    left = max_bytes + 1
    while left > 0 and (piece := stream.read(min(left, _CHUNK))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)
