"""Compressed input: gzip (RFC 1952) and Zstandard (RFC 8878) are read through, with a cap on the output."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator

from articlex.errors import DecompressionError, TooLargeError

GZIP = b"\x1f\x8b\x08"
ZSTD = b"\x28\xb5\x2f\xfd"

#: A crawl that stores gzip bodies as served in an archive that is itself compressed makes two layers.
MAX_LAYERS = 2
#: What one decompression call may yield, so that the cap is checked often and a bomb stays small.
CHUNK = 1 << 20
#: RFC 8878 lets a decoder refuse large windows; 2^27 is what ``zstd --long`` writes by default.
MAX_ZSTD_WINDOW_LOG = 27


def decompress(data: bytes, max_bytes: int) -> bytes:
    """``data`` with up to two layers of gzip or zstd removed; other bytes come back as they are.

    Several gzip members or zstd frames in a row are one stream, as ``gzip`` and ``zstd`` read them, and
    what follows a complete member without being one is ignored. No more than ``max_bytes`` plus one
    chunk is ever held. Raises DecompressionError for a truncated or broken stream and for more layers,
    TooLargeError when input or output is over ``max_bytes``.
    """
    for _ in range(MAX_LAYERS):
        _check_size(len(data), max_bytes)
        if data.startswith(GZIP):
            chunks = _gunzip(data)
        elif data.startswith(ZSTD):
            chunks = _unzstd(data)
        else:
            return data
        data = _collect(chunks, max_bytes)
    if data.startswith((GZIP, ZSTD)):
        raise DecompressionError(f"more than {MAX_LAYERS} layers of compression")
    return data


def _check_size(size: int, max_bytes: int) -> None:
    if size > max_bytes:
        raise TooLargeError(f"larger than the limit of {max_bytes:,} bytes")


def _collect(chunks: Iterator[bytes], max_bytes: int) -> bytes:
    kept: list[bytes] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        _check_size(size, max_bytes)
        kept.append(chunk)
    return b"".join(kept)


def _gunzip(data: bytes) -> Iterator[bytes]:
    while data.startswith(GZIP):
        stream = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
        pending = data
        while not stream.eof:
            try:
                chunk = stream.decompress(pending, CHUNK)
            except zlib.error as error:
                raise DecompressionError(f"broken gzip stream ({error})") from None
            pending = stream.unconsumed_tail
            if not chunk and not pending and not stream.eof:
                raise DecompressionError("truncated gzip stream")
            yield chunk
        data = stream.unused_data


def _unzstd(data: bytes) -> Iterator[bytes]:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: MAX_ZSTD_WINDOW_LOG}
    while data.startswith(ZSTD):
        stream = zstd.ZstdDecompressor(options=options)
        pending = data
        while not stream.eof:
            try:
                chunk = stream.decompress(pending, CHUNK)
            except zstd.ZstdError as error:
                raise DecompressionError(f"broken zstd stream ({error})") from None
            pending = b""
            if not chunk and stream.needs_input and not stream.eof:
                raise DecompressionError("truncated zstd stream")
            yield chunk
        data = stream.unused_data
