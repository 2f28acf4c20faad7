"""Byline words inside a line: "Posted on 3 May by Ann", "Redaktion: Anna Beispiel", "来源：… 作者：王明"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articlex.bylines.given import begins_as_name
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place, word_starts
from articlex.punctuation import COLONS, has_colon

#: Where a byline word inside a line may begin, at most, and where behind its last bar; farther on it is part
#: of a sentence.
_MAX_BEFORE_LABEL = 80
#: What stands behind a label; the last one does in Chinese and Japanese: "文／山田太郎".
_LABEL_ENDS = (*COLONS, "／")


class LabelInside(NamedTuple):
    """A byline word inside a line: where it starts, where the name behind it starts, and whether it is a
    preposition. Others have a colon behind them."""

    start: int
    name: int
    is_preposition: bool


def label_inside(text: str) -> LabelInside | None:
    """The first byline word in a line with a name behind it; None without one.

    >>> label_inside("Posted on 3 May by Ann")
    LabelInside(start=16, name=19, is_preposition=True)
    """
    if not may_have_label_inside(text):
        return None
    words, folded = byline_words(), fold_in_place(text)
    begins = _beginnings()
    past, bar = 0, text.rfind("|")
    for start in word_starts(text):
        if start > bar + 1 + _MAX_BEFORE_LABEL:
            return None
        if start < past or _MAX_BEFORE_LABEL < start < bar:
            continue
        if folded[start : start + 2] not in begins and folded[start] not in begins:
            continue
        if other := _other_at(text, folded, start):
            past = start + other
            continue
        end = start + words.inside.at(folded, start)
        name = text[end:].lstrip()
        if end > start and folded[start:end] in words.particles and begins_as_name(text[:start]):
            # "Maria José da Silva", "Anna von Musterstadt"
            continue
        if end > start and name and text[end].isspace():
            is_split = _is_split_label(folded[:start], folded[start:end])
            return None if is_split else LabelInside(start, len(text) - len(name), is_preposition=True)
        end = start + words.before.at(folded, start)
        colon = end + text[end : end + 1].isspace()
        if end > start and text[colon : colon + 1] in _LABEL_ENDS and (name := text[colon + 1 :].lstrip()):
            return LabelInside(start, len(text) - len(name), is_preposition=False)
    return None


def _other_at(text: str, folded: str, start: int) -> int:
    """The length of a label for somebody else at ``start``; 0 without one: "Reviewed by Bo Sample, written by
    Ann Example", "山田太郎 撮影：鈴木花子"."""
    words = byline_words()
    if size := words.other.at(folded, start):
        return size
    size = words.spare.at(folded, start)
    return size if size and (not start or begins_as_name(text[:start])) else 0


@cache
def _beginnings() -> frozenset[str]:
    """The first two characters of all byline words; half of the words of a line begin otherwise."""
    words = byline_words()
    tables = (words.other, words.spare, words.inside, words.before)
    return frozenset(start for table in tables for start in table.by_start)


def may_have_label_inside(text: str) -> bool:
    """Whether a byline word may stand inside a line: a cheap test."""
    if has_colon(text) or "／" in text:
        return True
    return not byline_words().prepositions.isdisjoint(text.casefold().split())


def _is_split_label(before: str, preposition: str) -> bool:
    """Whether folded words, ``before``, and the preposition behind them end with a label for somebody else
    that has words inside: "Translated from Greek by", "Ann Example, translated from Greek by".

    "Photo essay by" and "Illustrations and text by" are labels for the author.
    """
    tokens = before.split()
    return any(_is_verb(tokens[at:], preposition) for at in range(max(0, len(tokens) - 1)))


def _is_verb(tokens: list[str], preposition: str) -> bool:
    """Whether folded tokens are such a label up to its ``preposition``: "translated from greek"."""
    words = byline_words()
    verb, second = tokens[:2]
    whole, start = f"{verb} {preposition}", f"{verb} {second}"
    if words.other.at(whole) != len(whole) or preposition in tokens:
        return False
    is_small = second in words.particles or second in words.noise or words.other.at(start) == len(start)
    return is_small and words.conjunctions.isdisjoint(tokens)


def begins_split_label(folded: str) -> bool:
    """Whether a folded text begins with a label as :func:`_is_split_label` knows them."""
    words = byline_words()
    tokens = folded.split()
    return any(
        token in words.prepositions and _is_verb(tokens[:at], token) for at, token in enumerate(tokens[2:], 2)
    )


def announces(text: str) -> bool:
    """Whether a line is in capitals and has a colon only at its end, as above a list: "PAR CES MOTIFS :"."""
    line = text.rstrip()
    return (
        line.endswith(_LABEL_ENDS) and line.isupper() and not any(sign in line[:-1] for sign in _LABEL_ENDS)
    )
