"""Cheap tests of lines: whether one may begin or end with a byline word, or is nothing else."""

from __future__ import annotations

from functools import cache

from articlex.bylines.given import begins_as_name
from articlex.data.bylines import byline_words
from articlex.regex import LETTER, regex

#: Characters in which the first word of a text ends, and of the longest label by itself.
_MAX_FIRST, _MAX_LABEL = 40, 30
#: Endings for number and gender: "Auteur(s) :", "Autor(en)", "Autor*innen", "Autor:innen", "Auteur·e·s",
#: "Auteur·rice".
_ENDING = regex(r"(?:\(\w{1,3}\)|[*_:]in(?:nen)?|·(?:e|rice|trice)?(?:·?s)?)(?=\W*\Z)")
#: Signs one of which is in each of these.
_MARKS = frozenset("(*_:·")
#: Characters of a name in Chinese, at most.
_LONGEST_NAME = 4
#: Letters of the shortest of two labels in one: "Authors/Creators", "作者/创建者".
_LEAST_FIRST = 2


def may_be_labelled(text: str) -> bool:
    """Whether ``text`` may begin with a byline word."""
    if text[:1] >= "\u0e00":
        # Thai, Chinese, Japanese and Korean set no space after the word.
        return text[0] in _first_words()
    words = text[:_MAX_FIRST].casefold().split(None, 1)
    if not words:
        return False
    first = words[0].strip(":：/.(")
    if first in _first_words() or first.startswith("by"):
        return True
    # "DoorAnna Voorbeeld" has lost its space.
    word = text.split(None, 1)[0]
    joint = next((at for at in range(2, len(word)) if word[at].isupper() and word[at - 1].islower()), 0)
    return joint > 0 and word[:joint].casefold() in _first_words()


@cache
def label_starts() -> frozenset[str]:
    """The first two characters, case-folded, of lines that may begin with a byline word.

    Labels of one character are in it with each character that may follow them.
    """
    labels = byline_words().labels
    return frozenset(label[:2] for label in labels) | _starts_of_one()


def _starts_of_one() -> frozenset[str]:
    """Labels of one character with each character that may follow them."""
    labels = byline_words().labels
    after = {label[1] for label in labels if len(label) > 1} | set(":：／ /")
    return frozenset(label + c for label in labels if len(label) == 1 for c in after)


@cache
def label_heads() -> frozenset[str]:
    """The first three characters, case-folded, of lines that may begin with a byline word; two of short ones.

    Before Thai, a block that begins with neither is none that :func:`may_be_labelled` or :func:`is_label`
    accepts. A third of all blocks pass the test with two characters, :func:`label_starts`.
    """
    labels = byline_words().labels
    short = {label[:2] for label in labels if len(label.split()[0].strip(":.")) < 3}
    return frozenset(label[:3] for label in labels) | short | _starts_of_one()


@cache
def _first_words() -> frozenset[str]:
    """The first word of each label; of one in a script that sets no spaces, the first character."""
    labels = byline_words().labels
    return frozenset(label[0] if label[0] >= "\u0e00" else label.split()[0].strip(":.") for label in labels)


def is_label(text: str) -> bool:
    """Whether ``text`` is nothing but a byline word, so that the name is in the next line.

    >>> is_label("Author:"), is_label("Auteur(s)"), is_label("Authors/Creators"), is_label("By Ann")
    (True, True, True, False)
    """
    if len(text) > _MAX_LABEL:
        return False
    if not _MARKS.isdisjoint(text):
        text = _ENDING.sub("", text)
    if text.strip(" :：՝").casefold() in byline_words().labels:
        return True
    first, slash, second = map(str.strip, text.partition("/"))
    if not slash:
        return False
    is_word = LETTER.search(second) and not any(map(str.isdigit, second))
    if second[:1] >= "\u3000" and len(second) <= _LONGEST_NAME and begins_as_name(second):
        # "采写/王小明"
        return False
    return bool(is_word) and _is_first_of_two(first)


def _is_first_of_two(label: str) -> bool:
    """Whether a label may be the first of two that a slash parts: "Authors/Creators", not "By/With"."""
    # Chinese has one word for the noun and the preposition.
    is_noun = label[:1] >= "\u3000" or label.casefold() not in byline_words().prepositions
    return len(label) >= _LEAST_FIRST and is_noun and is_label(label)


def may_be_credited(text: str) -> bool:
    """Whether a byline word stands at the end of ``text``: "홍길동 기자"."""
    return text.casefold().endswith(byline_words().credits)
