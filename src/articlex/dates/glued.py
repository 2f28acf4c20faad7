"""Dates in figures that a lost line break has stuck to the words around them: "Ann17.05.24Sport"."""

from __future__ import annotations

from re import Match

from articlex.regex import regex

#: A day in figures. One with two figures for the year has as many for day and month, or slashes: "3.2.11"
#: behind a word is a version.
_DAY = (
    r"(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([./-])\d{1,2}\2\d{1,2}"
    r"|\d\d([.-])\d\d\3\d\d|\d{1,2}/\d{1,2}/\d\d)"
)
_GLUED = regex(rf"(?<![\d./-]){_DAY}(?![\d./-])")
#: "2024-05-06T10:30" is one date.
_TIME = regex(r"T\d")


def unglued(text: str) -> str:
    """``text`` with a blank between such a date and a letter beside it."""
    return _GLUED.sub(_apart, text)


def _apart(match: Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    before = " " if _is_word(text[start - 1 : start]) else ""
    behind = " " if text[end : end + 1].isalpha() and not _TIME.match(text, end) else ""
    return f"{before}{match[0]}{behind}"


def _is_word(char: str) -> bool:
    """Whether a letter ends a word; behind a capital figures are a code."""
    return char.isalpha() and not ("A" <= char <= "Z")
