"""Compression that no signature tells, as servers send it and "curl" saves it: Brotli (RFC 7932), zlib and
deflate (RFC 1950, 1951).

It is tried on bytes that are no text and no format that is known by name, and where the two bytes of zlib are
such that no text begins with them.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from articlex.errors import ArticlexError
from articlex.read.decoding.binary import looks_binary
from articlex.read.decoding.compression import check_size, inflated

#: A few bytes of Brotli can stand for gigabytes: it is unpacked in pieces.
_PIECE = 1 << 10
#: What stands for it among the ways that zlib is told of.
_BROTLI = 0


def unpacked(data: bytes, max_bytes: int) -> bytes | None:
    """The text that ``data`` is packed as; None where no way to unpack it gives one. Raises TooLargeError
    over ``max_bytes``."""
    zlib_bits = [zlib.MAX_WBITS] if is_zlib(data) else []
    for bits in (*zlib_bits, _BROTLI, -zlib.MAX_WBITS):
        try:
            found = _inflated(data, bits, max_bytes) if bits else without_brotli(data, max_bytes)
        except (ValueError, ArticlexError):
            continue
        if found and found is not data and not looks_binary(found):
            check_size(len(found), max_bytes)
            return found
    return None


def is_zlib(data: bytes) -> bool:
    """Whether ``data`` begins with the two bytes of zlib (RFC 1950, 2.2)."""
    return len(data) > 1 and data[0] & 15 == 8 and int.from_bytes(data[:2]) % 31 == 0


def _inflated(data: bytes, bits: int, max_bytes: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    for piece in inflated(data, bits):
        pieces.append(piece)
        size += len(piece)
        if size > max_bytes:
            break
    return b"".join(pieces)


def without_brotli(data: bytes, max_bytes: int) -> bytes:
    """What ``data`` is without Brotli, at most a byte more than the limit; as it is where nothing of it
    unpacks.

    Raises ValueError for a stream that is cut off or broken, and where the package is missing.
    """
    try:
        import brotli
    except ImportError:
        raise ValueError("packed as 'br', which needs the package brotli") from None
    unpacker = brotli.Decompressor()
    pieces: list[bytes] = []
    left = max_bytes + 1
    try:
        for piece in map(unpacker.process, _cut(data)):
            pieces.append(piece)
            left -= len(piece)
            if left <= 0:
                return b"".join(pieces)[: max_bytes + 1]
    except brotli.error as error:
        if not any(pieces):
            return data
        raise ValueError(f"broken br stream ({error})") from None
    if not unpacker.is_finished():
        raise ValueError("truncated br stream")
    return b"".join(pieces)


def _cut(data: bytes) -> Iterator[bytes]:
    return (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))
