"""Buttons as lynx prints them: "(BUTTON)" before the label, or alone if the button is just a picture."""

from __future__ import annotations

from articlex.read.text.lines import Line
from articlex.regex import regex

MARK = "(BUTTON)"
#: Buttons at the end of a line. A match begins with the first of several: if one were tried from each, a long
#: row of them would take quadratic time.
_BEHIND = regex(r"(?<=[^\s(\[_])(?<!\(BUTTON\))\s+(?:\(BUTTON\)\s*)+\Z")


def without_buttons(lines: list[Line]) -> list[Line]:
    """``lines`` without the buttons that have no label and follow other text."""
    return [_without(line) if line.text.endswith(MARK) else line for line in lines]


def _without(line: Line) -> Line:
    text = _BEHIND.sub("", line.text)
    if text == line.text or MARK in text:
        return line
    raw = _BEHIND.sub("", line.raw)
    return line._replace(text=text, raw=raw, width=line.width - (len(line.raw) - len(raw)))
