"""Emphasis in Chinese, Japanese and Korean Markdown, which has no spaces around it.

By CommonMark the stars in ``**“强调”**他`` and ``**强调。**他`` stay, because a punctuation mark stands
inside of them and a letter outside. People write so all the same. By the amendments of
https://github.com/tats-u/markdown-cjk-friendly a wide punctuation mark counts as a letter, and beside a wide
letter emphasis may begin and end with any punctuation mark. Text without wide letters is read as before.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any
from unicodedata import category, east_asian_width

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token


def parse_inline(
    source: str, parser: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]
) -> list[Token]:
    """What ``parser.inline.parse`` does, by this rule for emphasis."""
    state = _WideState(source, parser, env, tokens)
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    return state.tokens


class _WideState(StateInline):
    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803  # as its base has it
        scanned = super().scanDelims(start, canSplitWord)
        end = start + scanned.length
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "
        if not (_is_wide(before) or _is_wide(after)):
            return scanned
        begins, ends = _flanks(after, before), _flanks(before, after)
        opens = begins and (canSplitWord or not ends or _is_punctuation(before))
        closes = ends and (canSplitWord or not begins or _is_punctuation(after))
        return Scanned(opens, closes, scanned.length)


def _flanks(inner: str, outer: str) -> bool:
    """Whether a delimiter between ``outer`` and ``inner`` is one for the side of ``inner``."""
    if isWhiteSpace(ord(inner)):
        return False
    is_free = isWhiteSpace(ord(outer)) or _is_punctuation(outer) or _is_wide(outer)
    return is_free or _is_wide(inner) or not _is_punctuation(inner)


def _is_punctuation(char: str) -> bool:
    return isMdAsciiPunct(ord(char)) or isPunctChar(char)


def _is_wide(char: str) -> bool:
    """Whether ``char`` is a letter or mark of such a script; emoji, which are wide too, are of none."""
    return char > "\u10ff" and east_asian_width(char) in "WFH" and category(char) != "So"
