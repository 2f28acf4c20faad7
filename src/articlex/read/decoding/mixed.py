"""A page of which some lines are UTF-8 and others are not: files and mails that were put one behind the
other, a template around a text from elsewhere."""

from __future__ import annotations

from articlex.read.decoding.beyond_ascii import beyond_ascii, bytes_beyond_ascii
from articlex.regex import regex

#: Where lines end, and pieces of text between tags.
_ENDS = regex(rb"(?<=[\n>])")
#: Characters beyond ASCII in a piece that is UTF-8 by no coincidence, and in all such pieces. (Single words
#: in GB 18030 are valid UTF-8 too.)
_LEAST_IN_PIECE, _LEAST = 3, 12
#: The share of the bytes beyond ASCII that these pieces have, at least.
_LEAST_SHARE = 0.2


def mixed_text(data: bytes, fallback: str) -> tuple[str, str] | None:
    """(text, codec of the pieces that are no UTF-8); None if hardly any piece is UTF-8."""
    from articlex.read.decoding.detection import detect

    pieces = _ENDS.split(data)
    texts = [_as_utf8(piece) for piece in pieces]
    high = [beyond_ascii(text) for text in texts if text is not None]
    sure = "".join(each for each in high if len(each) >= _LEAST_IN_PIECE)
    if len(sure) < _LEAST or len(sure.encode()) < _LEAST_SHARE * len(bytes_beyond_ascii(data)):
        return None
    rest = b"\n".join(piece for piece, text in zip(pieces, texts, strict=True) if text is None)
    codec = detect(rest) or fallback
    whole = (
        piece.decode(codec, "replace") if text is None else text
        for piece, text in zip(pieces, texts, strict=True)
    )
    return "".join(whole), codec


def _as_utf8(piece: bytes) -> str | None:
    try:
        return piece.decode("utf-8")
    except UnicodeDecodeError:
        return None
