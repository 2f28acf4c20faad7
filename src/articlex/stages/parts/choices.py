"""Answers to choose from below a question in raw page text, and the line that says which one is right.

The scorer takes short lines for what surrounds a text. But lines lettered in the order of an alphabet, again
and again below a line that is kept, are those of an examination.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.page import Block, Page, Role
from articlex.punctuation import COLONS, asks
from articlex.regex import regex
from articlex.tokens import common_prefix

#: Letters that number answers. (Digits number anything that a page lists.)
_ALPHABETS = (
    *("ABCDEFG", "АБВГДЕ", "ΑΒΓΔΕ", "אבגדה", "أبجده", "ابجده", "कखगघ", "अबसद", "กขคงจ", "ⒶⒷⒸⒹⒺ"),
    *("①②③④⑤", "㉠㉡㉢㉣㉤", "가나다라마", "アイウエオ", "甲乙丙丁戊"),
)
_FIRST, _MOST_LETTERS = frozenset(alphabet[0] for alphabet in _ALPHABETS), max(map(len, _ALPHABETS))
#: A letter in brackets, or before a bracket, a stop or a comma, and the beginning of the answer.
_LETTERED = regex(r"[(（\[【]\s?(\w)\s?[)）\]】]\s?\S|(\w)\s?[).．、）]\s?\S|([①-⑳Ⓐ-Ⓩ㉠-㉭])\s?\S")
#: The letter behind the label of the right answer: "Answer: (B) in 1946".
_RIGHT = regex(r"[(（\[【]?\s?(\w|[①-⑳Ⓐ-Ⓩ㉠-㉭])(?!\w)")
#: Answers to a question and questions of a page, at least; characters of an answer and of a label, at most.
_LEAST, _LEAST_QUESTIONS, _LONGEST, _MAX_LABEL = 3, 2, 150, 30


def listed_choices(page: Page) -> Iterator[Block]:
    """The questions of ``page`` with the lettered lines below them, if two of three lines above such lines
    are kept or end as a question."""
    blocks = [block for block in page.blocks if block.text]
    runs = list(_runs(blocks))
    asked = [blocks[first - 1] for first, _ in runs if first]
    is_kept = any(page.role(each.index) is Role.BODY for each in asked)
    sure = sum(page.role(each.index) is Role.BODY or asks(each.text) for each in asked)
    if not is_kept or len(asked) < _LEAST_QUESTIONS or 3 * sure < 2 * len(asked):
        return
    for first, end in runs:
        yield from blocks[max(first - 1, 0) : end]
        if end < len(blocks) and _tells_right(blocks[end].text, end - first):
            yield blocks[end]


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """(first, end) of the lines that are lettered in order, from the first letter of an alphabet on."""
    letters = [_letter(block.text) for block in blocks]
    end = 0
    for place, letter in enumerate(letters):
        if place < end or letter not in _FIRST:
            continue
        ahead = letters[place : place + _MOST_LETTERS]
        end = place + max(common_prefix(alphabet, ahead) for alphabet in _ALPHABETS)
        if end - place >= _LEAST:
            yield place, end


def _letter(text: str) -> str:
    """The letter of a line, as a capital: "b) in 1946" → "B"; "" if it has none or is too long."""
    lettered = _LETTERED.match(text) if len(text) <= _LONGEST else None
    return next(filter(None, lettered.groups()), "").upper() if lettered else ""


def _tells_right(text: str, answers: int) -> bool:
    """Whether a line is a label, a colon and one of the first ``answers`` letters: "Answer: (B) in 1946"."""
    colon = next((place for place, sign in enumerate(text[:_MAX_LABEL]) if sign in COLONS), -1)
    letter = _RIGHT.match(text[colon + 1 :].lstrip()) if colon > 0 else None
    return letter is not None and any(letter[1].upper() in each[:answers] for each in _ALPHABETS)
