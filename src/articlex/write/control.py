"""Removal and escaping of control characters, which are commands to a terminal and never reach an output."""

from __future__ import annotations

import json
import re
from typing import Any

from articlex.character_classes import DIRECTIONS
from articlex.regex import regex

#: C0 except tab and line feed, DEL, C1 (0x9B alone starts an escape sequence), and lone surrogates, which
#: UTF-8 cannot encode.
_CONTROL = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
#: All controls, line separators, and marks of direction.
_ACTING = regex(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{DIRECTIONS}\ud800-\udfff]")
#: Surrogates by themselves, which UTF-8 cannot encode.
LONE = regex("[\ud800-\udfff]")
#: The ones of ``_CONTROL`` in ASCII, and the C1 controls in UTF-8.
_IN_ASCII = bytes([*range(0x09), *range(0x0B, 0x20), 0x7F])
_BEYOND_ASCII = regex(rb"\xc2[\x80-\x9f]")

#: Controls that JSON does not require to be escaped, and separators that end a line for many tools.
_BARE_IN_JSON = regex("[\x7f-\x9f\u2028\u2029]")


def strip_controls(text: str) -> str:
    """``text`` without control characters; tab and line feed stay, CR LF becomes a line feed."""
    return _CONTROL.sub("", text) if _has_controls(text) else text


def _has_controls(text: str) -> bool:
    """Whether ``text`` has a control character; takes a third of the pattern's time."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return True
    if len(data.translate(None, _IN_ASCII)) < len(data):
        return True
    return b"\xc2" in data and _BEYOND_ASCII.search(data) is not None


def as_utf8(name: str) -> str:
    """``name`` with escapes for what UTF-8 cannot write: a byte of a file name that is no UTF-8 becomes
    ``\\xff``, as it could be typed."""
    return name if name.isascii() else LONE.sub(_escape, name)


def escape_name(name: str) -> str:
    """The name of a file with its control characters escaped; without them it would name another file.

    Marks of direction stay, which names in Hebrew and Arabic have.
    """
    return _CONTROL.sub(_escape, name)


def escape_controls(text: str) -> str:
    """``text`` with escapes for all characters that act on a terminal, or reorder or fake what it shows, and
    for those of :func:`as_utf8`."""
    return _ACTING.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if "\udc80" <= character <= "\udcff":  # a byte that stands for itself (PEP 383)
        return f"\\x{ord(character) - 0xDC00:02x}"
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def json_shown(value: Any, indent: int | None = 2) -> str:
    """``value`` as JSON in UTF-8 characters, with every control character escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _BARE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
