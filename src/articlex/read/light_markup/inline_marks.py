"""Marks within a text in light markup, as those of Markdown."""

from __future__ import annotations

import re
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


def marked(text: str, marks: re.Pattern[str]) -> str:
    """``text`` with its inline ``marks`` as those of Markdown, and all else escaped.

    The group of the pattern that matches says what a mark is: one of _SPANS ("plain" is a text without its
    mark), "code", "formula" and "displayed" (a formula too), "note" (a footnote's name), "picture" (an
    address), "broken" (a line break), "named" (a letter or sign by its name in HTML); "address" and "label"
    are those of a link. A name may end in a number, "code_2", where a markup has two ways to write the same.
    """
    return "".join(
        piece
        for before, found in parted(text, marks)
        for piece in (_plain(before), _mark(found, marks) if found else "")
    )


def _plain(text: str) -> str:
    return _SIGN.sub(lambda found: f"{found[0] if found[0].isspace() else ''}\\{found[0].strip()}", text)


def _mark(found: re.Match[str], marks: re.Pattern[str]) -> str:
    """The Markdown for a match of ``marks``."""
    groups = {name.partition("_")[0]: value for name, value in found.groupdict().items() if value is not None}
    if "address" in groups:
        address, label = groups["address"], marked(groups.get("label", ""), marks)
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
        return f"{start}{marked(text, marks) if is_text else text}{end}"
    return ""


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
