"""Marks within a text in light markup, as those of Markdown."""

from __future__ import annotations

import re
from functools import cached_property
from html import unescape

from articlex.regex import parted, regex

#: What Markdown would take for markup in a text.
_SIGN = regex(r"[\\<*_`\[\]$~]|^(?: {0,3})(?=[#>=]|-{2,}[ \t]*$)", re.MULTILINE)
_TICKS = regex(r"`+")
#: Marks around a text that may have others in it, and around one that is shown as it is, with what is before
#: and behind it in Markdown.
_SPANS = {
    "both": ("***", "***"),
    "strong": ("**", "**"),
    "emphasis": ("*", "*"),
    "deleted": ("~~", "~~"),
    "highlighted": ("<mark>", "</mark>"),
    "raised": ("<sup>", "</sup>"),
    "lowered": ("<sub>", "</sub>"),
    "aside": (" (", ")"),
    "double": ("“", "”"),
    "single": ("‘", "’"),
    "entry": ("\\[", "\\]"),
    "plain": ("", ""),
}
_VERBATIM = {
    "formula": ("$", "$"),
    "displayed": ("$$", "$$"),
    "note": ("[^", "]"),
    "picture": ("![](<", ">)"),
}


class Marks:
    """The inline marks of a markup: for each the names of its groups, and a pattern; the first match holds.

    A name says what a mark is: one of _SPANS ("plain" is a text without its mark), "code", "formula" and
    "displayed" (a formula too), "note" (a footnote's name), "picture" (an address), "broken" (a line break),
    "named" (a letter or sign by its name in HTML); "address" and "label" are those of a link. A mark without
    groups is left out.
    """

    def __init__(self, *marks: tuple[str, str]) -> None:
        self._marks = marks

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{pattern})" for _, pattern in self._marks) or "(?!)")

    @cached_property
    def _names(self) -> list[str]:
        return " ".join(names for names, _ in self._marks).split()

    def marked(self, text: str) -> str:
        """``text`` with these marks as those of Markdown, and all else escaped."""
        return "".join(
            piece
            for before, found in parted(text, self._pattern)
            for piece in (_plain(before), self._mark(found) if found else "")
        )

    def _mark(self, found: re.Match[str]) -> str:
        """The Markdown for a mark."""
        named = zip(self._names, found.groups(), strict=True)
        groups = {name: text for name, text in named if text is not None}
        if "address" in groups:
            address, label = groups["address"], self.marked(groups.get("label", ""))
            return f"[{label or _plain(address)}](<{address}>)"
        for name, text in groups.items():
            if name == "code":
                return _code(text)
            if name == "broken":
                return "\\"
            if name == "named":
                return _named(text) or _plain(found[0])
            is_text = name in _SPANS
            start, end = _SPANS[name] if is_text else _VERBATIM[name]
            return f"{start}{self.marked(text) if is_text else text}{end}"
        return ""


def _plain(text: str) -> str:
    return _SIGN.sub(lambda found: f"{found[0] if found[0].isspace() else ''}\\{found[0].strip()}", text)


def _code(text: str) -> str:
    ticks = "`" * (1 + longest_ticks(text))
    return f"{ticks} {text} {ticks}" if len(ticks) > 1 else f"`{text}`"


def longest_ticks(text: str) -> int:
    """The length of the longest row of backticks in a text."""
    return max(map(len, _TICKS.findall(text)), default=0)


def _named(name: str) -> str:
    """The letter or sign with this name in HTML, "" without any."""
    sign = unescape(f"&{name};")
    return "" if name in sign else _plain(sign)
