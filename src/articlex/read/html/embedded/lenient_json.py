"""JSON as pages write it: with comments around it, raw line breaks, trailing commas, stray quotes, no end.

What ``json.loads`` refuses is repaired in one pass over the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from articlex.regex import regex

#: Longer scripts are product catalogues and embedded state, not a statement about the page.
_MAX_CHARS = 2_000_000

_WRAPPING = regex(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)")
_TRAILING = regex(r"(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|;)\s*\Z")
_STRUCTURE = regex(r'["{}\[\],]')
_AFTER_STRING = regex(r"\s*(?:[,:}\]]|\Z)")
_CLOSERS = {"{": "}", "[": "]"}
#: How JSON begins that a program has escaped as for a string.
_ESCAPED_QUOTES = regex(r"[\[{\s]+\\\"")
#: Characters behind a comma among which a closing bracket is looked for.
_MOST_SPACE = 200
#: A backslash, the two halves of a character beyond U+FFFF, and a half by itself.
_ESCAPE = regex(
    r"\\(?:\\|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2}))"
)


def loads(text: str) -> list[Any]:
    """The values in ``text``: one normally, several when objects were pasted one after another.

    Returns an empty list when there is nothing to save. Never raises.
    """
    if len(text) > _MAX_CHARS:
        return []
    text = whole_characters(_unwrap(text))
    if not text:
        return []
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    else:
        # What was written as JSON twice is a string.
        return loads(value) if isinstance(value, str) and value[:1] in ("{", "[") else [value]
    if _ESCAPED_QUOTES.match(text):
        text = text.replace('\\"', '"')
    values = _several(text)
    if values:
        return values
    try:
        return [json.loads(repair(text), strict=False)]
    except (ValueError, RecursionError):
        return []


def strings_behind(sign: re.Pattern[str], script: str) -> Iterator[str]:
    """The strings, in JSON, right behind each match of ``sign`` in a script."""
    for found in sign.finditer(script):
        try:
            text, _ = json.JSONDecoder(strict=False).raw_decode(script, found.end())
        except ValueError:
            continue
        yield text


def _unwrap(text: str) -> str:
    """``text`` without the comment, CDATA marks and semicolon that some templates put around it."""
    text = _WRAPPING.sub("", text.strip(" \t\r\n\ufeff"))
    return _TRAILING.sub("", text).strip()


def whole_characters(text: str) -> str:
    """JSON with U+FFFD in place of each half of a character, which no encoding can write.

    Programs that cut a description to its length cut emoji in two: ``"Rain \\ud83d"``.
    """
    if "\\ud" not in text and "\\uD" not in text:
        return text
    return _ESCAPE.sub(lambda escape: "\\ufffd" if escape["half"] else escape[0], text)


def _several(text: str) -> list[Any]:
    """The objects in a run of complete JSON values with white space or commas between them, else []."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    at = 0
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return values if len(values) > 1 else []
        values.append(value)
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
    return values


def repair(text: str) -> str:
    """``text`` with inner quotes escaped, commas before a closing bracket dropped, open ends closed.

    One pass. A quote ends a string only where JSON could go on after it: before ``, : } ]`` or the end.
    """
    out: list[str] = []
    open_brackets: list[str] = []
    at = 0
    while match := _STRUCTURE.search(text, at):
        out.append(text[at : match.start()])
        mark, at = match.group(), match.end()
        if mark == '"':
            string, at = _string(text, at)
            out.append(string)
        elif mark in _CLOSERS:
            open_brackets.append(_CLOSERS[mark])
            out.append(mark)
        elif mark == ",":
            rest = text[at : at + _MOST_SPACE].lstrip()
            if rest and rest[0] not in "}],":
                out.append(mark)
        elif open_brackets and mark == open_brackets[-1]:
            out.append(open_brackets.pop())
    out.append(text[at:].rstrip() if open_brackets else "")
    return "".join(out) + "".join(reversed(open_brackets))


def _string(text: str, start: int) -> tuple[str, int]:
    """The JSON string whose opening quote stands right before ``start``, mended, and where it ends."""
    parts = ['"']
    at = start
    while True:
        end = text.find('"', at)
        if end < 0:
            parts.append(_escapes(text[at:].rstrip("\\")))
            return "".join(parts) + '"', len(text)
        piece = text[at:end]
        at = end + 1
        backslashes = len(piece) - len(piece.rstrip("\\"))
        if backslashes % 2:
            parts.append(_escapes(piece) + '"')
        elif _AFTER_STRING.match(text, at):
            parts.append(_escapes(piece))
            return "".join(parts) + '"', at
        else:
            parts.append(_escapes(piece) + '\\"')


_BAD_ESCAPE = regex(r"\\(\\|[\"/bfnrt]|u[0-9a-fA-F]{4}|\Z)|\\")


def _escapes(piece: str) -> str:
    """``piece`` with each backslash doubled that does not begin an escape of JSON."""
    if "\\" not in piece:
        return piece
    return _BAD_ESCAPE.sub(lambda match: match.group() if match.group(1) is not None else "\\\\", piece)
