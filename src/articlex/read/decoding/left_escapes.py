"""Escapes of JSON and Python that a program has left in raw page text: it is all on one line, with "\\n"
between its paragraphs and perhaps "\\u00e9" in its words.

Such a text was cut out of a record that nobody parsed. Each of its backslashes begins an escape; in a text
about paths or code other characters follow some of them.
"""

from __future__ import annotations

from itertools import islice
from re import Match

from articlex.regex import regex

_HEX = r"[\da-fA-F]"
_ESCAPE = regex(rf"\\(?:([nrt\"'/\\bf])|u({_HEX}{{4}})|x({_HEX}{{2}})|U00((?:0{_HEX}|10){_HEX}{{4}}))")
_PLAIN = {"n": "\n", "r": "\r", "t": "\t", "b": "", "f": "\f"}
#: The escape of a line break, unless a file name may follow it in a path ("C:\\new\\notes").
_BREAK = regex(r"\\n(?![a-z])")
_LEAST = 3
_QUOTES = "\"'"


def without_escapes(text: str) -> str | None:
    """``text`` with its escapes resolved; None if its backslashes stand for themselves."""
    line = text.strip()
    if "\n" in line or "\r" in line or len(list(islice(_BREAK.finditer(line), _LEAST))) < _LEAST:
        return None
    if line[0] in _QUOTES and line[-1] == line[0]:
        line = line[1:-1]
    if "\\" in _ESCAPE.sub("", line):
        return None
    # A character beyond the Basic Multilingual Plane is two \u escapes, which are joined here.
    return _ESCAPE.sub(_meant, line).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _meant(found: Match[str]) -> str:
    sign = found[1]
    return _PLAIN.get(sign, sign) if sign else chr(int(found[2] or found[3] or found[4], 16))
