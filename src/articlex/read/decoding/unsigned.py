"""Compression without a signature, as servers send it and "curl" saves it: Brotli (RFC 7932), zlib and
deflate (RFC 1950, 1951).

It is tried on bytes that are neither text nor a known binary format, and if the first two bytes are those of
zlib and begin no text.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from articlex.errors import ArticlexError, BinaryInputError
from articlex.read.decoding.binary import looks_binary
from articlex.read.decoding.compression import check_size, inflated

#: Bytes of Brotli that are unpacked at a time: a few can stand for gigabytes.
_PIECE = 1 << 10
_NEEDED = "needs the package brotli (pip install 'articlex[warc]')"


class NoBrotliError(ValueError):
    """The package that reads Brotli is not installed."""


def unpacked(data: bytes, max_bytes: int) -> bytes | None:
    """The text that ``data`` is compressed from, or None. Raises TooLargeError if it has more than
    ``max_bytes``, BinaryInputError if it may be Brotli, whose package is not installed."""
    methods = [_from_brotli(data), inflated(data, -zlib.MAX_WBITS)]
    if is_zlib(data):
        methods.insert(0, inflated(data, zlib.MAX_WBITS))
    missing = False
    for unpacking in methods:
        try:
            found = joined(unpacking, max_bytes)
        except (ValueError, ArticlexError) as error:
            missing = missing or isinstance(error, NoBrotliError)
            continue
        if found and found != data and not looks_binary(found):
            check_size(len(found), max_bytes)
            return found
    if missing and looks_binary(data):
        raise BinaryInputError(f"binary data, not a page of text; if it is Brotli, it {_NEEDED}")
    return None


def is_zlib(data: bytes) -> bool:
    """Whether ``data`` begins with the two bytes of zlib (RFC 1950, 2.2)."""
    return len(data) > 1 and data[0] & 15 == 8 and int.from_bytes(data[:2]) % 31 == 0


def without_brotli(data: bytes, max_bytes: int) -> bytes:
    """``data`` decompressed by Brotli, at most one byte more than the limit; unchanged if it is no Brotli.

    Raises ValueError for a truncated or broken stream, NoBrotliError.
    """
    return joined(_from_brotli(data), max_bytes)


def joined(pieces: Iterator[bytes], max_bytes: int) -> bytes:
    """The ``pieces`` as one, cut to one byte more than ``max_bytes``, which shows that there is more."""
    kept: list[bytes] = []
    left = max_bytes + 1
    while left > 0 and (piece := next(pieces, None)) is not None:
        kept.append(piece[:left])
        left -= len(piece)
    return b"".join(kept)


def _from_brotli(data: bytes) -> Iterator[bytes]:
    try:
        import brotli
    except ImportError:
        raise NoBrotliError(f"packed as 'br', which {_NEEDED}") from None
    unpacker, begun = brotli.Decompressor(), False
    for at in range(0, len(data), _PIECE):
        try:
            piece = unpacker.process(data[at : at + _PIECE])
        except brotli.error as error:
            if begun:
                raise ValueError(f"broken br stream ({error})") from None
            yield data
            return
        begun = begun or bool(piece)
        yield piece
    if not unpacker.is_finished():
        raise ValueError("truncated br stream")
