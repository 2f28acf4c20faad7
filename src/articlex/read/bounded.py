"""Reading a stream up to a limit, without asking beforehand for as much memory as the limit allows."""

from __future__ import annotations

from typing import IO

_CHUNK = 1 << 16


def read_bounded(stream: IO[bytes], max_bytes: int) -> bytes:
    """All of ``stream``, or more than ``max_bytes`` of it: at most a byte more."""
    pieces: list[bytes] = []
    left = max_bytes + 1
    while left > 0 and (piece := stream.read(min(left, _CHUNK))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)
