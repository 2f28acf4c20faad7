"""What the bytes are: compressed or not, which encoding, HTML or text."""

from __future__ import annotations

from articlex.page import Form


def decompress(data: bytes, max_bytes: int) -> bytes:
    """``data`` with gzip and zstd layers removed.

    Raises DecompressionError, and TooLargeError over ``max_bytes``.
    """
    return data


def decode(data: bytes, encoding: str | None) -> tuple[str, str, tuple[str, ...]]:
    """(text, name of the encoding, warnings). Raises BinaryInputError for bytes that are no text."""
    return data.decode("utf-8", "replace"), "utf-8", ()


def sniff_form(text: str) -> Form:
    """HTML or raw page text, from the text itself."""
    return Form.HTML if "<p" in text or "<div" in text or "<html" in text else Form.TEXT
