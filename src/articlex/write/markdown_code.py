"""Code and formulas inside a line of Markdown, whose text is not escaped."""

from __future__ import annotations

from articlex.regex import SPACES, regex

_BACKTICKS = regex("`+")


def code_span(text: str) -> str:
    """``text`` as inline code, between backticks that do not occur in it, padded where necessary."""
    text = text.replace("\n", " ")
    fence = "`" * _free_length(text)
    pad = " " if text[0] == "`" or text[-1] == "`" or (text[0] == " " == text[-1]) else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _free_length(text: str) -> int:
    """The length of the shortest run of backticks that does not occur in ``text``."""
    taken = {len(found) for found in _BACKTICKS.findall(text)}
    return next(length for length in range(1, len(taken) + 2) if length not in taken)


def math(latex: str, display: bool) -> str:
    """A formula on one line."""
    latex = SPACES.sub(" ", latex).strip()
    return f"$${latex}$$" if display else f"${latex}$"
