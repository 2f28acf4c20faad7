"""Decompression, with a cap on the output, of gzip (RFC 1952), Zstandard (RFC 8878), bzip2 and xz."""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Callable, Generator, Iterator
from typing import Any, Protocol

from articlex.errors import DecompressionError, TooLargeError, over_limit

GZIP = b"\x1f\x8b\x08"
ZSTD = b"\x28\xb5\x2f\xfd"
XZ = b"\xfd7zXZ\x00"
#: A bzip2 stream begins with these letters, a digit, and the magic number of its first block, or of its end
#: if it is empty. (The letters alone may begin a text.)
_BZIP2 = b"BZh"
BZIP2_BLOCKS = (b"1AY&SY", b"\x17rE8P\x90")
#: Length of the longest signature, that of bzip2.
SIGNATURE = len(_BZIP2) + 1 + len(BZIP2_BLOCKS[0])

#: The window bits by which zlib expects a gzip header.
GZIP_BITS = 16 + zlib.MAX_WBITS

#: A compressed crawl archive that stores gzip bodies as they were served makes two layers.
_MAX_LAYERS = 2
#: Bytes given to a decoder at a time. At the end of each stream the decoder copies what it holds of the next
#: ones, and an empty stream may be a few bytes long.
_PIECE = 1 << 12
#: Bytes that one call may yield, so that the cap is checked often and a decompression bomb stays small.
CHUNK = 1 << 20
#: RFC 8878 lets a decoder refuse large windows; 2^27 is what ``zstd --long`` writes by default.
_MAX_ZSTD_WINDOW_LOG = 27
#: Memory for the xz decoder: the same window, which is twice that of ``xz -9``, and its tables.
_MAX_XZ_MEMORY = (1 << _MAX_ZSTD_WINDOW_LOG) + (1 << 20)

Unpacker = Callable[[bytes], Iterator[bytes]]


def decompress(data: bytes, max_bytes: int) -> bytes:
    """``data`` with up to two layers of compression removed; other bytes come back as they are.

    Consecutive members or frames are one stream, as for the commands ``gzip``, ``zstd``, ``bzip2`` and
    ``xz``; trailing bytes that are no member are ignored. At most ``max_bytes`` plus one chunk are held.
    Raises DecompressionError for a truncated or broken stream and for a third layer, TooLargeError if input
    or output is larger than ``max_bytes``.
    """
    for _ in range(_MAX_LAYERS):
        check_size(len(data), max_bytes)
        unpack = _unpacker(data)
        if unpack is None:
            return data
        data = _collect(unpack(data), max_bytes)
    if _unpacker(data) is not None:
        raise DecompressionError(f"more than {_MAX_LAYERS} layers of compression")
    return data


def compression_of(data: bytes) -> str:
    """The usual file extension for the compression of ``data``: ".gz", ".zst", ".xz", ".bz2", or "" for none.
    The first :data:`SIGNATURE` bytes decide."""
    signatures = (GZIP, ".gz"), (ZSTD, ".zst"), (XZ, ".xz")
    known = next((ending for signature, ending in signatures if data.startswith(signature)), "")
    return known or (".bz2" if _is_bzip2(data) else "")


def _unpacker(data: bytes) -> Unpacker | None:
    """The function that decompresses ``data``, or None if it is not compressed."""
    unpackers: dict[str, Unpacker] = {".gz": inflated, ".zst": _unzstd, ".xz": _unxz, ".bz2": _bunzip2}
    return unpackers.get(compression_of(data))


def _is_bzip2(data: bytes, at: int = 0) -> bool:
    return (
        data.startswith(_BZIP2, at)
        and data[at + 3 : at + 4].isdigit()
        and data.startswith(BZIP2_BLOCKS, at + 4)
    )


def check_size(size: int, max_bytes: int) -> None:
    """Raise TooLargeError if ``size`` is over the limit."""
    if size > max_bytes:
        raise TooLargeError(over_limit(max_bytes))


def _collect(chunks: Iterator[bytes], max_bytes: int) -> bytes:
    kept: list[bytes] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        check_size(size, max_bytes)
        kept.append(chunk)
    return b"".join(kept)


def inflated(data: bytes, bits: int = GZIP_BITS, name: str = "gzip") -> Iterator[bytes]:
    """The content of a zlib stream and of all gzip members that follow it, in chunks.

    ``bits`` are zlib's window bits, by default for gzip. Raises DecompressionError for a truncated or broken
    stream; its message calls the format ``name``.
    """
    at = 0
    while not at or data.startswith(GZIP, at):
        at = yield from _frame(_Inflater(bits), data, at, name, zlib.error)


def zstd_module() -> Any:
    """The module for Zstandard: of Python, or of the package that stands in for it."""
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd


def _unzstd(data: bytes) -> Iterator[bytes]:
    zstd = zstd_module()
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _MAX_ZSTD_WINDOW_LOG}
    at = 0
    while data.startswith(ZSTD, at):
        at = yield from _frame(zstd.ZstdDecompressor(options=options), data, at, "zstd", zstd.ZstdError)


def _unxz(data: bytes) -> Iterator[bytes]:
    import lzma

    at, padding = 0, re.compile(rb"\0*+")
    while data.startswith(XZ, at):
        stream = lzma.LZMADecompressor(lzma.FORMAT_XZ, _MAX_XZ_MEMORY)
        at = yield from _frame(stream, data, at, "xz", lzma.LZMAError)
        padded = padding.match(data, at)
        at = padded.end() if padded else at


def _bunzip2(data: bytes) -> Iterator[bytes]:
    import bz2

    at = 0
    while _is_bzip2(data, at):
        at = yield from _frame(bz2.BZ2Decompressor(), data, at, "bzip2", OSError)


class _Decompressor(Protocol):
    """The interface of the decompressors of zstd, xz and bzip2, which _Inflater adds to zlib's."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


class _Inflater:
    """zlib's decompressor behind the interface of the others."""

    def __init__(self, bits: int) -> None:
        self._stream = zlib.decompressobj(bits)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._stream.eof

    @property
    def unused_data(self) -> bytes:
        return self._stream.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Up to ``max_length`` bytes of output for ``data``, which continues the input so far."""
        chunk = self._stream.decompress(self._stream.unconsumed_tail + data, max_length)
        self.needs_input = len(chunk) < max_length and not self._stream.unconsumed_tail
        return chunk


def _frame(
    stream: _Decompressor, data: bytes, at: int, name: str, broken: type[Exception]
) -> Generator[bytes, None, int]:
    """Yield the content of the member or frame that starts at ``at``, in chunks; return where it ends.

    ``name`` is that of the format in errors, ``broken`` the exception of its decompressor.
    """
    while not stream.eof:
        piece = data[at : at + _PIECE] if stream.needs_input else b""
        at += len(piece)
        if not piece and stream.needs_input:
            raise DecompressionError(f"truncated {name} stream")
        try:
            chunk = stream.decompress(piece, CHUNK)
        except broken as error:
            raise DecompressionError(f"broken {name} stream ({error})") from None
        if chunk:
            yield chunk
    return at - len(stream.unused_data)
