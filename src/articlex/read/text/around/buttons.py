"""Buttons as lynx prints them: "(BUTTON)" before the label, and alone where a picture is all they have."""

from __future__ import annotations

from articlex.read.text.lines import Line
from articlex.regex import regex

MARK = "(BUTTON)"
#: Marks at the end of a line. A match begins before the first of several: tried before each, a long row of
#: them would take quadratic time.
_BEHIND = regex(r"(?<=[^\s(\[_])(?<!\(BUTTON\))\s+(?:\(BUTTON\)\s*)+\Z")


def without_buttons(lines: list[Line]) -> list[Line]:
    """``lines`` without buttons that have no label, behind what else a line says."""
    return [_without(line) if line.text.endswith(MARK) else line for line in lines]


def _without(line: Line) -> Line:
    text = _BEHIND.sub("", line.text)
    if text == line.text or MARK in text:
        return line
    raw = _BEHIND.sub("", line.raw)
    return line._replace(text=text, raw=raw, width=line.width - (len(line.raw) - len(raw)))
