"""Compressed input, told by its first bytes: gzip (RFC 1952), Zstandard (RFC 8878), bzip2 and xz are read
through, with a cap on the output."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

from articlex.errors import DecompressionError, TooLargeError

GZIP = b"\x1f\x8b\x08"
ZSTD = b"\x28\xb5\x2f\xfd"
XZ = b"\xfd7zXZ\x00"
#: What a stream of bzip2 begins with, a digit between the two: its first block, or its end when it is empty.
#: A text may begin with the letters.
BZIP2 = b"BZh"
BZIP2_BLOCKS = (b"1AY&SY", b"\x17rE8P\x90")

#: A crawl that stores gzip bodies as served in an archive that is itself compressed makes two layers.
MAX_LAYERS = 2
#: What one decompression call may yield, so that the cap is checked often and a bomb stays small.
CHUNK = 1 << 20
#: RFC 8878 lets a decoder refuse large windows; 2^27 is what ``zstd --long`` writes by default.
MAX_ZSTD_WINDOW_LOG = 27
#: Bytes that a decoder of xz may take: the same window, which is twice that of ``xz -9``, and its tables.
MAX_XZ_MEMORY = (1 << MAX_ZSTD_WINDOW_LOG) + (1 << 20)

Unpacker = Callable[[bytes], Iterator[bytes]]


def decompress(data: bytes, max_bytes: int) -> bytes:
    """``data`` with up to two layers of compression removed; other bytes come back as they are.

    Several members or frames in a row are one stream, as ``gzip``, ``zstd``, ``bzip2`` and ``xz`` read them,
    and what follows a complete member without being one is ignored. No more than ``max_bytes`` plus one
    chunk is ever held. Raises DecompressionError for a truncated or broken stream and for more layers,
    TooLargeError when input or output is over ``max_bytes``.
    """
    for _ in range(MAX_LAYERS):
        _check_size(len(data), max_bytes)
        unpack = _unpacker(data)
        if unpack is None:
            return data
        data = _collect(unpack(data), max_bytes)
    if _unpacker(data) is not None:
        raise DecompressionError(f"more than {MAX_LAYERS} layers of compression")
    return data


def _unpacker(data: bytes) -> Unpacker | None:
    """What takes off the compression that ``data`` begins with; None if there is none."""
    if data.startswith(GZIP):
        return _gunzip
    if data.startswith(ZSTD):
        return _unzstd
    if data.startswith(XZ):
        return _unxz
    return _bunzip2 if _is_bzip2(data) else None


def _is_bzip2(data: bytes) -> bool:
    return data.startswith(BZIP2) and data[3:4].isdigit() and data.startswith(BZIP2_BLOCKS, 4)


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
        yield from _frame(stream, data, "zstd", zstd.ZstdError)
        data = stream.unused_data


def _unxz(data: bytes) -> Iterator[bytes]:
    import lzma

    while data.startswith(XZ):
        stream = lzma.LZMADecompressor(lzma.FORMAT_XZ, MAX_XZ_MEMORY)
        yield from _frame(stream, data, "xz", lzma.LZMAError)
        data = stream.unused_data.lstrip(b"\0")  # streams may be padded


def _bunzip2(data: bytes) -> Iterator[bytes]:
    import bz2

    while _is_bzip2(data):
        stream = bz2.BZ2Decompressor()
        yield from _frame(stream, data, "bzip2", OSError)
        data = stream.unused_data


class _Decompressor(Protocol):
    """What the decompressors of zstd, xz and bzip2 have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


def _frame(stream: _Decompressor, data: bytes, name: str, broken: type[Exception]) -> Iterator[bytes]:
    """What one member or frame at the start of ``data`` holds, in chunks."""
    pending = data
    while not stream.eof:
        try:
            chunk = stream.decompress(pending, CHUNK)
        except broken as error:
            raise DecompressionError(f"broken {name} stream ({error})") from None
        pending = b""
        if not chunk and stream.needs_input and not stream.eof:
            raise DecompressionError(f"truncated {name} stream")
        yield chunk
