"""Control characters never reach an output: in a terminal they are commands."""

from __future__ import annotations

from articlex.regex import regex

#: C0 but tab and line feed, DEL, C1 (0x9B is an escape sequence in one character), and lone surrogates,
#: which no encoding can write.
_CONTROL = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def strip_controls(text: str) -> str:
    """``text`` without control characters; tab and line feed stay, CR LF becomes a line feed."""
    if text.isprintable() or not _CONTROL.search(text):
        return text
    return _CONTROL.sub("", text)
