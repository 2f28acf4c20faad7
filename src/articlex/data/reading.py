"""Labels before a link to another story, "Read also", from ``reading_words.tsv``; read on first use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from articlex.data import read_data
from articlex.data.labels import labels, normal
from articlex.language_tags import primary_subtag
from articlex.memoize import memoized
from articlex.punctuation import SENTENCE_ENDS
from articlex.regex import regex

#: Words of the longest label, and letters that an ending may add to the beginning of a word.
_MAX_WORDS, _MAX_ENDING = 5, 4

#: Characters of the longest label in Chinese or Japanese, and in Burmese, which set no spaces between words.
_MOST_IDEOGRAPHS, _MOST_UNSPACED = 10, 24
_IDEOGRAPHS = "\u2e80"

#: The kinds of words that a label may have, and the labels that are known as a whole.
_WORDS = frozenset({"also", "read", "related"})
_ALL = _WORDS | {"label"}

#: The words for Norwegian are those of Bokmål.
_SAME = {"no": "nb", "nn": "nb"}
#: Number of languages whose patterns are remembered.
_REMEMBERED = 32
#: From this character on, scripts have no spaces between words, or endings cannot be counted in letters.
_UNSPACED = "\u0e00"


def is_reading_label(text: str, language: str) -> bool:
    """Whether ``text`` invites to read another story, in ``language`` (a language tag) or in English.

    Such a text is a label of the list, or has few words with one for "read", "also" or "related" among them.
    """
    label = normal(text)
    if not _may_invite(label):
        return False
    if labels().get(label) == "related":
        return True
    return any(pattern.search(label) is not None for pattern in _invitations_in(language))


def is_whole_label(text: str, language: str) -> bool:
    """Whether all of ``text`` is known as such a label, in ``language`` or in English; else a word of it may
    be a name: "Herbert Read"."""
    label = normal(text)
    return labels().get(label) == "related" or any((one, label) in _whole() for one in _languages(language))


def is_list_label(text: str, language: str) -> bool:
    """Whether ``text`` is the label above other stories, rather than a button that leads to one or to more.

    English has too many of these: "Read the report". There it is known as a whole; in another ``language`` it
    may be any invitation that is no sentence.
    """
    label, code = normal(text), primary_subtag(language)
    if not _may_invite(label) or text[-1] in SENTENCE_ENDS:
        return False
    own = None if code == "en" else _invitations(_WORDS).get(_SAME.get(code, code))
    if own is not None and own.search(label) is not None:
        return True
    return is_whole_label(text, language) and labels().get(label) != "more"


def is_invitation(text: str, language: str) -> bool:
    """Whether ``text`` is a word for "read" and at last one for "also", in ``language`` but not in English:
    "À lire aussi". Either alone is a word of titles."""
    code = primary_subtag(language)
    said, _, last = normal(text).rpartition(" ")
    read, also = (_invitations(frozenset({kind})).get(_SAME.get(code, code)) for kind in ("read", "also"))
    if code == "en" or read is None or also is None or not _may_invite(said):
        return False
    return read.search(said) is not None and also.fullmatch(last) is not None


def whole_labels() -> Iterator[str]:
    """The labels that are known as a whole, in all languages."""
    yield from (text for text, meaning in labels().items() if meaning == "related")
    yield from (text for _, text in _whole())


@cache
def _whole() -> frozenset[tuple[str, str]]:
    """Each label that is known as a whole, behind its language."""
    return frozenset((code, text) for kind, code, words in _rows() if kind == "label" for text in words)


def _may_invite(label: str) -> bool:
    """Whether a text as labels are looked up has some words, and not too many."""
    return bool(label) and len(label.split()) <= _MAX_WORDS and not _is_sentence(label)


def _is_sentence(label: str) -> bool:
    """Whether a text in a script without spaces is too long for a label: "夜のお客さんは本を長く読む"."""
    last = label[-1]
    if last < _UNSPACED or " " in label:
        return False
    return len(label) > (_MOST_IDEOGRAPHS if last >= _IDEOGRAPHS else _MOST_UNSPACED)


@memoized(_REMEMBERED)
def _invitations_in(language: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of such labels in ``language`` and in English."""
    found = _invitations(_ALL)
    return tuple([found[one] for one in _languages(language) if one in found])


def _languages(language: str) -> set[str]:
    """The codes of the languages whose words are looked for on a page in ``language``: it and English."""
    code = primary_subtag(language)
    return {_SAME.get(code, code), "en"}


@cache
def _invitations(kinds: frozenset[str]) -> dict[str, re.Pattern[str]]:
    """For each language the pattern of such labels and of such words in a label, those of some ``kinds``."""
    found: dict[str, list[str]] = {}
    for kind, language, words in _rows():
        if kind in kinds:
            found.setdefault(language, []).append(_pattern(kind, "|".join(map(re.escape, words))))
    return {language: regex("|".join(patterns)) for language, patterns in found.items()}


def _rows() -> Iterator[tuple[str, str, list[str]]]:
    """The kind, the language and the words of each line of the table."""
    for line in read_data("reading_words.tsv").splitlines():
        kind, language, words = line.split("\t")
        yield kind, language, words.split("|")


def _pattern(kind: str, words: str) -> str:
    """The pattern of whole labels, of words for "also", or of beginnings of words for "read" or "related"."""
    if kind == "label":
        return rf"\A(?:{words})\Z"
    if kind == "also":
        return rf"(?<!\S)(?:{words})(?!\S)"
    return words if words >= _UNSPACED else rf"(?<!\S)(?:{words})\S{{0,{_MAX_ENDING}}}(?!\S)"
