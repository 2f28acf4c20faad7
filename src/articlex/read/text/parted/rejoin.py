"""Joins the lines of a sentence that was split at its links and emphasis."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articlex.read.text.lines import Line
from articlex.read.text.parted.breaks import ELIDED, QUOTE_END, Signs
from articlex.read.text.scripts import is_hangul, is_unspaced, may_be_cut
from articlex.regex import regex

#: What belongs to the word behind, what belongs to the word before, and what joins two words.
_BEFORE = frozenset("#@$€£")
_BEHIND = regex(r"['’](?:s|re|ve|ll|d|m|t)\b")
_TIED = frozenset("-–/")


def rejoined(lines: Sequence[Line], signs: Signs, spaced: bool) -> str:
    """The text of ``lines``. A page that has kept its white space (``spaced``) shows where spaces are."""
    text = lines[0].text
    for line, following in pairwise(lines):
        blank = line.open or following.raw[0].isspace()
        # Rows of nothing but white space are text nodes of their own, as between the words of a command.
        is_tight = spaced and not following.gap
        if blank or not _is_together(text, following.text, signs, spaced, is_tight):
            text += " "
        text += following.text
    return text


def _is_together(text: str, following: str, signs: Signs, spaced: bool, is_tight: bool) -> bool:
    """Whether ``text`` and what follows are written together, given that no space was seen beside them;
    ``is_tight`` says that there surely was none between them."""
    last, first = text[-1], following[0]
    if last in signs.opening or first in signs.closing or QUOTE_END.match(following):
        return True
    if last in _BEFORE:
        return is_tight or not spaced
    if is_unspaced(last) or is_unspaced(first) or ELIDED.search(text[-8:]):
        return True
    if last == '"' or first == '"':
        return text.count('"') % 2 == 1
    if last.isalnum() and _BEHIND.match(following):
        return True
    if is_hangul(last) and is_hangul(first):
        return spaced
    if may_be_cut(last) and may_be_cut(first):
        return True
    return is_tight and _is_one_word(text, following)


def _is_one_word(text: str, following: str) -> bool:
    """Whether a word goes on, as behind a drop cap and around a hyphen."""
    last, first = text[-1], following[0]
    if last in _TIED or first in _TIED:
        return text.rstrip("-–/")[-1:].isalnum() and following.lstrip("-–/")[:1].isalnum()
    return last.isupper() and not text[-2:-1].isalnum() and first.islower()
